"""A page speaks of what the programme has: how its groups meet, whether they write, how many they are, who ends with a conversation."""

import re
from pathlib import Path

import pytest

from kit import compose
from kit.model import sheets
from tests import composed
from tests.helpers import LEAST, example, known, voice

FOUR = LEAST.replace("first_meeting", "mentees: 4, first_meeting")
CONVERSATIONS = LEAST.replace("first_meeting", "meetings: 3, closing_conversations: true, first_meeting")
LOOSE = LEAST.replace("aspiring-leaders", "acting-leaders")
OWN_TYPE = "cohorts: {skrivende: {name: Ledere, based_on: acting-leaders, homework: written}}\n"
WRITING = LOOSE.replace("acting-leaders,", "skrivende,") + OWN_TYPE
TWO_MENTORS = LEAST.replace("first_meeting", "co_mentor: true, first_meeting")
SECOND = "  - {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}\n"
TWO_GROUPS = LEAST + SECOND
MIXED = CONVERSATIONS + SECOND


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


@pytest.mark.parametrize(("text", "said"), [(MIXED, True), (CONVERSATIONS, False), (LEAST, False)])
def test_a_mixed_programme_says_which_groups_end_with_conversations(tmp_path: Path, text: str, said: bool) -> None:
    assert ("Hos jer er det Hold 1, der har samtaler" in page(tmp_path, text, "closing-conversations")) is said


@pytest.mark.parametrize(("text", "said"), [(TWO_MENTORS, True), (LEAST, False)])
def test_two_mentors_agree_before_each_meeting_who_leads(tmp_path: Path, text: str, said: bool) -> None:
    here = known(tmp_path, text)
    meetings = [f"groups/{group.id}/meeting-{meeting.number}" for group in here.programme.groups for meeting in group.meetings]

    assert meetings
    assert all(("Aftal, hvem der fører, og hvem der lægger mærke til" in page(tmp_path, text, meeting)) is said for meeting in meetings)


def test_half_of_a_leaders_group_away_moves_the_meeting_as_the_page_about_absence_says(tmp_path: Path) -> None:
    """»To mangler i dag« kept the meeting, and in a group of four two are half."""
    four = FOUR.replace("aspiring-leaders", "acting-leaders")

    assert "| Halvdelen er væk | Sig det til tovholderen, som flytter mødet |" in page(tmp_path, four, "absence")
    assert "Er halvdelen væk, så ring til tovholderen, som flytter mødet." in page(tmp_path, four, "groups/hold-1/meeting-2")


@pytest.mark.parametrize(("text", "said"), [(TWO_MENTORS, True), (LEAST, False), (TWO_GROUPS, False)])
def test_two_mentors_of_the_only_group_speak_of_themselves(tmp_path: Path, text: str, said: bool) -> None:
    assert ("I kender begge holdet" in page(tmp_path, text, "mentor-meetings")) is said


@pytest.mark.parametrize(("text", "writes"), [(LEAST, True), (WRITING, True), (LOOSE, False)])
def test_who_hands_nothing_in_hears_of_no_deadline_and_of_no_themes_from_answers(tmp_path: Path, text: str, writes: bool) -> None:
    meetings, homework = page(tmp_path, text, "mentor-meetings"), page(tmp_path, text, "homework")

    assert ("et tema fra opgaverne" in meetings) is ("Fra opgaverne" in meetings) is ("Hvem der ikke afleverede" in meetings) is writes
    assert ("Har dit hold ikke afleveret siden sidst, så tag et tema fra det seneste møde." in meetings) is writes
    assert ("guiden til det næste møde, et tema fra det seneste møde" in meetings) is ("Fra det seneste møde" in meetings) is not writes
    assert ("Fristen står på arket" in homework) is ("Hvornår slettes det?" in homework) is writes
    assert ("Du afleverer ikke noget" in homework) is not writes


ANSWERS = (
    "Hjemmeopgaven ligner en eksamen",
    "Uklar længde og frist",
    "Mødet bliver en gennemgang",
    "Flere har ikke forberedt sig",
    "Uklart, hvem der læser",
)
WRITERS_TOO = LOOSE + SECOND


@pytest.mark.parametrize(("text", "writes"), [(LEAST, True), (WRITING, True), (LOOSE, False), (WRITERS_TOO, True)])
def test_who_hands_nothing_in_is_not_to_watch_for_answers(tmp_path: Path, text: str, writes: bool) -> None:
    watched = page(tmp_path, text, "watch-for-meetings")

    assert [title in watched for title in ANSWERS] == [writes] * len(ANSWERS)
    assert watched.count("Kun for hold, der afleverer.") == (len(ANSWERS) if text == WRITERS_TOO else 0)
    assert "en tanke ned" in watched


@pytest.mark.parametrize(("group", "writes"), [("kvinder", False), ("hold-a", True)])
def test_a_mentors_guide_watches_for_what_its_own_group_does_and_leaves_out_the_coordinators_points(group: str, writes: bool) -> None:
    guide = next(repr(pack) for pack in composed.packs("nordby", "da") if pack.name == f"mentor-guide-{group}")

    assert [title in guide for title in ANSWERS] == [writes] * len(ANSWERS)
    assert "Kun for hold, der afleverer." not in guide
    assert "Din tid slår ikke til" in guide
    assert "En mentor mangler tid" not in guide
    assert "En mentor fortæller, at en deltagers chef har spurgt" not in guide


def test_whom_a_point_is_for_stands_below_its_heading_and_not_in_it(tmp_path: Path) -> None:
    watched = page(tmp_path, WRITERS_TOO, "watch-for-meetings")
    sheet = next(pack.sheets[0].holds for pack in composed.packs("nordby", "da") if pack.name == "sheets/watch-for-meetings")

    assert len(re.findall(r"^### [^(\n]+ \{ #\S+ \}\n\nKun for hold, der afleverer\.\n\n\*\*Tegn", watched, re.MULTILINE)) == len(ANSWERS)
    assert isinstance(sheet, sheets.CheckSheet)
    assert [point.title.startswith(ANSWERS) for point in sheet.watch] == [bool(point.kept_for) for point in sheet.watch]
    assert not any("(" in point.title for point in sheet.watch)


def test_the_page_for_mentors_and_coordinator_has_the_points_of_both(tmp_path: Path) -> None:
    watched = page(tmp_path, LEAST, "watch-for-meetings")

    assert "Din tid slår ikke til" in watched
    assert "En mentor mangler tid" in watched


@pytest.mark.parametrize(("text", "said"), [(FOUR, True), (FOUR.replace("mentees: 4", "mentees: 5"), False)])
def test_fewer_than_five_have_no_averages_midway(tmp_path: Path, text: str, said: bool) -> None:
    midway = page(tmp_path, text, "mentor-meetings")

    assert (midway.count("Tal om, hvad I selv så.") == 2) is said
    assert ("Kun gennemsnit" in midway) is ("Se på gennemsnit" in midway) is not said


@pytest.mark.parametrize(("text", "tight"), [(LEAST, True), (LOOSE, False)])
def test_only_a_tight_agenda_promises_everyone_a_focus_round(tmp_path: Path, text: str, tight: bool) -> None:
    assert ("Alle får en, før det sidste møde er slut" in page(tmp_path, text, "meetings-overview")) is tight


@pytest.mark.parametrize(("text", "watching"), [
    (LEAST, ""),
    (TWO_MENTORS, ", mens den anden ser på"),
    (TWO_GROUPS, ", mens den anden ser på"),
    (TWO_MENTORS + SECOND, ", mens de andre ser på"),
])  # fmt: skip
def test_as_many_watch_at_the_seminar_as_there_are_other_mentors(tmp_path: Path, text: str, watching: str) -> None:
    assert f"til noget, mentoren er i tvivl om{watching}." in page(tmp_path, text, "seminar")


def test_the_answer_to_an_absence_and_the_page_about_it_say_the_same_of_the_next_meeting(tmp_path: Path) -> None:
    assert "begynder vi med dig" in page(tmp_path, LEAST, "letters")
    assert "begynder I dér med personen" in page(tmp_path, LEAST, "absence")


def test_the_seminar_has_the_same_name_in_the_glossary_whatever_its_length(tmp_path: Path) -> None:
    assert "### seminar for mentorer {" in page(tmp_path, LEAST, "glossary")


@pytest.mark.parametrize(("wish", "held"), [("", True), (", mentor_meetings: {before: false, after: false}", False)])
def test_mentor_meetings_are_spoken_of_where_they_are_held(tmp_path: Path, wish: str, held: bool) -> None:
    text = LOOSE.replace("strategy: Ledelsesgrundlag", f"strategy: Ledelsesgrundlag{wish}")
    pages = ("seminar", "mentor-role", "focus-round", "difficult-moments", "mentor-meetings")
    spoken = {name: page(tmp_path, text, name) for name in pages}

    assert ("Resten lærer mentorerne på mentormøderne" in spoken["seminar"]) is held
    assert ("er en del af opgaven og ikke et tilbud" in spoken["mentor-role"]) is held
    assert ("Fokusrunden bruger mentorerne selv" in spoken["focus-round"]) is held
    assert ("Tag det med til [mentormødet]" in spoken["difficult-moments"]) is held
    assert ("ingen mentormøder i kalenderen" in spoken["mentor-meetings"]) is not held
