"""Every drawing can be told from its ground, words and marks, measured in what the browser paints: light, dark and forced colours."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.contrast import faults

pytestmark = pytest.mark.browser

SCALE = 3  # so that the core of a thin letter has its full colour
MODES: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced light": {"color_scheme": "light", "forced_colors": "active"},
    "forced dark": {"color_scheme": "dark", "forced_colors": "active"},
}
NAMES = {"timeline", "group-model", "hours", "roles-phases", "cohorts", "chain", "seminar-day"}
NAMED = re.compile(r'<svg [^>]*aria-labelledby="([a-z-]+)-t ')


def figures(site: Path) -> dict[str, str]:
    """Each drawing of a site once, with a page of the first language that shows it."""
    pages = [page for page in sorted(site.rglob("*.html"), reverse=True) if not page.is_relative_to(site / "en")]
    return {name: str(page.relative_to(site)) for page in pages for name in NAMED.findall(page.read_text(encoding="utf-8"))}


@pytest.fixture(params=MODES)
def painted(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, device_scale_factor=SCALE, **MODES[request.param])
    yield context.new_page()
    context.close()


def measured(page: Page, site: Path, name: str, address: str, spoil: str = "") -> list[str]:
    page.goto((site / address).as_uri())
    page.evaluate("document.fonts.ready")
    if spoil:
        page.add_style_tag(content=spoil)
    return faults(page.locator(f"svg[aria-labelledby^='{name}-t']").first, SCALE)


def test_every_drawing_is_seen_in_every_mode(nordby: Path, painted: Page) -> None:
    drawn = figures(nordby)
    assert set(drawn) == NAMES

    found = {name: measured(painted, nordby, name, address) for name, address in drawn.items()}

    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("name", "spoil", "told"),
    [
        ("timeline", ".gm-f-ink { fill: #8a8a8a }", "»"),  # 3.5:1 on white
        ("hours", ".gm-figure text { fill: #808080; opacity: .9 }", "»"),
        ("group-model", ".gm-s-ink { stroke: #a0a0a0 }", "circle gm-f-paper gm-s-ink"),  # 2.6:1
        ("seminar-day", ".gm-f-fill { fill: #9fc5bf } .gm-s-fill { stroke: #9fc5bf }", "rect gm-f-fill"),
        ("roles-phases", ".gm-f-onfill { fill: #5f8f89 }", "»"),
    ],
)
@pytest.mark.parametrize("painted", ["light"], indirect=True)
def test_the_measure_sees_a_spoiled_drawing(minimal: Path, painted: Page, name: str, spoil: str, told: str) -> None:
    found = measured(painted, minimal, name, figures(minimal)[name], spoil)

    assert any(fault.startswith(told) for fault in found), found
