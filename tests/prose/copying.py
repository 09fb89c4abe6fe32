"""No run of eight words in common with the booklet, without keeping the booklet: its runs are stored as short salted digests.

`booklet.digests` is sixteen bytes of salt and then six bytes for each run, sorted. With some four thousand runs and half a million of
ours to compare, a false alarm has odds of one in a hundred thousand. Made again, when the ledger's text changes, with
`python -m tests.prose.copying BOOKLET.txt`.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

RUN = 8
SIZE = 6
SALT = 16
STORE = Path(__file__).parent / "booklet.digests"
LINE_MARKS = re.compile(r"^(?:#.*|\[L[^\]]*\])", re.MULTILINE)


def runs(text: str) -> Iterator[str]:
    """Every eight words in a row: lower case, without signs."""
    words = [word.lower() for word in re.findall(r"[^\W_]+", text)]
    return (" ".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1))


def digest(run: str, salt: bytes) -> bytes:
    return hashlib.blake2b(run.encode(), digest_size=SIZE, salt=salt).digest()


@cache
def stored(file: Path = STORE) -> tuple[bytes, frozenset[bytes]]:
    """The salt and every digest."""
    kept = file.read_bytes()
    return kept[:SALT], frozenset(kept[place : place + SIZE] for place in range(SALT, len(kept), SIZE))


def shared(text: str) -> list[str]:
    """The runs of `text` that the booklet has too."""
    salt, booklet = stored()
    return [run for run in runs(text) if digest(run, salt) in booklet]


def store(booklet: str, salt: bytes, file: Path = STORE) -> int:
    """Writes `file`: what can be compared with, and not be read."""
    digests = sorted({digest(run, salt) for run in runs(LINE_MARKS.sub("", booklet))})
    file.write_bytes(salt + b"".join(digests))
    return len(digests)


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    print(store(text, hashlib.blake2b(text.encode(), digest_size=SALT).digest()), "runs stored")
