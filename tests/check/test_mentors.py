"""How mentors are prepared and meet each other."""

import pytest

from check.found import findings, found, rules, said


def test_without_a_seminar_mentors_are_not_prepared() -> None:
    assert found(programme="seminar: false") == ["seminar-missing warning organisation.yaml:7"]


@pytest.mark.parametrize(("hours", "expected"), [
    ("2", ["seminar-short warning", "agenda-nearest advice"]),
    ("2.5", ["seminar-short warning", "agenda-nearest advice"]),
    ("3", []),
    ("6", []),
    ("6.5", ["agenda-nearest advice"]),
])  # fmt: skip
def test_a_seminar_of_less_than_three_hours_is_short(hours: str, expected: list[str]) -> None:
    assert rules(programme=f"seminar: {{hours: {hours}}}") == expected


@pytest.mark.parametrize(("day", "words"), [
    ("2027-01-27", ""),
    ("2027-01-28", "seks dage"),
    ("2027-02-02", "dagen før"),
    ("2027-02-03", "skal være klædt på først"),
    ("2027-03-10", "skal være klædt på først"),
])  # fmt: skip
def test_a_seminar_less_than_a_week_before_or_after_the_first_meeting_is_late(day: str, words: str) -> None:
    late = [finding for finding in findings(programme=f"seminar: {{date: {day}}}") if finding.rule == "seminar-late"]

    assert [finding.level for finding in late] == (["warning"] if words else [])
    assert all(words in said(finding) for finding in late)


def test_the_first_of_all_groups_counts() -> None:
    groups = """
- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-03-03}
- {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}
"""
    assert rules(groups, "seminar: {date: 2027-02-02}") == ["seminar-late warning"]


@pytest.mark.parametrize(("wish", "expected"), [
    ("{before: false}", ["mentor-meetings warning organisation.yaml:7"]),
    ("{after: false}", ["mentor-meetings warning organisation.yaml:7"]),
    ("{before: false, after: false}", ["mentor-meetings warning organisation.yaml:7"] * 2),
    ("{hours: 2}", []),
])  # fmt: skip
def test_mentors_meet_twice_between_two_rounds(wish: str, expected: list[str]) -> None:
    assert found(programme=f"mentor_meetings: {wish}") == expected


def test_where_there_is_no_room_for_mentor_meetings_it_is_told() -> None:
    groups = """
- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, start: 09:00}
- {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}
"""
    late = [finding for finding in findings(groups, "closed: [2027-08-06/2027-08-18]") if finding.rule == "mentor-meetings"]

    assert [said(finding)[:71] for finding in late] == ["Der er ikke plads til to mentormøder mellem 1. og 2. møde for »Hold 1«."]
