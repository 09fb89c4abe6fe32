"""What lists the book itself: every meeting's guide is found from the page about meetings."""

import re

import pytest

from tests.composed import book

GUIDE = re.compile(r'<time datetime="([^"]+)">[^<]*</time> <div><a href="([^"]+)">([^<]+)</a> <span class="gm-r">([^<]+)</span>')


@pytest.mark.parametrize(("name", "language"), [("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en")])
def test_every_guide_stands_on_the_page_of_meetings_with_its_day_and_place(name: str, language: str) -> None:
    pages = {page.id: page for page in book(name, language).pages}
    guides = [(page.data["iso"], page.path, page.title) for page in pages.values() if page.layout == "guide"]

    found = GUIDE.findall(pages["meetings-overview"].markdown)

    assert len(guides) >= 4
    assert [(day, path, title) for day, path, title, _ in found] == guides
    assert all(re.search(r"\d\d[.:]\d\d", note) for *_, note in found)


def test_groups_are_told_apart_where_there_are_several() -> None:
    nordby, minimal = (
        next(page.markdown for page in book(name, "da").pages if page.id == "meetings-overview") for name in ("nordby", "minimal")
    )
    groups = ["### Kvinder i ledelse", "### Lederaspiranter, hold A", "### Lederaspiranter, hold B"]

    assert re.findall(r"^### .+$", nordby, re.MULTILINE)[:3] == groups
    assert "### Hold 1" not in minimal


def test_the_hours_that_the_mandate_grants_stand_in_the_memo_and_what_they_rest_on_in_the_budget_alone() -> None:
    """The mandate says `the hours in the memo`, and the memo's page had none; the assumptions stood in full on two pages."""
    pages = {page.id: page.markdown for page in book("nordby", "da").pages}

    assert "192.220" in pages["decision-memo"]
    assert [id for id in ("group-or-one-to-one", "budget", "decision-memo") if "Antagelserne, én for én" in pages[id]] == ["budget"]
    assert "Kvinder i ledelse" in pages["group-or-one-to-one"]


def test_the_hours_of_one_to_one_are_compared_on_one_page_and_the_budget_leads_there() -> None:
    pages = {page.id: page.markdown for page in book("nordby", "da").pages}

    assert [id for id, words in pages.items() if "hvis hver mentee i stedet havde sin egen" in words] == ["group-or-one-to-one"]
    assert "(group-or-one-to-one.html)" in pages["budget"]
