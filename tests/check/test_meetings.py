"""How often, how long and when a group meets, and whether its agendas fit."""

import pytest

from check.found import findings, found, rules, said


def test_every_length_is_told_at_its_own_field() -> None:
    groups = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-24, weeks_between: 2, hours: 2}\n"
    groups += "- {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-08-24, meetings: 5}"
    lengths = [finding.field for finding in findings(groups) if finding.rule == "programme-length"]

    assert sorted(lengths) == ["groups.0.hours", "groups.0.weeks_between", "groups.1.meetings"]


def test_a_cohort_type_is_told_at_its_agenda_and_its_homework() -> None:
    groups = "- {name: Hold 1, cohort: nye, first_meeting: 2027-08-24}\n- {name: Hold 2, cohort: vante, first_meeting: 2027-08-24}"
    more = (
        "cohorts:\n"
        "  nye: {name: Nye, based_on: aspiring-leaders, agenda: loose, homework: written}\n"
        "  vante: {name: Vante, based_on: acting-leaders, agenda: tight, homework: written}\n"
    )
    fields = [finding.field for finding in findings(groups, more=more) if finding.rule == "agenda-fits-cohort"]

    assert sorted(fields) == ["cohorts.nye.agenda", "cohorts.vante.agenda", "cohorts.vante.homework"]


@pytest.mark.parametrize(("fields", "rule", "words"), [
    ("mentees: 9", "agenda-nearest", "»Hold 1« har ni deltagere, og dagsordener findes fra tre til otte. Vi bruger den til otte"),
    ("mentees: 1", "agenda-nearest", "»Hold 1« har én deltager, og dagsordener findes fra tre til otte. Vi bruger den til tre"),
    ("hours: 5", "agenda-nearest", "»Hold 1« mødes i 5 timer, og dagsordener findes fra to til fire. Vi bruger den på 4 timer"),
])  # fmt: skip
def test_the_nearest_agenda_is_told_with_what_was_asked(fields: str, rule: str, words: str) -> None:
    groups = f"- {{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-24, {fields}}}"
    finding = next(each for each in findings(groups) if each.rule == rule)

    assert said(finding).startswith(words)
    assert finding.group == "hold-1"
    assert finding.field == f"groups.0.{fields.split(':')[0]}"


def test_one_hour_is_said_as_one() -> None:
    groups = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-24, hours: 1}"
    told = {each.rule: (said(each), said(each, "en")) for each in findings(groups)}

    assert "mødes i én time ad gangen" in told["programme-length"][0]
    assert "meets for one hour at a time" in told["programme-length"][1]
    assert "mødes i én time, og" in told["agenda-nearest"][0]
    assert "meets for one hour, and" in told["agenda-nearest"][1]


def two(fields: str, other: str = "") -> str:
    """The group that the test is about, and one that is well."""
    cohort = "" if "cohort:" in fields else "cohort: aspiring-leaders, "
    return f"""
- {{name: Hold 1, {cohort}{fields}}}
- {{name: Hold 2, cohort: acting-leaders, first_meeting: 2027-02-04{other}}}
"""


def levels(rule: str, fields: str, programme: str = "", more: str = "", other: str = "") -> list[str]:
    return [line.split(" ")[1] for line in found(two(fields, other), programme, more) if line.startswith(f"{rule} ")]


def sentence(rule: str, fields: str, programme: str = "", more: str = "") -> str:
    return said(next(finding for finding in findings(two(fields), programme, more) if finding.rule == rule))


# --- programme-length, pace


@pytest.mark.parametrize(("fields", "count"), [
    ("first_meeting: 2027-08-24", 0),
    ("first_meeting: 2027-08-24, hours: 2.5", 1),
    ("first_meeting: 2027-08-24, meetings: 5", 1),
    ("first_meeting: 2027-08-24, meetings: 5, hours: 4", 2),
    ("first_meeting: 2027-08-24, meetings: 3, closing_conversations: true", 0),
    ("first_meeting: 2027-08-24, meetings: 3", 1),
    ("first_meeting: 2027-08-24, meetings: 3, closing_conversations: true, cohort: acting-leaders", 1),
    ("first_meeting: 2027-08-24, weeks_between: 3", 1),
    ("first_meeting: 2027-08-24, weeks_between: 5", 0),
    ("first_meeting: 2027-08-24, weeks_between: 6", 1),
])  # fmt: skip
def test_the_length_that_was_tried_is_four_meetings_of_three_hours_in_11_to_15_weeks(fields: str, count: int) -> None:
    assert levels("programme-length", fields) == ["advice"] * count


@pytest.mark.parametrize(("last", "count"), [("2027-11-08", 1), ("2027-11-09", 0), ("2027-12-07", 0), ("2027-12-08", 1)])
def test_exactly_11_and_15_weeks_are_fine(last: str, count: int) -> None:
    assert levels("programme-length", f"first_meeting: 2027-08-24, dates: {{4: {last}}}") == ["advice"] * count


@pytest.mark.parametrize(("second", "words"), [
    ("2027-09-13", "kun 20 dage mellem 1. og 2. møde"),
    ("2027-09-14", ""),
    ("2027-10-05", ""),
    ("2027-10-06", "43 dage mellem 1. og 2. møde"),
])  # fmt: skip
def test_three_to_six_weeks_between_two_meetings_are_fine(second: str, words: str) -> None:
    fields = f"first_meeting: 2027-08-24, meetings: 2, dates: {{2: {second}}}"

    assert levels("pace", fields) == (["advice"] if words else [])
    assert not words or words in sentence("pace", fields)


def test_the_pace_is_told_once_a_group_and_where_the_date_was_written() -> None:
    assert [line for line in found(two("first_meeting: 2027-08-24, weeks_between: 2")) if line.startswith("pace")] == [
        "pace advice organisation.yaml:9"
    ]
    finding = next(each for each in findings(two("first_meeting: 2027-08-24, dates: {2: 2027-10-12}")) if each.rule == "pace")

    assert finding.field == "groups.0.dates.2"


# --- out-of-hours


@pytest.mark.parametrize(("start", "expected"), [("13:00", []), ("13:01", ["advice"]), ("16:00", ["advice"]), ("09:00", [])])
def test_a_meeting_that_ends_after_the_working_day_is_out_of_hours(start: str, expected: list[str]) -> None:
    assert (
        levels("out-of-hours", f"first_meeting: 2027-08-24, start: {start}", "working_day_ends: 16:00", other=", start: 09:00") == expected
    )


# --- closing-conversations


def test_groups_of_one_type_get_the_same_conversations() -> None:
    fields = "first_meeting: 2027-08-24, meetings: 3, closing_conversations: true"
    same = (
        f"- {{name: Hold 1, cohort: aspiring-leaders, {fields}}}\n- {{name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-08-25}}"
    )

    assert levels("closing-conversations", fields) == []
    assert [line for line in found(same) if line.startswith("closing")] == ["closing-conversations advice organisation.yaml:10"]
    assert said(findings(same)[0]).startswith("»Hold 1« får en individuel samtale, men det gør »Hold 2« ikke.")


# --- agenda-fits-cohort


@pytest.mark.parametrize(("own", "expected"), [
    ("based_on: aspiring-leaders, agenda: loose", ["agenda-fits-cohort warning"]),
    ("based_on: aspiring-leaders, agenda: tight", []),
    ("based_on: acting-leaders, homework: written", ["agenda-fits-cohort warning"]),
    ("based_on: acting-leaders, homework: reflection, agenda: loose", []),
    ("based_on: acting-leaders, agenda: tight", ["agenda-fits-cohort advice"]),
    ("based_on: aspiring-leaders, homework: reflection", ["homework-form advice"]),
    ("based_on: aspiring-leaders, homework: written", []),
    ("based_on: aspiring-leaders", []),
])  # fmt: skip
def test_each_type_has_the_form_that_it_turned_out_to_need(own: str, expected: list[str]) -> None:
    more = f"cohorts: {{egen: {{name: Vores egen, {own}}}}}"

    assert rules(two("first_meeting: 2027-08-24, cohort: egen"), more=more) == expected


def test_a_type_that_no_group_uses_is_not_judged() -> None:
    assert (
        rules(two("first_meeting: 2027-08-24"), more="cohorts: {egen: {name: Vores egen, based_on: acting-leaders, homework: written}}")
        == []
    )


# --- agendas


@pytest.mark.parametrize(("fields", "expected"), [
    ("hours: 1.5", 1),
    ("hours: 2", 0),
    ("hours: 4", 0),
    ("hours: 4.5", 1),
    ("mentees: 2", 1),
    ("mentees: 3", 0),
    ("mentees: 8", 0),
    ("mentees: 9", 1),
    ("mentees: 9, hours: 5", 2),
])  # fmt: skip
def test_the_nearest_agenda_is_told(fields: str, expected: int) -> None:
    assert levels("agenda-nearest", f"first_meeting: 2027-08-24, {fields}", "working_day_ends: 22:00") == ["advice"] * expected


def test_what_an_agenda_drops_is_named() -> None:
    assert levels("agenda-short", "first_meeting: 2027-08-24") == []
    words = sentence("agenda-short", "first_meeting: 2027-08-24, hours: 2, mentees: 8")

    assert words.startswith("»Hold 1« har ikke tid til »")
    assert "Derfor er det taget ud af dagsordenen" in words


def test_a_mentor_meeting_that_is_too_short_is_told() -> None:
    assert levels("agenda-short", "first_meeting: 2027-08-24", "mentor_meetings: {hours: 0.5, midway_hours: 0.5}") == ["advice"]


# --- dates


@pytest.mark.parametrize(("fields", "field", "words"), [
    ("first_meeting: 2027-05-06", "groups.0.first_meeting", "den 6. maj er Kristi himmelfartsdag"),
    ("first_meeting: 2027-08-24, dates: {2: 2027-10-20}", "groups.0.dates.2", "den 20. oktober ligger i efterårsferien"),
    ("first_meeting: 2027-08-28", "groups.0.first_meeting", "den 28. august ligger i en weekend"),
])  # fmt: skip
def test_a_date_written_by_hand_on_a_day_off_is_told(fields: str, field: str, words: str) -> None:
    (finding,) = [each for each in findings(two(fields)) if each.rule == "date-off"]

    assert (finding.level, finding.field) == ("advice", field)
    assert words in said(finding)


def test_a_seminar_on_a_closed_day_is_told() -> None:
    programme = "seminar: {date: 2027-01-20}\nclosed: [2027-01-20]"
    (finding,) = [each for each in findings(programme=programme) if each.rule == "date-off"]

    assert said(finding).startswith("I har selv lagt seminaret på en fridag: I har lukket den 20. januar. Vi har ladet det stå.")
    assert said(finding, "en").startswith("You have put the seminar on a day off yourselves: you are closed on 20 January.")


def test_a_date_that_the_planner_chose_is_never_told() -> None:
    assert levels("date-off", "start_after: 2027-05-05", "closed: [2027-05-10/2027-05-20]") == []


def test_conversations_after_the_summer_are_told() -> None:
    fields = "meetings: 3, closing_conversations: true"

    assert levels("conversations-late", f"first_meeting: 2027-04-27, {fields}") == ["advice"]
    assert levels("conversations-late", f"first_meeting: 2027-02-04, {fields}") == []
