"""Which English was read beside which Danish: content/reviewed.yaml, and what a line in it must hold to count.

A piece is fresh when its Danish words are those of its last line. The first edition, written in both languages together, stands in
`first` and is closed: its digest is below, so nothing can be added to it. Since then every piece takes a line of its own in
`confirmed`, which holds a phrase of the Danish and the English that renders it, chosen by the one who read both. A reviewer's lines
are as far apart in time as reading the piece takes, so confirming many at once cannot be done, only invented line by line.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from tests import written
from tests.written import Piece

FILE = written.HOME.content / "reviewed.yaml"
FIRST_EDITION = "862156088f76992f42cc12df185a2bd3"
WORDS_A_MINUTE = 600  # of both languages together: nobody reads and compares faster
LEAST_SECONDS = 5
LEAST_WORDS = 2  # of a phrase
COUNTED_SINCE = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)  # older lines may lack the number of words that were read


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One confirmed piece: digests of what was read, how many words, who read it when, and the phrases that were weighed."""

    piece: str
    da: str
    en: str
    by: str
    at: datetime
    weighed: tuple[str, str]
    words: int | None = None  # of both languages together; the older lines do not say


def digest(text: str) -> str:
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=4).hexdigest()


def readable() -> Mapping[str, Piece]:
    """Every piece with words in both languages, by name."""
    return {piece.name: piece for piece in written.pieces() if piece.said("da").strip() and piece.said("en").strip()}


def stale(pieces: Mapping[str, Piece], first: Mapping[str, str], lines: tuple[Line, ...]) -> list[str]:
    """The pieces whose Danish is not what was last read beside the English."""
    read = {name: digests.split()[0] for name, digests in first.items()} | {line.piece: line.da for line in lines}
    return [name for name, piece in pieces.items() if read.get(name) != digest(piece.said("da"))]


def doubts(line: Line, before: tuple[Line, ...], pieces: Mapping[str, Piece]) -> Iterator[str]:
    """Why a line cannot be believed, given those before it."""
    piece = pieces.get(line.piece)
    if piece is None:
        yield "there is no such piece"
        return
    if not re.fullmatch(r"[^\W\d_]{2,4}", line.by):
        yield "by must be initials"
    if any(phrase.casefold() in {other.casefold() for earlier in before for other in earlier.weighed} for phrase in line.weighed):
        yield "the phrases were weighed before"
    for language, phrase, read in zip(written.LANGUAGES, line.weighed, (line.da, line.en), strict=True):
        said = _bare(piece.said(language))
        if digest(piece.said(language)) == read and _bare(phrase) not in said:
            yield f"»{phrase}« does not stand in {language}"
        if len(phrase.split()) < min(LEAST_WORDS, len(said.split())):
            yield f"»{phrase}« is too short"
    if line.words is None and line.at >= COUNTED_SINCE:
        yield "words is missing"
    if line.words is not None and _still_stands(line, piece) and line.words != words_of(piece):
        yield f"words must be {words_of(piece)}"
    if line.words is not None and line.words < sum(len(phrase.split()) for phrase in line.weighed):
        yield "more words were weighed than were read"
    last = max((earlier.at for earlier in before if earlier.by == line.by), default=None)
    needed = reading_time(_words_read(line, piece))
    if last is not None and line.at < last + needed:
        yield f"read in {max(0, (line.at - last).seconds if line.at > last else 0)} seconds, and {needed.seconds} are needed"


def _still_stands(line: Line, piece: Piece) -> bool:
    """The text that was read is the one that stands now."""
    return (line.da, line.en) == tuple(digest(piece.said(language)) for language in written.LANGUAGES)


def _words_read(line: Line, piece: Piece) -> int:
    """What the text holds that stands now; of one that was changed since, what the line says; of an older line nothing is known."""
    return words_of(piece) if _still_stands(line, piece) else line.words or 0


def words_of(piece: Piece) -> int:
    """The words of both languages together."""
    return sum(len(piece.said(language).split()) for language in written.LANGUAGES)


def reading_time(words: int) -> timedelta:
    return timedelta(seconds=max(LEAST_SECONDS, round(60 * words / WORDS_A_MINUTE)))


@cache
def kept() -> tuple[Mapping[str, str], tuple[Line, ...]]:
    """What content/reviewed.yaml holds."""
    data = written.data(FILE.name)
    return data["first"], tuple(_line(entry) for entry in data.get("confirmed") or ())


def closed(first: Mapping[str, str]) -> str:
    """The digest of the whole first edition."""
    return hashlib.blake2b("\n".join(f"{name}: {digests}" for name, digests in first.items()).encode(), digest_size=16).hexdigest()


def spelled(line: Line) -> str:
    """The line as it stands in the file."""
    danish, english = (phrase.replace("\\", "").replace('"', "'") for phrase in line.weighed)
    head = f"  - {{piece: {line.piece}, da: {line.da!r}, en: {line.en!r}, by: {line.by}, at: {line.at.isoformat(timespec='seconds')},"
    counted = "" if line.words is None else f"words: {line.words}, "
    return f'{head}\n     {counted}weighed: {{da: "{danish}", en: "{english}"}}}}\n'


def _line(entry: Mapping[str, Any]) -> Line:
    weighed = entry["weighed"]
    return Line(
        piece=entry["piece"],
        da=str(entry["da"]),
        en=str(entry["en"]),
        by=entry["by"],
        at=datetime.fromisoformat(entry["at"]),
        weighed=(weighed["da"], weighed["en"]),
        words=entry.get("words"),
    )


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", written.plain(text).casefold()))
