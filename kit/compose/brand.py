"""The organisation's colour becomes five values for light and five for dark. The only module that knows coloraide.

Rules and bounds: look.md, "The organisation's colour", in OKLCH with the hue kept.
"""

from collections.abc import Callable
from typing import Literal

from coloraide import Color

from kit.model.book import BrandColours, Shades

OWN = "#0f4c45"
PAPER, SURFACE = "#ffffff", "#f3f5f2"
DARK_PAPER, DARK_SURFACE = "#111716", "#1a2221"
STEP = 0.005
Test = Callable[[Color], bool]


def colours(primary: str | None) -> BrandColours:
    """Light and dark shades of `primary` (#rrggbb) that hold their contrast: text 7:1, shapes 3:1."""
    given = primary or OWN
    return BrandColours(given=given, light=(light := _light(given)), dark=_dark(given), changed=_changed(given, light))


def _light(given: str) -> Shades:
    tint = _tint(given, lightness=0.965, chroma=0.014)
    return Shades(
        ink=_toward(given, -STEP, lambda colour: _holds(colour, 7, PAPER, SURFACE, tint)),
        fill=_toward(given, -STEP, lambda colour: _holds(colour, 7, PAPER)),
        mark=_toward(given, -STEP, lambda colour: _holds(colour, 3, PAPER, tint)),
        tint=tint,
        on_fill=PAPER,
    )


def _dark(given: str) -> Shades:
    tint = _tint(given, lightness=0.27, chroma=0.035)
    start = Color(given).convert("oklch")
    start["lightness"] = max(start["lightness"], 0.6)
    start["chroma"] = min(start["chroma"], 0.13)
    ink = _toward(start, STEP, lambda colour: _holds(colour, 7, DARK_PAPER, DARK_SURFACE, tint))
    return Shades(ink=ink, fill=ink, mark=ink, tint=tint, on_fill=DARK_PAPER)


def _toward(start: str | Color, step: float, good: Test) -> str:
    """The first colour from `start` in steps of lightness that passes `good`; the end of the scale at the latest."""
    lch = Color(start).convert("oklch")
    shown = Color(_hex(lch))
    while not good(shown) and 0 <= lch["lightness"] + step <= 1:
        lch["lightness"] += step
        shown = Color(_hex(lch))
    return str(shown.to_string(hex=True))


def _tint(given: str, *, lightness: float, chroma: float) -> str:
    tint = Color(given).convert("oklch")
    tint["lightness"], tint["chroma"] = lightness, min(tint["chroma"], chroma)
    return _hex(tint)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit("srgb", method="oklch-chroma", jnd=0).to_string(hex=True))


def _holds(colour: Color, ratio: float, *grounds: str) -> bool:
    return all(colour.contrast(ground, method="wcag21") >= ratio for ground in grounds)


def _changed(given: str, light: Shades) -> Literal["", "darkened", "much-darkened", "replaced"]:
    if light.ink == given:
        return ""
    fell = Color(given).convert("oklch")["lightness"] - Color(light.ink).convert("oklch")["lightness"]
    if Color(given).convert("oklch")["lightness"] > 0.98:
        return "replaced"
    return "much-darkened" if fell > 0.25 else "darkened"
