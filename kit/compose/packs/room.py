"""How much a sheet to write on holds: lines are added until the page is full, so that no printed page ends half empty.

Heights are counted from words, in millimetres; the page itself is drawn elsewhere, so there is a margin for what was guessed wrong.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit.model import sheets

PAGE, MARGIN = 259.0, 14.0
HEAD, TITLE, TITLE_LETTERS = 15.0, 12.0, 39  # the line under the bar; a line of the title and its letters
LINE = 9.0  # mm between writing lines
FACTS, FOUR_FACTS = 20.0, 26.0  # a row of up to three, or of four narrow ones
MOST = 12  # lines for one question
LETTERS = 72  # of a line that is read, at most 75 of them (themes/print/print.css)


def filled(form: sheets.Form, title: str) -> sheets.Form:
    """The form with as many lines more as its pages have room for, shared between its questions."""
    most = pages(form, title)
    growing = [place for place, field in enumerate(form.fields) if isinstance(field, sheets.Lines)]
    while growing:
        place = min(growing, key=lambda place: _lines(form, place))
        longer = _with_a_line_more(form, place)
        if _lines(longer, place) > MOST or pages(longer, title) > most:
            growing.remove(place)
        else:
            form = longer
    return form


def _lines(form: sheets.Form, place: int) -> int:
    field = form.fields[place]
    return field.lines if isinstance(field, sheets.Lines) else 0


def _with_a_line_more(form: sheets.Form, place: int) -> sheets.Form:
    field = form.fields[place]
    assert isinstance(field, sheets.Lines)
    return replace(form, fields=(*form.fields[:place], replace(field, lines=field.lines + 1), *form.fields[place + 1 :]))


def pages(form: sheets.Form, title: str) -> int:
    """How many pages the form takes when no question is split between two."""
    room, count, taken = PAGE - MARGIN, 1, HEAD + rows(title, TITLE_LETTERS) * TITLE + opening(form)
    for height in (
        *map(field_height, form.fields),
        sum(3.0 + rows(consent.ask, LETTERS) * 5.4 for consent in form.consents) + 9.5 * len(form.sign),
    ):
        if taken + height > room:
            count, taken = count + 1, 0.0
        taken += height
    return count


def opening(form: sheets.Form) -> float:
    paragraphs = form.intro_md.split("\n\n") if form.intro_md else []
    lead = sum(rows(paragraph, LETTERS) * 5.7 + 2.5 for paragraph in paragraphs) + 4
    return lead + (FOUR_FACTS if len(form.facts) > 3 else FACTS if form.facts else 0.0)


def field_height(field: sheets.Field) -> float:
    match field:
        case sheets.Words():
            return words_height(field.text_md) + (8 if field.title else 4)
        case sheets.Short():
            return 9.5
        case sheets.Lines():
            return 5.5 + rows(field.ask, 84) * 5.4 + rows(field.help, LETTERS) * 4.7 + field.lines * LINE
        case sheets.Ticks():
            return 9 + rows(field.ask, 84) * 5.4 + rows(field.help, LETTERS) * 4.7 + len(field.options) * 6.6
        case sheets.Grid():
            count = len(field.first) or field.rows
            tall = sum(max(9.4, rows(first, 62) * 4.8 + 3.2) for first in field.first) if field.first else count * 9.4
            return 22 + tall


def words_height(markdown: str) -> float:
    """Paragraphs, and tables a row a line."""
    return sum(sum(rows(line, LETTERS) for line in paragraph.splitlines()) * 5.4 + 2.2 for paragraph in markdown.split("\n\n"))


def rows(words: str, letters: int) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in _joined(words)) if words else 0


def _joined(words: str) -> Sequence[str]:
    """Lines that Markdown sets as one."""
    return [" ".join(words.split())]
