"""`python -m tests.contact SITE` makes the README's two pictures in docs/pictures: site beside seminar pack, and the kit on one sheet.

SITE is a built website of nordby. Pages are drawn by pdftoppm and Chromium; a few pages of a pack stand in for the rest.
"""

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.helpers import ROOT

Scheme = Literal["light", "dark"]
PICTURES = ROOT / "docs" / "pictures"
KIT = {  # pack → the pages that are shown
    "seminar-pack": (1, 7, 8, 19, 30, 37),
    "mentor-guide-hold-a": (1, 6, 7),
    "mentee-workbook-hold-a": (1, 5, 7),
    "coordinator-guide": (1, 3, 11),
    "sponsor-brief": (1,),
    "handbook": (1, 5),
    "poster": (1,),
    "slides": (1, 3, 6, 7),
}
STACKED = "slides"  # low as they are, two take one cell
COLUMNS, CELL, GAP, DOTS = 7, (150, 212), 10, 60
SCREENS: tuple[tuple[str, int, int, Scheme], ...] = (("index.html", 1280, 880, "light"), ("groups/hold-a/meeting-2.html", 390, 844, "dark"))
BESIDE, HEIGHT, WIDE_GAP = (1, 8), 560, 24  # pages of the seminar pack
TODAY = "2027-01-11T09:00:00"  # the pictures say the same whenever they are made
PAPER, COLOURS = (222, 222, 218), 96


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("python -m tests.contact SITE", file=sys.stderr)
        return 2
    site = Path(arguments[0]).resolve()
    folder = site / "downloads" / "da"
    kept("kit", sheet(kit(folder)))
    kept("site-and-pack", row([*screens(site), *(page(folder / "seminar-pack.pdf", number, 100) for number in BESIDE)]))
    return 0


def kept(name: str, picture: Image.Image) -> None:
    file = PICTURES / f"{name}.png"
    picture.quantize(COLOURS).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")


def kit(folder: Path) -> list[Image.Image]:
    """A cell for each page; slides, which are low, stand below each other."""
    drawn = {pack: [page(folder / f"{pack}.pdf", number, DOTS) for number in numbers] for pack, numbers in KIT.items()}
    slides = drawn.pop(STACKED)
    return [*(picture for pictures in drawn.values() for picture in pictures), stacked(slides[:2]), stacked(slides[2:])]


def stacked(pictures: Sequence[Image.Image]) -> Image.Image:
    whole = Image.new("RGB", CELL, PAPER)
    for place, picture in enumerate(pictures):
        picture.thumbnail(CELL, Image.Resampling.LANCZOS)
        whole.paste(picture, ((CELL[0] - picture.width) // 2, place * (picture.height + GAP)))
    return whole


def page(file: Path, number: int, dots: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(dots), "-png", "-f", str(number), "-l", str(number), "-singlefile", str(file)]
    return Image.open(BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")


def screens(site: Path) -> list[Image.Image]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        return [screen(browser, site / name, width, height, scheme) for name, width, height, scheme in SCREENS]


def screen(browser: Browser, file: Path, width: int, height: int, scheme: Scheme) -> Image.Image:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    shown = context.new_page()
    shown.clock.set_fixed_time(TODAY)
    shown.goto(file.as_uri())
    shown.evaluate("document.fonts.ready")
    return Image.open(BytesIO(shown.screenshot())).convert("RGB")


def sheet(pages: Sequence[Image.Image]) -> Image.Image:
    """The pages in rows, each as large as its cell allows."""
    width, height = CELL
    rows = -(-len(pages) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP), PAPER)
    for place, drawn in enumerate(pages):
        drawn.thumbnail(CELL, Image.Resampling.LANCZOS)
        line, column = divmod(place, COLUMNS)
        whole.paste(drawn, (GAP + column * (width + GAP) + (width - drawn.width) // 2, GAP + line * (height + GAP)))
    return whole


def row(pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures side by side, all of one height."""
    fitted = [picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS) for picture in pictures]
    whole = Image.new("RGB", (sum(picture.width + WIDE_GAP for picture in fitted) + WIDE_GAP, HEIGHT + 2 * WIDE_GAP), PAPER)
    left = WIDE_GAP
    for picture in fitted:
        whole.paste(picture, (left, WIDE_GAP))
        left += picture.width + WIDE_GAP
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
