"""The commands about the file itself: init, upgrade, schema; and doctor, about the computer."""

import importlib
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from kit import start
from kit.commands.shared import FINE, MISSING, PROBLEM, USAGE, answered, home, is_missing_library, library, speaking_to
from kit.model.problem import Invalid
from kit.read import language, organisation
from kit.read import library as library_reader
from kit.read import schema as schemas
from kit.terminal import Asked

OLDEST_PYTHON = (3, 11)


def init(how: Asked, *, folder: Path, defaults: bool, dry_run: bool) -> int:
    terminal = speaking_to(how)
    beginning = start.beginning(home().words, terminal.voice.language)
    if not defaults:
        terminal.complain("init.defaults")
        return USAGE
    if dry_run:
        terminal.answer(beginning.removesuffix("\n"))
        return FINE
    try:
        file = start.write(folder, beginning)
    except FileExistsError:
        terminal.complain("init.exists", name=str(folder))
        return PROBLEM
    except OSError:
        terminal.complain("init.denied", name=str(folder))
        return PROBLEM
    terminal.say("init.done", name=str(file))
    if how.as_json:
        terminal.answer_json({"file": str(file)})
    else:
        terminal.answer(str(file))
    return FINE


def upgrade(how: Asked, *, org: Path, dry_run: bool) -> int:
    terminal = speaking_to(how, org)

    def work() -> int:
        file, version = organisation.file_of(org), library().version
        before = language.text(file)
        after = start.upgraded(before, version)
        if after == before:
            known = "content_version" not in before or version in before
            terminal.say("upgrade.fits" if known else "upgrade.by-hand", name=version)
            return FINE if known else PROBLEM
        terminal.answers(start.changes(before, after))
        if not dry_run:
            start.replace(file, after)
            terminal.say("upgrade.done", name=version)
        return FINE

    return answered(terminal, org, work)


def schema(how: Asked) -> int:
    speaking_to(how).answer(json.dumps(schemas.schema(library_reader.method(home().content)), ensure_ascii=False, indent=2))
    return FINE


def doctor(how: Asked) -> int:
    terminal = speaking_to(how)
    found = [{"name": name, "fine": fine, "said": terminal.voice.say(f"doctor.{name}", value=value)} for name, value, fine in symptoms()]
    if how.as_json:
        terminal.answer_json({"checks": found})
    else:
        terminal.answers(terminal.voice.say("doctor.fine" if check["fine"] else "doctor.lacking", said=check["said"]) for check in found)
    return FINE if all(check["fine"] for check in found) else MISSING


def symptoms() -> Iterator[tuple[str, str, bool]]:
    """What is looked at, what was seen, and whether it will do."""
    yield "python", platform.python_version(), sys.version_info >= OLDEST_PYTHON
    yield "content", *_content()
    yield "pdf", "", _renders()
    yield "folder", str(Path.cwd()), os.access(Path.cwd(), os.W_OK)


def _content() -> tuple[str, bool]:
    try:
        return library().version, True
    except Invalid:
        return "?", False


def _renders() -> bool:
    try:
        importlib.import_module("kit.render.pdf")
    except OSError as error:
        if not is_missing_library(error):
            raise
        return False
    return True
