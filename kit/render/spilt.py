"""Where a sheet's last page holds only a few lines: set a little tighter, they stand on the page before.

Nothing is measured before it is laid out; what a tighter setting does not help stays as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

SHEET = re.compile(r'<section class="(?=[^"]*" id="(?P<id>[^"]+)")')
FEW = 0.27  # of a page's height, its margin included
A_BOOK = 120  # pages: in a book chapters end where they end, and laying it out again takes long


def spilt(pages: Sequence[Any]) -> Mapping[str, Set[str]]:
    """Each sheet that ends a few lines down a page of its own, with all sheets of the page before."""
    if len(pages) > A_BOOK:
        return {}
    on = [list(dict.fromkeys(sheets_on(page))) for page in pages]
    return {
        on[number][0]: set(on[number - 1])
        for number in range(1, len(pages))
        if len(on[number]) == 1 and on[number][0] in on[number - 1] and bottom(pages[number]) < FEW * pages[number].height
    }


def sheets_on(page: Any) -> Iterator[str]:
    return (str(box.element.get("id")) for box in page._page_box.descendants() if box.element_tag == "section")


def bottom(page: Any) -> float:
    """Where the last thing of a page ends, its foot left out."""
    root = page._page_box.children[0]
    return max((box.position_y + box.height for box in root.descendants() if not getattr(box, "children", ()) and box.height), default=0)


def tightened(html: str, sheets: Set[str]) -> str:
    return SHEET.sub(lambda found: found[0] + ("gm-tight " if found["id"] in sheets else ""), html)
