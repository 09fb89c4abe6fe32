"""Letters and forms: hope is never raised without the sentence that takes it down, and every field says who reads it."""

import re

import pytest

from tests import written
from tests.prose.measure import sentences
from tests.written import LANGUAGES, Piece

LETTERS = [piece for piece in written.pieces() if piece.name.startswith("letters/")]
FORMS = [piece for piece in written.pieces() if piece.name.startswith("forms/")]
SENTENCE = {"da": "Forløbet er ikke et løfte om et lederjob", "en": "he programme is not a promise of a leadership post"}
RAISES_HOPE = {  # letters that somebody could read as a step towards a post, by the end of their name
    "mentor-invitation",
    "nomination-request",
    "mentee-invitation",
    "line-manager",
    "confirmation",
    "drop-out-person",
    "thanks",
    "six-months",
    "certificate",
    "news-text",
    "no-place",
}
PROMISE = {"da": re.compile(r"\b(løfter?|lover?|lovet|lovede)\b", re.I), "en": re.compile(r"\bpromis", re.I)}
OTHER_NAME = {"da": re.compile(r"\b(leder)?stilling\w*", re.I), "en": re.compile(r"\bjobs?\b", re.I)}
WHEN_IT_HAPPENS = {"absence", "drop-out-group", "drop-out-person", "moved-date"}  # sent on a day that nobody can know
TELLS_WORKING_TIME = {"mentor-invitation", "mentee-invitation", "line-manager"}  # to those who say yes to the meetings, or let somebody go
OPEN = {"da": "[arbejdstid / fritid]", "en": "[working time / "}  # left to the organisation, as the questions and answers say
READS_NOBODY = "text"  # a field that only shows words


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_a_letter_that_could_raise_hope_says_what_is_not_promised(letter: Piece) -> None:
    if letter.tags["id"] not in RAISES_HOPE and not letter.tags.get("no_promise"):
        return

    assert [language for language in LANGUAGES if SENTENCE[language].lower() not in " ".join(letter.said(language).lower().split())] == []


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_a_letter_that_could_raise_hope_is_marked_so(letter: Piece) -> None:
    assert bool(letter.tags.get("no_promise")) == (letter.tags["id"] in RAISES_HOPE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_that_asks_for_the_time_says_whether_it_is_working_time(language: str) -> None:
    saying = {letter.tags["id"] for letter in LETTERS if OPEN[language] in letter.said(language)}

    assert saying == TELLS_WORKING_TIME


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_promises_has_one_name(language: str) -> None:
    """*Et lederjob*, *a leadership post*; the other word that could be used stands in no sentence about promises."""
    said = ((piece.name, line) for piece in written.pieces() for line in written.plain(piece.said(language)).splitlines())
    promising = [(name, sentence) for name, line in said for sentence in sentences(line, language) if PROMISE[language].search(sentence)]

    assert len(promising) > 30
    assert [(name, sentence) for name, sentence in promising if OTHER_NAME[language].search(sentence)] == []


def test_there_are_sixteen_letters_or_more() -> None:
    assert len(LETTERS) >= 16


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_a_letter_has_a_subject_and_a_moment_unless_something_calls_for_it(letter: Piece) -> None:
    assert set(letter.tags["subject"]) == set(LANGUAGES)
    assert bool(letter.tags.get("when")) != (letter.tags["id"] in WHEN_IT_HAPPENS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_field_says_who_reads_it_and_when_it_is_deleted(form: Piece) -> None:
    silent = [
        entry["id"] for entry in form.tags["fields"] if entry["kind"] != READS_NOBODY and not (entry.get("reads") and entry.get("deleted"))
    ]

    assert silent == []
