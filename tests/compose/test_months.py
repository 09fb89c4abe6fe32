"""All dates month by month."""

import re

import pytest

from tests.composed import book
from tests.helpers import example


@pytest.mark.parametrize(("name", "language"), [("minimal", "da"), ("nordby", "da"), ("nordby", "en"), ("fjordene", "en")])
def test_every_date_of_the_programme_stands_in_its_month(name: str, language: str) -> None:
    page = next(page for page in book(name, language).pages if page.id == "calendar")
    months = re.split(r"\n## .*\{ #([0-9]{4}-[0-9]{2}) \}\n", page.markdown)[1:]

    found = [
        (month, on) for month, text in zip(months[::2], months[1::2], strict=True) for on in re.findall('<time datetime="([^"]+)"', text)
    ]

    assert found == [(f"{event.on:%Y-%m}", event.on.isoformat()) for event in example(name).programme.events]


def test_a_row_says_day_hours_what_and_where() -> None:
    page = next(page for page in book("nordby", "da").pages if page.id == "calendar")

    row = next(line for line in page.markdown.splitlines() if "2027-01-20" in line)

    assert row == (
        '<tr><th scope="row"><time datetime="2027-01-20">Onsdag den 20.</time></th><td data-label="Tid">8.30–12.30</td>'
        '<td data-label="Hvad"><a href="seminar.html">Seminar for mentorer</a>'
        '<span class="gm-r">Rådhuset, mødelokale 2</span></td></tr>'
    )


def test_mentor_meetings_before_and_after_a_round_are_told_apart() -> None:
    page = next(page for page in book("nordby", "en").pages if page.id == "calendar")

    titles = re.findall(r">([^<]*[Mm]entor meeting[^<]*)</a>", page.markdown)

    assert titles[:4] == [
        "Mentor meeting before round 1",
        "Mentor meeting after round 1",
        "Mentor meeting before round 2",
        "Midway mentor meeting, after round 2",
    ]


def test_months_are_headed_in_the_readers_language() -> None:
    page = next(page for page in book("nordby", "da").pages if page.id == "calendar")

    headings = re.findall("(?m)^## (.*) {", page.markdown)

    assert headings == [
        "November 2026",
        "December 2026",
        "Januar 2027",
        "Februar 2027",
        "Marts 2027",
        "April 2027",
        "Maj 2027",
        "Juni 2027",
        "Oktober 2027",
        "November 2027",
    ]
