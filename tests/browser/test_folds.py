"""Long pages fold what is looked up one at a time: letters, fields of forms, examples of rules, a group's dates at HR's door."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.browser.conftest import Opened
from tests.browser.everywhere import pages

pytestmark = pytest.mark.browser

ENDLESS = 20_000  # px on a telephone; the list of rules is the longest page, and its own list of contents leads into it
FOLDED = ("letters", "forms", "overview", "hr")


def test_no_page_is_endless_on_a_telephone(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "index.html").as_uri(), width=390)
    heights = {}
    for name in (name for name in pages(nordby, "da") if name != "404.html"):  # which looks for its styles on a server
        page.goto((nordby / name).as_uri())
        heights[name] = page.evaluate("document.documentElement.scrollHeight")

    assert {name: height for name, height in heights.items() if height > ENDLESS} == {}
    assert {name: heights[f"{name}.html"] for name in FOLDED if heights[f"{name}.html"] > ENDLESS / 2} == {}


def test_a_letter_says_to_whom_and_when_and_offers_its_files(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "letters.html").as_uri(), width=390)
    line = page.locator("#letter-mentor-invitation + .gm-fetch")

    assert line.locator("> span").inner_text().replace("\xa0", " ") == "Til: Mentor · Sendes: 11. nov. 2026"
    assert line.get_by_role("link").evaluate_all("links => links.map(link => link.getAttribute('href'))") == [
        "downloads/da/letters/mentor-invitation.docx",
        "downloads/da/letters/mentor-invitation.txt",
    ]
    assert line.get_by_role("link", name="Word-fil (Brev til mulige mentorer)").is_visible()


@pytest.mark.parametrize(("root", "up"), [("", ""), ("en/", "../")])
def test_a_form_and_a_handout_offer_their_sheets(nordby: Path, opened: Opened, root: str, up: str) -> None:
    page = opened((nordby / root / "forms.html").as_uri())
    language = root.strip("/") or "da"

    assert page.locator("#form-pulse + .gm-fetch a").get_attribute("href") == f"{up}downloads/{language}/sheets/pulse.pdf"
    page.goto((nordby / root / "seminar.html").as_uri())
    assert page.locator(f"td a[href='{up}downloads/{language}/sheets/h9.pdf']").count() == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_a_letter_unfolds_with_scripts_and_without(nordby: Path, opened: Opened, scripts: bool) -> None:
    page = opened((nordby / "letters.html").as_uri(), width=390, java_script_enabled=scripts)
    words = page.get_by_text("Tak for den tid og den ærlighed, du har lagt")
    assert not words.is_visible()

    page.get_by_text("Emne: Tak", exact=True).click()

    assert words.is_visible()


def test_who_is_sent_to_a_letter_finds_it_open(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "letters.html").as_uri() + "#letter-thanks", width=390)
    assert page.locator("details[open] > summary").all_inner_texts() == ["Emne: Tak"]

    page.get_by_role("navigation", name="På siden").get_by_role("link", name="Brev fem måneder efter").click()

    assert page.get_by_text("For godt fem måneder siden sluttede jeres forløb.").is_visible()


def test_paper_shows_what_is_folded_and_no_files(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "letters.html").as_uri())
    page.emulate_media(media="print")

    assert page.get_by_text("Tak for den tid og den ærlighed, du har lagt").is_visible()
    assert page.locator(".gm-fetch a:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    signs = page.locator("details > summary").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert set(signs) == {"none"}
    page.goto((nordby / "hr.html").as_uri())
    assert page.locator(".gm-dates > li").evaluate_all("lines => lines.every(line => line.checkVisibility())")


@pytest.mark.parametrize(("today", "opens"), [("2026-12-01", 0), ("2027-02-03", 1)])
def test_the_list_that_holds_the_next_date_stands_open(nordby: Path, opened: Opened, today: str, opens: int) -> None:
    page = opened("about:blank", width=390)
    page.clock.set_fixed_time(datetime.fromisoformat(f"{today}T09:00:00"))
    page.goto((nordby / "hr.html").as_uri())

    assert page.locator("details.gm-more").count() == 3
    assert page.locator("details.gm-more[open]").count() == opens
    assert page.locator(".gm-now").is_visible()


def test_fields_that_the_same_people_read_say_it_once(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "forms.html").as_uri(), width=390)
    rows = page.locator("#form-confidentiality ~ details >> nth=0 >> css=tbody tr")

    assert rows.count() == 1
    assert rows.locator("th li").count() == 8
