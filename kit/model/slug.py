"""A name becomes the part of a file name and an address that stands for it: `Kvinder i ledelse` → `kvinder-i-ledelse`."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_SLUG = 60
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"})
# Names that Windows keeps for devices, and those that mean something in our own output folders.
DEVICES = ("con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)))
RESERVED = frozenset((*DEVICES, "index", "search", "assets", "downloads", "manifest", "sitemap", "private", "site", "404"))


def slug(name: str, number: int = 1, taken: Collection[str] = ()) -> str:
    """Lower-case letters a–z, digits and single hyphens, at most 60; `hold-<number>` when nothing is left; `-2` when it is taken."""
    plain = unicodedata.normalize("NFC", name).lower().translate(DANISH)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii").lower()
    words = "-".join(re.findall("[a-z0-9]+", ascii_only))[:LONGEST_SLUG].strip("-")
    return _free(words if words and words not in RESERVED else f"hold-{number}", taken)


def _free(words: str, taken: Collection[str]) -> str:
    if words not in taken:
        return words
    for count in range(2, len(taken) + 3):
        ending = f"-{count}"
        candidate = words[: LONGEST_SLUG - len(ending)].rstrip("-") + ending
        if candidate not in taken:
            return candidate
    raise AssertionError("one of len(taken) + 1 names is free")
