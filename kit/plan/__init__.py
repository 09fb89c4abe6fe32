"""When things happen, and what it takes: an Organisation becomes a Programme. Pure: no clock, no disk.

`daysoff` knows which days nobody meets, `moves` how a date moves, `schedule` the group meetings, `mentors` the seminar and the
mentor meetings, `agenda` everybody's minutes, `events` every other date, `budget` the hours.
"""

from datetime import date

from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.problem import Invalid, Place, Problem
from kit.model.programme import GroupPlan, Programme, Seminar
from kit.plan import budget, daysoff, events, mentors, moves, schedule
from kit.plan.daysoff import countries as countries
from kit.plan.schedule import Asked, Left


def programme(organisation: Organisation, library: Library, left: Left = {}) -> Programme:  # noqa: B006  never changed
    """The dated programme. `left`: when mentees stopped, by group. Raises Invalid, with fields but without places, when no plan fits."""
    asked = Asked(organisation=organisation, library=library, off=_days_off(organisation, library), left=left)
    groups = _groups(asked)
    seminar = _seminar(asked, groups)
    try:
        together = mentors.mentor_meetings(asked, groups)
        every = events.events(asked, seminar, together, groups)
        return Programme(
            seminar=seminar,
            mentor_meetings=together,
            groups=groups,
            events=every,
            budget=budget.budget(asked, groups, together),
            closed=daysoff.spells(asked.off, *_ends(seminar, groups)),
            days_off=daysoff.around(asked.off, every[0].on, every[-1].on),
        )
    except moves.NoDay:
        raise Invalid((_closed_for_ever(),)) from None


def _ends(seminar: Seminar | None, groups: tuple[GroupPlan, ...]) -> tuple[date, date]:
    """The first and the last day that people meet."""
    days = [meeting.on for group in groups for meeting in group.meetings]
    days += [group.closing_conversations.last_day for group in groups if group.closing_conversations]
    return min([seminar.on, *days] if seminar else days), max(days)


def _days_off(organisation: Organisation, library: Library) -> daysoff.DaysOff:
    try:
        return daysoff.of(organisation, library.breaks)
    except daysoff.UnknownCountry:
        wish = organisation.programme.holidays
        values = {"country": wish.country, "subdivision": wish.subdivision or ""}
        field = "programme.holidays.subdivision" if wish.subdivision else "programme.holidays.country"
        raise Invalid((Problem(code="N04", place=Place(""), field=field, values=values),)) from None


def _groups(asked: Asked) -> tuple[GroupPlan, ...]:
    """Every group's plan; the problems of all groups together."""
    plans: list[GroupPlan] = []
    problems: list[Problem] = []
    for number in range(len(asked.organisation.groups)):
        try:
            plans.append(schedule.group_plan(asked, number))
        except Invalid as invalid:
            problems += invalid.problems
        except moves.NoDay:
            problems.append(_closed_for_ever())
    if problems:
        raise Invalid(tuple(problem for number, problem in enumerate(problems) if problem not in problems[:number]))
    return tuple(plans)


def _seminar(asked: Asked, groups: tuple[GroupPlan, ...]) -> Seminar | None:
    try:
        return mentors.seminar(asked, groups)
    except moves.NoDay:
        raise Invalid((Problem(code="N06", place=Place(""), field="programme.closed"),)) from None


def _closed_for_ever() -> Problem:
    return Problem(code="N05", place=Place(""), field="programme.closed")
