"""Where we refuse to build. Nothing is changed by being refused."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import publish
from tests.publish.made import picture


def refusal(out: Path, **more: object) -> str:
    with pytest.raises(publish.Refused) as refused:
        publish.check(out, **more)  # type: ignore[arg-type]
    return refused.value.code


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, and in it a working folder that we stand in."""
    folder = tmp_path / "home" / "åse"
    (folder / "arbejde").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder / "arbejde")
    return folder


@pytest.mark.parametrize("out", ["/", "//", ".", "..", "../..", "../../..", "./", "ny/..", "/usr/.."])
def test_the_root_the_home_folder_and_where_we_stand_are_refused(home: Path, out: str) -> None:
    before = picture(home)

    assert refusal(Path(out)) == "B03"
    assert picture(home) == before


def test_the_home_folder_is_refused_from_elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert refusal(home) == "B03"
    assert refusal(home.parent) == "B03"


def test_a_missing_and_an_empty_folder_are_fine(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()

    publish.check(tmp_path / "ny")
    publish.check(tmp_path / "tom")


@pytest.mark.parametrize("target", ["folder", "nowhere", "link"])
def test_a_link_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(target)

    assert refusal(tmp_path / "link") == "B02"


def test_links_in_a_ring_on_the_way_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    assert refusal(tmp_path / "a" / "site") in ("B02", "B06", "B08")


def test_a_link_on_the_way_is_followed(tmp_path: Path) -> None:
    (tmp_path / "organisation").mkdir()
    (tmp_path / "link").symlink_to("organisation")

    assert refusal(tmp_path / "link" / "site", sources=[tmp_path / "organisation"]) == "B04"


@pytest.mark.parametrize("out", ["forløb", "forløb/site", "forløb/inserts/site", "."])
@pytest.mark.parametrize("source", ["forløb", "forløb/organisation.yaml"])
def test_what_holds_or_is_held_by_the_organisations_folder_is_refused(tmp_path: Path, out: str, source: str) -> None:
    (tmp_path / "alt" / "forløb" / "inserts").mkdir(parents=True)
    (tmp_path / "alt" / "forløb" / "organisation.yaml").touch()

    assert refusal(tmp_path / "alt" / out, sources=[tmp_path / "alt" / source]) == "B04"


def test_an_organisation_that_is_not_there_is_not_told_of_here(tmp_path: Path) -> None:
    publish.check(tmp_path / "site", sources=[tmp_path / "ingen"])


PAIRS = [("site", "site"), ("site", "site/private"), ("site/site", "site"), ("site", "./x/../site/p")]


@pytest.mark.parametrize(("site", "private"), PAIRS)
def test_private_never_lies_inside_the_site_or_around_it(tmp_path: Path, site: str, private: str) -> None:
    assert refusal(tmp_path / private, apart_from=tmp_path / site) == "B10"


def test_private_inside_the_site_through_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").symlink_to("site")

    assert refusal(tmp_path / "other" / "private", apart_from=tmp_path / "site") == "B10"


def test_a_folder_without_a_folder_to_lie_in_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "ingen" / "site") == "B06"


def _socket(at: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(at))


@pytest.mark.parametrize("make", [Path.touch, os.mkfifo, _socket], ids=["file", "pipe", "socket"])
def test_what_is_no_folder_is_refused_without_waiting(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "ting")

    assert refusal(tmp_path / "ting") == "B09"


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(device: str) -> None:
    assert refusal(Path(device)) == "B09"


@pytest.mark.parametrize("disk", ["/proc", "/dev/shm"])
def test_a_disk_of_its_own_cannot_be_swapped_and_is_refused(disk: str) -> None:
    if not os.path.ismount(disk):
        pytest.skip(f"{disk} is not a disk of its own here")

    assert refusal(Path(disk)) == "B11"


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("å" * 200)) == "B08"
    with pytest.raises(publish.Refused, match="B08"):  # its workplace's name is longer still
        publish.staged(tmp_path / ("o" * 250)).__enter__()


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()

    assert refusal(tmp_path / "fil" / "site") in ("B06", "B08")
