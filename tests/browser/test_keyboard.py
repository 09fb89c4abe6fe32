"""A whole walk without a mouse on a telephone's width: in an organisation of one language, Danish or English, and from one to the other."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import everywhere, server
from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

WORDS = {
    "minimal": {"guide": "groups/hold-1/meeting-1", "search": "fortrolighed", "letter": "Emne: Tak", "dark": "Mørk skærm"},
    "fjordene": {
        "guide": "groups/fjord-group/meeting-1",
        "search": "confidentiality",
        "letter": "Subject: Thank you",
        "dark": "Dark screen",
    },
}


@pytest.fixture(scope="module", params=WORDS)
def alone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """An organisation of one language as a website, and what is asked of it."""
    return server.example(request.param, tmp_path_factory.mktemp(request.param)), WORDS[request.param]


def tab_to(page: Page, place: str) -> None:
    """Tabs until the focus is there, as a person would who sees where it is."""
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(everywhere.FOCUS)
        assert stop is None or stop["good"], stop
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"Tab never meets {place}")


def test_menu_scheme_search_and_result(alone: tuple[Path, dict[str, str]], opened: Opened) -> None:
    site, words = alone
    page = opened((site / "index.html").as_uri(), width=390, color_scheme="light")
    assert everywhere.skipping(page) == []
    page.reload()

    tab_to(page, "[data-gm-drawer]")
    page.keyboard.press("Enter")
    assert page.locator("a[hreflang]:visible").count() == 0  # one language, nothing to change to
    tab_to(page, "[data-gm-scheme]")
    assert page.evaluate("document.activeElement.innerText") == words["dark"]
    page.keyboard.press("Enter")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(17, 23, 22)"
    tab_to(page, "#gm-nav a")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-gm-drawer]')")

    page.keyboard.press("/")
    page.keyboard.type(words["search"])
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/confidentiality.html")


def test_ticks_copying_and_folds(alone: tuple[Path, dict[str, str]], opened: Opened) -> None:
    site, words = alone
    page = opened((site / "checklist-room.html").as_uri(), width=390)
    tab_to(page, "main input[type=checkbox]")
    page.keyboard.press("Space")
    assert page.locator("main input:checked").count() == 1
    tab_to(page, ".gm-kept button")
    page.keyboard.press("Enter")
    assert page.locator("main input:checked").count() == 0
    assert page.evaluate("document.activeElement.matches('main input')")

    page.goto((site / f"{words['guide']}.html").as_uri())
    tab_to(page, "button.gm-copy")
    page.keyboard.press("Enter")
    page.locator("span.gm-copy", has_text="Kopieret" if words is WORDS["minimal"] else "Copied").wait_for()

    page.goto((site / "letters.html").as_uri())
    tab_to(page, "#letter-thanks ~ details summary")
    assert page.evaluate("document.activeElement.innerText") == words["letter"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Space")
    assert not page.evaluate("document.activeElement.parentElement.open")


@pytest.mark.parametrize(("from_", "to"), [("", "en/"), ("en/", "")])
def test_the_language_is_changed_where_one_stands(nordby: Path, opened: Opened, from_: str, to: str) -> None:
    page = opened((nordby / from_ / "faq.html").as_uri(), width=390)
    tab_to(page, "[data-gm-drawer]")
    page.keyboard.press("Enter")
    tab_to(page, "a[hreflang]")
    page.keyboard.press("Enter")

    page.wait_for_url((nordby / to / "faq.html").as_uri())
