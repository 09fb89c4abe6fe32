"""How much room minutes and words take on paper: bars, rows, cards, covers and titles fill their page and no more. Millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kit.model.book import Identity
from kit.model.sheets import Card, CardStep, Handout, Row, Script, Station, Stretch
from kit.model.source import Picture

COVER_ROOM = 242.0  # mm from the first bar to the last on a cover
# Scales that a reader can say: so many millimetres for so many minutes, the largest that fits is taken.
COVER_SCALES = ((3, 2), (1, 1), (2, 3), (1, 2), (1, 3), (1, 6))
STATION_ROOM, LEAST_FOR_A_STATION = 215.0, 13.0
MOST_FOR_A_DAY = 2.6
LINE, TABLE_LINE = 4.3, 4.2  # mm, line heights of an agenda's title and of what happens
ROW_PADDING = 2.2
PAGE_ROOM = 259.0
BODY_LINE, VOICE_LINE, NOTE_LINE = 4.77, 5.83, 9.0
SPARE = 9.0  # what a page's estimate may be off by, and what an unbroken step leaves at its foot
UNSURE = 45.0  # beginning of a second page that may not come to be
SCRIPT_HEAD, PART_HEAD, WATCH_FRAME, NOTES_HEAD = 34.5, 13.2, 22.5, 10.0
CARD_ROOM, LEAD_ROOM = 205.0, 20.0
MOST_FOR_A_STEP = 7.6
HANDOUT_ROOM, HANDOUT_LETTERS, TEXT_LINE, PARAGRAPH = 222.0, 72, 5.3, 2.2
NEARLY, A_LITTLE_OVER = 0.9, 1.3  # pages
OVERLEAF = "{ .gm-overleaf }"  # what stands from such a heading on is for the next page
OWNER_LETTERS, OWNER_LINES, OWNER_BELOW = 38, 3, 141.0  # at a cover's foot, whose it is; mm from the title to the paper's end
WIDE, LOGO_ROOM = 1.6, 15.0
TITLES = ((18, 3, ""), (26, 4, "gm-long"))  # letters in a poster's line, lines
FOOT_LETTERS, FOOT_LINE = 50, 3.9  # a card's foot: letters in a line, mm
NAME, WORD = 36, 15  # letters of a name that stands alone on a card in large type, and of its longest word
CARD_SIZES = ((80, "gm-large"), (150, "gm-middle"), (240, "gm-small"))


@dataclass(frozen=True, slots=True)
class Scale:
    """`millimetres` for so many `minutes`."""

    millimetres: int
    minutes: int

    def of(self, minutes: int) -> float:
        return round(minutes * self.millimetres / self.minutes, 2)


@dataclass(frozen=True, slots=True)
class Columns:
    """How many letters an agenda's columns hold, and how much room its rows have together."""

    title: int
    happens: int
    room: float
    most: float  # mm a minute at most


SEMINAR = Columns(title=19, happens=40, room=198.0, most=0.95)
MEETING = Columns(title=24, happens=43, room=214.0, most=1.35)


def cover_scale(rail: Sequence[Stretch]) -> Scale:
    """The largest sayable scale at which the whole day stands on the cover."""
    total = sum(stretch.minutes for stretch in rail)
    fitting = (Scale(*scale) for scale in COVER_SCALES if Scale(*scale).of(total) <= COVER_ROOM)
    return next(fitting, Scale(*COVER_SCALES[-1]))


def spaced(stations: Sequence[Station]) -> list[tuple[Station, float, float]]:
    """Dates down a cover: each with the millimetres to the next one and, where it lasts some days, its own length."""
    last = max((station.day + station.days for station in stations), default=0)
    scale = min(MOST_FOR_A_DAY, STATION_ROOM / max(last, 1))
    gaps = [after.day - station.day for station, after in pairwise(stations)] + [0]
    return [
        (station, max(LEAST_FOR_A_STATION, round(gap * scale, 2)), round(station.days * scale, 2))
        for station, gap in zip(stations, gaps, strict=True)
    ]


def wide(logo: Picture | None) -> bool:
    """Whether a logo stands over the names instead of beside them: one that is much longer than high would be a line there."""
    return logo is not None and logo.width > WIDE * logo.height


def cover_room(identity: Identity, logo: Picture | None) -> float:
    """Millimetres for what a cover says above whose it is: fewer when that takes many lines or has a logo over it."""
    own = f"{identity.organisation} · {identity.round}" if identity.round else identity.organisation
    count = sum(lines(words, OWNER_LETTERS) for words in (identity.programme, own))
    return round(OWNER_BELOW - TEXT_LINE * max(count, OWNER_LINES) - (LOGO_ROOM if wide(logo) else 0), 1)


def title_size(words: str) -> str:
    """The class of a title: one that would take more than a few of a poster's lines, or has a word longer than one, is set smaller."""
    whole = words.replace("\u00a0", "-")  # what a line does not part counts as one word
    longest = max(map(len, whole.split()), default=0)
    return next((name for letters, most, name in TITLES if longest <= letters and lines(whole, letters) <= most), "gm-longest")


def row_heights(rows: Sequence[Row], columns: Columns, below: str = "") -> list[float]:
    """Heights that follow the minutes; a row is never lower than its words, all together never higher than the room above other words."""
    columns = replace(columns, room=columns.room - text_height(below)) if below else columns
    least = [needed(row, columns) for row in rows]
    scale = fitting_scale([row.minutes for row in rows], least, columns)
    return [round(max(height, row.minutes * scale), 2) for row, height in zip(rows, least, strict=True)]


def fitting_scale(minutes: Sequence[int], least: Sequence[float], columns: Columns) -> float:
    """The largest number of millimetres a minute at which everything fits, found by halving."""
    low, high = 0.0, columns.most
    for _ in range(20):
        middle = (low + high) / 2
        total = sum(max(height, length * middle) for length, height in zip(minutes, least, strict=True))
        low, high = (middle, high) if total <= columns.room else (low, middle)
    return low


def step_heights(card: Handout) -> list[float]:
    """Heights of an exercise card's steps: so many millimetres a minute, as many as the page has room for."""
    least = [needed_step(step) for step in card.steps]
    room = CARD_ROOM - hints_room(card) - (LEAD_ROOM if card.lead_md else 0)
    columns = Columns(title=0, happens=0, room=room, most=MOST_FOR_A_STEP)
    scale = fitting_scale([step.minutes for step in card.steps], least, columns)
    return [round(max(height, step.minutes * scale), 2) for step, height in zip(card.steps, least, strict=True)]


def hints_room(card: Handout) -> float:
    """Two hints stand side by side, the longer one decides."""
    tall = [(lines(hint.title, 36) + lines(hint.text_md, 36)) * 5.9 + 4 for hint in card.hints]
    return sum(max(tall[place : place + 2]) for place in range(0, len(tall), 2)) + (8 if tall else 0)


def dense(handout: Handout) -> bool:
    """True for a text of about a page: set smaller, no line of it stands on a page of its own."""
    return OVERLEAF not in handout.body_md and NEARLY < text_height(handout.body_md) / HANDOUT_ROOM < A_LITTLE_OVER


def text_height(markdown: str) -> float:
    """The height of a text in the size of handouts, paragraph by paragraph; HTML is not counted."""
    return sum(paragraph_height(paragraph) for paragraph in markdown.split("\n\n") if not paragraph.lstrip().startswith("<"))


def paragraph_height(paragraph: str) -> float:
    if paragraph.startswith("///"):  # questions to choose from stand apart, each over its rule
        return sum(lines(line, HANDOUT_LETTERS) * TEXT_LINE + 2.8 for line in paragraph.splitlines() if not line.startswith("///"))
    own_line = paragraph.startswith(("|", "-", "1."))
    return sum(lines(line, HANDOUT_LETTERS) * TEXT_LINE for line in (paragraph.splitlines() if own_line else [paragraph])) + PARAGRAPH


def needed_step(step: CardStep) -> float:
    words = lines(step.how_md, 50) * 5.9
    said = sum(lines(line, 36) for line in step.say) * 7.5 + (4 if step.say else 0)
    return max(words + said, lines(step.title, 14) * 6.4, 11.0) + 3.2


def needed(row: Row, columns: Columns) -> float:
    """The height of a row's words."""
    titles = lines(row.title, columns.title) * LINE
    words = (lines(row.happens, columns.happens) + sum(lines(step.title, columns.happens - 7) for step in row.steps)) * TABLE_LINE
    return max(titles, words, LINE) + ROW_PADDING


def note_lines(script: Script) -> int:
    """Lines for notes at the foot of a script: as many as the last page has room for, none rather than a page of their own."""
    height = script_height(script)
    last = height % PAGE_ROOM
    if height > PAGE_ROOM and last < UNSURE:
        return 0
    pages = int(height // PAGE_ROOM) + 1
    return max(0, min(script.note_lines, int((PAGE_ROOM - last - NOTES_HEAD - pages * SPARE) / NOTE_LINE)))


def script_height(script: Script) -> float:
    """How much paper a script takes from its top bar to its watch-for frame, in millimetres."""
    steps = [step for part in script.parts for step in part.steps]
    watched = sum(lines(f"{snag.happens} {snag.do}", 64) * BODY_LINE + 1.2 for snag in script.snags)
    return (
        SCRIPT_HEAD
        + lines(script.purpose_md, 72) * BODY_LINE
        + sum(PART_HEAD - (5 if part.steps[-1].say else 2) for part in script.parts)  # the last step's margin falls into the next head's
        + sum(lines(step.do_md, 72) * BODY_LINE + 2 for step in steps)
        + sum(lines(step.say, 57) * VOICE_LINE + 6.4 for step in steps if step.say)
        + (BODY_LINE + 2 if script.then else 0)
        + (watched + WATCH_FRAME if script.snags else 0)
    )


def lines(words: str, letters: int) -> int:
    """Lines that a text takes at so many letters a line; marks of Markdown take no room."""
    count, room = 0, 0
    for word in words.replace("*", "").split():
        if len(word) + 1 > room:
            count, room = count + 1, letters + 1
        room -= len(word) + 1
    return count


def raised(card: Card) -> float:
    """How much higher the foot of a card stands so that all its lines are clear of the cut.

    A foot of two parts is laid out a line higher than it is, one of a single part is not.
    """
    parts = [part for part in (card.left, card.right) if part]
    return max(0, lines(" ".join(parts), FOOT_LETTERS) - (len(parts) == 2)) * FOOT_LINE


def card_size(cards: Sequence[Card]) -> str:
    """The class of a set of cards: the longer its longest text, the smaller all of them."""
    longest = max(len(card.text_md) for card in cards)
    if longest <= NAME and all(len(word) <= WORD for card in cards for word in card.text_md.split()):
        return "gm-huge"
    return next((name for most, name in CARD_SIZES if longest <= most), "gm-tiny")
