"""How much a sheet to write on holds: lines are added until the page is full, so that no printed page ends half empty.

Heights are counted from words, in millimetres; the page itself is drawn elsewhere, so there is a margin for what was guessed wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit.model import sheets

PAGE, MARGIN = 259.0, 4.0
HEAD, TITLE, TITLE_LETTERS = 14.0, 9.8, 39  # the line under the bar and what is round the title; a line of the title and its letters
LEAD, APART = 5.7, 2.3  # a line of the lead; between two paragraphs
LINE = 9.0  # mm between writing lines
ASKED, HELP = 5.3, 4.3  # a line of a question, and of the help below it
FACTS, FACT_LETTERS = 13.5, {3: 36, 4: 22}  # a row of up to three, or of four narrow ones, without their words; letters of a line
MOST = 12  # lines for one question
LETTERS = 68  # of a line that is read, at most 75 of them (themes/print/print.css)
MARK = re.compile(r"///$|\|( *:?-+:? *\|)+$")  # a box ends; the line under a table's head


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
    lead = sum(rows(paragraph, LETTERS) * LEAD + APART for paragraph in paragraphs)
    letters = FACT_LETTERS[4 if len(form.facts) > 3 else 3]
    return lead + max((FACTS + rows(fact.words, letters) * HELP for fact in form.facts), default=0.0)


def field_height(field: sheets.Field) -> float:
    match field:
        case sheets.Words():
            return words_height(field.text_md) + (8 if field.title else 4)
        case sheets.Short():
            return 9.7
        case sheets.Lines():
            return 7.4 + asked(field.ask, field.help) + field.lines * LINE
        case sheets.Ticks():
            return 6 + asked(field.ask, field.help) + len(field.options) * 7.4
        case sheets.Grid():
            count = len(field.first) or field.rows
            tall = sum(max(9.4, rows(first, 62) * 4.8 + 3.2) for first in field.first) if field.first else count * 9.4
            return 18 + tall


def asked(question: str, help: str) -> float:
    return rows(question, 84) * ASKED + (APART + rows(help, LETTERS) * HELP if help else 0.0)


def words_height(markdown: str) -> float:
    """Paragraphs, and tables a row a line; what only marks their beginning or end takes none."""
    paragraphs = (paragraph.splitlines() for paragraph in markdown.split("\n\n"))
    return sum(sum(rows(line, LETTERS) for line in lines if not MARK.match(line)) * 5.4 + 2.2 for lines in paragraphs)


def rows(words: str, letters: int) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in _joined(words)) if words else 0


def _joined(words: str) -> Sequence[str]:
    """Lines that Markdown sets as one."""
    return [" ".join(words.split())]
