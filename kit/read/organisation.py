"""An organisation's folder becomes a Source: organisation.yaml with the method's numbers in it, its roster, inserts and logos.

Every problem of every file comes in one run, at file:line:column, in file order.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from kit.model.library import MethodNumber
from kit.model.problem import Invalid, Place, Problem
from kit.model.roster import Roster
from kit.model.source import Insert, Picture, Source
from kit.read import inserts, inside, picture, roster, together, yaml
from kit.read.draft import Draft, draft
from kit.read.known import Known
from kit.read.problems import cut, problem, problems_sorted

FILE = "organisation.yaml"
EVERYTHING = Known()
Found = TypeVar("Found")


def read(folder_or_file: Path, method: Mapping[str, MethodNumber], known: Known = EVERYTHING) -> Source:
    """Reads below the organisation's folder only. Raises Invalid with every problem found."""
    file = file_of(folder_or_file)
    data = inside.content(file, yaml.ORGANISATION.bytes, Place(file.name))
    node, odd = yaml.parse(yaml.decoded(data, file.name), file.name)
    made = draft(node, file.name, method, known)
    beside = Beside(file.parent, made, known, method)
    people, own, logo, logo_dark = beside.roster(), beside.inserts(), beside.logo("logo"), beside.logo("logo_dark")
    told = {found.place for found in odd}
    problems = (*odd, *(found for found in made.problems if found.place not in told), *beside.problems)
    if problems or made.organisation is None:
        raise Invalid(problems_sorted(problems))
    return Source(
        organisation=made.organisation,
        places=made.places,
        roster=people,
        inserts=own,
        logo=logo,
        logo_dark=logo_dark,
        digest=digest(data, *beside.read),
    )


def file_of(folder_or_file: Path) -> Path:
    """organisation.yaml of a folder, which may not lead out of it; or the file that was named, wherever it is."""
    try:
        if not _stands(folder_or_file / FILE if folder_or_file.is_dir() else folder_or_file):
            raise Invalid((problem("D07", Place(FILE if folder_or_file.is_dir() else str(cut(str(folder_or_file))))),))
        if folder_or_file.is_dir():
            return inside.inside(folder_or_file, FILE, yaml.ORGANISATION.bytes, Place(FILE))
        return folder_or_file.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return folder_or_file  # reading it says what is wrong with it


def _stands(file: Path) -> bool:
    return file.exists() or file.is_symlink()  # a link that leads nowhere is told of as such


class Beside:
    """The files beside organisation.yaml. What is wrong with them gathers in `problems`; what was read, roster excluded, in `read`."""

    def __init__(self, folder: Path, made: Draft, known: Known, method: Mapping[str, MethodNumber]) -> None:
        self.folder, self.made, self.known, self.method = folder, made, known, method
        self.problems: list[Problem] = []
        self.read: list[bytes] = []

    def roster(self) -> Roster | None:
        name = self.named("roster")
        if name is None:
            return None
        groups = roster.groups_of(self.made.tree)
        return self.sound(lambda: roster.read(self.folder, name, groups, self.made.places.of("roster")))

    def inserts(self) -> tuple[Insert, ...]:
        found = self.sound(lambda: inserts.read(self.folder, self.known, self.method))
        self.read += found[1] if found else ()
        return found[0] if found else ()

    def logo(self, which: str) -> Picture | None:
        name, told = self.named("brand", which), self.made.places.of("brand", which)
        if name is None:
            return None
        data = self.sound(lambda: inside.read_inside(self.folder, name, picture.MOST_BYTES, told))
        if data is None:
            return None
        self.read.append(data)
        return self.sound(lambda: picture.rebuilt(data, name, told))

    def named(self, *field: str) -> str | None:
        """The name of a file; that a name is blank, or has a sign that nobody can see, is told with the other fields."""
        name = together.at(self.made.tree, *field)
        return name if isinstance(name, str) and name.strip() and "\0" not in name else None

    def sound(self, found: Callable[[], Found]) -> Found | None:
        try:
            return found()
        except Invalid as invalid:
            self.problems += invalid.problems
            return None


def digest(*parts: bytes) -> str:
    """One sha256 over everything, each part by its own."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
