"""The commands about the content, the rules and the ledger: blocks, explain, facts."""

from collections.abc import Callable, Iterable
from pathlib import Path

from kit import lookup, pipeline, start
from kit.commands.shared import FINE, PROBLEM, USAGE, answered, home, library, speaking_to
from kit.model.library import Block
from kit.model.problem import Invalid
from kit.model.variables import VARIABLES
from kit.read import inserts
from kit.read import library as library_reader
from kit.read import organisation as organisation_reader
from kit.read import schema as schemas
from kit.terminal import Asked, Terminal


def blocks(how: Asked, *, action: str | None, name: str | None, org: Path | None) -> int:
    terminal = speaking_to(how, org)
    if action is None:
        return _looked_up(terminal, lambda: lookup.blocks(library(), terminal.voice))
    if name is None:
        terminal.complain("blocks.which", action=action)
        return USAGE
    if action == "show":
        return _looked_up(terminal, lambda: lookup.block(library(), name, terminal.voice))
    return _known(terminal, lambda: _override(terminal, name, org or Path()))


def _override(terminal: Terminal, name: str, folder: Path) -> int:
    try:
        block = lookup.named_block(library(), name)
        own = organisation_reader.read(folder, library().method, pipeline.installed(library())).organisation
        texts = {language: start.insert(block.body.said_in(language)) for language in own.languages}
        if not all(_stands_alone(block, language, text) for language, text in texts.items()):
            terminal.complain("blocks.computed", name=name)
            return PROBLEM
        for file in start.override(folder if folder.is_dir() else folder.parent, name, texts):
            terminal.answer(str(file))
    except FileExistsError as taken:
        terminal.complain("blocks.taken", name=str(taken.args[0]))
        return PROBLEM
    terminal.say("blocks.done")
    return FINE


def _stands_alone(block: Block, language: str, text: str) -> bool:
    """True when the text is an insert that the reader takes: nothing in it is computed but listed variables."""
    variables = (*VARIABLES, *(f"method.{number}" for number in library().method))
    try:
        inserts.insert(f"inserts/{block.name}.{language}.md", text, pipeline.installed(library()), variables)
    except Invalid:
        return False
    return True


def explain(how: Asked, *, what: str) -> int:
    terminal = speaking_to(how)
    schema = schemas.schema(library_reader.method(home().content))
    return _looked_up(terminal, lambda: lookup.explained(library(), schema, what, terminal.voice))


def facts(how: Asked, *, id: str | None) -> int:
    terminal = speaking_to(how)
    if not how.as_json:
        return _looked_up(terminal, lambda: lookup.fact(library(), id, terminal.voice) if id else lookup.facts(library(), terminal.voice))

    def work() -> int:
        for fact in lookup.chosen_facts(library(), id):
            terminal.answer_json(lookup.fact_json(fact, terminal.voice))
        return FINE

    return _known(terminal, work)


def _looked_up(terminal: Terminal, lines: Callable[[], Iterable[str]]) -> int:
    def work() -> int:
        terminal.answers([*lines()])
        return FINE

    return _known(terminal, work)


def _known(terminal: Terminal, work: Callable[[], int]) -> int:
    """Do the work; a name that nobody knows is told of with the one that looks most like it."""
    try:
        return answered(terminal, home().content, work)
    except lookup.Unknown as unknown:
        terminal.complain("lookup.unknown", given=unknown.given, near=unknown.near)
        return PROBLEM
