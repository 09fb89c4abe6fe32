"""The command itself, killed, cut short and in want of room: the website is the old or the new one, and nobody is left behind."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import HOME, ROOT
from tests.publish.made import picture

pytestmark = pytest.mark.slow
COMMAND = [
    sys.executable,
    str(ROOT / "build.py"),
    "build",
    str(HOME.organisations / "minimal"),
    "-q",
    "--only",
    "site",
    "--only",
    "calendars",
]


def run(folder: Path, prepare: Callable[[], object] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(COMMAND, cwd=folder, capture_output=True, text=True, preexec_fn=prepare, check=False)


def alive(marked: str) -> list[str]:
    """Processes that still carry the mark in their environment: workers that outlived their parent."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if marked.encode() in environment.read_bytes():
                found.append(environment.parent.name)
        except OSError:
            continue
    return found


def pages(site: dict[str, str]) -> dict[str, str]:
    """All but the list, which knows of which time it is."""
    return {path: held for path, held in site.items() if path != "manifest.json"}


def test_killed_at_eight_moments_the_site_is_whole_and_no_process_is_left(tmp_path: Path) -> None:
    start = time.monotonic()
    assert run(tmp_path).returncode == 0
    length, whole, picture_of_site = time.monotonic() - start, picture(tmp_path), picture(tmp_path / "site")

    for moment in range(1, 9):
        mark = f"KILLED_BUILD={tmp_path.name}-{moment}"
        name, _, value = mark.partition("=")
        another_time = {name: value, "SOURCE_DATE_EPOCH": str(moment)}  # else nothing would be made again
        process = subprocess.Popen(
            COMMAND, cwd=tmp_path, env={**os.environ, **another_time}, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        time.sleep(length * moment / 8.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.5)
        assert alive(mark) == []
        assert pages(picture(tmp_path / "site")) == pages(picture_of_site)

    assert run(tmp_path).returncode == 0
    assert picture(tmp_path) == whole


@pytest.mark.parametrize("limit", [4_000, 60_000, 1_000_000])
def test_in_want_of_room_the_old_site_stays_and_a_sentence_says_so(tmp_path: Path, limit: int) -> None:
    (tmp_path / "site").mkdir()

    cut_short = run(tmp_path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))

    assert "Traceback" not in cut_short.stderr
    if cut_short.returncode:
        assert "B07" in cut_short.stderr or "plads på disken" in cut_short.stderr
        assert picture(tmp_path) == {"site": "folder"}


def test_ctrl_c_ends_all_of_it_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(COMMAND, cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    while not (tmp_path / ".site.gruppementor").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)

    _, said = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in said) == (130, False)
    assert list(tmp_path.iterdir()) == []
