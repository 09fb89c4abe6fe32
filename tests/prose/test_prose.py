"""The words of the handbook and packs read as docs/prose.md wants. When one fails, `make prose` shows every page."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT
from tests.prose import checks, copying, forbidden, spelling
from tests.prose.measure import measure, sentences, syllables
from tests.prose.stretches import stretches


def test_every_danish_page_is_light_to_read() -> None:
    assert [*checks.too_heavy()] == []


def test_the_english_is_plain() -> None:
    assert [*checks.too_hard()] == []


def test_sentences_are_short() -> None:
    assert [*checks.too_long()] == []


def test_no_word_stands_that_we_do_not_write() -> None:
    assert [*checks.not_ours()] == []


def test_every_word_is_spelt_as_the_dictionary_or_our_list_has_it() -> None:
    assert [*checks.misspelt()] == []


def test_no_eight_words_in_a_row_are_the_booklets() -> None:
    assert [*checks.copied()] == []


@pytest.mark.parametrize("name", ["words.da.txt", "words.en.txt", "names.txt"])
def test_our_word_lists_are_in_order_and_hold_nothing_unused(name: str) -> None:
    listed = spelling.lines(name)
    languages = [name.split(".")[1]] if name.startswith("words") else ["da", "en"]
    used = {
        word for language in languages for found in (spelling.written_words(language), spelling.message_words(language)) for word in found
    }
    parts = {
        form
        for word in used
        for part in (word, *word.split("-"))
        for form in (part, part.lower(), part.removesuffix("s"), part.removesuffix("'s"))
    }

    assert listed == sorted(set(listed), key=lambda word: (word.lower(), word))
    assert [word for word in listed if word not in parts] == []


# --- the measures themselves


def test_abbreviations_dates_ordinals_and_initials_end_no_sentence() -> None:
    text = "I mødes kl. 16.00 på 4. møde, f.eks. den 3. februar 2027. Det siger J. B. Hansen. Husk: Tag kaffe med! Og så?"

    assert [*sentences(text, "da")] == [
        "I mødes kl. 16.00 på 4. møde, f.eks. den 3. februar 2027.",
        "Det siger J. B. Hansen.",
        "Husk:",
        "Tag kaffe med!",
        "Og så?",
    ]


def test_lix_is_words_a_sentence_and_per_cent_of_long_words() -> None:
    found = measure(["Vi mødes om onsdagen. Kom i god tid."], "da")

    assert (found.sentences, found.words, found.long_words, found.lix) == (2, 8, 1, 4 + 12.5)


def test_a_term_of_the_glossary_can_count_as_short() -> None:
    assert measure(["Tovholderen ringer."], "da", frozenset({"tovholderen"})).long_words == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("group", 1),
        ("mentor", 2),
        ("meeting", 2),
        ("evaluation", 5),
        ("people", 2),
        ("needed", 2),
        ("stopped", 1),
        ("created", 3),
        ("experience", 4),
        ("half-day", 2),
        ("2027", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_tables_and_quoted_speech_stand_apart() -> None:
    text = "# Titel\n\nLøbende tekst.\n\n- Et punkt.\n\n/// say | Når de kommer\nVelkommen.\n///\n\n| A | B |\n|---|---|\n| c | d |\n"

    assert [(stretch.kind, stretch.words) for stretch in stretches(text)] == [
        ("heading", "Titel"),
        ("paragraph", "Løbende tekst."),
        ("item", "Et punkt."),
        ("heading", "Når de kommer"),
        ("speech", "Velkommen."),
        ("table", "A"),
        ("table", "B"),
        ("table", "c"),
        ("table", "d"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "bad"),
    [
        ("Deltageren(e) mødes.", "da", True),
        ("Lederen taler med sin mentor, og han/hun lytter.", "da", True),
        ("Vi taler om det i forhold til målet.", "da", True),
        ("Skriv adressen på brevet.", "da", False),
        ("Her er dagens program.", "da", False),
        ("Research shows that it works.", "en", True),
        ("We organize the meeting.", "en", True),
        ("The prize and the size.", "en", False),
    ],
)
def test_a_word_that_we_do_not_write_is_found(text: str, language: str, bad: bool) -> None:
    assert bool([*forbidden.found(text, language)]) == bad


def test_a_run_of_the_booklet_is_found_by_its_digest_alone(tmp_path: Path) -> None:
    store = tmp_path / "digests"
    copying.store("[L1-2] en to tre fire fem seks syv otte ni", b"0123456789abcdef", store)
    salt, kept = copying.stored(store)

    assert len(kept) == 2
    assert copying.digest("en to tre fire fem seks syv otte", salt) in kept
    assert b"fire" not in store.read_bytes()


def test_hunspell_has_both_dictionaries() -> None:
    assert spelling.misspelt(["forløbet", "forløbbet"], "da") == ["forløbbet"]
    assert spelling.misspelt(["colour", "color"], "en") == ["color"]


def test_the_report_can_be_printed() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.prose"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    assert "everything" in done.stdout
    assert done.stderr == ""
