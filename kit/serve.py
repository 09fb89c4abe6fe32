"""The handbook on this computer alone, built again when a file of the organisation or of ours changes.

Listens on the loopback address only. The built folder is a temporary one, so nobody's output is touched.
"""

import http.server
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kit import pipeline
from kit.model.problem import Invalid

LOOPBACK = "127.0.0.1"
LOOK_EVERY = 1.0  # seconds


def serve(folder: Path, home: pipeline.Home, *, port: int, epoch: str, tell: pipeline.Tell, complain: Callable[[Invalid], None]) -> None:
    """Build, show, watch, until interrupted. A broken file is complained about and the last good build stays."""
    with tempfile.TemporaryDirectory(prefix="gruppementor-") as workplace:
        out = Path(workplace) / "site"
        build = partial(pipeline.build, folder, out, home, epoch=epoch, tell=tell)
        build()
        with http.server.ThreadingHTTPServer((LOOPBACK, port), partial(Quiet, directory=str(out))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            tell("serve.at", f"http://{LOOPBACK}:{server.server_address[1]}/")
            for changed in changes((folder if folder.is_dir() else folder.parent, home.content, home.themes)):
                tell("serve.again", changed.name)
                try:
                    build()
                except Invalid as invalid:
                    complain(invalid)


def changes(folders: tuple[Path, ...]) -> Iterator[Path]:
    """One changed file at a time, for ever."""
    before = _times(folders)
    while True:
        time.sleep(LOOK_EVERY)
        now = _times(folders)
        changed = [file for file in {*now, *before} if now.get(file) != before.get(file)]
        if changed:
            yield changed[0]
        before = now


def _times(folders: tuple[Path, ...]) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for folder in folders for file in folder.rglob("*") if file.is_file()}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the folder and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        return
