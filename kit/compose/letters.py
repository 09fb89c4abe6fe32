"""Letters of content/letters become finished words in one language, for Word and for mail."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from operator import itemgetter
from typing import Literal

from kit.compose import choose, dates
from kit.compose.blanks import about, filled
from kit.compose.fill import Filler, for_markdown
from kit.compose.making import Making
from kit.compose.scope import scope
from kit.compose.terms import replacer
from kit.model.letter import LetterText, Paragraph, Run
from kit.model.library import Letter, Library, RoleTask
from kit.model.organisation import Organisation
from kit.model.programme import Programme
from kit.words import Voice

BOLD = re.compile(r"\*\*(.+?)\*\*")
BLANK_LINES = re.compile(r"\n{2,}")
POINT = re.compile(r"^(?:- |[0-9]+\. )")
STEP = re.compile(r"^[0-9]+\. ")
LISTED = ("bullet", "step")


def letters(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> tuple[LetterText, ...]:
    """Every letter that this programme sends. What only the sender knows stands in [square brackets]."""
    made = prepared(organisation, programme, library, voice)
    return tuple(letter(made, found) for found in sent(made))


def prepared(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> Making:
    """What letters are made of: links in them are words alone, for nobody can follow one on paper."""
    chosen = choose.library(library, organisation)
    return Making(
        organisation=organisation,
        programme=programme,
        library=chosen,
        voice=voice,
        filler=Filler(voice, replacer(library.terms, organisation.terms, voice), lambda words, _: words),
        scope=scope(organisation, programme, chosen, voice),
    )


def sent(making: Making) -> list[Letter]:
    """The letters that this programme has use for."""
    seminar = making.programme.seminar is not None
    return [found for found in making.library.letters if making.serves(found.tags.cohort) and (seminar or found.event != "seminar")]


def in_order(making: Making) -> list[Letter]:
    """The letters as they are sent; one without a day of its own stays with the one before it."""
    dated: list[tuple[date, Letter]] = []
    for found in sent(making):
        days = dates.of_letter(making, found.id)
        on = days[0] if days else dates.due(making, found.event, found.days)
        dated.append((on or dated[-1][0], found))
    return [found for _, found in sorted(dated, key=itemgetter(0))]


def to(making: Making, found: Letter) -> str:
    """Whom a letter goes to."""
    own = f"letter-to.{found.id}"
    return making.say(own if making.voice.knows(own) else f"letter-to.{found.to}")


def when(making: Making, found: Letter) -> str:
    """The days that the calendar has for a letter, or its day; one that belongs to no date is sent when what it is about happens."""
    days = dates.of_letter(making, found.id)
    if 0 < len(days) <= len(making.programme.groups):  # with every meeting or deadline there are more
        return making.voice.several(dates.short(making, day) for day in days)
    task = RoleTask(id=found.id, role="hr", phase="organisation", task=found.title, event=found.event, days=found.days, tags=found.tags)
    return dates.of_task(making, task) if found.event else making.say("letter-list.when-needed")


def letter(making: Making, found: Letter) -> LetterText:
    programme = making.scope["programme"]
    sender = (making.scope["organisation"]["name"], programme["coordinator"], programme["email"], programme["phone"])
    return LetterText(
        name=found.id,
        language=making.voice.language,
        title=making.said(found.title),
        subject=making.said(found.subject),
        subject_word=making.say("letter.subject"),
        sender=tuple(line for line in sender if line),
        paragraphs=tuple(paragraphs(body(making, found))),
    )


def body(making: Making, found: Letter) -> str:
    """A letter's words as Markdown; those to the only group know its name, days and place."""
    words, groups = making.markdown(found.body), making.programme.groups
    if len(groups) > 1:
        return words
    return filled(words, {making.say(code): for_markdown(known) for code, known in about(making, groups[0]).items()})


def paragraphs(markdown: str) -> Iterator[Paragraph]:
    """Paragraphs, headings (a line in bold alone), points and tables, in their order."""
    for part in BLANK_LINES.split(markdown.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if lines[0].startswith("|"):
            yield _table(lines)
            continue
        if len(lines) > 1 and (whole := BOLD.fullmatch(lines[0])):
            yield Paragraph(kind="heading", runs=(Run(text=unescape(whole[1]), bold=True),))
            lines = lines[1:]
        if POINT.match(lines[0]):
            kind: Literal["step", "bullet"] = "step" if STEP.match(lines[0]) else "bullet"
            yield from (Paragraph(kind=kind, runs=tuple(_runs(POINT.sub("", line)))) for line in lines)
        elif len(lines) == 1 and (whole := BOLD.fullmatch(lines[0])):
            yield Paragraph(kind="heading", runs=(Run(text=unescape(whole[1]), bold=True),))
        else:
            yield Paragraph(kind="text", runs=tuple(_runs(" ".join(lines))))


def _runs(words: str) -> Iterator[Run]:
    """The words with what stands between ** in bold."""
    for place, text in enumerate(BOLD.split(words)):
        if text:
            yield Run(text=unescape(text.replace("*", "")), bold=place % 2 == 1)


def _table(lines: list[str]) -> Paragraph:
    head, _, *rows = (tuple(unescape(cell.strip()) for cell in line.strip("|").split("|")) for line in lines)
    return Paragraph(kind="table", rows=(head, *rows))


def plain(text: LetterText) -> str:
    """The letter for a mail: its subject, then its words."""
    return f"{text.subject_word} {text.subject}\n\n" + "\n\n".join(_joined(text)) + "\n"


def _joined(text: LetterText) -> Iterator[str]:
    """Points of one list stand together, a heading over what it heads."""
    held: list[str] = []
    step = 0
    for place, paragraph in enumerate(text.paragraphs):
        step = step + 1 if paragraph.kind == "step" else 0
        held.append(_line(paragraph, step))
        following = text.paragraphs[place + 1].kind if place + 1 < len(text.paragraphs) else ""
        if paragraph.kind == "heading" or (paragraph.kind in LISTED and following == paragraph.kind):
            continue
        yield "\n".join(held)
        held = []
    if held:
        yield "\n".join(held)


def _line(paragraph: Paragraph, step: int) -> str:
    if paragraph.kind == "table":
        return "\n".join(" · ".join(cell for cell in row if cell) for row in paragraph.rows)
    sign = {"bullet": "- ", "step": f"{step}. "}.get(paragraph.kind, "")
    return f"{sign}{paragraph.words}"
