"""Contrast of a drawing as it stands on its page: what the browser painted with a mark, against what it paints without."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator

TEXT, MARK = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
DECORATION = {"paper", "band", "rule"}  # says nothing alone: an outline, dashes or words do
SLICE = 24  # CSS pixels of a line of words that are looked at together, so that half a word on a dark square is seen
CLEAR = 0.3  # of what a mark paints; the rest is softened edges and what it shares with another mark
MARKS = """svg => {
  const whole = svg.getBoundingClientRect()
  return [...svg.querySelectorAll("g :is(rect, circle, path, text)")].map(mark => {
    const box = mark.getBoundingClientRect(), edge = parseFloat(mark.getAttribute("stroke-width") ?? 0) + 1
    return {kind: mark.tagName, classes: mark.getAttribute("class") ?? "", words: mark.textContent,
            box: [box.left - whole.left - edge, box.top - whole.top - edge, box.right - whole.left + edge, box.bottom - whole.top + edge]}
  })
}"""
SHOW = """(svg, [kind, classes, shown]) => [...svg.querySelectorAll(`g ${kind}`)]
  .filter(mark => (mark.getAttribute("class") ?? "") === classes).forEach(mark => { mark.style.visibility = shown ? "" : "hidden" })"""

Colour = tuple[int, int, int]
Changes = Mapping[tuple[Colour, Colour], int]  # pixels by their colour with the mark and without


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    classes: str
    words: str
    box: tuple[float, float, float, float]

    def __str__(self) -> str:
        return f"»{self.words}«" if self.words else f"{self.kind} {self.classes} at {self.box[0]:.0f}, {self.box[1]:.0f}"

    @property
    def means_something(self) -> bool:
        return bool({name.rpartition("-")[2] for name in self.classes.split()} - DECORATION)


def faults(drawing: Locator, scale: int) -> list[str]:
    """Words below 4.5:1 and marks below 3:1 of one SVG; `scale` is the context's device scale factor."""
    marks = [Mark(**{**found, "box": tuple(found["box"])}) for found in drawing.evaluate(MARKS)]
    whole = painted(drawing)
    found = []
    for kind, classes in dict.fromkeys((mark.kind, mark.classes) for mark in marks):
        alike = [mark for mark in marks if (mark.kind, mark.classes) == (kind, classes)]
        drawing.evaluate(SHOW, [kind, classes, False])
        without = painted(drawing)
        drawing.evaluate(SHOW, [kind, classes, True])
        found += [fault for mark in alike for fault in seen(mark, whole, without, scale)]
    return found


def painted(drawing: Locator) -> Image.Image:
    return Image.open(BytesIO(drawing.screenshot())).convert("RGB")


def seen(mark: Mark, whole: Image.Image, without: Image.Image, scale: int) -> Iterator[str]:
    if mark.kind == "text":
        left, top, right, bottom = mark.box
        for number in range(math.ceil((right - left) / SLICE)):
            across = left + number * SLICE
            changed = changes((across, top, min(right, across + SLICE), bottom), whole, without, scale)
            best = max((contrast(*pair) for pair in changed), default=math.inf)
            if best < TEXT and sum(changed.values()) > 2 * scale**2:
                yield f"{mark}: {best:.1f}"
                return
    elif mark.means_something:
        changed = changes(mark.box, whole, without, scale)
        clear = sum(count for pair, count in changed.items() if contrast(*pair) >= MARK)
        if clear < CLEAR * sum(changed.values()) or not changed:
            yield f"{mark}: {max((contrast(*pair) for pair in changed), default=1):.1f}"


def changes(box: tuple[float, float, float, float], whole: Image.Image, without: Image.Image, scale: int) -> Changes:
    left, top, right, bottom = (round(edge * scale) for edge in box)
    cut = (max(0, left), max(0, top), min(whole.width, right), min(whole.height, bottom))
    pairs = Counter(zip(whole.crop(cut).get_flattened_data(), without.crop(cut).get_flattened_data(), strict=True))
    return {(with_, bare): count for (with_, bare), count in pairs.items() if with_ != bare}


@cache
def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (value / 255 for value in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
