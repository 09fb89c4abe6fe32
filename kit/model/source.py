"""What an organisation hands us: its folder, read and found sound."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kit.model.organisation import Organisation
from kit.model.problem import Place, Problem
from kit.model.roster import Roster

NOWHERE = Place("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A logo rebuilt from its shapes or pixels: nothing of the file but what is seen. Width and height in its own units."""

    kind: Literal["svg", "png"]
    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """A text of the organisation's own: `inserts/<phase>/<name>.<language>.md`."""

    name: str  # phase/name
    language: str
    title: str
    body: str  # Markdown with listed variables
    extends: Literal["", "before", "after"] = ""
    place: Place = NOWHERE  # of the first words
    title_at: Place = NOWHERE
    stands: str = ""  # for a new block: the page and the block it follows
    stands_at: Place = NOWHERE  # where that is written
    uses: Mapping[str, Place] = field(default_factory=dict)  # its variables, where they stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each field was written: `("groups", 0, "start")` → line and column of its value (or of its key)."""

    file: str
    values: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)

    def of(self, *path: str | int) -> Place:
        """The place of a field, or of the nearest part around it that was written."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return Place(self.file)

    def located(self, problem: Problem) -> Problem:
        """The problem of a stage that knows fields but no places."""
        path = tuple(int(part) if part.isdecimal() else part for part in problem.field.split("."))
        return replace(problem, place=self.of(*path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    organisation: Organisation
    places: Places
    roster: Roster | None = None
    inserts: tuple[Insert, ...] = ()
    logo: Picture | None = None
    logo_dark: Picture | None = None
    digest: str = ""  # sha256 over everything that was read, roster excluded
