"""What happens when in a meeting: an agenda template, its length and the number of people become slots that sum exactly.

Each item says its least and wished minutes, fixed and for each person, its place in the drop order and in the grow order.
A turn is whole minutes, and keeps its length as long as it can: »two minutes each« is something that a mentor can say and hold.
Too little time: the minutes that are nobody's turn give first, then turns lose a minute each; when the least do not fit, items go
in the drop order. Too much: items grow to their most in the grow order. Agendas are computed for 120–240 minutes and 3–8 people,
outside for the nearest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import accumulate

from kit.model.library import AgendaItem, AgendaTemplate, Library, ScriptBlock
from kit.model.programme import Agenda, Dropped, Slot
from kit.model.words import Text

FEWEST, MOST = 3, 8  # people
SHORTEST, LONGEST = 120, 240  # minutes
FOCUS = {"mentee": lambda people: people, "first-half": lambda people: (people + 1) // 2, "second-half": lambda people: people // 2}
Distance = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Need:
    """One item's minutes for a number of people. So many `turns` there are, and each can lose `spare` minutes."""

    item: AgendaItem
    least: int
    wished: int
    most: int | None
    turns: int
    spare: int

    @staticmethod
    def of(item: AgendaItem, people: int) -> "Need":
        turns = FOCUS[item.per](people) if item.each else 0
        spare = max(0, item.each - item.least_each)
        wished = item.wished + item.each * turns
        least = min(item.least, item.wished) + (item.each - spare) * turns
        most = None if item.most is None else max(item.most, wished)
        return Need(item, least, wished, most if item.grow else wished, turns, spare)

    @property
    def loose(self) -> int:
        """Minutes above the least that are nobody's turn."""
        return self.wished - self.least - self.spare * self.turns

    def turn(self, minutes: int) -> int:
        """Whole minutes of one turn when the item has so many; what is nobody's turn gives first. 0 where there are no turns."""
        if not self.turns:
            return minutes // self.item.sharing if self.item.sharing else 0
        if minutes >= self.wished:
            return (minutes - self.item.wished) // self.turns
        return max(0, min(self.item.each, (minutes - min(self.item.least, self.item.wished)) // self.turns))


def computed(template: AgendaTemplate, minutes: int, people: int, start: time) -> Agenda:
    """The agenda of a group meeting, for the nearest length and size that agendas exist for."""
    return fitted(template, between(SHORTEST, minutes, LONGEST), between(FEWEST, people, MOST), start)


def fitted(template: AgendaTemplate, minutes: int, people: int, start: time) -> Agenda:
    """The agenda for exactly these minutes and people."""
    needs = [Need.of(item, people) for item in template.items]
    kept = [need for need in _kept(needs, minutes) if need.wished]
    sizes = _sizes(kept, minutes)
    return Agenda(
        template=template.id,
        minutes=minutes,
        slots=tuple(
            replace(
                slot,
                each=need.turn(slot.minutes),
                focus=need.turns if need.item.per != "mentee" else 0,
                outdoors=slot.minutes * need.item.outdoors // need.wished,
            )
            for slot, need in zip(
                _slots([(need.item.id, need.item.title, need.item.pause) for need in kept], sizes, start), kept, strict=True
            )
        ),
        dropped=tuple(Dropped(item=need.item.id, title=need.item.title) for need in needs if need.wished and need not in kept),
        people=people,
        lacking=max(0, sum(need.least for need in kept) - minutes),
    )


def between(low: int, wished: int, high: int) -> int:
    return max(low, min(wished, high))


def _kept(needs: Sequence[Need], minutes: int) -> list[Need]:
    """The items that stay: those first in the drop order go until the least minutes of the others fit."""
    droppable = sorted((need for need in needs if need.item.drop is not None), key=lambda need: need.item.drop or 0)
    gone: list[Need] = []
    for need in droppable:
        if _least(needs, gone) <= minutes:
            break
        gone.append(need)
    for need in reversed(gone[:-1]):  # what went first may fit after all, once something longer has gone
        if _least(needs, [other for other in gone if other is not need]) <= minutes:
            gone.remove(need)
    return [need for need in needs if need not in gone]


def _least(needs: Sequence[Need], gone: Sequence[Need]) -> int:
    return sum(need.least for need in needs if need not in gone)


def _sizes(kept: Sequence[Need], minutes: int) -> list[int]:
    """Minutes for every kept item; they sum to `minutes`."""
    least = [need.least for need in kept]
    if sum(least) > minutes:
        return shared(minutes, least)
    sizes = _turned(kept, minutes)
    over = sum(sizes) - minutes
    if over < 0:
        return _grown(kept, sizes, minutes)
    loose = [need.loose for need in kept]
    left = shared(sum(loose) - over, loose)
    return [size - free + still for size, free, still in zip(sizes, loose, left, strict=True)]


def _turned(kept: Sequence[Need], minutes: int) -> list[int]:
    """The wished minutes, with turns a minute shorter where all the loose minutes together cannot make room."""
    sizes, spare = [need.wished for need in kept], [need.spare for need in kept]
    while sum(sizes) - sum(need.loose for need in kept) > minutes:
        number = max(range(len(kept)), key=lambda number: spare[number] * kept[number].turns)
        sizes[number] -= kept[number].turns
        spare[number] -= 1
    return sizes


def _grown(kept: Sequence[Need], sizes: list[int], minutes: int) -> list[int]:
    """Freed minutes go to the items that grow, in their order up to their most; what is still over is shared among them."""
    growing = sorted((number for number, need in enumerate(kept) if need.item.grow), key=lambda number: kept[number].item.grow or 0)
    for number in growing:
        most, turns = kept[number].most, kept[number].turns
        over = minutes - sum(sizes)
        room = over if most is None else min(over, most - sizes[number])
        sizes[number] += room - room % turns if turns else room
    over = minutes - sum(sizes)
    takers = [number for number in growing if not kept[number].turns] or growing or _longest(sizes)
    for number, more in zip(takers, shared(over, [sizes[number] for number in takers]), strict=True):
        sizes[number] += more
    return sizes


def _longest(sizes: Sequence[int]) -> list[int]:
    return sorted(range(len(sizes)), key=lambda number: -sizes[number])[:1]


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """Whole shares of `total` in proportion to `weights`; what rounding leaves goes to the largest remainders, first come first."""
    whole = sum(weights)
    if not whole:
        return [0 for _ in weights]
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda number: -(total * weights[number] % whole))
    for number in order[: total - sum(shares)]:
        shares[number] += 1
    return shares


def _slots(items: Sequence[tuple[str, Text, bool]], sizes: Sequence[int], start: time) -> tuple[Slot, ...]:
    begins = accumulate(sizes, initial=0)
    return tuple(
        Slot(item=item, title=title, start=later(start, begin), minutes=minutes, pause=pause)
        for (item, title, pause), minutes, begin in zip(items, sizes, begins, strict=False)
    )


def later(start: time, minutes: int) -> time:
    """The clock `minutes` after `start`, within the day."""
    at = start.hour * 60 + start.minute + minutes
    return time(at // 60 % 24, at % 60)


def plain(title: Text, minutes: int, start: time) -> Agenda:
    """One slot for the whole meeting: for a meeting that the content has no agenda for."""
    return Agenda(template="", minutes=minutes, slots=(Slot(item="", title=title, start=start, minutes=minutes),))


# --- which agenda


def template_numbers(meetings: int) -> tuple[int, ...]:
    """Which of the four agendas each meeting of a group follows.

    4: 1 2 3 4. Fewer: 2 is 1 4, 3 is 1 2 4. More: first and last stay, the meetings between share agendas 2 and 3,
    and 3 comes once more than 2 when they are odd: 5 is 1 2 3 3 4, 6 is 1 2 2 3 3 4, 8 is 1 2 2 2 3 3 3 4.
    A group with closing conversations ends with 3's own last version where there is one: 3 is 1 2 3-last, 4 is 1 2 3 3-last.
    """
    middle = meetings - 2
    if middle == 1:
        return (1, 2, 4)
    return (1, *(2 for _ in range(middle // 2)), *(3 for _ in range(middle - middle // 2)), 4)


def template_of(library: Library, based_on: str, number: int, meetings: int, closing_conversations: bool) -> AgendaTemplate | None:
    """The template of meeting `number` of `meetings`; None where the content has none."""
    stem = "aspiring" if based_on == "aspiring-leaders" else "acting"
    last = library.agendas.get(f"{stem}-3-last")
    if closing_conversations and last is not None and number == meetings:
        return last
    return library.agendas.get(f"{stem}-{template_numbers(meetings)[number - 1]}")


# --- the seminar


def of_seminar(blocks: Sequence[ScriptBlock], minutes: int, start: time) -> Agenda:
    """The day of the seminar: lengths that the script has as they stand, between them every block and step lies between."""
    lengths = sorted({length for block in blocks for length in block.minutes})
    used = between(lengths[0], minutes, lengths[-1])
    short = max(length for length in lengths if length <= used)
    long = min(length for length in lengths if length >= used)
    sizes = _between(blocks, short, long, used)
    held = [(block, size) for block, size in zip(blocks, sizes, strict=True) if size]
    slots = _slots([(block.id, block.title, block.pause) for block, _ in held], [size for _, size in held], start)
    return Agenda(
        template="seminar",
        minutes=used,
        slots=tuple(_with_steps(slot, block, short, long) for slot, (block, _) in zip(slots, held, strict=True)),
        dropped=tuple(
            Dropped(item=block.id, title=block.title)
            for block, size in zip(blocks, sizes, strict=True)
            if not size and block.minutes.get(long)
        ),
    )


def _between(blocks: Sequence[ScriptBlock], short: int, long: int, used: int) -> list[int]:
    return interpolated([block.minutes.get(short, 0) for block in blocks], [block.minutes.get(long, 0) for block in blocks], used)


def _with_steps(slot: Slot, block: ScriptBlock, short: int, long: int) -> Slot:
    steps = [step.minutes for part in block.parts for step in part.steps]
    if not steps:
        return slot
    minutes = iter(interpolated([_at(step, short) for step in steps], [_at(step, long) for step in steps], slot.minutes))
    parts = tuple(tuple(next(minutes) for _ in part.steps) for part in block.parts)
    return Slot(item=slot.item, title=slot.title, start=slot.start, minutes=slot.minutes, pause=slot.pause, steps=parts)


def _at(minutes: Mapping[int, int], length: int) -> int:
    return minutes.get(length, 0)


def interpolated(short: Sequence[int], long: Sequence[int], total: int) -> list[int]:
    """Minutes that sum to `total`, each between its short and its long.

    What only the long version has (a lunch, a card sort) comes in its full length or not at all: when it fits without taking
    from the rest's short lengths. What only the short version has goes when the others can take its minutes.
    """
    if total == sum(long):
        return list(long)
    if total == sum(short):
        return list(short)
    sizes = [0 if not few else None for few in short]
    for number, (few, many) in enumerate(zip(short, long, strict=True)):
        if not few and many and total - sum(size or 0 for size in sizes) - many >= sum(short):
            sizes[number] = many
    open_ = [number for number, size in enumerate(sizes) if size is None]
    left = total - sum(size or 0 for size in sizes)
    low, high = [short[number] for number in open_], [long[number] for number in open_]
    for number, size in zip(open_, _spread(low, high, left), strict=True):
        sizes[number] = size
    return [size or 0 for size in sizes]


def _spread(low: Sequence[int], high: Sequence[int], total: int) -> list[int]:
    over = total - sum(low)
    if over >= 0:
        room = [max(0, many - few) for few, many in zip(low, high, strict=True)]
        taken = shared(min(over, sum(room)), room)
        rest = shared(over - sum(taken), list(low))
        return [few + more + still for few, more, still in zip(low, taken, rest, strict=True)]
    return shared(total, list(low))
