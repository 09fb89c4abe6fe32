"""When groups meet: each group of an Organisation becomes dated meetings with their homework and closing conversations.

A date that a person wrote is kept; every other date keeps off the days when nobody meets (kit/plan/daysoff.py) and moves
as little as possible (kit/plan/moves.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from kit.model.library import Library
from kit.model.organisation import WEEKDAYS, Group, Organisation
from kit.model.problem import Invalid, Place, Problem, Reason, Value
from kit.model.programme import Agenda, ClosingConversations, GroupPlan, Meeting, Move
from kit.model.words import Text
from kit.plan import agenda, method, moves
from kit.plan.daysoff import DaysOff

LAST_DAY = date(2099, 12, 31)
CONVERSATION_DAYS = 5
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
    if dates is None or max(dates) > LAST_DAY:
        raise Invalid((_no_plan(asked, number, row),))
    meetings = tuple(_meeting(asked, group, place + 1, on, wished[place]) for place, on in enumerate(dates))
    return GroupPlan(
        id=group.id,
        name=group.name,
        cohort=group.cohort,
        based_on=asked.organisation.based_on(group),
        mentees=group.mentees,
        mentors=group.mentors,
        meetings=meetings,
        closing_conversations=_closing_conversations(asked, group, dates[-1]) if group.closing_conversations else None,
    )


def wished_row(asked: Asked, group: Group) -> tuple[list[date], moves.Row]:
    """The dates that a group would have if there were no days off, and what they must keep."""
    end = agenda.later(group.start, minutes_of(group.hours))
    first = group.first_meeting or _first_free(asked, group, end)
    wished = [first + timedelta(weeks=group.weeks_between * place) for place in range(group.meetings)]
    given = {number - 1: on for number, on in group.dates.items()}
    if group.first_meeting:
        given.setdefault(0, group.first_meeting)
    least = timedelta(weeks=min(method.whole(asked.library, "weeks_between_meetings_least"), group.weeks_between))
    return wished, moves.Row(
        wished=wished,
        given=given,
        free=lambda on: asked.off.is_free(on, end),
        earliest=first,
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


def _meeting(asked: Asked, group: Group, number: int, on: date, wished: date) -> Meeting:
    minutes = minutes_of(group.hours)
    end = agenda.later(group.start, minutes)
    return Meeting(
        number=number,
        on=on,
        start=group.start,
        end=end,
        place=group.places.get(number) or group.place or _no_place(asked, group),
        agenda=_agenda(asked, group, number, on, minutes),
        moved=None if number in group.dates else move(asked.off, wished, on, end),
        off=asked.off.why_no_meeting(on, end),
        homework_due=homework_due(asked, group, on) if number > 1 else None,
    )


def move(off: DaysOff, wished: date, on: date, end: time) -> Move | None:
    if on == wished:
        return None
    why = off.why_no_meeting(wished, end) or Reason(code="off.too-close")
    return Move(wished=wished, reason=Reason(code="move", values={"wished": wished, "on": on, "why": why}))


def _no_place(asked: Asked, group: Group) -> Text:
    return method.words(asked.library, "place_online" if group.format == "online" else "place")


def _agenda(asked: Asked, group: Group, number: int, on: date, minutes: int) -> Agenda:
    template = agenda.template_of(asked.library, asked.organisation.based_on(group), number, group.meetings, group.closing_conversations)
    if template is None:
        return agenda.plain(group.name, minutes, group.start)
    gone = sum(1 for day in asked.left.get(group.id, ()) if day <= on)
    return agenda.computed(template, minutes, group.mentees - gone, group.start)


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
    """From the tenth day after the last meeting, so that homework can be written, to three weeks after it.

    Where days off leave fewer than five days in between, the conversations end later.
    """
    earliest = last_meeting + timedelta(days=method.whole(asked.library, "closing_conversation_from_days"))
    latest = last_meeting + timedelta(weeks=method.whole(asked.library, "closing_conversation_weeks"))
    first = moves.on_or_after(earliest, asked.off.is_free)
    enough = moves.free_days_from(first, CONVERSATION_DAYS, asked.off.is_free)
    last = max(enough, moves.on_or_before(latest, asked.off.is_free))
    return ClosingConversations(
        first_day=first, last_day=last, minutes=group.closing_conversation_minutes, homework_due=homework_due(asked, group, first)
    )


# --- when no plan fits


def _no_plan(asked: Asked, number: int, row: moves.Row) -> Problem:
    """Which constraint to relax: the first whose absence lets the group's dates be planned."""
    group = asked.organisation.groups[number]
    ordered = sorted(row.given.items())
    for (first, one), (second, other) in pairwise(ordered):
        if one >= other:
            values: dict[str, Value] = {"group": group.name, "first": first + 1, "second": second + 1, "one": one, "other": other}
            return Problem(code="N01", place=Place(""), field=f"groups.{number}.dates.{second + 1}", values=values)
    dates = moves.placed(row)
    if dates is not None:
        return Problem(code="N02", place=Place(""), field=f"groups.{number}.meetings", values={"group": group.name, "last": LAST_DAY})
    field = _relaxing(asked, number, row)
    relax = Reason(code=f"N03.{field.rpartition('.')[2]}")
    return Problem(code="N03", place=Place(""), field=field, values={"group": group.name, "relax": relax})


def _relaxing(asked: Asked, number: int, row: moves.Row) -> str:
    """The closed periods when the dates can be planned without them, else the dates given by hand. Breaks alone never fill sixty days."""
    group = asked.organisation.groups[number]
    end = agenda.later(group.start, minutes_of(group.hours))
    open_all_year = replace(asked.off, closed=(), known={})
    can_open = moves.placed(replace(row, free=lambda on: open_all_year.is_free(on, end))) is not None
    return "programme.closed" if can_open or not group.dates else f"groups.{number}.dates"
