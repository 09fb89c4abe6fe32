"""Agendas sum exactly, keep every slot at its least or more, and say what had to go."""

import re
from datetime import time

import pytest

from kit.model.library import AgendaItem, AgendaTemplate, Part, ScriptBlock, Step, Tags
from kit.model.programme import Agenda
from kit.model.words import text
from kit.plan import agenda
from plan.made import content, group, one, programme

TAGS = Tags(basis="own", audience=("mentor",), phase="group-meetings")
GROUP_TEMPLATES = sorted(name for name in content().agendas if not name.startswith("mentor-meeting"))
MENTOR_TEMPLATES = sorted(name for name in content().agendas if name.startswith("mentor-meeting"))


def template(*items: AgendaItem) -> AgendaTemplate:
    return AgendaTemplate(id="test", title=text("Prøve"), based_on="aspiring-leaders", meeting=1, items=items, tags=TAGS)


def item(name: str, wished: int = 0, least: int | None = None, **more: object) -> AgendaItem:
    fewest = wished if least is None else least
    return AgendaItem(id=name, title=text(name), how=text(""), wished=wished, least=fewest, **more)  # type: ignore[arg-type]


def minutes(found: Agenda) -> dict[str, int]:
    return {slot.item: slot.minutes for slot in found.slots}


def fitted(length: int, *items: AgendaItem, people: int = 6) -> Agenda:
    return agenda.fitted(template(*items), length, people, time(16))


# --- the arithmetic


def test_wished_minutes_that_fit_are_kept() -> None:
    assert minutes(fitted(60, item("a", 40, 10), item("b", 20, 10))) == {"a": 40, "b": 20}


def test_minutes_for_each_person_are_counted() -> None:
    assert minutes(fitted(40, item("a", 10), item("round", 0, 0, each=5, least_each=2), people=6)) == {"a": 10, "round": 30}


def test_focus_rounds_are_halved_with_the_larger_half_first() -> None:
    first = item("first", each=20, least_each=20, per="first-half")
    second = item("second", each=20, least_each=20, per="second-half")

    assert minutes(fitted(100, first, second, people=5)) == {"first": 60, "second": 40}
    assert minutes(fitted(120, first, second, people=6)) == {"first": 60, "second": 60}


def test_a_turn_says_how_long_it_is() -> None:
    turns, mixed, plain = fitted(60, item("round", each=5), item("road", wished=6, each=3), item("talk", wished=6)).slots

    assert (turns.each, mixed.each, plain.each) == (5, 3, 0)


def test_those_who_share_an_item_have_the_same_time() -> None:
    (talks,) = fitted(51, item("talks", wished=50, sharing=2)).slots

    assert talks.each == 25


def test_a_turn_grows_and_shrinks_with_its_item() -> None:
    road = item("road", wished=6, least=2, each=4, least_each=2, grow=1)

    assert [fitted(length, road).slots[0].each for length in (42, 30, 26, 20, 14)] == [6, 4, 4, 3, 2]


def test_the_steps_of_a_turn_share_it_in_whole_minutes() -> None:
    talks = item("talks", wished=50, least=20, sharing=2, steps=(3, 12, 6, 4))

    assert [fitted(length, talks).slots[0].steps for length in (50, 40)] == [((3, 12, 6, 4),), ((2, 10, 5, 3),)]


def test_steps_of_an_item_without_turns_share_its_minutes() -> None:
    writing, talk = fitted(44, item("writing", wished=20, least=10, steps=(10, 10)), item("talk", wished=24)).slots

    assert (writing.steps, talk.steps) == (((10, 10),), ())


def test_a_turn_for_which_there_is_no_time_has_no_minutes() -> None:
    assert fitted(3, item("round", each=5, least_each=5)).slots[0].each == 0


def test_an_item_for_all_is_no_focus_and_a_walk_keeps_its_share_outdoors() -> None:
    all_of_them, walk = fitted(60, item("round", each=5), item("walk", wished=60, least=30, outdoors=40)).slots

    assert (all_of_them.focus, all_of_them.outdoors) == (0, 0)
    assert (walk.minutes, walk.focus, walk.outdoors) == (30, 0, 20)


def test_what_was_left_out_is_known_by_its_name() -> None:
    (gone,) = fitted(30, item("talk", 30), item("game", 20, drop=1)).dropped

    assert (gone.item, gone.title.said_in("da")) == ("game", "game")


def test_it_is_said_how_many_are_in_focus() -> None:
    first = item("first", each=20, least_each=20, per="first-half")
    second = item("second", each=20, least_each=20, per="second-half")

    assert [slot.focus for slot in fitted(100, first, second, people=5).slots] == [3, 2]


def test_too_little_time_is_taken_from_what_lies_above_the_least() -> None:
    assert minutes(fitted(50, item("a", 40, 20), item("b", 20, 10))) == {"a": 33, "b": 17}
    assert minutes(fitted(30, item("a", 40, 20), item("b", 20, 10))) == {"a": 20, "b": 10}


def test_rounding_gives_the_odd_minute_to_the_largest_remainder() -> None:
    assert agenda.shared(10, [1, 1, 1]) == [4, 3, 3]
    assert agenda.shared(10, [5, 3, 1]) == [6, 3, 1]
    assert agenda.shared(0, [1, 2]) == [0, 0]
    assert agenda.shared(7, [0, 0]) == [0, 0]


def test_what_does_not_fit_goes_in_the_drop_order_and_is_told() -> None:
    found = fitted(39, item("a", 30, 30), item("b", 20, 15, drop=2), item("c", 20, 10, drop=1))

    assert [gone.item for gone in found.dropped] == ["b", "c"]
    assert minutes(found) == {"a": 39}


def test_only_as_much_goes_as_must() -> None:
    found = fitted(45, item("a", 30, 30), item("b", 20, 15, drop=2), item("c", 20, 10, drop=1))

    assert [gone.item for gone in found.dropped] == ["c"]
    assert minutes(found) == {"a": 30, "b": 15}


def test_what_went_first_comes_back_when_something_longer_had_to_go() -> None:
    found = fitted(45, item("a", 30, 30), item("b", 60, 40, drop=2), item("c", 15, 10, drop=1))

    assert [gone.item for gone in found.dropped] == ["b"]
    assert minutes(found) == {"a": 30, "c": 15}


def test_of_all_that_went_the_last_comes_back_first() -> None:
    first, second, third = item("first", 5, drop=1), item("second", 10, drop=2), item("third", 60, drop=3)

    assert minutes(fitted(50, item("fixed", 40), first, second, third)) == {"fixed": 40, "second": 10}


def test_a_turn_that_is_at_its_least_is_not_made_shorter() -> None:
    found = fitted(39, item("round", each=5, least_each=5), item("talk", 30, 10))

    assert found.lacking == 1


def test_an_item_without_a_place_in_the_drop_order_never_goes() -> None:
    found = fitted(40, item("a", 30, 30), item("b", 20, 20))

    assert (minutes(found), found.lacking, found.dropped) == ({"a": 24, "b": 16}, 10, ())


def test_freed_minutes_go_in_the_grow_order_up_to_the_most() -> None:
    growing = (item("a", 20, 10, grow=2, most=30), item("b", 20, 10, grow=1, most=25), item("c", 10))

    assert minutes(fitted(53, *growing)) == {"a": 20, "b": 23, "c": 10}
    assert minutes(fitted(58, *growing)) == {"a": 23, "b": 25, "c": 10}


def test_what_is_over_when_all_have_their_most_is_shared_by_those_that_grow() -> None:
    assert minutes(fitted(75, item("a", 20, 10, grow=2, most=30), item("b", 20, 10, grow=1, most=20), item("c", 10))) == {
        "a": 39,
        "b": 26,
        "c": 10,
    }


def test_what_is_over_makes_nobodys_turn_longer() -> None:
    turns, talk = item("round", each=5, least_each=5, grow=1, most=30), item("talk", 10, grow=2, most=10)

    assert minutes(fitted(50, turns, talk)) == {"round": 30, "talk": 20}


def test_an_item_without_most_takes_everything() -> None:
    assert minutes(fitted(100, item("a", 20, grow=1), item("b", 20, grow=2, most=30))) == {"a": 80, "b": 20}


def test_where_nothing_grows_the_longest_does() -> None:
    assert minutes(fitted(60, item("a", 20), item("b", 30))) == {"a": 20, "b": 40}


def test_most_is_never_below_what_is_wished() -> None:
    assert minutes(fitted(61, item("a", each=10, least_each=5, grow=1, most=30), item("b", 0))) == {"a": 61}


def test_slots_follow_each_other_from_the_start() -> None:
    found = agenda.fitted(template(item("a", 45), item("b", 15, pause=True), item("c", 60)), 120, 6, time(15, 30))

    assert [(slot.title.said_in("da"), slot.start, slot.pause) for slot in found.slots] == [
        ("a", time(15, 30), False),
        ("b", time(16, 15), True),
        ("c", time(16, 30), False),
    ]


def test_after_midnight_the_clock_begins_again() -> None:
    assert agenda.later(time(22, 30), 120) == time(0, 30)


# --- every cell of the real content


@pytest.mark.parametrize("name", GROUP_TEMPLATES)
def test_every_length_and_size_sums_exactly_with_every_slot_at_its_least(name: str) -> None:
    found = content().agendas[name]
    for length in range(120, 241):
        for people in range(3, 9):
            needs = {need.item.id: need for need in (agenda.Need.of(each, people) for each in found.items)}
            made = agenda.fitted(found, length, people, time(16))

            assert sum(slot.minutes for slot in made.slots) == length
            assert all(slot.minutes >= needs[slot.item].least for slot in made.slots), (length, people)
            assert {slot.item for slot in made.slots} | {gone.item for gone in made.dropped} == {
                key for key, need in needs.items() if need.wished
            }
            assert made.lacking == 0


@pytest.mark.parametrize("name", GROUP_TEMPLATES)
def test_every_turn_of_every_agenda_has_its_whole_minutes(name: str) -> None:
    found = {each.id: each for each in content().agendas[name].items}
    for length in range(120, 241):
        for people in range(3, 9):
            turned = [slot for slot in agenda.fitted(content().agendas[name], length, people, time(16)).slots if slot.each]
            counted = {slot.item: agenda.Need.of(found[slot.item], people).turns or found[slot.item].sharing for slot in turned}

            assert {slot.item for slot in turned} >= {key for key, each in found.items() if (each.each or each.sharing) and not each.drop}
            assert [slot.item for slot in turned if slot.each * counted[slot.item] > slot.minutes] == []


@pytest.mark.parametrize("name", GROUP_TEMPLATES)
def test_every_step_has_a_minute_and_the_steps_fill_their_turn(name: str) -> None:
    for length in range(120, 241):
        for people in range(3, 9):
            stepped = [slot for slot in agenda.fitted(content().agendas[name], length, people, time(16)).slots if slot.steps]

            assert [sum(slot.steps[0]) - (slot.each or slot.minutes) for slot in stepped] in ([], [0]), (length, people)
            assert all(min(slot.steps[0]) > 0 and len(slot.steps[0]) <= 4 for slot in stepped), (length, people)


@pytest.mark.parametrize("name", GROUP_TEMPLATES)
def test_six_people_and_three_hours_have_what_is_wished(name: str) -> None:
    found = content().agendas[name]
    wished = {each.id: agenda.Need.of(each, 6).wished for each in found.items}

    assert minutes(agenda.fitted(found, 180, 6, time(16))) == wished


@pytest.mark.parametrize("name", MENTOR_TEMPLATES)
def test_mentor_meetings_sum_from_half_an_hour_to_four(name: str) -> None:
    for length in range(30, 241):
        assert sum(slot.minutes for slot in agenda.fitted(content().agendas[name], length, 3, time(8, 30)).slots) == length


# --- which agenda a meeting follows


@pytest.mark.parametrize(("meetings", "expected"), [
    (2, (1, 4)),
    (3, (1, 2, 4)),
    (4, (1, 2, 3, 4)),
    (5, (1, 2, 3, 3, 4)),
    (6, (1, 2, 2, 3, 3, 4)),
    (7, (1, 2, 2, 3, 3, 3, 4)),
    (8, (1, 2, 2, 2, 3, 3, 3, 4)),
])  # fmt: skip
def test_more_or_fewer_meetings_share_the_four_agendas(meetings: int, expected: tuple[int, ...]) -> None:
    assert agenda.template_numbers(meetings) == expected


@pytest.mark.parametrize(("meetings", "expected"), [
    (2, ["aspiring-1", "aspiring-3-last"]),
    (3, ["aspiring-1", "aspiring-2", "aspiring-3-last"]),
    (4, ["aspiring-1", "aspiring-2", "aspiring-3", "aspiring-3-last"]),
    (5, ["aspiring-1", "aspiring-2", "aspiring-3", "aspiring-3", "aspiring-3-last"]),
])  # fmt: skip
def test_a_group_with_conversations_ends_with_the_last_version_of_meeting_three(meetings: int, expected: list[str]) -> None:
    plan = group(f"first_meeting: 2027-08-24, meetings: {meetings}, closing_conversations: true")

    assert [meeting.agenda.template for meeting in plan.meetings] == expected


def test_current_leaders_with_conversations_end_with_their_own_last_meeting() -> None:
    plan = group("first_meeting: 2027-08-24, meetings: 3, cohort: acting-leaders, closing_conversations: true")

    assert [meeting.agenda.template for meeting in plan.meetings] == ["acting-1", "acting-2", "acting-4"]


def test_outside_the_lengths_and_sizes_the_nearest_agenda_is_used() -> None:
    def computed(fields: str) -> tuple[int, int]:
        found = group(f"first_meeting: 2027-08-24, {fields}").meetings[0].agenda
        return found.minutes, found.people

    assert computed("hours: 1") == (120, 6)
    assert computed("hours: 6") == (240, 6)
    assert computed("hours: 2.25") == (135, 6)
    assert computed("mentees: 2") == (180, 3)
    assert computed("mentees: 12") == (180, 8)


def test_a_meeting_without_a_template_has_one_slot() -> None:
    found = agenda.plain(text("Hold 1"), 180, time(16))

    assert (found.template, found.minutes, found.dropped) == ("", 180, ())
    assert [(slot.item, slot.title.said_in("da"), slot.start, slot.minutes) for slot in found.slots] == [("", "Hold 1", time(16), 180)]


# --- the seminar


def block(name: str, lengths: dict[int, int], *steps: dict[int, int], pause: bool = False) -> ScriptBlock:
    words = text(name)
    parts = (Part(title=words, steps=tuple(Step(minutes=step, do=words) for step in steps)),) if steps else ()
    return ScriptBlock(
        id=name,
        title=words,
        happens=words,
        purpose=words,
        parts=parts,
        minutes=lengths,
        handouts=(),
        cut=(),
        materials=None,
        few_mentors=None,
        short=words,
        snags=(),
        page="seminar",
        tags=TAGS,
        pause=pause,
    )


def test_the_seminar_keeps_the_lengths_of_its_script() -> None:
    day = (block("a", {180: 100, 240: 130, 360: 200}), block("b", {180: 80, 240: 110, 360: 125}), block("lunch", {360: 35}, pause=True))

    assert [minutes(agenda.of_seminar(day, length, time(8, 30))) for length in (180, 240, 360)] == [
        {"a": 100, "b": 80},
        {"a": 130, "b": 110},
        {"a": 200, "b": 125, "lunch": 35},
    ]


def test_a_block_that_only_a_longer_day_has_is_neither_held_nor_missed() -> None:
    day = (block("a", {180: 100, 240: 130, 360: 200}), block("b", {180: 80, 240: 110, 360: 125}), block("lunch", {360: 35}, pause=True))
    found = agenda.of_seminar(day, 200, time(8, 30))

    assert (found.template, minutes(found), found.dropped) == ("seminar", {"a": 110, "b": 90}, ())


def test_two_lunches_come_one_at_a_time() -> None:
    assert agenda.interpolated([100, 0, 0], [150, 30, 30], 140) == [110, 30, 0]


def test_between_two_lengths_blocks_lie_between_and_a_lunch_comes_whole_or_not_at_all() -> None:
    day = (block("a", {180: 100, 240: 130, 360: 200}), block("b", {180: 80, 240: 110, 360: 125}), block("lunch", {360: 35}, pause=True))
    shorter, longer = agenda.of_seminar(day, 270, time(8, 30)), agenda.of_seminar(day, 300, time(8, 30))

    assert minutes(shorter) == {"a": 155, "b": 115}
    assert [(gone.item, gone.title.said_in("da")) for gone in shorter.dropped] == [("lunch", "lunch")]
    assert minutes(longer) == {"a": 151, "b": 114, "lunch": 35}


def test_the_steps_sum_to_their_block() -> None:
    day = (block("a", {180: 180, 240: 240}, {180: 100, 240: 120}, {180: 80, 240: 100}, {240: 20}),)

    assert [agenda.of_seminar(day, length, time(8, 30)).slots[0].steps for length in (180, 200, 220, 240)] == [
        ((100, 80, 0),),
        ((100, 80, 20),),
        ((110, 90, 20),),
        ((120, 100, 20),),
    ]


def test_a_block_with_steps_begins_when_the_one_before_it_ends() -> None:
    day = (block("a", {180: 60}, {180: 60}), block("b", {180: 120}, {180: 70}, {180: 50}))

    assert [(slot.item, slot.title.said_in("da"), slot.start) for slot in agenda.of_seminar(day, 180, time(8, 30)).slots] == [
        ("a", "a", time(8, 30)),
        ("b", "b", time(9, 30)),
    ]


def test_steps_that_do_not_sum_still_fill_their_block() -> None:
    assert agenda.interpolated([5, 5], [10, 10], 6) == [3, 3]
    assert agenda.interpolated([5, 5], [10, 10], 26) == [13, 13]
    assert agenda.interpolated([10, 4], [10, 10], 16) == [10, 6]
    assert agenda.interpolated([10, 4], [8, 10], 16) == [10, 6]
    assert agenda.interpolated([10, 4], [10, 10], 19) == [10, 9]
    assert agenda.interpolated([10, 2], [10, 4], 30) == [10, 20]
    assert agenda.interpolated([5, 5], [5, 5], 26) == [13, 13]


def test_what_belongs_together_takes_the_place_of_what_only_the_short_day_has() -> None:
    assert agenda.interpolated([100, 9, 0], [120, 0, 14], 114, [0, 1, 1]) == [100, 0, 14]
    assert agenda.interpolated([100, 9, 0], [120, 0, 14], 113, [0, 1, 1]) == [104, 9, 0]
    assert agenda.interpolated([100, 9, 0], [120, 0, 9], 109, [0, 1, 1]) == [100, 9, 0]


def test_a_block_whose_last_step_is_not_held_is_not_missed() -> None:
    day = (block("a", {180: 180, 240: 240}, {180: 180, 240: 220}, {240: 20}),)

    assert agenda.of_seminar(day, 180, time(8, 30)).dropped == ()


def test_outside_three_to_six_hours_the_nearest_seminar_is_used() -> None:
    day = (block("a", {180: 180, 240: 240, 360: 360}),)

    assert [agenda.of_seminar(day, length, time(8, 30)).minutes for length in (120, 150, 480)] == [180, 180, 360]


@pytest.mark.parametrize("length", range(180, 361, 5))
def test_every_length_of_the_real_seminar_sums_and_keeps_its_pauses(length: int) -> None:
    found = agenda.of_seminar(content().seminar, length, time(8, 30))

    assert sum(slot.minutes for slot in found.slots) == length
    assert all(sum(map(sum, slot.steps)) == slot.minutes for slot in found.slots if slot.steps)
    assert all(slot.minutes >= 0 and min(map(min, slot.steps), default=0) >= 0 for slot in found.slots)
    assert any(slot.pause for slot in found.slots)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("length", range(180, 361))
def test_the_focus_round_keeps_the_minutes_of_its_card_at_every_length(length: int, language: str) -> None:
    """It ran to 18 minutes in a short day and to 33 in a long one, with »20 minutes« on the card in the mentors' hands."""
    card = content().blocks["handouts/h9-focus-round"].body.said_in(language)
    first, *others = next(
        slot.steps for slot in agenda.of_seminar(content().seminar, length, time(8, 30)).slots if slot.item == "focus-round"
    )

    assert list(first) == [int(number) for number in re.findall(r"^\| (\d+) \|", card, re.MULTILINE)]
    assert others[0] in ((0,), (sum(first),))  # »the same times as before«


@pytest.mark.parametrize("length", range(180, 361))
def test_a_day_sorts_the_cards_or_reads_the_key_and_never_half_of_each(length: int) -> None:
    """A day of 230 minutes laid the cards and then read: »no card sort today«."""
    lay, compare, read = next(
        slot.steps[0] for slot in agenda.of_seminar(content().seminar, length, time(8, 30)).slots if slot.item == "practice"
    )

    assert (lay, compare, read) in ((12, 10, 0), (0, 0, 9))


@pytest.mark.parametrize("length", range(180, 361))
def test_between_two_lengths_no_step_runs_away(length: int) -> None:
    """A day of five hours read out the dates for ten minutes, for want of anything else to do."""
    known = [agenda.of_seminar(content().seminar, each, time(8, 30)).slots for each in (180, 240, 360)]
    most = {
        (slot.item, place): max(
            minutes for slots in known for other in slots if other.item == slot.item for minutes in [sum(other.steps, ())[place]]
        )
        for slot in known[-1]
        for place in range(len(sum(slot.steps, ())))
    }
    found = agenda.of_seminar(content().seminar, length, time(8, 30)).slots

    assert {
        (slot.item, place) for slot in found for place, minutes in enumerate(sum(slot.steps, ())) if minutes > most[slot.item, place] + 3
    } == set()


def test_the_seminars_end_is_that_of_the_file_even_where_the_agenda_is_the_nearest() -> None:
    plan = programme(one("first_meeting: 2027-02-03"), "seminar: {hours: 7}").seminar

    assert plan is not None
    assert (plan.end, plan.agenda.minutes) == (time(15, 30), 360)
