"""An organisation's own texts: listed variables put in, made into clean HTML, and set where they belong.

A text that would stand nowhere, or that asks for a group where there is none, is a problem with its place.
"""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from kit.compose.fill import for_markdown
from kit.compose.scope import Scope
from kit.model.problem import Place, Problem
from kit.model.source import Insert

HOLE = re.compile(r"\{\{\s*([a-z_]+)\.([a-z_]+)\s*\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What an organisation wrote for one language of its book; `cleaned` makes people's Markdown harmless HTML."""

    inserts: tuple[Insert, ...]
    language: str
    cleaned: Callable[[str], str]

    def around(self, block: str, scope: Scope) -> tuple[list[str], list[str], list[str]]:
        """What stands before a block, instead of it and after it."""
        before, instead, after = (
            [
                self._html(insert, scope)
                for insert in self.inserts
                if (insert.name, insert.language, insert.extends) == (block, self.language, where) and not insert.stands
            ]
            for where in ("before", "", "after")
        )
        return before, instead, after

    def new(self, page: str, after: str, scope: Scope) -> list[str]:
        """The new blocks of a page that stand after the block `after`, under their titles; `""`: at the page's end."""
        return [
            (f"## {for_markdown(insert.title)}\n\n" if insert.title else "") + self._html(insert, scope)
            for insert in self.inserts
            if insert.language == self.language and insert.stands and insert.stands.partition("#")[::2] == (page, after)
        ]

    def _html(self, insert: Insert, scope: Scope) -> str:
        """One insert as a block of HTML that Markdown leaves alone."""
        words = HOLE.sub(lambda found: _value(scope, found[1], found[2]), insert.body)
        return f'<div class="gm-own">\n{self.cleaned(words).strip()}\n</div>'


def _value(scope: Scope, part: str, name: str) -> str:
    return for_markdown(str(scope[part][name]))


# --- what does not fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the book where a text of the organisation's may stand: a page, and a block of it by its whole name."""

    page: str
    block: str
    parts: Collection[str]  # group, meeting …: what variables may begin with here

    @property
    def short(self) -> str:
        return self.block.rsplit("/", 1)[-1]


def problems(inserts: Iterable[Insert], spots: Collection[Spot]) -> Iterator[Problem]:
    """Texts whose place is not in the book, and variables that a page of theirs does not have."""
    for insert in inserts:
        found = [spot for spot in spots if _stands(insert, spot)]
        if insert.stands and not found:
            yield _misplaced(insert, spots)
        for variable, place in insert.uses.items():
            lacking = next((spot.page for spot in found if variable.partition(".")[0] not in spot.parts), None)
            if lacking is not None:
                yield Problem(code="I30", place=place, values={"given": variable, "page": lacking})


def _stands(insert: Insert, spot: Spot) -> bool:
    if not insert.stands:
        return insert.name == spot.block
    page, _, after = insert.stands.partition("#")
    return (page, after) == (spot.page, spot.short)


def _misplaced(insert: Insert, spots: Iterable[Spot]) -> Problem:
    page, _, after = insert.stands.partition("#")
    here = {spot.short: None for spot in spots if spot.page == page}
    if not here:
        known = {spot.page: None for spot in spots if "/" not in spot.page}
        return _unknown("I31", insert.stands_at, page, known, page="")
    return _unknown("I32", insert.stands_at, after, [name for name in here if name], page=page)


def _unknown(code: str, place: Place, given: str, known: Iterable[str], *, page: str) -> Problem:
    near = next(iter(difflib.get_close_matches(given, list(known), n=1, cutoff=0.0)), "")
    return Problem(code=code, place=place, values={"given": given, "near": near, "page": page})
