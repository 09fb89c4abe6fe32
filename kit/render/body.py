"""The body of a web page: the HTML of our Markdown becomes what the search index reads, and then what the page shows.

A layout is put around the words in between. Everything here takes HTML and gives HTML, and knows neither MkDocs nor the Book.
"""

import re

# The title and the lede, which our Markdown begins with; the layout puts its own parts after them.
OPENING = re.compile(r'\s*(<h1.*?</h1>\s*(?:<p class="gm-lede">.*?</p>)?)', re.DOTALL)
# Where the page's words come from, which our Markdown ends with; it stays last.
BASES = re.compile(r'<div class="gm-bases">.*?</div>\s*$', re.DOTALL)
# What the search leaves out, because it says nothing of its own: a drawing, whose table is searched, a list of the titles of other
# pages, what a rule quotes, its examples, and where words come from.
ECHO = re.compile(
    r'(<details class="gm-fold"(?=>\s*<summary>[^<]*</summary>\s*<ul class="gm-links)|<figure class="gm-figure">\s*<svg'
    r'|<(?:ul class="gm-links|nav class="gm-jump|p class="gm-source)"|<pre|<div class="gm-bases\b[^>]*)'
    r"(?=[ >])"
)
# Where one piece ends and the next begins: without a space the search index glues the last word of a cell to the first of the next.
SEAM = re.compile(r"(</(?:a|b|caption|div|li|span|summary|td|th|time)>)(?=<(?:div|li|span|td|th|tr|/tr|/td)\b)")
# The same where a table's cell ends and another follows: a mark that the index keeps, so that a result's line tells them apart, and the
# page loses.
CELL = re.compile(r"</(?:caption|td|th)>(?=(?:\s*</?(?:tr|thead|tbody)\b[^>]*>)*\s*<t[dh]\b)")
BETWEEN_CELLS = " \u2060· "
# An address to write to, in running text.
MAIL = re.compile(r"(<(a|code|pre|svg|textarea)\b.*?</\2>|<[^>]*>)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.DOTALL)
# What no line parts: kl. 12.00, den 1. marts, 2. møde, hold A, 3 February; and in a heading a short word with hyphens: one-to-one.
NUMBERED = "|".join(rf"(?<=\b{word} )" for word in ("[Hh]old", "[Gg]roup", "[Rr]ound", "[Mm]eeting", "[Hh]omework", "[Hh]jemmeopgave"))
WHOLE = re.compile(  # begins with the space itself, so that it is looked for there alone
    r" (?:(?<=\bkl\. )(?=\d)|(?<=\bden )(?=\d)|(?:(?<=\b\d\. )|(?<=\b\d\d\. ))(?=[a-zæøå])"
    rf"|(?=[A-ZÆØÅ\d]\b)(?:{NUMBERED})"
    r"|(?<=\d )(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))"
)
HEADING = re.compile(r"<h([1-3])\b[^>]*>.*?</h\1>", re.DOTALL)
HYPHENED = re.compile(r"(?<![\w-])(?=[\w-]{3,12}(?![\w-]))\w+(?:-\w+)+(?![^<]*>)")


def parts(html: str) -> tuple[str, str, str]:
    """A page's title and lede, its text, and where the words come from."""
    first, last = OPENING.match(html), BASES.search(html)
    start, end = first.end() if first else 0, last.start() if last else len(html)
    # Without an id the title is no section of its own in the search index: it is the page.
    opening = re.sub(r'<h1 id="[^"]*"', "<h1", first[1]) if first else ""
    return opening, html[start:end], last[0] if last else ""


def with_mail(html: str) -> str:
    """The page with its addresses to write to as links."""
    return MAIL.sub(lambda found: found[1] or f'<a href="mailto:{found[3]}">{found[3]}</a>', html) if "@" in html else html


def unbroken(html: str) -> str:
    """The page with what belongs on one line kept there."""
    titled = HEADING.sub(lambda found: HYPHENED.sub(r'<span class="gm-whole">\g<0></span>', found[0]), html)
    return WHOLE.sub("\u00a0", titled)


def searched(html: str, echo: str) -> str:
    """The page as the search index reads it: its pieces apart, and what says nothing of its own with the attribute `echo`."""
    told_apart = CELL.sub(rf"\g<0>{BETWEEN_CELLS}", SEAM.sub(r"\1 ", html))
    return ECHO.sub(rf"\1 {echo}", told_apart)


def shown(html: str) -> str:
    """The page as it stands when the index has been fed."""
    return html.replace(BETWEEN_CELLS, "")
