"""Who does something when: a line for each role, a square with the number of tasks in each phase."""

from collections.abc import Iterator, Mapping, Sequence

from kit.model.library import AUDIENCES, PHASES, Library
from kit.model.programme import Programme
from kit.render.figures.shapes import SMALL, WIDTH, Box, Figure, Line, Shape, Words
from kit.render.figures.spoken import Spoken, wrapped, written

LEFT = 132.0
SQUARE = 24.0
LEADING = 17.0
Counted = Mapping[tuple[str, str], int]  # tasks by phase and role


def roles_phases(programme: Programme, library: Library, spoken: Spoken) -> Iterator[Figure]:
    """The tasks of the cohort types that the programme has."""
    counted = tasks(programme, library)
    phases = [phase for phase in PHASES if any(found == phase for found, _ in counted)]
    roles = [role for role in AUDIENCES if any(found == role for _, found in counted)]
    if not phases:
        return
    names = [spoken.named(f"role.{role}") for role in roles]
    lines, bottom = grid(counted, phases, roles, spoken, heads_high(names))
    note = wrapped(spoken.say("tasks-note"), WIDTH, spoken, SMALL)
    yield Figure(
        name="roles-phases",
        title=spoken.say("roles-phases"),
        description=" ".join(phase_told(counted, phase, roles, spoken) for phase in phases),
        height=bottom + 12 + LEADING * len(note),
        shapes=(*heads(names), *lines, *written(note, 0, bottom + 18, leading=LEADING, fill="ink2", size=SMALL)),
        head=(spoken.say("phase"), *names),
        rows=tuple((spoken.named(f"phase.{phase}"), *(str(counted.get((phase, role), "–")) for role in roles)) for phase in phases),
    )


def tasks(programme: Programme, library: Library) -> Counted:
    types = {"all", *(group.based_on for group in programme.groups)}
    served = [(task.phase, task.role) for task in library.roles if task.tags.cohort in types]
    return {key: served.count(key) for key in served}


def across(number: int, roles: int) -> float:
    """The middle of a role's column."""
    return LEFT + (WIDTH - LEFT) / roles * (number + 0.5)


def heads(names: Sequence[str]) -> Iterator[Shape]:
    """A name a line, like steps, the last role at the top; each has a line down to its column, so no name is squeezed."""
    for number, name in enumerate(names):
        x, y = across(number, len(names)), 14 + 20.0 * (len(names) - 1 - number)
        yield Words(x=min(x + 6, WIDTH), y=y, words=name, weight=600, anchor="end")
        yield Line(x=x, y=y + 6, to_x=x, to_y=heads_high(names), stroke="ink")


def heads_high(names: Sequence[str]) -> float:
    return 20.0 * len(names) + 8


def grid(counted: Counted, phases: Sequence[str], roles: Sequence[str], spoken: Spoken, top: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = [Line(x=0, y=top, to_x=WIDTH, to_y=top, stroke="ink", width=1.5)]
    for phase in phases:
        words = wrapped(spoken.named(f"phase.{phase}"), LEFT - 8, spoken)
        high = max(38.0, 14 + 18.0 * len(words))
        shapes += written(words, 0, top + high / 2 + 5 - 9 * (len(words) - 1), weight=600)
        for number, role in enumerate(roles):
            shapes += cell(counted.get((phase, role), 0), across(number, len(roles)), top, high)
        top += high
        shapes += [Line(x=0, y=top, to_x=WIDTH, to_y=top, stroke="rule")]
    return shapes, top


def cell(count: int, x: float, top: float, high: float) -> Iterator[Shape]:
    """A square with its number, or only the role's line on its way."""
    yield Line(x=x, y=top, to_x=x, to_y=top + high, stroke="ink2")
    if count:
        y = top + high / 2
        yield Box(x=x - SQUARE / 2, y=y - SQUARE / 2, wide=SQUARE, high=SQUARE, fill="fill", stroke="fill")
        yield Words(x=x, y=y + 5, words=str(count), fill="onfill", weight=700, anchor="middle")


def phase_told(counted: Counted, phase: str, roles: Sequence[str], spoken: Spoken) -> str:
    who = [f"{spoken.named(f'role.{role}')} {counted[phase, role]}" for role in roles if (phase, role) in counted]
    return f"{spoken.named(f'phase.{phase}')}: {', '.join(who)}."
