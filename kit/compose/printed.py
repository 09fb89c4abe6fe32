"""What can be printed, and on which page each thing lies: at the door of whom it is for, and beside what it belongs to."""

from collections.abc import Iterator

from kit.compose.making import Making
from kit.model.book import Link
from kit.model.library import FormTemplate, Letter, OutlinePage, PackOutline
from kit.model.programme import GroupPlan


def links(making: Making, entry: OutlinePage, page: str) -> tuple[Link, ...]:
    """The printed things of one page; `making` speaks for that page's group."""
    return (*_packs(making, entry, page), *_sheets(making, entry), *_files(making, page))


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


def _sheets(making: Making, entry: OutlinePage) -> Iterator[Link]:
    """Single sheets: a checklist on its own page. Where there are several, forms and letters, each stands beside its own words."""
    for name in (piece.options["list"] for piece in entry.pieces if piece.make == "checklist"):
        found = making.library.checklists.get(name)
        if found:
            yield Link(words=making.said(found.title), target=_file(making, f"sheets/{name}"), note=making.say("download.pdf"))


def _files(making: Making, page: str) -> Iterator[Link]:
    """What people edit or take home whole: the slides, the letters, everything."""
    folder = f"downloads/{making.voice.language}"
    if page == "seminar" and making.programme.seminar:
        yield Link(words=making.say("download.slides"), target=f"{folder}/slides.pptx", note=making.say("download.powerpoint"))
    if page in ("hr", "letters"):
        yield Link(words=making.say("download.everything"), target=f"{folder}/everything.zip", note=making.say("download.zip"))


def of_form(making: Making, form: FormTemplate) -> Link:
    return Link(words=making.say("download.form"), target=_file(making, f"sheets/{form.id}"), note=making.said(form.title))


def of_letter(making: Making, letter: Letter) -> tuple[Link, ...]:
    """The letter as Word and as the plain text of a mail."""
    where, title = f"downloads/{making.voice.language}/letters/{letter.id}", making.said(letter.title)
    kinds = ((making.say("download.word"), "docx"), (making.say("download.text"), "txt"))
    return tuple(Link(words=words, target=f"{where}.{kind}", note=title) for words, kind in kinds)


def _file(making: Making, name: str) -> str:
    return f"downloads/{making.voice.language}/{name}.pdf"
