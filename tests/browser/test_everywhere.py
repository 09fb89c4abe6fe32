"""Criteria S1–S20 on every page of nordby, in both languages: `make test` asks a page of every kind (test_access.py), this asks all."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import everywhere
from tests.browser.axe import violations
from tests.browser.conftest import SCHEMES, WIDTHS, Opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORD = {"da": "møde", "en": "meeting"}
LANGUAGES = tuple(WORD)
Faults = dict[str, list[str]]


def told(faults: Faults) -> Faults:
    return {page: found for page, found in faults.items() if found}


@pytest.fixture
def quiet_opened(opened: Opened, nordby_address: str) -> Any:
    """A page on nginx, so that a breach of the policy fails the test too."""

    def open_(**settings: object) -> Page:
        return opened(f"{nordby_address}/index.html", **settings)

    return open_


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_closed_or_open(
    nordby: Path, nordby_address: str, quiet_opened: Any, language: str, width: int, scheme: str
) -> None:
    page = quiet_opened(width=width, color_scheme=scheme)
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        page.goto(f"{nordby_address}/{name}")
        faults[name] = violations(page, enhanced=True)
        everywhere.open_everything(page)
        faults[name] += violations(page, enhanced=True, within=("details", "nav", ".gm-top"))
        everywhere.search_for(page, WORD[language])
        faults[name] += violations(page, enhanced=True, within=(".gm-top",))

    assert told(faults) == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_reaches_everything_in_sight(nordby: Path, nordby_address: str, quiet_opened: Any, language: str, width: int) -> None:
    page = quiet_opened(width=width)
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        for asked in (everywhere.skipping, everywhere.unseen_focus, everywhere.boxes):
            page.goto(f"{nordby_address}/{name}")
            faults[name] = faults.get(name, []) + asked(page)

    assert told(faults) == {}


@pytest.mark.parametrize("width", [320, *WIDTHS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_room_for_fingers_and_large_text(nordby: Path, nordby_address: str, quiet_opened: Any, language: str, width: int) -> None:
    page = quiet_opened(width=width)
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        page.goto(f"{nordby_address}/{name}")
        everywhere.unfold(page)
        faults[name] = page.evaluate(everywhere.SMALL) + page.evaluate(everywhere.SIDEWAYS)
        faults[name] += everywhere.crowded(page) if width in WIDTHS else []

    assert told(faults) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_structure_and_language_are_right(nordby: Path, nordby_address: str, quiet_opened: Any, language: str) -> None:
    page = quiet_opened()
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        page.goto(f"{nordby_address}/{name}")
        faults[name] = page.evaluate(everywhere.STRUCTURE) + (everywhere.english(page) if language == "da" else [])

    assert told(faults) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_and_a_browser_without_scripts_say_what_the_screen_says(
    nordby: Path, nordby_address: str, quiet_opened: Any, language: str
) -> None:
    screen, paper = quiet_opened(), quiet_opened()
    bare = quiet_opened(java_script_enabled=False)
    paper.emulate_media(media="print")
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        for page in (screen, paper, bare):
            page.goto(f"{nordby_address}/{name}")
        said = screen.evaluate(everywhere.TEXT)
        faults[name] = everywhere.unsaid(said, paper.evaluate(everywhere.TEXT)) + everywhere.unsaid(said, bare.evaluate(everywhere.TEXT))

    assert told(faults) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telephone_says_what_a_wide_screen_says(nordby: Path, nordby_address: str, quiet_opened: Any, language: str) -> None:
    wide, narrow = quiet_opened(), quiet_opened(width=390)
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        for page in (wide, narrow):
            page.goto(f"{nordby_address}/{name}")
        faults[name] = everywhere.unsaid(wide.evaluate(everywhere.TEXT), narrow.evaluate(everywhere.TEXT))

    assert told(faults) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_opens_and_closes_by_keyboard(nordby: Path, nordby_address: str, quiet_opened: Any, language: str) -> None:
    assert everywhere.walked(quiet_opened(width=390), nordby, nordby_address, language, everywhere.menu) == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_answers_and_gives_focus_back(nordby: Path, nordby_address: str, quiet_opened: Any, language: str, width: int) -> None:
    def asked(page: Page) -> list[str]:
        return everywhere.searching(page, WORD[language])

    assert everywhere.walked(quiet_opened(width=width), nordby, nordby_address, language, asked) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_forced_colours_leave_what_is_drawn(nordby: Path, nordby_address: str, quiet_opened: Any, language: str, scheme: str) -> None:
    page = quiet_opened(forced_colors="active", color_scheme=scheme)

    assert everywhere.walked(page, nordby, nordby_address, language, everywhere.undrawn) == {}


SHIFT = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value }).observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done(sum), 150)
})"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_and_nobody_else_is_asked(nordby: Path, nordby_address: str, quiet_opened: Any, language: str, width: int) -> None:
    page = quiet_opened(width=width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults: Faults = {}
    for name in everywhere.pages(nordby, language):
        page.goto(f"{nordby_address}/{name}")
        moved = page.evaluate(SHIFT)
        faults[name] = [f"moves by {moved}"] if moved else []

    assert told(faults) == {}
    assert [url for url in asked if not url.startswith(nordby_address)] == []
