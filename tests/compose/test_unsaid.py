"""What an organisation has not said is a line to fill in or a phrase that stands by itself, never a word said twice."""

from pathlib import Path

import pytest

from kit import compose
from tests import composed
from tests.helpers import LEAST, example, known, voice


def page(name: str, language: str, id: str) -> str:
    return next(page.markdown for page in composed.book(name, language).pages if page.id == id)


def letter(name: str, language: str, id: str) -> list[tuple[str, ...]]:
    """The rows of a letter's table."""
    known = example(name)
    letters = compose.letters(known.source.organisation, known.programme, known.library, voice(language))
    return [row for text in letters if text.name == id for paragraph in text.paragraphs for row in paragraph.rows]


@pytest.mark.parametrize(("name", "language", "row"), [
    ("minimal", "da", "| Opdragsgiver |  |"),
    ("fjordene", "en", "| Sponsor |  |"),
    ("nordby", "da", "| Opdragsgiver | kommunaldirektøren |"),
    ("nordby", "en", "| Sponsor | the chief executive |"),
])  # fmt: skip
def test_the_mandate_names_the_sponsor_or_leaves_a_line(name: str, language: str, row: str) -> None:
    assert row in page(name, language, "mandate")


@pytest.mark.parametrize("letter_id", ["seminar-invitation", "seminar-reminder"])
@pytest.mark.parametrize(("name", "language", "row"), [
    ("minimal", "da", ("Sted", "[seminarets sted]")),
    ("fjordene", "en", ("Place", "Sydfjord Town Hall")),
])  # fmt: skip
def test_a_letter_names_the_seminars_place_or_leaves_a_bracket(name: str, language: str, row: tuple[str, str], letter_id: str) -> None:
    assert row in letter(name, language, letter_id)


def test_who_commissioned_it_is_not_said_twice() -> None:
    sheets = [repr(sheet) for pack in composed.packs("minimal", "da") for sheet in pack.sheets if sheet.id == "handout-h1"]

    assert sheets
    assert [sheet for sheet in sheets if "| Hvem har bestilt det (opdragsgiveren)? | Lilleby Kommune |" not in sheet] == []


@pytest.mark.parametrize(("language", "named"), [("da", "Seminaret for mentorer"), ("en", "The seminar for mentors")])
def test_nobody_is_invited_to_a_seminar_that_is_not_held(tmp_path: Path, language: str, named: str) -> None:
    without = LEAST.replace("Ledelsesgrundlag}", "Ledelsesgrundlag, seminar: false}")
    assert "seminar: false" in without

    said = []
    for text in (LEAST, without):
        here = known(tmp_path, text)
        letters = compose.letters(here.source.organisation, here.programme, here.library, voice(language))
        said.append(next(compose.mail(letter) for letter in letters if letter.name == "mentor-invitation"))

    assert [named in letter for letter in said] == [True, False]


@pytest.mark.parametrize(("language", "confirmed", "moved", "seminar"), [
    ("da", ("Du er på holdet »Hold 1« hos", "3. marts, 31. marts og 28. april", "[sted]"), "[dato]", "[seminarets sted]"),
    ("en", ("You are in the group ‘Hold 1’, mentored", "3 March, 31 March and 28 April", "[place]"), "[date]", "[the seminar’s place]"),
])  # fmt: skip
def test_a_letter_to_the_only_group_knows_its_dates(
    tmp_path: Path, language: str, confirmed: tuple[str, ...], moved: str, seminar: str
) -> None:
    """Where nobody has said a place there is a bracket; so is a day that only the sender knows, and the seminar's place is another."""
    here = known(tmp_path, LEAST)
    made = compose.letters(here.source.organisation, here.programme, here.library, voice(language))
    said = {letter.name: compose.mail(letter) for letter in made}
    pages = compose.book(here.source.organisation, here.programme, here.library, voice(language)).pages
    shown = next(page.markdown for page in pages if page.id == "letters")

    for words in confirmed:
        assert words in said["confirmation"]
        assert words in shown
    assert moved in said["moved-date"]
    assert seminar in said["seminar-invitation"]


@pytest.mark.parametrize(("places", "said"), [
    ("place: 'Byens *hus*'", "I finder os her: Byens *hus*."),
    ("format: online", "I finder os her: online."),
    ("places: {2: Kælderen}", "I finder os her: [sted]."),
])  # fmt: skip
def test_a_letter_to_the_only_group_knows_its_place(tmp_path: Path, places: str, said: str) -> None:
    here = known(tmp_path, LEAST.replace("2027-02-03}", f"2027-02-03, {places}}}"))
    made = compose.letters(here.source.organisation, here.programme, here.library, voice("da"))

    assert said in next(compose.mail(letter) for letter in made if letter.name == "meeting-reminder")


def test_a_letter_to_one_of_several_groups_leaves_its_dates_open() -> None:
    assert ("De næste", "[datoer]") in letter("nordby", "da", "confirmation")
