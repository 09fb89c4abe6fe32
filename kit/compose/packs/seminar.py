"""What the one who leads the seminar speaks from: the cover, the day on a page, its script with the clock, the slides."""

from dataclasses import replace
from datetime import time
from itertools import accumulate

from kit.compose.making import Making, later
from kit.compose.packs import seminar_day
from kit.compose.packs.box import card_lines
from kit.compose.packs.shared import Packing, basis, capital
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.programme import Seminar, Slot


def cover(packing: Packing, part: content.PackPart) -> list[Sheet]:
    making, seminar = packing.making, seminar_day.seminar(packing.making)
    mentors = making.scope["programme"]["mentors"]
    about = making.say(
        "seminar-pack.about", count=mentors, mentors=making.voice.words(mentors), coordinator=making.scope["programme"]["coordinator"]
    )
    holds = sheets.Cover(
        kicker=making.say("seminar-pack.kicker"),
        when=(
            _day_said(making, seminar),
            making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end)),
            capital(seminar.place.said_in(making.voice.language)),
        ),
        about=(making.say("seminar-pack.holds"), about),
        rail=tuple(_stretch(making, slot) for slot in seminar.agenda.slots),
    )
    return [Sheet(id="cover", title=making.said(part.title), holds=holds, in_contents=False)]


def day(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """The overview: one page, and on it everything but the words to say."""
    making = packing.making
    seminar, scripts = seminar_day.seminar(making), seminar_day.scripts(making)
    holds = sheets.Day(
        caption=making.say("seminar-pack.day-caption", minutes=seminar.agenda.minutes),
        rows=tuple(_row(making, slot, scripts.get(slot.item)) for slot in seminar.agenda.slots),
        intro=making.say("seminar-pack.day-intro"),
        end=sheets.End(time=making.voice.clock(seminar.end), words=making.say("seminar-pack.end")),
    )
    return [
        Sheet(
            id="day",
            title=making.say("seminar-pack.day"),
            holds=holds,
            strong=_day_said(making, seminar),
            rest=making.say("clock.span", span=making.voice.clocks(seminar.start, seminar.end)),
            right=capital(seminar.place.said_in(making.voice.language)),
        )
    ]


def script(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """One sheet for each block of the day; a pause stands at the top of the block after it."""
    worked = seminar_day.worked(packing.making)
    return [_script_sheet(packing, block, slot, number) for number, (block, slot) in enumerate(worked, 1)]


def _script_sheet(packing: Packing, block: content.ScriptBlock, slot: Slot, number: int) -> Sheet:
    making = packing.making
    voice, slots = making.voice, seminar_day.seminar(making).agenda.slots
    after = next((other for other in slots if other.start == seminar_day.end(slot)), None)
    rest = next((other for other in slots if other.pause and seminar_day.end(other) == slot.start), None)
    onward = making.say("seminar-pack.then", title=making.said(after.title)) if after else making.say("seminar-pack.done")
    holds = sheets.Script(
        number=str(number),
        start=voice.clock(slot.start),
        end=voice.clock(seminar_day.end(slot)),
        minutes=slot.minutes,
        purpose_md=making.markdown(block.purpose),
        parts=(*(_parts(making, seminar_day.scripts(making)[rest.item], rest) if rest else ()), *_parts(making, block, slot)),
        day=_day_line(making, slots, slot.item),
        then=sheets.End(time=voice.clock(seminar_day.end(slot)), words=onward),
        side=_side(making, block, slot),
        snags=tuple(sheets.Snag(happens=making.said(snag.happens), do=making.said(snag.do)) for snag in block.snags),
    )
    return Sheet(
        id=f"script-{block.id}",
        title=making.said(block.title),
        holds=holds,
        strong=making.say("clock.span", span=voice.clocks(slot.start, seminar_day.end(slot))),
        rest=making.say("minutes", count=slot.minutes),
        right=making.say("seminar-pack.script-for"),
        foot=packing.foot(making.say("seminar-pack.script")),
    )


def _parts(making: Making, block: content.ScriptBlock, slot: Slot) -> tuple[sheets.Part, ...]:
    """The block's parts with the clock of every step; the plan has counted the minutes, and a step without any is left out."""
    begins = iter(accumulate((minutes for part in slot.steps for minutes in part), initial=0))
    parts = []
    for part, lengths in zip(block.parts, slot.steps, strict=True):
        steps = [(step, minutes, next(begins)) for step, minutes in zip(part.steps, lengths, strict=True)]
        timed = tuple(_timed(making, step, minutes, later(slot.start, before)) for step, minutes, before in steps if minutes)
        parts.append(sheets.Part(title=making.said(part.title), minutes=sum(lengths), steps=timed))
    return tuple(part for part in parts if part.steps)


def _timed(making: Making, step: content.Step, minutes: int, start: time) -> sheets.Step:
    return sheets.Step(start=making.voice.clock(start), minutes=minutes, do_md=making.markdown(step.do), say=making.aloud(step.say))


def _side(making: Making, block: content.ScriptBlock, slot: Slot) -> tuple[sheets.Aside, ...]:
    """The narrow column: what you need, with few mentors, if time is short, where to read more, and the basis."""
    few = block.few_mentors if making.scope["programme"]["few_mentors"] else None
    handouts = f"{making.voice.several(block.handouts)}." if block.handouts else ""
    needed = (handouts, *card_lines(making, block, slot), *map(making.markdown, seminar_day.other_things(block, slot)))
    entries = (
        (making.say("script.needs"), " ".join(words for words in needed if words)),
        (making.say("script.few"), making.markdown(few)),
        (making.say("script.short"), _shortened(making, block)),
        (making.say("script.page"), _page(making, block.page)),
    )
    source = sheets.Aside(title=making.say("script.source"), sources=(basis(making, block.tags),))
    return (*(sheets.Aside(title=title, text_md=words) for title, words in entries if words), source)


def _shortened(making: Making, block: content.ScriptBlock) -> str:
    """What to do when time is short, and how many minutes it gives."""
    spared = making.scope["seminar"]["spares"].get(block.id.replace("-", "_"))
    return " ".join(filter(None, (making.markdown(block.short), making.say("script.spares", time=spared) if spared else "")))


def _page(making: Making, page: str) -> str:
    """»Fokusrunden« i håndbogen; nothing when this book has no such page."""
    leads = {entry.id: entry.lead for section in making.library.outline.sections for entry in section.pages}
    block = making.library.blocks.get(leads.get(page, ""))
    return making.say("script.in-handbook", page=making.said(block.title)) if block else ""


def slides(packing: Packing, _: content.PackPart) -> list[Sheet]:
    making = packing.making
    return [
        Sheet(
            id="slides",
            title=making.say("slides.small"),
            holds=sheets.SlidesSmall(slides=shown(making)),
            right=making.say("seminar-pack.script-for"),
        )
    ]


def slide_show(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """The slides as they are shown; the first one's title is the document's."""
    pictures = shown(packing.making)
    return [Sheet(id="slide-show", title=pictures[0].title, holds=sheets.Slides(slides=pictures))]


def shown(making: Making) -> tuple[sheets.Slide, ...]:
    """The slides of the blocks that this day has, each with its block's time."""
    slots = seminar_day.seminar(making).agenda.slots
    at = {slot.item: slot for slot in slots}
    return tuple(_slide(making, found, at[found.block], slots) for found in making.library.slides if found.block in at)


def _slide(making: Making, found: content.SlideTemplate, slot: Slot, slots: tuple[Slot, ...]) -> sheets.Slide:
    return sheets.Slide(
        title=making.said(found.title),
        start=making.voice.clock(slot.start),
        minutes=slot.minutes,
        lines=tuple(sheets.SubStep(minutes=0, title=making.said(line)) for line in found.lines),
        say=making.aloud(found.say),
        notes_md=making.markdown(found.notes),
        day=_day_line(making, slots, slot.item),
    )


def _day_line(making: Making, slots: tuple[Slot, ...], here: str) -> tuple[sheets.Stretch, ...]:
    """The whole day with one block filled."""
    return tuple(replace(_stretch(making, slot), here=slot.item == here) for slot in slots)


def _row(making: Making, slot: Slot, block: content.ScriptBlock | None) -> sheets.Row:
    row = sheets.Row(start=making.voice.clock(slot.start), minutes=slot.minutes, title=making.said(slot.title), pause=slot.pause)
    if block is None:
        return row
    parts = () if slot.pause else _parts(making, block, slot)
    steps = tuple(sheets.SubStep(minutes=part.minutes, title=part.title) for part in parts) if len(parts) > 1 else ()
    return replace(row, happens=making.said(block.happens), steps=steps, sheets=", ".join(block.handouts))


def _stretch(making: Making, slot: Slot) -> sheets.Stretch:
    return sheets.Stretch(minutes=slot.minutes, start=making.voice.clock(slot.start), title=making.said(slot.title), pause=slot.pause)


def _day_said(making: Making, seminar: Seminar) -> str:
    return capital(f"{making.voice.weekday_date(seminar.on)} {seminar.on.year}")
