"""How mentors are prepared and meet each other: the seminar and the mentor meetings."""

from collections.abc import Iterator
from itertools import pairwise

from kit.check.subject import Held, Remark, Subject, named, said
from kit.model.organisation import SeminarWish

SHORTEST_HOURS = 3
BETWEEN_TWO_ROUNDS = 2


def _seminar(subject: Subject) -> SeminarWish | None:
    return subject.organisation.programme.seminar or None


def seminar_missing(subject: Subject) -> Iterator[Remark]:
    """Mentors are trained before the first meeting."""
    if subject.programme.seminar is None:
        yield Remark(level="warning", at=("programme", "seminar"))


def seminar_short(subject: Subject) -> Iterator[Remark]:
    """Half a day: practice, role and tools do not fit in less than three hours."""
    wish = _seminar(subject)
    if wish and wish.hours < SHORTEST_HOURS:
        yield Remark(level="warning", at=("programme", "seminar", "hours"), values=named(hours=wish.hours))


def seminar_late(subject: Subject) -> Iterator[Remark]:
    """The seminar comes first, with a week for the mentors to prepare."""
    if subject.programme.seminar is None:
        return
    on = subject.programme.seminar.on
    first = min(group.meetings[0].on for group in subject.programme.groups)
    days = (first - on).days
    if days < subject.number("seminar_days_before_least"):
        code = "M03.after" if days <= 0 else "M03.days"
        yield Remark(level="warning", at=("programme", "seminar", "date"), values=said(code, on=on, first=first, count=days))


def mentor_meetings(subject: Subject) -> Iterator[Remark]:
    """Mentors meet twice between two rounds: to look back right after, and to plan before."""
    wish = subject.organisation.programme.mentor_meetings
    for name, is_held in (("before", wish.before), ("after", wish.after)):
        if not is_held:
            yield Remark(level="warning", at=("programme", "mentor_meetings", name), values=said(f"M04.no-{name}"))
    if not (wish.before and wish.after):
        return
    for held in subject.held:
        rounds = [first for first, second in pairwise(held.plan.meetings) if between(subject, held, first.number) < BETWEEN_TWO_ROUNDS]
        if rounds:
            first = rounds[0]
            values = said("M04.no-room", group=held.group.name, round=first.number, next=first.number + 1)
            yield Remark(level="warning", at=held.at("weeks_between"), values=values, group=held.group.id)


def between(subject: Subject, held: Held, number: int) -> int:
    """How many mentor meetings the group's mentor has after meeting `number` and before the next."""
    return sum(
        1
        for meeting in subject.programme.mentor_meetings
        if held.group.id in meeting.groups and (meeting.round, meeting.kind == "before") in ((number, False), (number + 1, True))
    )
