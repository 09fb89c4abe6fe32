"""Every problem says file, line and column: whoever reads it, or an editor, can go there."""

import re
from itertools import chain

from kit.model.problem import Place
from kit.read.problems import CODES
from tests.hostile.cases import HERE, WRITTEN, cases

SAID = [line for case in cases(*WRITTEN, HERE / "made.md") for line in chain(*case.said.values())]
ON_SCREEN = [
    line.removeprefix("! ").strip()
    for file in sorted((HERE.parent / "cases").glob("*.md"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if re.match(r"(?:! |  )\S+: [A-Z][0-9]{2} ", line)
]
LINE = re.compile(r"(?P<file>\S.*?):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*): (?P<code>[A-Z][0-9]{2}) \S")
WITHOUT = {"D05"}  # may not be read: nothing is forbidden to the user root, whose test this may be


def test_every_line_names_file_line_and_column() -> None:
    assert len(ON_SCREEN) > 10
    assert [line for line in (*SAID, *ON_SCREEN) if not LINE.match(line) and not line.startswith(("… og", "… and"))] == []


def test_every_code_of_the_readers_has_an_example() -> None:
    shown = {found["code"] for found in map(LINE.match, (*SAID, *ON_SCREEN)) if found}

    assert set(CODES) - shown == WITHOUT


def test_what_is_wrong_with_a_whole_file_stands_at_its_beginning() -> None:
    assert str(Place("roster.csv")) == "roster.csv:1:1"
