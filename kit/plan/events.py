"""Every date of the programme as one list: meetings, deadlines, letters to send, rooms to book, surveys, deletion."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from kit.model.library import Timing
from kit.model.programme import Event, GroupPlan, MentorMeeting, Seminar
from kit.plan import moves
from kit.plan.daysoff import DaysOff
from kit.plan.schedule import Asked

HOURLY = ("seminar", "mentor-meeting")  # the rest by the alphabet: homework-due, meeting, pulse, survey-end
LAST_IN_A_DAY = ("closing-conversations-end", "programme-end")


def events(asked: Asked, seminar: Seminar | None, mentors: Sequence[MentorMeeting], groups: Sequence[GroupPlan]) -> tuple[Event, ...]:
    """All events in the order in which they happen; those of one kind at one hour in the order of the groups, which the sort keeps."""
    found = [*_held(seminar, mentors), *(event for group in groups for event in _of_group(asked, group)), *_ends(asked, groups)]
    found += _timed(asked, found, seminar, mentors, groups)
    return tuple(sorted(found, key=lambda event: (event.on, *_in_the_day(event))))


def _in_the_day(event: Event) -> tuple[time, int, str]:
    """What has no hour comes first in its day, what ends the programme last; at one hour HOURLY come first."""
    hour = event.start or (time.max if event.kind in LAST_IN_A_DAY else time.min)
    return hour, HOURLY.index(event.kind) if event.kind in HOURLY else len(HOURLY), event.kind


def _held(seminar: Seminar | None, mentors: Sequence[MentorMeeting]) -> Iterator[Event]:
    if seminar:
        yield Event(kind="seminar", on=seminar.on, start=seminar.start, end=seminar.end)
    for meeting in mentors:
        yield Event(kind="mentor-meeting", on=meeting.on, start=meeting.start, end=meeting.end, number=meeting.round)


def _of_group(asked: Asked, group: GroupPlan) -> Iterator[Event]:
    due_time = next(wish for wish in asked.organisation.groups if wish.id == group.id).homework.due_time
    for meeting in group.meetings:
        yield Event(kind="meeting", on=meeting.on, group=group.id, start=meeting.start, end=meeting.end, number=meeting.number)
        if meeting is not group.meetings[-1]:  # there the survey asks
            yield Event(kind="pulse", on=meeting.on, group=group.id, start=meeting.end, number=meeting.number)
        if meeting.homework_due:
            yield Event(kind="homework-due", on=meeting.homework_due, group=group.id, start=due_time, number=meeting.number)
    last = group.meetings[-1]
    yield Event(kind="survey-end", on=last.on, group=group.id, start=last.end)
    if talks := group.closing_conversations:
        yield Event(kind="closing-conversations", on=talks.first_day, group=group.id)
        yield Event(kind="closing-conversations-end", on=talks.last_day, group=group.id)
        if talks.homework_due:
            yield Event(kind="homework-due-conversation", on=talks.homework_due, group=group.id, start=due_time)


def _ends(asked: Asked, groups: Sequence[GroupPlan]) -> Iterator[Event]:
    """The end of the programme: everything written is deleted then, everything else no later than the organisation's months after it."""
    end = max(group.last_day for group in groups)
    over = moves.on_or_after(end + timedelta(days=1), asked.off.is_working_day)
    kept_until = months_after(end, asked.organisation.privacy.retention_months)
    yield Event(kind="programme-end", on=end)
    yield Event(kind="homework-deletion", on=over)
    yield Event(kind="retention-deletion", on=max(over, moves.on_or_before(kept_until, asked.off.is_working_day)))


def months_after(on: date, months: int) -> date:
    year, month = divmod(on.month - 1 + months, 12)
    return date(on.year + year, month + 1, min(on.day, monthrange(on.year + year, month + 1)[1]))


# --- what lies so many days from an anchor (content/timings.yaml)


def _timed(
    asked: Asked, found: Sequence[Event], seminar: Seminar | None, mentors: Sequence[MentorMeeting], groups: Sequence[GroupPlan]
) -> list[Event]:
    anchors = _anchors(asked, found, seminar, mentors, groups)
    return [
        Event(kind=timing.kind, on=timed(timing, anchor.on, asked.off), group=anchor.group, number=anchor.number)
        for timing in asked.library.timings
        for anchor in anchors[timing.anchor]
    ]


def timed(timing: Timing, anchor: date, off: DaysOff) -> date:
    """The working day that a timing names: never on the other side of its anchor."""
    if timing.working_days:
        return moves.working_days_from(anchor, timing.working_days, off)
    on = months_after(anchor, timing.months) + timedelta(days=timing.days)
    before = on < anchor or timing.months  # what is done months later is done before everything is deleted
    return moves.on_or_before(on, off.is_working_day) if before else moves.on_or_after(on, off.is_working_day)


def _anchors(
    asked: Asked, found: Sequence[Event], seminar: Seminar | None, mentors: Sequence[MentorMeeting], groups: Sequence[GroupPlan]
) -> Mapping[str, Sequence[Event]]:
    formats = {wish.id: wish.format for wish in asked.organisation.groups}
    starts = [Event(kind="", on=group.meetings[0].on, group=group.id) for group in groups]
    first = min(group.meetings[0].on for group in groups)
    midway = max((meeting.on for meeting in mentors if meeting.kind == "midway"), default=_middle(groups))
    return {
        "programme-start": [Event(kind="", on=min(first, seminar.on) if seminar else first)],
        "seminar": [event for event in found if event.kind == "seminar"],
        "midway": [Event(kind="", on=midway)],
        "programme-end": [event for event in found if event.kind == "programme-end"],
        "group-start": starts,
        "group-start-in-room": [start for start in starts if formats[start.group or ""] != "online"],
        "group-start-on-screen": [start for start in starts if formats[start.group or ""] != "in-person"],
        "meeting": [event for event in found if event.kind == "meeting"],
        "homework-due": [event for event in found if event.kind in ("homework-due", "homework-due-conversation")],
        "closing-conversations": [event for event in found if event.kind == "closing-conversations"],
        "group-end": [Event(kind="", on=group.last_day, group=group.id) for group in groups],
    }


def _middle(groups: Sequence[GroupPlan]) -> date:
    return max(group.meetings[(len(group.meetings) + 1) // 2 - 1].on for group in groups)
