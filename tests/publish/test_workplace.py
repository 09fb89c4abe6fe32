"""The hidden folder beside a target: one build at a time, gone afterwards, and never somebody else's."""

import os
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from kit import publish
from tests.publish.made import picture, publish_pages

MARK = publish.MARK.decode()


def workplace(beside: Path, **files: str) -> Path:
    place = beside / ".site.gruppementor"
    place.mkdir()
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    publish_pages(tmp_path, "ny")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["private", "site"]


def publish_and_fail(beside: Path) -> None:
    with publish.staged(beside / "site", beside / "private") as stages:
        (stages.site / "index.html").write_text("halv", encoding="utf-8")
        raise ZeroDivisionError


def test_a_failed_build_leaves_everything_as_it_was(tmp_path: Path) -> None:
    publish_pages(tmp_path, "før")
    before = picture(tmp_path)

    with pytest.raises(ZeroDivisionError):
        publish_and_fail(tmp_path)

    assert picture(tmp_path) == before


def test_a_folder_into_which_nothing_was_written_replaces_nothing(tmp_path: Path) -> None:
    publish_pages(tmp_path, "før")
    private = picture(tmp_path / "private")

    with publish.staged(tmp_path / "site", tmp_path / "private") as stages:
        (stages.site / "index.html").write_text("ny", encoding="utf-8")

    assert picture(tmp_path / "private") == private
    assert picture(tmp_path / "site") == {"index.html": b"ny".hex()}


def test_a_second_build_of_the_same_target_is_told_so(tmp_path: Path) -> None:
    with publish.staged(tmp_path / "site"):
        with pytest.raises(publish.Refused, match="B05"):
            publish_pages(tmp_path, "anden")
        publish_pages_elsewhere(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["site2"]


def publish_pages_elsewhere(beside: Path) -> None:
    with publish.staged(beside / "site2") as stages:
        (stages.site / "index.html").touch()


def test_two_builds_with_their_targets_crossed_never_wait_for_each_other(tmp_path: Path) -> None:
    with publish.staged(tmp_path / "a", tmp_path / "b"), pytest.raises(publish.Refused, match="B05"):
        publish.staged(tmp_path / "b", tmp_path / "a").__enter__()


def _contend(beside: Path, rounds: int) -> None:
    """Take the lock again and again. Inside it nobody else may be: the file there is ours alone to make."""
    for _ in range(rounds):
        try:
            with publish.staged(beside / "site") as stages:
                os.close(os.open(beside / "inside", os.O_CREAT | os.O_EXCL))
                (stages.site / "index.html").touch()
                (beside / "inside").unlink()
        except publish.Refused as refused:
            assert refused.code in ("B05", "B01")  # noqa: PT017  # B01: swapped while we looked


def test_the_lock_cannot_be_raced(quick: Path) -> None:
    crowd = [get_context("fork").Process(target=_contend, args=(quick, 100)) for _ in range(6)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert [one.exitcode for one in crowd] == [0] * 6
    assert sorted(path.name for path in quick.iterdir()) == ["site"]


@pytest.mark.parametrize("left", [{}, {"lock": ""}, {"lock": "Grup"}, {"lock": MARK}], ids=["nothing", "empty", "half", "whole"])
def test_what_a_killed_build_left_is_cleared_up(tmp_path: Path, left: dict[str, str]) -> None:
    place = workplace(tmp_path, **left)
    if left:
        (place / "new" / "en").mkdir(parents=True)
        (place / "new" / "en" / "index.html").write_text("halv", encoding="utf-8")

    publish_pages(tmp_path, "ny", private=False)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def _noted(beside: Path) -> None:
    workplace(beside, lock=MARK, noter="mine")


def _locked_by_another(beside: Path) -> None:
    workplace(beside, lock="mit eget")


def _without_a_lock(beside: Path) -> None:
    (workplace(beside) / "new").mkdir()


def _linked(beside: Path) -> None:
    (beside / "mine").mkdir()
    (beside / ".site.gruppementor").symlink_to("mine")


def _a_file(beside: Path) -> None:
    (beside / ".site.gruppementor").touch()


def _linked_to_nothing(beside: Path) -> None:
    (beside / ".site.gruppementor").symlink_to("gone")


def _linked_lock(beside: Path) -> None:
    (beside / "mit").write_text(MARK, encoding="utf-8")
    (workplace(beside) / "lock").symlink_to("../mit")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_noted, "B12"),
        (_locked_by_another, "B12"),
        (_without_a_lock, "B12"),
        (_linked, "B12"),
        (_linked_to_nothing, "B12"),
        (_a_file, "B12"),
        (_linked_lock, "B08"),
    ],
)
def test_a_folder_that_only_has_our_name_is_left_alone(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    make(tmp_path)
    before = picture(tmp_path)

    with pytest.raises(publish.Refused, match=code):
        publish_pages(tmp_path, "ny", private=False)

    assert picture(tmp_path) == before


def test_links_in_the_old_output_are_not_followed_when_it_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "brev.txt").touch()
    place = workplace(tmp_path, lock=MARK)
    (place / "new").mkdir()
    (place / "new" / "en").symlink_to(tmp_path / "kept")

    publish_pages(tmp_path, "ny", private=False)

    assert (tmp_path / "kept" / "brev.txt").exists()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_site_is_for_all_and_private_for_its_owner_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        publish_pages(tmp_path, "ny")
    finally:
        os.umask(before)

    assert {f"{path.stat().st_mode & 0o777:o}" for path in (tmp_path / "site", *(tmp_path / "site").rglob("*"))} == {"755", "644"}
    assert {f"{path.stat().st_mode & 0o777:o}" for path in (tmp_path / "private", *(tmp_path / "private").rglob("*"))} == {"700", "600"}


def test_nobody_else_can_look_into_a_build_at_work(tmp_path: Path) -> None:
    with publish.staged(tmp_path / "site"):
        assert (tmp_path / ".site.gruppementor").stat().st_mode & 0o777 == 0o700


def test_a_reader_never_finds_half_a_site(quick: Path) -> None:
    publish_pages(quick, "0", private=False)
    builder = get_context("fork").Process(target=lambda: [publish_pages(quick, str(number), private=False) for number in range(100)])
    builder.start()

    reads = 0
    while builder.is_alive():
        assert "møde" in (quick / "site" / "en" / "møde.html").read_text(encoding="utf-8")
        reads += 1
    assert reads > 100
