"""A Pack becomes one HTML document for print: each sheet's template filled, one after the other, in one file.

Templates stand in `themes/print`, one a kind of sheet. They escape everything but the Markdown that they ask for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import unescape
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.render import code, letters, markdown, measure, setting

TEMPLATES: Mapping[type[sheets.Kind], str] = {
    sheets.Cover: "cover",
    sheets.Contents: "contents",
    sheets.Day: "day",
    sheets.Script: "script",
    sheets.Handout: "handout",
    sheets.Agenda: "agenda",
    sheets.CheckSheet: "checklist",
    sheets.Table: "table",
    sheets.Cards: "cards",
    sheets.Prose: "prose",
    sheets.Letter: "letter",
    sheets.Form: "form",
    sheets.SlidesSmall: "slides-small",
    sheets.Slides: "slides",
    sheets.Poster: "poster",
}
CARDS_A_PAGE = 10
LINK = re.compile(r'(<a href="(#[^"]+)"[^>]*>.*?</a>)', re.DOTALL)
SECTION = re.compile(r'<section [^>]*id="(?P<id>[^"]+)".*?data-title="(?P<title>[^"]*)"', re.DOTALL)
HEADING = re.compile(r'<h[1-6][^>]* id="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h[1-6]>', re.DOTALL)
HEADING_OR_TABLE = re.compile(r"<h[1-6]\b[^>]*>(?P<heading>.*?)</h[1-6]>|<table\b", re.DOTALL)
TAG = re.compile(r"(<[^>]*>)")
HREF = re.compile(r"""<(?:a|area|link)\b[^>]*?\bhref\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
LEVEL = re.compile(r"<(?P<close>/)?h(?P<level>[1-6])(?(close)>|\b)")
TITLE = re.compile(r"^(#{2,6}) ", re.MULTILINE)
# A figure's table that unfolds (in print its description tells the same), files to fetch, an answer that is worked out, and what one
# presses to see a table.
ON_SCREEN = re.compile(
    r'<details class="gm-note gm-twin">.*?</details>|<p class="gm-fetch">.*?</p>|<div class="gm-verdict".*?</div>'
    r"|(?<=gm-fold\">)\s*<summary>[^<]*</summary>(?=\s*<table)",
    re.DOTALL,
)
MINUTES = re.compile(r'<tr class="gm-m(\d+)')
NAMED = re.compile(r'(?<=</h\d>\n)(?P<table><table class="gm-table [^"]*gm-(?:months|named)">)\n<caption>.*?</caption>')
TALL = re.compile(
    r'(?P<table><table class="(?P<kind>gm-table(?: gm-(?:wide|months))?)">)\n<caption>(?P<caption>.*?)</caption>\n'
    r"(?P<head><thead>.*?</thead>)\n<tbody>\n(?P<rows>.*?)\n</tbody>\n</table>",
    re.DOTALL,
)
ROWS = {
    "gm-table gm-wide": (6, 6),
    "gm-table gm-months": (30, 15),
    "gm-table": (30, 15),
}  # of a whole table, and of each part of a taller one
# A drawing with its table; so high a one (its panels stand below each other) is too small to read on a page, its table is not.
DRAWN = re.compile(
    r'<figure class="gm-figure[^"]*">\s*<svg [^>]*viewBox="0 0 390 (?P<high>\d+).*?</figure>'
    r'(?:\s*<details class="gm-note gm-twin">.*?(?P<twin><table.*?</table>).*?</details>)?',
    re.DOTALL,
)
MOST_HIGH = 1000


def document(pack: Pack, themes: Path) -> str:
    """The whole pack as HTML; its style sheets, fonts and logo have addresses of the `kit:` scheme (see `pdf.Ours`)."""
    templates = environment(pack, themes)
    filled = Markup("\n").join(fill(templates, pack, number) for number in range(len(pack.sheets)))
    signs = letters.strangers(words_of(filled), themes)
    minutes = sorted({int(found) for found in MINUTES.findall(filled)})
    html = templates.get_template("pack.html").render(title=title(pack), sheets=filled, signs=signs, minutes=minutes)
    return setting.set_in_type(html, pack.seams)


def title(pack: Pack) -> str:
    """What a reader's window and reader say: the first heading and whose it is."""
    return say(pack, "title", title=pack.sheets[0].title, organisation=pack.identity.organisation)


def environment(pack: Pack, themes: Path) -> Environment:
    templates = Environment(
        loader=FileSystemLoader(themes / "print"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters |= {
        "card_size": measure.card_size,
        "kind": lambda field: type(field).__name__,
        "pages_of_cards": pages_of_cards,
    }
    templates.globals |= {
        "pack": pack,
        "identity": pack.identity,
        "say": partial(say, pack),
        "cover_room": measure.cover_room,
        "cover_scale": measure.cover_scale,
        "spaced": measure.spaced,
        "code": lambda address: Markup(code.svg(address)),
        "note_lines": measure.note_lines,
        "fitted": fitted,
        "fitted_card": fitted_card,
        "dense": measure.dense,
        "led": setting.led,
        "not_alone": setting.not_alone,
        "raised": measure.raised,
        "title_size": measure.title_size,
        "wide": measure.wide,
    }
    return templates


def fill(templates: Environment, pack: Pack, number: int) -> Markup:
    """One sheet as HTML. The first sheet's title is the document's h1, all others begin at h2."""
    sheet = pack.sheets[number]
    heading = sheet.level + 1 if number else 1
    convert = markdown_of(pack, sheet, heading + 1)
    template = templates.get_template(f"{TEMPLATES[type(sheet.holds)]}.html")
    later = [other for other in pack.sheets[number + 1 :] if other.in_contents]
    values = {"heading": heading, "later": later, "rests": rests(pack, number), "markdown": convert, "inline": inline(convert)}
    html = template.render(sheet=sheet, it=sheet.holds, **values)
    html = TALL.sub(partial(parted, pack), ON_SCREEN.sub("", DRAWN.sub(legible, html)))
    return Markup(stepped(NAMED.sub(r"\g<table>", html)))


def rests(pack: Pack, number: int) -> bool:
    """Whether what a text leaves of its last page is for notes: in a pack of several, where the next one begins on a page of its own.

    Where it ends in a frame to draw in, that is what the rest is for.
    """
    holds = pack.sheets[number].holds
    whole = any(isinstance(sheet.holds, sheets.Contents) for sheet in pack.sheets)
    apart = any(not (after.flows or after.joins) for after in pack.sheets[number + 1 : number + 2])
    return whole and apart and isinstance(holds, sheets.Prose) and not holds.draws


def legible(found: re.Match[str]) -> str:
    """A drawing as it is, or its table."""
    return found[0] if int(found["high"]) <= MOST_HIGH else found["twin"] or ""


def parted(pack: Pack, found: re.Match[str]) -> str:
    """A table as tall as a page, as several: none of them is split, and no page stays empty before it."""
    rows = found["rows"].split("\n")
    whole, part = ROWS[found["kind"]]
    if len(rows) <= whole:
        return found[0]
    count = -(-len(rows) // part)
    ends = [len(rows) * number // count for number in range(count + 1)]
    captions = [found["caption"], *[say(pack, "continued", title=found["caption"])] * (count - 1)]
    return "\n".join(
        "\n".join((found["table"], f"<caption>{caption}</caption>", found["head"], "<tbody>", *rows[first:last], "</tbody>", "</table>"))
        for caption, (first, last) in zip(captions, pairwise(ends), strict=True)
    )


def stepped(html: str) -> str:
    """The sheet without a skipped level: a heading stands one below the one above it, whatever sign it was written with."""
    above: list[tuple[int, int]] = []  # as written, as it stands

    def settled(found: re.Match[str]) -> str:
        if found["close"]:
            return f"</h{above[-1][1]}>"
        written = int(found["level"])
        while above and above[-1][0] >= written:
            above.pop()
        above.append((written, above[-1][1] + 1 if above else written))
        return f"<h{above[-1][1]}"

    return LEVEL.sub(settled, html)


def markdown_of(pack: Pack, sheet: Sheet, level: int) -> Callable[..., Markup]:
    """How this sheet's Markdown becomes HTML: headings below the sheet's own, ids of its own, page numbers after links."""

    def convert(text: str, deeper: int = 0) -> Markup:
        highest = min((len(marks) for marks in TITLE.findall(text)), default=2)
        html = markdown.html(text, level=level + deeper + 2 - highest, prefix=f"{sheet.id}-")
        number = f'\\1 <span class="gm-ref">({say(pack, "page-ref")}<b data-ref="\\2"></b>)</span>'
        return Markup(LINK.sub(number, html))

    return convert


def inline(convert: Callable[..., Markup]) -> Callable[[str], Markup]:
    """Markdown of one paragraph without the paragraph, for a line that begins with something of ours."""

    def words(text: str) -> Markup:
        html = str(convert(text))
        return Markup(html.removeprefix("<p>").removesuffix("</p>") if html.count("<p>") == 1 else html)

    return words


def say(pack: Pack, code: str, **values: object) -> str:
    """A sentence of the print theme; `code.one` where `count` is 1 and such a sentence exists."""
    one = f"{code}.one"
    chosen = one if values.get("count") == 1 and one in pack.words else code
    return pack.words[chosen].format_map(values)


def pages_of_cards(cards: Sequence[sheets.Card]) -> list[Sequence[sheets.Card]]:
    return [cards[first : first + CARDS_A_PAGE] for first in range(0, len(cards), CARDS_A_PAGE)]


def fitted(rows: Sequence[sheets.Row], columns: str, below: str = "") -> list[tuple[sheets.Row, float]]:
    """Rows of an agenda, each with its height in millimetres; they leave room for the words below."""
    room = {"seminar": measure.SEMINAR, "meeting": measure.MEETING}[columns]
    return list(zip(rows, measure.row_heights(rows, room, below), strict=True))


def fitted_card(card: sheets.Handout) -> list[tuple[sheets.CardStep, float]]:
    """Steps of an exercise card, each with its height in millimetres."""
    return list(zip(card.steps, measure.step_heights(card), strict=True))


def words_of(html: str) -> str:
    """The words of a document."""
    return unescape(TAG.sub("", html))


def links_of(html: str) -> list[str]:
    """Every address that a document links to."""
    return [unescape(address.strip("\"'")) for address in HREF.findall(html.partition("<body")[2])]


def titles(html: str) -> dict[str, str]:
    """What every link inside the pack leads to, in words: the title of a sheet, or of a heading."""
    sections = {found["id"]: unescape(found["title"]) for found in SECTION.finditer(html)}
    headings = {found["id"]: unescape(TAG.sub("", found["title"])).strip() for found in HEADING.finditer(html)}
    return {anchor: words.replace(setting.SOFT_HYPHEN, "") for anchor, words in (headings | sections).items()}


def tables(html: str) -> list[str]:
    """What every table is about, in words: the heading above it."""
    about, found = "", []
    for part in HEADING_OR_TABLE.finditer(html):
        if part["heading"] is None:
            found.append(about)
        else:
            about = words_of(part["heading"]).replace(setting.SOFT_HYPHEN, "").strip()
    return found
