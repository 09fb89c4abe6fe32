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

    def stepped(self, minutes: int) -> tuple[tuple[int, ...], ...]:
        """The minutes of each step of one turn, which sum to the turn; of the whole item where there are no turns."""
        steps = self.item.steps
        return (tuple(shared(self.turn(minutes) or minutes, steps)),) if steps else ()


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
                steps=need.stepped(slot.minutes),
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
    steps = [_steps(block) for block in blocks]
    of = [number for number, each in enumerate(steps) for _ in each]
    every = [minutes for each in steps for minutes in each]
    sizes = iter(interpolated([_at(step, short) for step in every], [_at(step, long) for step in every], used, of))
    worked = [[next(sizes) for _ in each] for each in steps]
    held = [(block, each) for block, each in zip(blocks, worked, strict=True) if any(each)]
    slots = _slots([(block.id, block.title, block.pause) for block, _ in held], [sum(each) for _, each in held], start)
    return Agenda(
        template="seminar",
        minutes=used,
        slots=tuple(replace(slot, steps=_by_part(block, each)) for slot, (block, each) in zip(slots, held, strict=True)),
        dropped=tuple(
            Dropped(item=block.id, title=block.title)
            for block, each in zip(blocks, worked, strict=True)
            if not any(each) and _at(block.minutes, long)
        ),
    )


def _steps(block: ScriptBlock) -> Sequence[Mapping[int, int]]:
    """The minutes of every step; a block without steps is one."""
    return [step.minutes for part in block.parts for step in part.steps] or [block.minutes]


def _by_part(block: ScriptBlock, sizes: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    minutes = iter(sizes)
    return tuple(tuple(next(minutes) for _ in part.steps) for part in block.parts)


def _at(minutes: Mapping[int, int], length: int) -> int:
    return minutes.get(length, 0)


def interpolated(short: Sequence[int], long: Sequence[int], total: int, of: Sequence[int] = ()) -> list[int]:
    """Minutes that sum to `total`, each between its short and its long; what is as long in both keeps its length.

    What only the long version has (a lunch, a card sort) comes in its full length or not at all: when it fits without taking from
    the short lengths of the rest. `of` says which belong together: theirs come together, and in place of what only the short has.
    """
    if total == sum(long):
        return list(long)
    if total == sum(short):
        return list(short)
    low, high, left = list(short), list(long), total - sum(short)
    of = of or range(len(short))
    for whole in dict.fromkeys(of):
        once = [number for number, each in enumerate(of) if each == whole and not (short[number] and long[number])]
        more = sum(long[number] - short[number] for number in once)
        comes = more <= left and any(long[number] for number in once)
        left -= more if comes else 0
        for number in once:
            low[number] = high[number] = (long if comes else short)[number]
    return _spread(low, high, total)


def _spread(low: Sequence[int], high: Sequence[int], total: int) -> list[int]:
    over = total - sum(low)
    if over >= 0:
        room = [max(0, many - few) for few, many in zip(low, high, strict=True)]
        taken = shared(min(over, sum(room)), room)
        grown = [few if more else 0 for few, more in zip(low, room, strict=True)]
        rest = shared(over - sum(taken), grown if any(grown) else list(low))
        return [few + more + still for few, more, still in zip(low, taken, rest, strict=True)]
    return shared(total, list(low))
