"""What a look at the pages showed once and must not show again: long names, wide logos, tables in notes, dates on a telephone."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Opened
from tests.browser.everywhere import TEXT, crowded, unsaid
from tests.helpers import ROOT

pytestmark = pytest.mark.browser

LONG = """\
organisation: {name: Partnerskabet om fælles ledelsesudvikling i Børne- og Ungdomsforvaltningen i Midt- og Vestjylland}
brand: {primary: "#ffd400", logo: logo.svg}
languages: [da]
programme:
  name: Gruppementorordningen i Børne- og Ungdomsforvaltningen
  strategy: Fælles ledelsesgrundlag
groups:
  - {name: "Børne- og Ungdomsforvaltningen, hold Nord", cohort: acting-leaders, first_meeting: 2027-02-03}
"""
WIDE_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 60"><path d="M10 10h580v40H10z" fill="#222"/></svg>'
NOTES = ("groups/kvinder/meeting-2.html", "roles.html", "what-is-it.html", "budget.html", "course-on-a-page.html", "index.html")
STICKS_OUT = "document.documentElement.scrollWidth - innerWidth"
LINES_OF_FIRST_WORD = """words => {
  const range = document.createRange()
  range.setStart(words.firstChild, 0)
  range.setEnd(words.firstChild, words.textContent.indexOf(' '))
  return range.getClientRects().length
}"""


@pytest.fixture(scope="module")
def long_named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A partnership with a long name, a wide logo and a yellow colour, as a website."""
    folder, out = tmp_path_factory.mktemp("partnerskab"), tmp_path_factory.mktemp("udgivet") / "site"
    (folder / "organisation.yaml").write_text(LONG, encoding="utf-8")
    (folder / "logo.svg").write_text(WIDE_LOGO, encoding="utf-8")
    call = [sys.executable, "build.py", "build", str(folder), "--only", "site", "--out", str(out), "-q"]
    subprocess.run(call, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out


@pytest.mark.parametrize("width", [320, 390])
def test_no_table_in_a_note_sticks_out(nordby: Path, opened: Opened, width: int) -> None:
    page = opened((nordby / NOTES[0]).as_uri(), width=width)
    found = {}
    for name in NOTES:
        page.goto((nordby / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(note => { note.open = true })")
        found[name] = page.evaluate(STICKS_OUT)

    assert found == dict.fromkeys(NOTES, 0)


def test_a_row_of_two_columns_takes_the_whole_width_where_they_stand_below_each_other(nordby: Path, opened: Opened) -> None:
    """At 320 pixels a row's name kept to a third of the page and broke after three letters."""
    page = opened((nordby / "seminar.html").as_uri(), width=320)
    table = page.locator("table.gm-pair").last
    name, whole = table.locator("tbody th").first.bounding_box(), table.bounding_box()

    assert name
    assert whole
    assert name["width"] == whole["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_long_name_and_a_wide_logo_leave_the_header_low(long_named: Path, opened: Opened) -> None:
    page = opened((long_named / "index.html").as_uri(), width=390)

    assert page.locator(".gm-top").bounding_box()["height"] <= 120  # type: ignore[index]  # 330 before
    assert page.locator(".gm-name > span").bounding_box()["width"] >= 110  # type: ignore[index]


def test_a_door_finds_room_for_a_groups_long_name_in_large_letters(long_named: Path, opened: Opened) -> None:
    page = opened((long_named / "hr.html").as_uri(), width=390)

    assert crowded(page) == []  # »Ungdomsforvaltningen« stuck out by 34


@pytest.mark.parametrize("root", ["", "en/"])
def test_at_320_pixels_search_and_menu_stand_side_by_side(nordby: Path, opened: Opened, root: str) -> None:
    """In English »Menu« stood alone on a line below."""
    page = opened((nordby / root / "mentor.html").as_uri(), width=320)
    tops = page.locator(".gm-top .gm-field:visible").evaluate_all("fields => fields.map(field => field.getBoundingClientRect().top)")

    assert len(tops) == 2
    assert tops[0] == tops[1]


@pytest.mark.parametrize("wide", ["1rem", "2rem", "4rem", "9rem"])
def test_no_logo_breaks_the_first_word_of_the_name(long_named: Path, opened: Opened, wide: str) -> None:
    """Beside a square logo »Gruppementorordningen« ended after »ordnin«."""
    page = opened((long_named / "index.html").as_uri(), width=390)
    page.add_style_tag(content=f".gm-logo {{ width: {wide} !important }}")

    assert page.locator(".gm-name > span").evaluate(LINES_OF_FIRST_WORD) == 1
    assert page.evaluate(STICKS_OUT) == 0


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_word_of_a_long_title_is_cut(long_named: Path, opened: Opened, width: int) -> None:
    page = opened((long_named / "index.html").as_uri(), width=width)
    page.add_style_tag(content="h1 { overflow-wrap: normal !important }")

    assert page.evaluate("document.querySelector('h1').scrollWidth - document.querySelector('h1').clientWidth") == 0
    assert page.evaluate(STICKS_OUT) == 0


def test_the_open_menu_leaves_the_name_beside_its_logo(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "index.html").as_uri(), width=390)
    page.get_by_role("button", name="Menu").click()
    logo, name = (page.locator(place).first.bounding_box() for place in (".gm-logo:visible", ".gm-name > span"))

    assert logo
    assert name
    assert name["x"] > logo["x"] + logo["width"]


@pytest.mark.parametrize("width", [390, 1440])
def test_a_doors_first_date_keeps_clear_of_its_words(nordby: Path, opened: Opened, width: int) -> None:
    page = opened((nordby / "hr.html").as_uri(), width=width)
    day, words = (page.locator(place).bounding_box() for place in (".gm-d", ".gm-first h2"))

    assert day
    assert words
    assert words["x"] >= day["x"] + day["width"] or words["y"] >= day["y"] + day["height"]


def test_a_dates_day_and_month_stand_on_one_line(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "hr.html").as_uri(), width=390)
    heights = page.locator(".gm-dates > li > time").evaluate_all(
        "times => times.map(time => time.firstChild).map(words => { "
        "const range = document.createRange(); range.selectNodeContents(words); return range.getClientRects().length })"
    )

    assert max(heights) <= 2  # the day and its month; below it the year


RING = 8  # pixels outside what has the focus
FIRST_LINE = """element => {
  const range = document.createRange()
  range.selectNodeContents(element)
  const [line] = range.getClientRects()
  return line.bottom
}"""
LINES_OF_LINKS = "part => new Set([...part.querySelectorAll('a')].map(link => Math.round(link.getBoundingClientRect().top))).size"
LAST_IN_SIGHT = """column => {
  const links = column.querySelectorAll('a'), box = links[links.length - 1].getBoundingClientRect()
  return box.top >= 0 && box.bottom <= innerHeight
}"""


@pytest.mark.parametrize("name", ["letters", "forms", "glossary", "groups/hold-1/meeting-1"])
def test_no_column_beside_a_page_scrolls_on_its_own_and_each_is_seen_to_its_end(minimal: Path, opened: Opened, name: str) -> None:
    page = opened((minimal / f"{name}.html").as_uri(), height=600)
    columns = page.locator(".gm-page > .gm-side, .gm-aside")
    assert columns.evaluate_all("columns => columns.map(column => getComputedStyle(column).overflowY)") == ["visible", "visible"]
    assert max(columns.evaluate_all("columns => columns.map(column => column.offsetHeight)")) > 600

    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")

    assert [column.evaluate(LAST_IN_SIGHT) for column in columns.all()] == [True, True]


def test_a_mentor_sees_the_group_and_a_sponsor_the_hours_at_home(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "mentor.html").as_uri(), width=390)
    drawing = page.get_by_role("img", name="Én mentor og seks mentees")
    assert drawing.is_visible()

    page.goto((minimal / "sponsor.html").as_uri())

    hours, dates = (page.locator(place).bounding_box() for place in (".gm-hours", ".gm-dates >> nth=0"))
    assert hours
    assert dates
    assert hours["y"] + hours["height"] < dates["y"]
    assert page.get_by_text("for deltagerne, 15–21 til hver").is_visible()


@pytest.mark.parametrize("name", ["risks", "mentor", "letters", "groups/hold-1/meeting-2"])
def test_a_telephone_says_what_a_wide_screen_says(minimal: Path, opened: Opened, name: str) -> None:
    wide, narrow = (opened((minimal / f"{name}.html").as_uri(), width=width).evaluate(TEXT) for width in (1440, 390))

    assert len(wide) > 10
    assert unsaid(wide, narrow) == []  # the table of risks was hidden with the tools of the head


def test_a_long_page_has_its_list_of_contents_on_a_telephone_too(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "letters.html").as_uri(), width=390)

    page.get_by_role("navigation", name="På siden").get_by_role("link", name="Brev til de nærmeste ledere").click()

    assert page.url.endswith("#letter-line-manager")


def test_a_doors_next_date_stays_on_one_line(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "index.html").as_uri(), width=390)
    lines = page.locator(".gm-next time:visible").evaluate_all("times => times.map(time => time.getClientRects().length)")

    assert lines == [1] * 5  # »9. | december 2026« before


def test_the_register_of_risks_uses_the_room_beside_it(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "risks.html").as_uri())

    table = page.locator("table.gm-wide").bounding_box()
    assert table is not None
    assert table["width"] > 800
    assert page.evaluate(STICKS_OUT) == 0


@pytest.mark.parametrize(
    ("name", "wanted"), [("groups/hold-1/meeting-1", "Læg mødet i din kalender"), ("is-this-for-us", "Passer det til os? På ét ark")]
)
def test_what_can_be_fetched_is_seen_once_at_every_width(minimal: Path, opened: Opened, name: str, wanted: str) -> None:
    page = opened((minimal / f"{name}.html").as_uri())
    fetched = page.locator("a[href*='downloads/']").get_by_text(wanted, exact=True).locator("visible=true")
    assert fetched.count() == 1

    page.set_viewport_size({"width": 390, "height": 844})
    assert fetched.count() == 1

    page.get_by_role("navigation", name="På siden").get_by_role("link", name="Hent og udskriv").click()
    assert fetched.first.evaluate("link => { const box = link.getBoundingClientRect(); return box.top < innerHeight }")


@pytest.mark.parametrize("role", ["hr", "sponsor"])
def test_a_long_door_says_at_its_top_where_everything_is(minimal: Path, opened: Opened, role: str) -> None:
    page = opened((minimal / f"{role}.html").as_uri(), width=390)
    links = page.get_by_role("navigation", name="På siden").get_by_role("link")
    headings = page.locator(".gm-body section > h2").all_inner_texts()

    assert [heading for heading in headings if heading not in links.all_inner_texts()] == []
    for link in links.all():
        assert page.locator(link.get_attribute("href") or "").count() == 1
    box = links.first.bounding_box()
    assert box
    assert box["y"] < 844


def test_a_cell_to_write_in_has_its_name_over_a_line_on_a_telephone(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "sample-answers.html").as_uri(), width=390)
    cells = page.locator("td[data-label]:empty")

    assert cells.count() > 1
    for cell in cells.all():
        assert cell.evaluate("cell => parseFloat(getComputedStyle(cell).borderBottomWidth)") == 1
        box = cell.bounding_box()
        assert box
        assert box["height"] >= 45


def test_no_chapter_of_a_doors_pages_is_parted_by_a_column(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "sponsor.html").as_uri())
    columns = page.locator(".gm-chapters > div").evaluate_all("chapters => chapters.map(chapter => chapter.getClientRects().length)")

    assert len(columns) > 5
    assert max(columns) == 1  # the second column began in the middle of a chapter, under no heading


def test_the_facts_of_a_homework_stand_beside_their_names_on_a_telephone(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "groups" / "hold-1" / "homework-1.html").as_uri(), width=390)
    rows = page.locator(".gm-facts tbody tr")

    assert rows.count() > 4
    for row in rows.all():
        name, fact = (cell.bounding_box() for cell in row.locator("th, td").all())
        assert name
        assert fact
        assert (name["y"], name["x"] + name["width"]) == pytest.approx((fact["y"], fact["x"]), abs=1)


@pytest.mark.parametrize("name", ["letters", "groups/hold-1/meeting-1", "is-this-for-us", "hr", "index"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_pages_text_keeps_clear_of_what_opens_it(minimal: Path, opened: Opened, name: str, width: int) -> None:
    page = opened((minimal / f"{name}.html").as_uri(), width=width)
    opening, first = page.locator(".gm-opening").bounding_box(), page.locator(".gm-body > *").first.bounding_box()

    assert opening
    assert first
    assert first["y"] - (opening["y"] + opening["height"]) >= 16


@pytest.mark.parametrize(("name", "kind"), [("questions", "gm-questions"), ("roles", "gm-roles"), ("homework", "gm-pair.gm-named")])
def test_tables_of_one_kind_have_their_columns_below_each_other(nordby: Path, opened: Opened, name: str, kind: str) -> None:
    page = opened((nordby / f"{name}.html").as_uri())
    edges = page.locator(f"table.{kind}").evaluate_all(
        "tables => tables.map(table => [...table.querySelectorAll('thead th')].map(th => Math.round(th.getBoundingClientRect().left)))"
    )

    assert len(edges) >= 3
    assert len({tuple(lefts) for lefts in edges}) == 1


def test_the_names_of_a_homeworks_facts_stand_on_one_line(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "groups" / "hold-a" / "homework-2.html").as_uri())
    heights = page.locator(".gm-frame :is(thead, tbody) th:first-child").evaluate_all(
        "cells => cells.map(cell => { const range = document.createRange(); range.selectNodeContents(cell); "
        "return range.getClientRects().length })"
    )

    assert set(heights) == {1}  # »Det skal du | vide« before


TINT = (236, 245, 252)


def tints(page: Page, row: Locator) -> set[tuple[int, ...]]:
    """The colours a few points before a row's words and after them."""
    box = row.bounding_box()
    assert box
    with Image.open(BytesIO(page.screenshot())) as picture:
        image = picture.convert("RGB")
        top, sides = int(box["y"] + 6), (int(box["x"] - 6), int(box["x"] + box["width"] + 6))
        return {tuple(image.crop((x, top, x + 1, top + 1)).tobytes()) for x in sides}


@pytest.mark.parametrize("width", [390, 1440])
def test_the_next_row_of_a_month_is_tinted_beyond_its_words(nordby: Path, opened: Opened, width: int) -> None:
    page = opened("about:blank", width=width)
    page.clock.install(time="2027-02-04T08:00:00")
    page.goto((nordby / "calendar.html").as_uri())
    row = page.locator(".gm-months .gm-now")
    row.scroll_into_view_if_needed()

    assert tints(page, row) == {TINT}
    assert page.evaluate(STICKS_OUT) == 0


def test_below_a_drawing_what_unfolds_keeps_to_the_text(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "course-on-a-page.html").as_uri(), width=390)
    fold, text = (page.locator(place).bounding_box() for place in (".gm-figure details", ".gm-body > p >> nth=0"))

    assert fold
    assert text
    assert fold["x"] == text["x"]  # the drawing alone reaches into the margin


@pytest.mark.parametrize("width", [390, 1440])
def test_the_item_that_runs_is_tinted_beyond_its_words(nordby: Path, opened: Opened, width: int) -> None:
    page = opened("about:blank", width=width)
    page.clock.install(time="2027-03-04T16:10:00")
    page.goto((nordby / "groups" / "hold-a" / "meeting-2.html").as_uri())
    row = page.locator(".gm-running")
    row.scroll_into_view_if_needed()

    assert tints(page, row) == {TINT}
    assert page.evaluate(STICKS_OUT) == 0


def test_a_lost_reader_finds_the_chapters_in_even_columns(nordby_address: str, opened: Opened) -> None:
    page = opened("about:blank")
    page.route("**/nowhere.html", lambda route: route.fulfill(response=route.fetch(), status=200))  # 404 is said in the console
    page.goto(f"{nordby_address}/nowhere.html")
    tops = page.locator("#gm-nav li").evaluate_all("items => items.map(item => Math.round(item.getBoundingClientRect().top))")

    assert len({top for top in tops if top - min(tops) < 10}) == 1
    assert tops.count(min(tops)) == 3


def test_large_letters_leave_a_date_room_for_its_words(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "mentor.html").as_uri())
    page.add_style_tag(content="html { font-size: 200% }")
    widths = page.locator(".gm-hang > li > :last-child:visible").evaluate_all("words => words.map(one => one.offsetWidth)")

    assert min(widths) >= 200  # 8 before: a letter a line
    assert page.locator(".gm-first h2").evaluate("heading => heading.offsetWidth") >= 150


def test_the_ring_around_the_next_step_keeps_clear_of_its_heading(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "groups" / "hold-1" / "meeting-1.html").as_uri(), width=390)
    heading, step = (page.locator(place).bounding_box() for place in (".gm-after .gm-small", ".gm-after a"))

    assert heading
    assert step
    assert step["y"] - (heading["y"] + heading["height"]) >= 5  # the ring is 8 wide, and the heading's line has 3 to spare


@pytest.mark.parametrize("name", ["meeting-1", "meeting-2"])
@pytest.mark.parametrize("width", [768, 1440])
def test_the_step_before_and_the_step_after_stand_on_one_line(nordby: Path, opened: Opened, name: str, width: int) -> None:
    """The shorter of the two hung at the foot of the other, and its letters two pixels below."""
    page = opened((nordby / "groups" / "hold-a" / f"{name}.html").as_uri(), width=width)

    for place in (".gm-small", "a"):
        before, after = (page.locator(f"{side} {place}").evaluate(FIRST_LINE) for side in (".gm-before", ".gm-after"))
        assert before == pytest.approx(after, abs=0.5), place


def test_a_letters_files_stand_together_on_a_telephone(nordby: Path, opened: Opened) -> None:
    page = opened((nordby / "letters.html").as_uri(), width=390)
    lines = page.locator(".gm-fetch:has(span)").evaluate_all(f"letters => letters.map({LINES_OF_LINKS})")

    assert len(lines) > 10
    assert set(lines) == {1}  # »Ren tekst« alone on a line of its own


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_the_ring_around_the_search_keeps_clear_of_what_is_above_and_below(nordby: Path, opened: Opened, width: int) -> None:
    page = opened((nordby / "index.html").as_uri(), width=width)
    page.keyboard.press("s")
    page.keyboard.type("møde")
    page.locator(".md-search-result__item").first.wait_for()
    field, found = (page.locator(place).bounding_box() for place in (".gm-search input", ".gm-found"))

    assert field
    assert found
    assert found["y"] - (field["y"] + field["height"]) >= RING
    for button in page.locator(".gm-top button:visible:not(.gm-found button)").all():
        box = button.bounding_box()
        assert box
        assert field["y"] - (box["y"] + box["height"]) >= RING or box["y"] >= field["y"] - 1


def test_on_paper_the_squares_of_the_bases_are_told_apart(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "is-this-for-us.html").as_uri(), width=800)
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.querySelector('.gm-basis'), '::before').printColorAdjust") == "exact"
    foot, last = (page.locator(place).last.bounding_box() for place in (".gm-foot", ".gm-basis"))
    assert foot
    assert last
    assert foot["y"] - (last["y"] + last["height"]) >= 16


def test_paper_asks_for_no_ticks_that_it_cannot_answer(minimal: Path, opened: Opened) -> None:
    page = opened((minimal / "is-this-for-us.html").as_uri(), width=800)
    answer = page.locator(".gm-verdict")
    page.emulate_media(media="print")
    assert not answer.is_visible()

    page.emulate_media(media="screen")
    page.locator("main input").first.check()
    page.emulate_media(media="print")

    assert answer.is_visible()
