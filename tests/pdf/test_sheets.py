"""Sheets that promise to be one page are one page, whoever prints them."""

import io

import pikepdf
import pytest

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
