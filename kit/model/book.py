"""What is composed: a Book of pages for the site and Packs of sheets for print, in one language each.

Everything is resolved: conditions, variables, translations, links. `markdown` is our Markdown (kit/render/markdown.py);
organisation text in it is escaped and never acted on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kit.model.sheets import Kind
from kit.model.source import Picture

Layout = Literal["front", "door", "page", "guide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shades:
    """The organisation's colour as five values for one scheme, all #rrggbb (look.md, Colour)."""

    ink: str
    fill: str
    mark: str
    tint: str
    on_fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished figure: SVG with title and description, and the same content as a table of plain words."""

    svg: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandColours:
    given: str
    light: Shades
    dark: Shades
    changed: Literal["", "darkened", "much-darkened", "replaced"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    words: str
    target: str  # an address relative to the page it stands on, or a whole one
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One dated line for the reader: `iso` lets a small script mark the next one. `target` as in Link."""

    iso: str
    when: str  # 3. februar
    title: str
    note: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One finished page. `path` is relative to the language's root and ends in .html.

    `markdown` begins with the title as `#` and, where there is one, the lede: a paragraph with `{: .gm-lede }`.
    The site puts between these and the rest what the layout shows from `data` (plain strings and dicts; every `target` as in Link):

    page   nothing.
    front  doors: [{title, what, target, dates: [{iso, when, title}]}]   five rows; each shows its first date, the script the next one
           dates: [DateLine as dict], dates_more: {words, target}   all that the reader may meet; the script marks the next one
           figure: SVG
    door   first: {iso, when, clock, title, note, words, target}    the tinted panel; `words` is the button's
           hours: {title, rows: as tasks, words, target}            the sponsor's: what the whole round takes
           groups: [{title, of, dates: [DateLine as dict]}]         the role's way, one list a group (or one for all, of "")
           tasks: [{when, title, note, target}]  pages: [{title, links: [{words, target}]}]
    guide  meta: [str], the first is set in bold;  iso: the meeting's day, for the script that marks the current item
           (rows of the agenda carry data-start="15:30")

    All layouts end with `downloads`, and `previous` and `following` (the neighbours in the chapter where they are None).
    """

    id: str
    path: str
    title: str
    description: str
    markdown: str
    layout: Layout = "page"
    section: str = ""
    part: str = ""  # words that head this page and its neighbours of the same part in the navigation: a group's name
    audience: tuple[str, ...] = ()
    keywords: str = ""
    echoes: str = ""  # words of the facts that the page rests on and does not use itself: found, never shown
    previous: Link | None = None
    following: Link | None = None  # the next step, in words
    downloads: tuple[Link, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)  # plain values for the layout's template


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One section of the navigation."""

    id: str
    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What every page and sheet carries."""

    organisation: str
    programme: str
    coordinator: str = ""
    email: str = ""
    phone: str = ""
    round: str = ""  # 1. runde 2027
    stamp: str = ""  # datoer efter udgave 1 · indhold 1.0
    accessibility_statement: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The handbook in one language. `root` is "" for the first language, else its code."""

    language: str
    languages: tuple[str, ...]
    root: str
    title: str
    description: str
    site_url: str
    noindex: bool
    identity: Identity
    chapters: tuple[Chapter, ...]
    brand: BrandColours
    logo: Picture | None = None
    logo_dark: Picture | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # the theme's own words, by key
    synonyms: tuple[tuple[str, ...], ...] = ()  # words that the search takes for each other

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for chapter in self.chapters for page in chapter.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One part of a pack: `holds` is one of the nouns in kit/model/sheets.py, which also decides its template.

    `id` is its anchor in the pack (ASCII letters, digits, hyphens); `title` its heading, bookmark and line in the contents.
    The line under the top bar reads **strong** · rest, and at the right its place or whom it is for.
    """

    id: str
    title: str
    holds: Kind
    strong: str = ""
    rest: str = ""
    right: str = ""
    level: int = 1  # depth in contents and bookmarks
    in_contents: bool = True
    sections: tuple[tuple[str, str], ...] = ()  # anchor and heading of what in it has a line of its own in the contents
    whose: str = ""  # the group it is for, in a pack with sheets of several groups that are called the same
    foot: str = ""  # where it differs from the pack's
    flows: bool = False  # begins where the one before ends, not on a page of its own
    joins: bool = False  # does so where that leaves most of a page
    tight: bool = False  # set closer, so that what is signed stands with its signatures on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One printed thing in one language: `name` is its file name without .pdf.

    `foot` stands on every sheet: pack · round · dates as of revision · content version. `words` are the sentences of
    kit/words/parts/print.<language>.yaml by code, without their `print.`. The first sheet's title is the document's only h1.
    `seams` are long words with the places where they may break, `halvdags|seminar` (content/seams.yaml).
    """

    name: str
    language: str
    title: str
    subject: str
    foot: str
    identity: Identity
    sheets: tuple[Sheet, ...]
    brand: BrandColours
    logo: Picture | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    seams: tuple[str, ...] = ()
    booklet: bool = False  # printed on both sides and bound: the inner margin changes sides
