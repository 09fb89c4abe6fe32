"""What stands where: sections and pages of the book, and parts of the packs."""

from collections.abc import Iterable

from kit.model.library import OutlinePage, OutlineSection, PackOutline, PackPart, Piece
from kit.read import yaml
from kit.read.fields import AUDIENCES, COHORTS, Fields


def section(fields: Fields) -> OutlineSection:
    return OutlineSection(id=fields.line("id"), title=fields.words("title"), pages=fields.several("pages", _page, needed=True))


def _page(fields: Fields) -> OutlinePage:
    following = fields.take("next")
    step = fields.inside(following) if following is not None else None
    page, words = (step.line("page"), step.maybe_words("words")) if step else ("", None)
    if step:
        step.close()
    return OutlinePage(
        id=fields.line("id"),
        lead=fields.line("lead", ""),
        pieces=tuple(_pieces(fields)),
        audience=fields.names("audience", AUDIENCES),
        layout=fields.choice("layout", ("page", "front", "door", "guide"), "page"),
        each=fields.choice("each", ("", "group", "meeting"), ""),
        next_page=page,
        next_words=words,
        place=fields.node.place,
    )


def _pieces(fields: Fields) -> Iterable[Piece]:
    found = fields.take("blocks")
    for item in found.value if found is not None and isinstance(found.value, tuple) else ():
        value = yaml.plain(item)
        if isinstance(value, str):
            yield Piece(block=value)
        else:
            templates = tuple(str(name) for name in value.pop("templates", ()))
            yield Piece(
                make=str(value.pop("make", "")),
                block=str(value.pop("block", "")),
                templates=templates,
                options={str(key): str(option) for key, option in value.items()},
            )


def pack(fields: Fields) -> PackOutline:
    return PackOutline(
        name=fields.line("name"),
        title=fields.words("title"),
        each=fields.choice("each", ("", "group"), ""),
        needs=fields.choice("needs", ("", "seminar"), ""),
        booklet=fields.truth("booklet"),
        audience=fields.names("audience", AUDIENCES),
        pages=fields.names("pages"),
        parts=fields.several("parts", _pack_part, needed=True),
    )


PART_OPTIONS = ("page", "handout", "form", "list", "section", "role", "letter", "paper", "flows", "tight", "draws", "listed")


def _pack_part(fields: Fields) -> PackPart:
    return PackPart(
        make=fields.line("make"),
        title=fields.maybe_words("title"),
        lead=fields.line("lead", ""),
        pieces=tuple(_pieces(fields)),
        options={name: chosen for name in PART_OPTIONS if (chosen := fields.line(name, ""))},
        cohort=fields.choice("cohort", COHORTS, "all"),
        needs=fields.choice("needs", ("", "written", "closing"), ""),
    )
