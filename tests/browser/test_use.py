"""What the small scripts do: search in both languages, dates by the reader's clock, copying; and what they never do."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

GUIDE = "groups/hold-a/meeting-1.html"


def results(page: Page, query: str) -> list[str]:
    """The titles found, best first."""
    page.locator(".md-search__input").fill(query)
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.match(/\\d|»|‘/)")
    return page.locator(".md-search-result__link b").all_inner_texts()


DANISH = [
    ("møde", "1. møde: Afsæt"),
    ("møder", "1. møde: Afsæt"),
    ("mødet", "1. møde: Afsæt"),
    ("aftale", "Sådan passer vi på oplysninger"),
    ("fortrolighed", "Sådan passer vi på oplysninger"),
    ("fortrolighedsaftale", "Sådan passer vi på oplysninger"),
    ("aabenhed", "Tjeklister"),
    ("åbenhed", "Tjeklister"),
    ("oevelse", "Tjeklister"),
    ("øvelser", "Tjeklister"),
    ("afkrydsning", "Tjeklister"),
    ("huskelister", "Tjeklister"),
    ("tjekliste", "Tjeklister"),
    ("vejleder", "Mentor"),
    ("mentorer", "Mentor"),
    ("hjælp til en mentor", "Mentor"),
    ("lederaspirant", "Formen og grundene til den"),
    ("aspiranter", "Formen og grundene til den"),
    ("opgaver slettes", "Sådan passer vi på oplysninger"),
    ("vejen", "1. møde: Afsæt"),
    ("dommer", "1. møde: Afsæt"),
    ("halvdagsseminar", "Mentor"),
]
ENGLISH = [
    ("meetings", "First meeting: setting out"),
    ("meeting", "First meeting: setting out"),
    ("confidential", "How we look after information"),
    ("agreement", "How we look after information"),
    ("checklist", "Checklists"),
    ("adviser", "Mentor"),
    ("rounds", "The form and its reasons"),
    ("judges", "First meeting: setting out"),
]


def test_danish_search_works_from_disk(site: Path, opened: Opened) -> None:
    page = opened((site / GUIDE).as_uri())

    missed = {query: found for query, wanted in DANISH if wanted not in (found := results(page, query))[:3]}

    assert missed == {}


def test_english_search_works_from_disk_and_finds_english_alone(site: Path, opened: Opened) -> None:
    page = opened((site / "en" / GUIDE).as_uri())

    missed = {query: found for query, wanted in ENGLISH if wanted not in (found := results(page, query))[:3]}

    assert missed == {}
    assert results(page, "møderne") == []


def test_search_by_keyboard_says_how_many_and_gives_the_focus_back(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri())
    page.get_by_role("link", name="Alle datoer").focus()
    page.keyboard.press("s")
    page.keyboard.type("fortrolighed")
    page.get_by_role("status").get_by_text("2 sider").wait_for()

    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") in ("./method.html", "./privacy.html")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.textContent").startswith("Alle datoer")
    assert page.get_by_role("status").inner_text() == ""


def test_who_tabs_past_the_search_opens_nothing_and_meets_no_more_stops(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri())
    field, panel = page.locator(".md-search__input"), page.locator(".gm-search[data-open]")
    page.locator(".gm-name").focus()

    page.keyboard.press("Tab")
    assert field.evaluate("field => document.activeElement === field")
    assert panel.count() == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.gm-search')") is None

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    assert panel.count() == 1
    page.keyboard.press("Escape")
    assert panel.count() == 0
    field.click()
    assert panel.count() == 1


def test_search_on_a_telephone_opens_by_its_button(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri(), width=390)
    button = page.get_by_role("button", name="Søg")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("tjeklister")
    page.locator(".md-search-result__link").first.wait_for()

    page.keyboard.press("Enter")

    page.wait_for_url("**/checklists.html")


def test_nothing_found_is_said_with_the_words_that_were_asked_for(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri())

    assert results(page, "<xyzq>") == []
    assert page.get_by_role("status").inner_text() == "Ingen sider med »<xyzq>«. Prøv et kortere ord."


def test_the_search_key_can_be_turned_off(site: Path, opened: Opened) -> None:
    page = opened((site / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.get_by_role("button", name="Slå tasten fra").click()
    page.reload()

    page.keyboard.press("s")

    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    ("today", "next_"),
    [
        ("2026-12-01", "Halvdagsseminar for mentorer"),
        ("2027-02-04", "1. møde: Afsæt"),
        ("2027-02-05", "Frist for opgave 1, hold A"),
        ("2027-05-13", "Samtaler med hver"),
    ],
)
def test_the_next_date_is_marked_by_the_readers_clock(site: Path, opened: Opened, today: str, next_: str) -> None:
    page = opened("about:blank")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{today}T09:00:00"))
    page.goto((site / "index.html").as_uri())

    assert page.locator(".gm-now a").inner_text().replace("\xa0", " ") == next_
    assert page.locator(".gm-dates > li:visible").count() == 5
    page.goto((site / "mentor.html").as_uri())
    assert page.locator(".gm-first h2").inner_text().replace("\xa0", " ") == next_


@pytest.mark.parametrize(
    ("today", "door", "next_"),
    [
        ("2026-12-01", "mentee", "2027-01-27"),  # the whole programme's list begins with 29 April, the group's with 27 January
        ("2027-04-29", "mentee", "2027-04-29"),
        ("2027-04-30", "mentee", "2027-10-07"),
        ("2026-12-01", "calendar", "2026-12-09"),
    ],
)
def test_of_several_lists_only_the_earliest_date_ahead_is_next(minimal: Path, opened: Opened, today: str, door: str, next_: str) -> None:
    page = opened("about:blank")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{today}T09:00:00"))
    page.goto((minimal / f"{door}.html").as_uri())

    assert page.locator(".gm-now time").evaluate_all("times => times.map(time => time.dateTime)") == [next_]
    assert page.locator(".gm-tag").count() == 1


def test_a_door_names_the_group_whose_date_is_next(nordby: Path, opened: Opened) -> None:
    page = opened("about:blank")
    page.clock.set_fixed_time(datetime.fromisoformat("2027-03-10T09:00:00"))
    page.goto((nordby / "mentee.html").as_uri())

    assert page.locator(".gm-first h2").inner_text().replace("\xa0", " ") == "Lederaspiranter, hold B: 2. gruppemøde"  # whose was not said

    page.clock.set_fixed_time(datetime.fromisoformat("2027-05-14T09:00:00"))
    page.reload()
    assert page.locator(".gm-first h2").inner_text() == "Alt det skrevne slettes"  # everybody's


def test_after_the_last_date_nothing_is_next(site: Path, opened: Opened) -> None:
    page = opened("about:blank")
    page.clock.set_fixed_time(datetime.fromisoformat("2028-01-01T09:00:00"))
    page.goto((site / "index.html").as_uri())

    assert page.locator(".gm-now").count() == 0
    assert page.locator(".gm-dates > li:visible").count() == 5


def test_the_current_item_is_marked_while_the_meeting_runs(site: Path, opened: Opened) -> None:
    page = opened("about:blank", timezone_id="Europe/Copenhagen")
    page.clock.set_fixed_time(datetime.fromisoformat("2027-02-04T16:15:00+01:00"))
    page.goto((site / GUIDE).as_uri())

    assert page.locator("[aria-current=time] b").inner_text() == "Vores aftale"

    page.clock.set_fixed_time(datetime.fromisoformat("2027-02-05T16:15:00+01:00"))
    page.reload()
    assert page.locator("[aria-current=time]").count() == 0


def test_words_to_say_are_copied_without_their_cue(address: str, opened: Opened) -> None:
    page = opened(f"{address}/{GUIDE}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiér: Før aftalen, 16.10").click()
    page.get_by_text("Kopieret").wait_for()

    assert (
        page.evaluate("navigator.clipboard.readText()")
        == "Hvad skal der til, for at du kan sige noget her, som du ikke har sagt på dit arbejde?"
    )


def test_a_letter_is_copied_with_its_lists_and_without_its_subject(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "letters.html").as_uri(), permissions=["clipboard-read", "clipboard-write"])
    letter = page.locator("#letter-mentor-invitation ~ .gm-fold").first
    letter.locator("summary").click()
    letter.get_by_role("button", name="Kopiér: Emne: ").click()
    page.get_by_text("Kopieret").wait_for()

    page.evaluate("document.body.prepend(Object.assign(document.createElement('div'), { id: 'mail', contentEditable: 'true' }))")
    page.locator("#mail").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#mail li").count() >= 3
    assert page.locator("#mail").inner_text().startswith("Kære")
    assert page.locator("#mail").get_by_text("Kopiér").count() == 0


@pytest.mark.parametrize("way", ["disk", "server"])
def test_no_request_leaves_the_site(site: Path, address: str, opened: Opened, way: str) -> None:
    home = site.as_uri() if way == "disk" else address
    asked: list[str] = []
    page = opened("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    for name in ("index.html", GUIDE, "en/method.html"):
        page.goto(f"{home}/{name}")
        page.keyboard.press("s")
        page.keyboard.type("mentor")
        page.locator(".md-search-result__item").first.wait_for()

    assert [url for url in asked if not url.startswith(home)] == []
    assert any("search_index.js" in url for url in asked)


def test_the_search_index_waits_until_it_is_needed(address: str, opened: Opened) -> None:
    asked: list[str] = []
    page = opened("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/index.html")
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if "search_index" in url] == []
