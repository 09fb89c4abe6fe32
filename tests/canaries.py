"""Fifty invented people, and a search for any of them in whatever was published, however it is spelled or packed.

Every name, id and address holds the same five letters that no word of any language has. So a part of a name is found as surely as the
whole, and a spelling that leaves those letters alone (HTML, URL, JSON, any case, any encoding of one byte) cannot hide it.
"""

import gzip
import re
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pikepdf

STEM = "zqvex"
BEFORE, AFTER = ("Ær", "Øl", "Åb", "Jør", "Sæ"), ("und", "gård", "bøl", "æk", "mose", "rød", "holm", "ås", "dal", "ø")
NAMES = [f"{before}{STEM}{after} {after.capitalize()}{STEM}{before.lower()}" for before in BEFORE for after in AFTER]
ROLES = ["mentor", "mentor", "coordinator", *["mentee"] * 12, *["manager"] * 35]
HEADER = "id;name;role;group;unit;reports_to;employed_since;joined;left;email"
CASES = (STEM, STEM.upper(), STEM.capitalize())
WIDE = [re.escape(case.encode(code)) for case in CASES for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")]
HIDING = re.compile(b"|".join([b"(?i:zqvex)", *WIDE]))
BASE64 = re.compile(rb"base64,([A-Za-z0-9+/=]{8,})")
SOFT = re.compile(r"[\u00ad\u2010-]?\s+|\u00ad")


def roster(groups: tuple[str, str]) -> str:
    """The roster: two groups, six mentees in each; the third mentee has left, the last of the managers manages four."""
    rows = [HEADER]
    for number, (name, role) in enumerate(zip(NAMES, ROLES, strict=True)):
        group = groups[number % 2] if role in ("mentor", "mentee") else ""
        manager = f"{STEM}-{49 if number < 9 else number + 20}" if role == "mentee" else ""
        left, unit, email = "2027-03-01" if number == 5 else "", f"Enhed {number % 5}", f"post{number}@{STEM}{number}.example"
        rows.append(f"{STEM}-{number};{name};{role};{group};{unit};{manager};2015-01-01;;{left};{email}")
    return "\n".join(rows) + "\n"


def spellings(word: str) -> dict[str, bytes]:
    """A name as it may stand in a file."""
    return {
        "UTF-8": word.encode(),
        "UTF-16": word.encode("utf-16-le"),
        "UTF-16, big": word.encode("utf-16-be"),
        "one byte a letter": word.encode("latin-1"),
        "HTML": word.encode("ascii", "xmlcharrefreplace"),
        "HTML, hexadecimal": "".join(sign if sign.isascii() else f"&#x{ord(sign):x};" for sign in word).encode(),
        "URL": b"".join(bytes([byte]) if byte < 128 else f"%{byte:02X}".encode() for byte in word.encode()),
        "JSON": word.encode("ascii", "backslashreplace"),
        "upper case": word.upper().encode(),
    }


def found(folder: Path) -> list[str]:
    """Where one of them stands under a folder: the file, and within it the part."""
    everything = sorted(folder.rglob("*"))
    named = [f"{path.relative_to(folder)}: its name" for path in everything if HIDING.search(path.name.encode())]
    return named + [
        f"{file.relative_to(folder)}: {part}"
        for file in everything
        if file.is_file()
        for part, data in parts(file.read_bytes())
        if HIDING.search(data)
    ]


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and those of what is packed inside it."""
    yield "its bytes", data
    for number, coded in enumerate(BASE64.findall(data)):
        yield from (_within(f"base64 {number}", part) for part in parts(b64decode(coded + b"=" * (-len(coded) % 4))))
    if data.startswith(b"\x1f\x8b"):
        yield "unpacked", gzip.decompress(data)
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"PK") and is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as whole:
            for name in whole.namelist():
                yield f"the name of {name}", name.encode()
                yield from (_within(name, part) for part in parts(whole.read(name)))


def _within(name: str, part: tuple[str, bytes]) -> tuple[str, bytes]:
    return f"{name}, {part[0]}", part[1]


def _of_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Its words, as a reader sees them with and without hyphens, and every stream and string of every object, unpacked."""
    words = subprocess.run(["pdftotext", "-", "-"], input=data, check=True, capture_output=True).stdout.decode("utf-8")
    yield "its words", words.encode()
    yield "its words joined", SOFT.sub("", words).encode()
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, thing in enumerate(pdf.objects):
            for held in _held(thing):
                yield f"object {number}", held


def _held(thing: Any) -> Iterator[bytes]:
    if isinstance(thing, pikepdf.Stream):
        picture = re.search("DCTDecode|JPXDecode", repr(thing.get("/Filter")))
        yield thing.read_raw_bytes() if picture else thing.read_bytes()
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for name, held in thing.items():
            yield str(name).encode()
            yield from _held(held) if not getattr(held, "is_indirect", False) else ()
    elif isinstance(thing, pikepdf.Array):
        for held in thing:
            yield from _held(held) if not getattr(held, "is_indirect", False) else ()
    elif isinstance(thing, pikepdf.String):
        yield bytes(thing)
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Name):
        yield str(thing).encode()
