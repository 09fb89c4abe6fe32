"""Every broken folder is told of at its place, in Danish and English, at once and without a traceback."""

from pathlib import Path

import pytest

from kit import report
from kit.model.problem import Invalid
from kit.read import library, organisation
from kit.read.known import Known
from tests.helpers import HOME, voice, within
from tests.hostile.cases import WRITTEN, Case, cases

KNOWN = Known(
    version="1.0",
    terms=("mentor", "mentee", "unit", "coordinator"),
    blocks=("recruitment/no-promise", "recruitment/letter", "seminar/focus-round"),
)


@pytest.mark.parametrize("case", cases(*WRITTEN), ids=lambda case: case.claim)
def test_a_broken_folder_is_told_of_where_it_is_broken(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)

    with within(2), pytest.raises(Invalid) as raised:
        organisation.read(tmp_path, library.method(HOME.content), KNOWN)

    assert {language: report.lines(raised.value.problems, voice(language)) for language in ("da", "en")} == case.said


def test_there_are_at_least_forty() -> None:
    assert len(cases(*WRITTEN)) >= 40
