"""The commands about the file itself: init, upgrade, schema; and doctor, about the computer."""

import importlib
import json
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit import lookup, pipeline, report, start
from kit.commands.shared import FINE, INTERRUPTED, MISSING, PROBLEM, USAGE, answered, home, is_missing_library, library, speaking_to
from kit.lookup import Unknown
from kit.model.problem import Invalid, Problem
from kit.read import draft, language, organisation, yaml
from kit.read import library as library_reader
from kit.read import schema as schemas
from kit.terminal import Asked, Terminal

OLDEST_PYTHON = (3, 11)


def init(how: Asked, *, folder: Path, answers: Path | None, given: tuple[str, ...], defaults: bool, dry_run: bool) -> int:
    terminal = speaking_to(how)
    asks = not (defaults or answers or given)
    if asks and not (sys.stdin and sys.stdin.isatty()):
        terminal.complain("init.defaults")
        return USAGE
    try:
        if asks and not dry_run:
            start.refuse_taken(folder)  # before the questions rather than after them
        beginning = start.beginning(home().words, terminal.voice.language)
        said = _asked(beginning, terminal) if asks else _answers(start.asked(beginning), answers, given)
        beginning = start.filled(beginning, said)
        if problems := _problems(beginning):
            raise Invalid(problems)
        file = None if dry_run else start.write(folder, beginning)
    except Unknown as unknown:
        terminal.complain("init.unknown", given=unknown.given, near=unknown.near)
        return USAGE
    except Invalid as invalid:
        terminal.notes(report.lines(invalid.problems, terminal.voice))
        return PROBLEM
    except (EOFError, KeyboardInterrupt):
        terminal.note("")  # the prompt's line ends here
        terminal.complain("init.stopped")
        return INTERRUPTED
    except FileExistsError:
        terminal.complain("init.exists", name=str(folder))
        return PROBLEM
    except OSError:
        terminal.complain("init.denied", name=str(folder))
        return PROBLEM
    if file is None:
        terminal.answer(beginning.removesuffix("\n"))
        return FINE
    terminal.say("init.done", name=str(file))
    if how.as_json:
        terminal.answer_json({"file": str(file)})
    else:
        terminal.answer(str(file))
    return FINE


def _answers(known: Mapping[str, str], file: Path | None, given: tuple[str, ...]) -> Mapping[str, str]:
    """What a file of answers says, and then every `key=value`. Raises Unknown for what nobody asked."""
    written = dict(_written(file)) if file else {}
    spoken = dict(_spoken(pair, known) for pair in given)
    found = {re.sub(r"\.0(?=\.|$)", "", key): value for key, value in {**written, **spoken}.items()}
    unknown = next((key for key in found if key not in known), None)
    if unknown is not None:
        raise Unknown(unknown, known)
    return found


def _written(file: Path) -> Iterator[tuple[str, str]]:
    """A file of answers looks like organisation.yaml, or has `organisation.name: …` lines. Raises Invalid."""
    node, odd = yaml.parse(language.text(file), file.name)
    if odd:
        raise Invalid(odd)
    yield from _flat(yaml.plain(node), "")


def _flat(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
        for number, item in enumerate(value):
            yield from _flat(item, f"{path}.{number}")
    elif isinstance(value, list | tuple):
        yield path, f"[{', '.join(map(str, value))}]"
    else:
        yield path, str(value)


def _spoken(pair: str, known: Mapping[str, str]) -> tuple[str, str]:
    key, equals, value = pair.partition("=")
    if not equals:
        raise Unknown(pair, known)
    return key.strip(), value.strip()


def _asked(beginning: str, terminal: Terminal) -> Mapping[str, str]:
    """The wizard: a question for each thing that the first file says. Raises EOFError when nobody answers any more."""
    said: dict[str, str] = {}
    for key, usual in start.asked(beginning).items():
        if terminal.voice.knows(f"init.ask.{key}"):
            said[key] = _until_right(key, usual, start.filled(beginning, said), terminal)
    return said


def _until_right(key: str, usual: str, text: str, terminal: Terminal) -> str:
    """One question, again and again until nothing would be wrong with the file. What was answered before is right already."""
    while True:
        answer = terminal.asks(f"init.ask.{key}", usual)
        problems = _problems(start.filled(text, {key: answer}))
        if not problems:
            return answer
        terminal.notes(report.lines(problems, terminal.voice))


def _problems(text: str) -> tuple[Problem, ...]:
    """What would be wrong with the file: then it is not written."""
    node, odd = yaml.parse(text, start.FILE)
    return (*odd, *draft.draft(node, start.FILE, library().method, pipeline.installed(library())).problems)


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
    terminal = speaking_to(how)
    described = lookup.described(schemas.schema(library_reader.method(home().content)), terminal.voice)
    terminal.answer(json.dumps(described, ensure_ascii=False, indent=2))
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
