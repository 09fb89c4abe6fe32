"""The seminar pack: the day, its script with the clock, every sheet to hand out, cards to cut, and how many of each to print."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from itertools import accumulate

from kit.compose.make import MAKERS
from kit.compose.making import Making, later
from kit.compose.packs import room, written
from kit.compose.packs.shared import Packing, basis, capital
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.programme import Seminar, Slot

CARDS_A_SHEET = 10
SETS_FOR = {"table": 6, "circle": 8, "three": 3}  # one set of cards for so many mentors; "one" is one for all


def cover(packing: Packing, part: content.PackPart) -> list[Sheet]:
    making, seminar = packing.making, _seminar(packing.making)
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


# --- what to print, and what to bring


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One line of the print list: which sheet, how many, and on what."""

    name: str
    title: str
    copies: int
    how: str


def print_list(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """Every sheet of the day with its number of copies, counted from mentors and the one who leads."""
    making = packing.making
    mentors = making.scope["programme"]["mentors"]
    head = tuple(making.say(f"print-list.{column}") for column in ("sheet", "copies", "how"))
    rows = tuple((f"{line.name} {line.title}".strip(), str(line.copies), line.how) for line in printed(making))
    table = sheets.Table(
        caption=making.say("print-list.caption", count=mentors, mentors=mentors),
        head=head,
        rows=rows,
        numbers=(1,),
        intro_md=making.say("print-list.intro", count=mentors, people=making.voice.words(mentors + 1)),
    )
    return [Sheet(id="print-list", title=making.say("print-list"), holds=table, right=making.say("seminar-pack.script-for"))]


def printed(making: Making) -> list[Printed]:
    """Script, handouts, cards and name cards in the order of the pack."""
    mentors = making.scope["programme"]["mentors"]
    script = Printed(name="", title=making.say("print-list.script"), copies=1, how=making.say("print-list.how.script"))
    handed = [
        Printed(
            name=handout.id,
            title=making.said(handout.title),
            copies=copies(handout.copies, mentors),
            how=making.say(f"copies.{handout.copies}"),
        )
        for handout in used_handouts(making)
    ]
    cut = [
        Printed(name="", title=making.said(card.title), copies=sets(card.copies, mentors), how=making.say(f"copies.{card.copies}"))
        for card in _used_cards(making)
    ]
    people = mentors + 1
    names = Printed(
        name="", title=making.say("name-cards"), copies=-(-people // CARDS_A_SHEET), how=making.say("copies.names", people=people)
    )
    guides = Printed(name="", title=making.say("print-list.guides"), copies=mentors, how=making.say("print-list.how.guides"))
    return [script, *handed, *cut, names, guides]


def copies(kind: str, mentors: int) -> int:
    """How many of a handout: for each mentor, and mostly for the one who leads too."""
    return {"each": mentors, "each-and-leader": mentors + 1, "pairs": -(-mentors // 2), "one": 1}[kind]


def sets(kind: str, mentors: int) -> int:
    """How many sets of cards."""
    return -(-mentors // SETS_FOR[kind]) if kind in SETS_FOR else 1


def bring_list(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """What to put in the box: for the whole day, then block by block in the order it is needed."""
    making = packing.making
    people = making.scope["programme"]["mentors"] + 1
    whole = sheets.Tasks(
        title=making.say("bring-list.whole-day"),
        tasks=tuple(
            sheets.Task(text=capital(making.say(f"bring-list.{thing}", people=making.voice.words(people))))
            for thing in ("chairs", "names", "pens", "sheets", "clock", "guides", "slides")
        ),
    )
    groups = [whole]
    for block, slot in _held(making):
        packed = {task.text for group in groups for task in group.tasks}
        groups.append(_bring(making, block, slot, packed))
    lists = sheets.CheckSheet(intro_md=making.say("bring-list.intro"), groups=tuple(group for group in groups if group.tasks))
    return [Sheet(id="bring-list", title=making.say("bring-list"), holds=lists, right=making.say("seminar-pack.script-for"))]


def _bring(making: Making, block: content.ScriptBlock, slot: Slot, packed: set[str]) -> sheets.Tasks:
    """What one block asks for beside what is `packed` already."""
    wanted = [*_cut(making, block, slot), *_sentences(making.said(block.materials))]
    tasks = [thing for thing in wanted if thing not in packed]
    when = " · ".join([making.say("clock.in-line", span=making.voice.clock(slot.start)), *block.handouts])
    return sheets.Tasks(title=making.said(block.title), when=when, tasks=tuple(sheets.Task(text=task) for task in tasks))


def _cut(making: Making, block: content.ScriptBlock, slot: Slot) -> list[str]:
    """The sets of cards that a block uses, each as a sentence."""
    titles = {card.id: making.said(card.title) for card in making.library.cards}
    return [making.say("bring-list.cards", title=titles[id]) for id in _sets(block, slot)]


def _sets(block: content.ScriptBlock, slot: Slot) -> list[str]:
    """The sets of cards of a block in a day of this length: what only a step without minutes asks for is not used."""
    steps = zip((step for part in block.parts for step in part.steps), (minutes for part in slot.steps for minutes in part), strict=True)
    left_out = {name for step, minutes in steps if not minutes for name in step.cut}
    return [name for name in block.cut if name not in left_out]


def _sentences(words: str) -> list[str]:
    """A row of sentences as things to tick, one a line."""
    return [f"{sentence.rstrip('.')}." for sentence in words.replace("\n", " ").split(". ") if sentence.strip()]


# --- the day and its script


def day(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """The overview: one page, and on it everything but the words to say."""
    making = packing.making
    seminar, scripts = _seminar(making), _scripts(making)
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
    worked = _worked(packing.making)
    return [_script_sheet(packing, block, slot, number) for number, (block, slot) in enumerate(worked, 1)]


def _held(making: Making) -> list[tuple[content.ScriptBlock, Slot]]:
    """The blocks of this day, pauses among them, each with its time."""
    scripts = _scripts(making)
    return [(scripts[slot.item], slot) for slot in _seminar(making).agenda.slots if slot.item in scripts]


def _worked(making: Making) -> list[tuple[content.ScriptBlock, Slot]]:
    """The blocks in which people work."""
    return [(block, slot) for block, slot in _held(making) if not slot.pause]


def _script_sheet(packing: Packing, block: content.ScriptBlock, slot: Slot, number: int) -> Sheet:
    making = packing.making
    voice, slots = making.voice, _seminar(making).agenda.slots
    after = next((other for other in slots if other.start == _end(slot)), None)
    rest = next((other for other in slots if other.pause and _end(other) == slot.start), None)
    onward = making.say("seminar-pack.then", title=making.said(after.title)) if after else making.say("seminar-pack.done")
    holds = sheets.Script(
        number=str(number),
        start=voice.clock(slot.start),
        end=voice.clock(_end(slot)),
        minutes=slot.minutes,
        purpose_md=making.markdown(block.purpose),
        parts=(*(_parts(making, _scripts(making)[rest.item], rest) if rest else ()), *_parts(making, block, slot)),
        day=_day_line(making, slots, slot.item),
        then=sheets.End(time=voice.clock(_end(slot)), words=onward),
        side=_side(making, block, slot),
        snags=tuple(sheets.Snag(happens=making.said(snag.happens), do=making.said(snag.do)) for snag in block.snags),
    )
    return Sheet(
        id=f"script-{block.id}",
        title=making.said(block.title),
        holds=holds,
        strong=making.say("clock.span", span=voice.clocks(slot.start, _end(slot))),
        rest=making.say("minutes", count=slot.minutes),
        right=making.say("seminar-pack.script-for"),
        foot=packing.foot(making.say("seminar-pack.script")),
    )


def _end(slot: Slot) -> time:
    return later(slot.start, slot.minutes)


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
    return sheets.Step(start=making.voice.clock(start), minutes=minutes, do_md=making.markdown(step.do), say=making.said(step.say))


def _side(making: Making, block: content.ScriptBlock, slot: Slot) -> tuple[sheets.Aside, ...]:
    """The narrow column: what you need, with few mentors, if time is short, where to read more, and the basis."""
    few = block.few_mentors if making.scope["programme"]["few_mentors"] else None
    handouts = f"{making.voice.several(block.handouts)}." if block.handouts else ""
    needed = (handouts, *_cut(making, block, slot), making.markdown(block.materials))
    entries = (
        (making.say("script.needs"), " ".join(words for words in needed if words)),
        (making.say("script.few"), making.markdown(few)),
        (making.say("script.short"), making.markdown(block.short)),
        (making.say("script.page"), _page(making, block.page)),
    )
    source = sheets.Aside(title=making.say("script.source"), sources=(basis(making, block.tags),))
    return (*(sheets.Aside(title=title, text_md=words) for title, words in entries if words), source)


def _page(making: Making, page: str) -> str:
    """»Fokusrunden« i håndbogen; nothing when this book has no such page."""
    leads = {entry.id: entry.lead for section in making.library.outline.sections for entry in section.pages}
    block = making.library.blocks.get(leads.get(page, ""))
    return making.say("script.in-handbook", page=making.said(block.title)) if block else ""


# --- sheets to hand out


def handouts(packing: Packing, _: content.PackPart) -> list[Sheet]:
    return [handout(packing, found) for found in used_handouts(packing.making)]


def one_handout(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """A single numbered sheet in another pack."""
    return [handout(packing, found) for found in used_handouts(packing.making) if found.id == part.options["handout"]]


def handout(packing: Packing, found: content.Handout) -> Sheet:
    """One numbered sheet. With room for a pen it is a form; with steps in minutes a card; else a text."""
    making, block = packing.making, packing.making.library.blocks[found.block]
    made = MAKERS[found.make](making, {"role": "mentor"}) if found.make else ""
    body = "\n\n".join(part for part in (making.markdown(block.body), made) if part)
    return Sheet(
        id=f"handout-{found.id.lower()}",
        title=making.said(found.title),
        holds=_handed(making, found, body, block.tags),
        strong=found.id,
        rest=making.say("handout.for"),
        right=making.said(found.tip),
        level=2,
        foot=packing.foot(f"{making.say('handout')} {found.id}"),
    )


def _handed(making: Making, found: content.Handout, body: str, tags: content.Tags) -> sheets.Form | sheets.Handout:
    title = making.said(found.title)
    if written.is_form(body):
        return room.filled(written.form(body, f"handout-{found.id.lower()}", number=found.id), title)
    if written.is_card(body):
        return written.card(body, found.id, title, tags.basis)
    return sheets.Handout(number=found.id, body_md=body, sources=(basis(making, tags),))


def used_handouts(making: Making) -> list[content.Handout]:
    """Those whose words this programme has (the pure pilot leaves some out)."""
    return [handout for handout in making.library.handouts if handout.block in making.library.blocks]


# --- cards to cut out


def cards(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """Each set of cards, and after it the keys for the one who leads where the cards need them."""
    return [sheet for found in _used_cards(packing.making) for sheet in _card_set(packing, found)]


def _used_cards(making: Making) -> list[content.CardSet]:
    used = {name for block, slot in _worked(making) for name in _sets(block, slot)}
    return [found for found in making.library.cards if found.id in used]


def _card_set(packing: Packing, found: content.CardSet) -> list[Sheet]:
    making, title = packing.making, packing.making.said(found.title)
    count = len(found.cards)
    made = tuple(
        sheets.Card(text_md=making.markdown(card.words), left=making.say("print.card", number=number, count=count), right=title)
        for number, card in enumerate(found.cards, 1)
    )
    cut = Sheet(id=f"cards-{found.id}", title=title, holds=sheets.Cards(instruction=making.said(found.intro), cards=made), level=2)
    return [cut, _keys(making, found)] if found.keyed else [cut]


def _keys(making: Making, found: content.CardSet) -> Sheet:
    """What the one who leads knows about each card."""
    rows = tuple((str(number), written.plain(making.said(card.words)), making.said(card.key)) for number, card in enumerate(found.cards, 1))
    head = (making.say("keys.card"), making.say("keys.words"), making.say("keys.key"))
    title = making.say("keys.title", title=making.said(found.title))
    table = sheets.Table(caption=making.say("keys.caption"), head=head, rows=rows)
    return Sheet(id=f"keys-{found.id}", title=title, holds=table, right=making.say("seminar-pack.script-for"), level=2, in_contents=False)


def name_cards(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """A full sheet of cards to write names on: mentors, the one who leads, and spare ones."""
    making = packing.making
    people = making.scope["programme"]["mentors"] + 1
    programme, organisation = making.scope["programme"]["name"], making.scope["organisation"]["short"]
    blank = sheets.Card(text_md="", left=programme, right="" if organisation in programme else organisation)
    made = (blank,) * (-(-people // CARDS_A_SHEET) * CARDS_A_SHEET)
    instruction = making.say("name-cards.how", people=making.voice.words(people))
    return [Sheet(id="name-cards", title=making.say("name-cards"), holds=sheets.Cards(instruction=instruction, cards=made), level=2)]


# --- slides


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
    slots = _seminar(making).agenda.slots
    at = {slot.item: slot for slot in slots}
    return tuple(_slide(making, found, at[found.block], slots) for found in making.library.slides if found.block in at)


def _slide(making: Making, found: content.SlideTemplate, slot: Slot, slots: tuple[Slot, ...]) -> sheets.Slide:
    return sheets.Slide(
        title=making.said(found.title),
        start=making.voice.clock(slot.start),
        minutes=slot.minutes,
        lines=tuple(sheets.SubStep(minutes=0, title=making.said(line)) for line in found.lines),
        say=making.said(found.say),
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


def _scripts(making: Making) -> Mapping[str, content.ScriptBlock]:
    return {block.id: block for block in making.library.seminar}


def _seminar(making: Making) -> Seminar:
    seminar = making.programme.seminar
    assert seminar is not None, "packs() makes no seminar pack without a seminar"
    return seminar
