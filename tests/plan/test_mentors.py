"""When mentors meet: the seminar, and a mentor meeting before and after each round."""

from dataclasses import replace
from datetime import date, time

import pytest

from kit import plan
from kit.model.programme import MentorMeeting, Programme
from plan.made import content, one, organisation, programme


def held(plan: Programme) -> list[str]:
    """`1 before 2027-02-02 08:30–09:30 hold-1`"""
    return [line(meeting) for meeting in plan.mentor_meetings]


def line(meeting: MentorMeeting) -> str:
    return f"{meeting.round} {meeting.kind} {meeting.on} {meeting.start:%H:%M}–{meeting.end:%H:%M} {' '.join(meeting.groups)}"


def groups(*fields: str) -> str:
    return "\n".join(one(each, f"Hold {number}") for number, each in enumerate(fields, 1))


# --- mentor meetings


def test_mentors_meet_before_and_after_each_round() -> None:
    assert held(programme(one("first_meeting: 2027-02-03"))) == [
        "1 before 2027-02-02 08:30–09:30 hold-1",
        "1 after 2027-02-04 08:30–09:30 hold-1",
        "2 before 2027-03-02 08:30–09:30 hold-1",
        "2 midway 2027-03-04 08:30–10:00 hold-1",
        "3 before 2027-03-30 08:30–09:30 hold-1",
        "3 after 2027-04-01 08:30–09:30 hold-1",
        "4 before 2027-04-27 08:30–09:30 hold-1",
        "4 after 2027-04-29 08:30–09:30 hold-1",
    ]


def test_mentors_of_several_groups_meet_around_the_whole_round() -> None:
    plan = programme(groups("first_meeting: 2027-08-24", "first_meeting: 2027-08-31", "first_meeting: 2027-09-07"))

    assert held(plan)[:3] == [
        "1 before 2027-08-23 08:30–09:30 hold-1 hold-2 hold-3",
        "1 after 2027-09-08 08:30–09:30 hold-1 hold-2 hold-3",
        "2 before 2027-09-20 08:30–09:30 hold-1 hold-2 hold-3",
    ]


def test_groups_more_than_two_weeks_apart_meet_separately() -> None:
    plan = programme(groups("first_meeting: 2027-08-24", "first_meeting: 2027-09-08"))

    assert held(plan)[:4] == [
        "1 before 2027-08-23 08:30–09:30 hold-1",
        "1 after 2027-08-25 08:30–09:30 hold-1",
        "1 before 2027-09-07 08:30–09:30 hold-2",
        "1 after 2027-09-09 08:30–09:30 hold-2",
    ]


def test_groups_exactly_two_weeks_apart_meet_together() -> None:
    plan = programme(groups("first_meeting: 2027-08-24", "first_meeting: 2027-09-07"))

    assert held(plan)[0] == "1 before 2027-08-23 08:30–09:30 hold-1 hold-2"


def test_a_group_that_is_done_is_not_in_later_rounds() -> None:
    plan = programme(groups("first_meeting: 2027-08-24, meetings: 3", "first_meeting: 2027-08-25"))

    assert [meeting.groups for meeting in plan.mentor_meetings if meeting.round == 4] == [("hold-2",), ("hold-2",)]


def test_monday_meetings_are_prepared_on_friday_and_looked_back_on_after_easter() -> None:
    plan = programme(one("first_meeting: 2027-03-22, meetings: 2"))
    wednesday = programme(one("first_meeting: 2027-03-24, meetings: 2"))

    assert held(plan)[0].startswith("1 before 2027-03-19")
    assert held(wednesday)[1].startswith("1 midway 2027-03-30")


@pytest.mark.parametrize(("meetings", "middle"), [(2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (8, 4)])
def test_the_midway_meeting_follows_the_middle_round(meetings: int, middle: int) -> None:
    plan = programme(one(f"first_meeting: 2027-08-03, meetings: {meetings}, weeks_between: 2"))

    assert [meeting.round for meeting in plan.mentor_meetings if meeting.kind == "midway"] == [middle]


def test_the_group_with_most_meetings_says_which_round_is_the_middle() -> None:
    plan = programme(groups("first_meeting: 2027-08-24", "first_meeting: 2027-08-25, meetings: 2"))

    assert [meeting.round for meeting in plan.mentor_meetings if meeting.kind == "midway"] == [2]


def test_mentor_meetings_follow_their_own_fields() -> None:
    wish = "mentor_meetings: {hours: 1.5, midway_hours: 2, start: 13:00, place: Biblioteket}"
    plan = programme(one("first_meeting: 2027-02-03"), wish)

    assert held(plan)[0] == "1 before 2027-02-02 13:00–14:30 hold-1"
    assert held(plan)[3] == "2 midway 2027-03-04 13:00–15:00 hold-1"
    assert plan.mentor_meetings[0].place.said_in("da") == "Biblioteket"


def test_an_afternoon_mentor_meeting_keeps_off_half_days() -> None:
    morning = programme(one("first_meeting: 2029-04-30, meetings: 2"), "mentor_meetings: {start: 08:30}")
    afternoon = programme(one("first_meeting: 2029-04-30, meetings: 2"), "mentor_meetings: {start: 13:00}")

    assert [plan.mentor_meetings[1].on for plan in (morning, afternoon)] == [date(2029, 5, 1), date(2029, 5, 2)]


def test_either_half_of_the_mentor_meetings_can_be_left_out() -> None:
    before = programme(one("first_meeting: 2027-02-03"), "mentor_meetings: {after: false}")
    after = programme(one("first_meeting: 2027-02-03"), "mentor_meetings: {before: false}")

    assert {meeting.kind for meeting in before.mentor_meetings} == {"before"}
    assert {meeting.kind for meeting in after.mentor_meetings} == {"after", "midway"}


def test_two_mentor_meetings_on_one_day_follow_each_other() -> None:
    plan = programme(one("first_meeting: 2027-08-05, weeks_between: 1, meetings: 2"), "closed: [2027-08-09/2027-08-11]")

    assert held(plan)[1:3] == ["1 midway 2027-08-06 08:30–10:00 hold-1", "2 before 2027-08-06 10:00–11:00 hold-1"]
    assert plan.mentor_meetings[2].agenda.slots[0].start == time(10)


def test_two_rounds_looked_back_on_in_one_day_are_both_over_before_the_next_is_prepared() -> None:
    """Everything is closed until the day before the two groups' common second meeting."""
    apart = groups(
        "first_meeting: 2027-01-12, meetings: 2, dates: {2: 2027-02-18}", "first_meeting: 2027-02-16, meetings: 4, dates: {2: 2027-02-18}"
    )
    plan = programme(apart, "closed: [2027-01-13/2027-02-16]\nbreaks: none")

    assert held(plan)[2:5] == [
        "1 midway 2027-02-17 08:30–10:00 hold-1",
        "1 after 2027-02-17 08:30–09:30 hold-2",
        "2 before 2027-02-17 10:00–11:00 hold-1 hold-2",
    ]


def test_groups_that_meet_separately_do_not_wait_for_each_other() -> None:
    plan = programme(groups("first_meeting: 2027-08-24, meetings: 2", "first_meeting: 2027-09-23, meetings: 2"))

    assert [found for found in held(plan) if "2027-09-22" in found] == [
        "2 after 2027-09-22 08:30–09:30 hold-1",
        "1 before 2027-09-22 08:30–09:30 hold-2",
    ]


def test_with_no_free_day_between_two_rounds_mentors_meet_on_the_morning_of_the_next() -> None:
    closed = "closed: [2027-08-06/2027-08-18]"
    plan = programme(one("first_meeting: 2027-08-05, weeks_between: 2, meetings: 2"), closed)

    assert held(plan)[1:3] == ["1 midway 2027-08-19 08:30–10:00 hold-1", "2 before 2027-08-19 10:00–11:00 hold-1"]


def test_the_mentors_may_end_as_their_group_begins() -> None:
    fields = "first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, start: 11:15"
    plan = programme(one(fields), "closed: [2027-08-06/2027-08-18]\nmentor_meetings: {start: 08:45}")

    assert held(plan)[1:3] == ["1 midway 2027-08-19 08:45–10:15 hold-1", "2 before 2027-08-19 10:15–11:15 hold-1"]
    assert plan.mentor_meetings[2].agenda.slots[1].start > time(10, 15)


def test_when_the_group_meets_that_morning_the_mentors_do_not() -> None:
    closed = "closed: [2027-08-06/2027-08-18]"
    plan = programme(one("first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, start: 09:00"), closed)

    assert held(plan) == ["1 before 2027-08-04 08:30–09:30 hold-1", "2 after 2027-08-20 08:30–09:30 hold-1"]


def test_the_first_group_of_the_next_round_says_when_it_begins() -> None:
    """Hold 1 meets on the morning of 19 August, when only Hold 2 has time yet: so nobody looks back."""
    two = groups(
        "first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, start: 09:00",
        "first_meeting: 2027-08-05, weeks_between: 3, meetings: 2, start: 09:00",
    )

    assert held(programme(two, BETWEEN)) == [
        "1 before 2027-08-04 08:30–09:30 hold-1 hold-2",
        "2 after 2027-08-27 08:30–09:30 hold-1 hold-2",
    ]


def test_the_last_group_of_the_round_before_says_when_it_ended() -> None:
    """Hold 2 first meets on 12 August: the round after it is not prepared on that morning."""
    two = groups("first_meeting: 2027-08-05, weeks_between: 3, meetings: 2", "first_meeting: 2027-08-12, weeks_between: 2, meetings: 2")

    assert held(programme(two, "closed: [2027-08-13/2027-08-25]"))[1:3] == [
        "1 midway 2027-08-26 08:30–10:00 hold-1 hold-2",
        "2 before 2027-08-26 10:00–11:00 hold-1 hold-2",
    ]


BETWEEN = "closed: [2027-08-06/2027-08-18]"


@pytest.mark.parametrize(("first", "second", "meetings"), [
    ("start: 16:00", "start: 09:00", 0),  # one of the two meets that morning
    ("start: 16:00", "start: 09:00, dates: {2: 2027-08-26}", 2),  # a week later
])  # fmt: skip
def test_all_mentors_need_the_morning_on_which_their_groups_meet(first: str, second: str, meetings: int) -> None:
    two = groups(*(f"first_meeting: 2027-08-05, weeks_between: 2, meetings: 2, {fields}" for fields in (first, second)))
    plan = programme(two, BETWEEN)

    assert len([meeting for meeting in plan.mentor_meetings if meeting.on == date(2027, 8, 19)]) == meetings


def test_rounds_that_meet_on_one_day_are_prepared_before_it_and_looked_back_on_after_it() -> None:
    """On 12 August Hold 1 holds its second meeting and Hold 2 its first."""
    two = groups("first_meeting: 2027-08-05, weeks_between: 1, meetings: 2", "first_meeting: 2027-08-12, weeks_between: 1, meetings: 2")

    assert held(programme(two)) == [
        "1 before 2027-08-04 08:30–09:30 hold-1 hold-2",
        "2 before 2027-08-11 08:30–09:30 hold-1 hold-2",
        "1 midway 2027-08-13 08:30–10:00 hold-1 hold-2",
        "2 after 2027-08-20 08:30–09:30 hold-1 hold-2",
    ]


def test_the_longer_midway_meeting_keeps_off_half_days_too() -> None:
    plan = programme(one("first_meeting: 2029-04-30, meetings: 2"), "mentor_meetings: {start: 11:00}")

    assert held(plan)[1] == "1 midway 2029-05-02 11:00–12:30 hold-1"


def test_an_agenda_of_mentors_knows_how_many_they_are() -> None:
    plan = programme(groups("first_meeting: 2027-08-24, meetings: 2", "first_meeting: 2027-08-24"))

    assert [meeting.agenda.people for meeting in plan.mentor_meetings] == [2, 2, 2, 2, 1, 1, 1, 1]


def test_without_an_agenda_a_mentor_meeting_is_one_slot() -> None:
    bare = replace(content(), agendas={})
    meeting = plan.programme(organisation(one("first_meeting: 2027-02-03"), "mentor_meetings: {place: Rådhuset}"), bare).mentor_meetings[3]

    assert [(slot.title.said_in("da"), slot.start, slot.minutes) for slot in meeting.agenda.slots] == [("Rådhuset", time(8, 30), 90)]


def test_mentors_are_named_in_the_order_in_which_their_groups_meet() -> None:
    plan = programme(groups("first_meeting: 2027-02-03", "first_meeting: 2027-02-04, dates: {2: 2027-03-02}"))

    assert [meeting.groups for meeting in plan.mentor_meetings[::2]] == [
        ("hold-1", "hold-2"),
        ("hold-2", "hold-1"),
        ("hold-1", "hold-2"),
        ("hold-1", "hold-2"),
    ]


def test_the_agendas_of_mentor_meetings_sum_to_their_length() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))

    assert [meeting.agenda.template for meeting in plan.mentor_meetings[:4]] == [
        "mentor-meeting-before",
        "mentor-meeting-after",
        "mentor-meeting-before",
        "mentor-meeting-midway",
    ]
    assert [sum(slot.minutes for slot in meeting.agenda.slots) for meeting in plan.mentor_meetings[:4]] == [60, 60, 60, 90]


# --- the seminar


def seminar(first: str, wish: str = "", more: str = "") -> str:
    plan = programme(one(f"first_meeting: {first}"), (f"seminar: {wish}\n" if wish else "") + more).seminar
    return f"{plan.on} {plan.start:%H:%M}–{plan.end:%H:%M}" if plan else "none"


def test_the_seminar_comes_two_weeks_before_the_first_meeting() -> None:
    assert seminar("2027-02-03") == "2027-01-20 08:30–12:30"


def test_the_seminar_moves_when_its_day_is_off() -> None:
    assert seminar("2027-03-10") == "2027-03-03 08:30–12:30"
    assert seminar("2027-03-10", "", "closed: [2027-03-03]") == "2027-03-01 08:30–12:30"


def test_the_seminar_is_never_less_than_a_week_before() -> None:
    assert seminar("2027-09-15", "", "closed: [2027-08-18/2027-09-07]") == "2027-09-08 08:30–12:30"
    assert seminar("2027-09-15", "", "closed: [2027-08-18/2027-09-08]") == "2027-08-17 08:30–12:30"


def test_a_given_seminar_is_kept() -> None:
    assert seminar("2027-02-03", "{date: 2027-02-02, start: 09:00, hours: 3}") == "2027-02-02 09:00–12:00"
    assert seminar("2027-02-03", "{date: 2027-01-23}") == "2027-01-23 08:30–12:30"


def test_there_may_be_no_seminar() -> None:
    assert seminar("2027-02-03", "false") == "none"


def test_the_seminar_comes_before_the_first_group_of_all() -> None:
    plan = programme(groups("first_meeting: 2027-08-31", "first_meeting: 2027-08-24"))

    assert plan.seminar is not None
    assert plan.seminar.on == date(2027, 8, 10)


def test_the_seminar_has_its_place_and_its_agenda() -> None:
    given = programme(one("first_meeting: 2027-02-03"), "seminar: {place: Rådhuset, hours: 3}").seminar
    usual = programme(one("first_meeting: 2027-02-03")).seminar

    assert given is not None
    assert usual is not None
    assert (given.place.said_in("da"), usual.place.said_in("da")) == ("Rådhuset", "sted følger")
    assert [(held.agenda.template, held.agenda.minutes, held.agenda.slots[0].start) for held in (given, usual)] == [
        ("seminar", 180, time(8, 30)),
        ("seminar", 240, time(8, 30)),
    ]


def test_a_seminar_without_a_script_is_one_slot() -> None:
    bare = replace(content(), seminar=())
    seminar = plan.programme(organisation(one("first_meeting: 2027-02-03")), bare).seminar

    assert seminar is not None
    assert [(slot.title.said_in("da"), slot.start, slot.minutes) for slot in seminar.agenda.slots] == [("sted følger", time(8, 30), 240)]


def test_a_seminar_put_on_a_day_off_stays_and_knows_why() -> None:
    seminar = programme(one("first_meeting: 2027-02-03"), "seminar: {date: 2027-01-23}").seminar

    assert seminar is not None
    assert seminar.moved is None
    assert seminar.off is not None
    assert seminar.off.code == "off.weekend"


def test_the_seminars_move_says_why() -> None:
    plan = programme(one("first_meeting: 2027-03-10"))

    assert plan.seminar is not None
    assert plan.seminar.moved is not None
    assert plan.seminar.moved.wished == date(2027, 2, 24)
    assert plan.seminar.moved.reason.values["on"] == plan.seminar.on == date(2027, 3, 3)
    assert plan.seminar.off is None
