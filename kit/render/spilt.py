"""Where a sheet's last page holds only a few lines: set a little tighter, they stand on the page before.

Nothing is measured before it is laid out; what a tighter setting does not help stays as it is. Knows pages as plain values.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

SHEET = re.compile(r'<section class="(?=[^"]*" id="(?P<id>[^"]+)")')
FEW = 0.27  # of a page's height, its margin included
A_BOOK = 120  # pages: in a book chapters end where they end, and laying it out again takes long


@dataclass(frozen=True, slots=True)
class Laid:
    """A page as it was laid out: the ids of the sheets on it in their order, and how far down it is filled, of its height."""

    sheets: tuple[str, ...]
    filled: float


def spilt(pages: Sequence[Laid]) -> Mapping[str, Set[str]]:
    """Each sheet that ends a few lines down a page of its own, with all sheets of the page before."""
    return {
        page.sheets[0]: set(before.sheets)
        for before, page in pairwise(pages)
        if len(page.sheets) == 1 and page.sheets[0] in before.sheets and page.filled < FEW
    }


def tightened(html: str, sheets: Set[str]) -> str:
    return SHEET.sub(lambda found: found[0] + ("gm-tight " if found["id"] in sheets else ""), html)
