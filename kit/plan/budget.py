"""What it takes: hours for mentors, mentees and HR, beside one-to-one mentoring. Hours with their assumptions, never "cheaper"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from kit.model.organisation import Group, Organisation
from kit.model.programme import Assumption, Budget, Cost, GroupBudget, GroupPlan, HourParts, MentorMeeting, OneToOne
from kit.model.words import Text, text
from kit.plan import method
from kit.plan.schedule import Asked

MOST_MENTEES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One-to-one mentoring as it is compared with: one mentor, one mentee. Hours a meeting from–to."""

    name: Text
    meetings: float
    hours: tuple[float, float]
    preparation_hours: float
    training_hours: float

    def hours_per_mentor(self, hours: float) -> float:
        return self.meetings * (hours + self.preparation_hours) + self.training_hours


def budget(asked: Asked, groups: Sequence[GroupPlan], mentors: Sequence[MentorMeeting]) -> Budget:
    """Hours of every group, of HR, and their cost where the organisation gave its rates."""
    found = tuple(_group_budget(asked, group, plan, mentors) for group, plan in zip(asked.organisation.groups, groups, strict=True))
    return Budget(
        groups=found,
        hr_hours=asked.organisation.programme.budget.hr_hours,
        assumptions=tuple(_assumptions(asked)),
        cost=_cost(asked.organisation, found),
    )


def _group_budget(asked: Asked, group: Group, plan: GroupPlan, mentors: Sequence[MentorMeeting]) -> GroupBudget:
    preparation, training = group.meetings * _preparation_hours(asked.organisation, plan), _training_hours(asked, group, mentors)
    fixed, each = group.meetings * group.hours + preparation + training, _conversation_hours(group)
    met = rounded(plan.mentors * (group.meetings * group.hours + each * group.mentees))
    return GroupBudget(
        id=group.id,
        hours_per_mentor=rounded(fixed + each * group.mentees),
        hours_per_mentee=_hours_per_mentee(asked, group),
        one_to_one=tuple(_compared(pair, group.mentees, fixed * plan.mentors, each * plan.mentors) for pair in pairs(asked)),
        mentors=plan.mentors,
        parts=HourParts(meetings=(met, met), preparation=rounded(plan.mentors * preparation), training=rounded(plan.mentors * training)),
    )


def _training_hours(asked: Asked, group: Group, mentors: Sequence[MentorMeeting]) -> float:
    """The seminar with its prework, and the mentors' meetings."""
    wish = asked.organisation.programme.seminar
    seminar = wish.hours + method.number(asked.library, "seminar_prework_hours") if wish else 0
    together = sum(_hours_between(meeting.start, meeting.end) for meeting in mentors if group.id in meeting.groups)
    return together + seminar


def _preparation_hours(organisation: Organisation, plan: GroupPlan) -> float:
    wished = organisation.programme.budget.mentor_preparation_hours
    return wished.aspiring_leaders if plan.based_on == "aspiring-leaders" else wished.acting_leaders


def _conversation_hours(group: Group) -> float:
    return group.closing_conversation_minutes / 60 if group.closing_conversations else 0


def _hours_per_mentee(asked: Asked, group: Group) -> tuple[float, float]:
    """Meetings, the gaps' homework or reflection from–to, and the closing conversation with its own."""
    gaps = group.meetings - 1 + (1 if group.closing_conversations else 0)
    met = group.meetings * group.hours + _conversation_hours(group)
    least, most = homework_hours(asked)
    return rounded(met + gaps * least), rounded(met + gaps * most)


def homework_hours(asked: Asked) -> tuple[float, float]:
    given = asked.organisation.programme.budget.mentee_homework_hours
    return given or (method.number(asked.library, "mentee_homework_hours_from"), method.number(asked.library, "mentee_homework_hours_to"))


def _compared(pair: Pair, mentees: int, fixed: float, each: float) -> OneToOne:
    """`break_even_mentees`: from how many on the group takes fewer mentor hours than even the shortest one-to-one."""
    least, most = (pair.hours_per_mentor(hours) for hours in pair.hours)
    enough = (count for count in range(1, MOST_MENTEES + 1) if fixed + each * count < least * count)
    return OneToOne(
        name=pair.name,
        hours=(rounded(least * mentees), rounded(most * mentees)),
        break_even_mentees=next(enough, None),
        parts=HourParts(
            meetings=(rounded(mentees * pair.meetings * pair.hours[0]), rounded(mentees * pair.meetings * pair.hours[1])),
            preparation=rounded(mentees * pair.meetings * pair.preparation_hours),
            training=rounded(mentees * pair.training_hours),
        ),
    )


def pairs(asked: Asked) -> tuple[Pair, ...]:
    """The one-to-one programmes that the organisation named, else the method's."""
    given = asked.organisation.programme.budget.one_to_one
    if given is None:
        return tuple(_pair(written) for written in method.several(asked.library, "one_to_one"))
    return tuple(
        Pair(
            name=wish.name,
            meetings=wish.meetings,
            hours=wish.hours,
            preparation_hours=wish.preparation_hours,
            training_hours=wish.training_hours,
        )
        for wish in given
    )


def _pair(written: object) -> Pair:
    assert isinstance(written, dict)
    least, most = written["hours"]
    return Pair(
        name=text(written["name"]),
        meetings=written["meetings"],
        hours=(least, most),
        preparation_hours=written["preparation_hours"],
        training_hours=written["training_hours"],
    )


def _assumptions(asked: Asked) -> Iterator[Assumption]:
    wish, library = asked.organisation.programme.budget, asked.library
    types = {asked.organisation.based_on(group) for group in asked.organisation.groups}
    if "aspiring-leaders" in types:
        yield Assumption(name="mentor-preparation-aspiring", value=wish.mentor_preparation_hours.aspiring_leaders, basis="own")
    if "acting-leaders" in types:
        yield Assumption(name="mentor-preparation-acting", value=wish.mentor_preparation_hours.acting_leaders, basis="own")
    if asked.organisation.programme.seminar:
        yield Assumption(name="seminar-prework", value=method.number(library, "seminar_prework_hours"), basis="own")
    meetings = asked.organisation.programme.mentor_meetings
    if meetings.before or meetings.after:
        yield Assumption(name="mentor-meeting", value=meetings.hours, basis="own")
    if meetings.after:
        yield Assumption(name="mentor-meeting-midway", value=meetings.midway_hours, basis="own")
    least, most = homework_hours(asked)
    basis, fact = ("own", "") if wish.mentee_homework_hours else ("pilot", "preparation-one-to-three-hours")
    yield Assumption(name="mentee-homework-from", value=least, basis=basis, source=fact)
    yield Assumption(name="mentee-homework-to", value=most, basis=basis, source=fact)
    yield Assumption(name="hr-hours", value=wish.hr_hours, basis="own")
    for pair in pairs(asked)[:1]:
        yield Assumption(name="one-to-one-preparation", value=pair.preparation_hours, basis="own")
        yield Assumption(name="one-to-one-training", value=pair.training_hours, basis="own")


def _cost(organisation: Organisation, groups: Sequence[GroupBudget]) -> Cost | None:
    """Hours times rates; mentees' homework at the middle of its span."""
    rates = organisation.programme.hourly_cost
    if rates is None:
        return None
    amount = organisation.programme.budget.hr_hours * rates.hr
    for group, found in zip(organisation.groups, groups, strict=True):
        amount += found.mentors * found.hours_per_mentor * rates.mentor
        amount += group.mentees * sum(found.hours_per_mentee) / 2 * rates.mentee
    return Cost(amount=round(amount), currency=rates.currency)


def _hours_between(start: time, end: time) -> float:
    return (datetime.combine(date.min, end) - datetime.combine(date.min, start)).total_seconds() / 3600


def rounded(hours: float) -> float:
    return round(hours, 2)
