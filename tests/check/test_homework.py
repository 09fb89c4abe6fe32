"""What is written between the meetings."""

import pytest

from check.found import findings, found, said


def levels(rule: str, fields: str, more: str = "") -> list[str]:
    cohort = "" if "cohort:" in fields else "cohort: aspiring-leaders, "
    groups = f"- {{name: Hold 1, {cohort}{fields}}}\n- {{name: Hold 2, cohort: acting-leaders, first_meeting: 2027-02-04}}"
    return [line.split(" ")[1] for line in found(groups, more=more) if line.startswith(f"{rule} ")]


@pytest.mark.parametrize(("days", "expected"), [(0, ["warning"]), (1, ["warning"]), (2, []), (3, [])])
def test_homework_is_due_two_working_days_before_or_earlier(days: int, expected: list[str]) -> None:
    assert levels("homework-deadline", f"first_meeting: 2027-08-24, homework: {{due_working_days_before: {days}}}") == expected


def test_where_nothing_is_handed_in_there_is_no_deadline_to_judge() -> None:
    assert levels("homework-deadline", "cohort: acting-leaders, first_meeting: 2027-08-24, homework: {due_working_days_before: 1}") == []
    assert levels("homework-length", "cohort: acting-leaders, first_meeting: 2027-08-24, homework: {max_pages: 9}") == []


def test_the_deadline_of_current_leaders_who_write_is_judged() -> None:
    more = "cohorts: {egen: {name: Vores egen, based_on: acting-leaders, homework: written}}"

    assert levels("homework-deadline", "cohort: egen, first_meeting: 2027-08-24, homework: {due_working_days_before: 1}", more) == [
        "warning"
    ]


def test_a_deadline_is_said_in_words_that_fit_one_and_none() -> None:
    groups = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, homework: {due_working_days_before: 1}}"
    finding = next(each for each in findings(groups) if each.rule == "homework-deadline")

    assert said(finding).startswith("»Hold 1« afleverer én arbejdsdag før mødet.")
    assert finding.field == "groups.0.homework.due_working_days_before"


@pytest.mark.parametrize(("pages", "expected"), [(1, []), (2, []), (3, ["advice"])])
def test_two_pages_are_enough(pages: int, expected: list[str]) -> None:
    assert levels("homework-length", f"first_meeting: 2027-08-24, homework: {{max_pages: {pages}}}") == expected


@pytest.mark.parametrize(("days", "expected"), [(3, []), (7, []), (8, ["advice"]), (20, ["advice"])])
def test_five_days_are_left_to_write_in(days: int, expected: list[str]) -> None:
    """Two weeks from Thursday to Thursday: seven working days before is the Tuesday five days after the meeting."""
    fields = f"first_meeting: 2027-08-26, weeks_between: 2, meetings: 2, homework: {{due_working_days_before: {days}}}"

    assert levels("homework-time", fields) == expected


@pytest.mark.parametrize(("day", "words"), [("2027-02-05", "før 1. møde er holdt"), ("2027-02-10", "kort efter 1. møde")])
def test_a_deadline_before_the_meeting_itself_is_told_as_such(day: str, words: str) -> None:
    groups = f"- {{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, dates: {{2: {day}}}}}"
    finding = next(each for each in findings(groups) if each.rule == "homework-time")

    assert words in said(finding)
