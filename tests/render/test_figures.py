"""Drawings from data: what they say, and that they say it in every colour, size and language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kit.model.book import Drawing
from kit.model.library import Library
from kit.model.programme import Agenda, Closed, Programme, Slot
from kit.model.words import Text, text
from kit.render import figures
from kit.render.figures.spoken import breadth
from tests.helpers import library
from tests.render.sample import GROUPS, NORDBY, THEMES, group, meeting, programme, voice

NAMES = ("timeline", "group-model", "hours", "seminar-day", "roles-phases", "cohorts", "chain")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str, *, language: str = "da", of: object = None, **settings: object) -> ElementTree.Element:
    return ElementTree.fromstring(drawings(language=language, of=of, **settings)[name].svg)


def drawings(*, language: str = "da", of: object = None, content: Library | None = None, **settings: object) -> Mapping[str, Drawing]:
    return figures.drawn(of or programme(), content or library(), voice(language), NORDBY, THEMES, **settings)  # type: ignore[arg-type]


def texts(figure: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in figure.iter(f"{SVG}text")]


def told(figure: ElementTree.Element) -> str:
    return figure.findtext(f"{SVG}desc") or ""


def test_the_timeline_holds_every_date() -> None:
    figure = drawn("timeline")

    assert figure.findtext(f"{SVG}title") == "Forløbet fra januar til maj 2027"
    assert told(figure) == (
        "Seminaret for mentorer er den 20. januar."
        " Kvinder i ledelse: møder den 3. februar, 3. marts, 31. marts og 28. april."
        " Lederaspiranter, hold A: møder den 4. februar, 4. marts og 1. april. Derefter samtaler fra den 12. april til den 22. april."
        " Lederaspiranter, hold B: møder den 11. februar, 11. marts, 8. april og 13. maj."
        " Flyttet: den 6. maj er Kristi himmelfartsdag."
    )
    assert {"Seminar for mentorer · 20. januar", "3. feb.", "28. apr.", "12.–22. apr.", "6. maj", "13. maj", "Jan.", "Maj"} <= set(
        texts(figure)
    )


def test_a_moved_meeting_leaves_dashes() -> None:
    figure = drawn("timeline")

    assert len([box for box in figure.iter(f"{SVG}rect") if box.get("stroke-dasharray")]) == 1
    assert "Flyttet: den 6. maj er Kristi himmelfartsdag" in texts(figure)


def test_the_timeline_speaks_english() -> None:
    figure = drawn("timeline", language="en")

    assert figure.get("lang") == "en"
    assert figure.findtext(f"{SVG}title") == "The programme from January to May 2027"
    assert "Seminar for mentors · 20 January" in texts(figure)


@pytest.mark.parametrize(("language", "called"), [("da", "individuelle samtaler"), ("en", "closing conversations")])
def test_its_table_calls_the_conversations_by_their_name(language: str, called: str) -> None:
    assert called in [what for _, what, _ in drawings(language=language)["timeline"].rows]


def test_a_programme_over_new_year_says_both_years() -> None:
    over = programme(group("a", "Hold 1", *(meeting(number, 2, number) for number in (1, 8))), seminar=date(2026, 11, 20))
    figure = drawn("timeline", of=over)

    assert figure.findtext(f"{SVG}title") == "Forløbet fra november 2026 til februar 2027"
    assert {"2026", "2027"} <= set(texts(figure))


def squares(figure: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(box.get("x", 0)), float(box.get("y", 0))) for box in figure.iter(f"{SVG}rect") if box.get("fill") == "#151d1c"]


@pytest.mark.parametrize("days", [7, 14, 28, 84])
def test_no_two_squares_of_a_group_touch(days: int) -> None:
    ordinals = [date(2027, 1, 5).toordinal() + days * number for number in range(8)]
    meetings = [meeting(number, date.fromordinal(day).month, 1) for number, day in enumerate(ordinals, 1)]
    placed = tuple(replace(one, on=date.fromordinal(day)) for one, day in zip(meetings, ordinals, strict=True))
    heights = sorted(y for _, y in squares(drawn("timeline", of=programme(group("a", "Hold 1", *placed), seminar=None))))

    assert len(heights) == 8
    assert min(after - before for before, after in pairwise(heights)) >= 26


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (7, 3), (12, 3)])
def test_many_groups_stand_at_most_three_abreast(count: int, columns: int) -> None:
    groups = [group(f"g{number}", f"Hold {number}", meeting(1, 2, 3), meeting(2, 3, 3)) for number in range(count)]

    assert len({x for x, _ in squares(drawn("timeline", of=programme(*groups)))}) == columns


def test_more_than_twelve_groups_are_better_read_as_a_list() -> None:
    groups = [group(f"g{number}", f"Hold {number}", meeting(1, 2, 3)) for number in range(13)]

    assert "timeline" not in drawings(of=programme(*groups))


def test_long_words_break_at_their_seam() -> None:
    assert {"Leder-", "aspiranter,"} <= set(texts(drawn("timeline", content=replace(library(), seams={"da": ("leder|aspirant",)}))))


def test_a_name_of_any_length_stays_in_its_column() -> None:
    long = "Tværgående ledertalentudviklingsprogrammet " * 4 + "&<>\"'"
    figure = drawn("timeline", of=programme(group("a", long, meeting(1, 2, 3), meeting(2, 3, 3)), *GROUPS[1:]))

    heads = [element for element in figure.iter(f"{SVG}text") if element.get("x") == "72" and element.get("font-weight") == "600"]
    assert len(heads) == 4
    assert all(breadth(element.text or "") <= 106 for element in heads)
    assert "&<>\"'" in told(figure)


@pytest.mark.parametrize("mentees", [1, 2, 3, 6, 7, 12, 20])
def test_the_group_model_draws_every_mentee_and_one_mentor(mentees: int) -> None:
    figure = drawn("group-model", of=programme(group("a", "Hold 1", meeting(1, 2, 3), mentees=mentees)))
    written, met, between = mentees, mentees, mentees if mentees > 1 else 0

    assert len(list(figure.iter(f"{SVG}circle"))) == 1 + written + met + between
    assert (figure.findtext(f"{SVG}title") or "").startswith("Én mentor og ")
    assert ("Mentor kan spørges, men styrer ikke" in told(figure)) == (mentees > 1)
    assert "mentoren" not in " ".join([*texts(figure), told(figure)]).lower()  # »mentor«, as the pages say


@pytest.mark.parametrize("mentees", [1, 2, 4, 5, 6, 12])
def test_the_group_model_draws_and_tells_of_two_mentors(mentees: int) -> None:
    second = replace(meeting(2, 3, 3), homework_due=date(2027, 3, 1))
    figure = drawn("group-model", of=programme(group("a", "Hold 1", meeting(1, 2, 3), second, mentees=mentees, mentors=2)))
    boxes = [box for box in figure.iter(f"{SVG}rect") if box.get("width") in {"28", "32"}]

    assert len(boxes) == (6 if mentees > 1 else 4)
    assert (figure.findtext(f"{SVG}title") or "").startswith("To mentorer og ")
    assert "Før mødet skriver hver mentee til mentorerne, som læser" in told(figure)
    assert [said for said in (*texts(figure), told(figure)) if re.search(r"\bmentor(en)?\b", said, re.IGNORECASE)] == [
        "mentor"
    ]  # the box's own name


def test_the_group_model_has_the_people_that_most_groups_have() -> None:
    shared = [group(f"g{number}", f"Hold {number}", meeting(1, 2, 3), mentors=2) for number in (1, 2)]
    figure = drawn("group-model", of=programme(group("a", "Hold 1", meeting(1, 2, 3)), *shared))

    assert (figure.findtext(f"{SVG}title") or "").startswith("To mentorer og seks mentees")


@pytest.mark.parametrize(("due", "before"), [(date(2027, 3, 1), "skriver hver mentee til mentor"), (None, "tænker hver mentee over")])
def test_the_group_model_writes_where_homework_is_due(due: date | None, before: str) -> None:
    second = replace(meeting(2, 3, 3), homework_due=due)

    assert before in told(drawn("group-model", of=programme(group("a", "Hold 1", meeting(1, 2, 3), second))))


def test_the_group_model_tells_what_groups_do_that_hand_nothing_in() -> None:
    writing = replace(meeting(2, 3, 3), homework_due=date(2027, 3, 1))
    groups = group("a", "Hold 1", meeting(1, 2, 3), writing), group("b", "Hold 2", meeting(1, 2, 3))
    said = "På hold, der ikke afleverer, tænker hver mentee over et spørgsmål for sig selv."

    assert [said in told(drawn("group-model", of=programme(*those))) for those in (groups, groups[:1])] == [True, False]


def test_hours_are_drawn_to_one_scale() -> None:
    figure = drawn("hours")
    bars = [float(box.get("width", 0)) for box in figure.iter(f"{SVG}rect") if box.get("height") == "34"]

    assert [round(width / (386 / 60), 1) for width in bars] == [12, 8, 12, 27, 9, 24]
    assert {"32 timer", "51–60 timer", "Én til én, kort", "Hold: én mentor, fire møder"} <= set(texts(figure))
    assert told(figure) == (
        "Hold: én mentor, fire møder: 32 timer, heraf 12 til møder, 8 til forberedelse og 12 til kursus og mentormøder."
        " Én til én, kort: 51–60 timer, heraf 18–27 til møder, 9 til forberedelse og 24 til kursus og mentormøder."
    )


@pytest.mark.parametrize("name", NAMES)
def test_colours_are_written_in_and_classes_follow_the_scheme(name: str) -> None:
    svg = drawings(of=with_a_day())[name].svg

    assert "var(" not in svg
    assert "style=" not in svg
    assert NORDBY.light.fill in svg
    for shape in re.findall(r"<(?:rect|circle|path|text)[^>]*>", svg):
        assert "class=" in shape, shape


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_can_be_read_on_a_telephone(name: str) -> None:
    assert min(float(element.get("font-size", 0)) for element in drawn(name, of=with_a_day()).iter(f"{SVG}text")) >= 13.9


def test_an_organisations_own_word_stands_in_the_drawing() -> None:
    figure = drawn("group-model", terms=lambda words: words.replace("mentee", "adept"))

    assert "adept" in texts(figure)
    assert "mentee" not in " ".join(texts(figure))


def test_a_group_named_in_one_language_keeps_its_name() -> None:
    named = group("a", Text((("da", "Hold Æ"), ("en", "Group Æ"))), meeting(1, 2, 3), meeting(2, 3, 3))

    assert "Group Æ" in texts(drawn("timeline", language="en", of=programme(named)))


# --- the same content as a table


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_number_in_a_drawing_stands_in_its_table(name: str, language: str) -> None:
    found = drawings(language=language, of=with_a_day())[name]
    table = " ".join(word for row in (found.head, *found.rows) for word in row)

    assert found.rows
    assert {len(row) for row in found.rows} == {len(found.head)}
    shown = {number for words in texts(ElementTree.fromstring(found.svg)) for number in re.findall(r"\d+", words)}
    assert shown - set(re.findall(r"\d+", f"{table} {found.caption} {told(ElementTree.fromstring(found.svg))}")) == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_has_a_title_and_says_all_in_words(name: str) -> None:
    figure = drawn(name, of=with_a_day())
    ids = (figure.get("aria-labelledby") or "").split()

    assert figure.get("role") == "img"
    assert [element.get("id") for element in (figure.find(f"{SVG}title"), figure.find(f"{SVG}desc")) if element is not None] == ids
    assert figure.findtext(f"{SVG}title")
    assert len(told(figure).split()) > 20


# --- where nobody meets


def test_closed_days_are_grey_and_told() -> None:
    closed = (
        Closed(first=date(2027, 2, 15), last=date(2027, 2, 19)),
        Closed(first=date(2027, 3, 22), last=date(2027, 3, 28), name=text("påskeferien")),
    )
    figure = drawn("timeline", of=replace(programme(), closed=closed))
    grey = [box for box in figure.iter(f"{SVG}rect") if box.get("fill") == "#ededed"]

    assert len(grey) == 2
    assert {"Lukket", "Ferie"} <= set(texts(figure))
    assert "Gråt: lukket (15.–19. feb.); påskeferien (22.–28. mar.)" in " ".join(texts(figure))
    assert told(figure).endswith("Gråt: lukket (15.–19. feb.); påskeferien (22.–28. mar.).")


def test_a_closed_day_outside_the_programme_draws_nothing() -> None:
    figure = drawn("timeline", of=replace(programme(), closed=(Closed(first=date(2027, 8, 1), last=date(2027, 8, 5)),)))

    assert not [box for box in figure.iter(f"{SVG}rect") if box.get("fill") == "#ededed"]


# --- the seminar's day


def with_a_day(*minutes: int) -> Programme:
    """The sample with a seminar of so many minutes an item, the second one a pause."""
    found = programme()
    assert found.seminar
    slots = tuple(
        Slot(item=f"i{number}", title=text(f"Punkt {number}"), start=time(8 + number), minutes=length, pause=number == 1)
        for number, length in enumerate(minutes or (30, 15, 45))
    )
    agenda = Agenda(template="seminar", minutes=sum(slot.minutes for slot in slots), slots=slots)
    return replace(found, seminar=replace(found.seminar, agenda=agenda))


def test_the_day_is_drawn_to_scale() -> None:
    figure = drawn("seminar-day", of=with_a_day(30, 15, 45))
    bars = [float(box.get("height", 0)) + 2 for box in figure.iter(f"{SVG}rect")]

    assert [round(high / bars[1], 2) for high in bars] == [2, 1, 3]
    assert [box.get("fill") for box in figure.iter(f"{SVG}rect")] == [NORDBY.light.fill, "#ffffff", NORDBY.light.fill]
    assert texts(figure)[:3] == ["8.00", "Punkt 0", "30"]
    assert (
        told(figure) == "Kl. 8.00: Punkt 0, 30 minutter. Kl. 9.00: Punkt 1, 15 minutter. Kl. 10.00: Punkt 2, 45 minutter. Slut kl. 12.30."
    )


def test_no_seminar_no_day() -> None:
    assert "seminar-day" not in drawings(of=programme(seminar=None))


# --- roles, cohort types, the chain


def test_every_role_stands_in_its_phases() -> None:
    found = drawings()["roles-phases"]
    tasks = [task for task in library().roles if task.tags.cohort in ("all", "aspiring-leaders")]
    counted = [int(cell) for row in found.rows for cell in row[1:] if cell != "–"]

    assert found.head == ("Del af forløbet", "Tovholder", "Mentor", "Mentee", "Nærmeste leder", "Opdragsgiver")
    assert sum(counted) == len(tasks)
    assert sorted(words for words in texts(drawn("roles-phases")) if words.isdigit()) == sorted(map(str, counted))


def test_the_tight_agenda_stands_beside_the_loose_one() -> None:
    found = drawings()["cohorts"]
    minutes = {name: sum(int(row[2]) for row in found.rows if row[0] == name) for name in ("Lederaspiranter", "Ledere i dag")}
    items = [row[0] for row in found.rows]

    assert minutes == {"Lederaspiranter": 180, "Ledere i dag": 180}
    assert items.count("Lederaspiranter") > items.count("Ledere i dag")


def test_the_chain_is_the_blocks_own_table() -> None:
    found = drawings()["chain"]

    assert found.head == ("Når", "så", "og det kan I se på")
    assert len(found.rows) == 6
    assert all(f"| {' | '.join(row)} |" in library().blocks["design/chain-of-change"].body.said_in("da") for row in found.rows)


def test_content_without_the_chain_draws_none() -> None:
    without = {name: block for name, block in library().blocks.items() if name != "design/chain-of-change"}

    assert "chain" not in drawings(content=replace(library(), blocks=without))
