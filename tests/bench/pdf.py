"""The PDF stage beside a bare WeasyPrint call on the same HTML with the same options: nordby's seminar pack, in turn."""

import time
from collections.abc import Callable

import weasyprint

from kit import pipeline
from kit.render import pdf, sheets
from tests.helpers import HOME, example

RUNS = 3


def main() -> None:
    pack = next(pack for _, packs in pipeline.composed(example("nordby"), HOME) for pack in packs if pack.name == "seminar-pack")
    html = sheets.document(pack, HOME.themes)

    def bare() -> None:
        weasyprint.HTML(string=html, base_url=pdf.SCHEME, url_fetcher=pdf.Ours(pack, HOME.themes)).write_pdf(**pdf.OPTIONS)

    pairs = [(_seconds(lambda: pdf.render(pack, HOME.themes)), _seconds(bare)) for _ in range(RUNS)]
    ratios = sorted(ours / stock for ours, stock in pairs)
    spread = f"{ratios[0]:.2f} {ratios[len(ratios) // 2]:.2f} {ratios[-1]:.2f}"
    print(f"PDF stage ÷ bare WeasyPrint, seminar pack: {spread} (least, median, most; CPU)")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
