"""A logo's shapes become pixels, for Word and PowerPoint, which need them. The only module that knows resvg.

Only our own fonts are known to it, so that the same drawing gives the same bytes on every machine.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

import resvg_py

from kit.model.source import Picture

HEIGHT, WIDEST = 480, 2400  # px; 480 over 1.4 cm is 870 dots an inch
FAMILY, FONTS = "Hanken Grotesk", ("hanken-grotesk-400.ttf", "hanken-grotesk-700.ttf")


def drawn(logo: Picture | None, themes: Path) -> Picture | None:
    """The logo as pixels; what has pixels already is left as it is."""
    return _drawn(logo, themes) if logo is not None and logo.kind == "svg" else logo


@cache
def _drawn(logo: Picture, themes: Path) -> Picture:
    height = max(1, round(min(HEIGHT, WIDEST * logo.height / logo.width)))
    data = resvg_py.svg_to_bytes(
        svg_string=logo.data.decode("utf-8"),
        width=max(1, round(height * logo.width / logo.height)),
        height=height,
        skip_system_fonts=True,
        font_files=[str(themes / "fonts" / font) for font in FONTS],
        font_family=FAMILY,
        serif_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return replace(logo, kind="png", data=data)


def within(logo: Picture, width: float, height: float) -> tuple[float, float]:
    """The logo's width and height where it may be so wide and so high, its shape kept."""
    scale = min(width / logo.width, height / logo.height)
    return logo.width * scale, logo.height * scale
