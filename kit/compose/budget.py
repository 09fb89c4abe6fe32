"""What a programme takes: hours for each group beside one-to-one mentoring, and what the numbers rest on."""

from collections.abc import Iterator, Mapping

from kit.compose.fill import for_html
from kit.compose.making import FACTS, Making, table
from kit.model.programme import Assumption, GroupBudget


def told(making: Making, _: Mapping[str, str]) -> str:
    """The hours, what they cost, and every assumption with its basis; what one-to-one would take is told on its own page."""
    return _together(*_granted(making), _assumptions(making))


def hours(making: Making, _: Mapping[str, str]) -> str:
    """What a sponsor grants: the hours of each role, and what they cost."""
    return _together(*_granted(making))


def beside(making: Making, _: Mapping[str, str]) -> str:
    """The hours of the groups, and what one-to-one mentoring would take instead."""
    return _together(_hours(making), _compared(making))


def _granted(making: Making) -> Iterator[str]:
    cost = making.programme.budget.cost
    yield _hours(making)
    yield making.say("budget.hr", count=making.programme.budget.hr_hours)
    yield making.say("budget.cost", amount=making.voice.money(cost.amount, cost.currency)) if cost else ""


def _hours(making: Making) -> str:
    voice = making.voice
    rows = [
        [_name(making, group), for_html(voice.number(group.hours_per_mentor)), for_html(voice.span(*group.hours_per_mentee))]
        for group in making.programme.budget.groups
    ]
    head = _head(making, "group", "per-mentor", "per-mentee")
    return table(for_html(making.say("budget.caption")), head, rows, kind=FACTS, numbers=(1, 2))


def _compared(making: Making) -> str:
    """Beside one-to-one mentoring, where a group has something to be compared with."""
    rows = [row for group in making.programme.budget.groups for row in _beside(making, group)]
    head = _head(making, "group", "beside", "hours", "break-even")
    return table(for_html(making.say("budget.compared")), head, rows, numbers=(2,)) if rows else ""


def _beside(making: Making, group: GroupBudget) -> Iterator[list[str]]:
    for other in group.one_to_one:
        count = other.break_even_mentees
        even = making.say("budget.from", count=count) if count else making.say("budget.never")
        yield [_name(making, group), making.html(other.name), for_html(making.voice.span(*other.hours)), for_html(even)]


def _assumptions(making: Making) -> str:
    rows = [_assumption(making, assumption) for assumption in making.programme.budget.assumptions]
    head = _head(making, "assumption", "assumption.hours", "assumption.from")
    found = table(for_html(making.say("budget.assumptions.caption")), head, rows, numbers=(1,))
    return f"### {making.say('budget.assumptions')}\n\n{found}"


def _assumption(making: Making, assumption: Assumption) -> list[str]:
    code = f"assumption.{assumption.name}"
    words = making.say(code) if making.voice.knows(code) else assumption.name
    return [for_html(words), making.voice.number(assumption.value), for_html(making.say(f"basis.{assumption.basis}").lower())]


def _head(making: Making, *columns: str) -> list[str]:
    return [for_html(making.say(f"budget.{column}")) for column in columns]


def _together(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _name(making: Making, group: GroupBudget) -> str:
    names = {one.id: one.name for one in making.programme.groups}
    return for_html(names[group.id].said_in(making.voice.language))
