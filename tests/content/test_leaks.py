"""Nothing of one cohort type, role or language gets into another's page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kit import compose
from kit.model.book import Book
from tests import composed, written
from tests.content import reach
from tests.helpers import example, known, library, voice
from tests.prose import spelling
from tests.prose.measure import sentences
from tests.prose.readings import everything
from tests.prose.stretches import stretches
from tests.written import LANGUAGES

EXAMPLE = "nordby"
OTHER = {"aspiring-leaders": "acting-leaders", "acting-leaders": "aspiring-leaders"}
ONE_TYPE = """\
organisation: {{name: Lilleby Kommune}}
languages: [da, en]
programme: {{strategy: {{da: Grundlag, en: Charter}}}}
groups:
  - {{name: {{da: Hold 1, en: Group 1}}, cohort: {cohort}, first_meeting: 2027-02-03}}
"""
SHORTEST = 5  # words; shorter sentences may stand in several places
DATE = re.compile(r"\d+\. mar\.")  # a month that the dictionary of English knows too
QUOTED = re.compile(r"»[^«]*«|‘(?:[^’]|’(?=\w))*’|“[^”]*”")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cohort", OTHER)
def test_a_programme_of_one_cohort_type_says_nothing_of_the_others(cohort: str, language: str, tmp_path: Path) -> None:
    found = known(tmp_path, ONE_TYPE.format(cohort=cohort))
    book = compose.book(found.source.organisation, found.programme, found.library, voice(language))

    assert [*_said(book, only_for(OTHER[cohort], language), language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_groups_page_says_nothing_of_the_other_type(language: str) -> None:
    leaked = [
        f"{page.id}: {sentence}"
        for group in example(EXAMPLE).programme.groups
        for page in composed.book(EXAMPLE, language).pages
        if f"/{group.id}/" in page.id
        for sentence in only_for(OTHER[group.based_on], language) & {*_sentences(page.markdown, language)}
    ]

    assert leaked == []


def test_a_block_stands_only_on_pages_for_its_readers() -> None:
    strangers = [
        f"{page.id}: {name}"
        for section in library().outline.sections
        for page in section.pages
        for block in (page.lead, *(piece.block for piece in page.pieces))
        for name in reach.names(block)
        if not set(library().blocks[name].tags.audience) & set(page.audience)
    ]

    assert strangers == []


@pytest.mark.parametrize("role", ["hr", "mentor", "mentee", "line-manager", "sponsor"])
def test_a_role_sees_only_its_own_tasks_at_its_door(role: str) -> None:
    door = next(page for page in composed.book(EXAMPLE, "da").pages if page.id == role)
    ours = {task.task.said_in("da").partition("{")[0] for task in library().roles if task.role == role}
    shown = [task["title"] for task in door.data["tasks"]]

    assert shown
    assert [title for title in shown if not any(title.startswith(beginning) for beginning in ours)] == []


def test_no_english_stands_on_a_danish_page() -> None:
    assert foreign("da", "en") == []


def test_no_danish_stands_on_an_english_page() -> None:
    assert foreign("en", "da") == []


def test_no_danish_letter_stands_on_an_english_page_but_in_names() -> None:
    odd = {word for reading in everything("en") for word in spelling.words(reading.words) if re.search("[æøåÆØÅ]", word)}

    assert sorted(word for word in odd if not _is_name(word, "en")) == []


def foreign(language: str, other: str) -> list[str]:
    """Words that only the other language's dictionary knows; names, cited titles and our own terms apart."""
    said = [
        (reading.name, word) for reading in everything(language) for word in spelling.words(DATE.sub(" ", QUOTED.sub(" ", reading.words)))
    ]
    stand = {word: name for name, word in said if not _is_name(word, language)}
    unknown = set(spelling.unknown(stand, language)) & set(stand)
    return sorted(f"{stand[word]}: {word}" for word in unknown - set(spelling.misspelt(unknown, other)))


@cache
def only_for(cohort: str, language: str) -> frozenset[str]:
    """The sentences that content has for one cohort type and nowhere else."""
    mine = {sentence for piece in written.pieces() if _cohort(piece) == cohort for sentence in _sentences(piece.said(language), language)}
    others = {sentence for piece in written.pieces() if _cohort(piece) != cohort for sentence in _sentences(piece.said(language), language)}
    return frozenset(mine - others)


def _cohort(piece: written.Piece) -> str:
    """The cohort type of a piece; an agenda and an assignment are for the type that they are based on."""
    return str(piece.tags.get("cohort") or piece.tags.get("based_on") or "all")


def _said(book: Book, wanted: frozenset[str], language: str) -> Iterator[str]:
    for page in book.pages:
        yield from (f"{page.id}: {sentence}" for sentence in wanted & {*_sentences(page.markdown, language)})


def _sentences(text: str, language: str) -> Iterator[str]:
    parted = re.sub(r"(?<=[.!?])(?=\{%)", " ", text)  # a sentence ends before what follows on a condition
    bare = written.HOLE.sub("", written.STATEMENT.sub("", re.sub(r"\]\(@[^)]*\)", "](x)", parted)))
    for stretch in stretches(bare):
        yield from (sentence for sentence in sentences(stretch.words, language) if len(sentence.split()) >= SHORTEST)


def _is_name(word: str, language: str) -> bool:
    """A name, a word of ours or of a cited title, also in the genitive or as part of a double name."""
    parts = {word, re.sub("['’]s?$", "", word), *word.split("-")}
    return not parts.isdisjoint(_names() | spelling.own(language) | spelling.cited(language))


@cache
def _names() -> frozenset[str]:
    """The words that the example's organisation wrote itself."""
    return frozenset(spelling.words((written.HOME.organisations / EXAMPLE / "organisation.yaml").read_text(encoding="utf-8")))
