"""Computed agendas are those that a person would make, and what they drop is what was looked at."""

import pytest

from kit.plan.agenda import Need
from tests.golden.agendas import DROPPED, LENGTHS, SIZES, TEMPLATES, by_hand, computed, dropped, shown
from tests.helpers import library


@pytest.mark.parametrize(("template", "mentees", "minutes", "expected"), list(by_hand()))
def test_an_agenda_is_the_one_written_by_hand(template: str, mentees: int, minutes: int, expected: str) -> None:
    assert shown(computed(template, mentees, minutes)) == expected


def test_the_cells_that_drop_something_are_the_ones_looked_at() -> None:
    assert dropped() == DROPPED.read_text(encoding="utf-8")


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_a_turn_is_a_whole_number_of_minutes(template: str, minutes: int) -> None:
    for mentees in SIZES:
        found = {slot.item: slot.minutes for slot in computed(template, mentees, minutes).slots}
        for need in (Need.of(item, mentees) for item in library().agendas[template].items):
            if need.turns and not need.item.wished and need.item.id in found:
                assert found[need.item.id] % need.turns == 0, (need.item.id, mentees, found[need.item.id])
