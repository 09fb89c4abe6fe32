"""The programme's dates: months downwards, a column for each group, grey where nobody meets."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kit.model.programme import Closed, GroupPlan, Meeting, Programme
from kit.render.figures.shapes import SMALL, WIDTH, Box, Figure, Line, Shape, Words
from kit.render.figures.spoken import Spoken, breadth, capital, wrapped, written

MOST_GROUPS = 12  # beyond, the list of dates says it better
LEFT = 72.0
SQUARE = 24.0
APART = 32.0  # least distance between two squares of a column
MOST_A_DAY = 5.2
TALL, TALL_ALONE = 640.0, 420.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day lies, `top` being the first."""

    first: date
    top: float
    a_day: float

    def y(self, on: date) -> float:
        return self.top + (on - self.first).days * self.a_day


def timeline(programme: Programme, spoken: Spoken) -> Iterator[Figure]:
    """Groups three at a time, one panel below the other."""
    groups = programme.groups
    if len(groups) > MOST_GROUPS:
        return
    columns = math.ceil(len(groups) / math.ceil(len(groups) / 3))
    shapes: list[Shape] = []
    bottom = 0.0
    for number in range(0, len(groups), columns):
        drawn_panel, bottom = panel(programme, groups[number : number + columns], spoken, bottom + (40 if number else 0), columns)
        shapes += drawn_panel
    notes = [line for words in (*moves(groups, spoken), *closures(programme, spoken)) for line in wrapped(words, WIDTH, spoken, SMALL)]
    shapes += written(notes, 0, bottom + 26, fill="ink2", size=SMALL)
    first, last = span(programme, groups)
    yield Figure(
        name="timeline",
        title=spoken.say("timeline", first=month(first, spoken, last.year != first.year), last=month(last, spoken, True)),
        description=" ".join(told(programme, spoken)),
        height=bottom + (26 + 18 * len(notes) if notes else 8),
        shapes=tuple(shapes),
        head=tuple(spoken.say(column) for column in ("group", "what", "date")),
        rows=tuple(rows(programme, spoken)),
    )


def span(programme: Programme, groups: Sequence[GroupPlan]) -> tuple[date, date]:
    days = [programme.seminar.on] if programme.seminar else []
    for group in groups:
        days += [meeting.on for meeting in group.meetings] + [meeting.moved.wished for meeting in group.meetings if meeting.moved]
        days += [group.closing_conversations.last_day] if group.closing_conversations else []
    return min(days), max(days)


def panel(programme: Programme, groups: Sequence[GroupPlan], spoken: Spoken, top: float, columns: int) -> tuple[list[Shape], float]:
    """One panel, and where it ends."""
    room = (WIDTH - LEFT) / columns
    names = [wrapped(group.name.said_in(spoken.voice.language), room - 8, spoken, most=4) for group in groups]
    head = top + 18 * max(len(name) for name in names) + 12
    first, last = span(programme, groups)
    scale = fitting(programme, groups, head)
    shapes: list[Shape] = [
        Words(x=0, y=top + 18, words=str(first.year), fill="ink2", weight=600),
        Line(x=0, y=head, to_x=WIDTH, to_y=head, stroke="ink", width=1.5),
        *bands(programme, scale, last, spoken),
        *months(scale, last, spoken),
    ]
    starts = [scale.y(group.meetings[0].on) for group in groups]
    if programme.seminar:
        bar = seminar_top(programme.seminar.on, min(group.meetings[0].on for group in groups), scale)
        words = spoken.say("seminar", date=spoken.voice.day_month(programme.seminar.on))
        starts = [min(start, bar + 32) if bar < start else start for start in starts]
        shapes += [
            Box(x=LEFT, y=bar, wide=WIDTH - LEFT, high=32, fill="fill"),
            Words(x=LEFT + 8, y=bar + 21.5, words=words, fill="onfill", size=15.5, weight=600),
        ]
    bottom = head
    for number, (group, name, start) in enumerate(zip(groups, names, starts, strict=True)):
        x = LEFT + number * room
        shapes += written(name, x, top + 18, weight=600)
        column_shapes, end = column(group, spoken, x, start, scale)
        shapes += column_shapes
        bottom = max(bottom, end)
    return shapes, bottom


def fitting(programme: Programme, groups: Sequence[GroupPlan], head: float) -> Scale:
    """So many pixels a day that no two squares of a column touch, that it is not too tall, and that the seminar's bar finds room."""
    first, last = span(programme, groups)
    gaps = [(after.on - before.on).days for group in groups for before, after in zip(group.meetings, group.meetings[1:], strict=False)]
    tall = TALL if len(groups) > 1 else TALL_ALONE
    a_day = max(APART / max(1, min(gaps, default=28)), min(MOST_A_DAY, tall / max(1, (last - first).days)))
    scale = Scale(first=first - timedelta(days=min(6, round(31 / a_day))), top=head + 12, a_day=a_day)
    if not programme.seminar:
        return scale
    bar = seminar_top(programme.seminar.on, min(group.meetings[0].on for group in groups), scale)
    return Scale(first=scale.first, top=scale.top + max(0.0, head + 12 - bar), a_day=a_day)


def seminar_top(seminar: date, meeting: date, scale: Scale) -> float:
    """On its day, or just above the first meeting where the scale leaves no room between them."""
    return min(scale.y(seminar), scale.y(meeting) - 56) if seminar < meeting else scale.y(seminar) - 16


def bands(programme: Programme, scale: Scale, last: date, spoken: Spoken) -> Iterator[Shape]:
    """Grey between dashes across all columns where nobody meets, with a word at the left where no month stands; the note below says which
    days."""
    placed = [
        (
            max(scale.y(closed.first), scale.top),
            scale.y(min(closed.last, last) + timedelta(days=1)),
            "break-short" if closed.name else "closed-short",
        )
        for closed in programme.closed
    ]
    shown = [(top, bottom, code) for top, bottom, code in placed if top < bottom]
    yield from (Box(x=0, y=top, wide=WIDTH, high=bottom - top, fill="band") for top, bottom, _ in shown)
    edges = dict.fromkeys(y for top, bottom, _ in shown for y in (top, bottom))
    yield from (Line(x=0, y=y, to_x=WIDTH, to_y=y, stroke="ink2", dashed=True) for y in edges)
    taken = month_tops(scale, last)
    for top, bottom, code in shown:
        if bottom - top > 20 and all(abs(top - other) > 24 for other in taken):
            yield Words(x=6, y=top + 17, words=spoken.say(code), fill="ink2", size=SMALL)
            taken.append(top)


def month_starts(first: date, last: date) -> list[date]:
    month = first.replace(day=1)
    starts = []
    while month <= last:
        starts.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return starts


def month_tops(scale: Scale, last: date) -> list[float]:
    return [max(scale.y(start), scale.top) for start in month_starts(scale.first, last)]


def months(scale: Scale, last: date, spoken: Spoken) -> Iterator[Shape]:
    """The first of each month at the left, and the year where it changes."""
    starts = month_starts(scale.first, last)
    for number, start in enumerate(starts):
        y = max(scale.y(start), scale.top)
        if number == 0 and len(starts) > 1 and scale.y(starts[1]) - y < 26:
            continue
        if number:
            yield Line(x=0, y=y, to_x=56, to_y=y, stroke="ink")
        yield Words(x=0, y=y + 18, words=month_short(start, spoken), weight=600)
        if number and start.month == 1:
            yield Words(x=0, y=y + 36, words=str(start.year), fill="ink2", weight=600)


def column(group: GroupPlan, spoken: Spoken, x: float, start: float, scale: Scale) -> tuple[list[Shape], float]:
    """One group's way: its line, a square for each meeting, an outline for the conversations, dashes where a date moved from."""
    middle, end = x + SQUARE / 2, scale.y(group.meetings[-1].on)
    shapes: list[Shape] = [Line(x=middle, y=start, to_x=middle, to_y=end, stroke="ink", width=1.5)]
    taken = [scale.y(meeting.on) for meeting in group.meetings]
    for meeting in group.meetings:
        shapes += moved_from(meeting, spoken, x, scale, taken)
        shapes += square(meeting, spoken, x, scale.y(meeting.on))
    bottom = end + SQUARE / 2
    if group.closing_conversations:
        first, last = group.closing_conversations.first_day, group.closing_conversations.last_day
        top = max(scale.y(first), bottom + 9)
        bottom = max(scale.y(last), top + 40)
        days = spoken.voice.short_days(first, last)
        shapes += [
            Line(x=middle, y=end + SQUARE / 2, to_x=middle, to_y=top, stroke="ink", width=1.5),
            Box(x=x, y=top, wide=SQUARE, high=bottom - top, fill="paper", stroke="ink", width=1.5),
            *written([spoken.say("conversations"), *wrapped(days, 84, spoken, SMALL)], x + 32, top + 18, weight=500, size=SMALL),
        ]
        bottom = max(bottom, top + 40)
    return shapes, bottom


def square(meeting: Meeting, spoken: Spoken, x: float, y: float) -> list[Shape]:
    return [
        Box(x=x, y=y - 12, wide=SQUARE, high=SQUARE, fill="ink", stroke="ink"),
        Words(x=x + 12, y=y + 5, words=str(meeting.number), fill="paper", weight=700, anchor="middle"),
        Words(x=x + 32, y=y + 5, words=spoken.voice.short_day_month(meeting.on), weight=500),
    ]


def moved_from(meeting: Meeting, spoken: Spoken, x: float, scale: Scale, taken: Sequence[float]) -> list[Shape]:
    """The day that was wished, struck through; nothing where it would lie under a square."""
    if meeting.moved is None or any(abs(scale.y(meeting.moved.wished) - other) < 27 for other in taken):
        return []
    y, words = scale.y(meeting.moved.wished), spoken.voice.short_day_month(meeting.moved.wished)
    return [
        Box(x=x, y=y - 12, wide=SQUARE, high=SQUARE, fill="paper", stroke="ink2", width=1.2, dashed=True),
        Words(x=x + 32, y=y + 5, words=words, fill="ink2"),
        Line(x=x + 31, y=y, to_x=x + 33 + breadth(words) * 0.9, to_y=y, stroke="ink2", width=1.2),
    ]


def moves(groups: Sequence[GroupPlan], spoken: Spoken) -> list[str]:
    """Why dates moved, each reason once."""
    reasons = [meeting.moved.reason for group in groups for meeting in group.meetings if meeting.moved]
    return list(dict.fromkeys(spoken.say("moved", why=reason.values.get("why", reason)) for reason in reasons))


def told(programme: Programme, spoken: Spoken) -> Iterator[str]:
    """All that the timeline shows, in sentences."""
    voice = spoken.voice
    if programme.seminar:
        yield spoken.say("told-seminar", date=voice.day_month(programme.seminar.on))
    for group in programme.groups:
        days = voice.several(voice.day_month(meeting.on) for meeting in group.meetings)
        yield spoken.say("told-group", group=group.name.said_in(voice.language), days=days)
        if found := group.closing_conversations:
            yield spoken.say("told-conversations", first=voice.day_month(found.first_day), last=voice.day_month(found.last_day))
    yield from (f"{words}." for words in (*moves(programme.groups, spoken), *closures(programme, spoken)))


def rows(programme: Programme, spoken: Spoken) -> Iterator[tuple[str, str, str]]:
    """The same, line by line."""
    voice = spoken.voice
    if programme.seminar:
        yield spoken.say("all-groups"), spoken.say("seminar-row"), voice.date(programme.seminar.on)
    for group in programme.groups:
        name = group.name.said_in(voice.language)
        yield from ((name, spoken.say("meeting-row", number=meeting.number), voice.date(meeting.on)) for meeting in group.meetings)
        if found := group.closing_conversations:
            yield name, spoken.say("conversations-row"), voice.dates(found.first_day, found.last_day)
    for closed in programme.closed:
        yield spoken.say("all-groups"), closed_named(closed, spoken), voice.dates(closed.first, closed.last)


def closures(programme: Programme, spoken: Spoken) -> list[str]:
    """The grey fields: what they are, and when."""
    named = [
        spoken.say("closed-note", name=closed_named(closed, spoken), days=spoken.voice.short_days(closed.first, closed.last))
        for closed in programme.closed
    ]
    return [spoken.say("grey", closed="; ".join(named))] if named else []


def closed_named(closed: Closed, spoken: Spoken) -> str:
    return closed.name.said_in(spoken.voice.language) if closed.name else spoken.say("closed")


def month(on: date, spoken: Spoken, with_year: bool) -> str:
    return spoken.voice.month(on) + (f" {on.year}" if with_year else "")


def month_short(on: date, spoken: Spoken) -> str:
    """Jan. · Marts · Maj: whole where it is short enough."""
    name = capital(spoken.voice.month(on))
    return name if len(name) < 6 else spoken.say("month-short", letters=name[:3])
