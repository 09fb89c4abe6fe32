"""Who is in which group: line relations, units, size, and those who come late."""

from collections import Counter
from collections.abc import Iterator, Mapping

from kit.check.subject import Held, Remark, Subject, named, said
from kit.model.problem import Level
from kit.model.roster import Person

PILOT_SIZE = 6
LARGEST_WITH_TWO_MENTORS = 12


def mentor_manages_mentee(subject: Subject) -> Iterator[Remark]:
    """A mentor is never a mentee's own manager; the manager's manager is a warning."""
    managers = _managers(subject)
    for held in subject.held:
        mentors = {mentor.id: mentor for mentor in held.mentors}
        for mentee in held.mentees:
            direct = mentors.get(mentee.reports_to or "")
            second = mentors.get(managers.get(mentee.reports_to or "") or "")
            if direct:
                yield _line_relation(held, mentee, direct, "error", "G01.direct")
            elif second:
                yield _line_relation(held, mentee, second, "warning", "G01.two-steps")


def _line_relation(held: Held, mentee: Person, mentor: Person, level: Level, code: str) -> Remark:
    values = said(code, group=held.group.name, mentor=mentor.place.line)
    return Remark(level=level, values=values, group=held.group.id, at=("reports_to",), place=mentee.at("reports_to"))


def _managers(subject: Subject) -> Mapping[str, str | None]:
    return {person.id: person.reports_to for person in subject.roster.people} if subject.roster else {}


def mentor_manages_elsewhere(subject: Subject) -> Iterator[Remark]:
    """A mentor manages somebody in another group, and the mentors talk about the homework's themes together."""
    groups = subject.held
    for held in groups:
        for mentor in held.mentors:
            managed = [mentee for other in groups if other is not held for mentee in other.mentees if mentee.reports_to == mentor.id]
            if managed:
                lines = tuple(str(mentee.place.line) for mentee in managed)
                values = named(group=held.group.name, count=len(managed), lines=lines)
                yield Remark(level="advice", values=values, group=held.group.id, at=("id",), place=mentor.at("id"))


def same_unit(subject: Subject) -> Iterator[Remark]:
    """Mentees of one group come from different units."""
    for held in subject.held:
        units = Counter(_unit(mentee) for mentee in held.started if mentee.unit)
        pairs = sum(count * (count - 1) // 2 for count in units.values())
        if not pairs:
            continue
        shared = next(mentee for mentee in reversed(held.started) if units[_unit(mentee)] > 1)
        level: Level = "advice" if pairs == 1 else "warning"
        values = said(
            "G03.one-pair" if pairs == 1 else "G03.several",
            group=held.group.name,
            count=sum(count for count in units.values() if count > 1),
        )
        yield Remark(level=level, values=values, group=held.group.id, at=("unit",), place=shared.at("unit"))


def _unit(person: Person) -> str:
    return " ".join((person.unit or "").casefold().split())


def group_size(subject: Subject) -> Iterator[Remark]:
    """Six started in the pilot; fewer leave little room for drop-outs, more is untried or needs two mentors."""
    for held in subject.held:
        found = _size(held.size, held.group.co_mentor)
        if found:
            level, code = found
            values = said(f"G04.{code}", group=held.group.name, count=held.size)
            yield Remark(level=level, at=held.at("mentees"), values=values, group=held.group.id)


def _size(mentees: int, co_mentor: bool) -> tuple[Level, str] | None:
    if mentees <= 3:
        return "warning", "few"
    if mentees < PILOT_SIZE:
        return "advice", "below"
    if mentees == PILOT_SIZE:
        return None
    if mentees <= 8:
        return "warning", "above"
    if mentees > LARGEST_WITH_TWO_MENTORS:
        return "warning", "too-many"
    return ("advice", "two-mentors") if co_mentor else ("warning", "alone")


def one_group(subject: Subject) -> Iterator[Remark]:
    """With one group there is no other mentor to talk with, unless two share it."""
    if len(subject.organisation.groups) == 1:
        two = subject.organisation.groups[0].co_mentor
        yield Remark(level="advice" if two else "warning", at=("groups",), values=said("G05.two" if two else "G05.alone"))


def refill(subject: Subject) -> Iterator[Remark]:
    """An empty place stays empty."""
    for held in subject.held:
        first = held.plan.meetings[0].on
        for mentee in held.mentees:
            if mentee.joined and mentee.joined > first:
                values = named(group=held.group.name, joined=mentee.joined, first=first)
                yield Remark(level="warning", values=values, group=held.group.id, at=("joined",), place=mentee.at("joined"))


def line_relations_unknown(subject: Subject) -> Iterator[Remark]:
    """What could not be checked is said."""
    mentees = [mentee for held in subject.held for mentee in held.mentees]
    unknown = [mentee for mentee in mentees if not mentee.reports_to]
    if unknown:
        lines = tuple(str(mentee.place.line) for mentee in unknown)
        values = named(count=len(unknown), mentees=len(mentees), lines=lines)
        yield Remark(level="advice", at=("reports_to",), values=values, place=unknown[0].at("reports_to"))


def roster_size(subject: Subject) -> Iterator[Remark]:
    """The roster and the file count the same people."""
    if subject.roster is None:
        return
    for held in subject.held:
        mentors = held.group.mentors
        if len(held.started) != held.group.mentees:
            values = said("G08.mentees", group=held.group.name, file=held.group.mentees, roster=len(held.started))
            yield Remark(level="advice", at=held.at("mentees"), values=values, group=held.group.id)
        if len(held.mentors) != mentors:
            values = said("G08.mentors", group=held.group.name, file=mentors, roster=len(held.mentors))
            yield Remark(level="advice", at=held.at("co_mentor"), values=values, group=held.group.id)
