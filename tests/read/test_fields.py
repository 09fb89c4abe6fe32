"""A field of our content is read as what it should be, or told with its place."""

import pytest

from kit.model.problem import Problem
from kit.read import yaml
from kit.read.fields import Fields


@pytest.mark.parametrize(
    ("written", "read", "told"),
    [
        ("steps: [3, 12]", (3, 12), []),
        ("other: 1", (), []),
        ("steps: 3", (), ["a.yaml:1:8 C03"]),
        ("steps: [3, half]", (), ["a.yaml:1:8 C03"]),
        ("steps: [3, true]", (), ["a.yaml:1:8 C03"]),
    ],
)
def test_a_list_of_whole_numbers_is_nothing_else(written: str, read: tuple[int, ...], told: list[str]) -> None:
    problems: list[Problem] = []

    assert Fields(yaml.parse(written, "a.yaml")[0], problems).wholes("steps") == read
    assert [f"{problem.place} {problem.code}" for problem in problems] == told
