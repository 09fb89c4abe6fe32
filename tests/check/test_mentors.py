"""How mentors are prepared and meet each other."""

from datetime import date

import pytest

from check.found import content, findings, folder, found, judged, rules, said, source
from kit import plan


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

    assert [(finding.level, finding.field) for finding in late] == ([("warning", "programme.seminar.date")] if words else [])
    assert all(words in said(finding) for finding in late)


def test_a_late_seminar_names_both_dates() -> None:
    (late,) = findings(programme="seminar: {date: 2027-02-10}")

    assert said(late).startswith("Seminaret ligger den 10. februar 2027, og første gruppemøde den 3. februar 2027.")


def test_a_short_seminar_is_told_at_its_hours() -> None:
    fields = [finding.field for finding in findings(programme="seminar: {hours: 2}")]

    assert fields == ["programme.seminar.hours", "programme.seminar.hours"]


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


@pytest.mark.parametrize(("start", "meetings", "told"), [("09:00", 0, True), ("10:00", 1, True), ("13:00", 2, False)])
def test_where_there_is_no_room_for_two_mentor_meetings_it_is_told(start: str, meetings: int, told: bool) -> None:
    """Closed from the day after the first meeting to the day before the second: only that morning is left."""
    groups = f"""
- {{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, start: {start}}}
- {{name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}}
"""
    read = source(folder(groups, "closed: [2027-08-06/2027-08-18]"))
    programme = plan.programme(read.organisation, content())
    between = [meeting for meeting in programme.mentor_meetings if meeting.on == date(2027, 8, 19)]
    late = [finding for finding in judged(read) if finding.rule == "mentor-meetings"]

    assert len(between) == meetings
    words = "Der er ikke plads til to mentormøder mellem 1. og 2. møde for »Hold 1«."
    assert [(said(finding)[: len(words)], finding.field) for finding in late] == ([(words, "groups.0.weeks_between")] if told else [])
