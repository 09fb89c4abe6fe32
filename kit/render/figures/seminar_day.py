"""The mentor seminar's day: a bar as long as its minutes, a pause an empty one, the clock at the left."""

from collections.abc import Iterator, Sequence

from kit.model.programme import Programme, Slot
from kit.render.figures.shapes import WIDTH, Box, Figure, Line, Shape, Words
from kit.render.figures.spoken import Spoken, wrapped, written

BAR, BAR_WIDE = 58.0, 22.0
SAID = 98.0  # where an item's words begin
A_MINUTE = 2.2
LEADING = 18.0


def seminar_day(programme: Programme, spoken: Spoken) -> Iterator[Figure]:
    """Nothing where there is no seminar."""
    seminar = programme.seminar
    if seminar is None or not seminar.agenda.slots:
        return
    slots, clock = seminar.agenda.slots, spoken.voice.clock
    end = spoken.say("day-end", clock=clock(seminar.end))
    shapes, bottom = day(slots, spoken)
    yield Figure(
        name="seminar-day",
        title=spoken.say("day", date=spoken.voice.day_month(seminar.on), minutes=sum(slot.minutes for slot in slots)),
        description=" ".join([*(slot_told(slot, spoken) for slot in slots), end]),
        height=bottom + 30,
        shapes=(
            *shapes,
            Line(x=0, y=bottom + 4, to_x=WIDTH, to_y=bottom + 4, stroke="ink", width=1.5),
            Words(x=0, y=bottom + 24, words=end),
        ),
        head=tuple(spoken.say(column) for column in ("clock", "item", "minutes")),
        rows=tuple((clock(slot.start), spoken.said(slot.title), str(slot.minutes)) for slot in slots),
    )


def day(slots: Sequence[Slot], spoken: Spoken) -> tuple[list[Shape], float]:
    """The bars to scale, and the words beside them, each below the one before; and where it all ends."""
    top, free = 8.0, 8.0
    shapes: list[Shape] = []
    for slot in slots:
        high = slot.minutes * A_MINUTE
        lines = wrapped(spoken.said(slot.title), WIDTH - SAID - 40, spoken)
        at = max(top, free)
        weight = 400 if slot.pause else 600
        shapes += [
            Box(x=BAR, y=top + 1, wide=BAR_WIDE, high=max(2.0, high - 2), fill="paper" if slot.pause else "fill", stroke="fill", width=1.5),
            *([Line(x=BAR + BAR_WIDE, y=top + 1, to_x=SAID - 6, to_y=at + 8, stroke="ink2")] if at > top + 1 else ()),
            Words(x=0, y=at + 13, words=spoken.voice.clock(slot.start), weight=600),
            *written(lines, SAID, at + 13, weight=weight),
            Words(x=WIDTH, y=at + 13, words=str(slot.minutes), fill="ink2", anchor="end"),
        ]
        top, free = top + high, at + LEADING * len(lines) + 4
    return shapes, max(top, free)


def slot_told(slot: Slot, spoken: Spoken) -> str:
    return spoken.say("told-slot", clock=spoken.voice.clock(slot.start), title=spoken.said(slot.title), minutes=slot.minutes)
