"""What must hold of every word: each check yields one line for each place to mend. `make prose` prints them, the tests want none."""

from collections.abc import Callable, Iterator
from functools import cache

from tests import written
from tests.helpers import library
from tests.prose import copying, forbidden, spelling
from tests.prose.measure import measure, sentences, words
from tests.prose.readings import LANGUAGES, PROSE, everything, pages

MOST_LIX, MOST_LIX_OVER_ALL, MOST_MEAN, LEAST_FLESCH = 42, 40, 16, 60
LONGEST = {"da": 25, "en": 30}  # words in a sentence
FEWEST_SENTENCES = 5  # fewer have no mean to speak of


@cache
def glossary(language: str) -> frozenset[str]:
    """Every form of every word of the glossary, lower case."""
    forms = [term.word.said_in(language) for term in library().terms.values()]
    said = [getattr(form, name) for form in forms for name in ("singular", "plural", "definite", "definite_plural")]
    return frozenset(word.lower() for phrase in said for word in words(phrase))


def too_heavy() -> Iterator[str]:
    """LIX at most 42 a page and 40 over all."""
    for reading in everything("da"):
        found = reading.measured()
        if found.sentences >= FEWEST_SENTENCES and found.lix > MOST_LIX:
            yield f"{reading.name}: LIX {found.lix:.1f}"
    whole = measure(_prose("da"), "da").lix
    if whole > MOST_LIX_OVER_ALL:
        yield f"everything: LIX {whole:.1f}"


def too_hard() -> Iterator[str]:
    """English: Flesch reading ease 60 or better over the whole."""
    whole = measure(_prose("en"), "en").flesch
    if whole < LEAST_FLESCH:
        yield f"everything: Flesch {whole:.1f}"


def too_long() -> Iterator[str]:
    """A mean of at most 16 words a sentence on every page and over all, running text alone too; no sentence over 25 (30 in English)."""
    for language in LANGUAGES:
        for reading in everything(language):
            running = measure((stretch.words for stretch in reading.stretches if stretch.kind == "paragraph"), language)
            for found in (reading.measured(), running):
                if found.sentences >= FEWEST_SENTENCES and found.mean > MOST_MEAN:
                    yield f"{reading.name} ({language}): {found.mean:.1f} words a sentence"
            for stretch in reading.stretches:
                for sentence in (
                    sentences(stretch.words, language) if stretch.kind in (*PROSE, "speech") and reading.name != "sources" else ()
                ):
                    if len(words(sentence)) > LONGEST[language]:
                        yield f"{reading.name} ({language}): {len(words(sentence))} words: {sentence}"


def not_ours() -> Iterator[str]:
    """Words of docs/prose.md that we do not write, »(er)«, »han/hun«."""
    for piece in (*written.pieces(), *written.ledger("facts.yaml")):
        for language in LANGUAGES:
            for found, instead in forbidden.found(written.plain(piece.said(language)), language):
                yield f"{piece.place(language)}: {found}; we write: {instead}"
    for code, language, said in written.sentences_of_ours():
        for found, instead in forbidden.found(said, language):
            yield f"{code} ({language}): {found}; we write: {instead}"


def misspelt() -> Iterator[str]:
    """Words that neither hunspell nor our lists know."""
    for language in LANGUAGES:
        stand = spelling.written_words(language)
        for word in spelling.unknown(set(stand) - spelling.cited(language), language):
            yield f"{stand.get(word, language)}: {word}"
    in_messages = {language: spelling.message_words(language) for language in LANGUAGES}
    for language, stand in in_messages.items():
        for word in set(spelling.unknown(stand, language)) & set(spelling.unknown(stand, "en")):
            yield f"{stand.get(word, language)} ({language}): {word}"


def copied() -> Iterator[str]:
    """Eight words in a row that the booklet has too: in what is written, and in what is composed of it."""
    for language in LANGUAGES:
        for piece in (*written.pieces(), *written.ledger("facts.yaml"), *written.ledger("sources.yaml")):
            yield from (f"{piece.place(language)}: {run}" for run in copying.shared(written.plain(piece.said(language))))
        for reading in pages(language):
            yield from (f"{reading.name} ({language}): {run}" for run in copying.shared(reading.words))


def _prose(language: str) -> list[str]:
    return [text for reading in everything(language) for text in reading.prose]


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (too_heavy, too_hard, too_long, not_ours, misspelt, copied)
