"""The organisation's colour holds its contrast, whatever it is (look.md, Colour)."""

import pytest
from coloraide import Color

from kit.compose.brand import DARK_PAPER, DARK_SURFACE, PAPER, SURFACE, colours


@pytest.mark.parametrize(
    "primary", [None, "#12527c", "#e2001a", "#ffd400", "#a4d233", "#8a8d8f", "#ffffff", "#000000", "#00ffff", "#7a1f5c"]
)
def test_text_and_shapes_hold_their_contrast(primary: str | None) -> None:
    brand = colours(primary)

    assert all(ratio(brand.light.ink, ground) >= 7 for ground in (PAPER, SURFACE, brand.light.tint))
    assert ratio(brand.light.on_fill, brand.light.fill) >= 7
    assert ratio(brand.light.mark, PAPER) >= 3
    assert all(ratio(brand.dark.ink, ground) >= 7 for ground in (DARK_PAPER, DARK_SURFACE, brand.dark.tint))
    assert ratio(brand.dark.on_fill, brand.dark.fill) >= 7


@pytest.mark.parametrize(
    ("primary", "changed"), [("#12527c", ""), ("#e2001a", "darkened"), ("#ffd400", "much-darkened"), ("#ffffff", "replaced")]
)
def test_what_was_changed_is_reported(primary: str, changed: str) -> None:
    assert colours(primary).changed == changed


def test_a_good_colour_is_used_as_given() -> None:
    light = colours("#12527c").light

    assert (light.ink, light.fill, light.mark, light.tint) == ("#12527c", "#12527c", "#12527c", "#ecf5fc")


def ratio(one: str, other: str) -> float:
    return Color(one).contrast(other, method="wcag21")
