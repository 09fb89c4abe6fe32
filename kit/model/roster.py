"""The people of a programme. Private: only `check` and the private letters and sheets ever receive it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from kit.model.problem import Place

Role = Literal["mentor", "mentee", "manager", "coordinator"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: str
    name: str
    role: Role
    place: Place
    group: str | None = None  # a group's id
    unit: str | None = None
    reports_to: str | None = None  # the id of the direct manager; None is unknown
    employed_since: date | None = None
    joined: date | None = None
    left: date | None = None
    email: str | None = None
    columns: Mapping[str, int] = field(default_factory=dict, compare=False)  # where each of these stands in the row

    def at(self, column: str) -> Place:
        """The place of one cell; the row's first where the list lacks the column."""
        return replace(self.place, column=self.columns.get(column, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    people: tuple[Person, ...] = ()

    def of(self, group: str, role: Role) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.group == group and person.role == role)
