"""Agendas as a mentor reads them: those written by hand first, and which cells have to leave something out."""

import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

from kit.model.programme import Agenda
from kit.plan import agenda
from tests.helpers import library

HERE = Path(__file__).parent
DROPPED = HERE / "dropped.md"
LENGTHS, SIZES = range(120, 241, 15), range(3, 9)
TEMPLATES = sorted(template.id for template in library().agendas.values() if template.meeting)


def computed(template: str, mentees: int, minutes: int) -> Agenda:
    return agenda.computed(library().agendas[template], minutes, mentees, time(16))


def by_hand() -> Iterator[tuple[str, int, int, str]]:
    """Template, mentees, minutes and the words under each heading of the agendas written by hand."""
    for file in sorted(HERE.glob("*.md")):
        for found in re.finditer(r"^## (\d+) mentees, (\d+) minutes\n(.*?)(?=^## |\Z)", file.read_text(encoding="utf-8"), re.M | re.S):
            yield file.stem, int(found[1]), int(found[2]), found[3].strip()


def shown(found: Agenda) -> str:
    rows = "\n".join(f"| {slot.minutes} | {slot.item} |" for slot in found.slots)
    return f"| minutes | item |\n|---|---|\n{rows}\n\nDropped: {gone(found) or 'nothing'}"


def gone(found: Agenda) -> str:
    return ", ".join(item.item for item in found.dropped)


def dropped() -> str:
    """Every agenda × length × size: what it drops; lengths where nobody has to drop anything are left out."""
    return "# What goes when time is short\n\n" + "\n".join(_table(template) for template in TEMPLATES)


def _table(template: str) -> str:
    rows = [(minutes, [gone(computed(template, mentees, minutes)) for mentees in SIZES]) for minutes in LENGTHS]
    listed = "".join(f"| {minutes} | {' | '.join(cell or '–' for cell in cells)} |\n" for minutes, cells in rows if any(cells))
    head = f"| minutes | {' | '.join(f'{mentees} mentees' for mentees in SIZES)} |\n|{'---|' * (len(SIZES) + 1)}\n"
    return f"## {template}\n\n" + (head + listed if listed else "Nothing, from two hours to four, with three mentees to eight.\n")
