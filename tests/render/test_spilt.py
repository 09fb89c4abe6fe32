"""Which sheets are set tighter: those whose last page holds a few lines alone, with what stands on the page before."""

from kit.render import spilt
from kit.render.spilt import Laid


def test_a_sheet_that_ends_a_few_lines_down_a_page_of_its_own_has_spilt() -> None:
    pages = [Laid(("cover",), 0.9), Laid(("dates", "guide"), 0.95), Laid(("guide",), 0.2), Laid(("log",), 0.2)]

    assert spilt.spilt(pages) == {"guide": {"dates", "guide"}}


def test_a_fuller_page_and_one_that_others_share_stay() -> None:
    assert spilt.spilt([Laid(("guide",), 0.95), Laid(("guide",), 0.4)]) == {}
    assert spilt.spilt([Laid(("guide",), 0.95), Laid(("guide", "log"), 0.2)]) == {}


def test_only_the_named_sheets_are_set_tighter() -> None:
    html = '<section class="gm-sheet" id="guide"><section class="gm-sheet" id="log">'

    assert spilt.tightened(html, {"log"}) == '<section class="gm-sheet" id="guide"><section class="gm-tight gm-sheet" id="log">'
