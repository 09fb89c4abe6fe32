"""`make bench` fails when a measurement's bound is broken, and only then."""

import sys
from types import ModuleType

import pytest

from tests.bench.__main__ import main


def measurement(name: str, code: int | None) -> ModuleType:
    """A module of one measurement that gives back `code`."""
    made = ModuleType(f"tests.bench.{name}")
    vars(made)["main"] = lambda: code
    return made


@pytest.mark.parametrize(("codes", "expected"), [((None, 0), 0), ((1, None), 1), ((None, 1, 0), 1)])
def test_a_broken_bound_is_the_exit_code(codes: tuple[int | None, ...], expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(f"example{number}" for number in range(len(codes)))
    for name, code in zip(names, codes, strict=True):
        monkeypatch.setitem(sys.modules, f"tests.bench.{name}", measurement(name, code))

    assert main(names) == expected
