"""Typed quotation marks become printed ones."""

import pytest

from kit.read.characters import curled


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Don't.", "Don’t."),
        ("Say: 'I don't know.'", "Say: ‘I don’t know.’"),
        ("**'Why'** sounds hard.", "**‘Why’** sounds hard."),
        ("the *mentor*'s own", "the *mentor*’s own"),
        ("| 'May I?' | 'Yes.' |", "| ‘May I?’ | ‘Yes.’ |"),
        ("mentees' egen", "mentees’ egen"),
    ],
)
def test_quotation_marks_are_printed_ones(typed: str, printed: str) -> None:
    assert curled(typed) == printed
