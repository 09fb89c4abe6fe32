"""`python -m tests.contact SITE` makes docs/pictures/kit.png: the kit on one sheet, to see at a glance what it looks like.

SITE is a built website of nordby. Each page is drawn by pdftoppm; the first pages of a pack stand in for the rest.
"""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.helpers import ROOT

FILE = ROOT / "docs" / "pictures" / "kit.png"
PAGES = {  # pack → the pages that are shown
    "seminar-pack": (1, 3, 4, 6),
    "mentor-guide-hold-a": (1, 3, 4, 5),
    "mentee-workbook-hold-a": (1, 3, 4, 5),
    "coordinator-guide": (1, 3, 5),
    "sponsor-brief": (1,),
    "handbook": (1, 2, 5, 9),
    "poster": (1,),
    "slides": (1, 3, 6),
}
COLUMNS, CELL, GAP, DOTS = 8, (150, 212), 10, 60
PAPER, COLOURS = (222, 222, 218), 64


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("python -m tests.contact SITE", file=sys.stderr)
        return 2
    folder = Path(arguments[0]) / "downloads" / "da"
    drawn = [page(folder / f"{pack}.pdf", number) for pack, numbers in PAGES.items() for number in numbers]
    sheet(drawn).quantize(COLOURS).save(FILE, optimize=True)
    print(f"{FILE.relative_to(ROOT)}: {len(drawn)} pages, {FILE.stat().st_size // 1000} kB")
    return 0


def page(file: Path, number: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(DOTS), "-png", "-f", str(number), "-l", str(number), "-singlefile", str(file)]
    return Image.open(BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")


def sheet(pages: list[Image.Image]) -> Image.Image:
    """The pages in rows, each as large as its cell allows."""
    width, height = CELL
    rows = -(-len(pages) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP), PAPER)
    for place, drawn in enumerate(pages):
        drawn.thumbnail(CELL, Image.Resampling.LANCZOS)
        row, column = divmod(place, COLUMNS)
        whole.paste(drawn, (GAP + column * (width + GAP) + (width - drawn.width) // 2, GAP + row * (height + GAP)))
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
