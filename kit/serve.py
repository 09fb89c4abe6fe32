"""The handbook on this computer alone, built again when a file of the organisation or of ours changes.

Listens on the loopback address only. The built folder is a temporary one, so nobody's output is touched.
"""

import errno
import http.server
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from kit import workers

LOOPBACK = "127.0.0.1"
LOOK_EVERY = 1.0  # seconds
HEADERS = {  # those of the recipe in docs/publishing.md
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
TYPES = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar"}
Build = Callable[[Path], int]  # into a folder; the exit code, everything told


class Taken(Exception):
    """Somebody else answers on that port already."""


def serve(folder: Path, ours: tuple[Path, ...], *, port: int, pages: Build, everything: Build, say: Callable[..., None]) -> int:
    """Build the pages, show them, and build what can be downloaded while we watch; until interrupted.

    When a file is broken the last good build stays; pages that fail the first time end it.
    """
    with tempfile.TemporaryDirectory(prefix="gruppementor-") as workplace:
        out = Path(workplace) / "site"
        with listening(port, out) as server:
            changed = changes(folder, ours)
            next(changed)
            if failed := pages(out):
                return failed
            with answering(server):
                address = f"http://{LOOPBACK}:{server.server_address[1]}/"
                say("serve.at", name=address)
                while True:
                    with nullcontext() if failed else meanwhile(everything, out):
                        name = next(changed)
                    say("serve.again", name=name)
                    failed = pages(out)
                    say("serve.kept" if failed else "serve.ready", name=address)


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


@contextmanager
def meanwhile(build: Build, out: Path) -> Iterator[None]:
    """The build in a process of its own; when the block ends before it, it is stopped, and leaves what was published as it was.

    What it forgets to tidy lies beside `out`. Nothing of it runs any more after the block: every process that it starts holds the
    writing end of a pipe, which only the last of them closes.
    """
    alive, held = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=_build, args=(build, out, os.getpid()))
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # between the start and the block nobody would stop it
    process.start()
    os.close(held)
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        yield
    finally:
        process.kill()
        process.join()
        os.read(alive, 1)
        os.close(alive)


def _build(build: Build, out: Path, parent: int) -> None:
    workers.follow(parent)
    tempfile.tempdir = str(out.parent)  # libraries that are stopped while they load leave files
    build(out)


def changes(folder: Path, ours: tuple[Path, ...]) -> Iterator[str]:
    """The name of one changed file at a time, for ever; first "", when all has been looked at once."""
    before = _times(folder, ours)
    yield ""
    while True:
        time.sleep(LOOK_EVERY)
        now = _times(folder, ours)
        changed = sorted(file for file in {*now, *before} if now.get(file) != before.get(file))
        if changed:
            yield changed[0].name
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
    """Serves the folder as the recipe for a web server does, and says nothing."""

    extensions_map = TYPES

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A page that is not there is told of in the language of its folder."""
        if code == HTTPStatus.NOT_FOUND and (lost := self._lost()):
            self._tell(code, lost.read_bytes())
        else:
            super().send_error(code, message, explain)

    def _tell(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _lost(self) -> Path | None:
        """The 404 page of the folder that was asked in, else the whole site's; None while nothing is built."""
        first = self.path.lstrip("/").split("/")[0]
        pages = (Path(self.translate_path(f"/{folder}/404.html")) for folder in (first, ""))
        return next((page for page in pages if page.is_file()), None)

    def log_message(self, *_: Any, **__: Any) -> None:
        return
