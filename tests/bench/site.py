"""The site stage beside bare `mkdocs build` of the same composed pages, with the same extensions and search, one process a language.

Ours: a book composed and rendered for each language of nordby, each in a process of its own. Bare: the same Markdown in a
folder, `mkdocs build -q` with Material as it comes, one language after the other. The growth is of rendering alone.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import yaml

from kit import pipeline
from kit.model.book import Book, Chapter, Page
from kit.render import site
from kit.render.markdown import EXTENSION_CONFIGS, EXTENSIONS
from tests.helpers import HOME, ROOT, example

RUNS = 3
SIZES = (60, 240, 960)
CHAPTER = 12
SMALL = """\
# {title}

Hvad vil du?
{{: .gm-lede }}

## Spørg

- Hvad gør du nu?
- Hvem hjælper dig?

| Det sker | Det gør du |
|---|---|
| En tier | Vent |
"""


def main() -> None:
    books = [book for book, _ in pipeline.composed(example("nordby"), HOME)]
    with tempfile.TemporaryDirectory() as workplace:
        folder = Path(workplace)
        _ours(folder)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # of the largest process waited for
        commands = [bare(book, folder / f"bare-{book.language}") for book in books]
        pages = sum(len(book.pages) for book in books)
        for what, before in (("cold", lambda: shutil.rmtree(folder / "site")), ("nothing changed", lambda: None)):
            pairs = [(before(), _timed(lambda: _ours(folder)), _timed(lambda: _run(commands)))[1:] for _ in range(RUNS)]
            ratios = sorted(ours / stock for ours, stock in pairs)
            print(
                f"site stage ÷ bare mkdocs build, {pages} pages, both languages, {what}: "
                f"{ratios[0]:.2f} {ratios[len(ratios) // 2]:.2f} {ratios[-1]:.2f} (least, median, most)",
                flush=True,
            )
        print(f"peak memory of the largest process: {memory:.0f} MiB", flush=True)
        for size in SIZES:
            print(f"{size} small pages: {_growth(grown(books[0], size), folder / str(size)):.2f} × bare mkdocs build", flush=True)


def grown(book: Book, size: int) -> Book:
    """The book with so many small pages, in chapters of twelve."""
    pages = [small(book.pages[-1], number) for number in range(size)]
    parts = [tuple(pages[start : start + CHAPTER]) for start in range(0, size, CHAPTER)]
    chapters = tuple(Chapter(id=f"c{number}", title=f"Kapitel {number}", pages=part) for number, part in enumerate(parts))
    return replace(book, chapters=chapters)


def small(page: Page, number: int) -> Page:
    title, name = f"Side {number}", f"c{number // CHAPTER}/p{number}"
    markdown = SMALL.format(title=title)
    return replace(page, id=name, path=f"{name}.html", title=title, markdown=markdown, following=None, downloads=(), keywords="", echoes="")


def _growth(book: Book, folder: Path) -> float:
    """Rendering ÷ bare mkdocs build, each once in a process of its own."""
    process = get_context("spawn").Process(target=site.render, args=(book, HOME.themes, folder / "ours"))
    ours = _timed(lambda: (process.start(), process.join()))
    assert process.exitcode == 0
    assert len(list((folder / "ours").rglob("*.html"))) > len(book.pages)
    return ours / _timed(lambda: _run([bare(book, folder / "bare")]))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _run(commands: list[list[str]]) -> None:
    for command in commands:
        subprocess.run(command, check=True, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def _ours(folder: Path) -> None:
    """Compose and render, as a build does, the packs left out."""
    call = [sys.executable, "build.py", "build", "organisations/nordby", "--only", "site", "--out", str(folder / "site"), "-q"]
    subprocess.run(call, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def bare(book: Book, folder: Path, engine: str = "mkdocs") -> list[str]:
    """The pages as files, and the command that builds them with Material as it comes."""
    docs = folder / "docs"
    for page in book.pages:
        file = docs / page.path.replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    extensions = [{name: EXTENSION_CONFIGS.get(name, {})} for name in EXTENSIONS]
    settings = {
        "site_name": book.title,
        "use_directory_urls": False,
        "theme": {"name": "material", "language": book.language, "font": False},
        "markdown_extensions": extensions,
        "plugins": ["search"],
    }
    (folder / "mkdocs.yml").write_text(yaml.dump(settings), encoding="utf-8")  # functions as !!python/name
    return [sys.executable, "-m", engine, "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


if __name__ == "__main__":
    main()
