"""How far a date moves, and where to."""

import time
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice

import pytest

from kit.plan import moves
from kit.plan.daysoff import DaysOff

WEDNESDAY = date(2027, 2, 3)


def day(offset: int) -> date:
    return WEDNESDAY + timedelta(days=offset)


def row(
    off: set[int], wished: tuple[int, ...] = (0, 28, 56), given: Mapping[int, int] | None = None, apart: int = 14, **more: object
) -> list[int] | None:
    """The dates as days from the first Wednesday; weekends are free here, so that the numbers are easy to follow."""
    found = moves.placed(
        moves.Row(
            wished=[day(offset) for offset in wished],
            given={number: day(offset) for number, offset in (given or {}).items()},
            free=lambda on: (on - WEDNESDAY).days not in off,
            earliest=WEDNESDAY,
            apart=timedelta(days=apart),
            within_days=60,
            **more,  # type: ignore[arg-type]
        )
    )
    return found and [(on - WEDNESDAY).days for on in found]


def test_a_free_date_stays() -> None:
    assert row(set()) == [0, 28, 56]


def test_the_same_weekday_a_week_later_comes_first() -> None:
    assert row({28}) == [0, 35, 56]


def test_then_the_same_weekday_a_week_earlier() -> None:
    assert row({28, 35}) == [0, 21, 56]


def test_then_the_nearest_day_later_before_earlier() -> None:
    assert row({28, 35, 21}) == [0, 29, 56]
    assert row({28, 35, 21, 29}) == [0, 27, 56]
    assert row({28, 35, 21, 29, 27}) == [0, 30, 56]


def test_a_listed_weekday_comes_before_a_nearer_day() -> None:
    thursday = frozenset({3})
    friday = frozenset({4})

    assert row({28, 35, 21}, weekdays=friday) == [0, 30, 56]
    assert row({28, 35, 21, 29}, weekdays=thursday) == [0, 22, 56]


def test_two_weeks_stay_between_meetings() -> None:
    assert row({14}, wished=(0, 14, 28, 42)) == [0, 21, 35, 49]
    assert row({14, 21}, wished=(0, 14, 28)) == [0, 15, 35]


def test_exactly_two_weeks_are_enough() -> None:
    assert row({28, 35, 42}, wished=(0, 28, 35), apart=14) == [0, 21, 36]


def test_a_given_date_stays_and_moves_nobody_else() -> None:
    assert row({30}, given={1: 30}) == [0, 30, 56]
    assert row(set(), given={1: 50}) == [0, 50, 56]
    assert row(set(), given={1: 5}) == [0, 5, 56]


def test_beside_a_given_date_a_moved_one_keeps_two_weeks() -> None:
    assert row({56}, given={1: 45}) == [0, 45, 63]
    assert row({56, 63}, given={1: 45}) == [0, 45, 59]
    assert row({28}, given={2: 40}) == [0, 21, 40]
    assert row({28}, given={2: 35}) == [0, 21, 35]


def test_the_order_is_kept_when_a_given_date_passes_the_next() -> None:
    assert row(set(), given={1: 60}) == [0, 60, 74]


def test_the_order_is_kept_when_a_given_date_comes_before_an_earlier_meeting() -> None:
    assert row(set(), given={2: 20}) is None
    assert row(set(), given={2: 30}) == [0, 28, 30]


def test_no_two_meetings_are_on_one_day() -> None:
    assert row(set(), given={1: 56}) == [0, 56, 70]


def test_eight_meetings_without_a_plan_are_given_up_at_once() -> None:
    """What has been tried in vain is not tried again: else this took longer than anybody waits."""
    begun = time.process_time()

    assert row({0}, wished=(0, 21, 42, 63, 84, 105, 126, 147), given={7: 98}) is None
    assert time.process_time() - begun < 5


def test_given_dates_in_the_wrong_order_have_no_plan() -> None:
    assert row(set(), given={1: 60, 2: 59}) is None
    assert row(set(), given={1: 60, 2: 60}) is None
    assert row(set(), given={0: 10, 1: 11, 2: 12}) == [10, 11, 12]


def test_where_everything_is_closed_there_is_no_plan() -> None:
    assert row({*range(1, 300)}) is None
    assert row({*range(1, 88)}, wished=(0, 28)) == [0, 88]
    assert row({*range(1, 89)}, wished=(0, 28)) is None


def test_nothing_comes_before_the_earliest_day() -> None:
    assert row({0, 7}, wished=(0, 28)) == [1, 28]


def test_an_earlier_meeting_gives_way_when_a_later_one_has_no_other_day() -> None:
    everything_but = {*range(1, 120)} - {28, 21, 35}

    assert row(everything_but, wished=(0, 28, 56), apart=14) == [0, 21, 35]


def test_candidates_come_nearest_first_and_each_way() -> None:
    offsets = [(on - WEDNESDAY).days for on in islice(moves.candidates(WEDNESDAY, 60), 8)]

    assert offsets == [0, 7, -7, 1, -1, 2, -2, 3]


def test_a_date_is_looked_for_sixty_days_to_each_side() -> None:
    offsets = [(on - WEDNESDAY).days for on in moves.candidates(WEDNESDAY, 60)]

    assert (min(offsets), max(offsets)) == (-60, 60)


@pytest.mark.parametrize(("on", "count", "expected"), [
    ("2027-03-04", -3, "2027-03-01"),
    ("2027-03-03", -3, "2027-02-26"),
    ("2027-04-01", -3, "2027-03-24"),
    ("2027-03-04", 0, "2027-03-04"),
    ("2027-03-24", 1, "2027-03-30"),
    ("2027-03-24", 2, "2027-03-31"),
])  # fmt: skip
def test_working_days_skip_weekends_and_easter(on: str, count: int, expected: str) -> None:
    assert moves.working_days_from(date.fromisoformat(on), count, DaysOff(country="DK")) == date.fromisoformat(expected)


def test_the_nearest_free_day_may_not_exist() -> None:
    assert moves.nearest_free(WEDNESDAY, lambda on: on == day(-60), 60) == day(-60)
    assert moves.nearest_free(WEDNESDAY, lambda on: on == day(61), 60) is None


def test_next_and_previous_are_never_the_day_itself() -> None:
    assert moves.next_day(WEDNESDAY, lambda _: True) == day(1)
    assert moves.previous_day(WEDNESDAY, lambda _: True) == day(-1)
    assert moves.on_or_after(WEDNESDAY, lambda _: True) == WEDNESDAY
    assert moves.on_or_after(WEDNESDAY, lambda on: on > WEDNESDAY) == day(1)
    assert moves.on_or_before(WEDNESDAY, lambda on: on < WEDNESDAY) == day(-1)


def test_several_free_days_count_the_first() -> None:
    assert moves.free_days_from(WEDNESDAY, 1, lambda _: True) == WEDNESDAY
    assert moves.free_days_from(WEDNESDAY, 5, lambda _: True) == day(4)


def test_a_year_without_a_day_is_given_up() -> None:
    with pytest.raises(moves.NoDay):
        moves.next_day(WEDNESDAY, lambda _: False)
    assert moves.next_day(WEDNESDAY, lambda on: on == day(365)) == day(365)
    with pytest.raises(moves.NoDay):
        moves.next_day(WEDNESDAY, lambda on: on == day(366))
