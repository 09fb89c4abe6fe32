"""Sheets that promise to be one page are one page, whoever prints them."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from kit.model import sheets
from kit.render import pdf
from tests import composed
from tests.helpers import HOME

ORGANISATIONS = (("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en"))


@pytest.mark.parametrize("name", ["is-this-for-us", "line-manager-sheet", "privacy-notice", "h1", "h5", "h10", "h12", "h13"])
@pytest.mark.parametrize(("organisation", "language"), ORGANISATIONS)
def test_it_fits_on_one_sheet(organisation: str, language: str, name: str) -> None:
    pack = next(pack for pack in composed.packs(organisation, language) if pack.name == f"sheets/{name}")

    with pikepdf.open(io.BytesIO(pdf.render(pack, HOME.themes))) as printed:
        assert len(printed.pages) == 1


@pytest.mark.parametrize(("organisation", "language"), ORGANISATIONS)
def test_the_mandate_stands_on_one_page_with_its_signatures(organisation: str, language: str) -> None:
    """Heading and table came apart, and what is signed was on another page than who signs it."""
    pack = next(pack for pack in composed.packs(organisation, language) if pack.name == "coordinator-guide")
    mandate = {"da": ("Kommissorium for", "For mentorerne"), "en": ("Mandate for", "For the mentors")}[language]

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(pack, HOME.themes))).pages]
    (here,) = (page for page in pages if mandate[0] in page)
    assert mandate[1] in here


@pytest.mark.parametrize(
    ("organisation", "language", "group"),
    [("nordby", "da", "kvinder"), ("nordby", "en", "kvinder"), ("nordby", "en", "hold-a"), ("fjordene", "en", "fjord-group")],
)
def test_the_agenda_of_each_meeting_lies_beside_its_guide(organisation: str, language: str, group: str) -> None:
    """One sentence too many pushed the last words to say onto a page of their own, and the agenda overleaf."""
    pack = next(pack for pack in composed.packs(organisation, language) if pack.name == f"mentor-guide-{group}")
    guide, agenda = {"da": ("Før mødet", "Rækkernes højde"), "en": ("Before the meeting", "The height of")}[language]

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(pack, HOME.themes))).pages]
    beside = [(number, guide in pages[number - 2]) for number, page in enumerate(pages, 1) if agenda in page]
    assert len(beside) == sum(isinstance(sheet.holds, sheets.Agenda) for sheet in pack.sheets)
    assert [(number % 2, found) for number, found in beside] == [(1, True)] * len(beside)
