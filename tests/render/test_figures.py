"""Drawings from data: what they say, and that they say it in every colour, size and language."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kit.model.words import Text
from kit.render import figures
from tests.render.sample import GROUPS, NORDBY, THEMES, group, meeting, programme, voice

SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str, *, language: str = "da", of: object = None, **settings: object) -> ElementTree.Element:
    found = figures.drawn(of or programme(), voice(language), NORDBY, THEMES, **settings)  # type: ignore[arg-type]
    return ElementTree.fromstring(found[name])


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
        " Flyttet: den 6. maj er Kristi himmelfartsdag"
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

    assert "timeline" not in figures.drawn(programme(*groups), voice("da"), NORDBY, THEMES)


def test_long_words_break_at_their_seam() -> None:
    assert {"Leder-", "aspiranter,"} <= set(texts(drawn("timeline", seams=("leder|aspirant",))))


def test_a_name_of_any_length_stays_in_its_column() -> None:
    long = "Tværgående ledertalentudviklingsprogrammet " * 4 + "&<>\"'"
    figure = drawn("timeline", of=programme(group("a", long, meeting(1, 2, 3), meeting(2, 3, 3)), *GROUPS[1:]))

    heads = [element for element in figure.iter(f"{SVG}text") if element.get("x") == "72" and element.get("font-weight") == "600"]
    assert len(heads) == 4
    assert all(figures.breadth(element.text or "") <= 106 for element in heads)
    assert "&<>\"'" in told(figure)


@pytest.mark.parametrize("mentees", [1, 2, 3, 6, 7, 12, 20])
def test_the_group_model_draws_every_mentee_and_one_mentor(mentees: int) -> None:
    figure = drawn("group-model", of=programme(group("a", "Hold 1", meeting(1, 2, 3), mentees=mentees)))
    written, met, between = mentees, mentees, mentees if mentees > 1 else 0

    assert len(list(figure.iter(f"{SVG}circle"))) == 1 + written + met + between
    assert (figure.findtext(f"{SVG}title") or "").startswith("Én mentor og ")


def test_hours_are_drawn_to_one_scale() -> None:
    figure = drawn("hours")
    bars = [float(box.get("width", 0)) for box in figure.iter(f"{SVG}rect") if box.get("height") == "34"]

    assert [round(width / (386 / 60), 1) for width in bars] == [12, 8, 12, 27, 9, 24]
    assert {"32 timer", "51–60 timer", "Én til én, kort", "Gruppe: én mentor, fire møder"} <= set(texts(figure))
    assert told(figure) == (
        "Gruppe: én mentor, fire møder: 32 timer, heraf 12 til møder, 8 til forberedelse og 12 til træning."
        " Én til én, kort: 51–60 timer, heraf 18–27 til møder, 9 til forberedelse og 24 til træning."
    )


@pytest.mark.parametrize("name", ["timeline", "group-model", "hours"])
def test_colours_are_written_in_and_classes_follow_the_scheme(name: str) -> None:
    svg = figures.drawn(programme(), voice("da"), NORDBY, THEMES)[name]

    assert "var(" not in svg
    assert "style=" not in svg
    assert NORDBY.light.fill in svg
    for shape in re.findall(r"<(?:rect|circle|path|text)[^>]*>", svg):
        assert "class=" in shape, shape


@pytest.mark.parametrize("name", ["timeline", "group-model", "hours"])
def test_no_text_is_smaller_than_can_be_read_on_a_telephone(name: str) -> None:
    assert min(float(element.get("font-size", 0)) for element in drawn(name).iter(f"{SVG}text")) >= 13.9


def test_an_organisations_own_word_stands_in_the_drawing() -> None:
    figure = drawn("group-model", terms=lambda words: words.replace("mentee", "adept"))

    assert "adept" in texts(figure)
    assert "mentee" not in " ".join(texts(figure))


def test_a_group_named_in_one_language_keeps_its_name() -> None:
    named = group("a", Text((("da", "Hold Æ"), ("en", "Group Æ"))), meeting(1, 2, 3), meeting(2, 3, 3))

    assert "Group Æ" in texts(drawn("timeline", language="en", of=programme(named)))
