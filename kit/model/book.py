"""What is composed: a Book of pages for the site and Packs of sheets for print, in one language each.

Everything is resolved: conditions, variables, translations, links. `markdown` is our Markdown (kit/render/markdown.py);
organisation text in it is escaped and never acted on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

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
class BrandColours:
    given: str
    light: Shades
    dark: Shades
    changed: Literal["", "darkened", "much-darkened", "replaced"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    words: str
    target: str  # a page id, or an address relative to the language's root
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One dated line for the reader: `iso` lets a small script mark the next one."""

    iso: str
    when: str  # 3. februar
    title: str
    note: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One finished page. `path` is relative to the language's root and ends in .html."""

    id: str
    path: str
    title: str
    description: str
    markdown: str
    layout: Layout = "page"
    section: str = ""
    audience: tuple[str, ...] = ()
    keywords: str = ""
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

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for chapter in self.chapters for page in chapter.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One part of a pack: `template` names themes/print/<template>.html.jinja, `data` holds its plain values.

    Keys that end in `_md` hold our Markdown, all others plain text (escaped by the template; say without quotation marks).
    Values are str, int, float, bool, lists/tuples and mappings of them. `?` may be left out. Clock times are spoken ("8.30").
    `id` is the sheet's anchor in the pack: ASCII letters, digits and hyphens. `title` is its heading, bookmark and contents line.

    Every kind
        strong?, rest?, right?   the line under the top bar: **strong** · rest, and at the right the place
        level?                   1 (as it is) or 2: depth in contents and bookmarks
        contents?                False: not in the contents when these are made by themselves
        foot?                    foot of this sheet where it differs from Pack.foot
        side?                    [{title, text_md?, address?, basis?}]: the narrow column (script, agenda, prose)
        basis?                   [{kind: pilot|derived|evidence|own, words}]
    cover         kicker, when [line …], where?, about [line …]?, rail? [{minutes, start, title, pause?}],
                  stations? [{day, days?, number?, when, title}] (a calendar instead of a rail: `day` from the first, `days` long)
    contents      entries? [{title, ref: id of a sheet, level?}]; left out: every later sheet
    day           intro?, caption, rows [{start, minutes, title, happens?, steps? [{minutes, title}], sheets?, pause?}],
                  end? {time, words}. One page, row height = minutes.
    script        number, start, end, minutes, day [{minutes, pause?, here?}], purpose_md,
                  parts [{title, minutes, steps [{start, minutes, do_md, say?}]}], then? {start, words}, side,
                  snags? [{happens, do}], note_lines?
    handout       number (H9), tip?, lead_md?, body_md?, steps? [{minutes, title, how_md?, say? [line …]}] (a card for the table),
                  steps_caption?, pairs? [{title, text_md}], basis?, note_lines?
    agenda        number?, lead_md?, body_md, side?, and of a day: caption, rows, end?, agenda_strong?, agenda_rest?, agenda_right?
                  (two pages: the guide, then the agenda)
    checklist     intro_md?, groups [{title, when?, points [{text, when?, who?}]}]?,
                  watch? [{title, sign?, why?, do?}] (watch-for points), basis?
    table         intro_md?, caption, head [word …], rows [[word …] …], numbers? [column with numbers, from 0 …], after_md?, basis?
    cards         instruction, cards [{text, left?, right?, big?}]: 90 × 51 mm, ten a page with cut marks
    prose         lead_md?, body_md, side?, basis?
    letter        sender [line …], to [line …], date, body_md, facts? [{term, words}], facts_caption?, after_md?,
                  closing?, signature [line …]
    form          intro_md?, facts? [{title, words}], fields [{name, ask, kind: lines|line|ticks|table|text, lines?, help?,
                  options? [word …], head? [word …], rows? (how many), text_md?}], consents? [{name, ask}], sign? [word …],
                  fillable? (True: can be filled in on the screen)
    slides-small  slides [{start?, minutes?, title, lines? [{minutes?, words}], say?, notes_md?, day? [{minutes, pause?, here?}]}]
    """

    id: str
    template: str
    title: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One printed thing in one language: `name` is its file name without .pdf.

    `foot` stands on every sheet: pack · round · dates as of revision · content version. `words` are the sentences of
    kit/words/parts/print.<language>.yaml by code (all begin with `print-`). The first sheet's title is the document's only h1.
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
