"""The tokens keep the contrast that look and law ask for, in every scheme, computed from themes/tokens.css itself."""

import re

import pytest

from tests.render.sample import NORDBY, THEMES

TOKENS = (THEMES / "tokens.css").read_text(encoding="utf-8")


def values(block: str) -> dict[str, str]:
    return dict(re.findall(r"--gm-([a-z0-9-]+): (#[0-9a-f]{6})", block))


LIGHT = values(TOKENS.split("@media screen")[0])
DARK = LIGHT | values(TOKENS.split("@media screen")[1].split("@media print")[0])
PRINT = LIGHT | values(TOKENS.split("@media print")[1])
SCHEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "surface", 7),
        ("ink-2", "paper", 7),
        ("ink-2", "surface", 7),
        ("control", "paper", 3),
        ("control", "surface", 3),
        ("watch", "paper", 7),
        ("brand-ink", "paper", 7),
        ("brand-ink", "surface", 7),
        ("brand-ink", "brand-tint", 7),
        ("on-fill", "brand-fill", 7),
        ("brand-mark", "paper", 3),
        ("ink", "focus", 1),
    ],
)
def test_text_and_shapes_stand_out(text: str, ground: str, least: float, scheme: str) -> None:
    tokens = SCHEMES[scheme]

    assert contrast(tokens[text], tokens[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_samples_colours_stand_out_too(scheme: str) -> None:
    tokens, shades = SCHEMES[scheme], getattr(NORDBY, scheme)

    assert contrast(shades.ink, tokens["paper"]) >= 7
    assert contrast(shades.ink, shades.tint) >= 7
    assert contrast(shades.on_fill, shades.fill) >= 7
