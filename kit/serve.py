"""The handbook on this computer alone, built again when a file of the organisation or of ours changes.

Listens on the loopback address only. The built folder is a temporary one, so nobody's output is touched.
"""

import errno
import http.server
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from kit import workers

LOOPBACK = "127.0.0.1"
LOOK_EVERY = 1.0  # seconds
Build = Callable[[Path], int]  # into a folder; the exit code, everything told


class Taken(Exception):
    """Somebody else answers on that port already."""


def serve(folder: Path, ours: tuple[Path, ...], *, port: int, build: Build, say: Callable[..., None]) -> int:
    """Build, show, watch, until interrupted. When a file is broken the last good build stays; a first build that fails ends it."""
    with tempfile.TemporaryDirectory(prefix="gruppementor-") as workplace:
        out = Path(workplace) / "site"
        with listening(port, out) as server:
            if code := build(out):
                return code
            with answering(server):
                address = f"http://{LOOPBACK}:{server.server_address[1]}/"
                say("serve.at", name=address)
                for changed in changes(folder, ours):
                    say("serve.again", name=changed.name)
                    say("serve.kept" if build(out) else "serve.ready", name=address)
    return 0


@contextmanager
def listening(port: int, out: Path) -> Iterator[http.server.HTTPServer]:
    """The port, taken before the slow work begins; 0 chooses a free one."""
    try:
        server = http.server.ThreadingHTTPServer((LOOPBACK, port), partial(Quiet, directory=str(out)))
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise Taken from error
        raise
    with server:
        yield server


@contextmanager
def answering(server: http.server.HTTPServer) -> Iterator[None]:
    """Browsers are answered by a process of their own: building starts processes too, which threads must not be in the way of."""
    process = multiprocessing.get_context("fork").Process(target=_answer, args=(server, os.getpid()), daemon=True)
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


def _answer(server: http.server.HTTPServer, parent: int) -> None:
    workers.follow(parent)
    server.serve_forever()


def changes(folder: Path, ours: tuple[Path, ...]) -> Iterator[Path]:
    """One changed file at a time, for ever."""
    before = _times(folder, ours)
    while True:
        time.sleep(LOOK_EVERY)
        now = _times(folder, ours)
        changed = sorted(file for file in {*now, *before} if now.get(file) != before.get(file))
        if changed:
            yield changed[0]
        before = now


def _times(folder: Path, ours: tuple[Path, ...]) -> dict[Path, int]:
    """When each file that a build reads was last changed: those beside organisation.yaml, the inserts, and all of ours."""
    beside = folder if folder.is_dir() else folder.parent
    files = [*beside.glob("*"), *(file for whole in (beside / "inserts", *ours) for file in whole.rglob("*"))]
    times = {}
    for file in files:
        with suppress(OSError):  # gone while we looked
            if file.is_file():
                times[file] = file.stat().st_mtime_ns
    return times


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the folder and says nothing."""

    def log_message(self, *_: Any, **__: Any) -> None:
        return
