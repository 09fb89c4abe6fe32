"""Composed books as Markdown, one file a book: what a reader sees, in a form that a person can read in a diff."""

from pathlib import Path

from kit import pipeline
from tests.helpers import HOME, example

HERE = Path(__file__).parent
BOOKS = (("minimal", "da"), ("fjordene", "en"), ("nordby", "da"), ("nordby", "en"))


def composed(name: str, language: str) -> str:
    """Every page of a book after the other, figures left out (they have tests of their own)."""
    book = next(book for book, _ in pipeline.composed(example(name), HOME) if book.language == language)
    return "\n".join(f"<!-- {page.path} -->\n\n{_without_figures(page.markdown)}" for page in book.pages)


def file(name: str, language: str) -> Path:
    return HERE / f"{name}.{language}.md"


def _without_figures(markdown: str) -> str:
    before, start, rest = markdown.partition("<svg")
    return f"{before}<svg … />{_without_figures(rest.partition('</svg>')[2])}" if start else before
