"""A Programme becomes drawings: the dates on a timeline, the group model, mentors' hours. SVG for site and print alike.

Functions lay shapes out in a box 390 wide; `themes/figures/figure.svg` writes them down. Colours are written in, because WeasyPrint
reads no variables in SVG; a class on every shape lets the site's styles follow the scheme. The only module that knows pyphen.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyphen
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kit.model.book import BrandColours
from kit.model.programme import GroupPlan, HourParts, Meeting, Programme
from kit.words import Voice

WIDTH = 390
TEXT, SMALL = 15.0, 13.9
MOST_GROUPS = 12  # beyond, the list of dates says it better

# --- shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Fill and stroke are names in `palette`, or `url(#…)` for a pattern."""

    x: float
    y: float
    fill: str = ""
    stroke: str = ""
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Shape):
    wide: float
    high: float
    kind: str = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc(Shape):
    r: float
    kind: str = "disc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Shape):
    to_x: float
    to_y: float
    kind: str = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Shape):
    words: str
    fill: str = "ink"
    size: float = TEXT
    weight: int = 400
    anchor: str = "start"
    kind: str = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    name: str
    title: str
    description: str
    height: float
    shapes: tuple[Shape, ...]
    hatched: bool = False


def drawn(
    programme: Programme,
    voice: Voice,
    brand: BrandColours,
    themes: Path,
    *,
    terms: Callable[[str], str] = lambda words: words,
    seams: Sequence[str] = (),
) -> Mapping[str, str]:
    """Every figure by name, as SVG. `terms` puts an organisation's own words for ours in, `seams` say where long words break."""
    spoken = Spoken(voice, terms, tuple(seams))
    figures = [*timeline(programme, spoken), group_model(programme, spoken), *hours(programme, spoken)]
    template = environment(themes).get_template("figure.svg")
    return {figure.name: template.render(figure=figure, colours=palette(brand), language=voice.language).strip() for figure in figures}


def environment(themes: Path) -> Environment:
    made = Environment(loader=FileSystemLoader(themes / "figures"), autoescape=True, undefined=StrictUndefined)
    made.trim_blocks = made.lstrip_blocks = True
    made.filters["n"] = short
    return made


def short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def palette(brand: BrandColours) -> Mapping[str, str]:
    """What is written into the file: the light scheme, which is the paper's."""
    return {
        "ink": "#151d1c",
        "ink2": "#3f4947",
        "rule": "#c8cfcb",
        "paper": "#ffffff",
        "fill": brand.light.fill,
        "onfill": brand.light.on_fill,
    }


# --- words


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voice with an organisation's own terms and the seams of long words."""

    voice: Voice
    terms: Callable[[str], str]
    seams: tuple[str, ...] = ()

    def say(self, code: str, **values: object) -> str:
        return self.terms(self.voice.say(f"figure.{code}", **values))

    def many(self, code: str, count: int) -> str:
        return self.say(code, count=count, number=self.voice.words(count))


WIDE, NARROW = frozenset("mwMW@%—"), frozenset("iljtfr.,:;|!'()[]/ ")


def breadth(words: str, size: float = TEXT) -> float:
    """About how wide words are in Hanken, a little on the safe side."""
    return sum(0.88 if sign in WIDE else 0.33 if sign in NARROW else 0.68 if sign.isupper() else 0.59 for sign in words) * size


def wrapped(words: str, room: float, spoken: Spoken, size: float = TEXT, most: int = 99) -> list[str]:
    """Lines that fit; a word too long for a line is broken at its seam, or else where its language breaks it."""
    lines = [""]
    for word in words.split():
        for part in broken(word, room, spoken, size):
            joined = f"{lines[-1]} {part}".strip()
            if breadth(joined, size) <= room or not lines[-1]:
                lines[-1] = joined
            else:
                lines.append(part)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]


def broken(word: str, room: float, spoken: Spoken, size: float) -> Iterator[str]:
    """A word in pieces that fit, hyphens included."""
    while breadth(word, size) > room:
        place = next((place for place in reversed(breaks(word, spoken)) if breadth(f"{word[:place]}-", size) <= room), 0)
        place = place or next((place for place in range(len(word) - 1, 1, -1) if breadth(word[:place], size) <= room), 1)
        yield f"{word[:place]}-"
        word = word[place:]
    yield word


def breaks(word: str, spoken: Spoken) -> list[int]:
    """Where a word may be broken: at the seams we know, else where its language's patterns say."""
    for seam in spoken.seams:
        if word.lower().startswith(seam.replace("|", "")):
            lengths = [len(part) for part in seam.split("|")[:-1]]
            return [sum(lengths[: number + 1]) for number in range(len(lengths))]
    return list(pyphen.Pyphen(lang=pyphen.language_fallback(spoken.voice.locale) or "en_GB").positions(word))


def written(lines: Sequence[str], x: float, y: float, *, leading: float = 18, **look: Any) -> list[Words]:
    return [Words(x=x, y=y + leading * number, words=line, **look) for number, line in enumerate(lines)]


# --- the programme's dates: months downwards, a column for each group

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
    notes = [line for words in moves(groups, spoken) for line in wrapped(words, WIDTH, spoken, SMALL)]
    shapes += written(notes, 0, bottom + 26, fill="ink2", size=SMALL)
    first, last = span(programme, groups)
    yield Figure(
        name="timeline",
        title=spoken.say("timeline", first=month(first, spoken, last.year != first.year), last=month(last, spoken, True)),
        description=" ".join(told(programme, spoken)),
        height=bottom + (26 + 18 * len(notes) if notes else 8),
        shapes=tuple(shapes),
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


def months(scale: Scale, last: date, spoken: Spoken) -> Iterator[Shape]:
    """The first of each month at the left, and the year where it changes."""
    month = scale.first.replace(day=1)
    starts = []
    while month <= last:
        starts.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
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
        days = conversation_days(first, last, spoken)
        shapes += [
            Line(x=middle, y=end + SQUARE / 2, to_x=middle, to_y=top, stroke="ink", width=1.5),
            Box(x=x, y=top, wide=SQUARE, high=bottom - top, fill="paper", stroke="ink", width=1.5),
            *written([spoken.say("conversations"), *wrapped(days, 84, spoken, SMALL)], x + 32, top + 18, weight=500, size=SMALL),
        ]
        bottom = max(bottom, top + 40)
    return shapes, bottom


def conversation_days(first: date, last: date, spoken: Spoken) -> str:
    """12.–22. apr. · 26. apr. – 7. maj"""
    end = spoken.voice.short_day_month(last)
    if (first.year, first.month) == (last.year, last.month):
        return spoken.say("span-in-month", day=first.day, last=end)
    return spoken.say("span", first=spoken.voice.short_day_month(first), last=end)


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
    yield from moves(programme.groups, spoken)


def month(on: date, spoken: Spoken, with_year: bool) -> str:
    return spoken.voice.month(on) + (f" {on.year}" if with_year else "")


def month_short(on: date, spoken: Spoken) -> str:
    """Jan. · Marts · Maj: whole where it is short enough."""
    name = capital(spoken.voice.month(on))
    return name if len(name) < 6 else spoken.say("month-short", letters=name[:3])


# --- the group: a square for the mentor, a circle for each mentee, before, at and between the meetings


def group_model(programme: Programme, spoken: Spoken) -> Figure:
    """The size that most groups have; written homework where any group writes it."""
    mentees = Counter(group.mentees for group in programme.groups).most_common(1)[0][0]
    wrote = any(group.based_on == "aspiring-leaders" for group in programme.groups)
    kind = "written" if wrote else "thought"
    between = mentees > 1
    shapes = [
        *key(spoken),
        *band(spoken.say("before"), spoken.say(f"before-{kind}"), 38, "ink", spoken),
        *before(mentees, spoken, kind),
        *band(spoken.say("at"), spoken.say("at-all"), 192, "rule", spoken),
        *meeting_ring(mentees),
        *(band(spoken.say("between"), spoken.say("between-pairs"), 434, "rule", spoken) if between else ()),
        *(pairs(mentees, spoken) if between else ()),
    ]
    return Figure(
        name="group-model",
        title=spoken.many("group-model", mentees),
        description=" ".join(spoken.say(code) for code in (f"told-before-{kind}", "told-at", *(("told-between",) if between else ()))),
        height=(474 + 52 * pair_rows(mentees) + 8) if between else 428,
        shapes=tuple(shapes),
    )


def key(spoken: Spoken) -> Iterator[Shape]:
    mentor, mentee = spoken.say("mentor"), spoken.say("mentee")
    x = 30 + breadth(mentor) + 28
    yield Box(x=0, y=3, wide=22, high=22, fill="fill", stroke="fill")
    yield Words(x=30, y=19, words=mentor, weight=500)
    yield Disc(x=x, y=14, r=10, fill="paper", stroke="ink", width=2)
    yield Words(x=x + 18, y=19, words=mentee, weight=500)


def band(title: str, words: str, top: float, rule: str, spoken: Spoken) -> Iterator[Shape]:
    yield Line(x=0, y=top, to_x=WIDTH, to_y=top, stroke=rule, width=1.5 if rule == "ink" else 1)
    yield Words(x=0, y=top + 24, words=title, size=19.3, weight=700)
    yield from written(wrapped(words, 112, spoken), 0, top + 46)


def before(mentees: int, spoken: Spoken, kind: str) -> Iterator[Shape]:
    """Each of them on the way to the mentor, who reads; or each with a thought of their own."""
    middle, room = 250.0, 240.0
    step = room / max(1, mentees - 1)
    r = min(13.0, step / 2 - 2) if mentees > 1 else 13.0
    places = [middle + (number - (mentees - 1) / 2) * step for number in range(mentees)]
    if kind == "written":
        yield from (Line(x=x, y=74, to_x=middle + (x - middle) * 0.08, to_y=140, stroke="ink", width=1.2) for x in places)
        yield Box(x=middle - 14, y=140, wide=28, high=28, fill="fill", stroke="fill")
        yield from written(wrapped(spoken.say("reads"), 116, spoken), middle + 24, 159, leading=17)
    yield from (Disc(x=x, y=66, r=r, fill="paper", stroke="ink", width=2) for x in places)


def meeting_ring(mentees: int) -> Iterator[Shape]:
    """All talk with all; the mentor sits among them."""
    people, r = mentees + 1, min(15.0, 200 / (mentees + 1))
    angles = [math.radians(90 + 360 / people * (number + 1)) for number in range(people)]
    places = [(250 + 92 * math.cos(angle), 314 + 92 * math.sin(angle)) for angle in angles]
    mentor, others = places[0], places[1:]
    for number, one in enumerate(others):
        yield from (Line(x=one[0], y=one[1], to_x=other[0], to_y=other[1], stroke="ink2") for other in others[number + 1 :])
    yield from (Line(x=mentor[0], y=mentor[1], to_x=x, to_y=y, stroke="fill", width=1.8) for x, y in others)
    yield from (Disc(x=x, y=y, r=r, fill="paper", stroke="ink", width=2) for x, y in others)
    yield Box(x=mentor[0] - 16, y=mentor[1] - 16, wide=32, high=32, fill="fill", stroke="fill")


def pair_rows(mentees: int) -> int:
    """Pairs and the mentor beside them, two to a row."""
    return math.ceil((mentees // 2 + 1) / 2)


def pairs(mentees: int, spoken: Spoken) -> Iterator[Shape]:
    """Two and two, the last three together where the number is odd; the mentor can be asked."""
    count = mentees // 2
    for number in range(count):
        x, y = 150 + 118 * (number % 2), 474 + 52 * (number // 2)
        size = 3 if mentees % 2 and number == count - 1 else 2
        places = [x + (60 if size == 2 else 32) * place for place in range(size)]
        yield Line(x=places[0], y=y, to_x=places[-1], to_y=y, stroke="ink", width=1.6)
        yield from (Disc(x=place, y=y, r=13, fill="paper", stroke="ink", width=2) for place in places)
    x, y = 136 + 118 * (count % 2), 460 + 52 * (count // 2)
    yield Box(x=x, y=y, wide=28, high=28, fill="fill", stroke="fill")
    yield from written(wrapped(spoken.say("asked"), 108, spoken), x + 38, y + 11, leading=17)


# --- mentors' hours: three bars, one scale


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
    total = spoken.say("hours-total", hours=range_said(bar.total, spoken))
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


def bar_told(bar: Bar, spoken: Spoken) -> str:
    number = spoken.voice.number
    return spoken.say(
        "told-bar",
        title=bar.title,
        total=range_said(bar.total, spoken),
        met=range_said(bar.parts.meetings, spoken),
        prepared=number(bar.parts.preparation),
        trained=number(bar.parts.training),
    )


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def range_said(hours_from_to: tuple[float, float], spoken: Spoken) -> str:
    first, last = (spoken.voice.number(hours) for hours in hours_from_to)
    return first if first == last else f"{first}–{last}"
