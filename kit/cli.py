"""The command line: what was asked, in either language, becomes one call of a command. Environment and locale are read here alone.

Nothing heavy is imported before a command runs, so that `--help` stays quick. Only this module knows click.
"""

import errno
import gc
import gettext
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from kit import __version__
from kit.terminal import Asked

WORDS = Path(__file__).resolve().parent / "words"
PROGRAM = "gruppementor"
FINE, PROBLEM, USAGE, INTERRUPTED = 0, 1, 2, 130
SELDOM = (20_000, 20, 20)  # how often the collector looks
EPOCH = 1790812800  # 1 October 2026: what libraries are told when they ask the clock
Words = Mapping[str, str]
Parameter = Callable[[Words], click.Parameter]
Work = Callable[[], int]


# --- what can be asked


def option(*names: str, word: str, metavar: str = "", **settings: Any) -> Parameter:
    """An option whose help and metavar are said in the reader's language."""
    return lambda words: click.Option(names, help=words[f"option.{word}"], metavar=words.get(f"metavar.{metavar}"), **settings)


def argument(name: str, *, word: str, metavar: str, **settings: Any) -> Parameter:
    return lambda words: click.Argument([name], help=words[f"argument.{word}"], metavar=words[f"metavar.{metavar}"], **settings)


PATH = click.Path(path_type=Path)
ORG = argument("org", word="org", metavar="org-or-not", required=False, type=PATH)
ORGS = argument("orgs", word="orgs", metavar="orgs", nargs=-1, required=True, type=PATH)
STRICT = option("--strict", word="strict", is_flag=True)
JSON = option("--json", "as_json", word="json", is_flag=True)
COMMON: tuple[Parameter, ...] = (
    option("-q", "--quiet", word="quiet", is_flag=True),
    option("-v", "--verbose", word="verbose", is_flag=True),
    lambda words: click.Option(["--lang"], help=words["option.lang"], type=click.Choice(languages())),
)
COMMANDS: Mapping[str, tuple[Parameter, ...]] = {
    "build": (
        ORG,
        option("--out", word="out", metavar="folder", type=PATH, default=Path("site"), show_default=True),
        option("--private", word="private", metavar="folder", type=PATH, default=Path("private"), show_default=True),
        option("--only", word="only", type=click.Choice(["site", "packs", "calendars"]), multiple=True),
        STRICT,
        JSON,
    ),
    "check": (ORGS, STRICT, JSON),
    "plan": (ORGS, STRICT, JSON),
    "serve": (
        ORG,
        option("--port", word="port", metavar="number", type=click.IntRange(0, 65535), default=8000, show_default=True),
        STRICT,
    ),
    "init": (
        argument("folder", word="folder", metavar="folder", type=PATH),
        option("--answers", word="answers", metavar="file", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
        option("--set", "given", word="set", metavar="key-value", multiple=True),
        option("--defaults", word="defaults", is_flag=True),
        option("--dry-run", word="dry-run", is_flag=True),
        JSON,
    ),
    "blocks": (
        argument("action", word="action", metavar="action", type=click.Choice(["show", "override"]), required=False),
        argument("name", word="block", metavar="name", required=False),
        argument("org", word="org", metavar="org-or-not", required=False, type=PATH),
    ),
    "explain": (argument("what", word="what", metavar="what"),),
    "facts": (argument("id", word="fact", metavar="id", required=False), JSON),
    "diff": (
        argument("old", word="old", metavar="old", type=PATH),
        argument("new", word="new", metavar="new", type=PATH),
        JSON,
    ),
    "upgrade": (
        argument("org", word="org", metavar="org", type=PATH),
        option("--dry-run", word="dry-run-upgrade", is_flag=True),
    ),
    "schema": (JSON,),
    "doctor": (JSON,),
}


def languages() -> tuple[str, ...]:
    """Those that have sentences."""
    return tuple(sorted(file.name.split(".")[1] for file in WORDS.glob("cli.*.json")))


def words_of(language: str) -> Words:
    """The help's sentences: a small JSON file, since YAML is slow to import."""
    loaded: Words = json.loads((WORDS / f"cli.{language}.json").read_text(encoding="utf-8"))
    return loaded


def command_line(words: Words, around: Asked, called: str = PROGRAM) -> click.Group:
    """The whole command line in one language. A command gives back the work that it means, not yet done."""
    made = [_command(name, parameters, words, partial(work, name, around)) for name, parameters in COMMANDS.items()]
    return Line(
        words,
        name=PROGRAM,
        help=words["gruppementor"],
        commands=made,
        params=[
            COMMON[-1](words),
            click.Option(["--version"], help=words["option.version"], is_flag=True, is_eager=True, callback=_version),
        ],
        callback=lambda **_: None,
        options_metavar=words["metavar.options"],
        subcommand_metavar=words["metavar.command"],
        epilog=words["epilog"].format(program=called),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _command(name: str, parameters: Sequence[Parameter], words: Words, callback: Callable[..., Work]) -> click.Command:
    params = [parameter(words) for parameter in (*parameters, *COMMON)]
    return click.Command(name, params=params, callback=callback, help=words[f"command.{name}"], options_metavar=words["metavar.options"])


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        print(f"{PROGRAM} {__version__}")
        context.exit()


def work(name: str, around: Asked, /, *, quiet: bool, verbose: bool, lang: str | None, **more: Any) -> Work:
    """What to do, not yet done."""
    how = replace(around, language=lang, quiet=quiet, verbose=verbose, as_json=more.pop("as_json", False), strict=more.pop("strict", False))
    return partial(do, name, how, **more)


def do(name: str, how: Asked, /, **more: Any) -> int:
    """The function of that name in kit/commands.py, imported now and not before."""
    code: int = getattr(importlib.import_module("kit.commands"), name)(how, **more)
    return code


class Line(click.Group):
    """`python build.py` alone means `build`; options may stand before the command; what is not known is told of kindly."""

    def __init__(self, words: Words, **settings: Any) -> None:
        super().__init__(**settings)
        self.words = words

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        return super().parse_args(context, self._command_first(arguments))

    def _command_first(self, arguments: list[str]) -> list[str]:
        place = self._first_word(arguments)
        if place is not None:
            return [arguments[place], *arguments[:place], *arguments[place + 1 :]]
        about_all = [argument for argument in arguments if argument in ("-h", "--help", "--version")]
        return about_all or ["build", *arguments]

    def _first_word(self, arguments: list[str]) -> int | None:
        """Where the first argument is that is neither an option nor an option's value."""
        options = [found for command in self.commands.values() for found in command.params if isinstance(found, click.Option)]
        with_value = {name for found in options if not found.is_flag for name in found.opts}
        place = 0
        while place < len(arguments) and arguments[place].startswith("-"):
            if arguments[place] == "--":
                return None
            place += 2 if arguments[place] in with_value else 1
        return place if place < len(arguments) else None

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if arguments[0] not in self.commands and _looks_like_a_path(arguments[0]):
            raise click.UsageError(self.words["path-for-command"].format(given=arguments[0], program=context.command_path), context)
        return super().resolve_command(context, arguments)


def _looks_like_a_path(word: str) -> bool:
    try:
        return "/" in word or Path(word).exists()
    except (OSError, ValueError):  # longer than any name
        return False


# --- asking and answering


def main() -> None:
    """The entry point."""
    gc.set_threshold(*SELDOM)  # nearly all that we make is kept to the end: looking for what is not costs a twentieth of a build
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal lacks letters: better a question mark than nothing
    sys.exit(answered(sys.argv[1:], os.environ, program(sys.argv[0])))


def program(called: str) -> str:
    """How to call it again, for hints: from a checkout it is another word than when installed."""
    return "python build.py" if Path(called).name == "build.py" else PROGRAM


def answered(arguments: list[str], environment: Mapping[str, str], called: str = PROGRAM) -> int:
    """Do what was asked; the exit code. An interrupt is 130, and a reader that has gone away is nobody's fault."""
    try:
        return _answered(arguments, environment, called)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return FINE


def _answered(arguments: list[str], environment: Mapping[str, str], called: str) -> int:
    asked = language_asked(arguments)
    usual, locale = environment.get("GRUPPEMENTOR_LANG") or None, language_of_locale(environment)
    speaks = next(language for language in (asked, usual, locale) if language in languages())
    words = words_of(speaks)
    epoch = environment.get("SOURCE_DATE_EPOCH") or str(EPOCH)
    around = Asked(usual=usual, locale=locale, epoch=int(epoch) if _is_time(epoch) else EPOCH)
    with clicks_own_words_in(speaks):
        try:
            found = command_line(words, around, called).main(arguments, prog_name=called, standalone_mode=False)
            if callable(found):
                _check_environment(usual, epoch, words)
        except click.Abort:
            return INTERRUPTED
        except click.ClickException as wrong:
            return _told(wrong, words, called)
    return _done(found, words) if callable(found) else int(found or FINE)


def _check_environment(usual: str | None, epoch: str, words: Words) -> None:
    if usual and usual not in languages():
        raise click.UsageError(words["environment.language"].format(given=usual, known=", ".join(languages())))
    if not _is_time(epoch):
        raise click.UsageError(words["environment.epoch"].format(given=epoch))


def _done(work: Work, words: Words) -> int:
    """The work's exit code, or 1 when its answer could not be written."""
    try:
        code = work()
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO):
            raise
        _silence()
        print(words["answer-lost"], file=sys.stderr)
        return PROBLEM
    return code


def _silence() -> None:
    """Nobody can take what is still to be written: Python would stumble over it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_time(epoch: str) -> bool:
    return epoch.isascii() and epoch.isdecimal() and len(epoch) <= 11


def _told(wrong: click.ClickException, words: Words, called: str) -> int:
    """Wrong usage, in a sentence and where to read more."""
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    print(wrong.format_message(), file=sys.stderr)
    print(words["see-help"].format(command=context.command_path if context else called), file=sys.stderr)
    return USAGE


def language_asked(arguments: Sequence[str]) -> str | None:
    """What follows --lang, before anything else is understood: wrong usage is told of in that language."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == "--lang":
            return following
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def language_of_locale(environment: Mapping[str, str]) -> str:
    said = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return said[:2].lower() if said[:2].lower() in languages() else "da"


@contextmanager
def clicks_own_words_in(language: str) -> Iterator[None]:
    """click asks gettext, and gettext asks the environment; both are told, and the environment is left as it was."""
    before = os.environ.get("LANGUAGE")
    gettext.bindtextdomain("messages", str(WORDS / "locale"))
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
