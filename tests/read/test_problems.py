"""Every code has its sentence in both languages, with the values that the code carries and no others."""

import re
import string
from pathlib import Path

import pytest

from kit.model.problem import Place
from kit.read.problems import CODES, cut, nearest, problem, problems_sorted
from tests.helpers import ROOT, voice

OURS = re.compile(r"\"([DYVOTLI][0-9]{2})\"")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_sentence_says_the_values_of_its_code(code: str, language: str) -> None:
    sentence = voice(language).sentences[code]

    assert {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None} == set(CODES[code])


def test_every_code_in_the_readers_is_in_the_table_and_every_code_of_the_table_is_used() -> None:
    files = [*(ROOT / "kit" / "read").glob("*.py"), ROOT / "kit" / "model" / "written.py"]
    table = ROOT / "kit" / "read" / "problems.py"

    used = {code for file in files if file != table for code in OURS.findall(Path(file).read_text(encoding="utf-8"))}

    assert used == set(CODES)


def test_a_problem_carries_what_its_code_promises() -> None:
    with pytest.raises(TypeError, match="Y04"):
        problem("Y04", Place("a.yaml"), key="name")


def test_long_values_are_cut_and_stand_on_one_line() -> None:
    assert cut("a\n" * 100) == "a " * 39 + "a…"


def test_problems_stand_in_the_order_of_the_files_as_read() -> None:
    second, first, other = (problem("V07", Place(*place)) for place in (("b.yaml", 3, 1), ("b.yaml", 2, 9), ("a.csv", 1)))

    assert problems_sorted([second, first, other, first]) == (first, second, other)


def test_the_nearest_name_is_found_however_far_it_is() -> None:
    assert nearest("mentr", ("mentee", "mentor", "unit")) == "mentor"
    assert nearest("qqq", ("unit",)) == "unit"
