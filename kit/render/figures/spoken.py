"""Words in a figure: an organisation's own terms, how wide they are, and lines that fit. The only module that knows pyphen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyphen

from kit.model.words import Text
from kit.render.figures.shapes import TEXT, Words
from kit.words import Voice


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voice with an organisation's own terms and the seams of long words."""

    voice: Voice
    terms: Callable[[str], str]
    seams: tuple[str, ...] = ()

    def say(self, code: str, **values: object) -> str:
        return self.terms(self.voice.say(f"figure.{code}", **values))

    def knows(self, code: str) -> bool:
        return self.voice.knows(f"figure.{code}")

    def said(self, text: Text) -> str:
        """Words of the content, in the voice's language."""
        return self.terms(text.said_in(self.voice.language))

    def named(self, code: str, **values: object) -> str:
        """A sentence of another page: a role's name, a phase's."""
        return self.terms(self.voice.say(code, **values))

    def many(self, code: str, count: int) -> str:
        return self.say(code, count=count, number=self.voice.words(count))


WIDE, NARROW = frozenset("mwMW@%—"), frozenset("iljtfr.,:;|!'()[]/ ")


def breadth(words: str, size: float = TEXT) -> float:
    """About how wide words are in Hanken, a little on the safe side."""
    return sum(0.88 if sign in WIDE else 0.33 if sign in NARROW else 0.68 if sign.isupper() else 0.59 for sign in words) * size


def wrapped(words: str, room: float, spoken: Spoken, size: float = TEXT, most: int = 99) -> list[str]:
    """Lines that fit; a word too long for a line is broken at its seam, or else where its language breaks it."""
    lines = [""]
    for word in words.split():
        for part in broken(word, room, spoken, size):
            joined = f"{lines[-1]} {part}".strip()
            if breadth(joined, size) <= room or not lines[-1]:
                lines[-1] = joined
            else:
                lines.append(part)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]


def broken(word: str, room: float, spoken: Spoken, size: float) -> Iterator[str]:
    """A word in pieces that fit, hyphens included."""
    while breadth(word, size) > room:
        place = next((place for place in reversed(breaks(word, spoken)) if breadth(f"{word[:place]}-", size) <= room), 0)
        place = place or next((place for place in range(len(word) - 1, 1, -1) if breadth(word[:place], size) <= room), 1)
        yield f"{word[:place]}-"
        word = word[place:]
    yield word


def breaks(word: str, spoken: Spoken) -> list[int]:
    """Where a word may be broken: at the seams we know, else where its language's patterns say."""
    for seam in spoken.seams:
        if word.lower().startswith(seam.replace("|", "")):
            lengths = [len(part) for part in seam.split("|")[:-1]]
            return [sum(lengths[: number + 1]) for number in range(len(lengths))]
    return list(pyphen.Pyphen(lang=pyphen.language_fallback(spoken.voice.locale) or "en_GB").positions(word))


def written(lines: Sequence[str], x: float, y: float, *, leading: float = 18, **look: Any) -> list[Words]:
    return [Words(x=x, y=y + leading * number, words=line, **look) for number, line in enumerate(lines)]


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
