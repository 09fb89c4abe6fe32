"""Parts of a pack that are written like pages: one of the site's, or a chapter that only the pack has."""

from dataclasses import replace

from kit.compose.packs.shared import Packing
from kit.compose.stands import Stand
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.library import OutlinePage, PackPart


def page(packing: Packing, part: PackPart) -> list[Sheet]:
    """A page of the outline, whole; nothing when this book has no such page."""
    stand = packing.chapters.stands.get(part.options["page"])
    if stand is None:
        return []
    readers = tuple(role for role in stand.entry.audience if role in packing.outline.audience)
    here = replace(stand, group=packing.group, entry=replace(stand.entry, audience=readers))
    sheet = packing.chapters.sheet(here, title=packing.making.said(part.title))
    return [replace(sheet, flows=flows(part), sections=_sections(packing, part, sheet))]


def _sections(packing: Packing, part: PackPart, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """The block of the page that one must find in a hurry: it has a line of its own in the contents."""
    block = packing.making.library.blocks.get(part.options.get("listed", ""))
    return ((f"{sheet.id}--{block.name.rsplit('/', 1)[-1]}", packing.making.said(block.title)),) if block else ()


def chapter(packing: Packing, part: PackPart) -> list[Sheet]:
    """A chapter that only this pack has: a lead block and what follows it. The same words on the site say where they come from."""
    entry = OutlinePage(id=part.lead.rsplit("/", 1)[-1], lead=part.lead, pieces=part.pieces, audience=())
    stand = Stand(entry=entry, id=entry.id, section="", group=packing.group)
    sheet = packing.chapters.sheet(stand, title=packing.making.said(part.title))
    assert isinstance(sheet.holds, sheets.Prose)
    holds = replace(sheet.holds, sources=(), draws=part.options.get("draws") == "on")
    return [replace(sheet, holds=holds, flows=flows(part))]


def flows(part: PackPart) -> bool:
    """Whether it begins where the part before it ends, and not on a page of its own."""
    return part.options.get("flows") == "on"
