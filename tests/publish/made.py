"""A small output to publish, pictures of a folder, and a process that dies at a chosen step: what tests of publishing share."""

import os
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from kit import manifest, publish

STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "fcntl.flock", "ctypes.dlsym")


def publish_pages(beside: Path, word: str, *, private: bool = True) -> None:
    """Pages that hold `word`, published at `site` and `private` in the folder `beside`."""
    with publish.staged(beside / "site", beside / "private" if private else None) as stages:
        write(stages.site, word)
        if stages.private:
            write(stages.private, word)


def write(stage: Path, word: str) -> None:
    for name in ("index.html", "en/index.html", "en/møde.html"):
        (stage / name).parent.mkdir(exist_ok=True)
        (stage / name).write_text(f"<p>{word} {name}</p>", encoding="utf-8")
    manifest.write(stage, digest="", versions={}, made={}, made_from="")


def picture(folder: Path) -> dict[str, str]:
    """Every path below `folder`: what a file holds, where a link leads."""
    return {path.relative_to(folder).as_posix(): _shown(path) for path in sorted(folder.rglob("*"))}


def _shown(path: Path) -> str:
    kind = path.lstat().st_mode
    if stat.S_ISLNK(kind):
        return f"-> {path.readlink()}"
    return path.read_bytes().hex() if stat.S_ISREG(kind) else "folder" if stat.S_ISDIR(kind) else "other"


class Steps:
    """Counts what touches the disk, as Python's own audit events tell it, and ends the process just before the chosen step."""

    def __init__(self, kill: int) -> None:
        self.kill, self.taken = kill, 0

    def __call__(self, event: str, about: tuple[object, ...]) -> None:
        if event in STEPS or (event == "open" and isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            self.taken += 1
            if self.taken == self.kill:
                os.kill(os.getpid(), signal.SIGKILL)


def killed(work: Callable[[], object], step: int) -> bool:
    """Do `work` in a process that ends by SIGKILL just before the step of that number. False when it ended before: no such step."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            sys.addaudithook(Steps(step))
            work()
            status = 0
        finally:
            os._exit(status)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGKILL)
    return ended != 0
