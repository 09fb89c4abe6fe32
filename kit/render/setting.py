"""How composed words are set on paper: what must not part at the end of a line, and where our long words may break.

Everything here works on the text between a document's tags; what a drawing or a field holds is left alone.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

KEPT = re.compile(r"(<(?:a|svg|textarea)\b.*?</(?:a|svg|textarea)>|<[^>]*>)", re.DOTALL)  # links and seams are put in around these
ADDRESS = re.compile(r"https?://(?:[^\s<>&]|&amp;)+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SOFT_HYPHEN, NO_BREAK = "\u00ad", "\u00a0"
NUMBER = re.compile(r"(?<![\w.,:–])(\d{1,2}|\d{1,3}(?:[.,]\d{3})+) (?=[^\W\d_])")  # and what it counts or names
# What stays with the word before it: the last number or letter of a name (»lokale 2«, »hold A«), a clock, what is left out.
LAST = re.compile(r"(?<=\w) (?=(?:[A-ZÆØÅ]|\d{1,3})(?:\s*$|\s·|[,.;:?!)’”«](?!\d)))|(?<=\b[Kk]l\.) (?=\d)| (?=…)")
SPAN = re.compile(r"(?<![\w–])\d[\d.:]*–\d[\d.:]*|\+\d{2}(?: \d{2,4}){2,5}\b")  # and a telephone number
# the last word of a paragraph is not alone on its last line; only where both are short enough for a narrow column
ENDING = re.compile(r"(?<=[^\s<>][ \n])([^\s<>·]{1,9})[ \n]([^\s<>\u00a0]{1,9})(?=</(?:p|li|td)>)")
BEFORE_A_TAG = re.compile(r"(?<=[^\s>])[ \n](?=<(?:a|b|strong|em|i|span)\b)")
LOOSE = re.compile(r"<li>\s+<p>")
LITTLE = re.compile(r"(?<=\b[^\W\d_]) (?=\S)|(?<=\b[^\W\d_]{2}) (?=\S)")  # after a word of one or two letters
WIDE_TITLE = re.compile(r'<h\d class="gm-title (?![^"]*gm-parts).*?</h\d>', re.DOTALL)
LONG, SHORT = 30, 22  # letters: a title that may take two lines; two words that stand together on its last one


def set_in_type(html: str, seams: Sequence[str]) -> str:
    """A filled document, ready to be laid out."""
    return spaced_before_tags(with_ties(with_seams(with_links(html), seams)))


def in_texts(html: str, change: Callable[[str], str]) -> str:
    """The document with the texts of its body changed."""
    head, body, rest = html.partition("<body")
    return head + "".join(text if text.startswith("<") else change(text) for text in KEPT.split(body + rest))


def with_links(html: str) -> str:
    """An address that stands in the text can be followed on screen; on paper it looks as before."""
    return in_texts(html, partial(ADDRESS.sub, link_to))


def link_to(found: re.Match[str]) -> str:
    address = found[0]
    return f'<a href="{"" if "://" in address else "mailto:"}{address}">{address}</a>'


def with_seams(html: str, seams: Sequence[str]) -> str:
    """Soft hyphens where our long words are joined: `halvdags|seminar` breaks there and nowhere else.

    Each word stands in a span of its own: WeasyPrint measures text up to its first soft hyphen as one unbreakable piece.
    Not in links: it would make a link of every span; nor in a title with room for its words.
    """
    if not seams:
        return html
    parts = {seam.replace("|", "").lower(): seam.split("|") for seam in sorted(seams, key=len, reverse=True)}
    pattern = re.compile(rf"(\w*)({'|'.join(map(re.escape, parts))})(\w*)", re.IGNORECASE)
    return WIDE_TITLE.sub(lambda title: title[0].replace(SOFT_HYPHEN, ""), in_texts(html, partial(pattern.sub, partial(seamed, parts))))


def seamed(parts: Mapping[str, Sequence[str]], found: re.Match[str]) -> str:
    """The word as it was written, with soft hyphens put in at its seams."""
    before, written, after = found.groups()
    pieces = []
    for part in parts[written.lower()]:
        pieces.append(written[: len(part)])
        written = written[len(part) :]
    return f"<span>{before}{SOFT_HYPHEN.join(pieces)}{after}</span>"


def with_ties(html: str) -> str:
    """A number stays with the word after it, a name's last number or letter with the one before it, a span of numbers is whole, and a dot
    between two things ends a line and begins none. A paragraph's last line has two words.
    """
    return in_texts(ENDING.sub(rf"\1{NO_BREAK}\2", html), tied)


def tied(text: str) -> str:
    text = LAST.sub(NO_BREAK, NUMBER.sub(rf"\1{NO_BREAK}", text)).replace(" · ", f"{NO_BREAK}· ")
    return SPAN.sub(r'<span class="gm-whole">\g<0></span>', text)


def spaced_before_tags(html: str) -> str:
    """A list's paragraphs begin at its margin; and a space before a word in a tag of its own stands in one too.

    WeasyPrint broke a line after its first word when all of it but the last space fitted and such a word came next.
    """
    head, body, rest = LOOSE.sub("<li><p>", html).partition("<body")
    return head + body + BEFORE_A_TAG.sub("<span> </span>", rest)


def led(title: str) -> str:
    """A title no line of which ends with a little word: »i« stands before what it speaks of."""
    return LITTLE.sub(NO_BREAK, title)


def not_alone(title: str) -> str:
    """A title so set whose last word never stands alone on its second line."""
    title = led(title)
    rest, _, last = title.rpartition(" ")
    pair = f"{rest.rpartition(' ')[2]} {last}"
    return f"{rest}{NO_BREAK}{last}" if len(title) > LONG and len(pair) < SHORT else title
