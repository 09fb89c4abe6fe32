"""click's own words in Danish: what is compiled is what is written, and all of it is what click says."""

import gettext
import io
import re
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kit import cli
from kit.terminal import Asked

COMPILED = cli.WORDS / "locale" / "da" / "LC_MESSAGES" / "messages.mo"
WRITTEN = COMPILED.with_suffix(".po")
CLICK = "\n".join(file.read_text(encoding="utf-8") for file in sorted(Path(click.__file__).parent.glob("*.py")))


def written() -> Catalog:
    with WRITTEN.open("rb") as file:
        return read_po(file, locale="da")


def test_the_compiled_words_are_the_written_ones() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, written())
    compiled.seek(0)

    assert _words(COMPILED.read_bytes()) == _words(compiled.read()), "run: pybabel compile -d kit/words/locale"


def _words(compiled: bytes) -> dict[object, str]:
    catalog = gettext.GNUTranslations(io.BytesIO(compiled))._catalog  # type: ignore[attr-defined]  # there is no other way to list them
    return {message: said for message, said in catalog.items() if message}  # all but the header, which holds a date


@pytest.mark.parametrize("message", [message for message in written() if message.id], ids=lambda message: str(message.id))
def test_click_still_says_it(message: object) -> None:
    """An update of click that words something anew is found here, before a Danish reader meets English."""
    said = message.id if isinstance(message.id, tuple) else (message.id,)  # type: ignore[attr-defined]

    assert [words for words in said if f'"{words}"' not in CLICK] == []


@pytest.mark.parametrize("message", [message for message in written() if message.id], ids=lambda message: str(message.id))
def test_the_danish_has_no_values_that_click_does_not_give(message: object) -> None:
    ids, strings = (found if isinstance(found, tuple) else (found,) for found in (message.id, message.string))  # type: ignore[attr-defined]

    assert all(_values(string) <= set().union(*map(_values, ids)) for string in strings)


def _values(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)", words))


ENGLISH = re.compile(r"\b(the|this|usage|options?|commands?|show|missing|invalid|value|argument|no such|did you|got|requires)\b", re.I)
WRONG = (
    *("chek", "check", "check --jsn x", "build a b", "build --out", "build --json=1"),
    *("serve --port x", "serve --port 70000", "build --only x", "--lang fr check x"),
)


@pytest.mark.parametrize("asked", ["--help", *(f"{name} --help" for name in cli.COMMANDS), *WRONG])
def test_no_english_is_left_for_a_danish_reader(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    cli.answered(asked.split(), {"LANG": "da_DK.UTF-8"})

    said = "".join(capsys.readouterr()).replace("--help", "").replace("--version", "")
    assert said
    assert ENGLISH.findall(re.sub(r"'[^']*'|»[^«]*«|--\w+|\[[^]]*\]|\bshow viser", "", said)) == []


def test_both_languages_say_the_same_things() -> None:
    assert {frozenset(cli.words_of(language)) for language in cli.languages()} == {frozenset(cli.words_of("da"))}


def test_no_line_of_help_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    for language in cli.languages():
        cli.command_line(cli.words_of(language), Asked()).main(["--help"], standalone_mode=False)

    assert "..." not in capsys.readouterr().out
