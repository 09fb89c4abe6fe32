"""docs/features.md says what the kit really has."""

import re

from tests import features
from tests.features import MADE, PROOFS, WANTED


def test_the_list_is_up_to_date() -> None:
    assert MADE.read_text(encoding="utf-8") == features.page(), "python -m tests.features"


def test_every_wanted_row_stands_in_it_once() -> None:
    assert [row.id for row in features.wanted()] == [f"F{number:03}" for number in range(1, 107)]


def test_every_proof_is_for_a_wanted_row() -> None:
    assert set(PROOFS) <= set(re.findall(r"F\d{3}", WANTED.read_text(encoding="utf-8")))


def test_a_row_without_a_proof_is_missing() -> None:
    row = features.Row("F999", "", "A thing", "", "B", "")

    assert features.proof(row) == ""
