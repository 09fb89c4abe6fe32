"""What can be wrong: a place, a problem in somebody's file, and a finding against the method.

Code and values only. The sentences live in `kit/words/<language>.yaml` under the code.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from kit.model.words import Text

Level = Literal["error", "warning", "advice"]
Kind = Literal["input", "method"]
Value: TypeAlias = "str | int | float | bool | date | time | Text | tuple[str, ...] | tuple[Text, ...] | Reason"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in somebody's file: name as the reader knows it, line and column from 1. The file as a whole is told at its beginning."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Part of a sentence, by code: why a date was moved, why nobody meets on a day."""

    code: str
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a person must change before we can go on."""

    code: str
    place: Place
    field: str = ""  # dotted: groups.0.start
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule of the method found; `accepted` holds the organisation's reason when it knows and wants it so."""

    code: str
    rule: str
    level: Level
    place: Place
    field: str = ""
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict)
    facts: tuple[str, ...] = ()
    accepted: Text | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """Where a programme differs from the pilot, as a code with values; `reason` is the organisation's own, where it gave one."""

    code: str
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict)
    facts: tuple[str, ...] = ()
    group: str | None = None
    reason: Text | None = None


class Invalid(Exception):
    """Every problem of one stage, in file order. The only way a stage refuses."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s), first: {problems[0].code} at {problems[0].place}")
        self.problems = problems

    def __reduce__(self) -> tuple[type["Invalid"], tuple[tuple[Problem, ...]]]:
        """So that it comes whole out of another process: an exception is else made again of its sentence."""
        return Invalid, (self.problems,)
