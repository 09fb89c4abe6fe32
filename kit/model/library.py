"""The method as content: blocks, agendas, the seminar's script, checklists, assignments, facts and the outline.

What `kit/read/library.py` makes of `content/`. Frozen, language twins side by side in `Text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kit.model.problem import Place
from kit.model.words import Text, Word

Basis = Literal["pilot", "derived", "evidence", "own"]
Audience = Literal["hr", "mentor", "mentee", "line-manager", "sponsor"]
AUDIENCES = ("hr", "mentor", "mentee", "line-manager", "sponsor")
PHASES = (  # as they come
    "background",
    "design",
    "organisation",
    "recruitment",
    "seminar",
    "mentor-meetings",
    "group-meetings",
    "homework",
    "closing",
    "evaluation",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the booklet's ledger (content/facts.yaml)."""

    id: str
    said: Text
    kind: str
    phase: str
    applies_to: str
    audience: tuple[str, ...]
    strength: str
    lines: str
    value: Mapping[str, float] = field(default_factory=dict)
    checkable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One piece of evidence (content/sources.yaml): cited by author, year and title."""

    id: str
    name: str  # who, and when where it is known: what its heading says
    citation: str
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Where a piece of content comes from and whom it is for."""

    basis: Basis
    audience: tuple[str, ...]
    phase: str
    cohort: str = "all"  # all, aspiring-leaders, acting-leaders
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One thought in words: `blocks/<phase>/<name>.<language>.md`. `body` is Markdown with our variables still in it."""

    name: str  # phase/name
    title: Text
    body: Text
    tags: Tags
    heading: bool = True  # False: the title is not printed (the lead of a page)
    keywords: Text | None = None
    places: Mapping[str, Place] = field(default_factory=dict)  # by language


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodNumber:
    """A default that is the method's (content/method.yaml)."""

    name: str
    value: object
    basis: Basis
    fact: str = ""


# --- dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break that people keep, with its name as it reads in a sentence: some ISO weeks, or from one (month, day) to another."""

    id: str
    title: Text
    weeks: tuple[int, ...] = ()
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When a thing of the coordinator's is due: `days` calendar days or `working_days` from an anchor; negative is before."""

    kind: str  # the event's kind
    anchor: str  # programme-start, seminar, midway, programme-end; of each group group-start, meeting, homework-due, group-end …
    days: int = 0
    working_days: int = 0
    months: int = 0


# --- the rules' examples


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExample:
    """Parts of an organisation's files: what of organisation.yaml and of the roster a rule looks at."""

    organisation: str = ""
    roster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExamples:
    """One rule: an example that fails and one that passes."""

    rule: str
    fails: RuleExample
    passes: RuleExample


# --- agendas


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of a meeting: fixed minutes plus minutes for each person, how far it may shrink, when it is dropped.

    Wished minutes are `wished + each × people`; the least are `least + least_each × people`. `per` says who is counted:
    every mentee, or the half of the group whose focus rounds lie in this meeting. `drop` 1 goes first; None never goes.
    `grow` 1 takes freed minutes first, up to `most`. `sharing`: so many people share the fixed minutes evenly.
    """

    id: str
    title: Text
    how: Text
    wished: int = 0
    each: int = 0
    least: int = 0
    least_each: int = 0
    most: int | None = None
    per: Literal["mentee", "first-half", "second-half"] = "mentee"
    drop: int | None = None
    grow: int | None = None
    pause: bool = False
    sharing: int = 0
    outdoors: int = 0  # of the wished minutes: how long a walk is
    steps: tuple[int, ...] = ()  # of one turn, or of the wished minutes where there are no turns: how long each step is
    point: str = ""  # arrive, open-room, pause, gather: the fixed points of a loose agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    id: str  # aspiring-2, acting-1, aspiring-3-last, mentor-meeting-before …
    title: Text
    based_on: str
    meeting: int
    items: tuple[AgendaItem, ...]
    tags: Tags
    last: bool = False  # the version for a meeting that is the group's last before closing conversations


# --- the seminar


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a seminar block. Minutes by the seminar's length in minutes (180, 240, 360)."""

    minutes: Mapping[int, int]
    do: Text
    say: Text | None = None
    cut: tuple[str, ...] = ()  # cut sheets that no other step needs
    needs: Text | None = None  # what only this step needs beside them
    enough: int | None = None  # minutes that will do when time is short; None: this step is not shortened
    fewest_mentors: int = 0  # with fewer it is left out anyway, so nothing is spared


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    title: Text
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snag:
    """What often happens, and what you do then."""

    happens: Text
    do: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptBlock:
    """One block of the mentor seminar with all its seven parts."""

    id: str
    title: Text
    happens: Text  # one line for the day's overview
    purpose: Text
    parts: tuple[Part, ...]
    minutes: Mapping[int, int]
    handouts: tuple[str, ...]
    cut: tuple[str, ...]  # cut sheets by id, those of single steps among them: task-cards, role-slips …
    materials: Text | None
    few_mentors: Text | None
    short: Text
    snags: tuple[Snag, ...]
    page: str  # the handbook page to look up
    tags: Tags
    pause: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A numbered sheet of the seminar; its words are the block of the same name."""

    id: str  # H9
    title: Text
    block: str
    tip: Text  # "Læg kortet midt på bordet"
    copies: Literal["each", "spare", "each-and-leader", "pairs", "one"] = "each-and-leader"
    make: str = ""  # something made from data that follows the words: dates


# --- lists and sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a checklist. Watch-for points have sign, why and do; task points only title."""

    id: str
    title: Text
    tags: Tags
    sign: Text | None = None
    why: Text | None = None
    do: Text | None = None
    needs: Literal["", "written"] = ""  # written homework


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    id: str
    title: Text
    kind: Literal["watch-for", "tasks"]
    phase: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    title: Text
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A clearly fictional answer: who wrote it, and one text for each question; what a mentor might ask about it."""

    name: Text
    work: Text
    answers: tuple[Text, ...]
    to_mentor: Text
    last_line: Text | None = None  # what the homework was like, where it is handed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Homework for the gap after meeting `after`. `kind` reflection: questions to carry, nothing handed in."""

    id: str
    title: Text
    based_on: str
    after: int
    kind: Literal["written", "reflection"]
    pages: int
    why: Text
    intro: Text
    questions: tuple[Question, ...]
    samples: tuple[Sample, ...]
    tags: Tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row of aspiring beside acting; `drives` names what the row decides (agenda, homework, preparation …)."""

    id: str
    aspect: Text
    aspiring: Text
    acting: Text
    tags: Tags
    drives: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTask:
    """Who does what when: one task of one role in one phase, with its date relative to an event where it has one."""

    id: str
    role: str
    phase: str
    task: Text
    tags: Tags
    event: str = ""  # an event kind of the programme, e.g. seminar, meeting
    days: int = 0  # calendar days from that event; negative is before
    page: str = ""  # where it is done: a page, or a place on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of the glossary; `word` has its forms, `also` other words that people search for."""

    id: str
    word: Word
    explained: Text
    tags: Tags
    also: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One line of the risk register; `owner` is the role that acts."""

    id: str
    risk: Text
    sign: Text
    cause: Text
    action: Text
    owner: Text
    tags: Tags


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """One question of the bank: when it fits, and when not to ask it."""

    id: str
    words: Text
    not_when: Text
    meeting: str  # M1 … M4, any
    theme: str
    tone: str  # opening, deepening, turning, closing
    tags: Tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A text to send: for mail and for print. `no_promise`: it could raise the hope of a post, so it says that nothing is promised.

    `personal`: with a roster it is written to each person, under private/.
    """

    id: str
    title: Text
    to: str
    subject: Text
    body: Text
    no_promise: bool
    tags: Tags
    personal: bool = False
    event: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field: `reads` who reads it and `deleted` when it goes."""

    id: str
    label: Text
    kind: str  # line, lines, check, choice, table, text
    lines: int = 0
    options: tuple[Text, ...] = ()
    reads: Text | None = None
    deleted: Text | None = None
    needs: Literal["", "written"] = ""  # written homework


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTemplate:
    id: str
    title: Text
    intro: Text
    fields: tuple[FormField, ...]
    tags: Tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    id: str
    words: Text
    key: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSet:
    """A set of cards to cut out for one block of the seminar."""

    id: str
    title: Text
    intro: Text
    cards: tuple[Card, ...]
    block: str
    handout: str
    tags: Tags
    copies: Literal["one", "table", "circle", "three"] = "one"  # one set, or one for every six, eight, three mentors
    keyed: bool = False  # the leader has the keys on a list of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideTemplate:
    """One slide of the seminar: at most five lines, or one sentence to say; `notes` are for the one who leads."""

    id: str
    block: str
    title: Text
    lines: tuple[Text, ...]
    notes: Text
    say: Text | None = None


# --- order


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What stands on a page: a block by name, or something made from data (`make: agenda`)."""

    block: str = ""
    make: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    templates: tuple[str, ...] = ()  # only in guides of these agendas


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinePage:
    """One page of the outline. `each` repeats it for every group or every group meeting, with `{group}`, `{meeting}` in id."""

    id: str
    lead: str  # the block that gives title and first lines
    pieces: tuple[Piece, ...]
    audience: tuple[str, ...]
    layout: str = "page"
    each: Literal["", "group", "meeting"] = ""
    next_page: str = ""
    next_words: Text | None = None
    place: Place | None = None

    def makes(self, name: str) -> bool:
        """Whether something of this name is made from data on the page."""
        return any(piece.make == name for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    id: str
    title: Text
    pages: tuple[OutlinePage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPart:
    """One part of a pack: `make` names its kind (cover, contents, page, script, handouts …), `options` say which one.

    It is left out when the programme has nothing of it. `cohort`: only in packs of groups of this type.
    """

    make: str
    title: Text | None = None
    lead: str = ""  # a block that opens a chapter of the pack's own
    pieces: tuple[Piece, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    cohort: str = "all"
    needs: Literal["", "written", "closing"] = ""  # written homework, closing conversations


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOutline:
    """One printed thing. `each: group` makes one for every group, with `{group}` in its name."""

    name: str
    title: Text
    parts: tuple[PackPart, ...]
    each: Literal["", "group"] = ""
    needs: Literal["", "seminar"] = ""
    booklet: bool = False
    audience: tuple[str, ...] = ()  # at whose door it lies
    pages: tuple[str, ...] = ()  # and on which pages besides


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    sections: tuple[OutlineSection, ...]
    packs: tuple[PackOutline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All of content/, by name. `version` is the content's version."""

    version: str
    languages: tuple[str, ...]
    method: Mapping[str, MethodNumber]
    facts: Mapping[str, Fact]
    booklet_words: Mapping[str, str]  # the booklet's own words by fact: Danish, found and never shown
    synonyms: tuple[Text, ...]  # everyday words for one notion, with commas between
    sources: Mapping[str, Source]
    blocks: Mapping[str, Block]
    agendas: Mapping[str, AgendaTemplate]
    seminar: tuple[ScriptBlock, ...]
    handouts: tuple[Handout, ...]
    checklists: Mapping[str, Checklist]
    assignments: Mapping[str, Assignment]
    differences: tuple[Difference, ...]
    roles: tuple[RoleTask, ...]
    terms: Mapping[str, Term]
    risks: tuple[Risk, ...]
    questions: tuple[BankQuestion, ...]
    letters: tuple[Letter, ...]
    forms: tuple[FormTemplate, ...]
    cards: tuple[CardSet, ...]
    slides: tuple[SlideTemplate, ...]
    outline: Outline
    seams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # long words with the places where they may break, by language
    breaks: Mapping[str, tuple[Break, ...]] = field(default_factory=dict)  # dk-schools
    timings: tuple[Timing, ...] = ()
    rules: Mapping[str, RuleExamples] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)  # by country, or country and subdivision: ES, ES-CN
