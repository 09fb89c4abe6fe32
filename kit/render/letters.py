"""Which letters our print fonts have, so that no page is printed with a stranger's font or with empty boxes.

The only module that knows fontTools.
"""

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

TEXT_FONTS = ("hanken-grotesk-400.ttf", "literata-400.ttf")  # other weights have the same letters
SIGNS_FONT = "noto-emoji.ttf"
# Marks that steer the letters around them and are never drawn: soft hyphen, joiners, variation selectors.
UNDRAWN = frozenset({"\n", "\t", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufe0e", "\ufe0f"})


def strangers(words: str, themes: Path) -> str:
    """The letters of a text that neither of our two families has, each once."""
    return "".join(sorted(set(words) - UNDRAWN - letters(themes, TEXT_FONTS)))


def undrawable(words: str, themes: Path) -> str:
    """The letters that not even our font for signs has."""
    left = strangers(words, themes)
    return "".join(sorted(set(left) - letters(themes, (SIGNS_FONT,)))) if left else ""


def letters(themes: Path, fonts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(letters_of(themes / "fonts" / font) for font in fonts))


def letters_of(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))
