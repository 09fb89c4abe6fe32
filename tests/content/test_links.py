"""Links lead somewhere: `@targets` name pages, blocks on them, handouts and downloads that exist; composed pages point at each other."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache

import pytest

from kit.model.book import Page
from kit.render import markdown
from tests import composed, written
from tests.helpers import library
from tests.written import LANGUAGES, Piece

EXAMPLE = "nordby"
LINKING = [piece for piece in written.pieces() if any(written.TARGET.search(piece.said(language)) for language in LANGUAGES)]


@cache
def anchors() -> dict[str, set[str]]:
    """Every page of the outline with the names of the blocks on it, and of the forms and letters on theirs."""
    made = {
        "forms": {f"form-{form.id}" for form in library().forms},
        "letters": {f"letter-{letter.id}" for letter in library().letters},
    }
    return {
        page.id: {piece.block.rsplit("/", 1)[-1] for piece in page.pieces if piece.block} | made.get(page.id, set())
        for section in library().outline.sections
        for page in section.pages
    }  # fmt: skip


@pytest.mark.parametrize("piece", LINKING, ids=lambda piece: piece.name)
def test_every_target_exists(piece: Piece) -> None:
    targets = [target for language in LANGUAGES for target in written.TARGET.findall(piece.said(language))]

    assert [target for target in targets if not exists(target)] == []


@pytest.mark.parametrize("piece", LINKING, ids=lambda piece: piece.name)
def test_both_languages_link_to_the_same_places(piece: Piece) -> None:
    danish, english = ({*written.TARGET.findall(piece.said(language))} for language in LANGUAGES)

    assert danish == english


def test_every_next_page_exists() -> None:
    following = [page.next_page for section in library().outline.sections for page in section.pages if page.next_page]

    assert [page for page in following if page not in anchors() and page != "{next}"] == []


def test_every_page_that_a_seminar_block_names_exists() -> None:
    assert [block.id for block in library().seminar if block.page and block.page not in anchors()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_pages_point_at_pages_and_places_that_exist(language: str) -> None:
    pages = composed.book(EXAMPLE, language).pages
    ids = {page.path: set(re.findall(r'\bid="([^"]+)"', markdown.html(page.markdown))) for page in pages}

    assert [f"{page.id}: {target}" for page in pages for target in _targets(page) if not _stands(page, target, ids)] == []


def exists(target: str) -> bool:
    page, _, anchor = target.partition("#")
    if page.startswith("handout/"):
        return page.removeprefix("handout/") in {handout.id for handout in library().handouts}
    if page.startswith("download/"):
        return page.removeprefix("download/") in {pack.name for pack in library().outline.packs}
    return page in anchors() and (not anchor or anchor in anchors()[page] or anchor.startswith("term-"))


def _targets(page: Page) -> Iterator[str]:
    yield from re.findall(r'href="([^"]+)"', markdown.html(page.markdown))
    if page.following:
        yield page.following.target
    yield from _in(page.data)


def _in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (str(inner) for key, inner in value.items() if key == "target" and inner)
        for inner in value.values():
            yield from _in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _in(inner)


def _stands(page: Page, target: str, ids: dict[str, set[str]]) -> bool:
    if re.match(r"[a-z]+:", target) or "downloads/" in target:
        return True
    path, _, anchor = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    return there in ids and (not anchor or anchor in ids[there])
