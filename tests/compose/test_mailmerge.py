"""Letters and calendars to each of the people: who gets which, what is filled in, and what stays for the sender."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from kit import compose
from kit.model.letter import LetterText
from kit.model.problem import Place
from kit.model.roster import Person, Roster
from kit.read.characters import curled
from tests import composed, written
from tests.helpers import example, voice

BLANK = re.compile(r"\[[^\]]+\]")
LANGUAGES = ("da", "en")


@cache
def known_roster() -> Roster:
    roster = example("nordby").source.roster
    assert roster is not None
    return roster


def made(roster: Roster | None = None, language: str = "da") -> dict[str, LetterText]:
    known = example("nordby")
    organisation = known.source.organisation
    letters = compose.personal_letters(organisation, known.programme, known.library, voice(language), roster or known_roster())
    return {letter.name: letter for letter in letters}


def said(letter: LetterText) -> str:
    return compose.mail(letter)


def changed(whom: str, **changes: object) -> Roster:
    """Nordby's people with one of them changed."""
    return Roster(people=tuple(replace(person, **changes) if person.name == whom else person for person in known_roster().people))


def test_a_confirmation_names_group_mentor_and_dates() -> None:
    letter = said(made()["confirmation/deltager-aeroe"])

    assert "Kære Deltager Ærø\n" in letter
    assert "Du er på holdet »Kvinder i ledelse« hos Åse Mentorsen." in letter
    assert "Første møde · onsdag den 3. februar 2027 kl. 16.00–19.00" in letter
    assert "De næste · 3. marts, 31. marts og 28. april" in letter
    assert "Sted · Rådhuset, byrådssalen" in letter
    assert "Sammen med · Deltager Bø, Deltager " in letter


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["confirmation", "seminar-invitation", "thanks", "thanks-mentor", "six-months", "certificate"])
def test_no_blank_is_left_in_letters_that_need_nothing_of_the_sender(kind: str, language: str) -> None:
    letters = [letter for name, letter in made(language=language).items() if name.startswith(f"{kind}/")]

    assert letters
    assert {blank for letter in letters for blank in BLANK.findall(said(letter) + letter.subject)} == set()


def test_what_only_the_sender_knows_stays() -> None:
    assert set(BLANK.findall(said(made()["mentor-invitation/aase-mentorsen"]))) == {
        "[Skriv gerne ét eksempel.]",
        "[arbejdstid / fritid]",
        "[dato]",
    }
    assert set(BLANK.findall(said(made()["mentee-invitation/deltager-aeroe"]))) == {"[Lederens navn]", "[arbejdstid / fritid]", "[dato]"}


@pytest.mark.parametrize(("language", "blank"), [("da", "[arbejdstid / fritid]"), ("en", "[working time / their own time]")])
def test_a_line_manager_is_told_all_but_what_the_organisation_decides(language: str, blank: str) -> None:
    letters = [letter for name, letter in made(language=language).items() if name.startswith("line-manager/")]

    assert letters
    assert [letter.name for letter in letters if BLANK.findall(said(letter) + letter.subject) != [blank]] == []


def test_a_line_manager_hears_of_each_mentee_whose_manager_is_known() -> None:
    letters = made()
    here = {name.partition("/")[2] for name in letters if name.startswith("line-manager/")}

    assert "Kære Ledda Linjeleder\n\nDeltager Clausen er med i Gruppementor i Nordby" in said(letters["line-manager/deltager-clausen"])
    assert here == {"-".join(person.name.lower().split()) for person in known_roster().people if person.reports_to} - {
        "deltager-ærø",
        "deltager-bø",
        "deltager-møller",
        "deltager-nør",
        "deltager-øst",
    } | {"deltager-aeroe", "deltager-boe", "deltager-moeller", "deltager-noer", "deltager-oest"}


def test_letters_go_to_the_roles_that_they_are_for() -> None:
    to = {(name.partition("/")[0], "mentor" if "mentor" in name.partition("/")[2] else "mentee") for name in made()}

    assert {role for kind, role in to if kind == "seminar-invitation"} == {"mentor"}
    assert {role for kind, role in to if kind == "confirmation"} == {"mentee"}
    assert {role for kind, role in to if kind == "thanks"} == {"mentee"}
    assert {role for kind, role in to if kind == "thanks-mentor"} == {"mentor"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mentor_is_not_thanked_as_one_who_looks_for_a_post(language: str) -> None:
    """One letter went to all: it told the mentor that the group was theirs now, and how to apply."""
    thanked = [said(letter) for name, letter in made(language=language).items() if name.startswith("thanks-mentor/")]

    assert thanked
    assert [letter for letter in thanked if re.search(r"søger du|you apply|Holdet er jeres|The group is yours", letter)] == []
    assert [letter for letter in thanked if not re.search(r"Slet det, holdet har skrevet|Delete what the group has written", letter)] == []


def test_who_has_left_gets_no_letter_and_no_calendar() -> None:
    roster = changed("Deltager Ærø", left=date(2027, 3, 1))

    assert not [name for name in made(roster) if name.endswith("deltager-aeroe")]
    assert "deltager-aeroe" not in calendars(roster)


def test_who_is_in_no_group_yet_is_invited_and_no_more() -> None:
    roster = changed("Deltager Ærø", group=None)

    assert [name.partition("/")[0] for name in made(roster) if name.endswith("deltager-aeroe")] == ["mentee-invitation"]


def test_two_of_one_name_get_a_file_each() -> None:
    both = [name for name in made(changed("Deltager Bø", name="Deltager Ærø")) if name.startswith("confirmation/deltager-aeroe")]

    assert both == ["confirmation/deltager-aeroe", "confirmation/deltager-aeroe-2"]


def test_a_name_is_words_and_nothing_else() -> None:
    letter = made(changed("Deltager Ærø", name="Bo **[sted]** {{ x }} <b>"))["confirmation/bo-sted-x-b"]

    assert letter.paragraphs[0].words == "Kære Bo **[sted]** {{ x }} <b>"


def test_a_group_without_a_mentor_in_the_roster_keeps_the_blank() -> None:
    without = Roster(people=tuple(person for person in known_roster().people if person.role != "mentor"))

    assert "« hos [mentors navn]." in said(made(without)["confirmation/deltager-aeroe"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_that_is_filled_stands_in_a_letter(language: str) -> None:
    letters = curled(" ".join(piece.said(language).lower() for piece in written.pieces() if piece.name.startswith("letters/")))
    blanks = [words for code, words in voice(language).sentences.items() if code.startswith("blank.")]

    assert [words for words in blanks if f"[{words}]" not in letters] == []


# --- calendars


def calendars(roster: Roster) -> dict[str, list[str]]:
    """The days of each person's calendar."""
    known = example("nordby")
    made = compose.personal_calendars(
        known.source.organisation, known.programme, known.library, voice("da"), composed.book("nordby", "da"), roster
    )
    return {calendar.name: [f"{entry.uid} {entry.on}" for entry in calendar.entries] for calendar in made}


def public(name: str) -> list[str]:
    known = example("nordby")
    made = compose.calendars(known.source.organisation, known.programme, known.library, voice("da"), composed.book("nordby", "da"))
    return [f"{entry.uid} {entry.on}" for calendar in made if calendar.name == name for entry in calendar.entries]


def test_a_personal_calendar_has_the_entries_of_the_role_under_their_own_uids() -> None:
    made = calendars(known_roster())

    assert made["deltager-aeroe"] == public("calendar-kvinder-mentee")
    assert made["aase-mentorsen"] == public("calendar-kvinder-mentor")
    assert len(made) == 20


def test_who_joined_late_has_no_dates_before_that() -> None:
    late = calendars(changed("Deltager Ærø", joined=date(2027, 3, 1)))["deltager-aeroe"]

    assert late == [entry for entry in public("calendar-kvinder-mentee") if entry[-10:] >= "2027-03-01"]
    assert late


def test_a_coordinator_has_every_date() -> None:
    someone = Person(id="T1", name="Tove Tovholder", role="coordinator", place=Place("roster.csv", 22))

    assert calendars(Roster(people=(someone,))) == {"tove-tovholder": public("calendar-coordinator")}
