"""The composed books are the ones that were looked at."""

import difflib

import pytest

from tests.golden import BOOKS, composed, file


@pytest.mark.parametrize(("name", "language"), BOOKS)
def test_the_book_reads_as_it_did_when_it_was_looked_at(name: str, language: str) -> None:
    expected = file(name, language).read_text(encoding="utf-8").splitlines()
    actual = composed(name, language).splitlines()
    changes = list(difflib.unified_diff(expected, actual, "looked at", "now", lineterm="", n=0))

    assert changes[:40] == []
