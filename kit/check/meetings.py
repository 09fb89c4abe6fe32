"""How often, how long and when a group meets, and whether its agendas fit."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby, pairwise

from kit.check.subject import Held, Remark, Subject, named, said

FEWEST_WEEKS, MOST_WEEKS = 11, 15  # from the first meeting to the last
SHORTEST_GAP, LONGEST_GAP = 3, 6  # weeks between two meetings
FEWEST_PEOPLE, MOST_PEOPLE = 3, 8  # agendas are computed for
SHORTEST_MINUTES, LONGEST_MINUTES = 120, 240
SHORTEST_SEMINAR, LONGEST_SEMINAR = 180, 360


def programme_length(subject: Subject) -> Iterator[Remark]:
    """Four meetings of three hours over some four months were tried; three and a conversation are pointed to for aspiring leaders."""
    for held in subject.held:
        group = held.group
        if group.meetings != subject.number("meetings") and not held.three_and_one:
            yield _length(held, "meetings", "F01.meetings", group.meetings)
        if group.hours != subject.number("hours"):
            yield _length(held, "hours", "F01.hours", group.hours)
        weeks = (held.plan.meetings[-1].on - held.plan.meetings[0].on) / timedelta(weeks=1)
        if not FEWEST_WEEKS <= weeks <= MOST_WEEKS and group.meetings == subject.number("meetings"):
            yield _length(held, "weeks_between", "F01.weeks", round(weeks))


def _length(held: Held, field: str, code: str, value: float) -> Remark:
    return Remark(
        level="advice", at=held.at(field), values=said(code, group=held.group.name, value=value, count=value), group=held.group.id
    )


def pace(subject: Subject) -> Iterator[Remark]:
    """About a month between two meetings: time to write and to live, without losing the thread."""
    for held in subject.held:
        for first, second in pairwise(held.plan.meetings):
            days = (second.on - first.on).days
            if SHORTEST_GAP * 7 <= days <= LONGEST_GAP * 7:
                continue
            code = "F02.short" if days < SHORTEST_GAP * 7 else "F02.long"
            values = said(code, group=held.group.name, first=first.number, second=second.number, days=days, count=days)
            by_hand = second.number in held.group.dates
            yield Remark(
                level="advice",
                at=held.at("dates", second.number) if by_hand else held.at("weeks_between"),
                values=values,
                group=held.group.id,
            )
            break


def out_of_hours(subject: Subject) -> Iterator[Remark]:
    """Meetings after the working day: working time, transport and family are to be agreed."""
    ends = subject.organisation.programme.working_day_ends
    for held in subject.held:
        if held.plan.meetings[0].end > ends:
            values = named(group=held.group.name, end=held.plan.meetings[0].end, working_day_ends=ends)
            yield Remark(level="advice", at=held.at("start"), values=values, group=held.group.id)


def closing_conversations(subject: Subject) -> Iterator[Remark]:
    """A conversation for all or for none: groups of one type should be offered the same."""
    for _, found in groupby(sorted(subject.held, key=lambda held: held.group.cohort), key=lambda held: held.group.cohort):
        groups = [*found]
        with_talks = [held for held in groups if held.group.closing_conversations]
        without = [held for held in groups if not held.group.closing_conversations]
        if with_talks and without:
            names = tuple(held.group.name for held in with_talks), tuple(held.group.name for held in without)
            values = named(having=names[0], lacking=names[1])
            yield Remark(level="advice", at=without[0].at("closing_conversations"), values=values, group=without[0].group.id)


def agenda_fits_cohort(subject: Subject) -> Iterator[Remark]:
    """Aspiring leaders had a tight agenda and written homework; current leaders a loose one and questions to carry."""
    for key, cohort in subject.organisation.cohorts.items():
        if not any(group.cohort == key for group in subject.organisation.groups):
            continue
        is_aspiring = cohort.based_on == "aspiring-leaders"
        if is_aspiring and cohort.agenda == "loose":
            yield Remark(level="warning", at=("cohorts", key, "agenda"), values=said("F05.loose", cohort=cohort.name))
        if not is_aspiring and cohort.homework == "written":
            yield Remark(level="warning", at=("cohorts", key, "homework"), values=said("F05.written", cohort=cohort.name))
        if not is_aspiring and cohort.agenda == "tight":
            yield Remark(level="advice", at=("cohorts", key, "agenda"), values=said("F05.tight", cohort=cohort.name))


def agenda_nearest(subject: Subject) -> Iterator[Remark]:
    """Agendas are made for two to four hours and three to eight mentees, seminars for three to six hours."""
    seminar = subject.programme.seminar
    wish = subject.organisation.programme.seminar
    if seminar and wish and not SHORTEST_SEMINAR <= wish.hours * 60 <= LONGEST_SEMINAR:
        values = said("F06.seminar", hours=wish.hours, used=seminar.agenda.minutes / 60)
        yield Remark(level="advice", at=("programme", "seminar", "hours"), values=values)
    for held in subject.held:
        used = held.plan.meetings[0].agenda
        if not SHORTEST_MINUTES <= held.group.hours * 60 <= LONGEST_MINUTES:
            values = said("F06.hours", group=held.group.name, hours=held.group.hours, count=held.group.hours, used=used.minutes / 60)
            yield Remark(level="advice", at=held.at("hours"), values=values, group=held.group.id)
        if not FEWEST_PEOPLE <= held.group.mentees <= MOST_PEOPLE:
            values = said("F06.mentees", group=held.group.name, count=held.group.mentees, used=used.people)
            yield Remark(level="advice", at=held.at("mentees"), values=values, group=held.group.id)


def agenda_short(subject: Subject) -> Iterator[Remark]:
    """What there is no time for is said. At its shortest every group's agenda fits: `tests/plan/test_agenda.py` holds the content to it."""
    for held in subject.held:
        dropped = tuple(dict.fromkeys(gone.title for meeting in held.plan.meetings for gone in meeting.agenda.dropped))
        if dropped:
            values = said("F07.dropped", group=held.group.name, items=dropped)
            yield Remark(level="advice", at=held.at("hours"), values=values, group=held.group.id)
    lacking = max((meeting.agenda.lacking for meeting in subject.programme.mentor_meetings), default=0)
    if lacking:
        yield Remark(level="advice", at=("programme", "mentor_meetings", "hours"), values=said("F07.mentors", count=lacking))


def date_off(subject: Subject) -> Iterator[Remark]:
    """A date written by hand is kept, also on a day off."""
    seminar = subject.programme.seminar
    if seminar and seminar.off:
        yield Remark(level="advice", at=("programme", "seminar", "date"), values=said("F08.seminar", why=seminar.off))
    for held in subject.held:
        for meeting in held.plan.meetings:
            if meeting.off:
                field = ("dates", meeting.number) if meeting.number in held.group.dates else ("first_meeting",)
                values = said("F08.meeting", group=held.group.name, number=meeting.number, why=meeting.off)
                yield Remark(level="advice", at=held.at(*field), values=values, group=held.group.id)


def conversations_late(subject: Subject) -> Iterator[Remark]:
    """Conversations end within three weeks of the last meeting, while it is fresh."""
    weeks = subject.number("closing_conversation_weeks")
    for held in subject.held:
        talks, last = held.plan.closing_conversations, held.plan.meetings[-1].on
        if talks and talks.last_day > last + timedelta(weeks=weeks):
            values = named(group=held.group.name, last=talks.last_day)
            yield Remark(level="advice", at=held.at("closing_conversations"), values=values, group=held.group.id)
