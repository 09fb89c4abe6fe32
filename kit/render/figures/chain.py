"""How it is meant to work: what we do, what it leads to and what one can see, link after link down to an answer one can trust.

The links are the rows of the table in the block `design/chain-of-change`, so that the words stand in one place.
"""

import re
from collections.abc import Iterator

from kit.model.library import Library
from kit.render.figures.shapes import SMALL, WIDTH, Box, Figure, Line, Shape
from kit.render.figures.spoken import Spoken, wrapped, written

BLOCK = "design/chain-of-change"
LEFT = 146.0  # room for what we do
BOX = 182.0  # where the box with what it leads to begins
LEADING = 18.0
ROW = re.compile(r"^\|([^|\n]+)\|([^|\n]+)\|([^|\n]+)\|$", re.MULTILINE)
Link = tuple[str, str, str]


def chain(library: Library, spoken: Spoken) -> Iterator[Figure]:
    """Nothing where the content has no such table."""
    head, links = read(library, spoken)
    if not links:
        return
    shapes: list[Shape] = []
    top = 4.0
    for number, link in enumerate(links, 1):
        drawn, top = one(link, head, top, number == len(links), spoken)
        shapes += drawn
    yield Figure(
        name="chain",
        title=spoken.say("chain"),
        description=" ".join(spoken.say("told-link", when=when, then=then, seen=seen) for when, then, seen in links),
        height=top,
        shapes=tuple(shapes),
        head=head,
        rows=tuple(links),
    )


def read(library: Library, spoken: Spoken) -> tuple[Link, list[Link]]:
    """The heads of the block's table, and its rows without the line between."""
    if BLOCK not in library.blocks:
        return ("", "", ""), []
    found = [
        (a.strip(), b.strip(), c.strip()) for a, b, c in ROW.findall(spoken.said(library.blocks[BLOCK].body)) if set(a.strip()) != {"-"}
    ]
    return found[0], found[1:]


def one(link: Link, head: Link, top: float, last: bool, spoken: Spoken) -> tuple[list[Shape], float]:
    """What we do, an arrow, a box with what it leads to, and below it what one can see; then the line on to the next."""
    when, then, seen = link
    room = WIDTH - BOX - 24
    done = wrapped(f"{head[0]} {when}", LEFT, spoken)
    leads = wrapped(f"{head[1]} {then}", room, spoken)
    signs = wrapped(spoken.say("seen", what=seen), room, spoken, SMALL)
    high = LEADING * len(leads) + 14
    middle = top + high / 2
    below = top + high + LEADING * len(signs) + 6
    bottom = max(below, middle + LEADING * (len(done) / 2)) + 22
    ink = "onfill" if last else "ink"
    return [
        *written(done, 0, middle + 5 - LEADING / 2 * (len(done) - 1)),
        *arrow(LEFT + 6, BOX - 4, middle),
        Box(x=BOX, y=top, wide=WIDTH - BOX - 1, high=high, fill="fill" if last else "paper", stroke="fill" if last else "ink", width=1.5),
        *written(leads, BOX + 12, top + 20, fill=ink, weight=600),
        *written(signs, BOX + 12, top + high + 17, fill="ink2", size=SMALL),
        *([] if last else [Line(x=BOX, y=top + high, to_x=BOX, to_y=bottom, stroke="ink", width=1.5)]),
    ], bottom if not last else bottom - 14


def arrow(x: float, to_x: float, y: float) -> Iterator[Shape]:
    yield Line(x=x, y=y, to_x=to_x, to_y=y, stroke="ink", width=1.5)
    yield Line(x=to_x - 6, y=y - 5, to_x=to_x, to_y=y, stroke="ink", width=1.5)
    yield Line(x=to_x - 6, y=y + 5, to_x=to_x, to_y=y, stroke="ink", width=1.5)
