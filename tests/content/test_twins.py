"""Danish and English stand side by side, complete, with tags that are known."""

import re

import pytest

from kit.read.fields import AUDIENCES, BASES, COHORTS, PHASES
from tests import written
from tests.written import LANGUAGES, Piece

FEATURE = re.compile(r"F\d{3}")
PARTICIPANT = re.compile(r"\bparticipants?\b", re.IGNORECASE)
OF_THE_PILOT = re.compile(r"pilot|booklet", re.IGNORECASE)
SHORTEST_SENTENCE = 5  # words; fewer may well be the same in both languages


def test_every_block_has_its_twin_with_title_and_words() -> None:
    lacking = [
        f"{piece.file}.{language}.md" for piece in written.blocks() for language in LANGUAGES if not all(piece.words.get(language, ("",)))
    ]

    assert lacking == []


def test_every_text_of_a_data_file_stands_in_both_languages() -> None:
    lacking = []
    for file in written.data_files():
        said: dict[str, set[str]] = {}
        for path, language, text in written.texts(written.data(file.relative_to(written.HOME.content).as_posix())):
            if text.strip():
                said.setdefault(path, set()).add(language)
        lacking += [f"{file.name}{path}" for path, languages in said.items() if languages != set(LANGUAGES)]

    assert lacking == []


def test_no_sentence_stands_in_danish_in_the_english_twin() -> None:
    same = [
        f"{piece.place('en')}: {line}"
        for piece in written.pieces()
        for line in _lines(piece, "en") & _lines(piece, "da")
    ]  # fmt: skip

    assert same == []


def test_participants_are_those_of_the_pilot_and_ours_are_mentees() -> None:
    """As docs/prose.md has it: in words of our own a participant stands only where the pilot, or its booklet, is spoken of."""
    strangers = [
        piece.place("en")
        for piece in written.pieces()
        if piece.tags.get("basis") in {"own", "derived"}
        and PARTICIPANT.search(piece.said("en"))
        and not OF_THE_PILOT.search(f"{piece.name} {piece.said('en')}")
    ]

    assert strangers == []


def test_a_block_has_only_tags_that_we_know() -> None:
    known = {"title", "audience", "phase", "cohort", "basis", "facts", "sources", "features", "keywords", "heading"}

    assert {f"{piece.name}: {tag}" for piece in written.blocks() for tag in set(piece.tags) - known} == set()


@pytest.mark.parametrize("piece", [piece for piece in written.pieces() if piece.tags.get("basis")], ids=lambda piece: piece.name)
def test_tags_have_values_that_we_know(piece: Piece) -> None:
    tags = piece.tags

    assert tags["basis"] in BASES
    assert tags.get("cohort", "all") in COHORTS
    assert set(tags.get("audience", ())) <= set(AUDIENCES)
    assert tags.get("phase", "background") in (*PHASES, "M1", "M2", "M3", "M4", "any")
    assert all(FEATURE.fullmatch(feature) and "F001" <= feature <= "F106" for feature in tags.get("features", ()))


def test_an_english_block_says_nothing_but_title_and_keywords() -> None:
    twins = sorted((written.HOME.content / "blocks").rglob("*.en.md"))
    heads = {twin.name: twin.read_text(encoding="utf-8").split("\n---\n")[0] for twin in twins}

    assert [name for name, head in heads.items() if set(re.findall(r"^(\w+):", head, re.MULTILINE)) - {"title", "keywords"}] == []


def test_keywords_stand_in_both_languages_or_in_none() -> None:
    heads = [
        {
            language: (written.HOME.content / "blocks" / f"{piece.name}.{language}.md").read_text(encoding="utf-8").split("\n---\n")[0]
            for language in LANGUAGES
        }
        for piece in written.blocks()
        if set(piece.words) == set(LANGUAGES)
    ]

    assert [head for head in heads if len({"\nkeywords:" in said for said in head.values()}) > 1] == []


def _lines(piece: Piece, language: str) -> set[str]:
    lines = (" ".join(line.split()) for line in written.plain(piece.said(language)).splitlines())
    return {line for line in lines if len(re.findall(r"[^\W\d_]{2,}", line)) >= SHORTEST_SENTENCE}
