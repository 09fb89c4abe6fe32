"""A full disk shows before the swap: the old output stays, byte for byte, and nothing is left behind."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import manifest, publish
from tests.publish.made import picture, publish_pages

ROOT = Path(__file__).parent.parent.parent
PAGES = {"index.html": 3_000, "søgning.json": 50_000, "mappe.pdf": 900_000, "stor.zip": 2_000_000}


def _publish_large(beside: Path) -> None:
    with publish.staged(beside / "site") as stages:
        for name, size in PAGES.items():
            (stages.site / name).write_bytes(b"x" * size)
        manifest.write(stages.site, digest="", versions={}, made={}, made_from="")


def _in_a_process(work: Callable[[], object], limit: int) -> str:
    """What `work` was refused for, in a process whose files cannot grow over `limit` bytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            work()
            os.write(writing, b"fine")
        except publish.Refused as refused:
            os.write(writing, refused.code.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as said:
        return said.read().decode()


@pytest.mark.parametrize("limit", [0, 10, 4_000, 60_000, 1_000_000])
def test_a_full_disk_at_any_byte_leaves_the_old_output(tmp_path: Path, limit: int) -> None:
    publish_pages(tmp_path, "før")
    before = picture(tmp_path)

    assert _in_a_process(lambda: _publish_large(tmp_path), limit) == "B07"
    assert picture(tmp_path) == before


def test_when_there_is_room_again_the_next_build_works(tmp_path: Path) -> None:
    _in_a_process(lambda: _publish_large(tmp_path), 4_000)

    _publish_large(tmp_path)

    assert {path.name: path.stat().st_size for path in (tmp_path / "site").iterdir() if path.name != manifest.NAME} == PAGES


PUBLISH = """
import sys
from pathlib import Path
from kit import manifest, publish
from tests.publish.made import picture, publish_pages
from tests.publish.test_full import _publish_large
publish_pages(Path(sys.argv[1]), "før")
before = picture(Path(sys.argv[1]))
try:
    _publish_large(Path(sys.argv[1]))
except publish.Refused as refused:
    print(refused.code, picture(Path(sys.argv[1])) == before)
"""


def on_a_small_disk(folder: Path, *command: str) -> list[str]:
    """`command` in a mount space of its own, where `folder` is a disk of one megabyte."""
    mount = 'mount -t tmpfs -o size=1m none "$1" && shift && exec "$@"'
    return ["unshare", *(["-r"] if os.getuid() else []), "-m", "sh", "-c", mount, "sh", str(folder), *command]


def test_a_disk_that_is_really_full_leaves_the_old_output(tmp_path: Path) -> None:
    if not shutil.which("unshare") or subprocess.run(on_a_small_disk(tmp_path, "true"), capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")

    ran = subprocess.run(
        on_a_small_disk(tmp_path, sys.executable, "-c", PUBLISH, str(tmp_path)), cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout == "B07 True\n"


def test_what_cannot_be_swapped_is_told_of_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="No such file"):
        publish._exchanged(tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(("code", "said"), [(18, "B11"), (16, "B11"), (28, "B07"), (30, "B08"), (13, "B08")])
def test_what_the_disk_refuses_at_the_swap_has_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str) -> None:
    publish_pages(tmp_path, "før")
    before = picture(tmp_path)

    def refuse(*_: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(publish, "_exchanged", refuse)
    with pytest.raises(publish.Refused, match=said):
        publish_pages(tmp_path, "efter")

    assert picture(tmp_path) == before
