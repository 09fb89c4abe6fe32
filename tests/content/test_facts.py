"""Every claim names its fact or source, every fact is used, and what must be said reaches those who need it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from tests import written
from tests.content import reach
from tests.helpers import HOME
from tests.written import LANGUAGES, Piece

MOST_FACTS = 6
MOST_EXCUSED = 0.05
EXCUSES = "## Facts that no page cites"
NUMBERS = {
    "da": "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve",
    "en": "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
}
ALSO = {  # other words for the same number
    "da": {1: "et én ét hver ene", 2: "begge", 0.5: "halv halve halvt halvdag halvdagsseminar halvdagsseminaret"},
    "en": {1: "a an each every", 2: "both two-year", 0.5: "half half-day"},
}
BOUND = {  # variables of kit/compose/scope.py that carry a parameter, whose default is the method's number of this name
    "mentees": ("group.mentees",),
    "meetings": ("group.meetings",),
    "hours": ("group.hours",),
    "seminar_hours": ("seminar.hours",),
    "minimum_seniority_years": ("programme.minimum_seniority_years", "programme.seniority"),
    "nominees_per_unit": ("programme.nominees_per_unit",),
    "homework_due_working_days_before": ("group.due_days", "meeting.due"),
    "homework_max_pages": ("group.max_pages",),
    "closing_conversation_minutes": ("group.closing_conversation_minutes",),
}
YEAR = {"sample-year-2010": "year"}  # the year of the sample is told anew for each programme

CITING = [(piece, cited) for piece in written.pieces() for cited in written.citing(piece.tags)]


@cache
def facts() -> Mapping[str, Mapping[str, Any]]:
    return {fact.tags["id"]: fact.tags for fact in written.ledger("facts.yaml")}


@cache
def excused() -> Mapping[str, str]:
    """content/README.md lists the facts that no page cites, each with a reason: `- fact-id: reason`."""
    _, _, after = (HOME.content / "README.md").read_text(encoding="utf-8").partition(EXCUSES)
    return dict(re.findall(r"^- `([a-z0-9-]+)`: (.+)$", after.partition("\n## ")[0], re.MULTILINE))


def test_who_leads_today_is_a_current_leader_and_never_an_acting_one() -> None:
    """In English an acting leader stands in for somebody."""
    told = {piece.name: piece.said("en") for piece in written.pieces()} | {name: fact["en"] for name, fact in facts().items()}

    assert [name for name, words in told.items() if re.search(r"\bacting leaders?\b", words, re.I)] == []


def test_facts_and_sources_that_are_cited_exist() -> None:
    sources = {source.tags["id"] for source in written.ledger("sources.yaml")}
    unknown = [f"{piece.name}: {fact}" for piece, cited in CITING for fact in cited.get("facts") or () if fact not in facts()]
    unknown += [f"{piece.name}: {source}" for piece, cited in CITING for source in cited.get("sources") or () if source not in sources]

    assert unknown == []


def test_a_piece_cites_at_most_six_facts() -> None:
    assert [piece.name for piece, cited in CITING if len(cited.get("facts") or ()) > MOST_FACTS] == []


def test_what_the_pilot_says_names_a_fact_and_evidence_a_source() -> None:
    bare = [
        piece.name
        for piece in written.pieces()
        if piece.tags.get("basis") == "pilot" and not any(c.get("facts") for c in written.citing(piece.tags))
    ]
    bare += [
        piece.name
        for piece in written.pieces()
        if piece.tags.get("basis") == "evidence" and not any(c.get("sources") for c in written.citing(piece.tags))
    ]

    assert bare == []


def test_every_fact_is_cited_or_excused() -> None:
    cited = {fact for _, tags in CITING for fact in tags.get("facts") or ()}

    assert sorted(set(facts()) - cited - set(excused())) == []
    assert sorted(cited & set(excused())) == []


def test_few_facts_are_excused_and_none_that_must_be_said() -> None:
    assert len(excused()) <= MOST_EXCUSED * len(facts())
    assert [fact for fact in excused() if facts()[fact]["strength"] == "must"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_carry_the_number_of_every_number_fact_that_they_cite(language: str) -> None:
    silent = [
        f"{piece.place(language)}: {fact} is {value:g}"
        for piece, cited in CITING
        for fact in cited.get("facts") or ()
        if facts()[fact]["kind"] == "number"
        for value in facts()[fact]["value"].values()
        if not carries(_words(piece, cited, language), fact, value, language)
    ]

    assert silent == []


@pytest.mark.parametrize("fact", [name for name, fact in facts().items() if fact["strength"] == "must"])
def test_what_must_be_said_reaches_everyone_that_it_names(fact: str) -> None:
    reached = {audience for audience in facts()[fact]["audience"] if fact in reach.facts_for(audience)}

    assert sorted(set(facts()[fact]["audience"]) - reached) == []


# --- the measure itself


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Seks mentees har én mentor.", True),
        ("6 mentees", True),
        ("{{ method.mentees }} mentees", True),
        ("{{ group.mentees | words }} mentees", True),
        ("{{ method.meetings }} møder", False),
        ("16 mentees", False),
        ("Holdet er lille.", False),
    ],
)
def test_a_number_is_a_digit_a_word_or_a_bound_variable(words: str, found: bool) -> None:
    assert carries(words, "six-mentees-per-mentor", 6, "da") == found


def carries(words: str, fact: str, value: float, language: str) -> bool:
    """True when the words hold the number as digits, as a word, or as a variable that is bound to this fact."""
    return any(re.search(rf"(?<![\w.,]){re.escape(form)}(?![\w]|[.,]\d)", words.lower()) for form in _forms(value, language)) or any(
        re.search(rf"\{{\{{[^}}]*\b{re.escape(variable)}\b", words) for variable in _variables(fact)
    )


def _forms(value: float, language: str) -> Iterator[str]:
    yield f"{value:g}".replace(".", "," if language == "da" else ".")
    numbers = NUMBERS[language].split()
    if value == int(value) < len(numbers):
        yield numbers[int(value)]
    yield from ALSO[language].get(value, "").split()


def _variables(fact: str) -> Iterator[str]:
    for name, number in written.data("method.yaml").items():
        if number.get("fact") == fact:
            yield f"method.{name}"
            yield from BOUND.get(name, ())
    if fact in YEAR:
        yield YEAR[fact]


def _words(piece: Piece, cited: Mapping[str, Any], language: str) -> str:
    """The words of the mapping that cites: a whole block, or one entry with all that it holds."""
    return piece.said(language) if cited is piece.tags else "\n".join(text for _, code, text in written.texts(cited) if code == language)


def test_no_fact_is_given_twice() -> None:
    assert [name for name, times in Counter(fact.tags["id"] for fact in written.ledger("facts.yaml")).items() if times > 1] == []


def test_the_booklets_own_words_stand_one_by_one_in_the_order_of_the_alphabet() -> None:
    alphabet = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøåéü")}

    for entry in written.data("booklet-words.yaml"):
        words = entry["da"].split()
        assert entry["fact"] in facts()
        assert len(words) <= 12
        assert words == sorted(set(words), key=lambda word: [alphabet[letter] for letter in word])
