"""Every group's homework has its page: what to write, by when, how long, and who reads it."""

from functools import cache
from pathlib import Path

import pytest

from kit import compose
from kit.compose import homework
from kit.model.book import Book
from kit.pipeline import Known
from tests import composed
from tests.helpers import known, voice

GROUP = """\
organisation: {{name: Lilleby Kommune}}
programme: {{strategy: Ledelsesgrundlag}}
cohorts: {{ledere-der-skriver: {{name: Ledere, der skriver, based_on: acting-leaders, homework: written}}}}
groups:
  - {{name: Hold 1, first_meeting: 2027-08-24, {fields}}}
"""


def made(folder: Path, fields: str) -> Known:
    return known(folder, GROUP.replace("Ledere, der skriver", "Skrivende ledere").format(fields=fields))


def ids(found: Known) -> list[str]:
    (group,) = found.programme.groups
    gaps = (homework.given(found.library, found.source.organisation, group, meeting.number) for meeting in group.meetings)
    return [gap.id if gap else "" for gap in gaps]


@pytest.mark.parametrize(("fields", "expected"), [
    ("cohort: aspiring-leaders", ["aspiring-1", "aspiring-2", "aspiring-3", ""]),
    ("cohort: aspiring-leaders, meetings: 2", ["aspiring-3", ""]),
    ("cohort: aspiring-leaders, meetings: 3", ["aspiring-1", "aspiring-3", ""]),
    ("cohort: aspiring-leaders, meetings: 3, closing_conversations: true", ["aspiring-1", "aspiring-2", "aspiring-3"]),
    ("cohort: aspiring-leaders, meetings: 5", ["aspiring-1", "aspiring-2", "aspiring-3", "aspiring-3", ""]),
    ("cohort: acting-leaders", ["acting-1", "acting-2", "acting-3", ""]),
    ("cohort: acting-leaders, closing_conversations: true", ["acting-1", "acting-2", "acting-3", "closing"]),
    ("cohort: ledere-der-skriver", ["acting-1-written", "acting-2-written", "acting-3-written", ""]),
])  # fmt: skip
def test_a_gap_has_the_homework_that_the_next_meeting_builds_on(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert ids(made(tmp_path, fields)) == expected


@pytest.mark.parametrize("meetings", range(2, 9))
@pytest.mark.parametrize("cohort", ["aspiring-leaders", "acting-leaders", "ledere-der-skriver"])
def test_there_is_something_to_take_home_between_any_two_meetings(tmp_path: Path, cohort: str, meetings: int) -> None:
    assert all(ids(made(tmp_path, f"cohort: {cohort}, meetings: {meetings}, weeks_between: 2"))[:-1])


def test_homework_that_comes_twice_says_so(tmp_path: Path) -> None:
    found = made(tmp_path, "cohort: aspiring-leaders, meetings: 5")
    book = compose.book(found.source.organisation, found.programme, found.library, voice("da"))

    said = {page.id: "Opgaven er den samme som sidst." in page.markdown for page in book.pages if "/homework-" in page.id}
    assert said == {f"groups/hold-1/homework-{gap}": gap == 4 for gap in (1, 2, 3, 4)}


def test_a_homework_is_never_longer_than_the_group_allows(tmp_path: Path) -> None:
    found = made(tmp_path, "cohort: aspiring-leaders, homework: {max_pages: 1}")
    (group,) = found.programme.groups

    assert homework.length(found.source.organisation, group, found.library.assignments["aspiring-3"]) == 1


@cache
def pages(language: str) -> dict[str, str]:
    return {page.id: page.markdown for page in composed.book("nordby", language).pages}


@pytest.mark.parametrize(("language", "expected"), [
    ("da", ["mandag den 1. marts kl. 12.00", "højst én A4-side", "kun din mentor", "senest den 14. maj 2027"]),
    ("en", ["Monday 1 March at 12:00", "at most one A4 page", "only your mentor", "by 14 May 2027"]),
])  # fmt: skip
def test_the_page_says_when_how_long_who_reads_and_when_it_goes(language: str, expected: list[str]) -> None:
    assert [words for words in expected if words not in pages(language)["groups/hold-a/homework-1"]] == []


def test_leaders_get_questions_to_carry_and_no_deadline() -> None:
    carried = pages("da")["groups/kvinder/homework-1"]

    assert "Du skal ikke aflevere noget." in carried
    assert "Frist" not in carried


def test_after_the_last_meeting_there_is_homework_only_for_a_conversation() -> None:
    assert [id for id in pages("da") if "/homework-4" in id or id == "groups/hold-a/homework-3"] == ["groups/hold-a/homework-3"]
    assert "{ #closing }" in pages("da")["groups/hold-a/homework-3"]


@pytest.mark.parametrize(("language", "shared", "at_the_meeting"), [
    ("da", "Holdet må gerne læse med", "ikke gået igennem på mødet"),
    ("en", "The group may read it too", "not gone through at the meeting"),
])  # fmt: skip
def test_what_only_the_mentor_reads_says_nothing_of_sharing_it_at_a_meeting(language: str, shared: str, at_the_meeting: str) -> None:
    for number, met in [(2, True), (3, False)]:  # the group shares its answers; the third is for the conversation
        page = pages(language)[f"groups/hold-a/homework-{number}"]
        assert ((shared in page), (at_the_meeting in page)) == (met, met)


@cache
def book() -> Book:
    return composed.book("nordby", "da")


def test_the_way_to_the_homework_goes_from_the_door_the_guide_and_the_overview() -> None:
    door = next(page for page in book().pages if page.id == "mentee")
    targets = {date["target"] for group in door.data["groups"] for date in group["dates"]}

    assert {"groups/hold-a/homework-1.html", "groups/hold-a/homework-3.html"} <= targets
    assert "(homework-1.html). Frist mandag den 1. marts kl. 12.00." in pages("da")["groups/hold-a/meeting-1"]
    assert 'href="groups/kvinder/homework-2.html"' in pages("da")["homework"]
