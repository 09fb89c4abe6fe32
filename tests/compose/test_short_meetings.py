"""In a short meeting of many an agenda leaves items out, and then the guide does not speak of them either."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kit import compose
from tests.helpers import known, voice

OF_EACH_KIND = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag}
groups:
  - {id: four, name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, LENGTH}
  - {id: three, name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04, meetings: 3, closing_conversations: true, LENGTH}
"""
LENGTHS = {"short": "hours: 2, mentees: 8", "middle": "hours: 2, mentees: 6", "long": "hours: 4, mentees: 4"}
SAID = {  # by guide and item of its agenda: what only that item is about
    ("aspiring-1", "writing"): ("Hvorfor mig, hvorfor nu?",),
    ("aspiring-2", "profession"): ("Ledelse som fag", "Find en sag", "vender vi kikkerten", "eget oplæg vokser"),
    ("aspiring-2", "map"): ("### Kortet", "et kort", "ikke kortet"),
    ("aspiring-2", "writing"): ("### Skriv", "Alle har skrevet ned"),
    ("aspiring-3", "ask-mentor"): ("### Spørg mentor", "stillet dig et spørgsmål", "deres tur til at spørge", "Ingen tør spørge"),
    ("aspiring-3", "balance"): ("### Gåturen", "går ud to og to", "Det regner", "rute til gåturen"),
    ("aspiring-3", "plans"): ("### Tre planer", "udkast til tre planer", "Sæt en finger", "kun har en plan A", "ét bogstav"),
    ("aspiring-3-last", "ask-mentor"): ("Når de spørger dig",),
    ("aspiring-3-last", "plans"): ("### Tre planer", "Planerne skriver de derhjemme"),
    ("aspiring-3-last", "plan-round"): ("### Planen i en sætning", "planerne bliver sagt højt", "Når planerne skal", "sige sin plan"),
    ("aspiring-3-last", "evaluation"): ("Slutmålingen svarer de på", "får slutmålingerne"),
    ("aspiring-4", "contact-map"): ("### Kortet over kontakter", "tegner jeres kontakter"),
    ("aspiring-4", "evaluation"): ("får slutmålingerne",),
}
LEFT_OUT = re.compile(r"^.*rækker ikke til.*$", re.MULTILINE)  # the agenda's own line of what it left out


@cache
def guides(length: str) -> dict[str, tuple[set[str], str]]:
    """By agenda: the items that were left out, and the guide."""
    with TemporaryDirectory() as folder:
        here = known(Path(folder), OF_EACH_KIND.replace("LENGTH", LENGTHS[length]))
    book = compose.book(here.source.organisation, here.programme, here.library, voice("da"))
    pages = {page.id: LEFT_OUT.sub("", page.markdown) for page in book.pages}
    return {
        meeting.agenda.template: ({gone.item for gone in meeting.agenda.dropped}, pages[f"groups/{group.id}/meeting-{meeting.number}"])
        for group in here.programme.groups
        for meeting in group.meetings
    }


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(("template", "item"), SAID)
def test_a_guide_speaks_of_an_item_when_its_agenda_has_it(template: str, item: str, length: str) -> None:
    left_out, guide = guides(length)[template]

    assert {words: words in guide for words in SAID[template, item]} == dict.fromkeys(SAID[template, item], item not in left_out)


def test_every_item_that_can_be_left_out_of_these_guides_is_looked_for() -> None:
    left_out = {(template, item) for length in LENGTHS for template, (items, _) in guides(length).items() for item in items}

    assert left_out <= set(SAID)
    assert {template for template, _ in left_out} == {template for template, _ in SAID}
