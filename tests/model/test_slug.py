"""A name becomes a safe part of file names and addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.model.slug import RESERVED, slug


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("Kvinder i ledelse", "kvinder-i-ledelse"),
        ("Lederaspiranter, hold A", "lederaspiranter-hold-a"),
        ("Æbler & Ørreder på Århus", "aebler-oerreder-paa-aarhus"),
        ("A\u030arhus", "aarhus"),
        ("Café Ñandú", "cafe-nandu"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "hold-3"),
        ("index", "hold-3"),
        ("🌱🌱", "hold-3"),
        ("", "hold-3"),
        ("日本", "hold-3"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_name_becomes_a_slug(name: str, becomes: str) -> None:
    assert slug(name, 3) == becomes


def test_a_taken_slug_gets_a_number() -> None:
    assert slug("Hold 1", 2, {"hold-1"}) == "hold-1-2"
    assert slug("x" * 80, 2, {"x" * 60}) == "x" * 58 + "-2"


@given(some.lists(some.text(max_size=80), max_size=20))
def test_slugs_are_safe_short_and_unlike_each_other(names: list[str]) -> None:
    taken: set[str] = set()
    for number, name in enumerate(names, 1):
        made = slug(name, number, taken)

        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
        assert len(made) <= 60
        assert made not in RESERVED | taken
        taken.add(made)
