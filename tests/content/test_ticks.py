"""What can be ticked is something you do, so every tick begins with the verb. No exception is listed."""

import re
from collections.abc import Iterator

import pytest

from tests import written
from tests.written import LANGUAGES

CHECK = re.compile(r"^/// check\n(.*?)^///$", re.MULTILINE | re.DOTALL)
WHEN = re.compile(
    r"^(?:[\w ]+ før|Samme aften|Dagen efter|Midt imellem|[\w ]+ before|The same evening|The day after): "
)  # "Fire uger før: Aftal …" says first when
VERBS = {  # the imperatives that ticks begin with; a new one goes here
    "da": """
        aftal bed beslut bestil bevilg brug del find flyt fortæl få gem giv gør hæng hold hør lad lav lov luft lyt læg læs
        navngiv peg print regn ret ring riv saml se send sid sig skift skriv slet sluk slå smid spørg stil svar sæt tag tal tjek tæl tænk
        undgå vis vurder vælg vær åbn
    """,
    "en": """
        agree air answer arrange ask avoid be book bring change check choose collect count decide delete do draw email find fix gather
        get give grant hang have hear judge keep leave let listen look make move name note open place prepare print promise put read ring
        say schedule see send set share show sit sort start switch take talk tear tell think throw use work write
    """,
}


def ticks(language: str) -> Iterator[tuple[str, str]]:
    """(piece, words) of every tick: the bullets of `/// check`, and the points of a checklist of tasks."""
    for piece in written.pieces():
        if piece.file.startswith("content/blocks"):
            for box in CHECK.findall(piece.said(language) + "\n"):
                yield from ((piece.name, line.removeprefix("- ")) for line in box.splitlines() if line.strip())
    for file in sorted((written.HOME.content / "checklists").glob("*.yaml")):
        found = written.data(f"checklists/{file.name}")
        if found["kind"] == "tasks":
            yield from ((f"checklists/{file.stem}", point["title"][language]) for point in found["points"])


def first_word(tick: str) -> str:
    return re.findall(r"\w+", WHEN.sub("", tick))[0].lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tick_begins_with_a_verb(language: str) -> None:
    stating = [f"{name}: {words}" for name, words in ticks(language) if first_word(words) not in VERBS[language].split()]

    assert stating == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_verb_begins_a_tick(language: str) -> None:
    used = {first_word(words) for _, words in ticks(language)}

    assert sorted({*VERBS[language].split()} - used) == []


@pytest.mark.parametrize("words", ["Mentor er ikke chef for nogen.", "Fire uger før: Stolene står i rundkreds.", "De vil bruge tid."])
def test_a_statement_would_be_seen(words: str) -> None:
    assert first_word(words) not in VERBS["da"].split()
