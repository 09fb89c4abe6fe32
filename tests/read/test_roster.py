"""roster.csv and roster.xlsx become the same Roster; a problem never says what stands in a cell."""

import io
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit import report
from kit.model.problem import Invalid, Place
from kit.model.roster import Person, Roster
from kit.read import roster, tables
from tests.helpers import HOME, voice

GROUPS = {"hold-a": "hold-a", "lederaspiranter, hold a": "hold-a"}
TOLD = Place("organisation.yaml", 9, 9)
HEADER = "id;name;role;group;unit;reports_to;employed_since;joined;left;email\n"


def read(folder: Path, data: str | bytes, name: str = "roster.csv") -> Roster:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return roster.read(folder, name, GROUPS, TOLD)


def told(folder: Path, data: str | bytes, name: str = "roster.csv") -> list[str]:
    with pytest.raises(Invalid) as raised:
        read(folder, data, name)
    return [f"{found.place} {found.code} {found.field}".strip() for found in raised.value.problems]


AASE = Person(
    id="M1",
    name="Åse Mentorsen",
    role="mentor",
    place=Place("roster.csv", 2),
    group="hold-a",
    unit="Skoler",
    employed_since=date(2009, 3, 1),
    email="aase@lilleby.example",
)


@pytest.mark.parametrize(
    "data",
    [
        HEADER + "M1;Åse Mentorsen;mentor;hold-a;Skoler;;2009-03-01;;;aase@lilleby.example\n",
        "id,name,role,group,unit,employed_since,email\r\nM1,Åse Mentorsen,Mentor,HOLD-A,Skoler,01-03-2009,aase@lilleby.example\r\n",
        "navn;ID;Rolle;Hold;Enhed;Ansat siden;E-mail\n"
        "Åse Mentorsen;M1;mentor;Lederaspiranter,  hold A;Skoler;1.3.2009;aase@lilleby.example\n",
        ("\ufeff" + HEADER + "M1;Åse Mentorsen;mentor;hold-a;Skoler;;2009-03-01;;;aase@lilleby.example").encode(),
        (HEADER + "M1;Åse Mentorsen;mentor;hold-a;Skoler;;2009-03-01;;;aase@lilleby.example\n").encode("cp1252"),
        HEADER + '"M1";"Åse  Mentorsen";mentor;hold-a;Skoler;;2009-03-01;;;aase@lilleby.example\n;;;;;;;;;\n\n',
    ],
    ids=["plain", "commas", "Danish headings", "byte order mark", "Windows-1252", "quoted, empty rows"],
)
def test_a_row_becomes_a_person(tmp_path: Path, data: str | bytes) -> None:
    assert read(tmp_path, data) == Roster(people=(AASE,))


@pytest.mark.parametrize(
    ("row", "unit", "email"),
    [
        ("M1;Åse;mentor;hold-a;Skoler;;;;;aase@lilleby.example", "2:22", "2:33"),
        ('M1;"Åse; Bo";mentor;hold-a;Skoler;;;;;aase@lilleby.example', "2:28", "2:39"),
        ('M1;"Åse ""Å"" Bo";mentor;hold-a;Skoler;;;;;aase@lilleby.example', "2:33", "2:44"),
        ('M1;"Åse\nBo";mentor;hold-a;Skoler;;;;;aase@lilleby.example', "2:19", "2:30"),
        ("M1;Åse;mentor", "2:1", "2:1"),  # the cells are not there
    ],
)
def test_a_person_knows_where_each_cell_stands(tmp_path: Path, row: str, unit: str, email: str) -> None:
    (person,) = read(tmp_path, f"{HEADER}{row}\n").people

    assert [str(person.at(column)) for column in ("unit", "email")] == [f"roster.csv:{unit}", f"roster.csv:{email}"]


def test_lines_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    people = read(tmp_path, "sep=;\r\n" + HEADER + 'M1;"Åse\r\nB";mentor\r\n\r\nM2;Bo;mentor;hold-a\r\n').people

    assert [str(person.at("group")) for person in people] == ["roster.csv:3:1", "roster.csv:6:14"]


def test_a_problem_calls_a_column_as_the_list_does(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as raised:
        read(tmp_path, "id;navn;rolle;ansat siden;kom til;stoppet;leder\nM1;;mentor;i maj;2027-03-01;2027-02-01;M1\n")
    said = " ".join(report.lines(raised.value.problems, voice("da")))

    assert all(word in said for word in ("Cellen navn", "ansat siden", "stoppet ligger før datoen i kom til", "kolonnen leder"))


def test_a_first_line_of_excel_s_own_is_passed_over(tmp_path: Path) -> None:
    (person,) = read(tmp_path, "sep=;\n" + HEADER + "M1;Åse;mentor\n").people

    assert (person.name, person.place) == ("Åse", Place("roster.csv", 3))


def test_a_workbook_is_read_like_a_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["id", "navn", "rolle", "hold", "ansat_siden", "stoppet"])  # type: ignore[union-attr]
    book.active.append([1, "Åse Mentorsen", "mentor", "hold-a", datetime.combine(date(2009, 3, 1), time()), None])  # type: ignore[union-attr]
    book.active.append([])  # type: ignore[union-attr]
    book.active.append(["P1", "Bo Bentsen", "mentee", "hold-a", "2020-01-01", date(2027, 3, 1)])  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)

    first, second = read(tmp_path, file.getvalue(), "roster.xlsx").people

    assert (first.id, first.employed_since, first.place) == ("1", date(2009, 3, 1), Place("roster.xlsx", 2))
    assert (second.left, second.place) == (date(2027, 3, 1), Place("roster.xlsx", 4))
    assert [str(each.at("left")) for each in (first, second)] == ["roster.xlsx:2:6", "roster.xlsx:4:6"]


def test_nordby_s_roster_is_read() -> None:
    people = roster.read(HOME.organisations / "nordby", "roster.csv", {name: name for name in ("kvinder", "hold-a", "hold-b")}, TOLD)

    assert [len(people.of(group, "mentee")) for group in ("kvinder", "hold-a", "hold-b")] == [6, 6, 5]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ("M1;;mentor", ["roster.csv:2:4 T16 name"]),
        ("M1;Åse;mentor\nM1;Bo;mentee", ["roster.csv:3:1 T17 id"]),
        ("M1;Åse;chef", ["roster.csv:2:8 T18 role"]),
        ("M1;Åse;mentor;hold-b", ["roster.csv:2:15 T19 group"]),
        ("M1;Åse;mentor;;;M2", ["roster.csv:2:17 T20 reports_to"]),
        ("M1;Åse;mentor;;;M1", ["roster.csv:2:17 T21 reports_to"]),
        (
            "M1;Åse;mentor;;;M2\nM2;Bo;manager;;;M3\nM3;Eva;manager;;;M2",
            ["roster.csv:3:17 T21 reports_to", "roster.csv:4:18 T21 reports_to"],
        ),
        ("M1;Åse;mentor;;;;i maj", ["roster.csv:2:18 T22 employed_since"]),
        ("M1;Åse;mentor;;;;1949-12-31", ["roster.csv:2:18 T22 employed_since"]),
        ("M1;Åse;mentor;;;;03/01/2009", ["roster.csv:2:18 T22 employed_since"]),
        ("M1;Åse;mentor;;;;;2027-03-01;2027-02-28", ["roster.csv:2:30 T23 left"]),
        ("M1;Åse;mentor;;;;;;;ikke en adresse", ["roster.csv:2:21 T24 email"]),
        ("M1;Åse;mentor;;;;;;;;;x", ["roster.csv:2:1 T15"]),
        ('M1;"Åse;mentor\nM2;Bo;mentee', ["roster.csv:2:4 T01"]),
        ('M1;"Å"se;mentor', ["roster.csv:2:4 T01"]),
    ],
)
def test_what_does_not_fit_is_told_by_row(tmp_path: Path, rows: str, problems: list[str]) -> None:
    assert told(tmp_path, HEADER + rows) == problems


def test_a_row_after_one_with_a_line_break_keeps_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, HEADER + 'M1;"Åse\nMentorsen";mentor\nM2;Bo;chef') == ["roster.csv:4:7 T18 role"]


def test_a_name_that_two_groups_share_names_none() -> None:
    tree = {"groups": ({"id": "a", "name": "Hold"}, {"id": "b", "name": {"da": "Hold", "en": "Group B"}})}

    assert roster.groups_of(tree) == {"a": "a", "b": "b", "group b": "b"}


def test_a_missing_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as raised:
        roster.read(tmp_path, "roster.csv", GROUPS, TOLD)
    assert raised.value.problems[0].place == TOLD


def test_no_problem_says_what_stands_in_a_cell(tmp_path: Path) -> None:
    secret = "Åse Hemmelig"
    rows = [[secret] * width for width in (3, 10, 14)]
    data = HEADER + "".join(";".join(row) + "\n" for row in rows)

    with pytest.raises(Invalid) as raised:
        read(tmp_path, data)

    assert not any(word in line for line in report.lines(raised.value.problems, voice("da")) for word in secret.split())


@given(some.binary(max_size=300) | some.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data))
def test_any_bytes_are_rows_or_a_problem(data: bytes) -> None:
    try:
        rows = tables.rows(data, "roster.csv")
    except Invalid as invalid:
        rows = ()
        codes = {found.code for found in invalid.problems}
    else:
        codes = set()

    assert all(any(row.cells) for row in rows)
    assert codes <= {"T01", "T02", "T05", "T06", "T07", "T08", "Y01"}
