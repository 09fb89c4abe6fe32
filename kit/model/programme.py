"""When things happen: the dated programme that the planner makes of an Organisation.

Dates without a zone; clock times are local to the organisation; minutes are whole.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from kit.model.problem import Reason
from kit.model.words import Text

MentorMeetingKind = Literal["before", "after", "midway"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One line of a computed agenda: which item, when it starts and how long it takes."""

    item: str  # id in the agenda template
    title: Text
    start: time
    minutes: int
    pause: bool = False
    each: int = 0  # minutes of one person's turn, where the item has turns
    focus: int = 0  # how many are in focus, one after the other
    outdoors: int = 0  # of its minutes: how long a walk is
    steps: tuple[tuple[int, ...], ...] = ()  # minutes of each step, part by part; an exercise of a group meeting has one part


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """An agenda item that the time did not allow."""

    item: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Slots that sum to `minutes`, and what had to go.

    `minutes` and `people` are those the agenda was computed for: the nearest it can be, where the meeting itself is shorter, longer
    or has fewer or more mentees. `lacking`: so many minutes are missing for every slot to have its least.
    """

    template: str
    minutes: int
    slots: tuple[Slot, ...]
    dropped: tuple[Dropped, ...] = ()
    people: int = 0
    lacking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A date that could not stay: where it was wished, and why it went, as a whole sentence in `kit/words`."""

    wished: date
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Seminar:
    on: date
    start: time
    end: time
    place: Text
    agenda: Agenda
    moved: Move | None = None
    off: Reason | None = None  # why nobody meets that day: only where a person wrote the date


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorMeeting:
    round: int  # 1 for the first round of group meetings
    kind: MentorMeetingKind
    on: date
    start: time
    end: time
    place: Text
    groups: tuple[str, ...]
    agenda: Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    number: int
    on: date
    start: time
    end: time
    place: Text
    agenda: Agenda
    moved: Move | None = None
    off: Reason | None = None  # why nobody meets that day: only where a person wrote the date
    homework_due: date | None = None  # homework due for this meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingConversations:
    first_day: date
    last_day: date
    minutes: int
    homework_due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan:
    """One group's dated programme. `based_on` is aspiring-leaders or acting-leaders, whatever the cohort is called."""

    id: str
    name: Text
    cohort: str
    based_on: str
    mentees: int
    mentors: int
    meetings: tuple[Meeting, ...]
    closing_conversations: ClosingConversations | None = None

    @property
    def last_day(self) -> date:
        """The day of its last meeting, or the last day of its conversations."""
        return self.closing_conversations.last_day if self.closing_conversations else self.meetings[-1].on


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One date of the programme: meeting, deadline, letter to send, survey, deletion … `kind` has a name in kit/words."""

    kind: str
    on: date
    group: str | None = None
    start: time | None = None
    end: time | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HourParts:
    """What mentors' hours for one group of mentees are made of, all mentors together; meetings from–to."""

    meetings: tuple[float, float]
    preparation: float
    training: float  # seminar and mentor meetings, or a course


@dataclass(frozen=True, slots=True, kw_only=True)
class OneToOne:
    """The same number of mentees with a mentor each: hours from–to, and from how many mentees the group takes less."""

    name: Text
    hours: tuple[float, float]
    break_even_mentees: int | None
    parts: HourParts


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBudget:
    id: str
    hours_per_mentor: float
    hours_per_mentee: tuple[float, float]
    one_to_one: tuple[OneToOne, ...]
    mentors: int
    parts: HourParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    name: str  # has a sentence in kit/words
    value: float
    basis: str  # pilot, derived, evidence, own
    source: str = ""  # a fact or source id


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    amount: float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Hours, never "cheaper": the arithmetic with its assumptions (brief, section 3)."""

    groups: tuple[GroupBudget, ...]
    hr_hours: float
    assumptions: tuple[Assumption, ...]
    cost: Cost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Days when nobody meets, the last included: a break by its name as it reads in a sentence, or the organisation's own (None)."""

    first: date
    last: date
    name: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    seminar: Seminar | None
    mentor_meetings: tuple[MentorMeeting, ...]
    groups: tuple[GroupPlan, ...]
    events: tuple[Event, ...]
    budget: Budget
    closed: tuple[Closed, ...] = ()  # from the first date to the last
    days_off: tuple[date, ...] = ()  # when nobody works, from well before the first date to well after the last

    def group(self, id: str) -> GroupPlan:
        return next(group for group in self.groups if group.id == id)

    def mentor_meeting(self, event: Event) -> MentorMeeting | None:
        """The mentor meeting that an event stands for."""
        if event.kind != "mentor-meeting":
            return None
        at = (event.on, event.start, event.number)
        return next((held for held in self.mentor_meetings if (held.on, held.start, held.round) == at), None)

    def apart(self, meeting: MentorMeeting) -> tuple[GroupPlan, ...]:
        """The groups whose mentors meet without the others of their round; none when the whole round meets together."""
        parted = any(other.round == meeting.round and other.groups != meeting.groups for other in self.mentor_meetings)
        return tuple(self.group(id) for id in meeting.groups) if parted else ()
