"""roster.csv or roster.xlsx becomes a Roster. Private: a problem names row and column, never what stands in a cell."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kit.model.problem import Invalid, Place, Problem, Value
from kit.model.roster import Person, Role, Roster
from kit.model.written import Wrong, mail
from kit.read import inside, tables, together
from kit.read.problems import problem
from kit.read.tables import Row

COLUMNS = {
    "id": "id",
    "name": "name",
    "navn": "name",
    "role": "role",
    "rolle": "role",
    "group": "group",
    "hold": "group",
    "unit": "unit",
    "enhed": "unit",
    "reports_to": "reports_to",
    "leder": "reports_to",
    "employed_since": "employed_since",
    "ansat_siden": "employed_since",
    "joined": "joined",
    "kom_til": "joined",
    "left": "left",
    "stoppet": "left",
    "email": "email",
    "e_mail": "email",
}
NAMES = tuple(dict.fromkeys(COLUMNS.values()))
NEEDED = ("id", "name", "role")
ROLES: Mapping[str, Role] = {
    "mentor": "mentor",
    "mentee": "mentee",
    "manager": "manager",
    "leder": "manager",
    "coordinator": "coordinator",
    "tovholder": "coordinator",
}
DATES = ("employed_since", "joined", "left")
FIRST_YEAR, LAST_YEAR = 1950, 2099  # people are employed long before a programme


def read(folder: Path, name: str, groups: Mapping[str, str], told: Place) -> Roster:
    """Reads one file below `folder`. `told` is where organisation.yaml names it, `groups` the ids of groups by id and name."""
    data = inside.read_inside(folder, name, tables.MOST_BYTES, told)
    called = Path(name).name
    found = tables.rows(data, called)
    if len(found) < 2:
        raise Invalid((problem("T10", Place(called)),))
    header, *rows = found
    columns = _columns(header, called)
    headings = {name: cell for name, cell in zip(columns, header.cells, strict=True) if name}
    people = [Line(Place(called, row.number), _values(row, columns), _places(row, columns), headings) for row in rows]
    problems = tuple(_problems(people, rows, columns, groups))
    if problems:
        raise Invalid(problems)
    return Roster(people=tuple(_person(line, groups) for line in people))


def groups_of(tree: Mapping[str, Any]) -> Mapping[str, str]:
    """Ids of the groups by id and by name in any language; a name that two groups share names none."""
    named: list[tuple[str, str]] = []
    ids = {}
    for _, group in together.groups(tree):
        identifier, name = group.get("id"), group.get("name")
        if isinstance(identifier, str):
            ids[identifier.casefold()] = identifier
            words = set(name.values() if isinstance(name, dict) else [name])
            named += ((_plain(word), identifier) for word in {_plain(word) for word in words if isinstance(word, str)})
    often = Counter(word for word, _ in named)
    return {**{word: identifier for word, identifier in named if often[word] == 1}, **ids}


@dataclass(frozen=True, slots=True)
class Line:
    """One person's row: values by column, empty ones left out; where each column's cell stands, and what its heading says."""

    place: Place
    values: Mapping[str, str]
    columns: Mapping[str, int]
    headings: Mapping[str, str]

    def problem(self, code: str, field: str, **values: Value) -> Problem:
        """A problem with the cell of `field`, or with the row."""
        return problem(code, replace(self.place, column=self.columns.get(field, 1)), field, **values)

    def heading(self, column: str) -> str:
        """What the list itself calls the column."""
        return self.headings.get(column, column)


# --- header


def _columns(header: Row, file: str) -> tuple[str, ...]:
    """Our name of each column, or Invalid when one is unknown, missing or there twice."""
    names = tuple(COLUMNS.get(_column(cell), "") for cell in header.cells)
    problems = tuple(_header_problems(file, header, names))
    if problems:
        raise Invalid(problems)
    return names


def _header_problems(file: str, header: Row, names: tuple[str, ...]) -> Iterator[Problem]:
    place = Place(file, header.number, 1)
    missing = [name for name in NEEDED if name not in names]
    if len(missing) == len(NEEDED):  # a first row of data: quoting it could quote a person
        yield problem("T11", place, known=", ".join(name for name in NAMES if name not in NEEDED))
        return
    for number, (cell, name) in enumerate(zip(header.cells, names, strict=True), 1):
        if not name and cell:
            yield problem("T12", header.place(file, number - 1), given=cell, known=", ".join(NAMES))
        elif name and name in names[: number - 1]:
            yield problem("T13", header.place(file, number - 1), column=cell)
    yield from (problem("T14", place, column=name) for name in missing)


def _column(cell: str) -> str:
    """`E-mail` and `Ansat siden` as they stand in COLUMNS."""
    return re.sub(r"[\s_-]+", "_", cell.strip().casefold())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _values(row: Row, columns: tuple[str, ...]) -> dict[str, str]:
    return {name: cell for name, cell in zip(columns, row.cells, strict=False) if name and cell}


def _places(row: Row, columns: tuple[str, ...]) -> dict[str, int]:
    """Where each column's cell begins in this row; a short row has fewer."""
    return {name: start for name, start in zip(columns, row.starts, strict=False) if name}


# --- people


def _problems(people: list[Line], rows: list[Row], columns: tuple[str, ...], groups: Mapping[str, str]) -> Iterator[Problem]:
    ids = _ids(people)
    loops = _loops(people)
    for row, line in zip(rows, people, strict=True):
        if len(row.cells) > len(columns):
            yield line.problem("T15", "", columns=len(columns))
        yield from (line.problem("T16", column, column=line.heading(column)) for column in NEEDED if column not in line.values)
        yield from _identity(line, ids)
        yield from _belonging(line, groups, ids, loops)
        yield from _dates(line)
        if "email" in line.values and not _is_mail(line.values["email"]):
            yield line.problem("T24", "email")


def _identity(line: Line, ids: Mapping[str, int]) -> Iterator[Problem]:
    first = ids.get(line.values.get("id", ""), line.place.line)
    if first != line.place.line:
        yield line.problem("T17", "id", line=first)
    if "role" in line.values and _plain(line.values["role"]) not in ROLES:
        yield line.problem("T18", "role", known=", ".join(ROLES))


def _belonging(line: Line, groups: Mapping[str, str], ids: Mapping[str, int], loops: set[str]) -> Iterator[Problem]:
    if "group" in line.values and _plain(line.values["group"]) not in groups:
        yield line.problem("T19", "group", known=", ".join(dict.fromkeys(groups.values())))
    if "reports_to" in line.values and line.values["reports_to"] not in ids:
        yield line.problem("T20", "reports_to")
    if line.values.get("id") in loops:
        yield line.problem("T21", "reports_to", column=line.heading("reports_to"))


def _dates(line: Line) -> Iterator[Problem]:
    days = {}
    for column in DATES:
        if column in line.values:
            days[column] = _day(line.values[column])
            if days[column] is None:
                yield line.problem("T22", column, column=line.heading(column), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    joined, left = days.get("joined"), days.get("left")
    if joined and left and left < joined:
        yield line.problem("T23", "left", column=line.heading("left"), other=line.heading("joined"))


def _day(cell: str) -> date | None:
    """2009-03-01, or as a Danish spreadsheet writes it: 01-03-2009, 1.3.2009."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]00:00(?::00)?)?", cell)
    turned = re.fullmatch(r"([0-9]{1,2})([.-])([0-9]{1,2})\2([0-9]{4})", cell)
    if not found and not turned:
        return None
    year, month, day = (found[1], found[2], found[3]) if found else (turned[4], turned[3], turned[1]) if turned else ("", "", "")
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if FIRST_YEAR <= on.year <= LAST_YEAR else None


def _is_mail(cell: str) -> bool:
    try:
        return bool(mail(cell))
    except Wrong:
        return False


def _ids(people: list[Line]) -> dict[str, int]:
    """The row where each id stands first."""
    first: dict[str, int] = {}
    for line in people:
        first.setdefault(line.values.get("id", ""), line.place.line)
    first.pop("", None)
    return first


def _loops(people: list[Line]) -> set[str]:
    """Everyone who, step by step, reports to themselves."""
    above = {line.values["id"]: line.values.get("reports_to", "") for line in people if "id" in line.values}
    done: set[str] = set()
    looping: set[str] = set()
    for person in above:
        chain: dict[str, None] = {}
        while person in above and person not in done and person not in chain:
            chain[person] = None
            person = above[person]
        if person in chain:
            names = list(chain)
            looping.update(names[names.index(person) :])
        done.update(chain)
    return looping


def _person(line: Line, groups: Mapping[str, str]) -> Person:
    values = line.values
    days = {column: _day(values[column]) if column in values else None for column in DATES}
    return Person(
        id=values["id"],
        name=values["name"],
        role=ROLES[_plain(values["role"])],
        place=line.place,
        columns=line.columns,
        group=groups[_plain(values["group"])] if "group" in values else None,
        unit=values.get("unit"),
        reports_to=values.get("reports_to"),
        employed_since=days["employed_since"],
        joined=days["joined"],
        left=days["left"],
        email=values.get("email"),
    )
