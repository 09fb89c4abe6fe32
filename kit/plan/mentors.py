"""When mentors meet: the seminar before everything, and a mentor meeting before and after each round of group meetings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from kit.model.organisation import MentorMeetingWish
from kit.model.programme import GroupPlan, Meeting, MentorMeeting, MentorMeetingKind, Seminar
from kit.plan import agenda, method, moves
from kit.plan.schedule import Asked, minutes_of, move


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
        moved=move(asked.off, wished, on, end),
        off=asked.off.why_no_meeting(on, end),
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
        return min(meeting.on for meeting in self.meetings())

    @property
    def last(self) -> date:
        return max(meeting.on for meeting in self.meetings())

    def meetings(self) -> tuple[Meeting, ...]:
        return tuple(group.meetings[self.number - 1] for group in self.groups if 0 < self.number <= len(group.meetings))

    def next_to(self, step: int) -> tuple[date, date] | None:
        """First and last day of the same groups' round before (-1) or after (1) this one."""
        dates = [meeting.on for meeting in replace(self, number=self.number + step).meetings()]
        return (min(dates), max(dates)) if dates else None

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
    held = rounds(groups, method.whole(asked.library, "mentor_meetings_apart_days"))
    found = (meeting for each in held for meeting in _of_round(asked, wish, each))
    return _one_after_the_other(sorted(found, key=lambda meeting: (meeting.on, meeting.kind == "before", meeting.round)))


def _of_round(asked: Asked, wish: MentorMeetingWish, held: Round) -> Iterator[MentorMeeting]:
    end = agenda.later(wish.start, minutes_of(max(wish.hours, wish.midway_hours)))

    def free(on: date) -> bool:
        return asked.off.is_free(on, end)

    if wish.before and (before := _day_before(wish, held, free)):
        yield _mentor_meeting(asked, wish, held, "before", before)
    if wish.after and (after := _day_after(wish, held, free)):
        yield _mentor_meeting(asked, wish, held, "midway" if held.is_middle else "after", after)


def _day_before(wish: MentorMeetingWish, held: Round, free: Callable[[date], bool]) -> date | None:
    """The last free day before the round.

    When the round before it ended on the near side of a long break there is none; then the morning of the first meeting,
    and no mentor meeting at all when the group itself meets in the morning.
    """
    on = moves.previous_day(held.first, free)
    before = held.next_to(-1)
    if before and on <= before[1] < held.first:
        return held.first if _in_the_morning_of(wish, held, held.first, wish.hours) else None
    return on


def _day_after(wish: MentorMeetingWish, held: Round, free: Callable[[date], bool]) -> date | None:
    """The first free day after the round; the morning of the next round's first meeting when there is none between them."""
    on = moves.next_day(held.last, free)
    following = held.next_to(1)
    if following and on >= following[0] > held.last:
        next_round = replace(held, number=held.number + 1)
        return following[0] if _in_the_morning_of(wish, next_round, following[0], wish.midway_hours + wish.hours) else None
    return on


def _in_the_morning_of(wish: MentorMeetingWish, held: Round, on: date, hours: float) -> bool:
    """Whether the mentors can meet for so long before their groups meet on that day."""
    end = agenda.later(wish.start, minutes_of(hours))
    return all(end <= meeting.start for meeting in held.meetings() if meeting.on == on)


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
    return replace(meeting, start=start, end=agenda.later(start, meeting.agenda.minutes), agenda=replace(meeting.agenda, slots=slots))
