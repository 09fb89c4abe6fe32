"""Sentences that promise a post. Nobody may do that, and nobody may hint at it: every text of an organisation is read for them."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from kit.check.danish import DANISH
from kit.check.detector import Detector, Strength
from kit.check.english import ENGLISH
from kit.check.subject import Path, Remark, Subject, said
from kit.model.problem import Place
from kit.model.words import Text

DETECTORS: Mapping[str, Detector] = {"da": DANISH, "en": ENGLISH}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+|[;•]|(?<=\w):\s")
LONGEST_SHOWN = 80


def promise(subject: Subject) -> Iterator[Remark]:
    """Every text of the organisation, field by field and insert by insert."""
    languages = subject.organisation.languages
    for path, text in texts(subject.organisation):
        for language, written in spoken(text, languages):
            yield from _remarks(written, language, at=path if text.everywhere else (*path, language))
    for insert in subject.inserts:
        yield from _remarks(insert.title, insert.language, place=insert.title_at)
        for number, line in enumerate(insert.body.splitlines()):
            yield from _remarks(line, insert.language, place=Place(insert.place.file, insert.place.line + number))


def _remarks(text: str, language: str, at: Path = (), place: Place | None = None) -> Iterator[Remark]:
    for sentence in sentences(text):
        found = strength(sentence, language)
        if found:
            is_clear = found == "unmistakable"
            values = said("P01.error" if is_clear else "P01.hint", sentence=shortened(sentence))
            yield Remark(level="error" if is_clear else "warning", at=at, values=values, place=place)


def strength(sentence: str, language: str) -> Strength:
    """How strongly a sentence promises a post; a language without a detector is not judged."""
    detector = DETECTORS.get(language)
    return detector.strength(sentence) if detector else ""


def sentences(text: str) -> Iterator[str]:
    return (part.strip(" \t*_>#-–") for part in SENTENCE_END.split(text) if part.strip(" \t*_>#-–"))


def shortened(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SHOWN else sentence[: LONGEST_SHOWN - 1].rsplit(" ", 1)[0] + " …"


def spoken(text: Text, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is written in each language; a text for every language is read in each of the organisation's."""
    yield from text.by_language
    if text.everywhere is not None:
        yield from ((language, text.everywhere) for language in languages)


def texts(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text that an organisation wrote, with the path to it."""
    for name, info in type(part).model_fields.items():
        yield from _texts(getattr(part, name), (*path, info.alias or name))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
