"""Everybody can use it: criteria S1–S20, seen, tabbed and listened to in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import SCHEMES, WIDTHS, Opened
from tests.browser.everywhere import FOCUS, undrawn

pytestmark = pytest.mark.browser

PAGES = ("index.html", "mentor.html", "groups/hold-a/meeting-1.html", "checklists.html", "method.html", "privacy.html", "404.html")
GUIDE = "groups/hold-a/meeting-1.html"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("root", ["", "en/"])
def test_axe_finds_nothing(site: Path, opened: Opened, root: str, width: int, scheme: str) -> None:
    page = opened((site / root / PAGES[0]).as_uri(), width=width, color_scheme=scheme)
    found = {}
    for name in PAGES:
        page.goto((site / root / name).as_uri())
        found[name] = violations(page)

    assert found == {name: [] for name in PAGES}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_when_everything_is_open(site: Path, opened: Opened, width: int, scheme: str) -> None:
    page = opened((site / GUIDE).as_uri(), width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(note => { note.open = true })")
    page.get_by_role("checkbox").first.check()
    if width == 390:
        page.get_by_role("button", name="Menu").click()
    assert violations(page) == []

    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.type("møde")
    page.locator(".md-search-result__item").first.wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_the_contrast_of_aaa(site: Path, opened: Opened, scheme: str) -> None:
    page = opened((site / "index.html").as_uri(), color_scheme=scheme)
    for name in PAGES:
        page.goto((site / name).as_uri())
        assert violations(page, rules=("color-contrast-enhanced",)) == [], name


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_tab_skips_to_the_content(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri())
    page.keyboard.press("Tab")
    assert focused(page) == "Gå til indholdet"

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "gm-main"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["index.html", "mentor.html", GUIDE])
def test_focus_is_always_seen(site: Path, opened: Opened, name: str, width: int) -> None:
    page = opened((site / name).as_uri(), width=width)
    stops = []
    for _ in range(120):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)

    assert len(stops) > 10
    assert [stop["name"] for stop in stops if not stop["good"]] == []


def test_the_menu_works_by_keyboard_on_a_telephone(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri(), width=390)
    menu, navigation = page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Håndbogen")
    assert not navigation.is_visible()

    menu.focus()
    page.keyboard.press("Enter")
    assert navigation.is_visible()
    assert menu.get_attribute("aria-expanded") == "true"

    for _ in range(3):  # over language and scheme into the menu
        page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#gm-nav').contains(document.activeElement)")

    page.keyboard.press("Escape")
    assert not navigation.is_visible()
    assert menu.get_attribute("aria-expanded") == "false"
    assert focused(page) == "Menu"


SMALL = """() => [...document.querySelectorAll('a, button, summary, input, label')].filter(one => {
  if (!one.getClientRects().length || one.closest('.gm-quiet, .gm-skip')) return false
  const sentence = one.tagName === 'A' && getComputedStyle(one).display === 'inline' && one.closest('p, li, td, th, span')
  const box = one.getBoundingClientRect()
  const labelled = one.tagName === 'INPUT' && one.closest('label')
  return !sentence && !labelled && (box.width < 24 || box.height < 24)
}).map(one => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["index.html", "mentor.html", GUIDE, "method.html"])
def test_targets_are_large_enough(site: Path, opened: Opened, name: str, width: int) -> None:
    page = opened((site / name).as_uri(), width=width)

    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_scrolls_sideways(site: Path, opened: Opened, width: int) -> None:
    page = opened((site / "index.html").as_uri(), width=width)
    for name in PAGES:
        page.goto((site / name).as_uri())
        assert page.evaluate("() => { scrollTo(500, 0); return scrollX }") == 0, name


CLIPPED = """() => [...document.querySelectorAll('h1, h2, h3, p, li, th, td, a, button, label, span')].filter(one =>
  one.getClientRects().length && !one.closest('.gm-quiet, .gm-skip, [role=status], svg') &&
  one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).overflowX !== 'visible'
).map(one => one.outerHTML.slice(0, 100))"""
SPACED = (
    "html { font-size: 200% } p { margin-bottom: 2em !important }"
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
)


@pytest.mark.parametrize("width", WIDTHS)
def test_large_and_spaced_text_loses_nothing(site: Path, opened: Opened, width: int) -> None:
    page = opened((site / "index.html").as_uri(), width=width)
    for name in ("index.html", GUIDE, "mentor.html"):
        page.goto((site / name).as_uri())
        page.add_style_tag(content=SPACED)
        assert page.evaluate("() => { scrollTo(500, 0); return scrollX }") == 0, name
        assert page.evaluate(CLIPPED) == [], name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_high_contrast_keeps_boxes_squares_and_buttons(site: Path, opened: Opened, scheme: str) -> None:
    page = opened((site / GUIDE).as_uri(), forced_colors="active", color_scheme=scheme)
    assert page.locator(".gm-check input, .gm-basis, .gm-watch, .gm-say").count() > 4
    assert undrawn(page) == []

    page.goto((site / "mentor.html").as_uri())
    assert page.locator(".gm-button").is_visible()
    assert undrawn(page) == []  # the button's words stood on a plate of their own colour


def test_the_measure_sees_what_is_not_drawn(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri(), forced_colors="active", color_scheme="dark")
    page.add_style_tag(content=".gm-basis::before { visibility: hidden } .gm-watch { border-color: Canvas !important }")

    assert set(undrawn(page)) == {"not drawn: .gm-basis", "not drawn: .gm-watch"}


def test_a_tick_is_called_by_its_text_and_remembered_until_cleared(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri())
    tick = page.get_by_role("checkbox", name="Øv din egen vej til lederjobbet højt: seks minutter, én ting, der gik galt.")
    tick.check()
    page.reload()
    assert tick.is_checked()
    assert page.get_by_text("Dine flueben gemmes kun i denne browser.").is_visible()

    page.get_by_role("button", name="Fjern alle flueben").click()
    page.reload()

    assert not tick.is_checked()


def test_print_opens_what_is_folded_and_leaves_the_frame_out(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri())
    page.emulate_media(media="print")

    assert page.get_by_text("Hold pausen, også når det går godt.").is_visible()
    assert not page.get_by_role("button", name="Mørk skærm").is_visible()
    assert not page.get_by_role("navigation", name="Håndbogen").is_visible()
    page.goto((site / "method.html").as_uri())
    page.emulate_media(media="print")
    shown = page.evaluate("getComputedStyle(document.querySelector('main a[href^=http]'), '::after').content")
    assert shown == '" (https://www.example.dk/lov)"'


ENGLISH = {"search", "menu", "next", "previous", "close", "open", "home", "skip", "language", "copy", "permanent", "navigation", "toggle"}


def test_no_english_is_left_on_danish_pages(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri())
    for name in PAGES:
        page.goto((site / name).as_uri())
        said = page.evaluate(
            "[...document.querySelectorAll('[title], [aria-label], [alt], [placeholder], button')].filter(one => !one.closest('[lang=en]'))"
            ".flatMap(one => [one.title, one.ariaLabel, one.alt, one.placeholder, one.textContent]).filter(Boolean)"
        )
        words = {word.strip(".,:").lower() for text in said for word in text.split()} - {"menu"}
        assert not words & ENGLISH, name


def test_the_scheme_is_chosen_in_words_and_remembered(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri(), color_scheme="light")
    page.get_by_role("button", name="Mørk skærm").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(17, 23, 22)"

    page.goto((site / "mentor.html").as_uri())

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(17, 23, 22)"
    assert page.get_by_role("button", name="Lys skærm").is_visible()


def test_without_scripts_everything_is_there(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri(), width=390, java_script_enabled=False)

    assert page.locator(".gm-dates > li").count() == 6
    assert page.locator(".gm-dates > li").last.is_visible()
    assert page.get_by_role("navigation", name="Håndbogen").is_visible()
    assert not page.get_by_role("button").count()


def heard(page: Page) -> list[tuple[str, str]]:
    """Role and name of what a screen reader meets, in its order."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    said = [node for node in nodes if not node.get("ignored")]
    return [(node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").replace("\xa0", " ")) for node in said]


def test_a_drawing_is_heard_once_and_a_fold_without_its_sign(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "index.html").as_uri())
    told = heard(page)
    drawing = next(name for role, name in told if role == "image" and name.startswith("Forløbet fra januar"))
    drawn = [words.replace("\xa0", " ") for words in page.locator("figure svg text").all_text_contents()]

    assert "13. maj" in drawing
    assert "13. maj" in drawn
    assert "13. maj" not in [name for role, name in told if role == "StaticText"]
    assert [name for role, name in told if role == "DisclosureTriangle"] == ["Se det som tabel"]


def test_a_doors_button_says_what_more_there_is_to_read(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "mentor.html").as_uri())

    assert page.get_by_role("link", name=re.compile("^Læs mere .*mentor")).count() == 1
