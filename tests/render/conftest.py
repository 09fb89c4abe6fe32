"""The sample book as a built site, once for all tests: each language in a process of its own, as in the product."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from kit.render import site
from tests.render import sample


def build(language: str, into: Path, options: dict[str, Any], surroundings: dict[str, str]) -> None:
    os.environ.update(surroundings)
    book = sample.book(language, **options)
    site.render(book, sample.THEMES, into / book.root)


@contextmanager
def processes() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        yield pool


def built(into: Path, *, languages: tuple[str, ...] = ("da", "en"), surroundings: dict[str, str] | None = None, **options: Any) -> Path:
    """The sample book in its languages, at `into`."""
    with processes() as pool:
        for work in [pool.submit(build, language, into, {"languages": languages, **options}, surroundings or {}) for language in languages]:
            work.result()
    return into


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Danish at the root, English below `en`, no address in the world; the two downloads are there as empty files."""
    into = built(tmp_path_factory.mktemp("site"))
    for language in ("da", "en"):
        pack = into / "downloads" / language / "seminar-pack.pdf"
        pack.parent.mkdir(parents=True)
        pack.touch()
    return into
