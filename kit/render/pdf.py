"""A Pack becomes a PDF: all its sheets are laid out in one document, tagged as PDF/UA-1. The only module that knows WeasyPrint.

Its quirks: what it cannot use it only logs, so every message from WARNING up is a failure here; an address refused inside
an SVG is swallowed, so the fetcher also remembers; joining finished PDFs loses their tags, so a pack is laid out at once.
"""

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import weasyprint
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from kit.model.book import Pack, Sheet
from kit.model.problem import Invalid, Place, Problem
from kit.render import afterwork, letters, sheets, spilt

SCHEME = "kit:"
LOGO = "logo"
KINDS = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml"}
OUR_COLOUR = "#0f4c45"  # what the theme's own SVG files are drawn in
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
# A fixed identifier instead of a random one: the same pack gives the same bytes.
OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"gruppementor", "uncompressed_pdf": False}
ADDRESSES = ("#", "http://", "https://", "mailto:", "tel:")
FAILED, REFUSED, STRANGE_LINK, STRANGE_LETTERS = "R01", "R02", "R03", "R04"
PASSES = 4  # layouts with the numbers of the one before written in; the second of them has always been right
REFERENCE = re.compile(r'data-ref="#([^"]+)"')
Failure = tuple[str, str]  # a code, and what was said


class Ours(weasyprint.URLFetcher):  # type: ignore[misc]
    """Knows the theme's style sheets, fonts and pictures and the pack's logo under `kit:`, and remembers all else that was asked for."""

    def __init__(self, pack: Pack, themes: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.pack = pack
        self.themes = themes.resolve()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        scheme, _, name = url.partition(":")
        if scheme == "kit" and name == LOGO and self.pack.logo is not None:
            return URLFetcherResponse(url, self.pack.logo.data, {"Content-Type": PICTURES[self.pack.logo.kind]})
        path = (self.themes / unquote(name)).resolve()
        if scheme == "kit" and path.suffix in KINDS and path.is_relative_to(self.themes) and path.is_file():
            return URLFetcherResponse(url, self.painted(path), {"Content-Type": KINDS[path.suffix]})
        self.refused.append(url)
        raise FatalURLFetchingError(url)

    def painted(self, path: Path) -> bytes:
        """The file; the theme's pictures in the organisation's colour, because SVG cannot read variables."""
        data = path.read_bytes()
        return data.replace(OUR_COLOUR.encode(), self.pack.brand.light.fill.encode()) if path.suffix == ".svg" else data


class Heard(logging.Handler):
    """What WeasyPrint complained of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Messages of WARNING and above that WeasyPrint logs meanwhile."""
    heard = Heard()
    weasyprint.LOGGER.addHandler(heard)
    try:
        yield heard.said
    finally:
        weasyprint.LOGGER.removeHandler(heard)


@contextmanager
def uncollected() -> Iterator[None]:
    """A document is a mass of objects that live until it is written: looking through them meanwhile costs a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def render(pack: Pack, themes: Path) -> bytes:
    """The whole pack as one PDF, with the same bytes for the same pack."""
    html = sheets.document(pack, themes)
    written, failures = laid_out(html, pack, themes)
    if failures:
        raise Invalid(tuple(located(pack, themes, failures)))
    return afterwork.finished(written, language=pack.language, titles=sheets.titles(html), tables=sheets.tables(html))


def laid_out(html: str, pack: Pack, themes: Path) -> tuple[bytes, list[Failure]]:
    """The PDF as WeasyPrint writes it, and every failure as code and words."""
    if impossible := list(unprintable(html, themes)):
        return b"", impossible
    fetcher = Ours(pack, themes)
    written = b""
    with listening() as said, uncollected(), suppress(FatalURLFetchingError):  # the fetcher remembers what it refused
        html, document = settled(html, fetcher)
        for _ in range(PASSES):  # seen in a book of 228 pages: WeasyPrint's last repagination moved a heading and not its number
            if numbers_mended(document):
                break
            found = places(document)
            del document  # two books at once are too much for a small machine
            gc.collect()
            document = layout(numbered(html, found), fetcher)
        last_pages_written(document)
        written = document.write_pdf(**OPTIONS)
    return written, [(REFUSED, url) for url in fetcher.refused] + [(FAILED, words) for words in said]


def layout(html: str, fetcher: Ours) -> weasyprint.Document:
    return weasyprint.HTML(string=html, base_url=SCHEME, url_fetcher=fetcher).render(**OPTIONS)


def settled(html: str, fetcher: Ours) -> tuple[str, weasyprint.Document]:
    """The layout, and again with those sheets set tighter whose last few lines then stand on the page before."""
    document = layout(html, fetcher)
    over = spilt.spilt(laid(document)) if len(document.pages) <= spilt.A_BOOK else {}
    while over:
        tight = spilt.tightened(html, set().union(*over.values()))
        closer = layout(tight, fetcher)
        still = over.keys() & spilt.spilt(laid(closer)).keys()
        if not still:
            return tight, closer
        over = {sheet: around for sheet, around in over.items() if sheet not in still}
    return html, document


def laid(document: weasyprint.Document) -> list[spilt.Laid]:
    """Which sheets stand on each page, and where the last thing on it ends, its foot left out."""
    found = []
    for page in document.pages:
        boxes = [*page._page_box.descendants()]
        sheets_on = dict.fromkeys(str(box.element.get("id")) for box in boxes if box.element_tag == "section")
        ends = (
            box.position_y + box.height
            for box in page._page_box.children[0].descendants()
            if not getattr(box, "children", ()) and box.height
        )
        found.append(spilt.Laid(tuple(sheets_on), max(ends, default=0) / page.height))
    return found


def places(document: weasyprint.Document) -> dict[str, int]:
    """The page on which each anchor came to stand."""
    return {anchor: number for number, page in reversed([*enumerate(document.pages, 1)]) for anchor in page.anchors}


def numbers_mended(document: weasyprint.Document) -> bool:
    """Puts right every printed page number that is not the page it speaks of. False when one has more or fewer digits: then lines move.

    Our digits are all as wide, and text is set anew when it is drawn, so a number of as many digits fits where the wrong one stood.
    """
    found = places(document)
    boxes = (box for page in document.pages for box in page._page_box.descendants() if getattr(box, "text", "").isdigit())
    refs = ((box, box.element.get("data-ref")) for box in boxes if box.element is not None)
    wrong = [(box, right) for box, ref in refs if ref and box.text != (right := str(found.get(ref.removeprefix("#"), box.text)))]
    if any(len(box.text) != len(right) for box, right in wrong):
        return False
    for box, right in wrong:
        box.text = box.pango_layout.text = right
    return True


def last_pages_written(document: weasyprint.Document) -> None:
    """»22« becomes »22–23« where a row's last sheet goes on; its room is kept beside every number, so that no line moves."""
    found = places(document)
    last = {name: number for number, page in enumerate(laid(document), 1) for name in page.sheets}
    boxes = (box for page in document.pages for box in page._page_box.descendants() if getattr(box, "text", ""))
    for box in boxes:
        if box.element is not None and (until := box.element.get("data-until")):
            first, end = found[box.element.get("data-from")], last[until]
            box.text = box.pango_layout.text = f"–{end}" if end > first else " "


def numbered(html: str, found: Mapping[str, int]) -> str:
    """The document with its page numbers written in, for a layout that need not reckon them."""
    return REFERENCE.sub(lambda ref: f'{ref[0]} data-page="{found.get(ref[1], "")}"', html)


def unprintable(html: str, themes: Path) -> Iterator[Failure]:
    """What can be told before anything is laid out: links that paper cannot follow, letters that our fonts do not have."""
    yield from ((STRANGE_LINK, address) for address in sheets.links_of(html) if not address.startswith(ADDRESSES))
    if missing := letters.undrawable(sheets.words_of(html), themes):
        yield STRANGE_LETTERS, missing


def located(pack: Pack, themes: Path, failures: list[Failure]) -> Iterator[Problem]:
    """The failures with the sheet that each comes from, found by laying out every sheet alone."""
    left = list(dict.fromkeys(failures))
    for sheet in pack.sheets:
        alone = replace(pack, sheets=(sheet,))
        found = [failure for failure in laid_out(sheets.document(alone, themes), alone, themes)[1] if failure in left]
        yield from (problem(pack, sheet, *failure) for failure in dict.fromkeys(found))
        left = [failure for failure in left if failure not in found]
        if not left:
            return
    yield from (problem(pack, pack.sheets[0], *failure) for failure in left)


def problem(pack: Pack, sheet: Sheet, code: str, words: str) -> Problem:
    values = {"pack": pack.name, "sheet": sheet.title, "said": words}
    return Problem(code=code, place=Place(f"{pack.name}.pdf"), field=sheet.id, values=values)
