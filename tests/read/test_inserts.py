"""Texts of the organisation's own: front matter, words, listed variables."""

from pathlib import Path

import pytest

from kit.model.problem import Invalid, Place
from kit.model.source import Insert
from kit.read import inserts
from kit.read.known import Known

NUMBERS = ("hours", "meetings")
KNOWN = Known(blocks=("recruitment/no-promise", "group-meetings/acting-1/opening"))


def read(folder: Path, text: str, name: str = "recruitment/no-promise.da.md", known: Known = KNOWN) -> Insert:
    file = folder / "inserts" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    ((found,), _) = inserts.read(folder, known, NUMBERS)
    return found


def told(folder: Path, text: str, name: str = "recruitment/no-promise.da.md") -> list[str]:
    with pytest.raises(Invalid) as raised:
        read(folder, text, name)
    return [
        f"{str(found.place).removeprefix('inserts/')} {found.code} {' '.join(map(str, found.values.values()))}".strip()
        for found in raised.value.problems
    ]


def test_a_text_replaces_the_block_of_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: Intet løfte hos os\n---\nHos {{ organisation.name }} lover vi intet.\n\n") == Insert(
        name="recruitment/no-promise",
        language="da",
        title="Intet løfte hos os",
        body="Hos {{ organisation.name }} lover vi intet.\n",
        place=Place("inserts/recruitment/no-promise.da.md", 4),
        title_at=Place("inserts/recruitment/no-promise.da.md", 2, 1),
        uses={"organisation.name": Place("inserts/recruitment/no-promise.da.md", 4, 5)},
    )


def test_a_text_may_stand_before_or_after_a_block(tmp_path: Path) -> None:
    found = read(tmp_path, "---\nextends: after\n---\nMere.\n", "group-meetings/acting-1/opening.en.md")

    assert (found.name, found.language, found.extends, found.title) == ("group-meetings/acting-1/opening", "en", "after", "")


def test_a_new_text_says_where_it_stands(tmp_path: Path) -> None:
    found = read(tmp_path, "---\r\ntitle: Vores vej\r\nplace: recruitment#no-promise\r\n---\r\nTekst.\r\n", "recruitment/vores-vej.da.md")

    assert (found.name, found.stands, found.body) == ("recruitment/vores-vej", "recruitment#no-promise", "Tekst.\n")


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert inserts.read(tmp_path, KNOWN, NUMBERS) == ((), ())


def test_hidden_files_are_other_programs_own(tmp_path: Path) -> None:
    (tmp_path / "inserts").mkdir()
    (tmp_path / "inserts" / ".DS_Store").write_bytes(b"\0")

    assert inserts.read(tmp_path, KNOWN, NUMBERS) == ((), ())


@pytest.mark.parametrize(
    ("front", "problems"),
    [
        ("titel: x", ["recruitment/no-promise.da.md:2:1 Y05 titel title title, extends, place"]),
        ("title: [x]", ["recruitment/no-promise.da.md:2:8 V03"]),
        ("title: 7", ["recruitment/no-promise.da.md:2:8 V02 7"]),
        ("title: x\nextends: både", ["recruitment/no-promise.da.md:3:10 V25 både before, after"]),
        ("title: x\nplace: recruitment", ["recruitment/no-promise.da.md:3:1 I17"]),
        ("- x", ["recruitment/no-promise.da.md:2:1 I05"]),
        ("title: x\ntitle: y", ["recruitment/no-promise.da.md:3:1 Y04 title 2"]),
        ("title: 'x", ["recruitment/no-promise.da.md:2:8 Y22"]),
    ],
)
def test_front_matter_is_told_of_line_by_line(tmp_path: Path, front: str, problems: list[str]) -> None:
    assert told(tmp_path, f"---\n{front}\n---\nTekst.\n") == problems


def test_a_new_text_needs_a_place_and_a_title(tmp_path: Path) -> None:
    assert told(tmp_path, "---\ntitle: x\n---\nTekst.\n", "recruitment/no-promis.da.md") == [
        "recruitment/no-promis.da.md:2:1 I06 recruitment/no-promis recruitment/no-promise"
    ]
    assert told(tmp_path, "---\nplace: recruitment\n---\nTekst.\n", "recruitment/no-promis.da.md") == [
        "recruitment/no-promis.da.md:2:1 V01 title Sådan gør vi hos os"
    ]


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ organisation.__class__ }}",
    "{{ organisation._name }}",
    "{{ organisation['name'] }}",
    "{{ organisation.name.upper() }}",
    "{{ organisation.name|attr('x') }}",
    "{{ organisation.name | upper }}",
    "{{ organisation.name ~ 'x' }}",
    "{{ self }}",
    "{{ config }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum(n=100000) }}",
    "{{ range(99999) }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 'x'.center(1000000000) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 2 ** 99999 }}",
    "{{ 1 }}",
    "{{ 1e999 }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ [] }}",
    "{{ {} }}",
    "{{ () }}",
    "{{ not organisation.name }}",
    "{{ organisation.name if 1 else 2 }}",
    "{{ roster }}",
    "{{ organisation }}",
    "{{ organisation.name, programme.name }}",
    "{{ }}",
    "{{ 'text' }}",
    "{{ true }}",
    "{{ loop.index }}",
    "{% for x in y %}{% endfor %}",
    "{% set x = 1 %}",
    "{% if organisation.name %}x{% endif %}",
    "{% include 'roster.csv' %}",
    "{% import 'os' as os %}",
    "{% macro m() %}{{ m() }}{% endmacro %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% extends 'x' %}",
    "{%- block x -%}{%- endblock -%}",
    "{# note #}",
    "{{ organisation.name",
    "{% if",
    "{# note",
    "{{ organisation.name } }",
    "{{ {{ organisation.name }} }}",
    "{{ " + "(" * 150 + " }}",
    "{{ organisation." + "x." * 60 + "y }}",
    "{{ méthode.name }}",
]


@pytest.mark.parametrize("words", ESCAPES, ids=range(len(ESCAPES)))
def test_nothing_but_a_listed_variable_may_stand_between_braces(tmp_path: Path, words: str) -> None:
    found = told(tmp_path, f"---\ntitle: x\n---\nTekst.\n{words}\n")

    assert found
    assert all(line.startswith("recruitment/no-promise.da.md:5") for line in found)


def test_listed_variables_may(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: x\n---\n{{ programme.name }} {{meeting.date}} {{- method.hours -}}\n{{ programme.name }} } } {x}\n")

    assert {name: place.line for name, place in found.uses.items()} == {"programme.name": 4, "meeting.date": 4, "method.hours": 4}


def test_an_unknown_number_of_the_method_is_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, "---\ntitle: x\n---\n{{ method.hour }}\n") == ["recruitment/no-promise.da.md:4:1 I08 method.hour method.hours"]
