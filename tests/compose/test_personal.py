"""What is made of the roster: named sheets for each group, and no name anywhere else."""

from functools import cache

from kit import compose
from kit.compose.personal import filled
from kit.model import sheets
from kit.model.book import Pack
from tests import composed
from tests.helpers import example, voice


@cache
def made() -> dict[str, Pack]:
    known = example("nordby")
    assert known.source.roster is not None
    packs = compose.personal(known.source.organisation, known.programme, known.library, voice("da"), known.source.roster)
    return {pack.name: pack for pack in packs}


def test_each_group_has_cards_attendance_and_certificates() -> None:
    assert set(made()) == {
        f"{kind}-{group}" for kind in ("name-cards", "attendance", "certificates") for group in ("kvinder", "hold-a", "hold-b")
    }


def test_a_mentor_and_the_mentees_have_a_card_each() -> None:
    cards = made()["name-cards-hold-b"].sheets[0].holds

    assert isinstance(cards, sheets.Cards)
    assert [card.text_md for card in cards.cards][:2] == ["Cæcilie Mentorholm", "Deltager Møller"]
    assert len(cards.cards) == 6


def test_attendance_has_a_row_a_person_and_a_column_a_meeting() -> None:
    form = made()["attendance-hold-a"].sheets[0].holds

    assert isinstance(form, sheets.Form)
    grid = form.fields[0]
    assert isinstance(grid, sheets.Grid)
    assert (len(grid.first), len(grid.head)) == (7, 4)


def test_a_certificate_names_the_person_and_leaves_no_blank() -> None:
    certificate = made()["certificates-kvinder"].sheets[0].holds

    assert isinstance(certificate, sheets.Prose)
    assert "**Deltager Ærø**" in certificate.body_md
    assert "fire møder, hvert på 3 timer" in certificate.body_md
    assert "[" not in certificate.body_md


def test_a_blank_is_filled_whatever_its_first_letter() -> None:
    assert filled("[Navn] og [navn], [ukendt]", {"navn": "Åse"}) == "Åse og Åse, [ukendt]"


def test_no_name_of_the_roster_is_in_the_public_packs_or_letters() -> None:
    known = example("nordby")
    assert known.source.roster is not None
    names = {person.name for person in known.source.roster.people}
    letters = compose.letters(known.source.organisation, known.programme, known.library, voice("da"))
    public = repr(composed.packs("nordby", "da")) + repr(letters) + repr(composed.book("nordby", "da"))

    assert not [name for name in names if name in public]
