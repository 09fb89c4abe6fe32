"""What the mentors get in their hands: numbered handouts, cards to cut out, cards for their names."""

from kit.compose.make import MAKERS
from kit.compose.making import Making
from kit.compose.packs import room, seminar_day, written
from kit.compose.packs.shared import Packing, basis
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet

CARDS_A_SHEET = 10


def handouts(packing: Packing, _: content.PackPart) -> list[Sheet]:
    return [handout(packing, found) for found in seminar_day.used_handouts(packing.making)]


def one_handout(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """A single numbered sheet in another pack."""
    return [handout(packing, found) for found in seminar_day.used_handouts(packing.making) if found.id == part.options["handout"]]


def handout(packing: Packing, found: content.Handout) -> Sheet:
    """One numbered sheet. With room for a pen it is a form; with steps in minutes a card; else a text."""
    making, block = packing.making, packing.making.library.blocks[found.block]
    seminar = making.programme.seminar  # what has been when the sheet is given out does not stand on it
    options = {"role": "mentor", **({"from": f"{seminar.on}"} if seminar else {})}
    made = MAKERS[found.make](making, options) if found.make else ""
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


def cards(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """Each set of cards, and after it the keys for the one who leads where the cards need them."""
    return [sheet for found in seminar_day.used_cards(packing.making) for sheet in _card_set(packing, found)]


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
    made = (blank,) * (name_sheets(people) * CARDS_A_SHEET)
    instruction = making.say("name-cards.how", people=making.voice.words(people))
    return [Sheet(id="name-cards", title=making.say("name-cards"), holds=sheets.Cards(instruction=instruction, cards=made), level=2)]


def name_sheets(people: int) -> int:
    """How many sheets of name cards for so many people."""
    return -(-people // CARDS_A_SHEET)
