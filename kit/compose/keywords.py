"""What a page is found by besides its own words: synonyms from the glossary, the organisation's words, the facts it rests on."""

import re
from collections.abc import Iterable, Iterator

from kit.compose.making import Making
from kit.model.library import Block, Term

WORD = re.compile(r"[^\W\d_]{3,}")
NAMED = {"hr": "coordinator"}  # pages that are about a term of another name


def keywords(making: Making, page: str, title: str, written: str) -> str:
    """The lead block's own keywords, the synonyms of the term that the page is about, and what the organisation calls it."""
    about = [words for term in _terms(making) if _is(term, making, page, title) for words in _synonyms(term, making)]
    return ", ".join(dict.fromkeys(part for part in (written, *about, *_own(making, page)) if part))


def echoes(making: Making, page: str, title: str, markdown: str, blocks: Iterable[Block]) -> str:
    """Words that the page does not use and has to do with: of the facts that it cites, in our sentence and in the booklet's own words,
    and synonyms of a term in its title. Who remembers the booklet's word finds the page.
    """
    facts = dict.fromkeys(fact for block in blocks for fact in block.tags.facts)
    said = [making.said(making.library.facts[fact].said) for fact in facts if fact in making.library.facts]
    booklet = [making.library.booklet_words.get(fact, "") for fact in facts] if making.voice.language == "da" else []
    near = [
        words
        for term in _terms(making)
        if not _is(term, making, page, title) and _forms(term, making) & set(re.findall(r"[\w-]+", title.lower()))
        for words in _synonyms(term, making)
    ]
    there = set(WORD.findall(markdown.lower()))
    return " ".join(word for word in dict.fromkeys(WORD.findall(" ".join([*booklet, *said, *near]).lower())) if word not in there)


def synonyms(making: Making) -> tuple[tuple[str, ...], ...]:
    """Words that the search takes for each other: everyday ones, and what the terms of the glossary are also called."""
    called = [",".join([term.word.said_in(making.voice.language).singular, making.said(term.also)]) for term in _terms(making)]
    spelled = [*called, *(making.said(words) for words in making.library.synonyms)]
    groups = (tuple(word for word in (part.strip() for part in words.split(",")) if word and " " not in word) for words in spelled)
    return tuple(group for group in groups if len(group) > 1)


def _terms(making: Making) -> Iterable[Term]:
    return making.library.terms.values()


def _is(term: Term, making: Making, page: str, title: str) -> bool:
    """True on the page that is about this term and nothing else."""
    return term.id == NAMED.get(page, page) or title.lower() in _forms(term, making)


def _forms(term: Term, making: Making) -> set[str]:
    """Our word in all its forms and the organisation's, when it has a word of its own."""
    language, own = making.voice.language, making.organisation.terms.get(term.id)
    spelled = [term.word.said_in(language), *([own.said_in(language)] if own and own.has(language) else [])]
    return {form.lower() for word in spelled for form in (word.singular, word.plural, word.definite, word.definite_plural)}


def _synonyms(term: Term, making: Making) -> Iterator[str]:
    """What else people call it; our own word too, where the organisation has another."""
    yield making.said(term.also)
    own = making.organisation.terms.get(term.id)
    if own and own.has(making.voice.language):
        yield term.word.said_in(making.voice.language).singular


def _own(making: Making, page: str) -> Iterator[str]:
    """The names that people here use: of a group and its place, of the sponsor, of the coordinator."""
    if making.group:
        yield making.group.name.said_in(making.voice.language)
    if making.meeting:
        yield making.voice.ordinal(making.meeting.number)
        yield making.meeting.place.said_in(making.voice.language)
    if page in ("sponsor", "hr"):
        yield str(making.scope["programme"][{"sponsor": "sponsor", "hr": "coordinator"}[page]])
