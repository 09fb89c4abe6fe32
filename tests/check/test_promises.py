"""No text of an organisation promises a post. Measured on fixed lists, half of them by somebody who did not know the detector."""

from pathlib import Path

import pytest
import yaml
from plan.made import content

from check.found import TWO, findings, folder, found, judged, said, source
from kit.check import detector, promises
from kit.model.words import Text

LANGUAGES = ("da", "en")
LISTS = {
    language: yaml.safe_load((Path(__file__).parent / f"promises.{language}.yaml").read_text(encoding="utf-8")) for language in LANGUAGES
}

BLIND = {language: yaml.safe_load((Path(__file__).parent / f"blind.{language}.yaml").read_text(encoding="utf-8")) for language in LANGUAGES}


def strengths(language: str, kind: str) -> list[str]:
    return [promises.strength(sentence, language) for sentence in LISTS[language][kind]]


# --- the measures


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_has_sixty_sentences_of_each_kind_and_seventy_more(language: str) -> None:
    sizes = [len(set(LISTS[language][kind])) for kind in ("promising", "harmless", "more_promising", "more_harmless")]

    assert sizes == [60, 60, 70, 70]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["harmless", "more_harmless"])
def test_no_harmless_sentence_is_an_error(language: str, kind: str) -> None:
    assert strengths(language, kind).count("unmistakable") == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["promising", "more_promising"])
def test_at_least_ninety_per_cent_of_the_promising_are_seen(language: str, kind: str) -> None:
    found = strengths(language, kind)

    assert sum(1 for strength in found if strength) >= 0.9 * len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_ninety_per_cent_are_seen_by_who_did_not_know_the_detector(language: str) -> None:
    assert sum(1 for found in strengths(language, "promising")[30:] if found) >= 27


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["harmless", "more_harmless"])
def test_at_most_five_per_cent_of_the_harmless_are_warned_of(language: str, kind: str) -> None:
    found = strengths(language, kind)

    assert sum(1 for strength in found if strength) <= 0.05 * len(found)


SEEN = {"promising": (40, 40), "later_promising": (19, 18), "last_promising": (9, 11)}  # Danish, English


@pytest.mark.parametrize("kind", SEEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_as_many_blind_sentences_are_seen_as_we_say(language: str, kind: str) -> None:
    """The last list is what the detector sees in words that nobody had when it was made: about half. `rule.promise.why` says so."""
    found = [promises.strength(sentence, language) for sentence in BLIND[language][kind]]

    assert sum(1 for strength in found if strength) >= SEEN[kind][LANGUAGES.index(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_blind_harmless_sentence_is_told(language: str) -> None:
    harmless = [sentence for kind in ("harmless", "later_harmless", "last_harmless") for sentence in BLIND[language][kind]]
    found = [promises.strength(sentence, language) for sentence in harmless]

    assert len(set(harmless)) == 80
    assert found.count("unmistakable") == 0
    assert sum(1 for strength in found if strength) <= 0.05 * len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbooks_own_words_are_hardly_ever_taken_for_promises(language: str) -> None:
    """Thousands of sentences about leaders, posts and promises: none an error, fewer than one in five hundred a warning."""
    texts = [block.body.said_in(language) for block in content().blocks.values()]
    judged = [promises.strength(sentence, language) for text in texts for sentence in promises.sentences(text)]

    assert len(judged) > 3000
    assert judged.count("unmistakable") == 0
    assert sum(1 for found in judged if found) < len(judged) / 500


# --- one by one


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Vi garanterer alle et lederjob.", "unmistakable"),
    ("Bliv leder på fire måneder.", "unmistakable"),
    ("Du bliver afdelingsleder, når forløbet er slut.", "unmistakable"),
    ("Når forløbet er slut, bliver du leder.", "unmistakable"),
    ("Det er en genvej til toppen.", "hint"),
    ("Ingen går herfra uden et lederjob.", "hint"),
    ("Alle her får et forspring.", "hint"),
    ("Du skal vide, at vi garanterer dig et lederjob.", "unmistakable"),
    ("Vi tilbyder nogle af jer en lederstilling.", "hint"),
    ("Vi sikrer, at lederjob kan passes med små børn.", "hint"),
    ("Direktionen sikrer, at alle deltagere får fri.", ""),
    ("Vi garanterer ikke et lederjob.", ""),
    ("Får jeg et lederjob?", ""),
    ("»Får jeg et lederjob?«", ""),
    ("Vi garanterer fortrolighed.", ""),
    ("Hvis du får et lederjob undervejs, kan du blive på holdet.", ""),
    ("Bliver du leder en dag, har du øvet dig.", ""),
    ("Hvis du gennemfører, får du et lederjob.", "unmistakable"),
    ("Du får et lederjob, hvis du ikke springer fra.", "unmistakable"),
    ("Det er her, du skal være, hvis du vil være den næste afdelingschef.", "hint"),
    ("", ""),
])  # fmt: skip
def test_danish(sentence: str, expected: str) -> None:
    assert promises.strength(sentence, "da") == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("We guarantee everyone a leadership post.", "unmistakable"),
    ("It is a short cut to the top.", "hint"),
    ("Nobody leaves without a management job.", "hint"),
    ("The executive board makes sure that participants get time off.", ""),
    ("If you are offered a leadership post on the way, you may stay in the group.", ""),
    ("If you finish, you get a leadership post.", "unmistakable"),
    ("You get a leadership post if you do not drop out.", "unmistakable"),
    ("We don't guarantee a leadership post.", ""),
    ("We don’t guarantee a leadership post.", ""),
    ("Will I get a leadership post?", ""),
])  # fmt: skip
def test_english(sentence: str, expected: str) -> None:
    assert promises.strength(sentence, "en") == expected


def test_words_are_whole_words_in_any_case() -> None:
    pattern = detector.words("leder", r"chef\w*")

    assert [found[0] for found in pattern.finditer("LEDER, cheferne, lederen, souschef")] == ["LEDER", "cheferne"]


def test_a_language_without_a_detector_is_not_judged() -> None:
    assert promises.strength("Wir garantieren allen eine Führungsposition.", "de") == ""


def test_a_text_is_looked_at_sentence_by_sentence() -> None:
    text = "Vi lover fortrolighed. Alle får en plads.\n- Et lederjob er ikke målet; det er afklaring"

    assert [*promises.sentences(text)] == [
        "Vi lover fortrolighed.",
        "Alle får en plads.",
        "Et lederjob er ikke målet",
        "det er afklaring",
    ]


def test_a_long_sentence_is_shortened_where_it_is_shown() -> None:
    assert promises.shortened("ord " * 40) == ("ord " * 20).strip()[:79].rsplit(" ", 1)[0] + " …"
    assert promises.shortened("kort") == "kort"
    assert promises.shortened("x" * 80) == "x" * 80
    assert promises.shortened("x" * 81) == "x" * 79 + " …"
    assert promises.shortened(f"{'x' * 38} {'y' * 39} {'z' * 9}") == f"{'x' * 38} {'y' * 39} …"


def test_marks_of_a_list_or_a_rule_are_no_words() -> None:
    assert [*promises.sentences("> X er leder.\n---\n* XX")] == ["X er leder.", "XX"]


def test_a_text_for_every_language_is_read_in_each_of_the_organisations() -> None:
    assert [*promises.spoken(Text(everywhere="x"), ("da", "en"))] == [("da", "x"), ("en", "x")]
    assert [*promises.spoken(Text((("en", "y"),)), ("da",))] == [("en", "y")]


# --- in an organisation's files


def test_a_promise_in_a_field_is_an_error_where_it_stands() -> None:
    programme = "success_criteria:\n  - Alle trives.\n  - {da: Alle deltagere får en lederstilling., en: All is well.}"
    (finding,) = findings(programme=programme)

    assert (finding.rule, finding.level, finding.field) == ("promise", "error", "programme.success_criteria.1.da")
    assert (finding.place.line, finding.place.column) == (9, 12)
    assert said(finding).startswith("Her loves en stilling: »Alle deltagere får en lederstilling.«")


def test_a_hint_is_a_warning_that_can_be_accepted() -> None:
    name = "name: Genvej til toppen"

    assert found(programme=name) == ["promise warning organisation.yaml:7"]
    (finding,) = findings(programme=name, more="accept: {promise: Titlen er fra direktionen og bliver ændret.}")
    assert finding.accepted is not None


def test_an_error_cannot_be_accepted() -> None:
    programme = "success_criteria: [Alle deltagere får en lederstilling.]"
    levels = [
        (finding.rule, finding.level, finding.accepted) for finding in findings(programme=programme, more="accept: {promise: Vi vil det.}")
    ]

    assert levels == [("promise", "error", None), ("accepted-without-finding", "advice", None)]


@pytest.mark.parametrize(("programme", "more", "field"), [
    ("sponsor: {promise}", "", "programme.sponsor"),
    ("name: {promise}", "", "programme.name"),
    ("coordinator: {{name: {promise}, phone: '1'}}", "", "programme.coordinator.name"),
    ("seminar: {{place: {promise}}}", "", "programme.seminar.place"),
    ("", "privacy: {{controller: {promise}}}", "privacy.controller"),
    ("", "cohorts: {{egen: {{name: {promise}, based_on: acting-leaders}}}}", "cohorts.egen.name"),
    ("seminar: false", "accept: {{seminar-missing: {promise}}}", "accept.seminar-missing.reason"),
])  # fmt: skip
def test_every_kind_of_text_is_read(programme: str, more: str, field: str) -> None:
    promise = "Vi garanterer alle et lederjob."
    found_fields = [
        each.field
        for each in findings(programme=programme.format(promise=promise), more=more.format(promise=promise))
        if each.rule == "promise"
    ]

    assert found_fields == [field]


def test_the_texts_of_groups_are_read() -> None:
    promise = "Vi garanterer alle et lederjob."
    groups = TWO.replace("name: Hold 1", f"name: {promise}").replace("Hold 2,", f"Hold 2, places: {{2: {promise}}},")

    assert [each.field for each in findings(groups) if each.rule == "promise"] == ["groups.0.name", "groups.1.places.2"]


def with_insert(text: str) -> list[tuple[str, str]]:
    read = source(dict(folder()) | {"inserts/recruitment/our-words.da.md": text})
    return [(finding.level, str(finding.place)) for finding in judged(read) if finding.rule == "promise"]


def test_an_insert_is_read_line_by_line() -> None:
    insert = "---\ntitle: Vores ord\nplace: no-promise\n---\nVi er glade for jer.\n\nAlle deltagere får en lederstilling.\n"

    assert with_insert(insert) == [("error", "inserts/recruitment/our-words.da.md:7:1")]


def test_the_title_of_an_insert_is_read() -> None:
    insert = "---\ntitle: Genvej til toppen\nplace: no-promise\n---\nVi er glade for jer.\n"

    assert with_insert(insert) == [("warning", "inserts/recruitment/our-words.da.md:2:1")]


def test_empty_lines_before_the_first_words_are_counted() -> None:
    insert = "---\ntitle: Vores ord\nplace: no-promise\n---\n\n\nAlle deltagere får en lederstilling.\n"

    assert with_insert(insert) == [("error", "inserts/recruitment/our-words.da.md:7:1")]
