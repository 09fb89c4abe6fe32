"""What is printed for the seminar and what goes into the box: each sheet with its number of copies, each thing to bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.compose.making import Making
from kit.compose.packs import handed, seminar_day
from kit.compose.packs.shared import Packing, capital
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.programme import Slot

SCRIPT = "get-the-seminar-ready"  # the sheet that the binder begins with
SETS_FOR = {"table": 6, "circle": 8, "three": 3}  # one set of cards for so many mentors; "one" is one for all


def print_list(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """Every sheet of the day with its number of copies, counted from mentors and the one who leads."""
    making = packing.making
    mentors = making.scope["programme"]["mentors"]
    head = tuple(making.say(f"print-list.{column}") for column in ("sheet", "copies", "how", "page"))
    lines = printed(making)
    rows = tuple((f"{line.name} {line.title}".strip(), str(line.copies), line.how) for line in lines)
    table = sheets.Table(
        caption=making.say("print-list.caption", count=mentors, mentors=mentors),
        head=head,
        rows=rows,
        numbers=(1,),
        refs=tuple(line.sheet for line in lines),
        ends=tuple(line.end or line.sheet for line in lines),
        intro_md=making.say("print-list.intro", count=mentors, people=making.voice.words(mentors + 1)),
    )
    return [Sheet(id="print-list", title=making.say("print-list"), holds=table, right=making.say("seminar-pack.script-for"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One line of the print list: which sheet, how many, and on what; `sheet` is its id in the pack, `end` the last of several."""

    name: str
    title: str
    copies: int
    how: str
    sheet: str = ""
    end: str = ""


def printed(making: Making) -> list[Printed]:
    """Script, handouts, cards with their keys, name cards and slides in the order of the pack."""
    mentors = making.scope["programme"]["mentors"]
    script = Printed(
        name="",
        title=making.say("print-list.script"),
        copies=1,
        how=making.say("print-list.how.script"),
        sheet=SCRIPT,
        end=f"script-{seminar_day.worked(making)[-1][0].id}",
    )
    given = [
        Printed(
            name=handout.id,
            title=making.said(handout.title),
            copies=copies(handout.copies, mentors),
            how=making.say(f"copies.{handout.copies}"),
            sheet=f"handout-{handout.id.lower()}",
        )
        for handout in seminar_day.used_handouts(making)
    ]
    cut = [line for card in seminar_day.used_cards(making) for line in _cards(making, card, mentors)]
    people = mentors + 1
    names = Printed(
        name="",
        title=making.say("name-cards"),
        copies=handed.name_sheets(people),
        how=making.say("copies.names", people=people),
        sheet="name-cards",
    )
    guides = Printed(name="", title=making.say("print-list.guides"), copies=mentors, how=making.say("print-list.how.guides"))
    slides = Printed(name="", title=making.say("slides.small"), copies=1, how=making.say("print-list.how.own"), sheet="slides")
    return [script, *given, *cut, names, slides, guides]


def _cards(making: Making, card: content.CardSet, mentors: int) -> Iterator[Printed]:
    """A set of cards, and its key, which only the one who leads gets."""
    title = making.said(card.title)
    yield Printed(
        name="", title=title, copies=sets(card.copies, mentors), how=making.say(f"copies.{card.copies}"), sheet=f"cards-{card.id}"
    )
    if card.keyed:
        key = making.say("keys.title", title=title)
        yield Printed(name="", title=key, copies=1, how=making.say("print-list.how.own"), sheet=f"keys-{card.id}")


def copies(kind: str, mentors: int) -> int:
    """How many of a handout: for each mentor, and mostly for the one who leads too."""
    return {"each": mentors, "spare": mentors, "each-and-leader": mentors + 1, "pairs": -(-mentors // 2), "one": 1}[kind]


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
    for block, slot in seminar_day.held(making):
        packed = {task.text for group in groups for task in group.tasks}
        groups.append(_bring(making, block, slot, packed))
    lists = sheets.CheckSheet(intro_md=making.say("bring-list.intro"), groups=tuple(group for group in groups if group.tasks))
    return [Sheet(id="bring-list", title=making.say("bring-list"), holds=lists, right=making.say("seminar-pack.script-for"))]


def _bring(making: Making, block: content.ScriptBlock, slot: Slot, packed: set[str]) -> sheets.Tasks:
    """What one block asks for beside what is `packed` already."""
    wanted = [
        *card_lines(making, block, slot),
        *(thing for needed in seminar_day.other_things(block, slot) for thing in _sentences(making.said(needed))),
    ]
    tasks = [thing for thing in wanted if thing not in packed]
    when = " · ".join([making.say("clock.in-line", span=making.voice.clock(slot.start)), *block.handouts])
    return sheets.Tasks(title=making.said(block.title), when=when, tasks=tuple(sheets.Task(text=task) for task in tasks))


def card_lines(making: Making, block: content.ScriptBlock, slot: Slot) -> list[str]:
    """The sets of cards that a block uses, each as a sentence."""
    titles = {card.id: making.said(card.title) for card in making.library.cards}
    return [making.say("bring-list.cards", title=titles[id]) for id in seminar_day.card_sets(block, slot)]


def _sentences(words: str) -> list[str]:
    """A row of sentences as things to tick, one a line."""
    return [f"{sentence.rstrip('.')}." for sentence in words.replace("\n", " ").split(". ") if sentence.strip()]
