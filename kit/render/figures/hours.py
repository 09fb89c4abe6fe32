"""Mentors' hours: three bars, one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.model.programme import HourParts, Programme
from kit.render.figures.shapes import WIDTH, Box, Figure, Line, Shape, Words
from kit.render.figures.spoken import Spoken, breadth, capital, wrapped, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    title: str
    total: tuple[float, float]
    parts: HourParts


def hours(programme: Programme, spoken: Spoken) -> Iterator[Figure]:
    """The first group's mentor hours beside the same mentees one to one."""
    budget, plan = programme.budget.groups[0], programme.groups[0]
    if not budget.one_to_one:
        return
    voice = spoken.voice
    own = budget.hours_per_mentor * budget.mentors
    group = spoken.say("group-bar", mentors=spoken.many("mentors", budget.mentors), meetings=spoken.many("meetings", len(plan.meetings)))
    bars = [
        Bar(title=group, total=(own, own), parts=budget.parts),
        *(Bar(title=capital(other.name.said_in(voice.language)), total=other.hours, parts=other.parts) for other in budget.one_to_one),
    ]
    scale = 386 / max(1.0, *(drawn_hours(bar) for bar in bars))
    notes = wrapped(spoken.say("hours-note"), WIDTH - 10, spoken, 14.4)
    shapes: list[Shape] = list(hours_key(spoken))
    end = 38.0
    for bar in bars:
        drawn_bar, end = bar_shapes(bar, end, scale, spoken)
        shapes += drawn_bar
    shapes += [Line(x=0, y=end - 4, to_x=WIDTH, to_y=end - 4, stroke="rule"), *written(notes, 0, end + 18, fill="ink2", size=14.4)]
    yield Figure(
        name="hours",
        title=spoken.many("hours", plan.mentees),
        description=" ".join(bar_told(bar, spoken) for bar in bars),
        height=end + 10 + 18 * len(notes),
        shapes=tuple(shapes),
        head=tuple(spoken.say(column) for column in ("with", "hours-all", "met", "prepared", "trained")),
        rows=tuple(bar_row(bar, spoken) for bar in bars),
        hatched=True,
    )


def drawn_hours(bar: Bar) -> float:
    return bar.parts.meetings[1] + bar.parts.preparation + bar.parts.training


def hours_key(spoken: Spoken) -> Iterator[Shape]:
    x = 0.75
    for code, fill in (("met", "fill"), ("prepared", "url(#hours-hatch)"), ("trained", "paper")):
        words = spoken.say(code)
        yield Box(x=x, y=2, wide=13, high=13, fill=fill, stroke="ink", width=1.5)
        yield Words(x=x + 19, y=14, words=words)
        x += 19 + breadth(words) * 0.95 + 14


def bar_shapes(bar: Bar, top: float, scale: float, spoken: Spoken) -> tuple[list[Shape], float]:
    """Title and total over the bar, and where the next one begins."""
    total = total_said(bar, spoken)
    title = wrapped(bar.title, WIDTH - breadth(total, 16.1) - 12, spoken, 16.1)
    low = top + 18 * (len(title) - 1)
    shapes: list[Shape] = [
        *written(title, 0, top + 14, size=16.1, weight=600),
        Words(x=WIDTH, y=low + 14, words=total, size=16.1, weight=700, anchor="end"),
        *bar_parts(bar, low, scale, spoken),
    ]
    return shapes, low + 82


def bar_parts(bar: Bar, top: float, scale: float, spoken: Spoken) -> Iterator[Shape]:
    x = 0.75
    for hours_from_to, fill, ink in (
        (bar.parts.meetings, "fill", "onfill"),
        ((bar.parts.preparation, bar.parts.preparation), "url(#hours-hatch)", "ink"),
        ((bar.parts.training, bar.parts.training), "paper", "ink"),
    ):
        wide, words = hours_from_to[1] * scale, range_said(hours_from_to, spoken)
        if not wide:
            continue
        yield Box(x=x, y=top + 24, wide=wide, high=34, fill=fill, stroke="ink", width=1.5)
        if wide > breadth(words) + 8:
            if fill.startswith("url"):
                yield Box(x=x + wide / 2 - breadth(words) / 2 - 4, y=top + 31, wide=breadth(words) + 8, high=20, fill="paper")
            yield Words(x=x + wide / 2, y=top + 46, words=words, fill=ink, weight=600, anchor="middle")
        x += wide


def bar_row(bar: Bar, spoken: Spoken) -> tuple[str, ...]:
    number, parts = spoken.voice.number, bar.parts
    return (bar.title, range_said(bar.total, spoken), range_said(parts.meetings, spoken), number(parts.preparation), number(parts.training))


def bar_told(bar: Bar, spoken: Spoken) -> str:
    number = spoken.voice.number
    return spoken.say(
        "told-bar",
        title=bar.title,
        total=total_said(bar, spoken),
        met=range_said(bar.parts.meetings, spoken),
        prepared=number(bar.parts.preparation),
        trained=number(bar.parts.training),
    )


def total_said(bar: Bar, spoken: Spoken) -> str:
    return spoken.say("hours-total", hours=range_said(bar.total, spoken), count=max(bar.total))


def range_said(hours_from_to: tuple[float, float], spoken: Spoken) -> str:
    first, last = (spoken.voice.number(hours) for hours in hours_from_to)
    return first if first == last else f"{first}–{last}"
