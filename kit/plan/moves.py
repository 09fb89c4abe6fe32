"""How a date moves when it cannot stay: as little as possible, and never without saying why.

First the same weekday within seven days, later before earlier; else the nearest free day, later before earlier. Several
meetings of one group move one by one in their order, each as little as the next ones allow.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kit.plan.daysoff import ONE_DAY, DaysOff

WEEK = timedelta(days=7)
Free = Callable[[date], bool]


def candidates(wished: date, within_days: int, weekdays: frozenset[int] = frozenset()) -> Iterator[date]:
    """`wished`, then where it may go instead, best first; on `weekdays` before other days."""
    yield wished
    yield wished + WEEK
    yield wished - WEEK
    nearest = [wished + ONE_DAY * step for distance in range(1, within_days + 1) for step in (distance, -distance)]
    yield from (on for on in nearest if on.weekday() in weekdays)
    yield from (on for on in nearest if on.weekday() not in weekdays)


def nearest_free(wished: date, free: Free, within_days: int) -> date | None:
    return next((on for on in candidates(wished, within_days) if free(on)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The meetings of one group as they are wished, and what they must keep.

    `given`: dates that a person wrote, by number from 0; they stay where they are. No other comes before `earliest`.
    `apart`: the least time between two meetings.
    """

    wished: Sequence[date]
    given: Mapping[int, date]
    free: Free
    earliest: date
    apart: timedelta
    within_days: int
    weekdays: frozenset[int] = field(default_factory=frozenset)


def placed(row: Row) -> tuple[date, ...] | None:
    """A date for every meeting in order, moved as little as possible; None when there is no such row of dates."""
    hopeless: set[tuple[int, date]] = set()

    def rest(number: int, chosen: tuple[date, ...]) -> tuple[date, ...] | None:
        if number == len(row.wished):
            return chosen
        previous = chosen[-1] if chosen else date.min
        if (number, previous) in hopeless:
            return None
        for on in _possible(row, number, previous):
            if found := rest(number + 1, (*chosen, on)):
                return found
        hopeless.add((number, previous))
        return None

    return rest(0, ())


def _possible(row: Row, number: int, previous: date) -> Iterator[date]:
    if number in row.given:
        if previous < row.given[number]:
            yield row.given[number]
        return
    wished = row.wished[number]
    after_given = number - 1 in row.given
    following = min((on for other, on in row.given.items() if other > number), default=date.max)
    next_given = row.given.get(number + 1)
    for on in candidates(wished, row.within_days, row.weekdays):
        if not (previous < on < following and row.earliest <= on and row.free(on)):
            continue
        # A date that a person wrote moves nobody else: beside it a meeting may stay where it was wished.
        stays = on == wished
        enough_before = previous == date.min or on - previous >= row.apart or (stays and after_given)
        enough_after = next_given is None or next_given - on >= row.apart or stays
        if enough_before and enough_after:
            yield on


class NoDay(LookupError):
    """Closed for so long that there is no day."""


def previous_day(on: date, good: Free) -> date:
    """The last good day before `on`. Raises NoDay."""
    return _first(days(on, -1), good)


def next_day(on: date, good: Free) -> date:
    """The first good day after `on`. Raises NoDay."""
    return _first(days(on, 1), good)


def _first(found: Iterator[date], good: Free) -> date:
    for day in found:
        if good(day):
            return day
    raise NoDay


def free_days_from(on: date, count: int, good: Free) -> date:
    """The last of so many good days, the first of them on or after `on`."""
    on = on_or_after(on, good)
    for _ in range(count - 1):
        on = next_day(on, good)
    return on


def on_or_after(on: date, good: Free) -> date:
    return on if good(on) else next_day(on, good)


def on_or_before(on: date, good: Free) -> date:
    return on if good(on) else previous_day(on, good)


def days(on: date, step: int) -> Iterator[date]:
    """The days after (or before) `on`, for a year: nobody is closed for longer."""
    yield from (on + ONE_DAY * step * distance for distance in range(1, 366))


def working_days_from(on: date, count: int, off: DaysOff) -> date:
    """So many working days after `on`, or before it when `count` is negative; 0 is `on` itself."""
    for _ in range(abs(count)):
        on = next_day(on, off.is_working_day) if count > 0 else previous_day(on, off.is_working_day)
    return on
