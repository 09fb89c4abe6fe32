"""The site stage beside bare `mkdocs build` of the same composed pages, with the same extensions and search, one process a language.

Ours: a book composed and rendered for each language of nordby, each in a process of its own. Bare: the same Markdown in a
folder, `mkdocs build -q` with Material as it comes, one language after the other.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kit import pipeline
from kit.model.book import Book
from kit.render.markdown import EXTENSION_CONFIGS, EXTENSIONS
from tests.helpers import HOME, ROOT, example

RUNS = 3


def main() -> None:
    books = [book for book, _ in pipeline.composed(example("nordby"), HOME)]
    with tempfile.TemporaryDirectory() as workplace:
        folder = Path(workplace)
        bare = [_bare(book, folder / f"bare-{book.language}") for book in books]
        pairs = [
            (_timed(lambda: _ours(folder)), _timed(lambda: [subprocess.run(command, check=True) for command in bare])) for _ in range(RUNS)
        ]
    ratios = sorted(ours / stock for ours, stock in pairs)
    pages = sum(len(book.pages) for book in books)
    spread = f"{ratios[0]:.2f} {ratios[len(ratios) // 2]:.2f} {ratios[-1]:.2f}"
    print(f"site stage ÷ bare mkdocs build, {pages} pages, both languages: {spread} (least, median, most)")


def _timed(work: object) -> float:
    assert callable(work)
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ours(folder: Path) -> None:
    """Compose and render, as a build does, the packs left out."""
    script = "import sys; from kit.cli import main; main()"
    out = folder / "site"
    subprocess.run(
        [sys.executable, "-c", script, "build", str(ROOT / "organisations" / "nordby"), "--only", "site", "--out", str(out), "-q"],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def _bare(book: Book, folder: Path) -> list[str]:
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
    (folder / "mkdocs.yml").write_text(json.dumps(settings, default=str), encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


if __name__ == "__main__":
    main()
