"""Every page and pack of the example as something to read: name, language and its stretches."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from kit.model.book import Book, Pack, Page, Sheet
from tests import composed
from tests.prose.measure import Measure, measure
from tests.prose.stretches import Stretch, stretches

EXAMPLE = "nordby"  # both cohort types, every option
LANGUAGES = ("da", "en")
PROSE = ("paragraph", "item")
SPOKEN = {"say", "read_aloud"}
REPEATS = ("handbook", "sheets/")  # packs of pages and sheets that stand elsewhere too
NOT_WORDS = {
    "pages",
    "id",
    "iso",
    "name",
    "ref",
    "refs",
    "ends",
    "address",
    "target",
    "foot",
    "email",
    "website",
    "phone",
    "number",
    "start",
    "end",
    "time",
    "make",
    "basis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page, or one sheet of a pack."""

    name: str
    language: str
    stretches: tuple[Stretch, ...]

    @property
    def words(self) -> str:
        return "\n".join(stretch.words for stretch in self.stretches)

    @property
    def prose(self) -> tuple[str, ...]:
        """Running text and list items: what LIX is about. Tables and quoted speech stand apart."""
        return tuple(stretch.words for stretch in self.stretches if stretch.kind in PROSE)

    @property
    def speech(self) -> tuple[str, ...]:
        return tuple(stretch.words for stretch in self.stretches if stretch.kind == "speech")

    def measured(self, short: frozenset[str] = frozenset()) -> Measure:
        return measure(self.prose, self.language, short)


@cache
def pages(language: str) -> tuple[Reading, ...]:
    return tuple(_page(page, language) for page in composed.book(EXAMPLE, language).pages)


@cache
def sheets(language: str) -> tuple[Reading, ...]:
    return tuple(_sheets(composed.packs(EXAMPLE, language)))


def readings_of(book: Book, packs: tuple[Pack, ...]) -> tuple[Reading, ...]:
    """Any book and its packs as something to read."""
    return (*(_page(page, book.language) for page in book.pages), *_sheets(packs))


def everything(language: str) -> tuple[Reading, ...]:
    return pages(language) + sheets(language)


def _page(page: Page, language: str) -> Reading:
    return Reading(name=page.id, language=language, stretches=(*stretches(page.markdown), *_plain(page.data)))


def _sheets(packs: tuple[Pack, ...]) -> Iterator[Reading]:
    for pack in packs:
        for sheet in pack.sheets if not pack.name.startswith(REPEATS) else ():
            yield Reading(name=f"{pack.name} · {sheet.id}", language=pack.language, stretches=tuple(_sheet(sheet)))


def _sheet(sheet: Sheet) -> Iterator[Stretch]:
    """A sheet's own lines, then every text of what it holds; fields that end in `_md` are Markdown (kit/model/sheets.py)."""
    yield Stretch(kind="heading", words=sheet.title, level=1)
    yield from (Stretch(kind="table", words=words) for words in (sheet.strong, sheet.rest, sheet.right) if words)
    yield from _plain(sheet.holds)


def _plain(value: object, name: str = "") -> Iterator[Stretch]:
    if isinstance(value, str):
        if name.endswith("_md"):
            yield from stretches(value)
        elif value and name not in NOT_WORDS and not value.lstrip().startswith("<svg"):
            kind = "speech" if name in SPOKEN else "paragraph" if name in ("happens", "do", "why", "sign") else "table"
            yield Stretch(kind=kind, words=value)  # type: ignore[arg-type]
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _plain(inner, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _plain(inner, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _plain(getattr(value, field.name), field.name)
