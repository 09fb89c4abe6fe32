"""Killed at any moment, each folder is the old or the new one, and the next build works and leaves no litter."""

from itertools import count, takewhile
from pathlib import Path

import pytest

from kit import publish
from tests.publish.made import killed, picture, publish_pages


def made(folder: Path, word: str) -> dict[str, str]:
    folder.mkdir()
    publish_pages(folder, word)
    return picture(folder)


def part(whole: dict[str, str], name: str) -> dict[str, str]:
    return {path: held for path, held in whole.items() if path.split("/")[0] == name}


def test_killed_at_every_step_each_folder_is_old_or_new_and_the_next_build_works(quick: Path) -> None:
    old, new, out = made(quick / "old", "før"), made(quick / "new", "efter"), quick / "out"
    made(out, "før")

    seen = []
    for step in takewhile(lambda step: killed(lambda: publish_pages(out, "efter"), step), count(1)):
        seen.append(tuple(part(picture(out), name) == part(new, name) for name in ("private", "site")))
        for name in ("site", "private"):
            assert part(picture(out), name) in (part(old, name), part(new, name)), f"{name} is mixed at step {step}"
        publish_pages(out, "før")
        assert picture(out) == old, f"litter after step {step}"

    assert list(dict.fromkeys(seen)) == [(False, False), (True, False), (True, True)]  # private first, then the site
    assert len(seen) > 40


def test_killed_at_every_step_of_a_first_build_the_next_one_works(quick: Path) -> None:
    whole = made(quick / "whole", "ny")

    for step in count(1):
        out = quick / str(step)
        out.mkdir()
        if not killed(lambda out=out: publish_pages(out, "ny"), step):  # type: ignore[misc]
            break
        publish_pages(out, "ny")
        assert picture(out) == whole, f"litter after step {step}"


def test_where_folders_cannot_be_exchanged_a_killed_build_is_put_right_by_the_next(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
    old, new, out = made(quick / "old", "før"), made(quick / "new", "efter"), quick / "out"
    made(out, "før")

    for step in takewhile(lambda step: killed(lambda: publish_pages(out, "efter"), step), count(1)):
        with pytest.raises(KeyboardInterrupt), publish.staged(out / "site", out / "private"):
            raise KeyboardInterrupt
        for name in ("site", "private"):
            assert part(picture(out), name) in (part(old, name), part(new, name)), f"{name} is mixed at step {step}"
        publish_pages(out, "før")
        assert picture(out) == old, f"litter after step {step}"
