"""Words with holes become words: our own templates are filled, links resolved, and only then what an organisation wrote put in.

A value stands as a slot (two private-use characters around its number) until the very end. So nothing that an
organisation wrote is ever read as template, term or link, and what is left of our own placeholders can be found.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kit.model.words import genitive
from kit.words import Voice

SLOT = re.compile("\ue000([0-9]+)\ue001")
LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(@([^)\s]+)\)")
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\]\(@|\]\(#\)")
ACTIVE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]|~^<>&"})
ROW = re.compile(r"^(?=\|.*[^-| :\n])\|(.+)\|$", re.MULTILINE)
UNESCAPED = re.compile(r"(?<!\\)\|")
LEADING = re.compile(r"^(?:\d+\. |\*\*[^*]+\*\* ?)")  # a number or a small heading
BETWEEN = re.compile(r"[.!?…][«’”]? (?=[A-ZÆØÅ»‘“*\[\ue000])")  # one sentence ends, another begins
ENDED = (".", "!", "?", "…", "«", "’", "”")
SHORTENED = ("kl.", "kr.", "min.", "f.eks.")
LINE_START = re.compile(r"^(\s*)([#+\-/=:]|[0-9]+[.)])", re.MULTILINE)


class Unfilled(Exception):
    """A placeholder of our own that nothing filled: a mistake in content, never in what an organisation wrote."""


def for_html(text: str) -> str:
    """Text as it must stand in HTML, attributes included."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


def for_markdown(text: str, *, begins: bool = True) -> str:
    """Text as it must stand in our Markdown so that it comes out as it went in: HTML and Markdown signs as references.

    `begins`: it may stand first on its line, where `1.`, `#` and `-` mean something.
    """
    line = " ".join(text.split()).translate(ACTIVE)
    return LINE_START.sub(lambda found: found[1] + "".join(f"&#{ord(sign)};" for sign in found[2]), line) if begins else line


def cell(words: str) -> str:
    """Words of ours as a table's cell (docs/prose.md): one thing has no full stop, several sentences have them all."""
    if BETWEEN.search(LEADING.sub("", words)):
        return words if words.endswith(ENDED) else f"{words}."
    return words.removesuffix(".") if " " in words and not words.endswith(SHORTENED) else words


def cells(words: str) -> str:
    """Our Markdown with the cells of its tables ended alike."""
    return ROW.sub(lambda row: f"|{'|'.join(f' {cell(part.strip())} ' for part in UNESCAPED.split(row[1]))}|", words)


class Filler:
    """Fills templates in one language. `terms` puts an organisation's own words for ours in, `link` resolves `@targets`."""

    def __init__(self, voice: Voice, terms: Callable[[str], str], link: Callable[[str, str], str]) -> None:
        self.slots: list[str] = []
        self.terms = terms
        self.link = link
        self.templates: dict[str, Template] = {}
        self.environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=self.slot, keep_trailing_newline=True)
        self.environment.globals.clear()
        self.environment.filters = {
            "words": voice.words,
            "ordinal": voice.ordinal,
            "genitive": lambda name: genitive(str(name), voice.language),
            "capital": lambda words: str(words)[:1].upper() + str(words)[1:],
        }

    def slot(self, value: object) -> str:
        self.slots.append(str(value))
        return f"\ue000{len(self.slots) - 1}\ue001"

    def markdown(self, words: str, scope: Mapping[str, Any]) -> str:
        """Words of ours as Markdown, filled from `scope`, links resolved."""
        return self._settle(
            self._links(cells(self._ours(words, scope))),
            lambda text, before: for_markdown(text, begins=not before.strip(" >*+-|.0123456789")),
        )

    def plain(self, words: str, scope: Mapping[str, Any]) -> str:
        """Words of ours as plain text (titles): values as they are."""
        return self._settle(self._ours(words, scope), lambda text, _: text)

    def _ours(self, words: str, scope: Mapping[str, Any]) -> str:
        if "{" not in words:  # most texts have no hole; compiling a template is the dear part
            return self.terms(words)
        if words not in self.templates:
            self.templates[words] = self.environment.from_string(words)
        return self.terms(self.templates[words].render(scope))

    def _links(self, words: str) -> str:
        return LINK.sub(lambda found: self.link(found[1], found[2]), words)

    def _settle(self, words: str, spelled: Callable[[str, str], str]) -> str:
        """The slots filled; `spelled` takes the text and what stands before it on its line."""
        left = LEFT_OVER.search(words)
        if left:
            raise Unfilled(words[max(0, left.start() - 40) : left.end() + 40])
        return SLOT.sub(
            lambda found: spelled(self.slots[int(found[1])], words[words.rfind("\n", 0, found.start()) + 1 : found.start()]), words
        )
