"""The same input gives the same bytes: in another time zone, language, folder and order of sets."""

from pathlib import Path

import pytest

from tests.elsewhere import Built, build
from tests.helpers import HOME

HERE = {"TZ": "Europe/Copenhagen", "LANG": "da_DK.UTF-8", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"}
THERE = {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2", "LANGUAGE": "en", "COLUMNS": "40"}


def twice(tmp_path: Path, name: str, *only: str) -> tuple[Built, Built]:
    organisation = HOME.organisations / name
    one = build(tmp_path / "here", organisation, *only, umask=0o022, **HERE)
    other = build(tmp_path / "der ovre, på ø", organisation, *only, umask=0o077, **THERE)
    assert (one.code, other.code) == (0, 0), one.said + other.said
    return one, other


def test_site_and_calendars_are_the_same_everywhere(tmp_path: Path) -> None:
    one, other = twice(tmp_path, "minimal", "--only", "site", "--only", "calendars")

    assert one.digests() == other.digests()
    assert len(one.digests()) > 50


@pytest.mark.slow
@pytest.mark.parametrize("name", ["minimal", "fjordene", "nordby"])
def test_everything_is_the_same_everywhere(tmp_path: Path, name: str) -> None:
    one, other = twice(tmp_path, name)

    assert one.digests() == other.digests()
    assert any(path.endswith(".pdf") for path in one.digests())
