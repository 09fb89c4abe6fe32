"""Naive plans collide in 86.3 % of all starting days (brief, section 3); ours in none. `tests/bench/sweep.py` plans them all."""

import pytest
from bench import sweep

from plan.made import content, programme


def test_there_are_1043_starting_days() -> None:
    assert len([*sweep.starting_days()]) == 1043


@pytest.mark.parametrize("start", ["start_after", "first_meeting"])
def test_no_chosen_date_collides_and_none_moves_far(start: str) -> None:
    found = sweep.Sweep()
    for number, organisation in enumerate(sweep.organisations(start)):
        if number % 7 == 0:
            sweep.judge(
                found,
                sweep.plan.programme(organisation, content()),
                sweep.daysoff.of(organisation, content().breaks),
                given=start == "first_meeting",
            )

    assert found.plans > 250
    assert found.collisions == []
    assert found.far == []


def test_working_days_are_counted_without_weekends() -> None:
    wednesday, thursday_after = sweep.date(2027, 2, 3), sweep.date(2027, 2, 11)

    assert sweep.working_days_between(wednesday, thursday_after) == sweep.working_days_between(thursday_after, wednesday) == 6


def test_a_collision_would_be_seen() -> None:
    found = sweep.Sweep()
    plan = programme("- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-04}", "closed: []")
    sweep.judge(found, plan, sweep.daysoff.DaysOff(country="DK", closed=((plan.groups[0].meetings[1].on,) * 2,)), given=True)

    assert found.collisions == ["meeting 2027-03-04"]
