"""Organisation + Programme + Library become Packs: the sheets of each printed thing, in one language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import accumulate

from kit.compose import choose
from kit.compose.book import identity
from kit.compose.brand import colours
from kit.compose.fill import Filler
from kit.compose.make import MAKERS
from kit.compose.making import Making, later
from kit.compose.scope import scope
from kit.compose.terms import replacer
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.model.organisation import Organisation
from kit.model.programme import Programme, Seminar, Slot
from kit.model.source import Picture
from kit.words import Voice

PRINT = "print."  # sentences that the print templates need begin so in kit/words


def packs(
    organisation: Organisation,
    programme: Programme,
    library: content.Library,
    voice: Voice,
    *,
    figures: Mapping[str, str] | None = None,
    logo: Picture | None = None,
) -> tuple[Pack, ...]:
    """Every pack of the outline that this programme has."""
    chosen = choose.library(library, organisation)
    making = Making(
        organisation=organisation,
        programme=programme,
        library=chosen,
        voice=voice,
        filler=Filler(voice, replacer(library.terms, organisation.terms, voice), lambda words, _: words),
        scope=scope(organisation, programme, chosen, voice),
        figures=figures or {},
    )
    return tuple(_pack(making, outline, logo) for outline in chosen.outline.packs if programme.seminar is not None)


def _pack(making: Making, outline: content.PackOutline, logo: Picture | None) -> Pack:
    carried = identity(making.organisation, making.programme, making.library, making.voice)
    title = making.said(outline.title)
    return Pack(
        name=outline.name,
        language=making.voice.language,
        title=title,
        subject=f"{carried.programme} · {carried.organisation}",
        foot=_foot(making, title),
        identity=carried,
        sheets=tuple(sheet for part in outline.parts for sheet in PARTS[part.make](making, part)),
        brand=colours(making.organisation.brand.primary),
        logo=logo,
        words={code.removeprefix(PRINT): words for code, words in making.voice.sentences.items() if code.startswith(PRINT)},
        seams=making.library.seams.get(making.voice.language, ()),
    )


def _cover(making: Making, part: content.PackPart) -> list[Sheet]:
    seminar = _seminar(making)
    mentors = making.scope["programme"]["mentors"]
    about = making.say("seminar-pack.about", count=mentors, mentors=making.voice.words(mentors), coordinator=making.scope["programme"]["coordinator"])
    cover = sheets.Cover(
        kicker=making.say("seminar-pack.kicker"),
        when=(_day_said(making, seminar), making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end)), seminar.place.said_in(making.voice.language)),
        about=(making.say("seminar-pack.holds"), about),
        rail=tuple(_stretch(making, slot) for slot in seminar.agenda.slots),
    )
    return [Sheet(id="cover", title=making.said(part.title), holds=cover, in_contents=False)]


def _contents(making: Making, _: content.PackPart) -> list[Sheet]:
    return [Sheet(id="contents", title=making.say("contents"), holds=sheets.Contents(), in_contents=False)]


def _day(making: Making, _: content.PackPart) -> list[Sheet]:
    """The overview: one page, and on it everything but the words to say."""
    seminar, scripts = _seminar(making), _scripts(making)
    day = sheets.Day(
        caption=making.say("seminar-pack.day-caption", minutes=seminar.agenda.minutes),
        rows=tuple(_row(making, slot, scripts.get(slot.item)) for slot in seminar.agenda.slots),
        intro=making.say("seminar-pack.day-intro"),
        end=sheets.End(time=making.voice.clock(seminar.end), words=making.say("seminar-pack.end")),
    )
    return [
        Sheet(
            id="day",
            title=making.say("seminar-pack.day"),
            holds=day,
            strong=_day_said(making, seminar),
            rest=making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end)),
            right=seminar.place.said_in(making.voice.language),
        )
    ]


def _script(making: Making, _: content.PackPart) -> list[Sheet]:
    """One sheet for each block of the day; pauses stand in the overview only."""
    scripts, slots = _scripts(making), _seminar(making).agenda.slots
    worked = [slot for slot in slots if slot.item in scripts and not slot.pause]
    return [_script_sheet(making, scripts[slot.item], slot, number, slots) for number, slot in enumerate(worked, 1)]


def _script_sheet(making: Making, block: content.ScriptBlock, slot: Slot, number: int, slots: tuple[Slot, ...]) -> Sheet:
    voice, end = making.voice, later(slot.start, slot.minutes)
    after = next((other for other in slots if other.start == end), None)
    onward = making.say("seminar-pack.then", title=making.said(after.title)) if after else making.say("seminar-pack.done")
    script = sheets.Script(
        number=str(number),
        start=voice.clock(slot.start),
        end=voice.clock(end),
        minutes=slot.minutes,
        purpose_md=making.markdown(block.purpose),
        parts=_parts(making, block, slot),
        day=tuple(replace(_stretch(making, other), here=other.item == slot.item) for other in slots),
        then=sheets.End(time=voice.clock(end), words=onward),
        side=_side(making, block),
        snags=tuple(sheets.Snag(happens=making.said(snag.happens), do=making.said(snag.do)) for snag in block.snags),
        note_lines=0,
    )
    return Sheet(
        id=f"script-{block.id}",
        title=making.said(block.title),
        holds=script,
        strong=making.say("clock.span", span=voice.clocks(slot.start, end)),
        rest=making.say("minutes", count=slot.minutes),
        right=making.say("seminar-pack.script-for"),
        foot=_foot(making, making.say("seminar-pack.script")),
    )


def _parts(making: Making, block: content.ScriptBlock, slot: Slot) -> tuple[sheets.Part, ...]:
    """The block's parts with the clock of every step; a part without minutes in this length is left out."""
    length = nearest_length(block, slot.minutes)
    steps = [step for part in block.parts for step in part.steps if step.minutes.get(length, 0)]
    shares = _shared([step.minutes[length] for step in steps], slot.minutes)
    timed = iter(
        sheets.Step(start=making.voice.clock(later(slot.start, before)), minutes=minutes, do_md=making.markdown(step.do), say=making.said(step.say))
        for step, minutes, before in zip(steps, shares, accumulate([0, *shares]), strict=False)
    )
    parts = [(part.title, tuple(next(timed) for step in part.steps if step.minutes.get(length, 0))) for part in block.parts]
    return tuple(sheets.Part(title=making.said(title), minutes=sum(step.minutes for step in steps), steps=steps) for title, steps in parts if steps)


def nearest_length(block: content.ScriptBlock, minutes: int) -> int:
    """Which of the script's lengths (180, 240, 360) has this block nearest to `minutes`; the shorter one when two are."""
    return min((length for length in block.minutes if block.minutes[length]), key=lambda length: (abs(block.minutes[length] - minutes), length))


def _shared(wished: list[int], total: int) -> list[int]:
    """Minutes of steps made to sum to `total`: the longest step gives or takes, a minute at a time, and keeps one at least."""
    shares = [*wished]
    while shares and sum(shares) != total:
        longest = max(range(len(shares)), key=lambda place: (shares[place], -place))
        if sum(shares) > total and shares[longest] <= 1:
            break
        shares[longest] += 1 if sum(shares) < total else -1
    return shares


def _side(making: Making, block: content.ScriptBlock) -> tuple[sheets.Aside, ...]:
    """The narrow column: what you need, with few mentors, if time is short, where to read more, and the basis."""
    few = block.few_mentors if making.scope["programme"]["few_mentors"] else None
    handouts = f"{making.voice.several(block.handouts)}." if block.handouts else ""
    entries = (
        (making.say("script.needs"), " ".join(words for words in (handouts, making.markdown(block.materials)) if words)),
        (making.say("script.few"), making.markdown(few)),
        (making.say("script.short"), making.markdown(block.short)),
        (making.say("script.page"), _page(making, block.page)),
    )
    source = sheets.Aside(title=making.say("script.source"), sources=(_basis(making, block.tags),))
    return (*(sheets.Aside(title=title, text_md=words) for title, words in entries if words), source)


def _page(making: Making, page: str) -> str:
    """»Fokusrunden« i håndbogen; nothing when this book has no such page."""
    leads = {entry.id: entry.lead for section in making.library.outline.sections for entry in section.pages}
    block = making.library.blocks.get(leads.get(page, ""))
    return making.say("script.in-handbook", page=making.said(block.title)) if block else ""


def _handouts(making: Making, _: content.PackPart) -> list[Sheet]:
    return [_handout(making, handout, making.library.blocks[handout.block]) for handout in making.library.handouts if handout.block in making.library.blocks]


def _handout(making: Making, handout: content.Handout, block: content.Block) -> Sheet:
    made = MAKERS[handout.make](making, {"role": "mentor"}) if handout.make else ""
    holds = sheets.Handout(number=handout.id, body_md="\n\n".join(part for part in (making.markdown(block.body), made) if part), sources=(_basis(making, block.tags),))
    return Sheet(
        id=f"handout-{handout.id.lower()}",
        title=making.said(handout.title),
        holds=holds,
        strong=handout.id,
        rest=making.say("handout.for"),
        right=making.said(handout.tip),
        foot=_foot(making, f"{making.say('handout')} {handout.id}"),
    )


def _row(making: Making, slot: Slot, block: content.ScriptBlock | None) -> sheets.Row:
    row = sheets.Row(start=making.voice.clock(slot.start), minutes=slot.minutes, title=making.said(slot.title), pause=slot.pause)
    if block is None:
        return row
    parts = () if slot.pause else _parts(making, block, slot)
    steps = tuple(sheets.SubStep(minutes=part.minutes, title=part.title) for part in parts) if len(parts) > 1 else ()
    return replace(row, happens=making.said(block.happens), steps=steps, sheets=", ".join(block.handouts))


def _stretch(making: Making, slot: Slot) -> sheets.Stretch:
    return sheets.Stretch(minutes=slot.minutes, start=making.voice.clock(slot.start), title=making.said(slot.title), pause=slot.pause)


def _basis(making: Making, tags: content.Tags) -> sheets.Source:
    return sheets.Source(basis=tags.basis, words=making.say(f"basis.{tags.basis}.block"))


def _foot(making: Making, name: str) -> str:
    """The stamp of every sheet: name · round · dates as of revision · content version."""
    carried = identity(making.organisation, making.programme, making.library, making.voice)
    return " · ".join((name, carried.round, carried.stamp))


def _day_said(making: Making, seminar: Seminar) -> str:
    said = f"{making.voice.weekday_date(seminar.on)} {seminar.on.year}"
    return said[:1].upper() + said[1:]


def _scripts(making: Making) -> Mapping[str, content.ScriptBlock]:
    return {block.id: block for block in making.library.seminar}


def _seminar(making: Making) -> Seminar:
    seminar = making.programme.seminar
    assert seminar is not None, "packs() makes no seminar pack without a seminar"
    return seminar


PARTS: Mapping[str, Callable[[Making, content.PackPart], list[Sheet]]] = {
    "cover": _cover,
    "contents": _contents,
    "day": _day,
    "script": _script,
    "handouts": _handouts,
}
