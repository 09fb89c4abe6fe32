"""When groups meet: the file in the test is the story."""

from dataclasses import replace
from datetime import date, time

import pytest

from kit import plan, report
from kit.model.problem import Invalid, Place, Reason
from kit.model.programme import GroupPlan, Move
from kit.plan import daysoff
from kit.plan.schedule import Left
from kit.words import Voice
from plan.made import content, dates, group, one, organisation, programme, sentences


def moved(plan: GroupPlan) -> dict[int, tuple[str, str]]:
    """Meeting → where it was wished and why it went."""
    return {meeting.number: (meeting.moved.wished.isoformat(), why(meeting.moved)) for meeting in plan.meetings if meeting.moved}


def why(move: Move) -> str:
    reason = move.reason.values["why"]
    assert isinstance(reason, Reason)
    return reason.code


def problem(fields: str, programme_fields: str = "") -> tuple[str, str]:
    with pytest.raises(Invalid) as refused:
        group(fields, programme_fields)
    assert len(refused.value.problems) == 1
    return refused.value.problems[0].code, refused.value.problems[0].field


# --- from a first meeting


def test_meetings_follow_every_four_weeks() -> None:
    plan = group("first_meeting: 2027-02-03")

    assert dates(plan) == ["2027-02-03", "2027-03-03", "2027-03-31", "2027-04-28"]
    assert moved(plan) == {}


def test_a_meeting_on_ascension_day_moves_a_week_and_says_why() -> None:
    plan = group("first_meeting: 2027-02-11")

    assert dates(plan) == ["2027-02-11", "2027-03-11", "2027-04-08", "2027-05-13"]
    assert moved(plan) == {4: ("2027-05-06", "off.holiday")}


@pytest.mark.parametrize(("language", "sentence"), [
    ("da", "Flyttet fra torsdag den 6. maj til torsdag den 13. maj, fordi den 6. maj er Kristi himmelfartsdag."),
    ("en", "Moved from Thursday 6 May to Thursday 13 May, because 6 May is Ascension Day."),
])  # fmt: skip
def test_a_moved_meeting_says_it_in_one_sentence(language: str, sentence: str) -> None:
    moved = group("first_meeting: 2027-02-11").meetings[3].moved

    assert moved is not None
    assert report.reason(moved, Voice(language, sentences(language))) == sentence


def test_the_plan_of_a_group_is_known_by_its_name_and_its_type() -> None:
    own = "cohorts: {egen: {name: Fagledere, based_on: acting-leaders}}"
    plan = programme("- {id: f, name: Holdet, cohort: egen, first_meeting: 2027-02-03, mentees: 5}", more=own).groups[0]

    assert (plan.id, plan.name.said_in("da"), plan.cohort, plan.based_on, plan.mentees) == ("f", "Holdet", "egen", "acting-leaders", 5)


@pytest.mark.parametrize(("fields", "templates"), [
    ("cohort: aspiring-leaders", "aspiring-1 aspiring-2 aspiring-3 aspiring-4"),
    ("cohort: acting-leaders", "acting-1 acting-2 acting-3 acting-4"),
    ("cohort: aspiring-leaders, meetings: 3, closing_conversations: true", "aspiring-1 aspiring-2 aspiring-3-last"),
])  # fmt: skip
def test_every_meeting_has_the_agenda_of_its_type_and_number(fields: str, templates: str) -> None:
    plan = group(f"first_meeting: 2027-02-03, {fields}")

    assert [meeting.agenda.template for meeting in plan.meetings] == templates.split()


def test_only_the_meeting_that_must_move_moves() -> None:
    plan = group("first_meeting: 2027-01-20")

    assert dates(plan) == ["2027-01-20", "2027-02-10", "2027-03-17", "2027-04-14"]
    assert moved(plan) == {2: ("2027-02-17", "off.break")}


def test_a_meeting_in_the_middle_of_july_moves_out_of_it() -> None:
    plan = group("first_meeting: 2027-05-19")

    assert dates(plan) == ["2027-05-19", "2027-06-16", "2027-06-30", "2027-08-11"]
    assert moved(plan) == {3: ("2027-07-14", "off.break")}


def test_a_given_first_meeting_on_a_day_off_is_kept() -> None:
    plan = group("first_meeting: 2027-05-06")

    assert dates(plan)[0] == "2027-05-06"
    assert moved(plan).get(1) is None
    assert plan.meetings[0].off is not None
    assert (plan.meetings[0].off.code, plan.meetings[1].off) == ("off.holiday", None)


def test_an_afternoon_meeting_keeps_off_the_first_of_may_and_a_morning_meeting_does_not() -> None:
    afternoon = group("first_meeting: 2028-04-03")
    morning = group("first_meeting: 2028-04-03, start: 09:00")

    assert dates(afternoon)[1] == "2028-05-08"
    assert dates(morning)[1] == "2028-05-01"


def test_meetings_number_and_weeks_between_are_the_groups_own() -> None:
    assert dates(group("first_meeting: 2027-08-24, meetings: 3, weeks_between: 5")) == ["2027-08-24", "2027-09-28", "2027-11-02"]


def test_meetings_a_week_apart_stay_a_week_apart_when_asked_for() -> None:
    assert dates(group("first_meeting: 2027-08-24, meetings: 3, weeks_between: 1")) == ["2027-08-24", "2027-08-31", "2027-09-07"]


def test_a_meeting_pushed_by_the_one_before_it_says_so() -> None:
    plan = group("first_meeting: 2027-03-12, weeks_between: 2, meetings: 3", "closed: [2027-03-26/2027-03-31, 2027-03-19]")

    assert dates(plan) == ["2027-03-12", "2027-04-02", "2027-04-16"]
    assert moved(plan) == {2: ("2027-03-26", "off.holiday"), 3: ("2027-04-09", "off.too-close")}


def test_start_end_and_place_follow_the_file() -> None:
    plan = group("first_meeting: 2027-02-03, start: 15:30, hours: 2.5, place: Rådhuset, places: {2: Biblioteket}")

    assert [(f"{meeting.start:%H:%M}–{meeting.end:%H:%M}", meeting.place.said_in("da")) for meeting in plan.meetings[:2]] == [
        ("15:30–18:00", "Rådhuset"),
        ("15:30–18:00", "Biblioteket"),
    ]


def test_the_plan_knows_how_many_mentors_a_group_has() -> None:
    assert group("first_meeting: 2027-02-03").mentors == 1
    assert group("first_meeting: 2027-02-03, co_mentor: true").mentors == 2


def test_without_a_place_it_is_told_later_or_online() -> None:
    assert group("first_meeting: 2027-02-03").meetings[0].place.said_in("da") == "sted følger"
    assert group("first_meeting: 2027-02-03, format: online").meetings[0].place.said_in("en") == "online"
    assert group("first_meeting: 2027-02-03, format: hybrid").meetings[0].place.said_in("en") == "place to follow"


# --- letting the planner choose


def test_the_planner_takes_the_first_free_day_after_start_after() -> None:
    assert dates(group("start_after: 2027-01-15"))[0] == "2027-01-18"
    assert dates(group("start_after: 2027-02-12"))[0] == "2027-03-01"


def test_the_planner_keeps_to_the_weekdays() -> None:
    assert dates(group("start_after: 2027-01-15, weekdays: [tue, wed]"))[0] == "2027-01-19"
    assert dates(group("start_after: 2027-01-19, weekdays: [tue]"))[0] == "2027-01-26"
    assert dates(group("start_after: 2027-01-15, weekdays: [fri]"))[0] == "2027-01-22"


def test_without_weekdays_the_planner_chooses_monday_to_thursday() -> None:
    assert dates(group("start_after: 2027-01-21"))[0] == "2027-01-25"


def test_the_planner_keeps_an_afternoon_off_the_first_of_may() -> None:
    plan = group("start_after: 2028-04-29, weekdays: [mon]")

    assert (dates(plan)[0], moved(plan).get(1)) == ("2028-05-08", None)
    assert dates(group("start_after: 2028-04-29, weekdays: [mon], start: 09:00"))[0] == "2028-05-01"


def test_the_planner_waits_a_week_after_a_given_seminar() -> None:
    assert dates(group("start_after: 2027-01-15", "seminar: {date: 2027-01-20}"))[0] == "2027-01-27"
    assert dates(group("start_after: 2027-02-01", "seminar: {date: 2027-01-20}"))[0] == "2027-02-02"


def test_a_moved_meeting_goes_to_a_listed_weekday_when_its_own_is_off() -> None:
    closed = "closed: [2027-04-20/2027-04-21, 2027-04-27/2027-04-28, 2027-05-04/2027-05-04]"

    assert dates(group("start_after: 2027-03-29, weekdays: [tue, thu], meetings: 2", closed)) == ["2027-03-30", "2027-04-29"]


# --- dates given by hand, also after the start


def test_a_date_given_by_hand_is_kept_and_moves_nothing_else() -> None:
    plan = group("first_meeting: 2027-02-03, dates: {3: 2027-04-07}")

    assert dates(plan) == ["2027-02-03", "2027-03-03", "2027-04-07", "2027-04-28"]
    assert moved(plan) == {}


def test_a_date_given_by_hand_on_a_day_off_is_kept() -> None:
    assert dates(group("first_meeting: 2027-02-03, dates: {3: 2027-03-25}"))[2] == "2027-03-25"


def test_the_homework_follows_a_date_given_by_hand() -> None:
    plan = group("first_meeting: 2027-02-03, dates: {3: 2027-04-07}")

    assert [meeting.homework_due for meeting in plan.meetings] == [None, date(2027, 2, 26), date(2027, 4, 2), date(2027, 4, 23)]


def sentences_of(fields: str, programme_fields: str = "") -> list[str]:
    """The problem in Danish and English, as people read it."""
    with pytest.raises(Invalid) as refused:
        group(fields, programme_fields)
    (found,) = refused.value.problems
    assert found.place == Place("")
    return [Voice(language, sentences(language)).tell(found.code, found.values) for language in ("da", "en")]


def test_every_problem_is_a_sentence_in_both_languages() -> None:
    assert sentences_of("first_meeting: 2027-02-03, dates: {2: 2027-04-07, 3: 2027-04-06}") == [
        "»Hold 1«: 2. møde ligger den 7. april 2027 og 3. møde den 6. april 2027, så rækkefølgen er vendt om. Ret en af datoerne.",
        "‘Hold 1’: meeting 2 is on 7 April 2027 and meeting 3 on 6 April 2027, so they are in the wrong order. Change one of the dates.",
    ]
    assert sentences_of("first_meeting: 2099-11-10") == [
        "»Hold 1«: Forløbet slutter efter den 31. december 2099, og så langt frem kender vi ingen helligdage. Begynd tidligere.",
        "‘Hold 1’: the programme ends after 31 December 2099, and we know no public holidays that far ahead. Start earlier.",
    ]
    assert sentences_of("first_meeting: 2027-02-03", "closed: [2027-02-04/2027-10-01]") == [
        "»Hold 1«: Vi kan ikke finde dage til alle møder. Gør perioderne under closed kortere, eller vælg en anden første dag.",
        "‘Hold 1’: we cannot find days for all meetings. Make the periods under closed shorter, or choose another first day.",
    ]
    assert sentences_of("first_meeting: 2027-02-03", "holidays: {country: DK, subdivision: Fyn}") == [
        "Vi kender ingen helligdage for DK Fyn. Skriv landet med to bogstaver, for eksempel DK eller NO.",
        "We know no public holidays for DK Fyn. Write the country with two letters, such as DK or NO.",
    ]
    assert sentences_of("start_after: 2027-02-03", "closed: [2027-01-01/2029-12-31]") == [
        "I har lukket i så mange dage, at der ingen dage er tilbage at mødes. Gør en af perioderne kortere.",
        "You are closed for so many days that there are no days left to meet. Make one of the periods shorter.",
    ]


@pytest.mark.parametrize(("fields", "programme_fields", "field"), [
    ("first_meeting: 2027-02-03", "closed: [2027-02-04/2027-10-01]", "programme.closed"),
    ("first_meeting: 2027-02-03, dates: {3: 2027-02-05}", "", "groups.0.dates"),
    ("first_meeting: 2027-02-03, dates: {4: 2027-10-14}", "closed: [2027-02-04/2027-10-01]", "programme.closed"),
    ("first_meeting: 2027-06-30, weeks_between: 2, meetings: 3, dates: {3: 2027-08-03}", "closed: [2027-08-02]", "groups.0.dates"),
    ("first_meeting: 2027-06-30, weeks_between: 2, meetings: 3, dates: {3: 2027-08-02}", "", "groups.0.dates"),
])  # fmt: skip
def test_what_to_relax_is_the_first_thing_that_lets_the_dates_be_planned(fields: str, programme_fields: str, field: str) -> None:
    assert problem(fields, programme_fields) == ("N03", field)


def test_dates_in_the_wrong_order_are_a_problem_at_the_later_one() -> None:
    assert problem("first_meeting: 2027-02-03, dates: {2: 2027-04-07, 3: 2027-04-06}") == ("N01", "groups.0.dates.3")
    assert problem("first_meeting: 2027-02-03, dates: {2: 2027-02-03}") == ("N01", "groups.0.dates.2")


def test_dates_that_leave_no_room_name_what_to_relax() -> None:
    assert problem("first_meeting: 2027-02-03, dates: {3: 2027-02-05}") == ("N03", "groups.0.dates")
    assert problem("first_meeting: 2027-02-03", "closed: [2027-02-04/2027-10-01]") == ("N03", "programme.closed")


def test_no_open_day_for_the_seminar_is_a_problem_of_its_own() -> None:
    closed = "closed: [2026-11-01/2027-02-02]"
    with pytest.raises(Invalid) as refused:
        programme(one("first_meeting: 2027-02-03"), closed)
    (found,) = refused.value.problems

    assert (found.code, found.field) == ("N06", "programme.closed")
    assert all(word in Voice("da", sentences("da")).tell(found.code, found.values) for word in ("seminaret", "seminar: {date: 2027-01-20}"))
    assert programme(one("first_meeting: 2027-02-03"), closed + "\nseminar: {date: 2027-01-20}").seminar is not None


def test_mentors_who_can_never_meet_are_a_problem() -> None:
    fields, more = "first_meeting: 2027-02-03, dates: {2: 2027-03-03, 3: 2027-04-07, 4: 2027-05-05}", "seminar: {date: 2027-01-20}"
    with pytest.raises(Invalid) as refused:
        programme(one(fields), f"closed: [2027-01-21/2029-12-31]\n{more}")

    assert [(found.code, found.field) for found in refused.value.problems] == [("N05", "programme.closed")]


def test_what_is_told_of_all_groups_is_told_once_and_without_a_place() -> None:
    """The planner knows fields; where they stand in the file, others know."""
    two = one("start_after: 2027-02-03") + "\n" + one("start_after: 2027-02-03", "Hold 2")
    with pytest.raises(Invalid) as refused:
        programme(two, "closed: [2027-01-01/2029-12-31]")
    with pytest.raises(Invalid) as no_seminar:
        programme(one("first_meeting: 2027-02-03"), "closed: [2026-11-01/2027-02-02]")

    assert [(found.code, found.place) for found in refused.value.problems] == [("N05", Place(""))]
    assert [found.place for found in no_seminar.value.problems] == [Place("")]


def test_a_programme_knows_when_it_is_closed_from_the_seminar_to_the_last_conversation() -> None:
    """The seminar is on 20 January, the last conversation on 22 April; a day before, and one after, is nobody's concern."""
    closed = "closed: [2027-01-18, 2027-01-22, 2027-04-06, 2027-04-19, 2027-04-26]\nbreaks: none\nseminar: {date: 2027-01-20}"
    plan = programme(one("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true"), closed)
    none = programme(one("first_meeting: 2027-02-04"), "closed: [2027-02-01, 2027-03-01, 2027-06-01]\nbreaks: none\nseminar: false")

    assert plan.seminar is not None
    assert [spell.first.isoformat() for spell in plan.closed] == ["2027-01-22", "2027-04-06", "2027-04-19"]
    assert [spell.first.isoformat() for spell in none.closed] == ["2027-03-01"]


def test_a_year_without_an_open_day_is_a_problem() -> None:
    assert problem("start_after: 2027-02-03", "closed: [2027-01-01/2029-12-31]") == ("N05", "programme.closed")


def test_a_programme_after_2099_is_a_problem() -> None:
    assert problem("first_meeting: 2099-11-10") == ("N02", "groups.0.meetings")


def test_the_last_day_that_we_know_may_still_be_the_last_meeting() -> None:
    assert dates(group("first_meeting: 2099-09-02, meetings: 2, dates: {2: 2099-12-31}")) == ["2099-09-02", "2099-12-31"]


def test_a_programme_that_ends_in_2099_has_its_dates_of_deletion_after_it() -> None:
    found = programme(one("first_meeting: 2099-08-25"))

    assert found.events[-1].on.year == 2100


def test_every_country_that_is_offered_has_holidays() -> None:
    offered = plan.countries()

    assert {"DK", "GL", "FO", "NO", "SE", "FI", "IS", "DE", "NL", "GB"} <= set(offered)
    assert all(daysoff.public_holidays(country, part, 2027) for country in ("DK", "GB", "DE") for part in (None, *offered[country]))


def test_an_unknown_country_is_a_problem() -> None:
    assert problem("first_meeting: 2027-02-03", "holidays: {country: QQ}") == ("N04", "programme.holidays.country")
    assert problem("first_meeting: 2027-02-03", "holidays: {country: DK, subdivision: Nordjylland}") == (
        "N04",
        "programme.holidays.subdivision",
    )


def test_content_without_agendas_gives_one_slot_from_start_to_end() -> None:
    bare = replace(content(), agendas={}, seminar=())
    found = plan.programme(organisation(one("first_meeting: 2027-02-03")), bare)
    assert found.seminar is not None

    agendas = [found.seminar.agenda, found.groups[0].meetings[0].agenda]
    assert [(slot.start, slot.minutes) for each in agendas for slot in each.slots] == [(time(8, 30), 240), (time(16), 180)]
    assert agendas[1].slots[0].title.said_in("da") == "Hold 1"


def test_a_meeting_may_end_just_before_midnight() -> None:
    assert f"{group('first_meeting: 2027-02-03, start: 20:59').meetings[0].end:%H:%M}" == "23:59"


def test_the_problems_of_all_groups_come_together() -> None:
    two = (
        one("first_meeting: 2027-02-03, dates: {2: 2027-02-03}") + "\n" + one("first_meeting: 2027-02-03, dates: {3: 2027-02-01}", "Hold 2")
    )
    with pytest.raises(Invalid) as refused:
        programme(two)

    assert [found.field for found in refused.value.problems] == ["groups.0.dates.2", "groups.1.dates.3"]


# --- homework


def test_homework_is_due_so_many_working_days_before_each_meeting_but_the_first() -> None:
    due = [meeting.homework_due for meeting in group("first_meeting: 2027-02-04").meetings]

    assert due == [None, date(2027, 3, 1), date(2027, 3, 24), date(2027, 4, 26)]


def test_a_deadline_may_lie_in_a_break_but_not_on_a_closed_day() -> None:
    in_break = group("first_meeting: 2027-02-01").meetings[1].homework_due
    closed = group("first_meeting: 2027-02-01", "closed: [2027-02-24]").meetings[1].homework_due

    assert (in_break, closed) == (date(2027, 2, 24), date(2027, 2, 23))


def test_no_working_days_before_means_the_day_itself() -> None:
    assert group("first_meeting: 2027-02-03, homework: {due_working_days_before: 0}").meetings[1].homework_due == date(2027, 3, 3)


def test_current_leaders_hand_nothing_in() -> None:
    assert [meeting.homework_due for meeting in group("first_meeting: 2027-02-03, cohort: acting-leaders").meetings] == [None] * 4


@pytest.mark.parametrize(("based_on", "homework", "hands_in"), [
    ("acting-leaders", "", False),
    ("acting-leaders", ", homework: written", True),
    ("aspiring-leaders", "", True),
    ("aspiring-leaders", ", homework: reflection", False),
])  # fmt: skip
def test_an_organisations_own_type_decides_on_homework(based_on: str, homework: str, hands_in: bool) -> None:
    own = f"cohorts: {{fagledere: {{name: Fagledere, based_on: {based_on}{homework}}}}}"
    plan = group("first_meeting: 2027-02-03, cohort: fagledere", more=own)

    assert (plan.meetings[1].homework_due is not None) is hands_in
    assert (plan.cohort, plan.based_on) == ("fagledere", based_on)


# --- closing conversations


def test_conversations_end_within_three_weeks_of_the_last_meeting() -> None:
    talks = group("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true").closing_conversations

    assert talks is not None
    assert (talks.first_day, talks.last_day, talks.homework_due, talks.minutes) == (
        date(2027, 4, 12),
        date(2027, 4, 22),
        date(2027, 4, 7),
        60,
    )


def test_conversations_keep_out_of_july_and_have_five_days() -> None:
    talks = group("first_meeting: 2027-04-27, meetings: 3, closing_conversations: true").closing_conversations

    assert talks is not None
    assert (talks.first_day, talks.last_day) == (date(2027, 8, 2), date(2027, 8, 6))


def test_conversations_of_current_leaders_need_no_homework() -> None:
    fields = "first_meeting: 2027-02-04, cohort: acting-leaders, closing_conversations: true, closing_conversation_minutes: 45"
    talks = group(fields).closing_conversations

    assert talks is not None
    assert (talks.homework_due, talks.minutes) == (None, 45)


def test_without_conversations_there_are_none() -> None:
    assert group("first_meeting: 2027-02-04").closing_conversations is None


# --- those who stopped


def test_later_agendas_follow_those_who_remain() -> None:
    left: Left = {"hold-1": (date(2027, 3, 3), date(2027, 3, 20))}
    plan = programme(one("first_meeting: 2027-02-03"), left=left).groups[0]

    assert [meeting.agenda.people for meeting in plan.meetings] == [6, 5, 4, 4]
    assert plan.mentees == 6


def test_an_agenda_is_never_for_fewer_than_it_can_be() -> None:
    left: Left = {"hold-1": tuple(date(2027, 2, number) for number in range(4, 11))}
    plan = programme(one("first_meeting: 2027-02-03"), left=left).groups[0]

    assert plan.meetings[1].agenda.people == 3


@pytest.mark.parametrize(("fields", "programme_fields", "name"), [
    ("first_meeting: 2027-02-03", "closed: [2027-02-04/2027-10-01]", "closed"),
    ("first_meeting: 2027-02-03, dates: {3: 2027-02-05}", "", "dates"),
])  # fmt: skip
def test_the_sentence_names_what_to_relax(fields: str, programme_fields: str, name: str) -> None:
    assert all(f" under {name}" in said for said in sentences_of(fields, programme_fields))


def test_the_programme_knows_when_nobody_works_from_its_first_date_to_its_last() -> None:
    plan = programme(one("first_meeting: 2027-02-03"))
    first, last = plan.events[0].on, plan.events[-1].on

    assert plan.days_off == daysoff.around(daysoff.DaysOff(country="DK"), first, last)
    assert min(plan.days_off) < first < last < max(plan.days_off)


def test_a_plan_tells_everything_in_one_order() -> None:
    """A set is told in another order by another process, and then everything would be made anew."""
    assert "set(" not in repr(programme(one("first_meeting: 2027-02-03")))
