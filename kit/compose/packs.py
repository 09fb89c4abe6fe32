"""Organisation + Programme + Library become Packs: the sheets of each printed thing, in one language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import accumulate

from kit.compose import choose
from kit.compose.book import identity
from kit.compose.brand import colours
from kit.compose.fill import Filler
from kit.compose.make import MAKERS
from kit.compose.making import Making
from kit.compose.scope import scope
from kit.compose.terms import replacer
from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.model.library import Basis, Handout, Library, PackOutline, PackPart, ScriptBlock, Step
from kit.model.organisation import Organisation
from kit.model.programme import Programme, Seminar, Slot
from kit.model.source import Picture
from kit.words import Voice

PRINT = "print."  # sentences that the print templates need begin so in kit/words


def packs(
    organisation: Organisation,
    programme: Programme,
    library: Library,
    voice: Voice,
    *,
    figures: Mapping[str, str] | None = None,
    logo: Picture | None = None,
) -> tuple[Pack, ...]:
    """Every pack of the outline that this programme has."""
    chosen = choose.library(library, organisation, (), voice.language)
    filler = Filler(voice, replacer(library.terms, organisation.terms, voice), lambda words, _: words)
    making = Making(
        organisation=organisation,
        programme=programme,
        library=chosen,
        voice=voice,
        filler=filler,
        scope=scope(organisation, programme, chosen, voice),
        figures=figures or {},
    )
    return tuple(_pack(making, outline, logo) for outline in chosen.outline.packs if programme.seminar is not None)


def _pack(making: Making, outline: PackOutline, logo: Picture | None) -> Pack:
    organisation, voice = making.organisation, making.voice
    carried = identity(organisation, making.programme, making.library, voice)
    title = making.said(outline.title)
    return Pack(
        name=outline.name,
        language=voice.language,
        title=title,
        subject=f"{carried.programme} · {carried.organisation}",
        foot=" · ".join(part for part in (title, carried.round, carried.stamp) if part),
        identity=carried,
        sheets=tuple(sheet for part in outline.parts for sheet in PARTS[part.make](making, part)),
        brand=colours(organisation.brand.primary),
        logo=logo,
        words={code.removeprefix(PRINT): words for code, words in voice.sentences.items() if code.startswith(PRINT)},
    )


def _cover(making: Making, part: PackPart) -> list[Sheet]:
    seminar = _seminar(making)
    about = making.say("seminar-pack.about", mentors=making.voice.words(making.scope["programme"]["mentors"]), coordinator=making.scope["programme"]["coordinator"])
    day = making.voice.weekday_date(seminar.on).capitalize() + f" {seminar.on.year}"
    clock = making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end))
    place = seminar.place.said_in(making.voice.language)
    cover = sheets.Cover(
        kicker=making.say("seminar-pack.kicker"),
        when=tuple(words for words in (day, clock, place) if words),
        about=(making.say("seminar-pack.holds"), about),
        rail=_rail(making, seminar.agenda.slots),
    )
    return [Sheet(id="cover", title=making.said(part.title), holds=cover, in_contents=False)]


def _contents(making: Making, _: PackPart) -> list[Sheet]:
    return [Sheet(id="contents", title=making.say("contents"), holds=sheets.Contents(), in_contents=False)]


def _day(making: Making, _: PackPart) -> list[Sheet]:
    seminar = _seminar(making)
    scripts = _scripts(making)
    day = sheets.Day(
        intro=making.say("seminar-pack.day-intro"),
        caption=making.say("seminar-pack.day-caption", minutes=seminar.agenda.minutes),
        rows=tuple(_row(making, scripts.get(slot.item), slot) for slot in seminar.agenda.slots),
        end=sheets.End(time=making.voice.clock(seminar.end), words=making.say("seminar-pack.end")),
    )
    return [
        Sheet(
            id="day",
            title=making.say("seminar-pack.day"),
            holds=day,
            strong=making.voice.weekday_date(seminar.on).capitalize() + f" {seminar.on.year}",
            rest=making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end)),
            right=seminar.place.said_in(making.voice.language),
        )
    ]


def _script(making: Making, _: PackPart) -> list[Sheet]:
    """One sheet for each block of the day, pauses left out: they stand in the overview."""
    scripts = _scripts(making)
    slots = _seminar(making).agenda.slots
    worked = [slot for slot in slots if slot.item in scripts and not slot.pause]
    return [_script_sheet(making, scripts[slot.item], slot, number, slots) for number, slot in enumerate(worked, 1)]


def _script_sheet(making: Making, block: ScriptBlock, slot: Slot, number: int, slots: tuple[Slot, ...]) -> Sheet:
    voice = making.voice
    end = _later(slot.start, slot.minutes)
    after = next((other for other in slots if other.start == end), None)
    script = sheets.Script(
        number=str(number),
        start=voice.clock(slot.start),
        end=voice.clock(end),
        minutes=slot.minutes,
        day=_rail(making, slots, here=slot.item),
        purpose_md=making.markdown(block.purpose),
        parts=_parts(making, block, slot),
        then=sheets.End(time=voice.clock(end), words=making.say("seminar-pack.then", title=making.said(after.title)) if after else making.say("seminar-pack.done")),
        side=_side(making, block),
        snags=tuple(sheets.Snag(happens=making.said(snag.happens), do=making.said(snag.do)) for snag in block.snags),
        note_lines=2,
    )
    return Sheet(
        id=f"script-{block.id}",
        title=making.said(block.title),
        holds=script,
        strong=making.say("clock.span", span=voice.clocks(slot.start, end)),
        rest=making.say("minutes", count=slot.minutes),
        right=making.say("seminar-pack.script-for"),
        foot=making.say("seminar-pack.script-foot", foot=f"{making.say('round', year=str(_seminar(making).on.year))}"),
    )


def _parts(making: Making, block: ScriptBlock, slot: Slot) -> tuple[sheets.Part, ...]:
    """The block's parts with the clock of every step."""
    length = nearest_length(block, slot.minutes)
    steps = [step for part in block.parts for step in part.steps if step.minutes.get(length, 0)]
    share = _shared([step.minutes[length] for step in steps], slot.minutes)
    starts = dict(zip(map(id, steps), accumulate([0, *share]), strict=False))
    minutes = dict(zip(map(id, steps), share, strict=True))

    def of(step: Step) -> sheets.Step:
        start = making.voice.clock(_later(slot.start, starts[id(step)]))
        return sheets.Step(start=start, minutes=minutes[id(step)], do_md=making.markdown(step.do), say=making.said(step.say) if step.say else "")

    parts = [(part, [step for step in part.steps if id(step) in minutes]) for part in block.parts]
    return tuple(
        sheets.Part(title=making.said(part.title), minutes=sum(minutes[id(step)] for step in steps), steps=tuple(of(step) for step in steps))
        for part, steps in parts
        if steps
    )


def nearest_length(block: ScriptBlock, minutes: int) -> int:
    """Which of the script's lengths (180, 240, 360) has this block nearest to `minutes`; the shorter one when two are."""
    return min((length for length in block.minutes if block.minutes[length]), key=lambda length: (abs(block.minutes[length] - minutes), length))


def _shared(wished: list[int], total: int) -> list[int]:
    """Minutes of the steps made to sum to `total`: the longest give or take, one minute at a time, never below one."""
    shares = [*wished]
    while sum(shares) != total and shares:
        longest = max(range(len(shares)), key=lambda place: (shares[place], -place))
        if sum(shares) > total and shares[longest] <= 1:
            break
        shares[longest] += 1 if sum(shares) < total else -1
    return shares


def _side(making: Making, block: ScriptBlock) -> tuple[sheets.Aside, ...]:
    """The narrow column: what you need, with few mentors, if time is short, where to read more, and the basis."""
    few = making.scope["programme"]["few_mentors"]
    needs = [making.voice.several(block.handouts) + "." if block.handouts else "", making.said(block.materials)]
    pages = {page.id: page for section in making.library.outline.sections for page in section.pages}
    lead = making.library.blocks.get(pages[block.page].lead) if block.page in pages else None
    parts = [
        (making.say("script.needs"), " ".join(words for words in needs if words)),
        (making.say("script.few") if few else "", making.said(block.few_mentors) if few else ""),
        (making.say("script.short"), making.said(block.short)),
        (making.say("script.page") if lead else "", making.say("script.in-handbook", page=making.said(lead.title)) if lead else ""),
    ]
    sources = (_source(making, block.tags.basis),)
    asides = tuple(sheets.Aside(title=title, text_md=words) for title, words in parts if title and words)
    return (*asides, sheets.Aside(title=making.say("script.source"), sources=sources))


def _handouts(making: Making, _: PackPart) -> list[Sheet]:
    return [_handout(making, handout) for handout in making.library.handouts if handout.block in making.library.blocks]


def _handout(making: Making, handout: Handout) -> Sheet:
    block = making.library.blocks[handout.block]
    extra = MAKERS["dates"](making, {}) if handout.id == "H3" else ""
    held = sheets.Handout(
        number=handout.id,
        body_md="\n\n".join(part for part in (making.markdown(block.body), extra) if part),
        sources=(_source(making, block.tags.basis),),
    )
    return Sheet(id=f"handout-{handout.id.lower()}", title=making.said(handout.title), holds=held, strong=handout.id, right=making.said(handout.tip))


def _source(making: Making, basis: Basis) -> sheets.Source:
    return sheets.Source(basis=basis, words=making.say(f"basis.{basis}.block"))


def _rail(making: Making, slots: tuple[Slot, ...], here: str = "") -> tuple[sheets.Stretch, ...]:
    """The day to scale; the block that is `here` stands out."""
    return tuple(
        sheets.Stretch(start=making.voice.clock(slot.start), minutes=slot.minutes, title=making.said(slot.title), pause=slot.pause, here=slot.item == here)
        for slot in slots
    )


def _row(making: Making, block: ScriptBlock | None, slot: Slot) -> sheets.Row:
    """What the overview says of a block: one line, its parts with minutes, its sheets."""
    row = sheets.Row(start=making.voice.clock(slot.start), minutes=slot.minutes, title=making.said(slot.title), pause=slot.pause)
    if block is None:
        return row
    parts = () if slot.pause else _parts(making, block, slot)
    steps = tuple(sheets.SubStep(minutes=part.minutes, title=part.title) for part in parts)
    return replace(row, happens=making.said(block.happens), steps=steps if len(steps) > 1 else (), sheets=", ".join(block.handouts))


def _scripts(making: Making) -> Mapping[str, ScriptBlock]:
    return {block.id: block for block in making.library.seminar}


def _seminar(making: Making) -> Seminar:
    seminar = making.programme.seminar
    assert seminar is not None, "packs() makes no seminar pack without a seminar"
    return seminar


def _later(start: time, minutes: int) -> time:
    return (datetime(2000, 1, 1, start.hour, start.minute) + timedelta(minutes=minutes)).time()  # noqa: DTZ001  # a clock without a day


PARTS: Mapping[str, Callable[[Making, PackPart], list[Sheet]]] = {
    "cover": _cover,
    "contents": _contents,
    "day": _day,
    "script": _script,
    "handouts": _handouts,
}

