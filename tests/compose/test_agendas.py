"""An agenda on its page: what the time does not allow is said, with the reason."""

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
