"""The command line does what tests/cases/*.md show."""

from pathlib import Path

import pytest

from tests.cases import Case, cases, fits, tell


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.claim)
def test_the_terminal_shows_what_the_case_shows(case: Case, tmp_path: Path) -> None:
    told = tell(case, tmp_path)

    for (command, wanted), shown in zip(case.commands, told, strict=True):
        assert shown == wanted or fits(shown, wanted), f"$ {command}\n{shown}"


def test_there_are_at_least_twenty() -> None:
    assert len(tuple(cases())) >= 20
