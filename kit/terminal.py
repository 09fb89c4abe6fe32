"""How a command answers: results on stdout, all else on stderr, in one language and without colours."""

import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Babel is slow to import, and help does without
    from kit.words import Voice

CLEAR = "\r\x1b[K"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a command was asked: the options that are the same everywhere, and what the environment says."""

    language: str | None = None  # --lang
    usual: str | None = None  # GRUPPEMENTOR_LANG
    locale: str = "da"
    epoch: int = 0  # SOURCE_DATE_EPOCH: what libraries are told when they ask the clock
    quiet: bool = False  # no progress, and nothing but what is wrong
    verbose: bool = False  # every step with its time, and advice too
    as_json: bool = False
    strict: bool = False

    def speaks(self, front: str | None = None) -> str:
        """The language of messages; `front` is the first language of the file they are about."""
        return self.language or self.usual or front or self.locale


class Terminal:
    """Speaks one language. Progress on a terminal is one line, written over and over; elsewhere, and with -v, every step stays."""

    def __init__(self, voice: "Voice", how: Asked, title: str = "") -> None:
        self.voice = voice
        self.how = how
        self.title = title  # stands before the first lines, where several organisations are asked about
        self.began = time.monotonic()
        self.writes_over = sys.stderr.isatty() and not how.verbose and os.environ.get("TERM") != "dumb"
        self.passing = False

    def answer(self, line: str) -> None:
        """A result."""
        self._clear()
        print(line)

    def answer_json(self, value: object) -> None:
        """One line. Where stdout lacks letters, JSON has its own way to write them."""
        self.answer(json.dumps(value, ensure_ascii="utf" not in (sys.stdout.encoding or "").lower()))

    def answers(self, lines: Iterable[str]) -> None:
        for line in [*([self.title] if self.title else []), *lines]:
            self.answer(line)

    def asks(self, code: str, usual: str) -> str:
        """What somebody at the terminal answers; Enter alone means the usual."""
        print(self.voice.say(code), f"[{usual}] ", end="", file=sys.stderr, flush=True)
        return input().strip() or usual

    def tell(self, code: str, name: str) -> None:
        """Progress."""
        if self.how.quiet:
            return
        said = self.voice.say(code, name=name)
        if self.writes_over:
            width = _width() - 1
            print(CLEAR + (said if len(said) <= width else f"{said[: width - 1]}…"), end="", file=sys.stderr, flush=True)
            self.passing = True
        else:
            self.note(f"{self._seconds()}{said}")

    def say(self, code: str, **values: object) -> None:
        """Good to know: stays, unless asked to be quiet."""
        if not self.how.quiet:
            self.complain(code, **values)

    def complain(self, code: str, **values: object) -> None:
        """Something is wrong."""
        self.note(self.voice.say(code, **values))

    def note(self, line: str) -> None:
        self._clear()
        print(line, file=sys.stderr, flush=True)

    def notes(self, lines: Iterable[str]) -> None:
        """Several lines that belong together, or none."""
        for number, line in enumerate(lines):
            if self.title and number == 0:
                self.note(self.title)
            self.note(line)

    def _seconds(self) -> str:
        return f"{self.voice.number(round(time.monotonic() - self.began, 1))} s  " if self.how.verbose else ""

    def _clear(self) -> None:
        if self.passing:
            print(CLEAR, end="", file=sys.stderr, flush=True)
            self.passing = False
        sys.stdout.flush()


def _width() -> int:
    import shutil  # with every way to pack a file; help does without

    return shutil.get_terminal_size().columns
