"""What is too large, too deep or too strange to stand in a file of ours is made here, and told of within two seconds."""

import io
import os
import resource
import struct
import subprocess
import sys
import time
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
from tests.helpers import HOME, ROOT, voice
from tests.hostile.cases import LEAST

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
L08 = f"{FILE}:4:15: L08 »logo« er ikke en SVG-fil, vi kan læse. Gem logoet igen fra tegneprogrammet som almindelig SVG eller som PNG."
L07 = f"{FILE}:4:15: L07 »logo« har for mange former. Gem det enklere, med højst 2000, eller som PNG."
L02 = f"{FILE}:4:15: L02 »logo« er for stort. Gør det højst 4000 punkter på hver led."
T08 = "roster.xlsx: T08 Regnearket kan ikke læses. Åbn det, og gem det igen som .xlsx eller som CSV UTF-8."
T10 = "roster.xlsx: T10 Der står ingen personer i listen. Skriv en række for hver, eller slet linjen roster i organisation.yaml."
WORDS = "inserts/recruitment/vores-vej.da.md"

MADE: dict[str, tuple[Make, str, str]] = {
    "500,000 brackets": (
        written("[" * 500_000),
        f"{FILE}:1:21: Y07 Her er mere end 20 lag inden i hinanden. Slet de klammer og indrykninger, der er for mange.",
        f"{FILE}:1:21: Y07 There are more than 20 layers inside each other here. Delete the brackets and indents that are too many.",
    ),
    "1,000,000 fields inside each other": (
        written("{a: " * 250_000),
        f"{FILE}:1:78: Y07 Her er mere end 20 lag inden i hinanden. Slet de klammer og indrykninger, der er for mange.",
        f"{FILE}:1:78: Y07 There are more than 20 layers inside each other here. Delete the brackets and indents that are too many.",
    ),
    "sixty references": (
        written("a: &a x\nb: [" + "*a, " * 60 + "]"),
        f"{FILE}:2:205: Y10 Filen bruger flere end 50 henvisninger med stjerne. Skriv værdierne helt ud.",
        f"{FILE}:2:205: Y10 The file uses more than 50 references with a star. Write the values out.",
    ),
    "100,000 closed days": (
        written("programme:\n  closed: [" + "2027-02-15, " * 80_000 + "]\n"),
        f"{FILE}:2:239952: Y08 Filen har flere end 20000 oplysninger. Så meget kan et forløb ikke fylde; se efter noget, der er kopieret ind mange gange.",
        f"{FILE}:2:239952: Y08 The file holds more than 20000 values. No programme needs that many; look for something that was pasted in many times.",
    ),
    "20 MiB": (
        written(b"a" * 20 * 1024 * 1024),
        f"{FILE}: D04 »{FILE}« er for stor: 20480 KiB, og her er plads til 1024 KiB. Gør den mindre, eller del den op.",
        f"{FILE}: D04 ‘{FILE}’ is too large: 20480 KiB, and there is room for 1024 KiB. Make it smaller or split it.",
    ),
    "Windows-1252": (
        written("organisation:\n  name: Rødby Kommune".encode("cp1252")),
        f"{FILE}:2:10: Y01 Filen er gemt som Windows-1252. Gem den som UTF-8: i Notesblok under »Gem som« og »Kodning«, i Excel som »CSV UTF-8«.",
        f"{FILE}:2:10: Y01 The file is saved as Windows-1252. Save it as UTF-8: in Notepad under ‘Save as’ and ‘Encoding’, in Excel as ‘CSV UTF-8’.",
    ),
    "UTF-16": (
        written("organisation: {name: Rødby}".encode("utf-16")),
        f"{FILE}:1:1: Y01 Filen er gemt som UTF-16. Gem den som UTF-8: i Notesblok under »Gem som« og »Kodning«, i Excel som »CSV UTF-8«.",
        f"{FILE}:1:1: Y01 The file is saved as UTF-16. Save it as UTF-8: in Notepad under ‘Save as’ and ‘Encoding’, in Excel as ‘CSV UTF-8’.",
    ),
    "a Word document": (
        written(zipped(**{"word/document.xml": b"x"})),
        f"{FILE}: Y17 Filen er ikke en tekst, men måske et dokument eller et billede. Skriv den i et program til ren tekst, og gem den som UTF-8.",
        f"{FILE}: Y17 The file is not a text but perhaps a document or a picture. Write it in a plain text editor and save it as UTF-8.",
    ),
    "a pipe": (
        a_pipe,
        f"{FILE}: D02 »{FILE}« er ikke en almindelig fil. Læg en kopi af selve filen her.",
        f"{FILE}: D02 ‘{FILE}’ is not an ordinary file. Put a copy of the file itself here.",
    ),
    "a folder": (
        a_folder,
        f"{FILE}: D02 »{FILE}« er ikke en almindelig fil. Læg en kopi af selve filen her.",
        f"{FILE}: D02 ‘{FILE}’ is not an ordinary file. Put a copy of the file itself here.",
    ),
    "a link out of the folder": (
        a_link_out,
        f"{FILE}: D03 »{FILE}« ligger uden for organisationens egen mappe. Læg en kopi i mappen, og skriv dens navn uden sti.",
        f"{FILE}: D03 ‘{FILE}’ is outside the organisation's own folder. Put a copy into the folder and write its name without a path.",
    ),
    "a link to itself": (
        a_link_to_itself,
        f"{FILE}: D01 Filen »{FILE}« findes ikke her. Læg den ved siden af organisation.yaml, eller ret navnet. En ny mappe får du med »gruppementor init«.",
        f"{FILE}: D01 There is no file ‘{FILE}’ here. Put it beside organisation.yaml, or mend the name. ‘gruppementor init’ makes a new folder.",
    ),
    "an empty folder": (
        nothing,
        f"{FILE}: D01 Filen »{FILE}« findes ikke her. Læg den ved siden af organisation.yaml, eller ret navnet. En ny mappe får du med »gruppementor init«.",
        f"{FILE}: D01 There is no file ‘{FILE}’ here. Put it beside organisation.yaml, or mend the name. ‘gruppementor init’ makes a new folder.",
    ),
    "a logo that is a pipe": (
        a_logo_that_is_a_pipe,
        f"{FILE}:4:15: D02 »logo.png« er ikke en almindelig fil. Læg en kopi af selve filen her.",
        f"{FILE}:4:15: D02 ‘logo.png’ is not an ordinary file. Put a copy of the file itself here.",
    ),
    "a logo that is a link out": (
        a_logo_that_is_a_link_out,
        f"{FILE}:4:15: D03 »logo.png« ligger uden for organisationens egen mappe. Læg en kopi i mappen, og skriv dens navn uden sti.",
        f"{FILE}:4:15: D03 ‘logo.png’ is outside the organisation's own folder. Put a copy into the folder and write its name without a path.",
    ),
    "a logo from the web": (
        beside("brand: {logo: 'https://lilleby.example/logo.svg'}"),
        f"{FILE}:4:15: D01 Filen »https://lilleby.example/logo.svg« findes ikke her. Læg den ved siden af organisation.yaml, eller ret navnet. "
        "En ny mappe får du med »gruppementor init«.",
        f"{FILE}:4:15: D01 There is no file ‘https://lilleby.example/logo.svg’ here. Put it beside organisation.yaml, or mend the name. "
        "‘gruppementor init’ makes a new folder.",
    ),
    "a logo that is the folder": (
        beside("brand: {logo: .}"),
        f"{FILE}:4:15: D02 ».« er ikke en almindelig fil. Læg en kopi af selve filen her.",
        f"{FILE}:4:15: D02 ‘.’ is not an ordinary file. Put a copy of the file itself here.",
    ),
    "a logo with a name of 150 letters": (
        beside(f"brand: {{logo: {'l' * 150}}}"),
        f"{FILE}:4:15: D01 Filen »{'l' * 79}…« findes ikke her. Læg den ved siden af organisation.yaml, eller ret navnet. "
        "En ny mappe får du med »gruppementor init«.",
        f"{FILE}:4:15: D01 There is no file ‘{'l' * 79}…’ here. Put it beside organisation.yaml, or mend the name. "
        "‘gruppementor init’ makes a new folder.",
    ),
    "a logo of 3 MiB": (
        logo(b"\x89PNG\r\n\x1a\n" + bytes(3 * 1024 * 1024)),
        f"{FILE}:4:15: D04 »logo« er for stor: 3073 KiB, og her er plads til 2048 KiB. Gør den mindre, eller del den op.",
        f"{FILE}:4:15: D04 ‘logo’ is too large: 3073 KiB, and there is room for 2048 KiB. Make it smaller or split it.",
    ),
    "a PNG of 20,000 × 20,000": (
        logo(png(20_000, 20_000)),
        L02,
        f"{FILE}:4:15: L02 ‘logo’ is too large. Make it at most 4000 pixels each way.",
    ),
    "a PNG of 13,000 × 13,000": (
        logo(png(13_000, 13_000)),
        L02,
        f"{FILE}:4:15: L02 ‘logo’ is too large. Make it at most 4000 pixels each way.",
    ),
    "a JPEG that says 60,000 × 60,000": (
        logo(jpeg(60_000, 60_000)),
        L02,
        f"{FILE}:4:15: L02 ‘logo’ is too large. Make it at most 4000 pixels each way.",
    ),
    "a PNG cut short": (
        logo(png(40, 40)[:50]),
        f"{FILE}:4:15: L03 »logo« kan ikke læses som billede. Åbn det i et billedprogram, og gem det igen som PNG.",
        f"{FILE}:4:15: L03 ‘logo’ cannot be read as a picture. Open it in a picture editor and save it again as PNG.",
    ),
    "a drawing that uses itself ten million times": (
        drawing(USE_BOMB),
        f"{FILE}:4:15: L04 »logo« bruger »use«, som vi ikke tegner. Gem logoet igen som rene former (»konturer«), eller som PNG.",
        f"{FILE}:4:15: L04 ‘logo’ uses ‘use’, which we do not draw. Save the logo again as plain shapes (‘outlines’), or as PNG.",
    ),
    "a mask of a hundred, used a hundred times": (
        drawing(MASK_BOMB),
        L07,
        f"{FILE}:4:15: L07 ‘logo’ has too many shapes. Save it simpler, with 2000 at most, or as PNG.",
    ),
    "20,000 shapes": (
        drawing("<path/>" * 20_000),
        L07,
        f"{FILE}:4:15: L07 ‘logo’ has too many shapes. Save it simpler, with 2000 at most, or as PNG.",
    ),
    "10,000 layers of shapes": (
        drawing("<g>" * 10_000 + "</g>" * 10_000),
        L07,
        f"{FILE}:4:15: L07 ‘logo’ has too many shapes. Save it simpler, with 2000 at most, or as PNG.",
    ),
    "a billion laughs": (
        logo(
            b'<!DOCTYPE svg [<!ENTITY a "ha">'
            + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
            + b"]><svg>&a8;</svg>"
        ),
        L08,
        f"{FILE}:4:15: L08 ‘logo’ is not an SVG file that we can read. Save the logo again from the drawing program as plain SVG or as PNG.",
    ),
    "gradients in a ring": (
        drawing("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><path fill='url(#a)'/>"),
        f"{FILE}:4:15: L04 »logo« bruger »linearGradient«, som vi ikke tegner. Gem logoet igen som rene former (»konturer«), eller som PNG.",
        f"{FILE}:4:15: L04 ‘logo’ uses ‘linearGradient’, which we do not draw. Save the logo again as plain shapes (‘outlines’), or as PNG.",
    ),
    "a roster that is a device": (
        a_roster_that_is_a_device,
        f"{FILE}:4:9: D03 »roster.csv« ligger uden for organisationens egen mappe. Læg en kopi i mappen, og skriv dens navn uden sti.",
        f"{FILE}:4:9: D03 ‘roster.csv’ is outside the organisation's own folder. Put a copy into the folder and write its name without a path.",
    ),
    "a roster of 6,000": (
        beside("roster: roster.csv", "roster.csv", b"id;name;role\n" + b"".join(b"P%d;Navn;mentee\n" % n for n in range(6_000))),
        "roster.csv:5002: T03 Listen har flere end 5000 personer. Behold kun dem, der er med i forløbet.",
        "roster.csv:5002: T03 The list has more than 5000 people. Keep only those who take part in the programme.",
    ),
    "a roster of 60 columns": (
        beside("roster: roster.csv", "roster.csv", b"id;name;role" + b";x" * 60 + b"\nP1;Navn;mentee\n"),
        "roster.csv:1: T04 Rækken har flere end 50 kolonner. Behold kun dem, vi bruger.",
        "roster.csv:1: T04 The row has more than 50 columns. Keep only those that we use.",
    ),
    "a cell of 200,000 letters": (
        beside("roster: roster.csv", "roster.csv", b"id;name;role\nP1;" + b"N" * 200_000 + b";mentee\n"),
        "roster.csv:2: T01 Et anførselstegn i rækken passer ikke. Gem listen som CSV igen fra regnearket, eller slet anførselstegnene.",
        "roster.csv:2: T01 A quotation mark in this row does not fit. Save the list as CSV again from the spreadsheet, or delete the quotation marks.",
    ),
    "a cell with what nobody sees": (
        beside("roster: roster.csv", "roster.csv", "id;name;role\nP1;Nav\u202en\x07;mentee\n".encode()),
        "roster.csv:2: T06 En celle i rækken har tegn, der ikke kan ses. Skriv rækken i hånden.",
        "roster.csv:2: T06 A cell in this row has characters that nobody can see. Type the row by hand.",
    ),
    "a picture as roster": (
        beside("roster: roster.csv", "roster.csv", png(4, 4)),
        "roster.csv: T07 Filen er ikke en tabel, vi kan læse. Gem den som CSV UTF-8 eller som .xlsx.",
        "roster.csv: T07 The file is not a table that we can read. Save it as CSV UTF-8 or as .xlsx.",
    ),
    "a cell at the far end of the sheet": (roster(sheet_replaced(FAR_CELL)), T10, T10),
    "a sheet with entities": (roster(sheet_replaced(ENTITIES)), T08, T08),
    "a sheet of 200 MiB": (
        roster(sheet_replaced(b"<worksheet>" + bytes(200 * 1024 * 1024))),
        "roster.xlsx: T09 Regnearket fylder mere end 10240 KiB, når det er pakket ud. Gem kun listen, uden billeder og andre ark.",
        "roster.xlsx: T09 The workbook takes more than 10240 KiB when it is unpacked. Save the list alone, without pictures and other sheets.",
    ),
    "a workbook that is none": (roster(zipped(**{"a.xml": b"x"})), T08, T08),
    "a workbook cut short": (roster(workbook([["id", "name", "role"]])[:2000]), T08, T08),
    "an old workbook": (
        roster(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        "roster.xlsx: T02 Filen er et gammelt eller låst regneark. Gem den som .xlsx uden adgangskode eller som CSV.",
        "roster.xlsx: T02 The file is an old or a locked workbook. Save it as .xlsx without a password, or as CSV.",
    ),
    "inserts that are elsewhere": (
        inserts_elsewhere,
        "inserts: D03 »inserts« ligger uden for organisationens egen mappe. Læg en kopi i mappen, og skriv dens navn uden sti.",
        "inserts: D03 ‘inserts’ is outside the organisation's own folder. Put a copy into the folder and write its name without a path.",
    ),
    "20,000 brackets in a text": (
        insert("[\n" * 20_000),
        f"{WORDS}:5:1: I15 Teksten har flere end 400 kantede klammer. Skriv de fleste ud.",
        f"{WORDS}:5:1: I15 The text has more than 400 square brackets. Write most of them out.",
    ),
    "a line of 100,000 letters": (
        insert("ord " * 25_000),
        f"{WORDS}:5:1: I11 Linjen er længere end 5000 tegn. Del den, gerne med én sætning på hver linje.",
        f"{WORDS}:5:1: I11 The line is longer than 5000 characters. Split it, preferably one sentence on each line.",
    ),
    "a word of 1,000 letters": (
        insert("o" * 1_000),
        f"{WORDS}:5:1: I13 Et ord på linjen er længere end 200 tegn. Del det med mellemrum.",
        f"{WORDS}:5:1: I13 A word on this line is longer than 200 characters. Split it with spaces.",
    ),
    "a list in a list in a list": (
        insert("".join("  " * n + "- x\n" for n in range(22))),
        f"{WORDS}:26:1: I12 Linjen er rykket mere end 40 trin ind eller har for mange citattegn. Ryk den ud igen.",
        f"{WORDS}:26:1: I12 The line is indented more than 40 steps or has too many quote marks. Move it out again.",
    ),
    "a table of 40 columns": (
        insert("|" + "a|" * 40),
        f"{WORDS}:5:1: I14 Tabellen er bredere end 20 kolonner. Del den i to.",
        f"{WORDS}:5:1: I14 The table is wider than 20 columns. Split it in two.",
    ),
    "20,000 open braces": (
        insert("{{ \n" * 20_000),
        f"{WORDS}:5: I10 De dobbelte klammer passer ikke sammen. Hver {{{{ skal have sin }}}} på samme linje.",
        f"{WORDS}:5: I10 The double braces do not match. Every {{{{ needs its }}}} on the same line.",
    ),
    "1,000 parentheses inside each other": (
        insert("{{ " + "( " * 1000 + ") " * 1000 + "}}"),
        f"{WORDS}:5: I09 »{'( ' * 39}(…« kan ikke stå mellem dobbelte klammer. Der kan kun stå en variabel, for eksempel {{{{ organisation.name }}}}.",
        f"{WORDS}:5: I09 ‘{'( ' * 39}(…’ cannot stand between double braces. Only a variable can, for example {{{{ organisation.name }}}}.",
    ),
}
for name in ("a cell at the far end of the sheet", "a sheet with entities", "a workbook that is none", "a workbook cut short"):
    make, danish, _ = MADE[name]
    english = {
        T08: "roster.xlsx: T08 The workbook cannot be read. Open it and save it again as .xlsx or as CSV UTF-8.",
        T10: "roster.xlsx: T10 There are no people in the list. Write a row for each, or delete the line roster in organisation.yaml.",
    }[danish]
    MADE[name] = make, danish, english


@pytest.mark.parametrize("name", MADE)
def test_what_is_too_much_is_told_of_at_once(name: str, tmp_path: Path) -> None:
    make, danish, english = MADE[name]
    make(tmp_path)
    begun = time.monotonic()

    told = said(tmp_path, "da")

    assert time.monotonic() - begun < 2
    assert told == [danish]
    assert said(tmp_path, "en") == [english]
