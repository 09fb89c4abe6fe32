"""Sheets that promise to be one page are one page, whoever prints them."""

import io

import pikepdf
import pytest

from kit.render import pdf
from tests import composed
from tests.helpers import HOME

ORGANISATIONS = (("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en"))


@pytest.mark.parametrize(("organisation", "language"), ORGANISATIONS)
def test_the_test_fits_on_one_sheet(organisation: str, language: str) -> None:
    pack = next(pack for pack in composed.packs(organisation, language) if pack.name == "sheets/is-this-for-us")

    with pikepdf.open(io.BytesIO(pdf.render(pack, HOME.themes))) as printed:
        assert len(printed.pages) == 1
