"""YAML with places: a file becomes a tree of nodes that know their line and column. The only module that knows PyYAML.

Scalars follow the core schema of YAML 1.2 (`no` and `16:00` are text; https://yaml.org/spec/1.2.2/#103-core-schema). Size, encoding
and odd characters are judged before the parser sees the file, depth and number of events while it runs: 500,000 brackets
would otherwise end the interpreter. The tree is built from events, so nothing recurses deeper than the limit.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml as pyyaml

from kit.model.problem import Invalid, Place, Problem
from kit.read import characters, inside
from kit.read.problems import problem, problems_sorted

Key = str | int
Scalar = str | int | float | bool | None
Plain = Any  # dict, list or Scalar: what pydantic takes

INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
ODD_NUMBER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
MOST_DIGITS = 9
LONGEST_FLOAT = 20
WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# What libyaml says (in English), and our code for it: the first row whose words are in its problem or context wins.
COMPLAINTS = (
    ("mapping values are not allowed", "Y21"),
    ("block sequence entries are not allowed", "Y28"),
    ("while scanning a quoted scalar", "Y22"),
    ("while parsing a quoted scalar", "Y27"),
    ("while parsing a flow", "Y23"),
    ("while scanning a simple key", "Y25"),
    ("could not find expected ':'", "Y25"),
    ("did not find expected key", "Y24"),
    ("did not find expected '-' indicator", "Y24"),
    ("did not find expected <document start>", "Y13"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may hold."""

    bytes: int = 1024 * 1024
    depth: int = 20
    events: int = 20_000
    aliases: int = 50


ORGANISATION = Limits()


@dataclass(frozen=True, slots=True)
class Node:
    """One value and where it stands: a scalar, a tuple of nodes (a list) or a mapping of nodes, whose `keys` have places of their own."""

    value: "Scalar | tuple[Node, ...] | Mapping[Key, Node]"
    place: Place
    keys: Mapping[Key, Place] = field(default_factory=dict)
    written: str = ""  # a scalar as it stands in the file: 007 is the number 7


def read(path: Path, name: str, limits: Limits = ORGANISATION) -> Node:
    """The file as a tree; `name` is what people call the file. Raises Invalid with every problem of the text."""
    node, problems = read_with_problems(path, name, limits)
    if problems:
        raise Invalid(problems)
    return node


def read_with_problems(path: Path, name: str, limits: Limits = ORGANISATION) -> tuple[Node, tuple[Problem, ...]]:
    """As `read`, but problems that leave a whole tree (a key twice, a number too long) come beside it: the caller may find more."""
    return parse(decoded(inside.content(path, limits.bytes, Place(name)), name), name, limits)


def parse(text: str, name: str, limits: Limits = ORGANISATION, first_line: int = 1) -> tuple[Node, tuple[Problem, ...]]:
    """Text as a tree, with the problems that did not stop it. `first_line`: where in the file the text begins."""
    text = characters.tidy(text)
    builder = Builder(name, limits, first_line)
    builder.problems += odd_characters(text, name, first_line)
    text = characters.FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)  # told of; the rest of the file may hold more
    try:
        node = builder.document(pyyaml.parse(text, Loader=pyyaml.CSafeLoader))
    except pyyaml.MarkedYAMLError as error:
        builder.stop(complaint(error, text, name, first_line))
    return node, problems_sorted(builder.problems)


def plain(node: Node) -> Plain:
    """The tree without places: dict, list, str, int, float, bool, None."""
    if isinstance(node.value, tuple):
        return [plain(item) for item in node.value]
    if isinstance(node.value, Mapping):
        return {key: plain(value) for key, value in node.value.items()}
    return node.value


def places(node: Node) -> dict[tuple[Key, ...], Place]:
    """Where everything stands, by path: a scalar where its value begins, a list or mapping where its key does."""
    return dict(_places(node, (), node.place))


def _places(node: Node, path: tuple[Key, ...], key: Place) -> Iterator[tuple[tuple[Key, ...], Place]]:
    yield path, key if node.value is None or isinstance(node.value, tuple | Mapping) else node.place
    if isinstance(node.value, tuple):
        for number, item in enumerate(node.value):
            yield from _places(item, (*path, number), item.place)
    elif isinstance(node.value, Mapping):
        for name, value in node.value.items():
            yield from _places(value, (*path, name), node.keys[name])


# --- before the parser


def decoded(data: bytes, name: str) -> str:
    """UTF-8, with or without a byte order mark; anything else is named, at its first foreign byte."""
    encoding = characters.encoding_of(data)
    if encoding == "UTF-8":
        return data.decode("utf-8-sig")
    if not encoding:
        raise Invalid((problem("Y17", Place(name)),))
    before = well_read(data) if encoding == "Windows-1252" else ""
    raise Invalid((problem("Y01", Place(name, *characters.line_and_column(before, len(before))), encoding=encoding),))


def well_read(data: bytes) -> str:
    """What stands before the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].decode("utf-8")


def odd_characters(text: str, name: str, first_line: int = 1) -> Iterator[Problem]:
    """A problem for each line that hides something."""
    seen = set()
    for index, code in characters.forbidden(text):
        line, column = characters.line_and_column(text, index)
        if line not in seen:
            yield problem("Y02", Place(name, line + first_line - 1, column), character=code)
        seen.add(line)
    for index in characters.heaps(text):
        line, column = characters.line_and_column(text, index)
        yield problem("Y15", Place(name, line + first_line - 1, column))


# --- while it runs


class Builder:
    """Builds the tree from events. Collects what it can live with; stops, with all of it, at what it cannot."""

    def __init__(self, name: str, limits: Limits, first_line: int) -> None:
        self.name, self.limits, self.first_line = name, limits, first_line
        self.problems: list[Problem] = []
        self.anchors: dict[str | None, Node | None] = {}  # None as a value: a collection, which nobody may repeat
        self.events = self.aliases = 0

    def stop(self, last: Problem) -> NoReturn:
        raise Invalid(problems_sorted([*self.problems, last]))

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + self.first_line, mark.column + 1)

    def document(self, events: Iterator[Any]) -> Node:
        """The only document of the stream; None at the start of an empty one."""
        node = Node(None, Place(self.name, self.first_line, 1))
        documents = 0
        for event in events:
            documents += isinstance(event, pyyaml.DocumentStartEvent)
            if documents > 1:
                self.stop(problem("Y13", self.place(event.start_mark)))
            if isinstance(event, pyyaml.NodeEvent):
                node = self.node(event, events, 1)
        return node

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = self.place(event.start_mark)
        self.count(place, depth)
        if isinstance(event, pyyaml.AliasEvent):
            return self.alias(event.anchor or "", place)
        if event.tag is not None:
            self.problems.append(problem("Y09", place, given=event.tag.replace("tag:yaml.org,2002:", "!!")))
        if isinstance(event, pyyaml.ScalarEvent):
            node = self.anchors[event.anchor] = self.scalar(event, place)
            return node
        self.anchors[event.anchor] = None
        if isinstance(event, pyyaml.SequenceStartEvent):
            return Node(tuple(self.node(item, events, depth + 1) for item in self.until(pyyaml.SequenceEndEvent, events)), place)
        return self.mapping(events, place, depth)

    def count(self, place: Place, depth: int) -> None:
        self.events += 1
        if self.events > self.limits.events:
            self.stop(problem("Y08", place, limit=self.limits.events))
        if depth > self.limits.depth:
            self.stop(problem("Y07", place, limit=self.limits.depth))

    @staticmethod
    def until(end: type, events: Iterator[Any]) -> Iterator[Any]:
        for event in events:
            if isinstance(event, end):
                return
            yield event

    def mapping(self, events: Iterator[Any], place: Place, depth: int) -> Node:
        values: dict[Key, Node] = {}
        keys: dict[Key, Place] = {}
        for event in self.until(pyyaml.MappingEndEvent, events):
            name = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            key = self.key(event, name)
            if key is None:
                continue
            if key in values:
                self.problems.append(problem("Y04", name.place, key=str(key), line=keys[key].line))
                continue
            values[key], keys[key] = value, name.place
        return Node(values, place, keys)

    def key(self, event: Any, name: Node) -> Key | None:
        """A word or a whole number; `true` and `1.5` are the words as they were written."""
        if isinstance(name.value, str) or (isinstance(name.value, int) and not isinstance(name.value, bool)):
            return name.value
        if isinstance(event, pyyaml.ScalarEvent) and event.value:
            return str(event.value)
        self.problems.append(problem("Y14", name.place))
        return None

    def alias(self, anchor: str, place: Place) -> Node:
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            self.stop(problem("Y10", place, limit=self.limits.aliases))
        meant = self.anchors.get(anchor)
        if meant is None:
            self.problems.append(problem("Y11", place, given=anchor))
            return Node(None, place)
        return Node(meant.value, place, written=meant.written)

    def scalar(self, event: Any, place: Place) -> Node:
        text = self.unescaped(event.value, place) if event.style == '"' else event.value
        if event.style or event.tag is not None:
            return Node(text, place, written=text)
        value = resolved(text)
        if value is ...:
            self.problems.append(problem("Y12", place, given=text))
            return Node(text, place, written=text)
        return Node(value, place, written=text)

    def unescaped(self, text: str, place: Place) -> str:
        """Looked at once more: between double quotation marks `\\u200b` has become a character only now."""
        text = characters.tidy(text)
        odd = next(characters.forbidden(text), None)
        if odd:
            self.problems.append(problem("Y02", place, character=odd[1]))
        if any(characters.heaps(text)) and not any(found.code == "Y15" for found in self.problems):
            self.problems.append(problem("Y15", place))
        return text


def resolved(text: str) -> Any:
    """What an unquoted scalar means; `...` for a number that is none of ours (hexadecimal, endless, not a number)."""
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text) if len(text.lstrip("+-")) <= MOST_DIGITS else ...
    if FLOAT.fullmatch(text):
        number = float(text) if len(text) <= LONGEST_FLOAT else math.inf
        return number if math.isfinite(number) else ...
    return ... if ODD_NUMBER.fullmatch(text) else text


def complaint(error: pyyaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    """libyaml's own problem as one of ours, where a person should look: at an opening that is not closed, else where reading stopped."""
    words = f"{error.problem} {error.context or ''}"
    code = next((code for said, code in COMPLAINTS if said in words), "Y03")
    mark = error.context_mark if code in {"Y22", "Y23", "Y25"} and error.context_mark else error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = Place(name, line + first_line, column + 1)
    written = (*text.split("\n"), "")[min(line, text.count("\n"))]
    if "cannot start any token" in words:
        sign = written[column : column + 1]
        return problem("Y20", place) if sign == "\t" else problem("Y26", place, given=sign)
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return problem("Y20", Place(name, line + first_line, 1))
    return problem(code, place)
