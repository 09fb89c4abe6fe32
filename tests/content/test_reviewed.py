"""A changed Danish text leaves its English twin stale until somebody has read the two side by side, one piece at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests import written
from tests.content import confirm, reviewed
from tests.content.reviewed import Line
from tests.written import Piece

MORNING = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
SENIORITY = Piece(
    name="recruitment/seniority",
    file="content/blocks/recruitment/seniority",
    tags={},
    words={"da": ("To år", "Det kræver mindst to år i huset."), "en": ("Two years", "It takes at least two years here.")},
)
ABSENCE = replace(
    SENIORITY, name="organisation/absence", words={"da": ("Afbud", "Ring til din mentor."), "en": ("Absence", "Ring your mentor.")}
)
PIECES = {piece.name: piece for piece in (SENIORITY, ABSENCE)}
FIRST = {name: f"{reviewed.digest(piece.said('da'))} {reviewed.digest(piece.said('en'))}" for name, piece in PIECES.items()}


def test_no_english_twin_lies_stale() -> None:
    first, lines = reviewed.kept()

    assert reviewed.stale(reviewed.readable(), first, lines) == []


def test_the_first_edition_is_closed() -> None:
    first, _ = reviewed.kept()

    assert reviewed.closed(first) == reviewed.FIRST_EDITION


def test_every_line_can_be_believed() -> None:
    _, lines = reviewed.kept()
    doubts = {line.piece: [*reviewed.doubts(line, lines[:number], reviewed.readable())] for number, line in enumerate(lines)}

    assert {piece: doubt for piece, doubt in doubts.items() if doubt} == {}


# --- how it works


def test_a_changed_danish_text_makes_its_twin_stale_by_name() -> None:
    changed = replace(SENIORITY, words={**SENIORITY.words, "da": ("To år", "Det kræver mindst tre år i huset.")})

    assert reviewed.stale({**PIECES, changed.name: changed}, FIRST, ()) == ["recruitment/seniority"]


def test_a_changed_english_text_or_line_break_makes_nothing_stale() -> None:
    changed = replace(SENIORITY, words={"da": ("To år", "Det kræver mindst\nto år i huset."), "en": ("Two years", "At least two years.")})

    assert reviewed.stale({**PIECES, changed.name: changed}, FIRST, ()) == []


def test_a_new_piece_is_stale_until_it_is_read() -> None:
    first = {name: digests for name, digests in FIRST.items() if name != SENIORITY.name}

    assert reviewed.stale(PIECES, first, ()) == [SENIORITY.name]
    assert reviewed.stale(PIECES, first, (read(SENIORITY, "mindst to år", "at least two years"),)) == []


def test_a_line_of_somebody_who_read_is_believed() -> None:
    assert [*reviewed.doubts(read(SENIORITY, "mindst to år", "at least two years"), (), PIECES)] == []


@pytest.mark.parametrize(
    ("danish", "english", "doubt"),
    [
        ("mindst fire år", "at least two years", "»mindst fire år« does not stand in da"),
        ("mindst to år", "no such words", "»no such words« does not stand in en"),
        ("huset", "at least two years", "»huset« is too short"),
    ],
)
def test_a_line_quotes_both_twins(danish: str, english: str, doubt: str) -> None:
    assert [*reviewed.doubts(read(SENIORITY, danish, english), (), PIECES)] == [doubt]


def test_confirming_in_bulk_is_not_believed() -> None:
    lines = (read(SENIORITY, "mindst to år", "at least two years"), read(ABSENCE, "din mentor", "your mentor"))

    assert [*reviewed.doubts(lines[1], lines[:1], PIECES)] == ["read in 0 seconds, and 5 are needed"]


def test_confirming_at_the_pace_of_reading_is_believed() -> None:
    lines = (read(SENIORITY, "mindst to år", "at least two years"), read(ABSENCE, "din mentor", "your mentor", after=5))

    assert [*reviewed.doubts(lines[1], lines[:1], PIECES)] == []


def test_a_text_that_grew_later_does_not_undo_its_older_line() -> None:
    grown = replace(ABSENCE, words={**ABSENCE.words, "da": ("Afbud", "Ring til din mentor. " * 200)})
    lines = (read(SENIORITY, "mindst to år", "at least two years"), read(ABSENCE, "din mentor", "your mentor", after=5))

    assert [*reviewed.doubts(lines[1], lines[:1], {**PIECES, grown.name: grown})] == []


def test_a_text_that_is_gone_takes_the_time_that_its_line_tells() -> None:
    long = replace(ABSENCE, words={"da": ("Ring til din mentor. " * 75,), "en": ("Ring your mentor now. " * 75,)})
    lines = (read(SENIORITY, "mindst to år", "at least two years"), read(long, "din mentor", "your mentor", after=59))

    assert [*reviewed.doubts(lines[1], lines[:1], PIECES)] == ["read in 59 seconds, and 60 are needed"]
    assert [*reviewed.doubts(replace(lines[1], at=MORNING + timedelta(seconds=60)), lines[:1], PIECES)] == []


def test_a_line_counts_the_words_of_the_text_that_stands() -> None:
    line = replace(read(SENIORITY, "mindst to år", "at least two years"), words=9)

    assert [*reviewed.doubts(line, (), PIECES)] == ["words must be 18"]


def test_a_line_has_read_what_it_weighed() -> None:
    grown = replace(SENIORITY, words={**SENIORITY.words, "da": ("To år", "Det kræver nu mindst to år i huset.")})
    line = replace(read(SENIORITY, "mindst to år", "at least two years"), words=6)

    assert [*reviewed.doubts(line, (), {grown.name: grown})] == ["more words were weighed than were read"]


def test_a_line_without_its_words_is_believed_only_if_it_is_old() -> None:
    line = replace(read(SENIORITY, "mindst to år", "at least two years"), words=None)

    assert [*reviewed.doubts(line, (), PIECES)] == ["words is missing"]
    assert [*reviewed.doubts(replace(line, at=reviewed.COUNTED_SINCE - timedelta(seconds=1)), (), PIECES)] == []


def test_a_phrase_cannot_be_weighed_twice() -> None:
    lines = (read(SENIORITY, "mindst to år", "at least two years"), read(SENIORITY, "Mindst to år", "it takes", after=60))

    assert [*reviewed.doubts(lines[1], lines[:1], PIECES)] == ["the phrases were weighed before"]


def test_a_long_piece_takes_its_time() -> None:
    long = replace(SENIORITY, words={"da": ("ord " * 300,), "en": ("word " * 300,)})

    assert reviewed.reading_time(reviewed.words_of(long)) == timedelta(minutes=1)


def test_more_than_one_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    names = [*reviewed.readable()][:2]

    assert confirm.main(names, MORNING) == 2
    assert "One piece at a time" in capsys.readouterr().err


def test_an_unknown_name_is_met_with_its_neighbour(capsys: pytest.CaptureFixture[str]) -> None:
    assert confirm.main(["recruitment/senority"], MORNING) == 2
    assert "recruitment/seniority" in capsys.readouterr().err


def test_a_fresh_piece_needs_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    first, lines = reviewed.kept()
    fresh = next(name for name in reviewed.readable() if name not in reviewed.stale(reviewed.readable(), first, lines))

    assert confirm.main([fresh, "--by", "XX", "mindst to år = at least two years"], MORNING) == 1
    assert "does not lie stale" in capsys.readouterr().err


def test_a_line_reads_as_it_was_written() -> None:
    line = read(SENIORITY, "mindst to år", "at least two years")
    node, problems = written.yaml.parse(f"confirmed:\n{reviewed.spelled(line)}", "reviewed.yaml", written.LIMITS)

    assert problems == ()
    assert written.yaml.plain(node)["confirmed"] == [
        {
            "piece": "recruitment/seniority",
            "da": line.da,
            "en": line.en,
            "by": "LM",
            "at": "2027-01-12T09:00:00+00:00",
            "words": 18,
            "weighed": {"da": "mindst to år", "en": "at least two years"},
        }
    ]


def read(piece: Piece, danish: str, english: str, after: int = 0) -> Line:
    """A line of LM's, so many seconds after nine."""
    digests = {language: reviewed.digest(piece.said(language)) for language in ("da", "en")}
    at, words = MORNING + timedelta(seconds=after), reviewed.words_of(piece)
    return Line(piece=piece.name, **digests, by="LM", at=at, weighed=(danish, english), words=words)
