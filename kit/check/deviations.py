"""Where a programme differs from the pilot: what was accepted with a reason, and what needs no acceptance.

For the page *Where our programme differs from the pilot, and why*. Nothing that only the roster tells comes here.
"""

from collections.abc import Iterator, Mapping

from kit.check.rules import RULES
from kit.check.subject import Held, Subject, held
from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.problem import Deviation, Finding, Value
from kit.model.programme import Programme

PRIVATE = tuple(rule.name for rule in RULES if rule.private)


def deviations(organisation: Organisation, programme: Programme, library: Library, findings: tuple[Finding, ...]) -> tuple[Deviation, ...]:
    """The accepted findings first, with their reasons; then what the parameters say."""
    groups = tuple(held(organisation, programme, None))
    subject = Subject(organisation=organisation, programme=programme, library=library, roster=None, held=groups)
    return (*_accepted(findings), *_programme(subject), *(found for held in subject.held for found in _group(subject, held)))


def _accepted(findings: tuple[Finding, ...]) -> Iterator[Deviation]:
    """One for each reason: a rule that found several groups is accepted once. What the roster told is left to its reason."""
    said: list[str] = []
    for finding in findings:
        if finding.accepted is None or (finding.rule in PRIVATE and finding.rule in said):
            continue
        said.append(finding.rule)
        if finding.rule in PRIVATE:
            yield Deviation(code=f"deviation.{finding.rule}", facts=finding.facts, reason=finding.accepted)
        else:
            yield Deviation(code=finding.code, values=finding.values, facts=finding.facts, group=finding.group, reason=finding.accepted)


def _programme(subject: Subject) -> Iterator[Deviation]:
    organisation, wish = subject.organisation, subject.organisation.programme
    if wish.seminar and wish.seminar.hours != subject.number("seminar_hours"):
        yield _one("seminar-hours", "half-day-seminar", hours=wish.seminar.hours)
    if wish.nominees_per_unit != subject.number("nominees_per_unit"):
        yield _one("nominees", "mentees-nominated-by-directors", count=wish.nominees_per_unit)
    if wish.minimum_seniority_years != subject.number("minimum_seniority_years"):
        yield _one("seniority", "minimum-two-years-in-organisation", count=wish.minimum_seniority_years)
    if not wish.pledge_to_mentor:
        yield _one("no-pledge", "mentee-pledges-future-mentor")
    if organisation.identity.partners:
        code = "partnership" if organisation.identity.kind == "partnership" else "partners"
        yield _one(code, "small-organisations-join-forces", partners=organisation.identity.partners)
    if len(organisation.groups) == 1:
        yield _one("one-group", "run-several-groups-at-once")
    for key, cohort in organisation.cohorts.items():
        if any(group.cohort == key for group in organisation.groups):
            yield _one("own-cohort", "groups-aspiring-leaders", cohort=cohort.name)


def _group(subject: Subject, held: Held) -> Iterator[Deviation]:
    group, name = held.group, held.group.name
    numbers: Mapping[str, tuple[float, str]] = {
        "mentees": (group.mentees, "six-mentees-per-mentor"),
        "meetings": (group.meetings, "four-meetings"),
        "weeks_between": (group.weeks_between, "month-between-meetings"),
        "hours": (group.hours, "three-hours-per-meeting"),
    }
    for number, (value, fact) in numbers.items():
        if value != subject.number(number):
            yield _one(number.replace("_", "-"), fact, held, name=name, count=value)
    if group.closing_conversations:
        yield _one("conversations", "compare-aspiring-three-plus-one", held, name=name, minutes=group.closing_conversation_minutes)
    if group.co_mentor:
        yield _one("co-mentor", "one-mentor-for-a-group", held, name=name)
    if group.format != "in-person":
        yield _one(group.format, "four-meetings", held, name=name)
    if held.hands_in and group.homework.due_working_days_before != subject.number("homework_due_working_days_before"):
        yield _one("homework-due", "homework-due-three-days", held, name=name, count=group.homework.due_working_days_before)
    if held.plan.meetings[0].end <= subject.organisation.programme.working_day_ends:
        yield _one("working-hours", "meetings-outside-working-hours", held, name=name)


def _one(code: str, fact: str, held: Held | None = None, **values: Value) -> Deviation:
    return Deviation(code=f"deviation.{code}", values=values, facts=(fact,), group=held.group.id if held else None)
