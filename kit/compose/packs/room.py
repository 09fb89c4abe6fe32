"""How much a sheet to write on holds: lines are added until the page is full, so that no printed page ends half empty.

Heights are counted from words, in millimetres; the page itself is drawn elsewhere, so there is a margin for what was guessed wrong.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kit.model import sheets

PAGE, MARGIN = 259.0, 14.0
HEAD, TITLE = 15.0, 12.0  # the line under the bar; a line of the title
LINE = 9.0  # mm between writing lines
MOST = 12  # lines for one question


def filled(form: sheets.Form, title: str) -> sheets.Form:
    """The form with as many lines more as its last page has room for, shared between its questions."""
    fields = list(form.fields)
    open_ones = [place for place, field in enumerate(fields) if isinstance(field, sheets.Lines)]
    free = int(left(form, title) / LINE)
    while free > 0 and (growing := [place for place in open_ones if fields[place].lines < MOST]):  # type: ignore[union-attr]
        place = min(growing, key=lambda place: fields[place].lines)  # type: ignore[union-attr]
        field = fields[place]
        assert isinstance(field, sheets.Lines)
        fields[place] = replace(field, lines=field.lines + 1)
        free -= 1
    return replace(form, fields=tuple(fields))


def left(form: sheets.Form, title: str) -> float:
    """Millimetres that nothing stands on, on the form's last page."""
    taken = HEAD + rows(title, 34) * TITLE + height(form)
    pages = max(1, ceil(taken / (PAGE - MARGIN)))
    return pages * (PAGE - MARGIN) - taken


def height(form: sheets.Form) -> float:
    lead = rows(form.intro_md, 88) * 5.7 + 5 if form.intro_md else 0
    facts = 22 if form.facts else 0
    return lead + facts + sum(map(field_height, form.fields)) + 8 * len(form.consents) + 9.5 * len(form.sign)


def field_height(field: sheets.Field) -> float:
    match field:
        case sheets.Words():
            return words_height(field.text_md) + (8 if field.title else 4)
        case sheets.Short():
            return 9.5
        case sheets.Lines():
            return 5.5 + rows(field.ask, 78) * 5.4 + rows(field.help, 110) * 4.3 + field.lines * LINE
        case sheets.Ticks():
            return 9 + rows(field.ask, 78) * 5.4 + rows(field.help, 110) * 4.3 + len(field.options) * 6.6
        case sheets.Grid():
            count = len(field.first) or field.rows
            tall = sum(max(9.4, rows(first, 62) * 4.8 + 3.2) for first in field.first) if field.first else count * 9.4
            return 22 + tall


def words_height(markdown: str) -> float:
    """Paragraphs, and tables a row a line."""
    return sum(sum(rows(line, 100) for line in paragraph.splitlines()) * 5.4 + 2.2 for paragraph in markdown.split("\n\n"))


def rows(words: str, letters: int) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in _joined(words)) if words else 0


def _joined(words: str) -> Sequence[str]:
    """Lines that Markdown sets as one."""
    return [" ".join(words.split())]
