"""The blocks of this programme's seminar, each with its time, and the handouts and cards that they use."""

from collections.abc import Mapping
from datetime import time

from kit.compose.making import Making, later
from kit.compose.scope import timed
from kit.model import library as content
from kit.model.programme import Seminar, Slot
from kit.model.words import Text


def seminar(making: Making) -> Seminar:
    """The planned seminar, where there is one."""
    planned = making.programme.seminar
    assert planned is not None, "packs() makes no seminar pack without a seminar"
    return planned


def scripts(making: Making) -> Mapping[str, content.ScriptBlock]:
    """Block id → its script."""
    return {block.id: block for block in making.library.seminar}


def held(making: Making) -> list[tuple[content.ScriptBlock, Slot]]:
    """The blocks of this day, pauses among them, each with its time."""
    written = scripts(making)
    return [(written[slot.item], slot) for slot in seminar(making).agenda.slots if slot.item in written]


def worked(making: Making) -> list[tuple[content.ScriptBlock, Slot]]:
    """The blocks in which people work."""
    return [(block, slot) for block, slot in held(making) if not slot.pause]


def end(slot: Slot) -> time:
    """When a block of the day is over."""
    return later(slot.start, slot.minutes)


def card_sets(block: content.ScriptBlock, slot: Slot) -> list[str]:
    """The sets of cards of a block in a day of this length: what only a step without minutes asks for is not used."""
    left_out = {name for step, minutes in timed(block, slot) if not minutes for name in step.cut}
    return [name for name in block.cut if name not in left_out]


def other_things(block: content.ScriptBlock, slot: Slot) -> list[Text]:
    """What a block needs beside sheets and cards: first what the steps that this day has need, then what the block does."""
    needed = (*(step.needs for step, minutes in timed(block, slot) if minutes), block.materials)
    return [words for words in needed if words is not None]


def used_cards(making: Making) -> list[content.CardSet]:
    """The sets of cards that some block of this day uses."""
    used = {name for block, slot in worked(making) for name in card_sets(block, slot)}
    return [found for found in making.library.cards if found.id in used]


def used_handouts(making: Making) -> list[content.Handout]:
    """Those whose words this programme has (the pure pilot leaves some out)."""
    return [handout for handout in making.library.handouts if handout.block in making.library.blocks]
