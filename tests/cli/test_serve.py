"""`serve`, as a real process that a person starts, edits beside, and stops with Ctrl+C."""

import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from kit import serve, workers
from tests.helpers import LEAST, ROOT


class Served:
    """The running command and what it says on stderr, line by line."""

    def __init__(self, *arguments: str, temporary: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), "serve", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={"PATH": "/usr/bin:/bin", "TMPDIR": str(temporary), "GRUPPEMENTOR_LANG": "da"},
        )
        self.lines: Queue[str] = Queue()
        self.listener = Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stderr
        with self.process.stderr as said:
            for line in said:
                self.lines.put(line)

    def hears(self, pattern: str, seconds: float = 120) -> str:
        """The first line from now on that matches."""
        heard, until = [], time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                heard.append(self.lines.get(timeout=1))
            except Empty:
                continue
            if re.search(pattern, heard[-1]):
                return heard[-1]
        raise AssertionError(f"never heard {pattern!r} in {heard}")


@contextmanager
def served(*arguments: str, temporary: Path) -> Iterator[Served]:
    temporary.mkdir()
    running = Served(*arguments, temporary=temporary)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        running.listener.join()


@pytest.fixture
def organisation(tmp_path: Path) -> Path:
    (tmp_path / "lilleby").mkdir()
    (tmp_path / "lilleby" / "organisation.yaml").write_text(LEAST, encoding="utf-8")
    return tmp_path / "lilleby"


def ended(process: int) -> bool:
    """Whether it does nothing more, or will not within a moment: the system closes what it held before it is gone from the list."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state in "ZX":
            return True
        time.sleep(0.01)
    return False


def front_page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return str(answer.read().decode("utf-8"))


def test_an_edited_file_is_built_again_a_broken_one_is_told_of_and_ctrl_c_ends_it(organisation: Path, tmp_path: Path) -> None:
    with served(str(organisation), "--port", "0", temporary=tmp_path / "tmp") as running:
        address = running.hears("http://127").split()[3].rstrip(".")
        assert "Lilleby Kommune" in front_page(address)

        (organisation / "organisation.yaml").write_text("organisation: [", encoding="utf-8")
        running.hears("organisation.yaml:2:1: Y23")
        assert "Lilleby Kommune" in front_page(address)

        (organisation / "organisation.yaml").write_text(LEAST.replace("Lilleby", "Storby"), encoding="utf-8")
        running.hears("Den nye udgave")
        assert "Storby Kommune" in front_page(address)

        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(30) == 130
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_build_that_is_stopped_halfway_runs_no_more_and_leaves_its_scraps_beside_it(tmp_path: Path) -> None:
    """A file was left in the common temporary folder now and then: by a library that looks for others while it loads."""

    def working(parent: int) -> None:
        workers.follow(parent)
        tempfile.mkstemp(suffix=f".{os.getpid()}")
        signal.pause()

    def build(_: Path) -> int:
        process = multiprocessing.get_context("fork").Process(target=working, args=(os.getpid(),))
        process.start()
        process.join()
        return 0

    with serve.meanwhile(build, tmp_path / "site"):
        while not (scraps := list(tmp_path.iterdir())):
            time.sleep(0.01)

    assert ended(int(scraps[0].suffix[1:]))


def test_a_first_build_that_fails_ends_it(organisation: Path, tmp_path: Path) -> None:
    (organisation / "organisation.yaml").write_text("organisation: [", encoding="utf-8")

    with served(str(organisation), "--port", "0", temporary=tmp_path / "tmp") as running:
        running.hears("Y23")
        assert running.process.wait(30) == 1
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_port_in_use_is_told_of_before_anything_is_built(organisation: Path, tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        served(str(organisation), "--port", str(other.getsockname()[1]), temporary=tmp_path / "tmp") as running,
    ):
        assert running.hears("").startswith(f"Porten {other.getsockname()[1]} er optaget")
        assert running.process.wait(30) == 1
