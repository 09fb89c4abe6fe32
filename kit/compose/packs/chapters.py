"""Pages of the outline become chapters of a pack, with links that lead to other sheets of the same pack.

While a chapter is written its links say only which page they mean (`#@page#anchor`); `linked` settles them when all sheets of
the pack are known, and what is not in the pack stays as words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from kit.compose.book import Writer
from kit.compose.making import Making
from kit.compose.stands import Stand
from kit.compose.targets import is_whole
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.library import OutlinePage
from kit.model.programme import GroupPlan

MEANT = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(#@([^)\s]+)\)")
HREF = re.compile(r'<a href="@([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
ANCHOR = re.compile(r"\{ #([^}\s]+)(?= )")
SVG_ID = re.compile(r'<(?:svg|title|desc|g|pattern|clipPath|linearGradient)\b[^>]*? id="([\w-]+)"')
FETCHED = ("calendars",)  # pieces that lead to files alone: nothing to do with them on paper
Value = TypeVar("Value")


class Chapters(Writer):
    """Writes pages of the outline as sheets."""

    def address(self, target: str) -> str:
        """Whole addresses as they are; a page of ours as a mark that `linked` settles."""
        if is_whole(target):
            return target
        return f"#@{target.removeprefix('@')}"

    def making_for(self, group: GroupPlan | None) -> Making:
        """How to speak in a pack of this group, or of all."""
        return self.making_of(Stand(entry=OutlinePage(id="", lead="", pieces=(), audience=()), id="", section="", group=group))

    def sheet(self, stand: Stand, *, level: int = 1, number: str = "", title: str = "") -> Sheet:
        """A page as a chapter: its opening set larger, then its pieces, and where they come from."""
        opening, pieces = self.words(_on_paper(stand))
        lead, _, rest = ("", "", opening) if opening.startswith("///") else opening.partition("\n\n")  # a list opens nothing
        name = sheet_id(stand.id)
        body = "\n\n".join(part for part in (rest, *pieces) if part)
        bases = self.bases(stand)
        holds = sheets.Prose(
            number=number,
            lead_md=lead,
            body_md=apart(ANCHOR.sub(rf"{{ #{name}--\1", body), name),
            sources=tuple(sheets.Source(basis=basis, words=self.voice.say(f"basis.{basis}.page")) for basis in bases),  # type: ignore[arg-type]
        )
        return Sheet(id=name, title=title or self.title(stand), holds=holds, level=level)


def _on_paper(stand: Stand) -> Stand:
    """The page without what can only be fetched on a screen."""
    pieces = tuple(piece for piece in stand.entry.pieces if piece.make not in FETCHED)
    return replace(stand, entry=replace(stand.entry, pieces=pieces))


def apart(text: str, prefix: str) -> str:
    """The text with the ids of its drawings made its own: a drawing may stand on several sheets of a pack."""
    for id in SVG_ID.findall(text):
        text = re.sub(rf'(?<=["# ]){re.escape(id)}(?=[")\s])', f"{prefix}--{id}", text)
    return text


def sheet_id(page: str) -> str:
    return page.replace("/", "-")


# --- links within a pack


def linked(pack: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets with every link to one of them settled, and all others as words alone."""
    known = {sheet.id for sheet in pack} | {anchor for sheet in pack for text in texts(sheet.holds) for anchor in ANCHOR.findall(text)}

    def target(meant: str) -> str:
        page, _, anchor = meant.partition("#")
        name = sheet_id(page)
        wanted = (f"{name}--{anchor}", name, anchor, name.lower())  # in print a form is a sheet of its own, and so is handout/H9
        return next((found for found in wanted if found in known), "")

    def settled(text: str) -> str:
        text = MEANT.sub(lambda found: f"[{found[1]}](#{target(found[2])})" if target(found[2]) else found[1], text)
        return HREF.sub(lambda found: f'<a href="#{target(found[1])}">{found[2]}</a>' if target(found[1]) else found[2], text)

    return tuple(replace(sheet, holds=changed(sheet.holds, settled)) for sheet in pack)


def texts(value: object) -> Iterator[str]:
    """Every Markdown text of a sheet: the fields that end in `_md`, however deep."""
    if isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name.endswith("_md"):
                yield inside
            else:
                yield from texts(inside)


def changed(value: Value, change: Callable[[str], str]) -> Value:
    """The same sheet with every Markdown text changed."""
    if isinstance(value, tuple):
        return tuple(changed(part, change) for part in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inside = {field.name: getattr(value, field.name) for field in fields(value)}
    return replace(value, **{name: change(held) if name.endswith("_md") else changed(held, change) for name, held in inside.items()})
