"""What a page is found by besides its own words."""

from pathlib import Path

from kit import compose
from kit.model.book import Page
from tests import composed
from tests.helpers import known, voice

OWN_WORD = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag}
terms:
  mentee: {da: {singular: adept, definite: adepten, plural: adepter, definite_plural: adepterne}}
groups:
  - {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
"""


def page(id: str, language: str = "da") -> Page:
    return next(page for page in composed.book("nordby", language).pages if page.id == id)


def test_the_page_about_a_term_is_found_by_its_synonyms() -> None:
    assert "deltager, adept, protegé" in page("mentee").keywords
    assert "reflekterende team" in page("focus-round").keywords
    assert "assignment" in page("homework", "en").keywords


def test_a_page_with_a_term_in_its_title_is_found_by_its_synonyms_too() -> None:
    assert "adept" in page("fewer-mentees").echoes.split()
    assert "adept" not in page("fewer-mentees").keywords


def test_a_page_is_found_by_the_words_of_the_facts_it_cites_and_does_not_use() -> None:
    echoes = page("limits").echoes.split()

    assert echoes
    assert not {word for word in echoes if f" {word} " in page("limits").markdown.lower()}


def test_the_pages_of_a_group_are_found_by_its_name_and_place() -> None:
    assert "Kvinder i ledelse, 1., Rådhuset, byrådssalen" in page("groups/kvinder/meeting-1").keywords


def test_our_own_word_finds_what_the_organisation_calls_otherwise(tmp_path: Path) -> None:
    here = known(tmp_path, OWN_WORD)

    book = compose.book(here.source.organisation, here.programme, here.library, voice("da"))

    door = next(page for page in book.pages if page.id == "mentee")

    assert door.title == "Adept"
    assert "mentee" in door.keywords.split(", ")


def test_a_page_is_found_by_the_booklets_own_words_in_danish_alone() -> None:
    assert "håndplukket" in page("recruit-mentors").echoes.split()
    assert "håndplukket" not in page("recruit-mentors", "en").echoes.split()


def test_the_search_takes_synonyms_for_each_other() -> None:
    danish, english = (composed.book("nordby", language).synonyms for language in ("da", "en"))

    assert ("frist", "deadline", "tidsfrist") in danish
    assert ("mentee", "deltager", "adept", "protegé") in danish  # from the glossary
    assert ("deadline", "due") in english
    assert not [word for group in (*danish, *english) for word in group if " " in word]
