"""Plans all 1,043 Mondays to Thursdays of 2026–2030 for both cohort types, once chosen by the planner and once given by hand.

`python tests/bench/sweep.py` from the project's root prints how many dates collide with a day off and how far dates were moved.
Naive plans (a meeting every 28 days, homework three calendar days before) collide in 86.3 % of the same days.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from plan.made import content, made  # noqa: E402

from kit import plan  # noqa: E402
from kit.model.organisation import Organisation  # noqa: E402
from kit.model.programme import GroupPlan, Programme  # noqa: E402
from kit.plan import daysoff  # noqa: E402

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
MOST_SECONDS = 10
MOST_WORKING_DAYS, MOST_OUT_OF_JULY = 10, 23
FILE = """
organisation: {{name: Lilleby Kommune}}
programme: {{strategy: Lilleby Kommunes ledelsesgrundlag}}
groups: [{{name: Hold 1, cohort: {cohort}, {start}: 2026-01-01}}]
"""


@dataclass(slots=True)
class Sweep:
    """What one sweep found. `moves`: working days moved → how often."""

    plans: int = 0
    chosen: int = 0
    collisions: list[str] = field(default_factory=list)
    given_on_day_off: int = 0
    far: list[str] = field(default_factory=list)
    moves: Counter[int] = field(default_factory=Counter)


def starting_days() -> Iterator[date]:
    """Every Monday to Thursday of 2026–2030."""
    days = (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
    return (day for day in days if day.weekday() < 4)


def organisations(start: str) -> Iterator[Organisation]:
    """For both cohort types and every starting day: the least organisation, beginning then."""
    for cohort in ("aspiring-leaders", "acting-leaders"):
        least = made(FILE.format(cohort=cohort, start=start)).organisation
        for day in starting_days():
            group = least.groups[0].model_copy(update={start: day if start == "first_meeting" else day - timedelta(days=1)})
            yield least.model_copy(update={"groups": (group,)})


def sweep(start: str) -> Sweep:
    """`start` is first_meeting (given by hand) or start_after (chosen)."""
    found = Sweep()
    library = content()
    for organisation in organisations(start):
        off = daysoff.of(organisation, library.breaks)
        judge(found, plan.programme(organisation, library), off, given=start == "first_meeting")
    return found


def judge(found: Sweep, programme: Programme, off: daysoff.DaysOff, *, given: bool) -> None:
    group = programme.groups[0]
    found.plans += 1
    first = group.meetings[0]
    if given and first.off:  # what the rule date-off tells
        found.given_on_day_off += 1
    if given and (first.off is None) != off.is_free(first.on, first.end):
        found.collisions.append(f"first meeting untold {first.on}")
    for what, on, is_good in chosen(programme, group, off, given=given):
        found.chosen += 1
        if not is_good:
            found.collisions.append(f"{what} {on}")
    for meeting in group.meetings:
        if meeting.moved:
            moved = working_days_between(meeting.moved.wished, meeting.on)
            found.moves[moved] += 1
            most = MOST_OUT_OF_JULY if meeting.moved.wished.month == 7 else MOST_WORKING_DAYS
            if moved > most:
                found.far.append(f"{meeting.moved.wished} → {meeting.on} ({moved})")


def chosen(programme: Programme, group: GroupPlan, off: daysoff.DaysOff, *, given: bool) -> Iterator[tuple[str, date, bool]]:
    """Every date that the planner chose, and whether it is good."""
    for meeting in group.meetings[1 if given else 0 :]:
        yield "meeting", meeting.on, off.is_free(meeting.on, meeting.end)
    for meeting in group.meetings:
        if meeting.homework_due:
            yield "homework-due", meeting.homework_due, off.is_working_day(meeting.homework_due)
    for together in programme.mentor_meetings:
        yield "mentor-meeting", together.on, off.is_free(together.on, together.end)
    if programme.seminar:
        yield "seminar", programme.seminar.on, off.is_free(programme.seminar.on, programme.seminar.end)


def working_days_between(one: date, other: date) -> int:
    """Mondays to Fridays from the one to the other."""
    first, last = sorted((one, other))
    return sum(1 for number in range((last - first).days) if (first + timedelta(days=number)).weekday() < 5)


def main() -> int:
    """Prints the distribution; 0 when nothing collides, nothing moves too far and it is quick enough."""
    content()
    begun = time.process_time()
    results = {start: sweep(start) for start in ("start_after", "first_meeting")}
    seconds = time.process_time() - begun
    for start, found in results.items():
        print(
            f"{start}: {found.plans} plans, {found.chosen} chosen dates, {len(found.collisions)} collisions, {len(found.far)} moved too far"
        )
        if found.given_on_day_off:
            print(f"  {found.given_on_day_off} plans whose given first meeting is itself on a day off")
        print("  moved by working days: " + " · ".join(f"{days}: {count}" for days, count in sorted(found.moves.items())))
        print("".join(f"  {what}\n" for what in [*found.collisions[:10], *found.far[:20]]), end="")
    print(f"{seconds:.1f} s of processor time")
    is_well = not any(found.collisions or found.far for found in results.values()) and seconds < MOST_SECONDS
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
