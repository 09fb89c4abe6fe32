"""When things happen: an Organisation becomes dated meetings, a seminar and mentor meetings.

A date that a person wrote is kept; every other date keeps off the days when nobody meets (kit/plan/daysoff.py) and moves
as little as possible (kit/plan/moves.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from kit.model.library import Library
from kit.model.organisation import WEEKDAYS, Group, MentorMeetingWish, Organisation
from kit.model.problem import Invalid, Place, Problem, Reason
from kit.model.programme import Agenda, ClosingConversations, GroupPlan, Meeting, MentorMeeting, MentorMeetingKind, Move, Seminar
from kit.model.words import Text
from kit.plan import agenda, method, moves
from kit.plan.daysoff import ONE_DAY, DaysOff

LAST_DAY = date(2099, 12, 31)
Left = Mapping[str, tuple[date, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the planner works from."""

    organisation: Organisation
    library: Library
    off: DaysOff
    left: Left


def minutes_of(hours: float) -> int:
    return round(hours * 60)


# --- group meetings


def group_plan(asked: Asked, number: int) -> GroupPlan:
    """One group's dated programme. Raises Invalid when its dates cannot be planned."""
    group = asked.organisation.groups[number]
    wished, row = wished_row(asked, group)
    dates = moves.placed(row)
    if dates is None or dates[-1] > LAST_DAY:
        raise Invalid((_no_plan(asked, number, row),))
    meetings = tuple(_meeting(asked, group, place + 1, on, wished[place], dates) for place, on in enumerate(dates))
    return GroupPlan(
        id=group.id,
        name=group.name,
        cohort=group.cohort,
        based_on=asked.organisation.based_on(group),
        mentees=group.mentees,
        meetings=meetings,
        closing_conversations=_closing_conversations(asked, group, dates[-1]) if group.closing_conversations else None,
    )


def wished_row(asked: Asked, group: Group) -> tuple[list[date], moves.Row]:
    """The dates that a group would have if there were no days off, and what they must keep."""
    end = agenda.later(group.start, minutes_of(group.hours))
    first = group.first_meeting or _first_free(asked, group, end)
    wished = [first + timedelta(weeks=group.weeks_between * place) for place in range(group.meetings)]
    given = {number - 1: on for number, on in group.dates.items() if number <= group.meetings}
    if group.first_meeting:
        given.setdefault(0, group.first_meeting)
    least = timedelta(weeks=min(method.whole(asked.library, "weeks_between_meetings_least"), group.weeks_between))
    return wished, moves.Row(
        wished=wished,
        given=given,
        free=lambda on: asked.off.is_free(on, end),
        apart=least,
        within_days=method.whole(asked.library, "meeting_search_days"),
        weekdays=_weekdays(group.weekdays),
    )


def _first_free(asked: Asked, group: Group, end: time) -> date:
    """The first free day after `start_after` (and a week after a seminar whose date is given) on one of the weekdays."""
    assert group.start_after is not None
    after = group.start_after
    seminar = asked.organisation.programme.seminar
    if seminar and seminar.date:
        after = max(after, seminar.date + timedelta(days=method.whole(asked.library, "seminar_days_before_least") - 1))
    weekdays = _weekdays(group.weekdays or tuple(str(day) for day in method.several(asked.library, "start_weekdays")))
    return moves.next_day(after, lambda on: on.weekday() in weekdays and asked.off.is_free(on, end))


def _weekdays(names: Sequence[str]) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in names)


def _meeting(asked: Asked, group: Group, number: int, on: date, wished: date, dates: Sequence[date]) -> Meeting:
    minutes = minutes_of(group.hours)
    end = agenda.later(group.start, minutes)
    by_hand = number in group.dates or (number == 1 and group.first_meeting is not None)
    return Meeting(
        number=number,
        on=on,
        start=group.start,
        end=end,
        place=group.places.get(number) or group.place or _no_place(asked, group),
        agenda=_agenda(asked, group, number, on, minutes),
        moved=None if by_hand else _move(asked.off, wished, on, end),
        homework_due=homework_due(asked, group, on) if number > 1 else None,
    )


def _move(off: DaysOff, wished: date, on: date, end: time) -> Move | None:
    if on == wished:
        return None
    why = off.why_no_meeting(wished, end) or Reason(code="off.too-close", values={"on": wished})
    return Move(wished=wished, reason=Reason(code="move", values={"wished": wished, "on": on, "why": why}))


def _no_place(asked: Asked, group: Group) -> Text:
    return method.words(asked.library, "place_online" if group.format == "online" else "place")


def _agenda(asked: Asked, group: Group, number: int, on: date, minutes: int) -> Agenda:
    template = agenda.template_of(
        asked.library, asked.organisation.based_on(group), number, group.meetings, group.closing_conversations
    )
    if template is None:
        return agenda.plain(group.name, minutes, group.start)
    gone = sum(1 for day in asked.left.get(group.id, ()) if day <= on)
    return agenda.computed(template, minutes, max(1, group.mentees - gone), group.start)


# --- homework and closing conversations


def hands_in(organisation: Organisation, group: Group) -> bool:
    """Whether the group's homework is written and handed in: aspiring leaders' is, unless the organisation's own type says otherwise."""
    own = organisation.cohorts.get(group.cohort)
    if own and own.homework:
        return own.homework == "written"
    return organisation.based_on(group) == "aspiring-leaders"


def homework_due(asked: Asked, group: Group, meeting: date) -> date | None:
    """The deadline, so many working days before; None where nothing is handed in."""
    if not hands_in(asked.organisation, group):
        return None
    return moves.working_days_from(meeting, -group.homework.due_working_days_before, asked.off)


def _closing_conversations(asked: Asked, group: Group, last_meeting: date) -> ClosingConversations:
    """From the tenth day after the last meeting, so that homework can be written, to three weeks after it."""
    earliest = last_meeting + timedelta(days=method.whole(asked.library, "closing_conversation_from_days"))
    latest = last_meeting + timedelta(weeks=method.whole(asked.library, "closing_conversation_weeks"))
    first = moves.on_or_after(earliest, asked.off.is_free)
    last = max(first, moves.on_or_before(latest, asked.off.is_free))
    return ClosingConversations(
        first_day=first, last_day=last, minutes=group.closing_conversation_minutes, homework_due=homework_due(asked, group, first)
    )


# --- the seminar


def seminar(asked: Asked, groups: Sequence[GroupPlan]) -> Seminar | None:
    """The mentor seminar: on its given date, else two weeks before the first meeting and never less than one."""
    wish = asked.organisation.programme.seminar
    if not wish:
        return None
    minutes = minutes_of(wish.hours)
    end = agenda.later(wish.start, minutes)
    first_meeting = min(group.meetings[0].on for group in groups)
    wished = wish.date or first_meeting - timedelta(days=method.whole(asked.library, "seminar_days_before"))
    on = wish.date or _seminar_day(asked, wished, first_meeting, end)
    return Seminar(
        on=on,
        start=wish.start,
        end=end,
        place=wish.place or method.words(asked.library, "place"),
        agenda=agenda.of_seminar(asked.library.seminar, minutes, wish.start)
        if asked.library.seminar
        else agenda.plain(method.words(asked.library, "place"), minutes, wish.start),
        moved=_move(asked.off, wished, on, end),
    )


def _seminar_day(asked: Asked, wished: date, first_meeting: date, end: time) -> date:
    latest = first_meeting - timedelta(days=method.whole(asked.library, "seminar_days_before_least"))
    found = moves.nearest_free(
        wished, lambda on: on <= latest and asked.off.is_free(on, end), method.whole(asked.library, "meeting_search_days")
    )
    if found is None:
        raise moves.NoDay
    return found


# --- mentor meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The groups that hold their meeting `number` within two weeks of each other: their mentors meet together."""

    number: int
    groups: tuple[GroupPlan, ...]

    @property
    def first(self) -> date:
        return min(self._dates())

    @property
    def last(self) -> date:
        return max(self._dates())

    def _dates(self) -> Iterator[date]:
        return (group.meetings[self.number - 1].on for group in self.groups)

    @property
    def is_middle(self) -> bool:
        """Of four rounds the second, of three the second, of two the first."""
        return self.number == (max(len(group.meetings) for group in self.groups) + 1) // 2


def rounds(groups: Sequence[GroupPlan], apart_days: int) -> Iterator[Round]:
    for number in range(1, max(len(group.meetings) for group in groups) + 1):
        held = sorted((group for group in groups if len(group.meetings) >= number), key=lambda group: group.meetings[number - 1].on)
        together: list[GroupPlan] = []
        for group in held:
            if together and group.meetings[number - 1].on - together[0].meetings[number - 1].on > timedelta(days=apart_days):
                yield Round(number=number, groups=tuple(together))
                together = []
            together.append(group)
        yield Round(number=number, groups=tuple(together))


def mentor_meetings(asked: Asked, groups: Sequence[GroupPlan]) -> tuple[MentorMeeting, ...]:
    """Before each round on the last free day before its first meeting, after it on the first free day after its last."""
    wish = asked.organisation.programme.mentor_meetings
    found = [meeting for held in rounds(groups, method.whole(asked.library, "mentor_meetings_apart_days")) for meeting in _of_round(asked, wish, held)]
    return _one_after_the_other(sorted(found, key=lambda meeting: (meeting.on, meeting.kind == "before", meeting.round)))


def _of_round(asked: Asked, wish: MentorMeetingWish, held: Round) -> Iterator[MentorMeeting]:
    if wish.before:
        yield _mentor_meeting(asked, wish, held, "before", moves.previous_day(held.first, asked.off.is_free))
    if wish.after:
        yield _mentor_meeting(asked, wish, held, "midway" if held.is_middle else "after", moves.next_day(held.last, asked.off.is_free))


def _mentor_meeting(asked: Asked, wish: MentorMeetingWish, held: Round, kind: MentorMeetingKind, on: date) -> MentorMeeting:
    minutes = minutes_of(wish.midway_hours if kind == "midway" else wish.hours)
    template = asked.library.agendas.get(f"mentor-meeting-{kind}")
    place = wish.place or method.words(asked.library, "place")
    return MentorMeeting(
        round=held.number,
        kind=kind,
        on=on,
        start=wish.start,
        end=agenda.later(wish.start, minutes),
        place=place,
        groups=tuple(group.id for group in held.groups),
        agenda=agenda.fitted(template, minutes, len(held.groups), wish.start) if template else agenda.plain(place, minutes, wish.start),
    )


def _one_after_the_other(meetings: Sequence[MentorMeeting]) -> tuple[MentorMeeting, ...]:
    """Two mentor meetings on one day with the same mentors follow each other: the look back first, then the next round."""
    done: list[MentorMeeting] = []
    for meeting in meetings:
        earlier = [other for other in done if other.on == meeting.on and set(other.groups) & set(meeting.groups)]
        done.append(_starting(meeting, max(other.end for other in earlier)) if earlier else meeting)
    return tuple(done)


def _starting(meeting: MentorMeeting, start: time) -> MentorMeeting:
    moved = (start.hour - meeting.start.hour) * 60 + start.minute - meeting.start.minute
    slots = tuple(replace(slot, start=agenda.later(slot.start, moved)) for slot in meeting.agenda.slots)
    return replace(
        meeting, start=start, end=agenda.later(start, meeting.agenda.minutes), agenda=replace(meeting.agenda, slots=slots)
    )


# --- when no plan fits


def _no_plan(asked: Asked, number: int, row: moves.Row) -> Problem:
    """Which constraint to relax: the first whose absence lets the group's dates be planned."""
    group = asked.organisation.groups[number]
    ordered = sorted(row.given.items())
    for (first, one), (second, other) in pairwise(ordered):
        if one >= other:
            values = {"group": group.name, "first": first + 1, "second": second + 1, "one": one, "other": other}
            return Problem(code="P01", place=Place(""), field=_given_field(number, group, second), values=values)
    dates = moves.placed(row)
    if dates is not None:
        return Problem(code="P02", place=Place(""), field=f"groups.{number}.meetings", values={"group": group.name, "last": LAST_DAY})
    return Problem(code="P03", place=Place(""), field=_relaxing(asked, number, row), values={"group": group.name})


def _given_field(number: int, group: Group, meeting: int) -> str:
    return f"groups.{number}.dates.{meeting + 1}" if meeting + 1 in group.dates else f"groups.{number}.first_meeting"


def _relaxing(asked: Asked, number: int, row: moves.Row) -> str:
    end = agenda.later(asked.organisation.groups[number].start, minutes_of(asked.organisation.groups[number].hours))
    without_closed, without_breaks = replace(asked.off, closed=(), known={}), replace(asked.off, breaks=(), known={})
    first_only = {place: on for place, on in row.given.items() if place == 0}
    tries = {
        "programme.closed": replace(row, free=lambda on: without_closed.is_free(on, end)),
        f"groups.{number}.dates": replace(row, given=first_only),
        "programme.breaks": replace(row, free=lambda on: without_breaks.is_free(on, end)),
        f"groups.{number}.weeks_between": replace(row, apart=ONE_DAY),
    }
    return next((field for field, relaxed in tries.items() if moves.placed(relaxed) is not None), f"groups.{number}.first_meeting")
