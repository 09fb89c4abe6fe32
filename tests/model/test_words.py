"""Whose it is."""

import pytest

from kit.model.words import genitive


@pytest.mark.parametrize(
    ("name", "language", "own"),
    [
        ("Nordby", "da", "Nordbys"),
        ("Aarhus", "da", "Aarhus’"),
        ("Nordby", "en", "Nordby’s"),
        ("Aarhus", "en", "Aarhus’"),
        ("St. James's", "en", "St. James's"),
    ],
)
def test_a_name_says_whose(name: str, language: str, own: str) -> None:
    assert genitive(name, language) == own
