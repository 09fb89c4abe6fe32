"""A page speaks of what the programme has: how its groups meet, whether they write, how many they are, who ends with a conversation."""

from pathlib import Path

import pytest

from kit import compose
from tests import composed
from tests.helpers import LEAST, example, known, voice

FOUR = LEAST.replace("first_meeting", "mentees: 4, first_meeting")
CONVERSATIONS = LEAST.replace("first_meeting", "meetings: 3, closing_conversations: true, first_meeting")
LOOSE = LEAST.replace("aspiring-leaders", "acting-leaders")
OWN_TYPE = "cohorts: {skrivende: {name: Ledere, based_on: acting-leaders, homework: written}}\n"
WRITING = LOOSE.replace("acting-leaders,", "skrivende,") + OWN_TYPE
TWO_MENTORS = LEAST.replace("first_meeting", "co_mentor: true, first_meeting")


def page(folder: Path, organisation_yaml: str, id: str) -> str:
    here = known(folder, organisation_yaml)
    book = compose.book(here.source.organisation, here.programme, here.library, voice("da"))
    return next(page.markdown for page in book.pages if page.id == id)


@pytest.mark.parametrize(("text", "said"), [(FOUR, True), (FOUR.replace("mentees: 4", "mentees: 5"), False)])
def test_fewer_than_five_are_told_that_no_figure_goes_on(tmp_path: Path, text: str, said: bool) -> None:
    assert ("hos jer går intet snit videre" in page(tmp_path, text, "what-the-sponsor-hears")) is said
    assert ("rapporten får ingen tal" in page(tmp_path, text, "watch-for-results")) is said
    assert ("jeres tal går ikke videre" in page(tmp_path, text, "evaluation")) is said
    assert ("»fire af fem« siger mere" in page(tmp_path, text, "watch-for-results")) is not said
    assert ("Fremmøde, korte målinger og" in page(tmp_path, text, "mandate")) is not said


@pytest.mark.parametrize(("text", "said"), [(LEAST, True), (CONVERSATIONS, False)])
def test_who_has_no_closing_conversations_is_told_so(tmp_path: Path, text: str, said: bool) -> None:
    assert ("Jeres forløb har ingen individuelle samtaler" in page(tmp_path, text, "closing-conversations")) is said


@pytest.mark.parametrize(("text", "tight"), [(LEAST, True), (LOOSE, False)])
def test_only_a_tight_agenda_shares_out_focus_rounds(tmp_path: Path, text: str, tight: bool) -> None:
    assert ("Fordel runderne på det første møde" in page(tmp_path, text, "focus-round")) is tight
    assert ("Et hold med løs dagsorden har ingen faste runder" in page(tmp_path, text, "focus-round")) is not tight
    assert ("kortet med fokusrunden" in page(tmp_path, text, "checklist-materials")) is tight
    assert ("til fokusrunder og åben samtale" in page(tmp_path, text, "fewer-mentees")) is tight


@pytest.mark.parametrize(("text", "writes"), [(LEAST, True), (WRITING, True), (LOOSE, False)])
def test_who_hands_nothing_in_is_not_told_to_read_the_real_answers(tmp_path: Path, text: str, writes: bool) -> None:
    assert ("før du læser de rigtige" in page(tmp_path, text, "sample-answers")) is writes
    assert ("Hos jer afleverer ingen noget" in page(tmp_path, text, "sample-answers")) is not writes
    assert ("Sådan er modellen, når holdet skriver" in page(tmp_path, text, "course-on-a-page")) is not writes


@pytest.mark.parametrize(("text", "words"), [
    (LEAST, ("hos [mentors navn]", "en mentor, der er klædt på", "med en erfaren leder og")),
    (TWO_MENTORS, ("hos [mentorernes navne]", "mentorer, der er klædt på", "med to erfarne ledere og")),
])  # fmt: skip
def test_two_mentors_are_two_in_letters_and_on_pages(tmp_path: Path, text: str, words: tuple[str, str, str]) -> None:
    here = known(tmp_path, text)
    made = compose.letters(here.source.organisation, here.programme, here.library, voice("da"))
    letters = {letter.name: compose.mail(letter) for letter in made}
    confirmed, promised, met = words

    assert confirmed in letters["confirmation"]
    assert promised in letters["mentee-invitation"]
    assert promised in page(tmp_path, text, "mandate")
    assert met in page(tmp_path, text, "what-is-it")
    assert met in page(tmp_path, text, "line-manager-sheet")


def test_the_poster_names_no_single_mentor() -> None:
    assert example("fjordene").source.organisation.groups[0].mentors == 2

    said = [repr(pack) for pack in composed.packs("fjordene", "en") if pack.name == "poster"]

    assert len(said) == 1
    assert "Your mentor" not in said[0]
