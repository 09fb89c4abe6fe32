"""What the documents say can be done can be done, and what can be done is documented."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import click
import pytest

from kit import cli, lookup
from kit.read import library, schema
from kit.terminal import Asked
from tests.helpers import HOME, ROOT, voice

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS_DOCUMENT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
FIELDS_DOCUMENT = (ROOT / "docs" / "organisation.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINE = cli.command_line(cli.words_of("en"), Asked())


def row(document: str, command: str) -> str:
    """The row of a command in a document's table."""
    found = re.search(rf"^\| `{command}\b.*$", document, re.MULTILINE)
    return found.group() if found else ""


def own_options(command: click.Command) -> set[str]:
    shared = {name for parameter in cli.COMMON for name in parameter(cli.words_of("en")).opts}
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts} - shared


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_its_row_with_every_option(name: str) -> None:
    shown = row(COMMANDS_DOCUMENT, name)

    assert set(re.findall(r"(?<![\w-])--[a-z-]+", shown.split("|", 2)[1] + shown)) == own_options(LINE.commands[name])


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    table = "\n".join(re.findall(r"^\|.*$", README, re.MULTILINE))

    assert re.search(rf"`{name}\b", table)


def test_no_command_is_documented_that_is_not_there() -> None:
    table = COMMANDS_DOCUMENT.split("Every command also")[0]

    assert re.findall(r"^\| `(\w+)", table, re.MULTILINE) == list(cli.COMMANDS)


@pytest.mark.parametrize("option", [name for parameter in cli.COMMON for name in parameter(cli.words_of("en")).opts])
def test_the_options_of_every_command_are_documented(option: str) -> None:
    assert f"`{option}" in COMMANDS_DOCUMENT


@pytest.mark.parametrize("code", [0, 1, 2, 3, 130])
def test_every_exit_code_is_documented(code: int) -> None:
    assert f"| {code} |" in COMMANDS_DOCUMENT


def written_commands() -> list[str]:
    """Every command that a document shows in a code block or between backticks."""
    called = re.compile(r"(?:python|\.venv/bin/python)3? build\.py(?P<rest>[^`\n#|]*)|`?gruppementor(?P<other> [a-z-][^`\n#|»’]*)")
    texts = (document.read_text(encoding="utf-8") for document in DOCUMENTS)
    blocks = (block for text in texts for block in re.findall(r"^```\w*\n.*?^```|`[^`\n]+`", text, re.MULTILINE | re.DOTALL))
    return sorted({(found["rest"] or found["other"] or "").strip() for block in blocks for found in called.finditer(block)})


@pytest.mark.parametrize("written", [written for written in written_commands() if "…" not in written])
def test_every_command_in_the_documents_can_be_given(written: str) -> None:
    found = LINE.main(written.split(), prog_name=cli.PROGRAM, standalone_mode=False)

    assert isinstance(found, partial) or written in ("--version", "--help")


def fields(part: dict[str, Any], whole: dict[str, Any], at: str = "", seen: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every key that an organisation can write, with the path to it."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from fields(whole["$defs"][name], whole, at, (*seen, name))
    for kind in ("anyOf", "oneOf", "allOf"):
        for choice in part.get(kind, ()):
            yield from fields(choice, whole, at, seen)
    for inner in (part.get("items"), part.get("additionalProperties"), *part.get("patternProperties", {}).values()):
        if isinstance(inner, dict):
            yield from fields(inner, whole, at, seen)
    for name, inner in part.get("properties", {}).items():
        yield f"{at}.{name}".lstrip("."), name
        yield from fields(inner, whole, f"{at}.{name}", seen)


SCHEMA = schema.schema(library.method(HOME.content))


@pytest.mark.parametrize(("path", "name"), sorted(set(fields(SCHEMA, SCHEMA))), ids=lambda found: str(found))
def test_every_field_is_documented(path: str, name: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", " ".join(re.findall(r"`[^`]+`", FIELDS_DOCUMENT))), path


PLACEHOLDERS = {"true", "false", "rule"}


def test_no_field_is_documented_that_is_not_there() -> None:
    known = {name for _, name in fields(SCHEMA, SCHEMA)} | PLACEHOLDERS
    first_cells = [row.split("|")[1] for row in re.findall(r"^\| `.*$", FIELDS_DOCUMENT.replace(r"\|", "/"), re.MULTILINE)]
    code = " ".join(found for cell in first_cells for found in re.findall(r"`([^`]*)`", cell))
    documented = set(re.findall(r"[a-z][a-z_-]{2,}", re.sub(r"<[^>]*>|\[[^\]]*\]|: [^,}{`]*", " ", code)))

    assert documented - known == set()


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_field_has_its_meaning_and_no_meaning_is_left_over(language: str) -> None:
    whole = schema.schema(library.method(HOME.content))
    meant = {code.removeprefix("field.") for code in voice(language).sentences if code.startswith("field.")}

    assert meant == {path for path, _ in lookup.fields(whole)}


def test_an_editor_is_told_what_a_field_means() -> None:
    whole = lookup.described(schema.schema(library.method(HOME.content)), voice("da"))

    assert whole["properties"]["languages"]["description"] == "Håndbogens sprog, da, en eller begge. Det første er forsidens."
