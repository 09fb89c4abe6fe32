"""The one Markdown of the product: composed Markdown becomes HTML, the same for the site and for print.

It is Python-Markdown with tables, attributes, ids that keep their Danish letters, and the five blocks that `content/README.md`
describes (`/// say`, `watch`, `ask`, `check`, `note`); what is made from data may fold (`fold`). Raw HTML of the composer passes untouched.
MkDocs gets `EXTENSIONS` and `EXTENSION_CONFIGS`; print calls `html`.
"""

import string
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block
from pymdownx.slugs import slugify

EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc", "kit.render.markdown")
EXTENSION_CONFIGS: dict[str, dict[str, Any]] = {"toc": {"slugify": slugify(case="lower"), "permalink": False}}

# After the inline patterns (20), before attr_list (8) and toc (5), which gives the ids.
AFTER_INLINE = 15
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html(text: str, *, level: int = 2, prefix: str = "") -> str:
    """Composed Markdown as HTML. `##` becomes a heading of `level`; `prefix` keeps the ids of several texts on one sheet apart."""
    plain = slugify(case="lower")
    toc = {"baselevel": level - 1, "slugify": lambda value, separator: prefix + plain(value, separator)}
    return markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs=EXTENSION_CONFIGS | {"toc": toc}, output_format="html")


class Say(Block):  # type: ignore[misc]
    """Words to say aloud; the argument is the cue: when, or to whom."""

    NAME = "say"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        said = SubElement(parent, "div", {"class": "gm-say"})
        if self.argument:
            SubElement(said, "p", {"class": "gm-cue"}).text = self.argument
        return said


class Watch(Block):  # type: ignore[misc]
    """What to watch for and what to do then; the argument is the heading in the reader's language."""

    NAME = "watch"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        watch = SubElement(parent, "div", {"class": "gm-watch"})
        if self.argument:
            SubElement(watch, "h3", {"class": "gm-watch-title"}).text = self.argument
        return watch


class Note(Block):  # type: ignore[misc]
    """A note for the one who leads: folded on screen, open in print."""

    NAME = "note"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        note = SubElement(parent, "details", {"class": f"gm-{self.NAME}"})
        SubElement(note, "summary").text = self.argument
        return note


class Fold(Note):
    """A long text that is looked up one at a time: folded on screen, set like any other in print."""

    NAME = "fold"


class Lists(Block):  # type: ignore[misc]
    """A block around one list. The wrapper is dropped and the list gets the class: see `Shapes`."""

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": f"gm-only-{self.NAME}"})


class Ask(Lists):
    """Questions to choose from."""

    NAME = "ask"


class Check(Lists):
    """Things to tick, verb first."""

    NAME = "check"


BLOCKS = (Say, Watch, Ask, Check, Note, Fold)


class Components(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: markdown.Markdown, block_mgr: Any) -> None:  # noqa: ARG002, N802
        for block in BLOCKS:
            block_mgr.register(block, {})


class Shapes(Treeprocessor):
    """Gives finished elements the form the style sheets expect: lists, tables and headings."""

    def run(self, root: Element) -> None:
        unwrap_lists(root)
        for ticks in with_class(root, "ul", "gm-check"):
            for item in ticks.findall("li"):
                tickable(item)
        for table in root.iter("table"):
            shape_table(table, [self.plain(head) for head in table.findall("thead/tr/th")])
        if root.find(".//h1") is not None:
            step_headings(root)
        else:
            settle_watch_headings(root)

    def plain(self, element: Element) -> str:
        """The words of an element for an attribute: entities kept, raw tags left out."""
        stashed = self.md.htmlStash.rawHtmlBlocks
        kept = {HTML_PLACEHOLDER % number: raw for number, raw in enumerate(stashed) if isinstance(raw, str) and raw.startswith("&")}
        return HTML_PLACEHOLDER_RE.sub(lambda found: found.group() if found.group() in kept else "", spoken(element))


class Ours(Extension):
    """The blocks and shapes as one Python-Markdown extension, by the name `kit.render.markdown`."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        Components().extendMarkdown(md)
        md.set_output_format("html")
        md.ESCAPED_CHARS = list(string.punctuation)  # as in CommonMark: a backslash takes the meaning of any sign away
        md.block_level_elements.append("svg")  # a figure on its own line is no paragraph
        md.treeprocessors.register(Shapes(md), "gm-shapes", AFTER_INLINE)


def makeExtension(**settings: Any) -> Extension:  # noqa: N802
    return Ours(**settings)


def with_class(root: Element, tag: str, name: str) -> Iterator[Element]:
    return (element for element in root.iter(tag) if element.get("class") == name)


def unwrap_lists(parent: Element) -> None:
    """`<div class="gm-only-ask"><ol>` becomes `<ol class="gm-ask">`, wherever it stands."""
    for place, child in enumerate(list(parent)):
        unwrap_lists(child)
        name = child.get("class", "").removeprefix("gm-only-")
        if name == child.get("class", "") or len(child) != 1:
            continue
        child[0].set("class", f"gm-{name}")
        child[0].tail = child.tail
        parent[place] = child[0]


def tickable(item: Element) -> None:
    """The item's text moves into the label of a native box, so that the text is the box's name; a list inside stays outside the label."""
    inner = [child for child in item if child.tag in ("ul", "ol")]
    label = Element("label")
    SubElement(label, "input", {"type": "checkbox"})
    words = SubElement(label, "span")
    words.text = item.text
    for child in [child for child in item if child not in inner]:
        item.remove(child)
        if child.tag == "p":
            pour(child, words)
        else:
            words.append(child)
    item.text = None
    item.insert(0, label)


def pour(source: Element, into: Element) -> None:
    """Moves the inside of one element to the end of another."""
    add_text(into, (" " if spoken(into) else "") + (source.text or "").lstrip())
    into.extend(list(source))


def add_text(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "").strip() + words


def shape_table(table: Element, labels: list[str]) -> None:
    """Every header says what it heads; the first cell of a row heads the row; two columns are a pair."""
    table.set("class", "gm-table gm-pair" if len(labels) == 2 else "gm-table")
    for head in table.findall("thead/tr/th"):
        head.set("scope", "col")
        if not spoken(head):
            head.tag = "td"
            del head.attrib["scope"]
    for row in table.findall("tbody/tr"):
        shape_row(row, labels)


def shape_row(row: Element, labels: list[str]) -> None:
    """Cells carry their column's name, for narrow screens where a row becomes a small list."""
    for number, (cell, label) in enumerate(zip(row, labels, strict=False)):
        if number == 0 and spoken(cell):
            cell.tag = "th"
            cell.set("scope", "row")
        elif label and number:
            cell.set("data-label", label)


def spoken(element: Element) -> str:
    return "".join(element.itertext()).strip()


def settle_watch_headings(root: Element) -> None:
    """In a piece of a page, a watch-for heading stands under its section (h3), or is a section itself where there is none yet (h2)."""
    in_section = False
    for element in root.iter():
        if element.get("class") == "gm-watch-title":
            element.tag = "h3" if in_section else "h2"
        elif element.tag == "h2":
            in_section = True


def step_headings(root: Element) -> None:
    """On a whole page no level is skipped: what stands under the title is a section, however it was written; neighbours stay neighbours."""
    above: list[tuple[int, int]] = []  # as written, as it stands
    for heading in root.iter():
        if heading.tag not in HEADINGS:
            continue
        written = HEADINGS.index(heading.tag) + 1
        while above and above[-1][0] >= written:
            above.pop()
        stands = above[-1][1] + 1 if above else 1
        above.append((written, stands))
        heading.tag = HEADINGS[stands - 1]
