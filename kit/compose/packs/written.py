"""Sheets to write on, made of words that were written for reading: an empty table cell becomes a line, `**So:** …` a question.

So a writer keeps one Markdown text for page and print, and the printed sheet has room for a pen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from kit.model import sheets
from kit.model.library import Basis

ROW = re.compile(r"^\|(.*)\|\s*$")
RULE = re.compile(r"^[\s|:-]+$")
ONE_EACH = re.compile(r"^\| 1 ((?:\| *)+\|) *$", re.MULTILINE)
ASKED = re.compile(r"^\*\*(.+?)\*\*\s*…$")
SIGNS = re.compile(r"(?<!\\)[*`]")
LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SAID = re.compile(r"[»‘“'](?P<words>(?:[^«»‘’“”]|(?<=\w)’(?=\w)){10,}?[.?!…])[«’”'](?!\w)")
HEADING = re.compile(r"^#+ ")
LEAST_LINES = 1  # `room.filled` adds what the page has room for


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question alone on its line."""

    words: str


Segment = str | Table | Asked


def segments(markdown: str) -> Iterator[Segment]:
    """The text in its order: paragraphs with their headings, tables, and questions that wait for an answer."""
    heading = ""
    for paragraph in markdown.strip().split("\n\n"):
        lines = paragraph.strip().splitlines()
        if len(lines) == 1 and HEADING.match(lines[0]):
            heading = lines[0]
            continue
        found = _segment(lines, paragraph)
        if heading and not isinstance(found, str):
            yield heading
        yield f"{heading}\n\n{found}" if heading and isinstance(found, str) else found
        heading = ""


def _segment(lines: Sequence[str], paragraph: str) -> Segment:
    if len(lines) > 1 and all(ROW.match(line) for line in lines) and RULE.match(lines[1]):
        head, _, *rows = (tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines)
        return Table(tuple(head), tuple((row + ("",) * len(head))[: len(head)] for row in rows))
    asked = ASKED.match(lines[0]) if len(lines) == 1 else None
    return Asked(plain(asked[1]).rstrip(":")) if asked else paragraph


def plain(markdown: str) -> str:
    """A cell's words without our signs; an organisation's own come out as it wrote them."""
    return unescape(SIGNS.sub("", LINKED.sub(r"\1", markdown)))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def waits(segment: Segment) -> bool:
    """True for what has room for a pen: a question, or a table with an empty cell in every row's answer."""
    return isinstance(segment, Asked) or (isinstance(segment, Table) and any(not any(row[1:]) for row in segment.rows))


def is_form(markdown: str) -> bool:
    return any(waits(segment) for segment in segments(markdown))


def form(markdown: str, prefix: str, *, number: str = "", fillable: bool = False) -> sheets.Form:
    """The text as a sheet to fill in: its first paragraph opens it, and all else stays in its order."""
    opening, *parts = segments(markdown)
    fields = _named(field for place, part in enumerate(parts, 1) for field in _fields(part, f"{prefix}-{place}"))
    if not isinstance(opening, str):
        return sheets.Form(number=number, fields=(*_fields(opening, f"{prefix}-0"), *fields), fillable=fillable)
    return sheets.Form(number=number, intro_md=opening, fields=fields, fillable=fillable)


def _named(fields: Iterable[sheets.Field]) -> tuple[sheets.Field, ...]:
    """A heading right above a table to fill in is the table's name."""
    found: list[sheets.Field] = []
    for field in fields:
        above = found[-1] if found else None
        if isinstance(field, sheets.Grid) and isinstance(above, sheets.Words) and not above.text_md:
            found[-1] = replace(field, ask=above.title)
        else:
            found.append(field)
    return tuple(found)


def asking(markdown: str, prefix: str, *, fillable: bool = False) -> sheets.Form:
    """As `form`, for words that say what to write: every row of a table and every point of a list is asked."""
    opening, *parts = segments(markdown)
    fields = [field for place, part in enumerate(parts, 1) for field in _asked(part, f"{prefix}-{place}")]
    return sheets.Form(intro_md=opening if isinstance(opening, str) else "", fields=tuple(fields), fillable=fillable)


def for_each(markdown: str, count: int) -> str:
    """The text with the one numbered row of an empty table, `| 1 | | |`, as many times as there are people."""
    return ONE_EACH.sub(lambda row: "\n".join(f"| {number} {row[1]}" for number in range(1, count + 1)), markdown)


def _asked(part: Segment, name: str) -> Iterator[sheets.Field]:
    if isinstance(part, Table) and len(part.head) == 2:
        for place, (ask, help) in enumerate(part.rows, 1):
            yield sheets.Lines(name=f"{name}-{place}", ask=plain(ask), help=capital(plain(help)), lines=LEAST_LINES)
    elif isinstance(part, str) and part.startswith("/// check"):
        points = [line.removeprefix("- ") for line in part.splitlines() if line.startswith("- ")]
        yield from (sheets.Lines(name=f"{name}-{place}", ask=plain(point), lines=LEAST_LINES) for place, point in enumerate(points, 1))
    else:
        yield from _fields(part, name)


def _fields(part: Segment, name: str) -> Iterator[sheets.Field]:
    if isinstance(part, Asked):
        yield sheets.Lines(name=name, ask=part.words, lines=LEAST_LINES)
    elif isinstance(part, Table):
        yield from _of_table(part, name)
    else:
        heading, _, rest = part.partition("\n") if HEADING.match(part) else ("", "", part)
        yield sheets.Words(title=plain(heading.lstrip("# ")), text_md=rest.strip())


def _of_table(table: Table, name: str) -> Iterator[sheets.Field]:
    """A table of two columns asks a question a row; a wider one stays a table. What is answered already stands first."""
    answered = tuple(row for row in table.rows if any(row[1:]))
    if not waits(table):
        yield sheets.Words(title="", text_md=_markdown(table.head, table.rows))
    elif len(table.head) > 2:
        yield sheets.Grid(
            name=name, ask=plain(table.head[0]), head=tuple(map(plain, table.head)), first=tuple(plain(row[0]) for row in table.rows)
        )
    else:
        if answered:
            yield sheets.Words(title="", text_md=_markdown(table.head, answered))
        for place, row in enumerate(_unanswered(table), 1):
            yield sheets.Lines(name=f"{name}-{place}", ask=plain(row[0]), lines=LEAST_LINES)


def _unanswered(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(row for row in table.rows if not any(row[1:]))


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# --- an exercise on a card: minutes, steps, how


def is_card(markdown: str) -> bool:
    """True when a table of the text counts minutes in its first column."""
    return any(isinstance(part, Table) and all(row[0].isdigit() for row in part.rows) for part in segments(markdown))


def card(markdown: str, number: str, caption: str, basis: Basis) -> sheets.Handout:
    """Steps in minutes with what is said, *it happens – you do* in pairs below, and the last words as the source."""
    parts = [*segments(markdown)]
    tables = [part for part in parts if isinstance(part, Table)]
    steps = next(table for table in tables if all(row[0].isdigit() for row in table.rows))
    pairs = [row for table in tables if table is not steps and len(table.head) == 2 for row in table.rows]
    lead, *rest = [part for part in parts if isinstance(part, str)]
    return sheets.Handout(
        number=number,
        lead_md=lead,
        steps=tuple(_step(row) for row in steps.rows),
        steps_caption=caption,
        hints=tuple(sheets.Hint(title=plain(happens), text_md=do) for happens, do, *_ in pairs),
        sources=tuple(sheets.Source(basis=basis, words=plain(words)) for words in rest),
    )


def _step(row: tuple[str, ...]) -> sheets.CardStep:
    """Whole sentences in quotation marks are words to say, and stand apart."""
    minutes, title, how, *_ = row
    said = SAID.findall(how)
    return sheets.CardStep(
        minutes=int(minutes), title=plain(title), how_md=SAID.sub("", how).strip(), say=tuple(plain(words) for words in said)
    )
