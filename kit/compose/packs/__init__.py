"""Organisation + Programme + Library become Packs: the sheets of each printed thing, in one language.

content/packs.yaml says which packs there are and what is in them; `PARTS` spells out what each kind of part is made by.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kit.compose import choose, printed
from kit.compose.brand import colours
from kit.compose.identity import identity
from kit.compose.packs import box, chapters, forms, groups, handed, pages, seminar, shared, single, whole
from kit.compose.packs.chapters import Chapters
from kit.compose.packs.shared import Packing
from kit.compose.stands import stands
from kit.model import library as content
from kit.model.book import Drawing, Pack, Sheet
from kit.model.organisation import Organisation
from kit.model.problem import Deviation
from kit.model.programme import GroupPlan, Programme
from kit.model.source import Insert, Picture
from kit.words import Voice

PRINT = "print."  # sentences that the print templates need begin so in kit/words


def packs(
    organisation: Organisation,
    programme: Programme,
    library: content.Library,
    voice: Voice,
    *,
    figures: Mapping[str, Drawing] | None = None,
    logo: Picture | None = None,
    inserts: tuple[Insert, ...] = (),
    cleaned: Callable[[str], str] = str,
    deviations: tuple[Deviation, ...] = (),
) -> tuple[Pack, ...]:
    """Every pack of content/packs.yaml that this programme has."""
    chosen = choose.library(library, organisation)
    written = Chapters(
        organisation, programme, chosen, voice, tuple(stands(chosen, programme)), figures or {}, deviations, inserts, cleaned
    )
    whole = [(packing, _sheets(packing)) for outline in chosen.outline.packs for packing in _packings(outline, written)]
    alone = [(packing, [replace(sheet, level=1)]) for packing, sheet in single.packings(written)]
    return tuple(_pack(packing, sheets, logo) for packing, sheets in (*whole, *alone))


def _packings(outline: content.PackOutline, written: Chapters) -> Iterator[Packing]:
    """What a pack is composed from: once, or once for every group; nothing when the programme lacks what it needs."""
    if not printed.has(written.making, outline):
        return
    groups: tuple[GroupPlan | None, ...] = written.making.programme.groups if outline.each else (None,)
    for group in groups:
        yield Packing(outline=outline, making=written.making_for(group), chapters=written, group=group)


def _sheets(packing: Packing) -> list[Sheet]:
    return [sheet for part in packing.outline.parts if _wanted(packing, part) for sheet in _made(packing, part)]


def _made(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """The part's sheets, set closer from the start where it says so: a pack is then laid out once."""
    closer = part.options.get("tight") == "on"
    return [replace(sheet, tight=sheet.tight or closer) for sheet in PARTS[part.make](packing, part)]


def _pack(packing: Packing, sheets: list[Sheet], logo: Picture | None) -> Pack:
    making, outline = packing.making, packing.outline
    carried = identity(making.organisation, making.programme, making.library, making.voice)
    return Pack(
        name=packing.name,
        language=making.voice.language,
        title=packing.title,
        subject=f"{carried.programme} · {carried.organisation}",
        foot=packing.foot(packing.title),
        identity=carried,
        sheets=chapters.linked(tuple(_once(sheets))),
        brand=colours(making.organisation.brand.primary),
        logo=logo,
        words=print_words(making.voice),
        seams=making.library.seams.get(making.voice.language, ()),
        booklet=outline.booklet,
    )


def print_words(voice: Voice) -> Mapping[str, str]:
    """What the print templates and the slides say, by its code without `print.`; `quoted` is how words are quoted."""
    ours = {code.removeprefix(PRINT): words for code, words in voice.sentences.items() if code.startswith(PRINT)}
    return ours | {"quoted": voice.sentences["format.quoted"]}


def _wanted(packing: Packing, part: content.PackPart) -> bool:
    """Only for groups of a type, with written homework, or with closing conversations, where the part says so."""
    group = packing.making.scope.get("group", {})
    had = {"": True, "written": group.get("written"), "closing": group.get("closing_conversations")}
    return packing.making.serves(part.cohort) and bool(had[part.needs])


def _once(sheets: list[Sheet]) -> Iterator[Sheet]:
    """Every sheet with an id of its own: a form that stands in a pack twice is another anchor the second time."""
    taken: dict[str, int] = {}
    for sheet in sheets:
        taken[sheet.id] = taken.get(sheet.id, 0) + 1
        yield sheet if taken[sheet.id] == 1 else replace(sheet, id=f"{sheet.id}-{taken[sheet.id]}")


Part = Callable[[Packing, content.PackPart], list[Sheet]]
PARTS: Mapping[str, Part] = {
    "contents": shared.contents,
    "page": pages.page,
    "chapter": pages.chapter,
    "form": forms.form,
    "to-sign": forms.to_sign,
    "to-write": forms.to_write,
    "log": forms.log,
    "homework": forms.homework,
    "handout": handed.one_handout,
    "group-cover": groups.cover,
    "dates": groups.day_list,
    "guides": groups.guides,
    "seminar-cover": seminar.cover,
    "print-list": box.print_list,
    "bring-list": box.bring_list,
    "day": seminar.day,
    "script": seminar.script,
    "handouts": handed.handouts,
    "cards": handed.cards,
    "name-cards": handed.name_cards,
    "slides": seminar.slides,
    "slide-show": seminar.slide_show,
    "cover": whole.cover,
    "brief": whole.brief,
    "letter-list": whole.letter_list,
    "book": whole.book,
    "poster": whole.poster,
}
