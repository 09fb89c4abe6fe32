"""The seminar pack holds all that its script asks for, in the number that its list says."""

import re
from pathlib import Path

import pytest

from kit import compose
from kit.compose.packs import seminar
from kit.model import sheets
from kit.model.book import Pack, Sheet
from tests import composed
from tests.helpers import known, voice

ORGANISATIONS = ("nordby", "minimal", "fjordene")
TWELVE = "organisation: {name: Lilleby Kommune}\nprogramme: {strategy: Ledelsesgrundlag}\ngroups:\n" + "".join(
    f"  - {{name: Hold {number}, cohort: aspiring-leaders, first_meeting: 2027-02-{number:02}}}\n"
    for number in (1, 2, 3, 4, 8, 9, 10, 11, 15, 16, 17, 18)
)


def pack(name: str) -> Pack:
    language = "en" if name == "fjordene" else "da"
    return next(pack for pack in composed.packs(name, language) if pack.name == "seminar-pack")


def twelve(folder: Path) -> Pack:
    """Twelve groups with a mentor each."""
    here = known(folder, TWELVE)
    made = compose.packs(here.source.organisation, here.programme, here.library, voice("da"))
    return next(pack for pack in made if pack.name == "seminar-pack")


def held(pack: Pack, id: str) -> Sheet:
    return next(sheet for sheet in pack.sheets if sheet.id == id)


def print_list(pack: Pack) -> dict[str, int]:
    table = held(pack, "print-list").holds
    assert isinstance(table, sheets.Table)
    return {sheet.split(" ")[0] if re.match(r"H\d|EV", sheet) else sheet: int(copies) for sheet, copies, _ in table.rows}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_sheet_that_the_script_names_is_in_the_pack(name: str) -> None:
    whole = pack(name)
    needs = " ".join(aside.text_md for sheet in whole.sheets if isinstance(sheet.holds, sheets.Script) for aside in sheet.holds.side)
    named = set(re.findall(r"\b(H\d+|EV)\b", needs))

    assert named
    assert {f"handout-{id.lower()}" for id in named} <= {sheet.id for sheet in whole.sheets}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_numbered_sheet_and_set_of_cards_stands_on_the_print_list(name: str) -> None:
    whole = pack(name)
    numbered = {sheet.strong for sheet in whole.sheets if sheet.id.startswith("handout-")}
    cut = {sheet.title for sheet in whole.sheets if isinstance(sheet.holds, sheets.Cards)}

    assert len(numbered) == 15
    assert numbered | cut <= set(print_list(whole))


def test_three_mentors_and_the_one_who_leads_are_four() -> None:
    listed = print_list(pack("nordby"))

    assert {name: listed[name] for name in ("H0", "H1", "H9", "EV", "Navneskilte", "Opgavekort til Det praktiske", "Seks dilemmaer")} == {
        "H0": 3,
        "H1": 4,
        "H9": 4,
        "EV": 3,
        "Navneskilte": 1,
        "Opgavekort til Det praktiske": 1,
        "Seks dilemmaer": 1,
    }


def test_one_mentor_needs_two_sets() -> None:
    listed = print_list(pack("minimal"))

    assert (listed["H0"], listed["H9"]) == (1, 2)


def test_twelve_mentors_sit_at_two_tables_and_in_two_circles(tmp_path: Path) -> None:
    listed = print_list(twelve(tmp_path))

    assert (listed["H9"], listed["Opgavekort til Det praktiske"], listed["Rollesedler til fokusrunden"], listed["Seks dilemmaer"]) == (
        13,
        2,
        2,
        4,
    )
    assert listed["Navneskilte"] == 2


def test_a_pair_shares_and_nobody_is_left_without() -> None:
    assert [seminar.copies("pairs", mentors) for mentors in (1, 2, 3, 12)] == [1, 1, 2, 6]


def test_the_cards_of_a_name_sheet_fill_the_sheet() -> None:
    cards = held(pack("nordby"), "name-cards").holds

    assert isinstance(cards, sheets.Cards)
    assert len(cards.cards) == 10


def test_a_sheet_to_write_on_has_lines_and_not_empty_cells() -> None:
    slip = held(pack("nordby"), "handout-h2").holds

    assert isinstance(slip, sheets.Form)
    asked = [field for field in slip.fields if isinstance(field, sheets.Lines)]
    assert [field.ask for field in asked][:2] == ["Hvor var vi, og hvad kunne jeg se?", "Hvad skete der, og hvad blev der sagt?"]
    assert all(field.lines >= 3 for field in asked)


def test_the_focus_round_is_a_card_with_words_to_say() -> None:
    card = held(pack("nordby"), "handout-h9").holds

    assert isinstance(card, sheets.Handout)
    assert [(step.minutes, step.title) for step in card.steps] == [
        (2, "Fortæl"),
        (5, "Spørg ind"),
        (8, "Tænk højt"),
        (4, "Svar"),
        (1, "Næste skridt"),
    ]
    assert card.steps[1].say == ("Spørg kun om det, du ikke ved.",)


def test_slides_show_the_clock_of_their_block() -> None:
    small = held(pack("nordby"), "slides").holds

    assert isinstance(small, sheets.SlidesSmall)
    assert 12 <= len(small.slides) <= 16
    assert (small.slides[0].start, small.slides[0].minutes) == ("8.30", 10)
