"""Every date of the programme stands in one list."""

from collections import Counter
from datetime import date, time, timedelta
from pathlib import Path

from kit.model.library import Timing
from kit.model.programme import Event, Programme
from kit.plan import events
from kit.plan.daysoff import DaysOff
from plan.made import ROOT, content, example, one, programme, sentences

DANISH = DaysOff(country="DK")


def of_kind(plan: Programme, kind: str) -> list[str]:
    return [f"{event.on} {event.number or ''}".strip() for event in plan.events if event.kind == kind]


def on(kind: str, anchor: str, **timing: int) -> str:
    return events.timed(Timing(kind=kind, anchor="", **timing), date.fromisoformat(anchor), DANISH).isoformat()


def test_one_group_has_all_its_dates() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))

    assert Counter(event.kind for event in plan.events) == {
        "seminar": 1,
        "mentor-meeting": 8,
        "meeting": 4,
        "pulse": 3,
        "homework-due": 3,
        "survey-baseline-mentor": 1,
        "survey-baseline": 1,
        "survey-end": 1,
        "survey-follow-up": 1,
        "midway-adjustment": 1,
        "six-months-follow-up": 1,
        "programme-end": 1,
        "homework-deletion": 1,
        "retention-deletion": 1,
        "final-report": 1,
        "booking-seminar": 1,
        "booking-rooms": 1,
        "letter-mentor-invitation": 1,
        "letter-nomination": 1,
        "letter-news": 1,
        "letter-mentee-invitation": 1,
        "letter-line-manager": 1,
        "letter-confirmation": 1,
        "letter-seminar-invitation": 1,
        "letter-seminar-reminder": 1,
        "letter-meeting-reminder": 4,
        "letter-homework-reminder": 3,
        "letter-thanks": 1,
    }


def test_every_date_of_three_groups_stands_in_its_place() -> None:
    """events.txt, line by line: what meets at one hour (2 March, 9 April), what ends a day (21 April), groups in the order of the file."""
    groups = """
    - {id: a, name: Hold A, cohort: aspiring-leaders, first_meeting: 2027-02-03, meetings: 3, closing_conversations: true,
       homework: {due_time: 16:00, due_working_days_before: 1}}
    - {id: b, name: Hold B, cohort: aspiring-leaders, first_meeting: 2027-02-08, dates: {3: 2027-04-09}, homework: {due_time: 16:00}}
    - {id: c, name: Hold C, cohort: acting-leaders, first_meeting: 2027-02-03, start: 10:00, dates: {4: 2027-04-21}}
    """
    plan = programme(groups, "mentor_meetings: {start: 16:00}")

    assert "".join(map(line, plan.events)) == (Path(__file__).parent / "events.txt").read_text(encoding="utf-8")


def line(event: Event) -> str:
    clock = " ".join(f"{at:%H:%M}" if at else "     " for at in (event.start, event.end))
    return f"{event.on} {clock} {event.kind} {event.group or '-'} {event.number or ''}\n"


def test_mentors_answer_their_survey_before_they_practise_or_meet_a_group() -> None:
    """A week before the seminar, or before the first meeting where there is none."""
    group = one("first_meeting: 2027-02-03")

    assert of_kind(programme(group), "survey-baseline-mentor") == ["2027-01-13"]
    assert of_kind(programme(group, "seminar: false"), "survey-baseline-mentor") == ["2027-01-27"]


def test_conversations_have_their_dates() -> None:
    plan = programme(one("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true"))

    assert of_kind(plan, "closing-conversations") == ["2027-04-12"]
    assert of_kind(plan, "closing-conversations-end") == ["2027-04-22"]
    assert of_kind(plan, "homework-due-conversation") == ["2027-04-07"]
    assert of_kind(plan, "booking-closing-conversations") == ["2027-03-24"]
    assert of_kind(plan, "programme-end") == ["2027-04-22"]


def test_events_come_in_the_order_in_which_they_happen() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))
    last_day = [event.kind for event in plan.events if event.on == date(2027, 4, 28)]

    assert [event.on for event in plan.events] == sorted(event.on for event in plan.events)
    assert last_day == ["meeting", "survey-end", "programme-end"]


def test_at_one_hour_what_all_attend_comes_first() -> None:
    two = one("first_meeting: 2027-02-03, start: 13:00") + "\n" + one("first_meeting: 2027-02-03, start: 16:00, meetings: 4", "Hold 2")
    plan = programme(two, "seminar: {date: 2027-02-02, start: 08:30}")

    def kinds(day: date, hour: int) -> list[str]:
        return [event.kind for event in plan.events if event.on == day and event.start and event.start.hour == hour]

    assert kinds(date(2027, 2, 2), 8) == ["seminar", "mentor-meeting"]
    assert kinds(date(2027, 2, 3), 16) == ["meeting", "pulse"]


def test_what_has_a_clock_begins_and_ends_by_it() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))
    clocks = {event.kind: (event.start, event.end, event.number) for event in reversed(plan.events)}

    assert clocks["seminar"] == (time(8, 30), time(12, 30), None)
    assert clocks["mentor-meeting"] == (time(8, 30), time(9, 30), 1)
    assert clocks["meeting"] == (time(16), time(19), 1)
    assert clocks["pulse"] == (time(19), None, 1)
    assert clocks["homework-due"] == (time(12), None, 2)


def test_everything_is_deleted_after_the_last_letter_with_time_to_remind_people_once() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))

    assert of_kind(plan, "programme-end") == ["2027-04-28"]
    assert of_kind(plan, "homework-deletion") == ["2027-04-29"]
    assert of_kind(plan, "six-months-follow-up") == of_kind(plan, "survey-follow-up") == ["2027-10-07"]
    assert of_kind(plan, "retention-deletion") == ["2027-10-28"]


def test_a_limit_on_a_day_off_is_kept_the_working_day_before() -> None:
    plan = programme(one("first_meeting: 2027-02-03"), more="privacy: {retention_months: 4}")

    assert of_kind(plan, "programme-end") == ["2027-04-28"]
    assert of_kind(plan, "retention-deletion") == ["2027-08-27"]  # 28 August is a Saturday


def test_retention_follows_the_organisations_months() -> None:
    none = programme(one("first_meeting: 2027-02-03"), more="privacy: {retention_months: 0}")
    year = programme(one("first_meeting: 2027-02-03"), more="privacy: {retention_months: 12}")

    assert of_kind(none, "retention-deletion") == of_kind(none, "homework-deletion") == ["2027-04-29"]
    assert of_kind(year, "retention-deletion") == ["2028-04-28"]


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    assert events.months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert events.months_after(date(2027, 8, 31), 0) == date(2027, 8, 31)
    assert events.months_after(date(2027, 12, 1), 1) == date(2028, 1, 1)
    assert events.months_after(date(2027, 1, 15), 120) == date(2037, 1, 15)


def test_rooms_are_booked_for_who_meets_in_one_and_a_link_for_who_meets_on_screen() -> None:
    def booked(form: str) -> list[str]:
        plan = programme(one(f"first_meeting: 2027-02-03, format: {form}"))
        return [event.kind for event in plan.events if event.kind in ("booking-rooms", "booking-link")]

    assert [booked(form) for form in ("in-person", "online", "hybrid")] == [
        ["booking-rooms"],
        ["booking-link"],
        ["booking-rooms", "booking-link"],
    ]


def test_a_timing_never_crosses_its_anchor() -> None:
    assert on("before", "2027-04-05", days=-7) == "2027-03-24"  # Easter Monday → the Wednesday before Easter
    assert on("after", "2027-03-22", days=7) == "2027-03-30"  # Easter Monday → Tuesday
    assert on("same", "2027-03-29", days=0) == "2027-03-30"
    assert on("working", "2027-03-30", working_days=-1) == "2027-03-24"
    assert on("working", "2027-03-24", working_days=1) == "2027-03-30"
    assert on("after", "2027-03-01", days=0) == "2027-03-01"
    assert on("before", "2027-03-30", days=-1) == "2027-03-24"
    assert on("months", "2027-05-13", months=6) == "2027-11-12"  # a Saturday → Friday, before everything is deleted


def test_letters_and_bookings_lie_on_working_days() -> None:
    plan = programme(one("first_meeting: 2027-04-05, closing_conversations: true"))
    timed = {timing.kind for timing in content().timings}

    assert [event for event in plan.events if event.kind in timed and not DANISH.is_working_day(event.on)] == []


def test_the_midway_adjustment_follows_the_midway_meeting_or_the_middle_round() -> None:
    with_meeting = programme(one("first_meeting: 2027-02-03"))
    without = programme(one("first_meeting: 2027-02-03"), "mentor_meetings: {after: false}")

    assert of_kind(with_meeting, "midway-adjustment") == ["2027-03-05"]
    assert of_kind(without, "midway-adjustment") == ["2027-03-04"]


def test_without_a_midway_meeting_the_adjustment_waits_for_the_middle_round_of_the_last_group() -> None:
    two = one("first_meeting: 2027-08-24, meetings: 2") + "\n" + one("first_meeting: 2027-11-16, meetings: 2", "Hold 2")

    assert of_kind(programme(two, "mentor_meetings: {after: false}"), "midway-adjustment") == ["2027-11-17"]


def test_the_midway_adjustment_waits_for_the_last_of_several_midway_meetings() -> None:
    plan = programme(one("first_meeting: 2027-08-24, meetings: 2") + "\n" + one("first_meeting: 2027-11-16, meetings: 2", "Hold 2"))
    midway = [meeting.on for meeting in plan.mentor_meetings if meeting.kind == "midway"]

    assert len(midway) == 2
    assert of_kind(plan, "midway-adjustment") == [(midway[1] + timedelta(days=1)).isoformat()]


def test_without_a_seminar_the_first_group_of_all_is_the_beginning() -> None:
    two = one("first_meeting: 2027-11-16, meetings: 2", "Hold 2") + "\n" + one("first_meeting: 2027-08-24, meetings: 2")
    alone = programme(one("first_meeting: 2027-08-24, meetings: 2"), "seminar: false")

    assert of_kind(programme(two, "seminar: false"), "letter-mentor-invitation") == of_kind(alone, "letter-mentor-invitation")


def test_without_a_seminar_nothing_is_sent_or_booked_for_it() -> None:
    plan = programme(one("first_meeting: 2027-02-03"), "seminar: false")

    assert not [event.kind for event in plan.events if "seminar" in event.kind]
    assert of_kind(plan, "letter-mentor-invitation") == ["2026-11-25"]


def test_every_group_has_its_own_dates_and_the_programme_one_end() -> None:
    plan = programme(one("first_meeting: 2027-02-03") + "\n" + one("first_meeting: 2027-02-04, meetings: 3", "Hold 2"))
    pulses = Counter(event.group for event in plan.events if event.kind == "pulse")

    assert pulses == {"hold-1": 3, "hold-2": 2}  # at the last one the survey asks
    assert of_kind(plan, "programme-end") == ["2027-04-28"]


def test_the_deadline_is_at_the_groups_own_hour() -> None:
    plan = programme(one("first_meeting: 2027-02-03, homework: {due_time: 09:15}"))
    due = next(event for event in plan.events if event.kind == "homework-due")

    assert (due.on, f"{due.start:%H:%M}", due.number) == (date(2027, 2, 26), "09:15", 2)


def test_each_group_hands_in_at_its_own_hour() -> None:
    other = one("first_meeting: 2027-02-03, homework: {due_time: 09:00}", "Hold 2")
    plan = programme(one("first_meeting: 2027-02-03") + "\n" + other)

    due = {(event.group, event.start) for event in plan.events if event.kind == "homework-due"}
    assert due == {("hold-1", time(12)), ("hold-2", time(9))}


def test_every_kind_of_event_has_a_name_in_both_languages() -> None:
    kinds = {event.kind for name in ("nordby", "minimal", "fjordene") for event in example(name).plan().events}

    for language in ("da", "en"):
        assert {f"event.{kind}" for kind in kinds} <= set(sentences(language))


def test_the_names_speak_of_no_kind_that_does_not_exist() -> None:
    kinds = {event.kind for event in example("nordby").plan().events} | {timing.kind for timing in content().timings}
    named = {code.removeprefix("event.") for code in sentences("da") if code.startswith("event.")}

    assert named - kinds == set()
    assert (ROOT / "content" / "timings.yaml").is_file()


def test_the_first_date_of_a_programme_lies_ten_weeks_ahead() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))
    assert plan.seminar is not None

    assert plan.events[0].on == plan.seminar.on - timedelta(weeks=10)
