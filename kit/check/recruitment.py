"""Whom the programme is for, who stands behind it, and how they are reached."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kit.check.subject import Remark, Subject, named, said

FEW_EMPLOYEES = 500
FOLLOW_UP_MONTHS = 6
PRIVATE_DOMAINS = ("gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "mail.dk", "jubii.", "me.com", "protonmail.")
TWO_NAMES = re.compile(r"[a-zæøåäöü]{2,}[._][a-zæøåäöü]{2,}")
SHARED_WORDS = (
    "mentor",
    "gruppementor",
    "hr",
    "personale",
    "post",
    "info",
    "kontakt",
    "contact",
    "leder",
    "leadership",
    "udvikling",
    "team",
    "hej",
)


def seniority(subject: Subject) -> Iterator[Remark]:
    """The method is for people who have settled: two years in the organisation, or in the job, which no roster tells."""
    asked, least = subject.organisation.programme.minimum_seniority_years, subject.number("minimum_seniority_years")
    if asked < least:
        values = said("S01.asked", years=asked, count=asked, least=least)
        yield Remark(level="warning", at=("programme", "minimum_seniority_years"), values=values)
    for held in subject.held:
        first = held.plan.meetings[0].on
        for mentee in held.mentees:
            if mentee.employed_since and years_later(mentee.employed_since, asked) > first:
                values = said("S01.new", group=held.group.name, since=mentee.employed_since, years=asked, count=asked)
                yield Remark(level="warning", values=values, group=held.group.id, at=("employed_since",), place=mentee.at("employed_since"))


def years_later(on: date, years: float) -> date:
    """So many years later, to the month; the last day of a shorter month."""
    year, month = divmod(on.month - 1 + round(years * 12), 12)
    return date(on.year + year, month + 1, min(on.day, monthrange(on.year + year, month + 1)[1]))


def single_gender(subject: Subject) -> Iterator[Remark]:
    """A group for one gender is possible; the rules of equal treatment come first."""
    for held in subject.held:
        if held.group.composition != "mixed":
            values = said(f"S02.{held.group.composition}", group=held.group.name)
            yield Remark(level="advice", at=held.at("composition"), values=values, group=held.group.id)


def partner_organisation(subject: Subject) -> Iterator[Remark]:
    """A small organisation can hardly find six mentees who do not work under their mentor."""
    identity = subject.organisation.identity
    if identity.partners:
        return
    largest = max(held.size for held in subject.held)
    if identity.employees is not None and identity.employees < FEW_EMPLOYEES:
        yield Remark(level="advice", at=("organisation", "employees"), values=said("S03.employees", employees=identity.employees))
    elif identity.units and len(identity.units) < largest:
        values = said("S03.units", count=len(identity.units), mentees=largest)
        yield Remark(level="advice", at=("organisation", "units"), values=values)


def sponsor_missing(subject: Subject) -> Iterator[Remark]:
    """Somebody gives the mandate."""
    if subject.organisation.programme.sponsor is None:
        yield Remark(level="advice", at=("programme",))


def coordinator_unreachable(subject: Subject) -> Iterator[Remark]:
    """People must be able to ask somebody."""
    coordinator = subject.organisation.programme.coordinator
    if not coordinator.email and not coordinator.phone:
        yield Remark(level="advice", at=("programme", "coordinator"))


def personal_mail(subject: Subject) -> Iterator[Remark]:
    """The coordinator's address is printed everywhere: a shared one outlives a change of people."""
    mail = subject.organisation.programme.coordinator.email
    if mail and is_personal(mail):
        yield Remark(level="advice", at=("programme", "coordinator", "email"))


def is_personal(mail: str) -> bool:
    """first.last@…, or an address with a provider of private mail."""
    local, _, domain = mail.casefold().rpartition("@")
    if domain.startswith(PRIVATE_DOMAINS):
        return True
    return TWO_NAMES.fullmatch(local) is not None and not any(part in SHARED_WORDS for part in re.split("[._]", local))


def retention_short(subject: Subject) -> Iterator[Remark]:
    """The letter and the survey after six months need the addresses."""
    months = subject.organisation.privacy.retention_months
    if months < FOLLOW_UP_MONTHS:
        yield Remark(level="advice", at=("privacy", "retention_months"), values=named(count=months))
