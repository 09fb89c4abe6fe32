"""A role's home: what it opens with, and the dates of its tasks."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kit import pipeline
from kit.compose.dates import LEADS, WHO
from kit.compose.doors import ROLES
from tests.composed import book
from tests.helpers import HOME, known, library

MONTHS = ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."]
FROM_TO = re.compile(r"(?<=\d\.)–\d+\.| – .+")  # what follows the first day


def _page(name: str, page: str, language: str = "en") -> Mapping[str, Any]:
    return next(found for found in book(name, language).pages if found.id == page).data


@pytest.mark.parametrize(
    ("role", "task", "when"),
    [
        ("hr", "Get the mentors’ word that everything written is deleted", "14 May"),
        ("hr", "Hand the report to the sponsor", "3 Jun"),
        ("mentor", "Delete everything the group has written to you and tell the coordinator", "13 May"),
    ],
)
def test_a_task_after_the_end_counts_from_the_last_group_of_all(role: str, task: str, when: str) -> None:
    tasks = _page("nordby", role)["tasks"]

    assert [row["when"] for row in tasks if row["title"] == task] == [when]


@pytest.mark.parametrize(
    ("role", "task", "when"),
    [
        ("sponsor", "Thank the mentors in writing, with one concrete example", "18 May"),  # the 16th is Whit Sunday, the 17th Whit Monday
    ],
)
def test_a_task_after_its_event_is_due_on_the_next_working_day(role: str, task: str, when: str) -> None:
    assert [row["when"] for row in _page("nordby", role)["tasks"] if row["title"] == task] == [when]


@pytest.mark.parametrize(("name", "when"), [("nordby", "24 Mar"), ("fjordene", "15 Jun")])  # in Nordby the day is Maundy Thursday
def test_the_end_survey_reaches_the_mentors_a_week_before_the_first_group_ends(name: str, when: str) -> None:
    tasks = {row["title"]: row["when"] for row in _page(name, "hr")["tasks"]}

    assert tasks["Send the mentors the end survey to hand out at the last meeting"] == when


@pytest.mark.parametrize(
    ("role", "task"),
    [
        ("hr", "Give the sponsor half a page on attendance and progress"),
        ("sponsor", "Read the coordinator’s half page on the programme, and adjust if needed"),
    ],
)
def test_the_sponsor_hears_once_midway_as_the_calendar_says(role: str, task: str) -> None:
    """The roles said at every meeting; the page on what the sponsor hears, the memo and the calendar say midway."""
    assert [row["when"] for row in _page("nordby", role)["tasks"] if row["title"] == task] == ["15 Mar"]


def test_a_line_manager_asks_once_and_not_after_every_meeting() -> None:
    tasks = {row["title"]: row["when"] for row in _page("nordby", "line-manager")["tasks"]}

    assert tasks["Ask once: ‘Is there anything you want to share?’ Let the answer be enough"] == "10–22 Feb"  # once in each group


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["nordby", "minimal"])
def test_tasks_stand_in_the_order_of_their_dates(name: str, role: str) -> None:
    firsts = [FROM_TO.sub("", row["when"]) for row in _page(name, role, "da")["tasks"] if row["when"][0].isdigit()]
    days = [((rest or ["2027"])[0], MONTHS.index(month), int(day.rstrip("."))) for day, month, *rest in map(str.split, firsts)]

    assert days == sorted(days)  # the answer to the end survey, a week after the last meeting, stood before what is done on its day


@pytest.mark.parametrize(
    ("name", "role", "task", "when"),
    [
        ("nordby", "mentee", "Answer the baseline survey", "27 Jan – 4 Feb"),
        ("nordby", "mentee", "Answer the end survey", "1 Apr – 13 May"),  # one date was the last group's, and wrong for the others
        ("nordby", "mentor", "Answer the end survey", "8 Apr – 20 May"),
        ("nordby", "line-manager", "Read the sheet on what you do and what you don’t ask", "6–14 Jan"),
        ("nordby", "line-manager", "Agree the time with your staff member and put it in the rota", "23–31 Dec 2026"),
        ("fjordene", "mentee", "Answer the end survey", "22 Jun"),
        ("nordby", "hr", "Send the mentors the end survey to hand out at the last meeting", "24 Mar"),
    ],
)
def test_where_each_group_has_its_own_day_the_people_of_the_groups_read_the_first_and_the_last(
    name: str, role: str, task: str, when: str
) -> None:
    assert [row["when"] for row in _page(name, role)["tasks"] if row["title"] == task] == [when]


def test_the_front_page_has_the_deadline_before_the_closing_conversations() -> None:
    assert "7 April" in [row["when"] for row in _page("nordby", "index")["dates"]]


def test_a_task_says_its_year_when_it_is_not_the_programmes() -> None:
    tasks = {row["title"]: row["when"] for row in _page("nordby", "hr")["tasks"]}

    assert tasks["Ask the mentors directly"] == "11 Nov 2026"
    assert tasks["Send the short follow-up, and the letters from the last meeting if the group wrote any"] == "22 Oct"  # of 2027


def test_what_the_group_sets_a_date_for_itself_has_none_from_us() -> None:
    task = "Come along the first time the group meets on its own"

    assert [row["when"] for row in _page("nordby", "mentee")["tasks"] if row["title"] == task] == ["Closing"]


def test_a_task_before_its_event_is_due_on_the_working_day_before(tmp_path: Path) -> None:
    found = known(
        tmp_path,
        "organisation: {name: Lilleby Kommune}\n"
        "programme: {strategy: Grundlag}\n"
        "groups: [{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-04-09}]\n",
    )
    made = pipeline.compose_in("da", found, HOME, ("site",))
    tasks = next(page for page in made.book.pages if page.id == "line-manager").data["tasks"]

    assert [row["when"] for row in tasks if row["title"].startswith("Sig:")] == ["12. mar."]  # 27 days before 9 April is a Saturday


@pytest.mark.parametrize(
    ("name", "mentors"),
    [("nordby", "each with an experienced leader as mentor"), ("fjordene", "with two experienced leaders as mentors")],
)
def test_the_front_page_counts_the_mentors(name: str, mentors: str) -> None:
    page = next(page for page in book(name, "en").pages if page.id == "index")

    assert mentors in page.markdown


@pytest.mark.parametrize(
    ("shared", "front", "letter"),
    [
        ((False, False), "hvert med en erfaren leder som mentor", "sammen med en erfaren leder, kan du"),
        ((True, True), "hvert med to erfarne ledere som mentorer", "sammen med to erfarne ledere, kan du"),
        ((True, False), "hvert med en eller to erfarne ledere som mentorer", "sammen med en eller to erfarne ledere, kan du"),
    ],
)
def test_front_page_and_letters_know_who_leads(shared: tuple[bool, bool], front: str, letter: str, tmp_path: Path) -> None:
    groups = "".join(
        f"  - {{name: Hold {number}, cohort: aspiring-leaders, first_meeting: 2027-02-03, co_mentor: {str(two).lower()}}}\n"
        for number, two in enumerate(shared, 1)
    )
    found = known(tmp_path, f"organisation: {{name: Lilleby Kommune}}\nprogramme: {{strategy: Grundlag}}\ngroups:\n{groups}")
    made = pipeline.compose_in("da", found, HOME, ("site", "packs"))

    assert front in next(page.markdown for page in made.book.pages if page.id == "index")
    assert letter in next(repr(text) for text, _ in made.letters if text.name == "mentee-invitation")


@pytest.mark.parametrize(
    ("name", "count", "led"),
    [
        ("nordby", "There will be three groups, with 17 mentees in all", "an experienced leader"),
        ("fjordene", "A group of four meets", "two experienced leaders"),
    ],
)
def test_memo_and_letter_say_who_a_group_meets_and_the_memo_how_many(name: str, count: str, led: str) -> None:
    pages = {page.id: page.markdown for page in book(name, "en").pages}

    assert count in pages["decision-memo"]
    assert f"meets several times with {led} in the role of mentor" in pages["decision-memo"]
    assert f"A small group of colleagues meets with {led} to find out" in pages["letters"]


@pytest.mark.parametrize(("name", "groups"), [("nordby", "in small groups with"), ("fjordene", "in a small group with")])
def test_the_news_counts_the_groups(name: str, groups: str) -> None:
    news = next(page.markdown for page in book(name, "en").pages if page.id == "news-text")

    assert groups in news


def test_two_meetings_before_one_round_say_whose_mentors_meet() -> None:
    common = [row["title"] for row in _page("nordby", "mentor")["groups"][0]["dates"]]

    assert [title for title in common if "before round 4" in title] == [
        "Women in leadership: mentor meeting before round 4",
        "Aspiring leaders, group B: mentor meeting before round 4",
    ]
    assert "Mentor meeting before round 1" in common


def test_a_task_says_whose_it_is_where_there_are_groups_of_both_types() -> None:
    def whose(name: str) -> set[str]:
        return {row["note"] for row in _page(name, "mentee", "da")["tasks"]}

    assert whose("nordby") == {"", "lederaspiranter", "ledere i dag"}
    assert whose("minimal") == {""}


def test_the_line_manager_sees_when_the_closing_conversations_begin() -> None:
    titles = [row["title"] for group in _page("nordby", "line-manager")["groups"] for row in group["dates"]]

    assert "Closing conversations begin" in titles


def test_a_groups_own_list_does_not_say_its_name_again() -> None:
    whole, own = _page("fjordene", "mentor")["groups"]

    assert (whole["title"], own["title"]) == ("The whole programme", "Fjord group")
    assert [row["title"] for row in own["dates"]][:2] == ["First group meeting", "Second group meeting"]


def test_the_sponsor_sees_the_hours_of_the_whole_round() -> None:
    def told(name: str, language: str) -> list[str]:
        return [f"{row['when']} {row['title']}" for row in _page(name, "sponsor", language)["hours"]["rows"]]

    assert told("minimal", "da") == [
        "33 timer for mentoren",
        "90–126 timer for deltagerne, 15–21 til hver",
        "60 timer i HR for hele runden",
    ]
    assert told("nordby", "en")[:2] == ["94 hours for the mentors, 29–33 each", "243–345 hours for the mentees, 13–21 each"]
    assert told("fjordene", "en")[0] == "54 hours for the mentors, 27 each"  # two mentors share the group
    assert _page("nordby", "mentor")["hours"] == {}


@pytest.mark.parametrize(("name", "language"), [("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en")])
def test_from_every_date_a_click_leads_to_what_is_done_on_it(name: str, language: str) -> None:
    pages = {page.path: page.markdown for page in book(name, language).pages}
    dates = [row for role in ROLES for group in _page(name, role, language)["groups"] for row in group["dates"]]
    tasks = [row for role in ROLES for row in _page(name, role, language)["tasks"] if row["target"]]

    assert [row["title"] for row in dates if not row["target"]] == []
    assert len(tasks) > 30
    for path, _, anchor in {row["target"].partition("#") for row in (*dates, *tasks)}:
        assert path in pages
        assert not anchor or f"{{ #{anchor} " in pages[path].replace("}", " "), (path, anchor)


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("hr", "mentor")])
@pytest.mark.parametrize("name", ["nordby", "minimal"])
def test_a_meeting_leads_who_does_not_lead_it_to_a_page_of_their_own(name: str, role: str) -> None:
    audiences = {page.path: page.audience for page in book(name, "da").pages}
    rows = [row for group in _page(name, role, "da")["groups"] for row in group["dates"] if row["title"].endswith("gruppemøde")]

    assert len(rows) >= 4
    assert [row for row in rows if role not in audiences[row["target"].partition("#")[0]]] == []  # they came to the mentor's guide


def test_a_mentee_is_led_from_a_meeting_to_what_they_bring() -> None:
    targets = [row["target"] for row in _page("minimal", "mentee", "da")["groups"][-1]["dates"] if row["title"].endswith("gruppemøde")]

    assert targets == ["start-up.html#start-for-mentee", *(f"groups/hold-1/homework-{number}.html" for number in (1, 2, 3))]


def test_a_roles_pages_stand_under_their_chapters() -> None:
    handbook = book("nordby", "en")
    listed = {chapter["title"]: len(chapter["links"]) for chapter in _page("nordby", "hr")["pages"]}

    assert list(listed) == [
        chapter.title
        for chapter in handbook.chapters
        if any("hr" in page.audience and page.layout == "page" and not page.part for page in chapter.pages)
    ]
    assert sum(listed.values()) == sum("hr" in page.audience and page.layout == "page" and not page.part for page in handbook.pages)


def test_the_pages_where_tasks_are_done_are_in_the_outline() -> None:
    pages = {page.id for section in library().outline.sections for page in section.pages}

    assert {task.page.partition("#")[0] for task in library().roles if task.page} <= pages


def test_a_letters_date_is_only_for_who_sends_it_and_who_gets_it() -> None:
    to = {letter.id: letter.to for letter in library().letters}
    dated = {kind: to[page.removeprefix("letters#letter-")] for kind, page in LEADS.items() if page.startswith("letters#")}

    assert {kind for kind, reader in dated.items() if not {*WHO.get(kind, ("hr",))} <= {"hr", reader}} == set()


def test_the_midway_note_leads_to_a_page_for_all_who_see_its_date() -> None:
    page = next(page for section in library().outline.sections for page in section.pages if page.id == LEADS["midway-adjustment"])

    assert {*WHO["midway-adjustment"]} <= {*page.audience}
