"""Other people's programs that open a PDF, each with what it complains of, and how a page looks in them."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tests.helpers import ROOT

QUIET = ("warning: ICC support is not available",)  # Debian's mutool is built without it


def poppler(file: Path) -> list[str]:
    """What poppler says when it draws every page."""
    return list(said(["pdftoppm", "-r", "10", file]))


def mutool(file: Path) -> list[str]:
    return list(said(["mutool", "draw", "-q", "-r", "10", "-F", "pnm", "-o", "/dev/null", file]))


def chromium(files: Iterable[Path]) -> list[str]:
    """Those that the browser's own viewer does not show."""
    command = [sys.executable, "-m", "tests.pdf.chromium", *files]
    dark = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [f"{Path(file).name} is not shown by chromium" for file in dark]


def said(command: list[str | Path]) -> Iterator[str]:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        yield f"{command[0]} ended with {done.returncode}"
    yield from (line for line in done.stderr.decode().splitlines() if line.strip() and line not in QUIET)


def drawn(file: Path, page: int) -> tuple[str, str]:
    """Digests of how a page looks in poppler and in mutool; pages count from 1."""
    number = str(page)
    poppler_draws = ["pdftoppm", "-r", "60", "-f", number, "-l", number, file]
    mutool_draws = ["mutool", "draw", "-q", "-r", "60", "-F", "pnm", "-o", "-", file, number]
    seen, other = (subprocess.run(command, capture_output=True, check=True).stdout for command in (poppler_draws, mutool_draws))
    return sha256(seen).hexdigest(), sha256(other).hexdigest()
