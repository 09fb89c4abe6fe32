"""The list of what a build made, and what the next one takes over by it."""

import json
from pathlib import Path

import pytest

from kit import manifest

MADE = {"index.html": "a", "møde.html": "a", "downloads/da/poster.pdf": "b"}


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path in MADE:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"words of {path}", encoding="utf-8")
    manifest.write(folder, digest="", versions={}, made=MADE, made_from="all")
    return folder


def taken(earlier: Path, made_from: str) -> tuple[str, ...]:
    known = manifest.read(earlier)
    assert known is not None
    return manifest.take_over(earlier, known, made_from, earlier.parent / "new")


def test_what_was_made_from_the_same_is_taken_over(earlier: Path) -> None:
    assert sorted(taken(earlier, "a")) == ["index.html", "møde.html"]

    assert (earlier.parent / "new" / "møde.html").read_text(encoding="utf-8") == "words of møde.html"
    assert not (earlier.parent / "new" / "downloads").exists()


def test_what_was_made_from_something_else_is_not(earlier: Path) -> None:
    assert taken(earlier, "c") == ()


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_text("other words", encoding="utf-8")])
def test_nothing_is_taken_over_when_one_file_is_gone_or_changed(earlier: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(earlier / "møde.html")

    assert taken(earlier, "a") == ()
    assert not (earlier.parent / "new").exists()


@pytest.mark.parametrize("path", ["../outside.html", "/etc/hosts", "da/../../outside.html"])
def test_a_list_that_leads_out_of_its_folder_is_not_ours(earlier: Path, path: str) -> None:
    whole = json.loads((earlier / manifest.NAME).read_text(encoding="utf-8"))
    whole["files"][0]["path"] = path
    (earlier / manifest.NAME).write_text(json.dumps(whole), encoding="utf-8")

    assert manifest.read(earlier) is None
    assert not manifest.is_ours(earlier)


def test_a_list_without_origins_is_read_and_gives_nothing(earlier: Path) -> None:
    """As builds before this one wrote it."""
    whole = json.loads((earlier / manifest.NAME).read_text(encoding="utf-8"))
    del whole["made_from"]
    for entry in whole["files"]:
        del entry["made_from"]
    (earlier / manifest.NAME).write_text(json.dumps(whole), encoding="utf-8")

    assert manifest.is_ours(earlier)
    assert taken(earlier, "a") == ()


def test_a_file_that_is_gone_makes_the_folder_no_longer_whole(earlier: Path) -> None:
    known = manifest.read(earlier)
    assert known is not None
    assert manifest.is_whole(earlier, known)

    (earlier / "index.html").unlink()

    assert not manifest.is_whole(earlier, known)
