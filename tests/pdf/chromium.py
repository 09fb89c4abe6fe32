"""`python -m tests.pdf.chromium FILE…` opens each in the browser's own viewer and says which do not show a page.

A program of its own: Playwright stands only once in a process, and the browser tests have theirs.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PAPER, INK = 250, 100  # grey values from white down to the viewer's own desk, and below which something is printed
LEAST_PAPER, LEAST_INK = 0.2, 50  # of the window; pixels
TRIES, PAUSE = 40, 250  # milliseconds


def shown(browser: Browser, file: Path) -> bool:
    """Whether paper with something on it comes to be seen within ten seconds."""
    page = browser.new_page(viewport={"width": 900, "height": 1200})
    try:
        page.goto(file.resolve().as_uri())
        for _ in range(TRIES):
            grey = Image.open(BytesIO(page.screenshot())).convert("L")
            seen = grey.crop((40, 60, 860, 1200)).histogram()  # without the viewer's bars
            if sum(seen[PAPER:]) > LEAST_PAPER * sum(seen) and sum(seen[:INK]) - sum(seen[30:60]) > LEAST_INK:
                return True
            page.wait_for_timeout(PAUSE)
        return False
    finally:
        page.close()


def main(files: list[str]) -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--headless=new"])
        dark = [file for file in files if not shown(browser, Path(file))]
        browser.close()
    print(*dark, sep="\n", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
