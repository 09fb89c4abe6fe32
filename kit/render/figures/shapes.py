"""What a figure is made of: shapes in a box 390 wide, with a title, all it says in sentences, and the same in a table."""

from dataclasses import dataclass

WIDTH = 390
TEXT, SMALL = 15.0, 13.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Fill and stroke are names in `palette`, or `url(#…)` for a pattern."""

    x: float
    y: float
    fill: str = ""
    stroke: str = ""
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Shape):
    wide: float
    high: float
    kind: str = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc(Shape):
    r: float
    kind: str = "disc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Shape):
    to_x: float
    to_y: float
    kind: str = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Shape):
    words: str
    fill: str = "ink"
    size: float = TEXT
    weight: int = 400
    anchor: str = "start"
    kind: str = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`description`, and `head` with `rows`, say all that the shapes show."""

    name: str
    title: str
    description: str
    height: float
    shapes: tuple[Shape, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hatched: bool = False
