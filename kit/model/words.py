"""Words that people read: a text in several languages, and a word in all its forms.

Both are plain values. How they are chosen and inflected in a sentence is decided here and nowhere else;
dates and numbers are spoken by `kit.words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gender = Literal["common", "neuter"]

ENDS_LIKE_S = ("s", "x", "z")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages; `everywhere` is used where a language has no text of its own."""

    by_language: tuple[tuple[str, str], ...] = ()
    everywhere: str | None = None

    def said_in(self, language: str) -> str:
        """The text in `language`; KeyError when there is none (the reader refuses such a file)."""
        for code, text in self.by_language:
            if code == language:
                return text
        if self.everywhere is None:
            raise KeyError(language)
        return self.everywhere

    def has(self, language: str) -> bool:
        return self.everywhere is not None or any(code == language for code, _ in self.by_language)


def text(value: str | Mapping[str, str]) -> Text:
    """A plain string (used in every language) or `{da: …, en: …}` as a Text."""
    return Text(everywhere=value) if isinstance(value, str) else Text(tuple(value.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The forms of one word in one language: *forvaltning, forvaltningen, forvaltninger, forvaltningerne*."""

    singular: str
    plural: str
    definite: str
    definite_plural: str
    gender: Gender = "common"
    genitive: str | None = None  # of the singular, where the rule is not right


@dataclass(frozen=True, slots=True)
class Word:
    """A word in all its forms, by language."""

    by_language: tuple[tuple[str, Forms], ...]

    def said_in(self, language: str) -> Forms:
        for code, forms in self.by_language:
            if code == language:
                return forms
        raise KeyError(language)

    def has(self, language: str) -> bool:
        return any(code == language for code, _ in self.by_language)


def gender_of(definite: str) -> Gender:
    """Danish gender read off the definite form: *direktoratet* is neuter, *forvaltningen* common."""
    return "neuter" if definite.endswith("t") else "common"


def genitive(name: str, language: str, given: str | None = None) -> str:
    """`Nordbys`, `Aarhus’` (Dansk Sprognævn, Retskrivningsordbogen § 13); English `Nordby's`. `given` overrides."""
    if given is not None:
        return given
    if language == "da":
        return f"{name}’" if name.lower().endswith(ENDS_LIKE_S) else f"{name}s"
    if name.endswith(("'s", "’s")):  # St. James's is one already
        return name
    return f"{name}’" if name.lower().endswith("s") else f"{name}’s"
