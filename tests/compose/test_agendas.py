"""An agenda on its page: what the time does not allow is said, with the reason."""

import re
from pathlib import Path

import pytest

from kit import compose
from tests.helpers import known, voice

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


ALL = """\
organisation: {name: Lilleby Kommune}
languages: [da, en]
programme: {strategy: {da: Grundlag, en: Charter}}
groups:
  - {id: tight, name: {da: Hold 1, en: Group 1}, cohort: aspiring-leaders, first_meeting: 2027-02-03}
  - {id: three, name: {da: Hold 2, en: Two}, cohort: aspiring-leaders, first_meeting: 2027-02-04, meetings: 3, closing_conversations: true}
  - {id: loose, name: {da: Hold 3, en: Group 3}, cohort: acting-leaders, first_meeting: 2027-02-05}
"""
TURN = {"da": r": (\w+ runder, )?(\d+ minutter|ét minut) hver\.$", "en": r": (\w+ rounds, )?(\d+ minutes|one minute) each\.$"}


@pytest.mark.parametrize("language", TURN)
def test_everything_that_is_turns_says_how_long_one_is(tmp_path: Path, language: str) -> None:
    made = known(tmp_path, ALL)
    items = {(name, item.id): item for name, found in made.library.agendas.items() for item in found.items}
    turned = [
        items[found.template, slot.item]
        for group in made.programme.groups
        for found in (meeting.agenda for meeting in group.meetings)
        for slot in found.slots
        if items[found.template, slot.item].each or items[found.template, slot.item].sharing
    ]

    book = compose.book(made.source.organisation, made.programme, made.library, voice(language))
    hows = re.findall(r'<span class="gm-how">([^<]*)</span>', "".join(page.markdown for page in book.pages if "/meeting-" in page.id))

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
    made = known(tmp_path, ALL.replace("first_meeting: 2027-02-03", f"first_meeting: 2027-02-03, mentees: {mentees}"))
    whole, programme = made.source.organisation, made.programme

    page = next(page for page in compose.book(whole, programme, made.library, voice(language)).pages if page.id == "groups/tight/meeting-3")
    guide = next(pack for pack in compose.packs(whole, programme, made.library, voice(language)) if pack.name == "mentor-guide-tight")

    assert expected in page.markdown
    assert expected in repr(guide)
