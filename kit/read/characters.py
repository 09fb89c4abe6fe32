"""Bytes become text that is safe to show: decoded, composed (NFC), without what nobody can see.

What hides or turns text round is refused with its place; zero-width characters are dropped (`ZWJ` stays: emoji need it).
"""

import re
import unicodedata
from collections.abc import Iterator

# Private use (U+E000–F8FF: bullets pasted from Word) means something else on every machine.
DROPPED = dict.fromkeys(map(ord, "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff"))
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
    "|[" + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17)) + "]"
)
MOST_MARKS = 4
OPENING = re.compile(r"((?:^|[\s(\[|/–—>])[*_]*)'(?=\S)", re.MULTILINE)  # after a space, a bracket or a dash, with or without emphasis
NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # office files and pictures
NOT_ASCII = re.compile(f"[^\x00-\x7f]{{{MOST_MARKS + 1},}}")


def tidy(text: str) -> str:
    """Composed letters, one kind of line end, nothing of no width."""
    return unicodedata.normalize("NFC", text.translate(DROPPED)).replace("\r\n", "\n").replace("\r", "\n")


def curled(text: str) -> str:
    """Typed quotation marks as printed ones: 'Don't' becomes ‘Don’t’. Writers type the straight one; readers never meet it."""
    return OPENING.sub(r"\1‘", text).replace("'", "’")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Index and name (U+202E) of every character that nobody may hide in a text."""
    return ((found.start(), f"U+{ord(found[0]):04X}") for found in FORBIDDEN.finditer(text))


def heaps(text: str) -> Iterator[int]:
    """Where more than four combining marks stand on one letter."""
    for run in NOT_ASCII.finditer(text):
        marks = 0
        for index, character in enumerate(run[0]):
            marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
            if marks == MOST_MARKS + 1:
                yield run.start() + index


def encoding_of(data: bytes) -> str:
    """UTF-8, or what else a text was saved as, by the name that people meet when they save; "" for what is no text at all."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or max(data[::2].count(0), data[1::2].count(0)) * 8 > len(data) * 3:
        return "UTF-16"  # nearly every second byte of Danish is zero there
    if data.startswith(NO_TEXT) or data.count(0) > 1:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "Windows-1252"
    return "UTF-8"


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Both from 1, in characters."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
