"""A CSV or XLSX file becomes rows of text with their numbers. The only module that knows openpyxl.

What the file is, its first bytes say. Everything is bounded before it is unpacked, and no cell is ever quoted in a problem.
"""

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kit.model.problem import Invalid, Place, Problem
from kit.read import characters
from kit.read.problems import problem

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 10 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 50, 200
csv.field_size_limit(MOST_BYTES)  # so that a long cell is told as one, and not as a wrong quotation mark
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row, stripped. `number` is the line of a CSV file or the row of a sheet; `starts` says where each cell begins:
    at which character of its line, or in which column of the sheet.
    """

    number: int
    cells: tuple[str, ...]
    starts: tuple[int, ...]

    def place(self, file: str, cell: int) -> Place:
        """Where a cell stands, counted from 0."""
        return Place(file, self.number, self.starts[cell] if cell < len(self.starts) else 1)


def rows(data: bytes, name: str) -> tuple[Row, ...]:
    """All rows that are not empty, the header first. Invalid with every problem of the table's form."""
    if data.startswith(OLD_EXCEL):
        raise Invalid((problem("T02", Place(name)),))
    found = tuple(row for row in (_sheet(data, name) if data.startswith(ZIP) else _lines(data, name)) if any(row.cells))
    if len(found) > MOST_ROWS + 1:
        raise Invalid((problem("T03", Place(name, found[MOST_ROWS + 1].number), limit=MOST_ROWS),))
    problems = tuple(_form(found, name))
    if problems:
        raise Invalid(problems)
    return found


def _form(found: Iterable[Row], name: str) -> Iterator[Problem]:
    for row in found:
        if len(row.cells) > MOST_COLUMNS:
            yield problem("T04", row.place(name, MOST_COLUMNS), limit=MOST_COLUMNS)
        long = next((number for number, cell in enumerate(row.cells) if len(cell) > LONGEST_CELL), None)
        if long is not None:
            yield problem("T05", row.place(name, long), limit=LONGEST_CELL)
        odd = next((number for number, cell in enumerate(row.cells) if _is_odd(cell)), None)
        if odd is not None:
            yield problem("T06", row.place(name, odd))


def _is_odd(cell: str) -> bool:
    return any(True for _ in characters.forbidden(cell)) or any(characters.heaps(cell))


# --- CSV


def _lines(data: bytes, name: str) -> Iterator[Row]:
    text = characters.tidy(_decoded(data, name))
    separator, text, before = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    written = text.split("\n")
    line = before
    try:
        for cells in reader:
            starts = tuple(_starts("\n".join(written[line - before : reader.line_num]), separator))
            yield Row(line + 1, tuple(" ".join(cell.split()) for cell in cells), starts)
            line = before + reader.line_num
    except csv.Error:
        at, column = characters.line_and_column(text, _unclosed(text, separator))
        raise Invalid((problem("T01", Place(name, before + at, column)),)) from None


def _unclosed(text: str, separator: str) -> int:
    """Where the first cell begins whose quotation marks do not fit."""
    cell = re.compile(rf'(?:"(?:[^"]|"")*+"|(?!")[^{separator}\n]*)(?:{separator}|\n|\Z)')
    begin = 0
    while begin < len(text) and (found := cell.match(text, begin)):
        begin = found.end()
    return begin


def _starts(row: str, separator: str) -> Iterator[int]:
    """The column of every cell on its line; a separator or a new line between quotation marks ends no cell."""
    quoted, column = False, 1
    yield column
    for character in row:
        column = 1 if character == "\n" else column + 1
        quoted ^= character == '"'
        if character == separator and not quoted:
            yield column


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or Windows-1252 as Danish Excel writes it."""
    encoding = characters.encoding_of(data)
    if encoding not in {"UTF-8", "Windows-1252"}:
        raise Invalid((problem("Y01", Place(name), encoding=encoding) if encoding else problem("T07", Place(name)),))
    try:
        return data.decode("utf-8-sig" if encoding == "UTF-8" else "cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
        raise Invalid((problem("T07", Place(name)),)) from None


def _separator(text: str) -> tuple[str, str, int]:
    """`;` or `,`, whichever the header has more of; Excel's own first line `sep=;` is taken off. Also how many lines went with it."""
    told = re.match(r"sep=([;,])\n", text)
    if told:
        return told[1], text[told.end() :], 1
    header = text.lstrip().partition("\n")[0]
    return (";" if header.count(";") >= header.count(",") else ","), text, 0


# --- XLSX


def _sheet(data: bytes, name: str) -> Iterator[Row]:
    _unpackable(data, name)
    try:
        found = _cells(data)
    except Exception:  # openpyxl raises whatever the broken part happens to cause: KeyError, ValueError, ParseError …
        raise Invalid((problem("T08", Place(name)),)) from None
    for number, values in enumerate(found, 1):
        cells = [" ".join(characters.tidy(_spoken(value)).split()) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        yield Row(number, tuple(cells), tuple(range(1, len(values) + 1)))


def _unpackable(data: bytes, name: str) -> None:
    """Refuses a zip that grows too large and XML with a DOCTYPE; reads what is there, not what the zip says of itself."""
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if len(packed.infolist()) > MOST_PARTS:
                raise Invalid((problem("T09", Place(name), limit=MOST_UNPACKED // 1024),))
            for part in packed.infolist():
                with packed.open(part) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Invalid((problem("T09", Place(name), limit=MOST_UNPACKED // 1024),))
                if part.filename.endswith((".xml", ".rels")) and (b"<!" in content[:4096] or b"\0" in content[:4096]):
                    raise Invalid((problem("T08", Place(name)),))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        raise Invalid((problem("T08", Place(name)),)) from None


def _cells(data: bytes) -> list[tuple[object, ...]]:
    """One row and one column more than allowed, so that too many are noticed."""
    import openpyxl  # slow to import, and most rosters are CSV

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of forms and extensions that it drops; we want the values alone
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            return list(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=True))
        finally:
            book.close()


def _spoken(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
