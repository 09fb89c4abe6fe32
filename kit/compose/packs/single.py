"""Single sheets: every form, checklist and handout as a small document of its own."""

from collections.abc import Iterator

from kit.compose.making import Making
from kit.compose.packs import forms, handed, seminar_day, written
from kit.compose.packs.chapters import Chapters
from kit.compose.packs.shared import Packing
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.words import Text

FOLDER = "sheets"


def packings(chapters: Chapters) -> Iterator[tuple[Packing, Sheet]]:
    """Each single sheet with the pack that it alone makes."""
    making = chapters.making
    for form in making.library.forms:
        if making.serves(form.tags.cohort):
            packing = _packing(chapters, form.id, form.title)
            yield packing, forms.form_sheet(packing, form)
    for checklist in making.library.checklists.values():
        packing = _packing(chapters, checklist.id, checklist.title)
        yield packing, checklist_sheet(packing, checklist)
    for handout in seminar_day.used_handouts(making) if making.programme.seminar else ():
        packing = _packing(chapters, handout.id.lower(), handout.title)
        yield packing, handed.handout(packing, handout)


def _packing(chapters: Chapters, name: str, title: Text) -> Packing:
    outline = content.PackOutline(name=f"{FOLDER}/{name}", title=title, parts=())
    return Packing(outline=outline, making=chapters.making, chapters=chapters)


def checklist_sheet(packing: Packing, found: content.Checklist) -> Sheet:
    """Lines to tick in the order they come, or points to watch for with sign, reason and what to do."""
    making = packing.making
    return Sheet(id=f"checklist-{found.id}", title=making.said(found.title), holds=_list(making, found, making.points(found)))


def _list(making: Making, found: content.Checklist, points: list[content.Point]) -> sheets.CheckSheet:
    if found.kind == "tasks":
        tasks = tuple(sheets.Task(text=written.plain(making.line_of(point))) for point in points)
        return sheets.CheckSheet(groups=(sheets.Tasks(title=making.say(f"phase.{found.phase}"), tasks=tasks),))
    watch = (
        sheets.WatchPoint(
            title=_plain(making, point.title),
            kept_for=making.kept_for(point),
            sign=_plain(making, point.sign),
            why=_plain(making, point.why),
            do=_plain(making, point.do),
        )
        for point in points
    )
    return sheets.CheckSheet(watch=tuple(watch))


def _plain(making: Making, text: Text | None) -> str:
    """Words without marks or links."""
    return written.plain(making.markdown(text))
