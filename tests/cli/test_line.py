"""What people write becomes one call of a command, wherever they put the options."""

from functools import partial
from pathlib import Path
from typing import Any

import click
import pytest

from kit import cli, commands
from kit.terminal import Asked

WORDS = cli.words_of("en")
EXAMPLE: dict[str, Any] = {"org": None, "out": Path("site"), "private": Path("private"), "only": ()}


def understood(written: str) -> tuple[str, Asked, dict[str, Any]]:
    """The command, how it was asked, and what else."""
    found = cli.command_line(WORDS, Asked()).main(written.split(), prog_name=cli.PROGRAM, standalone_mode=False)
    assert isinstance(found, partial)
    return found.args[0], found.args[1], found.keywords


def refused(written: str) -> str:
    with pytest.raises(click.UsageError) as wrong:
        understood(written)
    return wrong.value.format_message()


def test_alone_it_builds_the_default() -> None:
    assert understood("") == ("build", Asked(), EXAMPLE)


def test_options_alone_mean_build() -> None:
    assert understood("--out handbook -q") == ("build", Asked(quiet=True), {**EXAMPLE, "out": Path("handbook")})


@pytest.mark.parametrize(
    "written",
    [
        "check a b -q -v --json --strict --lang en",
        "-q -v --json --strict --lang en check a b",
        "--lang en -q check --json a -v b --strict",
        "--lang=en -qv check --strict --json a b",
        "--strict check a --lang en -vq b --json",
    ],
)
def test_options_combine_in_any_place(written: str) -> None:
    everything = Asked(language="en", quiet=True, verbose=True, as_json=True, strict=True)

    assert understood(written) == ("check", everything, {"orgs": (Path("a"), Path("b"))})


@pytest.mark.parametrize("command", ["build", "check", "plan"])
def test_the_four_go_with_every_command_that_answers_for_an_organisation(command: str) -> None:
    assert understood(f"{command} org -q -v --json --strict")[1] == Asked(quiet=True, verbose=True, as_json=True, strict=True)


def test_a_value_that_looks_like_a_command_is_a_value() -> None:
    assert understood("--out check build org")[2] == {**EXAMPLE, "org": Path("org"), "out": Path("check")}


def test_only_can_be_said_twice() -> None:
    assert understood("build --only packs --only site")[2] == {**EXAMPLE, "only": ("packs", "site")}


def test_an_organisation_may_have_the_name_of_a_command() -> None:
    assert understood("check plan")[2] == {"orgs": (Path("plan"),)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("chek org", "No such command 'chek'. (Did you mean one of: 'check', 'schema'?)"),
        ("organisations/minimal", "‘organisations/minimal’ is not a command. Did you mean ‘gruppementor build organisations/minimal’?"),
        ("check", "Missing argument 'ORG…'."),
        ("check --jsn org", "No such option '--jsn'. Did you mean '--json'?"),
        ("build one two", "Got unexpected extra argument (two)"),
        ("build --only posters", "Invalid value for '--only': 'posters' is not one of 'site', 'packs', 'calendars'."),
        ("build --out", "Option '--out' requires an argument."),
        ("serve --port 70000", "Invalid value for '--port': 70000 is not in the range 0<=x<=65535."),
        ("--lang fr check org", "Invalid value for '--lang': 'fr' is not one of 'da', 'en'."),
    ],
)
def test_wrong_usage_is_told_of(written: str, said: str) -> None:
    assert refused(written) == said


def test_a_word_longer_than_any_name_is_no_command_either() -> None:
    assert refused("x" * 5000).startswith("No such command")


def test_every_command_is_a_function_and_every_function_a_command() -> None:
    assert {name for name in cli.COMMANDS if not callable(getattr(commands, name))} == set()


@pytest.mark.parametrize("language", cli.languages())
def test_every_word_of_the_help_is_there_and_used(language: str) -> None:
    asked = Listening(cli.words_of(language))
    line = cli.command_line(asked, Asked())
    line.main(["--help"], standalone_mode=False)
    with pytest.raises(click.UsageError):
        line.main(["no/such"], standalone_mode=False)
    told_elsewhere = {"see-help", "answer-lost", "environment.language", "environment.epoch"}

    assert set(asked) - asked.heard == told_elsewhere


class Listening(dict[str, str]):
    """Remembers which words were asked for."""

    def __init__(self, words: cli.Words) -> None:
        super().__init__(words)
        self.heard: set[str] = set()

    def __getitem__(self, code: str) -> str:
        self.heard.add(code)
        return super().__getitem__(code)

    def get(self, code: str, default: Any = None) -> Any:
        self.heard.add(code)
        return super().get(code, default)
