"""Texts of the organisation's own, `inserts/<phase>/<name>.<language>.md`: front matter, Markdown and listed variables, nothing more."""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Literal, cast

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kit.model.problem import Invalid, Place, Problem
from kit.model.source import NOWHERE, Insert
from kit.model.variables import VARIABLES
from kit.model.written import Wrong, line, wrong
from kit.read import characters, inside, yaml
from kit.read.fields import PHASES
from kit.read.known import Known
from kit.read.problems import nearest, problem
from kit.read.yaml import Node

FOLDER = "inserts"
MOST_FILES, DEEPEST = 200, 3
LIMIT = 64 * 1024
LONGEST_LINE, LONGEST_WORD, DEEPEST_INDENT, MOST_COLUMNS = 5_000, 200, 40, 20
# Python-Markdown takes time that grows with the square of these (measured: 8,000 headings 13 s, 16,000 `<a ` over 40 s).
SIGNS, MOST_SIGNS = ("[", "<", "`", "#", "///"), 400
DEEP_QUOTE = re.compile(r"\s*(> ?){10}")
KEYS = ("title", "extends", "place")
EXTENDS = ("before", "after")
NAME = re.compile(r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<language>[a-z]{2})\.md")
STANDS = re.compile(r"[a-z0-9-]+(#[a-z0-9-]+)?")
FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
ENVIRONMENT = ImmutableSandboxedEnvironment()  # its lexer alone is used: nothing is rendered here


def read(folder: Path, known: Known, numbers: Collection[str]) -> tuple[tuple[Insert, ...], tuple[bytes, ...]]:
    """Every insert below `folder`, and what was read of each. `numbers` are the method's. Invalid with the problems of all of them."""
    variables = (*VARIABLES, *(f"method.{name}" for name in numbers))
    inserts: list[Insert] = []
    contents: list[bytes] = []
    problems: list[Problem] = []
    for name in files(folder):
        try:
            data = inside.read_inside(folder, name, LIMIT, Place(name))
            inserts.append(insert(name, yaml.decoded(data, name), known, variables))
            contents.append(name.encode() + b"\0" + data)
        except Invalid as invalid:
            problems += invalid.problems
    if problems:
        raise Invalid(tuple(problems))
    return tuple(inserts), tuple(contents)


def files(folder: Path) -> list[str]:
    """Names of all files below `inserts/`, sorted; hidden ones are other programs' own."""
    if not (folder / FOLDER).is_dir():
        return []
    if not (folder / FOLDER).resolve().is_relative_to(folder.resolve()):
        raise Invalid((problem("D03", Place(FOLDER), name=FOLDER),))
    found = sorted(_below(folder, FOLDER, DEEPEST))
    if len(found) > MOST_FILES:
        raise Invalid((problem("I04", Place(FOLDER), limit=MOST_FILES),))
    return found


def _below(folder: Path, name: str, depth: int) -> Iterator[str]:
    with os.scandir(folder / name) as entries:
        for entry in entries:
            below = f"{name}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and depth:
                yield from _below(folder, below, depth - 1)
            else:
                yield below


def insert(name: str, text: str, known: Known, variables: Collection[str]) -> Insert:
    """One file. Its front matter and its words are looked at together, so that one run tells all."""
    text = characters.tidy(text)
    block, language, problems = _called(name, known)
    if not block:
        raise Invalid(tuple(problems))
    problems += yaml.odd_characters(text, name)
    front = FRONT.match(text)
    if front is None:
        raise Invalid((*problems, problem("I05", Place(name, 1, 1))))
    body, first_line = text[front.end() :], front[0].count("\n") + 1
    node, odd = yaml.parse(front[1], name, first_line=2)
    values, unfit = _front(node, block, known)
    problems += [*odd, *unfit, *_limits(body, name, first_line)]
    uses = dict(_template(body, Place(name, first_line), variables, problems))
    if not body.strip():
        problems.append(problem("I16", Place(name, first_line, 1)))
    if problems:
        raise Invalid(tuple(problems))
    return Insert(
        name=block,
        language=language,
        title=values.get("title", ""),
        body=body.strip() + "\n",
        extends=cast(Literal["", "before", "after"], values.get("extends", "")),
        place=Place(name, first_line + body[: len(body) - len(body.lstrip())].count("\n")),
        title_at=node.keys["title"] if "title" in values else NOWHERE,
        stands=values.get("place", ""),
        stands_at=node.keys["place"] if "place" in values else NOWHERE,
        uses=uses,
    )


# --- name and front matter


def _called(name: str, known: Known) -> tuple[str, str, list[Problem]]:
    """`inserts/recruitment/our-way.da.md`: block recruitment/our-way, language da."""
    _, *folders, last = name.split("/")
    found = NAME.fullmatch(last)
    if found is None or not folders:
        return "", "", [problem("I01", Place(name), name=name)]
    block = "/".join((*folders, found["name"]))
    phases = tuple(dict.fromkeys((*PHASES, *(called.partition("/")[0] for called in known.blocks))))
    problems = []
    if folders[0] not in phases:
        problems.append(problem("I02", Place(name), name=folders[0], near=nearest(folders[0], phases), known=", ".join(phases)))
    if found["language"] not in known.languages:
        problems.append(problem("I03", Place(name), given=found["language"], known=", ".join(known.languages)))
    return block, found["language"], problems


def _front(node: Node, block: str, known: Known) -> tuple[dict[str, str], list[Problem]]:
    """title, extends and place: as text, and what is wrong with them."""
    if not isinstance(node.value, Mapping):
        return {}, [] if node.value is None else [problem("I05", node.place)]
    values: dict[str, str] = {}
    problems = []
    for key, value in node.value.items():
        if key not in KEYS:
            problems.append(problem("Y05", node.keys[key], str(key), key=str(key), near=nearest(str(key), KEYS), known=", ".join(KEYS)))
            continue
        try:
            values[str(key)] = _front_value(str(key), yaml.plain(value))
        except Wrong as found:
            problems += (problem(fault.code, value.place, str(key), **fault.values) for fault in found.faults)
    return values, [*problems, *_standing(node, values, block, known)]


def _front_value(key: str, value: object) -> str:
    words = line(value)
    if key == "extends" and words not in EXTENDS:
        raise wrong("V25", given=words, allowed=", ".join(EXTENDS))
    if key == "place" and not STANDS.fullmatch(words):
        raise wrong("I18", given=words)
    return words


def _standing(node: Node, values: Mapping[str, str], block: str, known: Known) -> Iterator[Problem]:
    """A block of the content is replaced or extended where it stands; a new one says where."""
    if "place" in values and ("extends" in values or block in known.blocks):
        yield problem("I17", node.keys["place"], "place")
    if known.blocks and block and block not in known.blocks and "place" not in node.keys:
        yield problem("I06", node.place, name=block, near=nearest(block, known.blocks))
    if "place" in values and not values.get("title"):
        yield problem("V01", node.place, "title", key="title", example="Sådan gør vi hos os")


# --- words


def _limits(body: str, name: str, first_line: int) -> Iterator[Problem]:
    """What would keep a Markdown parser or a page layout busy for ever."""
    for sign in SIGNS:
        if body.count(sign) > MOST_SIGNS:
            yield problem("I15", Place(name, first_line, 1), given=sign, limit=MOST_SIGNS)
    for number, written in enumerate(body.split("\n"), first_line):
        place = Place(name, number, 1)
        if len(written) > LONGEST_LINE:
            yield problem("I11", place, limit=LONGEST_LINE)
        elif len(written) - len(written.lstrip()) > DEEPEST_INDENT or DEEP_QUOTE.match(written):
            yield problem("I12", place, limit=DEEPEST_INDENT)
        elif any(len(word) > LONGEST_WORD and "://" not in word for word in written.split()):
            yield problem("I13", place, limit=LONGEST_WORD)
        elif written.count("|") > MOST_COLUMNS + 1:
            yield problem("I14", place, limit=MOST_COLUMNS)


def _template(body: str, start: Place, variables: Collection[str], problems: list[Problem]) -> Iterator[tuple[str, Place]]:
    """The variables used, each with its first place. Everything else between braces joins `problems`."""
    seen: set[str] = set()
    for place, kind, words in _holes(body, start, problems):
        if kind == "statement":
            problems.append(problem("I07", place))
        elif words in variables:
            if words not in seen:
                yield words, place
            seen.add(words)
        elif re.fullmatch(r"[\w.]+", words) and not words[0].isdigit() and "_." not in words and "._" not in words:
            problems.append(problem("I08", place, given=words, near=nearest(words, variables)))
        else:
            problems.append(problem("I09", place, given=words))


def _holes(body: str, start: Place, problems: list[Problem]) -> Iterator[tuple[Place, str, str]]:
    """Place, kind and words of every {{ variable }} and every {% statement (or {# comment). The lexer never recurses."""
    inside_of: list[str] | None = None
    begin = end = 0
    try:
        for _, kind, written in ENVIRONMENT.lex(body):
            here = body.index(written, end)  # the lexer may leave out white space
            end = here + len(written)
            if kind == "variable_begin":
                inside_of, begin = [], here
            elif kind == "variable_end" and inside_of is not None:
                yield within(start, body, begin), "variable", "".join(inside_of).strip()
                inside_of = None
            elif kind in {"block_begin", "comment_begin", "raw_begin"}:
                yield within(start, body, here), "statement", ""
            elif inside_of is not None:
                inside_of.append(written)
    except TemplateSyntaxError:
        problems.append(problem("I10", within(start, body, end if inside_of is None else begin)))
        return
    if inside_of is not None:
        problems.append(problem("I10", within(start, body, begin)))


def within(start: Place, body: str, index: int) -> Place:
    """Where a character of a text stands that begins at `start`."""
    line, column = characters.line_and_column(body, index)
    return Place(start.file, start.line + line - 1, column)
