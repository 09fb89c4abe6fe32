"""Cases of the command line, as a person meets them: files, a command, and what the terminal then shows.

A case is a `##` heading, which claims something; then files, each a code block that names its file; then one block `console`. A line
that starts with `$ ` is a command, given in the case's own folder; what follows is the answer. Lines on stderr start with `! `; an exit
code other than 0 ends the answer as `exit 1`. A line with … alone stands for any lines, and … in a line for any words.
"""

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from kit import cli

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    claim: str
    files: tuple[tuple[str, str], ...]
    commands: tuple[tuple[str, str], ...]  # with the answer to each


def cases() -> Iterator[Case]:
    for file in sorted(HERE.glob("*.md")):
        for part in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            blocks = list(BLOCK.finditer(part))
            yield Case(
                claim=f"{file.stem}: {part.splitlines()[0]}",
                files=tuple((block["name"], block["text"]) for block in blocks if block["name"]),
                commands=tuple(found for block in blocks if block["kind"] == "console" for found in _commands(block["text"])),
            )


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        yield command, answer.rstrip("\n")


def answer(command: str) -> str:
    """What a terminal in this folder shows: ours in this process, anything else by the shell."""
    words = command.split()
    environment = {"LANG": "C.UTF-8"}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        environment[name] = value
    if words[0] != "gruppementor":
        return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True).stdout.rstrip("\n")
    shown: list[str] = []
    with redirect_stdout(Lines(shown, "")), redirect_stderr(Lines(shown, "! ")):
        code = cli.answered(words[1:], environment)
    return "\n".join([*shown, *([f"exit {code}"] if code else [])])


class Lines(io.StringIO):
    """A stream whose lines land in a list that it shares with another."""

    encoding = "utf-8"

    def __init__(self, shown: list[str], mark: str) -> None:
        super().__init__()
        self.shown, self.mark, self.begun = shown, mark, ""

    def write(self, text: str) -> int:
        *lines, self.begun = (self.begun + text).split("\n")
        self.shown += (f"{self.mark}{line}".rstrip() for line in lines)
        return len(text)


def tell(case: Case, folder: Path) -> list[str]:
    """Write the files into `folder`, give the commands there, and collect the answers."""
    for name, text in case.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        return [answer(command) for command, _ in case.commands]


def fits(told: str, wanted: str) -> bool:
    """True when they are the same, … standing for anything."""
    return _fit(told.split("\n"), wanted.split("\n"))


def _fit(told: list[str], wanted: list[str]) -> bool:
    if not wanted:
        return not told
    if wanted[0] == "…":
        return any(_fit(told[skipped:], wanted[1:]) for skipped in range(len(told) + 1))
    return bool(told) and _line_fits(told[0], wanted[0]) and _fit(told[1:], wanted[1:])


def _line_fits(told: str, wanted: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, wanted.split("…"))), told) is not None
