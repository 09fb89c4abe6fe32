"""What can be printed lies where people look for it, and every link to it leads to something that is made."""

import posixpath
import re

import pytest

from kit import compose
from tests import composed
from tests.helpers import example, voice

LANGUAGES = {"nordby": ("da", "en"), "minimal": ("da",), "fjordene": ("en",)}


HREF = re.compile(r'href="([^"]+)"')


def offered(organisation: str, language: str, kind: str = ".pdf") -> dict[str, set[str]]:
    """The files that each page links to, beside its words or among them, by their names below downloads/<language>/."""
    return {
        page.id: {
            posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
            .partition(f"downloads/{language}/")[2]
            .removesuffix(kind)
            for target in (*(link.target for link in page.downloads), *HREF.findall(page.markdown))
            if "downloads/" in target and target.endswith(kind)
        }
        for page in composed.book(organisation, language).pages
    }


@pytest.mark.parametrize(
    ("organisation", "language"), [(name, language) for name, languages in LANGUAGES.items() for language in languages]
)
def test_every_pdf_that_a_page_offers_is_made(organisation: str, language: str) -> None:
    made = {pack.name for pack in composed.packs(organisation, language)}

    assert set().union(*offered(organisation, language).values()) <= made


@pytest.mark.parametrize(
    ("organisation", "language"), [(name, language) for name, languages in LANGUAGES.items() for language in languages]
)
def test_every_pack_is_offered_on_some_page(organisation: str, language: str) -> None:
    packs = {pack.name for pack in composed.packs(organisation, language)}

    assert packs - set().union(*offered(organisation, language).values()) == set()


@pytest.mark.parametrize("kind", [".docx", ".txt"])
@pytest.mark.parametrize(
    ("organisation", "language"), [(name, language) for name, languages in LANGUAGES.items() for language in languages]
)
def test_every_letter_is_offered_where_its_words_stand(organisation: str, language: str, kind: str) -> None:
    known = example(organisation)
    letters = compose.letters(known.source.organisation, known.programme, known.library, voice(language))
    made = {f"letters/{letter.name}" for letter in letters}
    found = offered(organisation, language, kind)

    assert found["letters"] | found["news-text"] == made
    assert found["news-text"] == {"letters/news-text"}


def test_each_role_sees_its_own() -> None:
    found = offered("nordby", "da")

    assert "coordinator-guide" in found["hr"]
    assert "coordinator-guide" not in found["mentee"]
    assert {"mentor-guide-kvinder", "mentor-guide-hold-a", "mentor-guide-hold-b"} <= found["mentor"]
    assert "sponsor-brief" in found["sponsor"]


def test_a_groups_guide_offers_that_groups_packs_alone() -> None:
    assert offered("nordby", "da")["groups/hold-a/meeting-2"] == {"mentor-guide-hold-a", "mentee-workbook-hold-a"}


def test_a_homework_offers_the_workbook_that_it_is_written_in() -> None:
    assert offered("nordby", "da")["groups/hold-a/homework-1"] == {"mentee-workbook-hold-a"}
