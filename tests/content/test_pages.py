"""Composed pages: long enough to help, short enough to read, well headed, and each ends in a next step."""

import re
from collections.abc import Iterator

import pytest

from kit import compose
from kit.compose.making import SAY
from kit.model.book import Page
from kit.render import figures
from tests import composed, written
from tests.content import reach
from tests.helpers import HOME, example, library, voice
from tests.prose.measure import words
from tests.prose.stretches import Stretch, stretches
from tests.written import LANGUAGES

EXAMPLE = "nordby"
FEWEST, MOST = 150, 1200
LOOKED_UP = {  # pages for finding something, not for reading through, and why they may be shorter or longer
    "calendar": "every date",
    "overview": "every page",
    "checklists": "every list to tick",
    "deviations": "as long as the programme departs from the pilot",
    "forms": "a list of what to print",
    "rules": "every rule with its examples",
    "letters": "every letter in full",
    "glossary": "a dictionary",
    "sources": "a bibliography",
    "facts": "the whole ledger",
    "faq": "questions to look up",
    "questions": "the question bank",
    "sample-answers": "two answers for each assignment",
    "start-up": "a list for each role",
    "risks": "a register",
    "roles": "a table of all roles and phases",
    "watch-for-recruitment": "a checklist",
    "watch-for-meetings": "a checklist",
    "watch-for-results": "a checklist",
    "seminar": "the day with its papers",
}
HAS_ITS_OWN_STEP = ("front", "door")  # their panel is the next step
ALL = [(page, language) for language in LANGUAGES for page in composed.book(EXAMPLE, language).pages]
LAYOUTS = {page.id: page.layout for page, _ in ALL}


def named(value: object) -> str:
    return value.id if isinstance(value, Page) else str(value)


GUIDANCE = [(page, language) for page, language in ALL if page.id not in LOOKED_UP and page.layout not in HAS_ITS_OWN_STEP]
AGENDA = re.compile(r'<table class="gm-agenda".*?</table>', re.DOTALL)  # computed, not written


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_to_say_quote_others_with_the_inner_quotation_marks(language: str) -> None:
    said = [found["words"] for page, spoken in ALL if spoken == language for found in SAY.finditer(page.markdown)]

    assert [words for words in said if words != voice(language).aloud(words)] == []
    assert any("›" in words or "“" in words for words in said)


@pytest.mark.parametrize(("page", "language"), GUIDANCE, ids=named)
def test_a_page_of_guidance_has_150_to_1200_words(page: Page, language: str) -> None:  # noqa: ARG001
    said = [word for stretch in stretches(AGENDA.sub("", page.markdown)) for word in words(stretch.words)]

    assert FEWEST <= len(said) <= MOST


def test_pages_that_are_looked_up_exist() -> None:
    assert sorted(set(LOOKED_UP) - set(LAYOUTS) - {"facts"}) == []


@pytest.mark.parametrize(("page", "language"), ALL, ids=named)
def test_every_page_ends_in_a_next_step(page: Page, language: str) -> None:  # noqa: ARG001
    assert page.layout in HAS_ITS_OWN_STEP or (page.following is not None and page.following.words and page.following.target)


def test_every_page_that_is_a_next_step_says_so_in_words() -> None:
    silent = [
        page.id
        for section in library().outline.sections
        for page in section.pages
        if page.next_page and not page.each and not page.next_words
    ]

    assert silent == []


@pytest.mark.parametrize(("page", "language"), ALL, ids=named)
def test_headings_are_full_and_go_down_one_level_at_a_time(page: Page, language: str) -> None:  # noqa: ARG001
    assert [*_badly_headed(stretches(page.markdown))] == []


@pytest.mark.parametrize(("page", "language"), ALL, ids=named)
def test_a_page_begins_with_what_to_do(page: Page, language: str) -> None:  # noqa: ARG001
    first = next((stretch.kind for stretch in stretches(page.markdown) if stretch.kind != "heading"), "")

    assert first in ("paragraph", "item")


def test_no_block_lies_unused() -> None:
    outline = library().outline
    stand = {
        name
        for section in outline.sections
        for page in section.pages
        for name in _named_on(page.lead, *(piece.block for piece in page.pieces))
    }
    stand |= {
        name for pack in outline.packs for part in pack.parts for name in _named_on(part.lead, *(piece.block for piece in part.pieces))
    }
    stand |= {handout.block for handout in library().handouts}

    assert sorted(set(library().blocks) - stand) == []


def test_every_block_of_the_outline_is_written() -> None:
    outline = library().outline
    asked = {page.lead for section in outline.sections for page in section.pages if page.lead and page.layout not in HAS_ITS_OWN_STEP}
    asked |= {piece.block for section in outline.sections for page in section.pages for piece in page.pieces if piece.block}

    assert sorted(name for name in asked if "{" not in name and name not in library().blocks) == []


@pytest.mark.parametrize("piece", written.blocks(), ids=lambda piece: piece.name)
def test_headings_inside_a_block_begin_at_three(piece: written.Piece) -> None:
    lines = [line for language in LANGUAGES for line in piece.said(language).splitlines()]

    assert [line for line in lines if line.startswith(("# ", "## "))] == []


def _named_on(*blocks: str) -> Iterator[str]:
    """Block names as the outline gives them; one with `{template}` stands for those of every agenda."""
    for block in blocks:
        for agenda in library().agendas:
            for kind in ("aspiring-leaders", "acting-leaders"):
                yield block.replace("{template}", agenda).replace("{type}", kind)


def _badly_headed(found: tuple[Stretch, ...]) -> Iterator[str]:
    """Headings without words below them, and headings that skip a level. A cue (level 0) is no heading."""
    level = 0
    for here, after in zip(found, (*found[1:], None), strict=True):
        if here.kind != "heading" or here.level == 0:
            continue
        if here.level > level + 1:
            yield f"»{here.words}« is h{here.level} after h{level}"
        if after is None or (after.kind == "heading" and 0 < after.level <= here.level):
            yield f"nothing below »{here.words}«"
        level = here.level


def test_every_page_is_for_somebody() -> None:
    assert [page.id for page in reach.library().outline.sections for page in page.pages if not page.audience] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roles_page_tells_the_phases_in_the_order_of_its_drawing(language: str) -> None:
    page = next(page for page in composed.book(EXAMPLE, language).pages if page.id == "roles")
    drawn = figures.drawn(example(EXAMPLE).programme, library(), voice(language), compose.colours("#12527c"), HOME.themes)

    told = re.findall(r"^### (.+)$", page.markdown, re.MULTILINE)

    assert told == [row[0] for row in drawn["roles-phases"].rows]
    assert told[0] == {"da": "Organiseringen", "en": "Organising"}[language]


@pytest.mark.parametrize(("term", "block"), [
    ("selection-talk", "recruitment/selection-talk"),
    ("intro-phase", "design/phase-intro"),
    ("mandate", "organisation/mandate"),
])  # fmt: skip
def test_an_english_page_has_the_name_that_the_glossary_gives_its_subject(term: str, block: str) -> None:
    name = library().terms[term].word.said_in("en").singular

    assert name in library().blocks[block].title.said_in("en").lower()
