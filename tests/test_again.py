"""Building again: what would be made from the same is taken over, and is byte for byte what a cold build makes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.elsewhere import Built
from tests.helpers import ROOT

QUICK = ("--only", "site", "--only", "calendars")
ORGANISATION = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag, coordinator: {name: HR, phone: "12 34 56 78"}}
languages: [da, en]
groups:
  - {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
"""


def organisation(folder: Path, text: str = ORGANISATION) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "organisation.yaml").write_text(text, encoding="utf-8")
    return folder


def welcoming(folder: Path) -> Path:
    """An organisation with a word of its own on one page of each language."""
    there = organisation(folder)
    (there / "inserts" / "design").mkdir(parents=True)
    for language, word in (("da", "Velkommen"), ("en", "Welcome")):
        (there / "inserts" / "design" / f"what-is-it.{language}.md").write_text(f"---\nextends: after\n---\n{word}.\n", encoding="utf-8")
    return there


def one_word_changed(there: Path) -> None:
    (there / "inserts" / "design" / "what-is-it.da.md").write_text("---\nextends: after\n---\nVær velkommen.\n", encoding="utf-8")


def build(folder: Path, organisation: Path, *more: str, home: Path = ROOT, **surroundings: str) -> Built:
    """What is said names every part that is made or taken over."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, str(home / "build.py"), "build", str(organisation), "--lang", "en", *more]
    ran = subprocess.run(command, cwd=folder, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return Built(code=ran.returncode, said=ran.stderr, sockets="", folder=folder)


def test_nothing_changed_means_nothing_is_made(tmp_path: Path) -> None:
    there = organisation(tmp_path / "org")
    build(tmp_path / "out", there, *QUICK)
    before = (tmp_path / "out" / "site").stat().st_ino

    again = build(tmp_path / "out", there, *QUICK)

    assert "Nothing has changed for Lilleby Kommune" in again.said
    assert "ready" not in again.said
    assert (tmp_path / "out" / "site").stat().st_ino == before


def test_a_changed_word_makes_what_holds_it_and_takes_over_the_rest(tmp_path: Path) -> None:
    there = welcoming(tmp_path / "org")
    build(tmp_path / "out", there, *QUICK)
    one_word_changed(there)

    again = build(tmp_path / "out", there, *QUICK)

    assert "Website ready: da" in again.said
    assert "Unchanged, taken over: en" in again.said
    assert again.digests() == build(tmp_path / "cold", there, *QUICK).digests()


def test_a_page_that_is_gone_is_made_again(tmp_path: Path) -> None:
    there = organisation(tmp_path / "org")
    whole = build(tmp_path / "out", there, *QUICK).digests()
    (tmp_path / "out" / "site" / "overview.html").unlink()

    again = build(tmp_path / "out", there, *QUICK)

    assert "Website ready: da" in again.said
    assert "Unchanged, taken over: en" in again.said
    assert again.digests() == whole


@pytest.mark.parametrize(
    "touch",
    [
        lambda home: _append(home / "themes" / "site" / "style" / "base.css", "\n"),
        lambda home: _append(home / "themes" / "fonts" / "hanken-grotesk.woff2", "\0"),
        lambda home: _append(home / "kit" / "render" / "site.py", "\n"),
    ],
    ids=["a style", "a font", "our code"],
)
def test_a_byte_of_ours_makes_everything_again(tmp_path: Path, touch: Callable[[Path], None]) -> None:
    home = tmp_path / "home"
    for name in ("kit", "content", "themes"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", home / "build.py")
    there = organisation(tmp_path / "org", ORGANISATION.replace("[da, en]", "[da]"))
    build(tmp_path / "out", there, "--only", "site", home=home)
    touch(home)

    again = build(tmp_path / "out", there, "--only", "site", home=home)

    assert "Website ready: da" in again.said
    assert "taken over" not in again.said


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.mark.slow
def test_every_pack_taken_over_is_what_a_cold_build_makes(tmp_path: Path) -> None:
    there = welcoming(tmp_path / "org")
    build(tmp_path / "out", there)
    one_word_changed(there)

    again = build(tmp_path / "out", there)

    assert "Pack ready: handbook (da)" in again.said
    assert "Unchanged, taken over: handbook (en)" in again.said
    assert "Unchanged, taken over: poster (da)" in again.said
    assert again.digests() == build(tmp_path / "cold", there).digests()


def test_the_roster_leaves_no_trace_in_the_public_list(tmp_path: Path) -> None:
    """Not even as a digest: two rosters of the same people at other posts give the same public files."""
    text = ORGANISATION + "roster: roster.csv\n"
    lists = []
    for unit in ("Skoleafdelingen", "Kulturafdelingen"):
        there = organisation(tmp_path / "org", text)
        (there / "roster.csv").write_text(f"id;name;role;group;unit\n1;Åse Ærø;mentor;Hold 1;{unit}\n", encoding="utf-8")
        lists.append(build(tmp_path / unit, there, *QUICK).digests())

    assert lists[0] == lists[1]
