"""What can be printed, and on which page each thing lies: at the door of whom it is for, and beside what it belongs to."""

from collections.abc import Iterator

from kit.compose.letters import sent
from kit.compose.making import Making
from kit.model.book import Link
from kit.model.library import OutlinePage, PackOutline
from kit.model.programme import GroupPlan


def links(making: Making, entry: OutlinePage, page: str) -> tuple[Link, ...]:
    """The printed things of one page; `making` speaks for that page's group."""
    return (*_packs(making, entry, page), *_sheets(making, entry, page), *_files(making, page))


def everything(making: Making) -> tuple[Link, ...]:
    """Every pack there is."""
    return tuple(
        _link(making, outline, group)
        for outline in making.library.outline.packs
        if has(making, outline)
        for group in _groups(making, outline)
    )


def has(making: Making, outline: PackOutline) -> bool:
    """True when this programme has what a pack needs."""
    return {"": True, "seminar": making.programme.seminar is not None}[outline.needs]


def _packs(making: Making, entry: OutlinePage, page: str) -> Iterator[Link]:
    for outline in making.library.outline.packs:
        ours = entry.layout == "guide" or (entry.makes("homework") and "mentee" in outline.audience)
        here = page in outline.audience or page in outline.pages or (making.group is not None and ours and outline.each == "group")
        if here and has(making, outline):
            yield from (_link(making, outline, group) for group in _groups(making, outline))


def _groups(making: Making, outline: PackOutline) -> tuple[GroupPlan | None, ...]:
    """A group's own packs lie on its own pages; elsewhere every group's do."""
    if not outline.each:
        return (None,)
    return (making.group,) if making.group else making.programme.groups


def _link(making: Making, outline: PackOutline, group: GroupPlan | None) -> Link:
    title = making.filler.plain(
        outline.title.said_in(making.voice.language), {"group": {"name": group.name.said_in(making.voice.language)}} if group else {}
    )
    name = outline.name.format(group=group.id if group else "")
    return Link(words=title, target=_file(making, name), note=making.say("download.pdf"))


def _sheets(making: Making, entry: OutlinePage, page: str) -> Iterator[Link]:
    """Single sheets: each form on the forms' page, a checklist on its own."""
    if page == "forms":
        for form in making.library.forms:
            yield Link(words=making.said(form.title), target=_file(making, f"sheets/{form.id}"), note=making.say("download.form"))
    for name in (piece.options["list"] for piece in entry.pieces if piece.make == "checklist"):
        found = making.library.checklists.get(name)
        if found:
            yield Link(words=making.said(found.title), target=_file(making, f"sheets/{name}"), note=making.say("download.pdf"))


def _files(making: Making, page: str) -> Iterator[Link]:
    """What people edit or take home whole: the slides, the letters, everything."""
    folder = f"downloads/{making.voice.language}"
    if page == "seminar" and making.programme.seminar:
        yield Link(words=making.say("download.slides"), target=f"{folder}/slides.pptx", note=making.say("download.powerpoint"))
    if page == "letters":
        for letter in sent(making):
            yield Link(words=making.said(letter.title), target=f"{folder}/letters/{letter.id}.docx", note=making.say("download.word"))
    if page == "hr":
        yield Link(words=making.say("download.everything"), target=f"{folder}/everything.zip", note=making.say("download.zip"))


def _file(making: Making, name: str) -> str:
    return f"downloads/{making.voice.language}/{name}.pdf"
