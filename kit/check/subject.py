"""What the rules look at, and what they say: a Subject goes in, Remarks come out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kit.model.library import Library
from kit.model.organisation import Group, Organisation
from kit.model.problem import Level, Place, Reason, Value
from kit.model.programme import GroupPlan, Programme
from kit.model.roster import Person, Roster
from kit.model.source import Insert

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a rule found. `at` is the field; `place` is given where it stands in another file (the roster, whose fields
    are its columns, or an insert).

    No remark holds a name, an id or an address of the roster: remarks are printed in logs and on the public site.
    """

    level: Level
    at: Path = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    group: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One group: what was written about it, what was planned, who is in it."""

    number: int
    group: Group
    plan: GroupPlan
    mentors: tuple[Person, ...]
    mentees: tuple[Person, ...]

    def at(self, *path: str | int) -> Path:
        return ("groups", self.number, *path)

    @property
    def started(self) -> tuple[Person, ...]:
        """The mentees who were there from the first meeting, whether they stayed or not."""
        first = self.plan.meetings[0].on
        return tuple(
            person
            for person in self.mentees
            if (person.joined is None or person.joined <= first) and (person.left is None or person.left > first)
        )

    @property
    def size(self) -> int:
        """How many mentees started: by the roster where it knows any, else by the file."""
        return len(self.started) if self.mentees else self.group.mentees

    @property
    def hands_in(self) -> bool:
        """Whether homework is written and handed in."""
        return any(meeting.homework_due for meeting in self.plan.meetings)

    @property
    def three_and_one(self) -> bool:
        """Three meetings and a conversation each: what the pilot points to for aspiring leaders."""
        return self.group.meetings == 3 and self.group.closing_conversations and self.plan.based_on == "aspiring-leaders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Everything that a rule may look at."""

    organisation: Organisation
    programme: Programme
    library: Library
    roster: Roster | None
    inserts: tuple[Insert, ...] = ()
    held: tuple[Held, ...]

    def number(self, name: str) -> float:
        """One of the method's numbers."""
        value = self.library.method[name].value
        assert isinstance(value, int | float), name
        return float(value)


def held(organisation: Organisation, programme: Programme, roster: Roster | None) -> Iterator[Held]:
    """Every group with its plan and its people."""
    people = roster or Roster()
    for number, (group, plan) in enumerate(zip(organisation.groups, programme.groups, strict=True)):
        yield Held(number=number, group=group, plan=plan, mentors=people.of(group.id, "mentor"), mentees=people.of(group.id, "mentee"))


def said(code: str, **values: Value) -> Mapping[str, Value]:
    """The values of a rule that speaks in more than one way: its sentence is the one of `code`."""
    return {"said": Reason(code=code, values=values)}


def named(**values: Value) -> Mapping[str, Value]:
    """The values of a rule that has one sentence."""
    return values
