"""Aspiring beside acting leaders: the agenda of the same meeting in both, minutes to scale; the loose one has only its fixed points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kit.model.library import AgendaItem, AgendaTemplate, Library
from kit.render.figures.shapes import SMALL, WIDTH, Box, Figure, Line, Shape
from kit.render.figures.spoken import Spoken, capital, wrapped, written

MEETING = 2
A_MINUTE = 2.9
APART = 16.0
BAR = 10.0
LEADING = 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    words: str
    minutes: int
    pause: bool


def cohorts(library: Library, spoken: Spoken) -> Iterator[Figure]:
    """Nothing where the content has not both agendas."""
    found = [template_of(library, kind) for kind in ("aspiring-leaders", "acting-leaders")]
    mentees = library.method["mentees"].value
    assert isinstance(mentees, int)
    tight, loose = ([] if template is None else parts(template, mentees, spoken) for template in found)
    if not (tight and loose):
        return
    names = [capital(spoken.named(f"cohort.{kind}")) for kind in ("aspiring-leaders", "acting-leaders")]
    wide = (WIDTH - APART) / 2
    columns = [column(name, held, x, wide, spoken) for name, held, x in zip(names, (tight, loose), (0.0, wide + APART), strict=True)]
    note = wrapped(spoken.say("cohorts-note"), WIDTH, spoken, SMALL)
    bottom = max(end for _, end in columns) + 6
    yield Figure(
        name="cohorts",
        title=spoken.say("cohorts", number=MEETING),
        description=" ".join(told(name, held, spoken) for name, held in zip(names, (tight, loose), strict=True)),
        height=bottom + 12 + LEADING * len(note),
        shapes=tuple(shape for shapes, _ in columns for shape in shapes)
        + tuple(written(note, 0, bottom + 18, leading=LEADING, fill="ink2", size=SMALL)),
        head=tuple(spoken.say(column) for column in ("cohort", "item", "minutes")),
        rows=tuple((name, part.words, str(part.minutes)) for name, held in zip(names, (tight, loose), strict=True) for part in held),
    )


def template_of(library: Library, kind: str) -> AgendaTemplate | None:
    return next(
        (found for found in library.agendas.values() if (found.based_on, found.meeting, found.last) == (kind, MEETING, False)), None
    )


def parts(template: AgendaTemplate, mentees: int, spoken: Spoken) -> list[Part]:
    """The items, those of one fixed point together."""
    runs = groupby(template.items, key=lambda item: item.point or item.id)
    return [part([*items], mentees, spoken) for _, items in runs]


def part(items: Sequence[AgendaItem], mentees: int, spoken: Spoken) -> Part:
    first = items[0]
    words = spoken.named(f"point.{first.point}") if first.point else spoken.said(first.title)
    return Part(words=words, minutes=sum(wished(item, mentees) for item in items), pause=first.pause)


def wished(item: AgendaItem, mentees: int) -> int:
    """Minutes for a group of the method's own size."""
    people = {"mentee": mentees, "first-half": (mentees + 1) // 2, "second-half": mentees // 2}[item.per]
    return item.wished + item.each * people


def column(name: str, held: Sequence[Part], x: float, wide: float, spoken: Spoken) -> tuple[list[Shape], float]:
    """The bars to scale, and the words beside them, each below the one before; and where it all ends."""
    title = wrapped(name, wide, spoken)
    head = 18.0 * len(title) + 4
    shapes: list[Shape] = [
        *written(title, x, 16, weight=700),
        Line(x=x, y=head + 4, to_x=x + wide, to_y=head + 4, stroke="ink", width=1.5),
    ]
    top = free = head + 12
    for each in held:
        high, at = each.minutes * A_MINUTE, max(top, free)
        lines = wrapped(spoken.say("part", title=each.words, minutes=each.minutes), wide - BAR - 12, spoken, SMALL)
        shapes += [
            Box(x=x + 0.75, y=top + 1, wide=BAR, high=max(2.0, high - 2), fill="paper" if each.pause else "fill", stroke="fill", width=1.5),
            *written(lines, x + BAR + 12, at + 12, leading=LEADING, size=SMALL),
        ]
        top, free = top + high, at + LEADING * len(lines) + 6
    return shapes, max(top, free)


def told(name: str, held: Sequence[Part], spoken: Spoken) -> str:
    return f"{name}: {spoken.voice.several(spoken.say('part', title=part.words, minutes=part.minutes) for part in held)}."
