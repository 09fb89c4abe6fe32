"""A cell of a table holds one thing and has no full stop, or several sentences and has them all (docs/prose.md).

The first column names its row, and a name is a heading: in tables made of data it is not looked at, nor is the title of a sheet.
"""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests import composed
from tests.helpers import library

BOOKS = [("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en")]
ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)
CELL = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
APART = re.compile(r"<(?:li|b|span|p)\b")  # a cell with parts of its own: a list, an agenda's point and how it is done
LEADING = re.compile(r"^(?:\d+\. |\*\*[^*]+\*\* ?)")  # a number or a small heading
BETWEEN = re.compile(r"[.!?…][«’”]? (?=[A-ZÆØÅ»‘“*\[])")  # where a sentence ends and another begins
ENDED = (".", "!", "?", "…", "«", "’", "»")
SHORT = ("Min.", "kl.", "kr.", "f.eks.")


def cells(markdown: str) -> Iterator[str]:
    """The words of every cell that a reader sees."""
    plain = (cell for row in ROW.findall(markdown) for cell in re.split(r"(?<!\\)\|", row))
    made = (re.sub(r"<[^>]+>", "", cell) for cell in CELL.findall(markdown) if not APART.search(cell))
    for cell in (*plain, *made):
        words = re.sub(r"\]\([^)]*\)", "]", unescape(cell)).strip()
        if words and not re.fullmatch(r"[-: ]+", words):
            yield words


def amiss(cell: str) -> str:
    """What is wrong with how a cell ends, or nothing."""
    if BETWEEN.search(LEADING.sub("", cell)):
        return "" if cell.endswith(ENDED) else "several sentences, and the last has no full stop"
    return "one thing, and a full stop" if cell.endswith(".") and not cell.endswith(SHORT) else ""


@pytest.mark.parametrize(("name", "language"), BOOKS)
def test_a_cell_has_a_full_stop_only_when_it_has_several(name: str, language: str) -> None:
    found = {cell: amiss(cell) for page in composed.book(name, language).pages for cell in cells(page.markdown)}
    titles = {handout.title.said_in(language) for handout in library().handouts}

    assert len(found) > 500
    assert {cell: what for cell, what in found.items() if what and cell not in titles} == {}


@pytest.mark.parametrize(("cell", "what"), [
    ("Kør videre", ""),
    ("Kør videre.", "one thing, and a full stop"),
    ("Kør videre. Ingen mærker forskel.", ""),
    ("Kør videre. Ingen mærker forskel", "several sentences, and the last has no full stop"),
    ("Vent. Sig så: »Flyt jer, hvis I har lyst.«", ""),
    ("‘We don’t talk about that.’ Tell the group next time", "several sentences, and the last has no full stop"),
    ("**Lån en mentor.** Kun mentor kommer udefra", ""),
    ("**Lærer.** Alle skriver ned, når du taler.", "one thing, and a full stop"),
])  # fmt: skip
def test_it_would_be_seen(cell: str, what: str) -> None:
    assert amiss(cell) == what
