"""The arithmetic of hours, as the brief has it (section 3), and every assumption a field."""

import pytest

from kit.model.programme import GroupBudget, HourParts, Programme
from plan.made import one, programme, sentences


def budget(fields: str = "first_meeting: 2027-02-03", wish: str = "") -> GroupBudget:
    return programme(one(fields), wish).budget.groups[0]


def compared(found: GroupBudget) -> list[tuple[tuple[float, float], int | None]]:
    return [(other.hours, other.break_even_mentees) for other in found.one_to_one]


def assumed(plan: Programme) -> dict[str, float]:
    return {found.name: found.value for found in plan.budget.assumptions}


# --- the numbers of the brief


def test_a_mentor_of_aspiring_leaders_spends_33_hours() -> None:
    found = budget()

    assert found.hours_per_mentor == 12 + 8.5 + 4 * 2 + 4 + 0.5 == 33
    assert found.hours_per_mentor / 6 == 5.5


def test_a_mentor_of_current_leaders_spends_29_hours() -> None:
    found = budget("first_meeting: 2027-02-03, cohort: acting-leaders")

    assert found.hours_per_mentor == 12 + 8.5 + 4 * 1 + 4 + 0.5 == 29
    assert round(found.hours_per_mentor / 6, 1) == 4.8


def test_a_mentee_spends_15_to_21_hours() -> None:
    assert budget().hours_per_mentee == (15, 21)


def test_six_long_pairs_take_84_hours_and_six_short_51_to_60() -> None:
    assert [hours for hours, _ in compared(budget())] == [(84, 84), (51, 60)]


def test_aspiring_leaders_break_even_at_3_and_4_mentees_and_current_leaders_at_3_and_4() -> None:
    assert [mentees for _, mentees in compared(budget())] == [3, 4]
    assert [mentees for _, mentees in compared(budget("first_meeting: 2027-02-03, cohort: acting-leaders"))] == [3, 4]


def test_with_two_dropouts_the_gain_against_the_short_one_shrinks_to_1_to_7_hours() -> None:
    (_, short) = compared(budget("first_meeting: 2027-02-03, mentees: 4"))

    assert [hours - 33 for hours in short[0]] == [1, 7]


def test_with_three_dropouts_the_gain_is_gone() -> None:
    (_, short) = compared(budget("first_meeting: 2027-02-03, mentees: 3"))

    assert short[0][1] - 33 < 0


# --- 3+1


@pytest.mark.parametrize(("minutes", "meeting_and_talk_hours"), [(45, 13.5), (60, 15)])
def test_three_meetings_and_a_conversation_take_more_of_the_mentor_not_less(minutes: int, meeting_and_talk_hours: float) -> None:
    fields = f"first_meeting: 2027-02-04, meetings: 3, closing_conversations: true, closing_conversation_minutes: {minutes}"
    other_hours = 5 * 1 + 1.5 + 3 * 2 + 4.5

    assert budget(fields).hours_per_mentor == meeting_and_talk_hours + other_hours
    assert meeting_and_talk_hours > 12


def test_the_conversation_and_its_homework_are_in_the_mentees_hours() -> None:
    assert budget("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true").hours_per_mentee == (9 + 1 + 3, 9 + 1 + 9)


def test_hours_have_two_decimals() -> None:
    found = budget("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true, closing_conversation_minutes: 50")

    assert found.hours_per_mentee == (12.83, 18.83)


def test_a_conversation_with_each_moves_the_break_even() -> None:
    fields = "first_meeting: 2027-02-04, meetings: 3, closing_conversations: true, closing_conversation_minutes: 180"

    assert [mentees for _, mentees in compared(budget(fields))] == [3, 5]


# --- what the hours are for


def test_the_hours_are_told_by_what_they_are_for() -> None:
    found = budget()
    long, short = found.one_to_one

    assert found.parts == HourParts(meetings=(12, 12), preparation=4 * 2, training=8.5 + 4 + 0.5)
    assert long.parts == HourParts(meetings=(6 * 5 * 1.5, 6 * 5 * 1.5), preparation=6 * 5 * 0.5, training=6 * 4)
    assert short.parts == HourParts(meetings=(6 * 3 * 1, 6 * 3 * 1.5), preparation=6 * 3 * 0.5, training=6 * 4)


def test_conversations_with_every_mentee_and_both_mentors_are_in_the_parts() -> None:
    found = budget("first_meeting: 2027-02-04, meetings: 3, closing_conversations: true, co_mentor: true")

    assert found.parts == HourParts(meetings=(2 * (9 + 6), 2 * (9 + 6)), preparation=2 * 3 * 2, training=2 * 11)


def test_what_it_is_compared_with_has_its_name() -> None:
    named = budget(wish="budget: {one_to_one: [{name: Fire samtaler, meetings: 4, hours: [1, 1]}]}").one_to_one

    assert [other.name.said_in("da") for other in budget().one_to_one] == ["en mentor til hver, fem møder", "en mentor til hver, tre møder"]
    assert [other.name.said_in("da") for other in named] == ["Fire samtaler"]


@pytest.mark.parametrize(("meetings", "hours", "expected"), [(40, 1, 1), (1, 1.2, 20), (1, 1.1, None)])
def test_it_may_take_less_from_the_first_mentee_to_the_twentieth(meetings: int, hours: float, expected: int | None) -> None:
    """33 hours for the group; a pair takes its meetings and half an hour before each. A group has twenty at most."""
    wish = f"budget: {{one_to_one: [{{name: Par, meetings: {meetings}, hours: [{hours}, {hours}]}}]}}"

    assert [mentees for _, mentees in compared(budget(wish=wish))] == [expected]


def test_only_the_time_for_homework_is_the_pilots_and_not_where_it_was_changed() -> None:
    pilots = {"mentee-homework-from", "mentee-homework-to"}
    both = one("first_meeting: 2027-02-03") + "\n" + one("first_meeting: 2027-02-03, cohort: acting-leaders", "Hold 2")
    usual = programme(both).budget.assumptions
    changed = programme(one("first_meeting: 2027-02-03"), "budget: {mentee_homework_hours: [2, 4]}").budget.assumptions

    assert {found.name: found.basis for found in usual} == {found.name: "pilot" if found.name in pilots else "own" for found in usual}
    assert {found.source for found in usual if found.name in pilots} == {"preparation-one-to-three-hours"}
    assert {(found.basis, found.source) for found in changed} == {("own", "")}


# --- fields


def test_every_assumption_is_a_field() -> None:
    wish = "\n".join([
        "seminar: {hours: 3}",
        "mentor_meetings: {hours: 2, midway_hours: 3}",
        "budget:",
        "  mentor_preparation_hours: {aspiring-leaders: 3, acting-leaders: 1.5}",
        "  mentee_homework_hours: [2, 4]",
        "  hr_hours: 80",
        "  one_to_one: [{name: Fire møder, meetings: 4, hours: [1, 2], preparation_hours: 1, training_hours: 2}]",
    ])  # fmt: skip
    plan = programme(one("first_meeting: 2027-02-03"), wish)
    found = plan.budget.groups[0]

    assert found.hours_per_mentor == 12 + 7 * 2 + 3 + 4 * 3 + 3 + 0.5
    assert found.hours_per_mentee == (12 + 3 * 2, 12 + 3 * 4)
    assert compared(found) == [((6 * (4 * 2 + 2), 6 * (4 * 3 + 2)), 5)]
    assert plan.budget.hr_hours == 80
    assert assumed(plan) == {
        "mentor-preparation-aspiring": 3,
        "seminar-prework": 0.5,
        "mentor-meeting": 2,
        "mentor-meeting-midway": 3,
        "mentee-homework-from": 2,
        "mentee-homework-to": 4,
        "hr-hours": 80,
        "one-to-one-preparation": 1,
        "one-to-one-training": 2,
    }


def test_the_methods_own_assumptions_are_told() -> None:
    plan = programme(one("first_meeting: 2027-02-03, cohort: acting-leaders"))

    assert assumed(plan) == {
        "mentor-preparation-acting": 1,
        "seminar-prework": 0.5,
        "mentor-meeting": 1,
        "mentor-meeting-midway": 1.5,
        "mentee-homework-from": 1,
        "mentee-homework-to": 3,
        "hr-hours": 60,
        "one-to-one-preparation": 0.5,
        "one-to-one-training": 4,
    }


def test_without_a_seminar_it_takes_no_hours_and_no_assumption() -> None:
    plan = programme(one("first_meeting: 2027-02-03"), "seminar: false")

    assert plan.budget.groups[0].hours_per_mentor == 33 - 4.5
    assert "seminar-prework" not in assumed(plan)


def test_only_the_mentor_meetings_that_are_held_count() -> None:
    before = programme(one("first_meeting: 2027-02-03"), "mentor_meetings: {after: false}")
    none = programme(one("first_meeting: 2027-02-03"), "mentor_meetings: {after: false, before: false}")

    assert before.budget.groups[0].hours_per_mentor == 33 - 8.5 + 4
    assert none.budget.groups[0].hours_per_mentor == 33 - 8.5
    assert "mentor-meeting-midway" not in assumed(before)
    assert "mentor-meeting" not in assumed(none)


def test_two_mentors_count_twice_against_one_to_one() -> None:
    found = budget("first_meeting: 2027-02-03, co_mentor: true")

    assert found.hours_per_mentor == 33
    assert [mentees for _, mentees in compared(found)] == [5, 8]


def test_a_group_that_never_takes_less_says_so() -> None:
    wish = "budget: {one_to_one: [{name: Én samtale, meetings: 1, hours: [1, 1]}]}"

    assert compared(budget(wish=wish)) == [((9, 9), None)]


def test_an_organisation_may_compare_with_nothing() -> None:
    plan = programme(one("first_meeting: 2027-02-03"), "budget: {one_to_one: []}")

    assert plan.budget.groups[0].one_to_one == ()
    assert "one-to-one-training" not in assumed(plan)


# --- cost


def test_without_rates_there_is_no_cost() -> None:
    assert programme(one("first_meeting: 2027-02-03")).budget.cost is None


def test_cost_is_hours_times_rates_in_the_files_currency() -> None:
    cost = programme(one("first_meeting: 2027-02-03"), "hourly_cost: {mentor: 500, mentee: 400, hr: 300, currency: EUR}").budget.cost

    assert cost is not None
    assert (cost.amount, cost.currency) == (33 * 500 + 6 * 18 * 400 + 60 * 300, "EUR")


def test_two_mentors_cost_twice() -> None:
    rates = "hourly_cost: {mentor: 500, mentee: 0, hr: 0}"
    cost = programme(one("first_meeting: 2027-02-03, co_mentor: true"), rates).budget.cost

    assert cost is not None
    assert (cost.amount, cost.currency) == (2 * 33 * 500, "DKK")


def test_every_assumption_has_a_sentence_in_both_languages() -> None:
    both = one("first_meeting: 2027-02-03") + "\n" + one("first_meeting: 2027-02-03, cohort: acting-leaders", "Hold 2")
    names = {f"assumption.{name}" for name in assumed(programme(both))}

    assert names == {code for code in sentences("da") if code.startswith("assumption.")}
    assert names == {code for code in sentences("en") if code.startswith("assumption.")}


def test_each_group_has_its_own_hours_by_its_id() -> None:
    """The mentors of groups four weeks apart meet separately: nobody counts the others' meetings."""
    two = programme(one("first_meeting: 2027-08-24, meetings: 2") + "\n" + one("first_meeting: 2027-11-16, meetings: 2", "Hold 2"))
    alone = programme(one("first_meeting: 2027-08-24, meetings: 2"))

    assert [found.id for found in two.budget.groups] == ["hold-1", "hold-2"]
    assert [found.hours_per_mentor for found in two.budget.groups] == [alone.budget.groups[0].hours_per_mentor] * 2


def test_as_many_hours_as_in_pairs_are_not_fewer() -> None:
    """33 hours for the group; with six mentees at five and a half hours a pair they are equal, so seven it takes."""
    equal = budget(wish="budget: {one_to_one: [{name: Par, meetings: 1, hours: [5.5, 5.5], preparation_hours: 0, training_hours: 0}]}")

    assert equal.hours_per_mentor == 33
    assert [mentees for _, mentees in compared(equal)] == [7]


def test_a_conversation_that_two_mentors_hold_counts_for_both() -> None:
    fields = "first_meeting: 2027-02-03, meetings: 3, closing_conversations: true, co_mentor: true"
    alone = budget(fields.replace(", co_mentor: true", ""))
    both = budget(fields)

    assert both.hours_per_mentor == alone.hours_per_mentor
    assert [mentees for _, mentees in compared(both)] == [5, 9]


def test_what_a_pair_is_assumed_to_take_is_told_of_the_first_one() -> None:
    pairs = "{name: A, meetings: 4, hours: [1, 1], preparation_hours: 2}, {name: B, meetings: 4, hours: [1, 1], preparation_hours: 3}"
    told = programme(one("first_meeting: 2027-02-03"), f"budget: {{one_to_one: [{pairs}]}}").budget.assumptions

    assert [found.value for found in told if found.name == "one-to-one-preparation"] == [2]


def test_mentors_who_meet_on_one_side_of_a_round_alone_still_have_hours_for_it() -> None:
    for wish in ("{before: false}", "{after: false}"):
        assert assumed(programme(one("first_meeting: 2027-02-03"), f"mentor_meetings: {wish}"))["mentor-meeting"] == 1
