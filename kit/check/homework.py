"""What is written between the meetings: when it is due, how long it may be, and whether there is time for it."""

from collections.abc import Iterator
from itertools import pairwise

from kit.check.subject import Remark, Subject, named, said

LEAST_WORKING_DAYS = 2
MOST_PAGES = 2
LEAST_DAYS_TO_WRITE = 5


def homework_deadline(subject: Subject) -> Iterator[Remark]:
    """The mentor reads before the meeting: three days in one place of the booklet, two in another, never fewer."""
    for held in subject.held:
        days = held.group.homework.due_working_days_before
        if held.hands_in and days < LEAST_WORKING_DAYS:
            values = said("H01.days" if days else "H01.same-day", group=held.group.name, count=days)
            yield Remark(level="warning", at=held.at("homework", "due_working_days_before"), values=values, group=held.group.id)


def homework_length(subject: Subject) -> Iterator[Remark]:
    """One to two pages were enough."""
    for held in subject.held:
        pages = held.group.homework.max_pages
        if held.hands_in and pages > MOST_PAGES:
            values = named(group=held.group.name, pages=pages)
            yield Remark(level="advice", at=held.at("homework", "max_pages"), values=values, group=held.group.id)


def homework_form(subject: Subject) -> Iterator[Remark]:
    """Aspiring leaders found that writing was what made the method work."""
    for key, cohort in subject.organisation.cohorts.items():
        used = any(group.cohort == key for group in subject.organisation.groups)
        if used and cohort.based_on == "aspiring-leaders" and cohort.homework == "reflection":
            yield Remark(level="advice", at=("cohorts", key, "homework"), values=named(cohort=cohort.name))


def homework_time(subject: Subject) -> Iterator[Remark]:
    """From a meeting to the deadline there must be days to write in."""
    for held in subject.held:
        for first, second in pairwise(held.plan.meetings):
            days = (second.homework_due - first.on).days if second.homework_due else LEAST_DAYS_TO_WRITE
            if days < LEAST_DAYS_TO_WRITE:
                code = "H04.after" if days >= 0 else "H04.before"
                values = said(code, group=held.group.name, first=first.number, second=second.number, due=second.homework_due or first.on)
                yield Remark(level="advice", at=held.at("homework", "due_working_days_before"), values=values, group=held.group.id)
                break
