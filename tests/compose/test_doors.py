"""A role's home: what it opens with, and the dates of its tasks."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.composed import book


def _page(name: str, page: str, language: str = "en") -> Mapping[str, Any]:
    return next(found for found in book(name, language).pages if found.id == page).data


@pytest.mark.parametrize(
    ("role", "task", "when"),
    [
        ("hr", "Get the mentors’ word that everything written is deleted", "14 May"),
        ("hr", "Hand the report to the sponsor", "3 Jun"),
        ("mentor", "Delete all that the group has written to you and tell the coordinator", "13 May"),
    ],
)
def test_a_task_after_the_end_counts_from_the_last_group_of_all(role: str, task: str, when: str) -> None:
    tasks = _page("nordby", role)["tasks"]

    assert [row["when"] for row in tasks if row["title"] == task] == [when]


@pytest.mark.parametrize(
    ("name", "mentors"),
    [("nordby", "each with an experienced leader as mentor"), ("fjordene", "with two experienced leaders as mentors")],
)
def test_the_front_page_counts_the_mentors(name: str, mentors: str) -> None:
    page = next(page for page in book(name, "en").pages if page.id == "index")

    assert mentors in page.markdown


def test_a_groups_own_list_does_not_say_its_name_again() -> None:
    whole, own = _page("fjordene", "mentor")["groups"]

    assert (whole["title"], own["title"]) == ("The whole programme", "Fjord group")
    assert [row["title"] for row in own["dates"]][:2] == ["First group meeting", "Second group meeting"]
