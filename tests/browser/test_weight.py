"""What a visit weighs on the wire with the documented gzip, and Lighthouse's verdict on four pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import lighthouse

pytestmark = pytest.mark.browser

FIRST, NEXT = 300_000, 60_000
PAGES = tuple(lighthouse.PAGES.values())


def on_the_wire(chromium: Browser, *addresses: str) -> list[int]:
    """Bytes that a browser with an empty cache receives for each of these visits, headers included; no search is made."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    weights = []
    for address in addresses:
        received.clear()
        page.goto(address, wait_until="networkidle")
        weights.append(int(sum(received)))
    context.close()
    return weights


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("page", PAGES)
def test_a_first_visit_and_the_next_page_are_light(chromium: Browser, nordby_address: str, root: str, page: str) -> None:
    first, following = on_the_wire(chromium, f"{nordby_address}/{root}{page}", f"{nordby_address}/{root}homework.html")

    assert 10_000 < first <= FIRST
    assert 1_000 < following <= NEXT


def test_no_page_of_the_handbook_is_heavy(nordby: Path) -> None:
    """Uncompressed, without what all pages share: a page that is next is never more than this."""
    assert [page.name for page in nordby.rglob("*.html") if page.stat().st_size > NEXT] == []


@pytest.mark.slow
def test_lighthouse_is_pleased(nordby_address: str) -> None:
    short = {
        name: {category: score for category, score in scores.items() if score < lighthouse.LEAST[category]}
        for name, scores in lighthouse.medians(nordby_address)
    }

    assert short == {name: {} for name in lighthouse.PAGES}
