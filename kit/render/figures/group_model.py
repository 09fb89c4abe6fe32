"""The group: a square for each mentor, a circle for each mentee, before, at and between the meetings."""

import math
from collections import Counter
from collections.abc import Callable, Iterator

from kit.model.programme import Programme
from kit.render.figures.shapes import WIDTH, Box, Disc, Figure, Line, Shape, Words
from kit.render.figures.spoken import Spoken, breadth, wrapped, written


def group_model(programme: Programme, spoken: Spoken) -> Figure:
    """The people that most groups have; written homework where any group writes it, and in words what the others do."""
    mentees, mentors = Counter((group.mentees, group.mentors) for group in programme.groups).most_common(1)[0][0]
    writes = {any(meeting.homework_due for meeting in group.meetings) for group in programme.groups}
    kind = "written" if True in writes else "thought"
    between = mentees > 1
    say = sayer(mentors, spoken)
    told_before = " ".join(say(f"told-before-{which}") for which in (kind, *(["others"] if len(writes) > 1 else [])))
    parts = [("before", told_before), ("at", say("told-at")), *([("between", say("told-between"))] if between else ())]
    shapes = [
        *key(spoken),
        *band(spoken.say("before"), say(f"before-{kind}"), 38, "ink", spoken),
        *before(mentees, mentors, spoken, kind),
        *band(spoken.say("at"), say("at-all"), 192, "rule", spoken),
        *meeting_ring(mentees, mentors),
        *(band(spoken.say("between"), say("between-pairs"), 434, "rule", spoken) if between else ()),
        *(pairs(mentees, mentors, spoken) if between else ()),
    ]
    return Figure(
        name="group-model",
        title=spoken.many("group-model.two" if mentors == 2 else "group-model", mentees),
        description=" ".join(told for _, told in parts),
        height=max(532, 458 + 52 * pair_rows(mentees, mentors)) if between else 428,
        shapes=tuple(shapes),
        head=(spoken.say("when"), spoken.say("what")),
        rows=tuple((spoken.say(name), told) for name, told in parts),
    )


def sayer(mentors: int, spoken: Spoken) -> Callable[[str], str]:
    """How a sentence sounds with so many mentors: `code.two` where there are two and it is said in another way."""
    return lambda code: spoken.say(f"{code}.two" if mentors == 2 and spoken.knows(f"{code}.two") else code)


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


def before(mentees: int, mentors: int, spoken: Spoken, kind: str) -> Iterator[Shape]:
    """Each of them on the way to those who read; or each with a thought of their own."""
    middle, room = 250.0, 240.0
    step = room / max(1, mentees - 1)
    r = min(13.0, step / 2 - 2) if mentees > 1 else 13.0
    places = [middle + (number - (mentees - 1) / 2) * step for number in range(mentees)]
    if kind == "written":
        readers = middle - 17 * (mentors - 1)
        yield from (Line(x=x, y=74, to_x=readers + (x - middle) * 0.08, to_y=140, stroke="ink", width=1.2) for x in places)
        yield from squares(middle + 20 - 34 * mentors, 140, mentors)
        yield from written(wrapped(sayer(mentors, spoken)("reads"), 116, spoken), middle + 24, 159, leading=17)
    yield from (Disc(x=x, y=66, r=r, fill="paper", stroke="ink", width=2) for x in places)


def squares(x: float, y: float, mentors: int) -> Iterator[Shape]:
    """The mentors side by side."""
    yield from (Box(x=x + 34 * number, y=y, wide=28, high=28, fill="fill", stroke="fill") for number in range(mentors))


def meeting_ring(mentees: int, mentors: int) -> Iterator[Shape]:
    """All talk with all; the mentors sit among them, two of them across from each other."""
    people = mentees + mentors
    r = min(15.0, 200 / people)
    angles = [math.radians(90 + 360 / people * (number + 1)) for number in range(people)]
    places = [(250 + 92 * math.cos(angle), 314 + 92 * math.sin(angle)) for angle in angles]
    leading = [places[people // 2 * number] for number in range(mentors)]
    others = [place for place in places if place not in leading]
    for number, one in enumerate(others):
        yield from (Line(x=one[0], y=one[1], to_x=other[0], to_y=other[1], stroke="ink2") for other in others[number + 1 :])
    for mentor in leading:
        yield from (Line(x=mentor[0], y=mentor[1], to_x=x, to_y=y, stroke="fill", width=1.8) for x, y in others)
    yield from (Disc(x=x, y=y, r=r, fill="paper", stroke="ink", width=2) for x, y in others)
    yield from (Box(x=x - 16, y=y - 16, wide=32, high=32, fill="fill", stroke="fill") for x, y in leading)


def mentors_place(mentees: int, mentors: int) -> int:
    """After the pairs; two mentors have no room beside a pair."""
    count = mentees // 2
    return count + count % 2 * (mentors - 1)


def pair_rows(mentees: int, mentors: int) -> int:
    """Pairs and the mentors after them, two to a row."""
    return mentors_place(mentees, mentors) // 2 + 1


def pairs(mentees: int, mentors: int, spoken: Spoken) -> Iterator[Shape]:
    """Two and two, the last three together where the number is odd; the mentors can be asked."""
    count = mentees // 2
    for number in range(count):
        x, y = 150 + 118 * (number % 2), 474 + 52 * (number // 2)
        size = 3 if mentees % 2 and number == count - 1 else 2
        places = [x + (60 if size == 2 else 32) * place for place in range(size)]
        yield Line(x=places[0], y=y, to_x=places[-1], to_y=y, stroke="ink", width=1.6)
        yield from (Disc(x=place, y=y, r=13, fill="paper", stroke="ink", width=2) for place in places)
    place = mentors_place(mentees, mentors)
    x, y = 136 + 118 * (place % 2), 460 + 52 * (place // 2)
    yield from squares(x, y, mentors)
    yield from written(wrapped(sayer(mentors, spoken)("asked"), 108, spoken), x + 34 * mentors + 4, y + 11, leading=17)
