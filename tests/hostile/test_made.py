"""What is too large, too deep or too strange to stand in a file of ours is made here, and told of within two seconds."""

import io
import os
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from kit import report
from kit.model.problem import Invalid
from kit.read import library, organisation
from tests.helpers import HOME, ROOT, voice, within
from tests.hostile.cases import HERE, LEAST, Case, cases

Make = Callable[[Path], None]
FILE = "organisation.yaml"


def said(folder: Path, language: str) -> list[str]:
    with pytest.raises(Invalid) as raised:
        organisation.read(folder, library.method(HOME.content))
    return report.lines(raised.value.problems, voice(language))


# --- organisation.yaml


def written(data: bytes | str) -> Make:
    return lambda folder: (folder / FILE).write_bytes(data if isinstance(data, bytes) else data.encode()) and None


def a_pipe(folder: Path) -> None:
    os.mkfifo(folder / FILE)


def a_folder(folder: Path) -> None:
    (folder / FILE).mkdir()


def a_link_out(folder: Path) -> None:
    (folder / FILE).symlink_to("/etc/passwd")


def a_link_to_itself(folder: Path) -> None:
    (folder / FILE).symlink_to(folder / FILE)


def nothing(folder: Path) -> None:
    assert not any(folder.iterdir())


# --- beside it


def beside(line: str, name: str = "", data: bytes = b"") -> Make:
    def make(folder: Path) -> None:
        (folder / FILE).write_text(f"{LEAST}{line}\n", encoding="utf-8")
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)

    return make


def logo(data: bytes) -> Make:
    return beside("brand: {logo: logo}", "logo", data)


def drawing(inner: str) -> Make:
    return logo(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{inner}</svg>'.encode())


def roster(data: bytes) -> Make:
    return beside("roster: roster.xlsx", "roster.xlsx", data)


def insert(body: str) -> Make:
    text = f"---\ntitle: Vores vej\nplace: recruitment\n---\n{body}"
    return beside("", "inserts/recruitment/vores-vej.da.md", text.encode())


def a_logo_that_is_a_pipe(folder: Path) -> None:
    beside("brand: {logo: logo.png}")(folder)
    os.mkfifo(folder / "logo.png")


def a_logo_that_is_a_link_out(folder: Path) -> None:
    beside("brand: {logo: logo.png}")(folder)
    (folder / "logo.png").symlink_to("/etc/hostname")


def a_roster_that_is_a_device(folder: Path) -> None:
    beside("roster: roster.csv")(folder)
    (folder / "roster.csv").symlink_to("/dev/zero")


def many_texts(folder: Path) -> None:
    for number in range(300):
        beside("", f"inserts/recruitment/vores-{number}.da.md", b"---\ntitle: x\nplace: recruitment\n---\nTekst.\n")(folder)


def inserts_elsewhere(folder: Path) -> None:
    beside("")(folder)
    (folder / "inserts").symlink_to("/etc")


def png(width: int, height: int) -> bytes:
    """A picture of so many pixels, all white, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """A small JPEG whose header says another size."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG")
    data = file.getvalue()
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return file.getvalue()


def sheet_replaced(by: bytes) -> bytes:
    """A sound workbook with another first sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["id", "name", "role"]]))) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, by if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return file.getvalue()


def a_sheet_of_200_mib(folder: Path) -> None:
    roster(sheet_replaced(b"<worksheet>" + bytes(200 * 1024 * 1024)))(folder)


FAR_CELL = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + FAR_CELL
USE_BOMB = (
    "<defs><path id='a0' d='M0 0h9'/>"
    + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 9))
    + "</defs><use href='#a8'/>"
)
MASK_BOMB = "<mask id='m'>" + "<path d='M0 0h9'/>" * 100 + "</mask>" + "<path d='M0 0h9' mask='url(#m)'/>" * 100
MADE: dict[str, Make] = {
    "500,000 brackets": written("[" * 500_000),
    "1,000,000 fields inside each other": written("{a: " * 250_000),
    "sixty references": written("a: &a x\nb: [" + "*a, " * 60 + "]"),
    "100,000 closed days": written("programme:\n  closed: [" + "2027-02-15, " * 80_000 + "]\n"),
    "500 groups and 200 cohort types": written(
        LEAST.partition("groups")[0]
        + "cohorts: {"
        + ", ".join(f"type-{n}: {{name: Nye, based_on: acting-leaders}}" for n in range(200))
        + "}\n"
        + "groups: ["
        + "{name: Hold, cohort: type-1, first_meeting: 2027-02-03}, " * 500
        + "]\n"
    ),
    "20 MiB": written(b"a" * 20 * 1024 * 1024),
    "Windows-1252": written("organisation:\n  name: Rødby Kommune".encode("cp1252")),
    "UTF-16": written("organisation: {name: Rødby}".encode("utf-16")),
    "a Word document": written(zipped(**{"word/document.xml": b"x"})),
    "a pipe": a_pipe,
    "a folder": a_folder,
    "a link out of the folder": a_link_out,
    "a link to itself": a_link_to_itself,
    "an empty folder": nothing,
    "a logo that is a pipe": a_logo_that_is_a_pipe,
    "a logo that is a link out": a_logo_that_is_a_link_out,
    "a logo from the web": beside("brand: {logo: 'https://lilleby.example/logo.svg'}"),
    "a logo that is the folder": beside("brand: {logo: .}"),
    "a logo with a name of 150 letters": beside(f"brand: {{logo: {'l' * 150}}}"),
    "a logo of 3 MiB": logo(b"\x89PNG\r\n\x1a\n" + bytes(3 * 1024 * 1024)),
    "a PNG of 20,000 × 20,000": logo(png(20_000, 20_000)),
    "a PNG of 13,000 × 13,000": logo(png(13_000, 13_000)),
    "a JPEG that says 60,000 × 60,000": logo(jpeg(60_000, 60_000)),
    "a PNG cut short": logo(png(40, 40)[:50]),
    "a drawing that uses itself ten million times": drawing(USE_BOMB),
    "a mask of a hundred, used a hundred times": drawing(MASK_BOMB),
    "20,000 shapes": drawing("<path/>" * 20_000),
    "10,000 layers of shapes": drawing("<g>" * 10_000 + "</g>" * 10_000),
    "a billion laughs": logo(
        b'<!DOCTYPE svg [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
        + b"]><svg>&a8;</svg>"
    ),
    "gradients in a ring": drawing("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><path fill='url(#a)'/>"),
    "a roster that is a device": a_roster_that_is_a_device,
    "a roster of 6,000": beside(
        "roster: roster.csv", "roster.csv", b"id;name;role\n" + b"".join(b"P%d;Navn;mentee\n" % n for n in range(6_000))
    ),
    "a roster of 60 columns": beside("roster: roster.csv", "roster.csv", b"id;name;role" + b";x" * 60 + b"\nP1;Navn;mentee\n"),
    "a cell of 200,000 letters": beside("roster: roster.csv", "roster.csv", b"id;name;role\nP1;" + b"N" * 200_000 + b";mentee\n"),
    "a cell with what nobody sees": beside("roster: roster.csv", "roster.csv", "id;name;role\nP1;Nav\u202en\x07;mentee\n".encode()),
    "a picture as roster": beside("roster: roster.csv", "roster.csv", png(4, 4)),
    "a cell at the far end of the sheet": roster(sheet_replaced(FAR_CELL)),
    "a sheet with entities": roster(sheet_replaced(ENTITIES)),
    "a sheet of 200 MiB": a_sheet_of_200_mib,
    "a workbook that is none": roster(zipped(**{"a.xml": b"x"})),
    "a workbook cut short": roster(workbook([["id", "name", "role"]])[:2000]),
    "an old workbook": roster(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "inserts that are elsewhere": inserts_elsewhere,
    "a drawing of 300 KiB": drawing("<g/>" * 75_000),
    "20,000 brackets in a text": insert("[\n" * 20_000),
    "a line of 60,000 letters": insert("ord " * 15_000),
    "a word of 1,000 letters": insert("o" * 1_000),
    "a list in a list in a list": insert("".join("  " * n + "- x\n" for n in range(22))),
    "8,000 headings": insert("# x\n" * 8_000),
    "quotes in quotes": insert("> " * 200 + "x"),
    "300 KiB of text": insert("Tekst.\n" * 43_000),
    "a table of 40 columns": insert("|" + "a|" * 40),
    "10,000 open braces": insert("{{ \n" * 10_000),
    "300 texts": many_texts,
    "1,000 parentheses inside each other": insert("{{ " + "( " * 1000 + ") " * 1000 + "}}"),
}


@pytest.mark.parametrize("case", cases(HERE / "made.md"), ids=lambda case: case.claim)
def test_what_is_too_much_is_told_of_at_once(case: Case, tmp_path: Path) -> None:
    MADE[case.claim](tmp_path)

    with within(2):
        danish = said(tmp_path, "da")

    assert {"da": danish, "en": said(tmp_path, "en")} == case.said


def test_everything_made_is_told_of() -> None:
    assert [case.claim for case in cases(HERE / "made.md")] == list(MADE)


BOMBS = (
    "500,000 brackets",
    "a PNG of 13,000 × 13,000",
    "a billion laughs",
    "a cell at the far end of the sheet",
    "a sheet of 200 MiB",
    "10,000 open braces",
)


@pytest.mark.parametrize("name", BOMBS)
def test_no_bomb_ends_the_process_or_takes_a_gigabyte(name: str, tmp_path: Path) -> None:
    MADE[name](tmp_path)
    reading = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from pathlib import Path\n"
        "from kit.model.problem import Invalid\n"
        "from kit.read import library, organisation\n"
        "try:\n    organisation.read(Path(sys.argv[1]), library.method(Path('content')))\n"
        "except Invalid as invalid:\n    print(invalid.problems[0].code)\n"
    )

    done = subprocess.run([sys.executable, "-c", reading, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"[A-Z][0-9]{2}\n", done.stdout)
