"""An agenda on its page: what the time does not allow is said, with the reason."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from kit import compose
from kit.pipeline import Known
from tests import composed
from tests.helpers import known, library, voice

SHORT = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag}
groups:
  - {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, mentees: 8, hours: 2.5}
"""
SAID = {
    "da": "150 minutter med otte deltagere rækker ikke til »Kortet: Hvem leder hvad hos os, og hvor kunne jeg være?«.",
    "en": "With eight in the group, 150 minutes leave no room for ‘The map: who leads what here, and where could I be?’.",
}


@pytest.mark.parametrize("language", SAID)
def test_what_goes_is_said_with_the_reason(tmp_path: Path, language: str) -> None:
    made = known(tmp_path, SHORT)

    book = compose.book(made.source.organisation, made.programme, made.library, voice(language))

    page = next(page for page in book.pages if page.id == "groups/hold-1/meeting-2")
    assert SAID[language] in page.markdown


CARDS = {"da": re.compile(r"faste punkter: \*(.+?)\*"), "en": re.compile(r"fixed points: \*(.+?)\*")}


@pytest.mark.parametrize("language", CARDS)
def test_the_cards_lie_as_the_agenda_runs(language: str) -> None:
    text = library().blocks["group-meetings/acting-1/before"].body.said_in(language)
    cards = CARDS[language].findall(text)[0].split(", ")
    points = [point for point, _ in groupby(item.point for item in library().agendas["acting-1"].items)]
    printed = [voice(language).say(f"point.{point}") for point in points]

    assert len(cards) == len(printed) == 4
    assert [(card, said) for card, said in zip(cards, printed, strict=True) if card[:4] not in said.lower()] == []


ONE_GROUP = """\
organisation: {name: Lilleby Kommune}
languages: [da, en]
programme: {strategy: {da: Grundlag, en: Charter}}
groups:
  - {id: hold, name: {da: Hold 1, en: Group 1}, cohort: COHORT, first_meeting: 2027-02-03, mentees: MENTEES, hours: HOURS}
"""
TURN = {"da": r": (\w+ runder, )?(\d+ minutter|ét minut) hver\.$", "en": r": (\w+ rounds, )?(\d+ minutes|one minute) each\.$"}


@pytest.mark.parametrize("language", TURN)
def test_everything_that_is_turns_says_how_long_one_is(language: str) -> None:
    made = composed.of_each_kind("in-person")
    agendas = [meeting.agenda for group in made.programme.groups for meeting in group.meetings]
    items = {(name, item.id): item for name, found in made.library.agendas.items() for item in found.items}
    turned = [item for found in agendas for slot in found.slots if (item := items[found.template, slot.item]).each or item.sharing]

    pages = [composed.guide(found.template, language, "in-person") for found in agendas]
    hows = re.findall(r'<span class="gm-how">([^<]*)</span>', "".join(pages))
    assert len([how for how in hows if re.search(TURN[language], how)]) == len(turned)


@pytest.mark.parametrize(
    ("mentees", "language", "expected"),
    [
        (6, "da", "Én i fokus ad gangen: tre runder, 20 minutter hver."),
        (5, "en", "One in focus at a time: two rounds, 20 minutes each."),
        (3, "da", "Én i fokus ad gangen: én runde, 20 minutter."),
        (3, "en", "One in focus at a time: one round, 20 minutes."),
    ],
)
def test_nobody_has_to_count_the_focus_rounds(tmp_path: Path, mentees: int, language: str, expected: str) -> None:
    made = third_meeting(tmp_path, "aspiring-leaders", mentees, 3)
    whole, programme = made.source.organisation, made.programme

    page = next(page for page in compose.book(whole, programme, made.library, voice(language)).pages if page.id == "groups/hold/meeting-3")
    guide = next(pack for pack in compose.packs(whole, programme, made.library, voice(language)) if pack.name == "mentor-guide-hold")

    assert expected in page.markdown
    assert expected in repr(guide)


ROUTE = {"da": r"(?:på|ude i) (\d+) minutter", "en": r"(?:Take a|route of|Spend|out for) (\d+)"}
IN_PAIRS = {
    "aspiring-leaders": {"da": "Gåturen: arbejde og liv", "en": "The walk: work and life"},
    "acting-leaders": {"da": "En onsdag to og to", "en": "One Wednesday in pairs"},
}


def third_meeting(folder: Path, cohort: str, mentees: int, hours: float) -> Known:
    told = {"COHORT": cohort, "MENTEES": str(mentees), "HOURS": str(hours)}
    return known(folder, re.sub("|".join(told), lambda found: told[found[0]], ONE_GROUP))


def third_guide(folder: Path, cohort: str, mentees: int, hours: float, language: str) -> str:
    made = third_meeting(folder, cohort, mentees, hours)
    book = compose.book(made.source.organisation, made.programme, made.library, voice(language))
    return next(page.markdown for page in book.pages if page.id == "groups/hold/meeting-3")


@pytest.mark.parametrize("language", ROUTE)
@pytest.mark.parametrize("cohort", IN_PAIRS)
@pytest.mark.parametrize(("mentees", "hours"), [(6, 3), (4, 3), (6, 4), (3, 2.5)])
def test_the_route_is_as_long_as_the_walk(tmp_path: Path, cohort: str, mentees: int, hours: float, language: str) -> None:
    page = third_guide(tmp_path, cohort, mentees, hours, language)

    row = next(line for line in page.splitlines() if IN_PAIRS[cohort][language] in line and "<tr" in line)
    before, exercise = (page.partition(f"{{ #{part} }}")[2].partition("\n## ")[0] for part in ("before", "exercise"))
    whole = int(re.findall(r'gm-min">(\d+)', row)[0])
    assert [int(found) for part in (before, exercise) for found in re.findall(ROUTE[language], part)] == [whole * 20 // 30] * 2


def test_a_guide_whose_walk_had_to_go_does_not_send_people_out(tmp_path: Path) -> None:
    page = third_guide(tmp_path, "aspiring-leaders", 8, 2, "da")

    assert "rækker ikke til" in page
    assert [words for words in ("rute", "regner", "Gåturen\n", "ud to og to", "ude i") if words in page] == []
