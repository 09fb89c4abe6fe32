"""What a printed sheet holds: one noun a kind of sheet, each with its template themes/print/<kind>.html.

Everything is resolved and spoken (dates, clock times as "8.30"). Fields that end in `_md` hold our Markdown, all other
text is plain and escaped by the templates; words to say are written without quotation marks.
"""

from dataclasses import dataclass

from kit.model.library import Basis

# --- parts of sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a sheet's advice comes from: the square and its words."""

    basis: Basis
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One entry of the narrow column: a heading with text, an address, sources."""

    title: str
    text_md: str = ""
    address: str = ""  # broken after dots and slashes
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the day, drawn to scale: on the cover, and as the line of the whole day over a block (`here` is filled)."""

    minutes: int
    start: str = ""
    title: str = ""
    pause: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A date on a guide's cover: `day` counts from the first date; one that lasts `days` is drawn as an outline."""

    day: int
    when: str
    title: str
    number: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SubStep:
    minutes: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of an agenda; `sheets` names what is handed out (H9, H10)."""

    start: str
    minutes: int
    title: str
    happens: str = ""
    steps: tuple[SubStep, ...] = ()
    sheets: str = ""
    pause: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """When an agenda is over, and what is said then."""

    time: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents; `ref` is a sheet's id."""

    title: str
    ref: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a script: when, how long, what you do, and what you say."""

    start: str
    minutes: int
    do_md: str
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    title: str
    minutes: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snag:
    """What often happens, and what you do then."""

    happens: str
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStep:
    """One step of an exercise card; `say` holds lines to say aloud."""

    minutes: int
    title: str
    how_md: str = ""
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A heading with a few lines, two side by side."""

    title: str
    text_md: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of a ruled row or box: deadline, reader, place …"""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A line to tick, verb first."""

    text: str
    when: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """Lines to tick under one heading."""

    title: str
    tasks: tuple[Task, ...]
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchPoint:
    title: str
    kept_for: str = ""
    sign: str = ""
    why: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card to cut out; `left` and `right` stand below its rule."""

    text_md: str
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    title: str
    start: str = ""
    minutes: int = 0
    lines: tuple[SubStep, ...] = ()  # minutes 0: a line without a number
    say: str = ""
    notes_md: str = ""
    day: tuple[Stretch, ...] = ()


# --- fields of a form; `name` is ASCII and stands once in a pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A question with lines to write on, 9 mm apart."""

    name: str
    ask: str
    lines: int
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A question answered on the same line: a name, a date."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """A question with boxes to tick; no boxes of its own makes it one box with the question as its text."""

    name: str
    ask: str
    options: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """An empty table to fill in: its head, and either the first column's words or a number of empty rows."""

    name: str
    ask: str
    head: tuple[str, ...]
    first: tuple[str, ...] = ()
    rows: int = 0
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text between the questions of a form."""

    title: str
    text_md: str


Field = Lines | Short | Ticks | Grid | Words

# --- sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: who it is for and when, and the day drawn to scale, or a programme's dates."""

    kicker: str
    when: tuple[str, ...]
    about: tuple[str, ...] = ()
    rail: tuple[Stretch, ...] = ()
    stations: tuple[Station, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Contents with page numbers; without entries of its own, every later sheet that wants to stand there."""

    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The agenda of a day on one page: row height = minutes."""

    caption: str
    rows: tuple[Row, ...]
    intro: str = ""
    end: End | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One block of the day for the person who runs it."""

    number: str
    start: str
    end: str
    minutes: int
    purpose_md: str
    parts: tuple[Part, ...]
    day: tuple[Stretch, ...] = ()
    then: End | None = None  # the line that leads on to the next block
    side: tuple[Aside, ...] = ()
    snags: tuple[Snag, ...] = ()
    note_lines: int = 8  # at most: only as many as the last page has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A numbered sheet (H9): either a text, or a card for the table with minutes, steps and words to say."""

    number: str
    lead_md: str = ""
    body_md: str = ""
    steps: tuple[CardStep, ...] = ()
    steps_caption: str = ""
    hints: tuple[Hint, ...] = ()
    note_lines: int = 0
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A meeting for the one who leads it: the guide, and on the facing page its agenda and what the group takes home."""

    number: str
    body_md: str
    caption: str
    rows: tuple[Row, ...]
    lead_md: str = ""
    home_md: str = ""
    end: End | None = None
    side: tuple[Aside, ...] = ()
    strong: str = ""  # the agenda page's own line under the top bar
    rest: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """A checklist, or points to watch for."""

    intro_md: str = ""
    groups: tuple[Tasks, ...] = ()
    watch: tuple[WatchPoint, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of words; the columns in `numbers` (from 0) hold figures. `refs` makes one more: the page of each row's sheet, by its id.

    `ends`: the sheet whose last page the row goes on to, where that is another sheet.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    refs: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    intro_md: str = ""
    after_md: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Cards to cut out: 90 × 51 mm, ten a page, with cut marks."""

    instruction: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A chapter of Markdown, numbered where the pack is a book. `draws`: it ends in a frame to draw in."""

    body_md: str
    number: str = ""
    lead_md: str = ""
    side: tuple[Aside, ...] = ()
    sources: tuple[Source, ...] = ()
    draws: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter on the organisation's paper; the recipient stands in the window of an envelope."""

    sender: tuple[str, ...]
    to: tuple[str, ...]
    on: str
    body_md: str
    facts: tuple[Fact, ...] = ()
    facts_caption: str = ""
    after_md: str = ""
    closing: str = ""
    signature: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A sheet to fill in by hand, and on the screen when it is `fillable`."""

    fields: tuple[Field, ...]
    intro_md: str = ""
    facts: tuple[Fact, ...] = ()
    consents: tuple[Ticks, ...] = ()
    sign: tuple[Short, ...] = ()
    fillable: bool = False
    number: str = ""  # H2


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidesSmall:
    """The slides with their notes, three a page."""

    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slides:
    """The slides to show, 16:9, one a page."""

    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """The programme on one sheet for the wall; `figure` is finished SVG, `address` becomes a code to point a phone at.

    `dates` stand instead of a drawing that would be too small to read.
    """

    paper: str  # A3, A4
    figure: str
    dates: Table | None = None
    say: str
    points: tuple[Hint, ...]
    address: str = ""


Kind = (
    Cover | Contents | Day | Script | Handout | Agenda | CheckSheet | Table | Cards | Prose | Letter | Form | SlidesSmall | Slides | Poster
)
