"""Sheets that promise to be one page are one page, whoever prints them."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from kit.render import pdf
from tests import composed
from tests.helpers import HOME

ORGANISATIONS = (("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en"))


@pytest.mark.parametrize("name", ["is-this-for-us", "privacy-notice"])
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
