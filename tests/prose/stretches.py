"""Composed Markdown becomes stretches: paragraphs, list items, headings, tables, quoted speech, each by itself."""

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Literal

from kit.render import markdown

Kind = Literal["paragraph", "item", "heading", "table", "speech", "small"]

BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "caption",
    "dt",
    "dd",
    "div",
    "ul",
    "ol",
    "blockquote",
    "summary",
    "figcaption",
    "tr",
    "table",
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "summary"}
VOID = {"br", "hr", "img", "input", "col", "wbr"}
OWN_LINES = {"gm-r", "gm-how", "gm-what"}  # spans that the style sheets set on a line of their own
SKIPPED = {"svg", "script", "style", "pre", "code"}  # pre and code: what stands in files, in neither language


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words that stand together. `level` is a heading's (1–6)."""

    kind: Kind
    words: str
    level: int = 0


@cache
def stretches(text: str) -> tuple[Stretch, ...]:
    """What a reader sees of composed Markdown, in order."""
    return tuple(_Reader.read(markdown.html(text, level=2)))


class _Reader(HTMLParser):
    """Collects the words of each innermost block; what surrounds it decides its kind."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.around: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.found: list[Stretch] = []

    @classmethod
    def read(cls, html: str) -> list[Stretch]:
        reader = cls()
        reader.feed(html)
        reader.close()
        reader.settle()
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("class") or ""
        if tag in BLOCKS or name in OWN_LINES:
            self.settle()
        if tag == "br":
            self.words.append("\n")
        if tag not in VOID:
            self.around.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or any(name == tag and classes in OWN_LINES for name, classes in self.around[-1:]):
            self.settle()
        names = [name for name, _ in self.around]
        if tag in names:
            del self.around[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not SKIPPED & {name for name, _ in self.around}:
            self.words.append(data)

    def settle(self) -> None:
        words = re.sub(r"[ \t]+", " ", "".join(self.words).replace("\xad", "")).strip()
        self.words = []
        if words:
            self.found.append(Stretch(kind=self.kind(), words=" ".join(words.split()), level=self.level()))

    def level(self) -> int:
        return next((int(name[1]) for name, _ in reversed(self.around) if re.fullmatch("h[1-6]", name)), 0)

    def kind(self) -> Kind:
        tags = {name for name, _ in self.around}
        classes = set(" ".join(classes for _, classes in self.around).split())
        if tags & HEADINGS or "gm-cue" in classes:
            return "heading"
        if "gm-basis" in classes:
            return "small"
        if tags & {"table", "dt", "dd"} or "gm-hang" in classes:
            return "table"
        if "gm-say" in classes or "blockquote" in tags:
            return "speech"
        return "item" if "li" in tags else "paragraph"
