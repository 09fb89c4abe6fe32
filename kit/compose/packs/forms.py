"""Forms of content/forms and homework of content/assignments become sheets to fill in, by hand or on the screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kit.compose import homework as gaps
from kit.compose.fill import for_markdown
from kit.compose.making import Making
from kit.compose.packs import room, written
from kit.compose.packs.shared import Packing
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.programme import GroupPlan, Meeting


def form(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """One form by its id; nothing when this library has no such form."""
    found = next((found for found in packing.making.library.forms if found.id == part.options["form"]), None)
    return [] if found is None else [form_sheet(packing, found)]


def form_sheet(packing: Packing, found: content.FormTemplate) -> Sheet:
    making, title = packing.making, packing.making.said(found.title)
    fields = making.fields(found)
    asked = [field for field in fields if field.kind != "text"]
    facts = [
        sheets.Fact(title=making.say(f"form.{name}"), words=words)
        for name in ("reads", "deleted")
        if (words := _common(making, asked, name))
    ]
    made = sheets.Form(
        intro_md=making.markdown(found.intro),
        facts=tuple(replace(fact, words=f"{fact.words[:1].upper()}{fact.words[1:]}.") for fact in facts),
        fields=tuple(_fields(making, found.id, fields)),
        fillable=True,
    )
    return Sheet(id=f"form-{found.id}", title=title, holds=room.filled(made, title), level=2)


def _common(making: Making, fields: Sequence[content.FormField], name: str) -> str:
    """What most fields say about who reads them, or when they go."""
    said = Counter(words for field in fields if (words := making.said(getattr(field, name))))
    return said.most_common(1)[0][0] if said else ""


def _fields(making: Making, form: str, fields: Sequence[content.FormField]) -> Iterator[sheets.Field]:
    common = _common(making, fields, "reads")
    for ticked, run in groupby(fields, key=lambda field: field.kind == "check"):
        alike = list(run)
        if ticked:
            labels = tuple(making.said(field.label) for field in alike)
            yield sheets.Ticks(name=f"{form}-{alike[0].id}", ask=making.say("form.tick"), options=labels)
        else:
            yield from (_field(making, form, field, common) for field in alike)


def _field(making: Making, form: str, field: content.FormField, common: str) -> sheets.Field:
    name, ask = f"{form}-{field.id}", making.said(field.label)
    read = making.said(field.reads)
    help = making.say("form.read-by", who=read) if read and read != common else ""
    options = tuple(making.said(option) for option in field.options)
    match field.kind:
        case "line":
            return sheets.Short(name=name, ask=ask)
        case "choice":
            return sheets.Ticks(name=name, ask=ask, options=options, help=help)
        case "table":
            return sheets.Grid(name=name, ask=ask, head=options, rows=field.lines or 6, help=help)
        case "text":
            return sheets.Words(title="", text_md=making.markdown(field.label))
        case _:
            return sheets.Lines(name=name, ask=ask, lines=max(field.lines, 1), help=help)


# --- words written for reading, as a sheet to write on


def to_write(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """A block with an empty table, a list of things to write, or a question, as lines to write on; a numbered row for each mentee."""
    making, group = packing.making, packing.group
    block = making.library.blocks.get(part.lead)
    if block is None or not making.serves(block.tags.cohort):
        return []
    title = making.said(part.title or block.title)
    name = part.lead.rsplit("/", 1)[-1]
    body = making.markdown(block.body)
    made = written.asking(written.for_each(body, group.mentees) if group else body, name, fillable=True)
    return [Sheet(id=name, title=title, holds=room.filled(made, title), level=2)]


def to_sign(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """A block whose empty cells wait for a pen, filled in and signed."""
    making = packing.making
    block = making.library.blocks.get(part.lead)
    if block is None:
        return []
    title, name = making.said(part.title or block.title), part.lead.rsplit("/", 1)[-1]
    made = written.form(making.markdown(block.body), name, fillable=True)
    return [Sheet(id=name, title=title, holds=made, level=2)]


def log(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """The log book: one page for every meeting, with the same few questions."""
    making, group = packing.making, packing.group
    block = making.library.blocks.get(part.lead)
    if block is None or group is None:
        return []
    *before, last = (_log_page(making, block, meeting) for meeting in group.meetings)
    return [*before, _last_of_the_log(making, group, last)]


def _last_of_the_log(making: Making, group: GroupPlan, page: Sheet) -> Sheet:
    """After the last meeting there is no way to the next: its question about midway is for before the conversation, or for later."""
    assert isinstance(page.holds, sheets.Form)
    *evening, midway = page.holds.fields
    assert isinstance(midway, sheets.Lines)
    later = making.say("log.before-conversation" if group.closing_conversations else "log.a-month-later")
    return replace(page, holds=replace(page.holds, fields=(*evening, replace(midway, ask=later))))


def _log_page(making: Making, block: content.Block, meeting: Meeting) -> Sheet:
    title = making.say("log.title", ordinal=making.voice.ordinal(meeting.number), number=meeting.number)
    made = written.asking(making.markdown(block.body), f"log-{meeting.number}", fillable=True)
    made = made if meeting.number == 1 else replace(made, intro_md="")
    return Sheet(
        id=f"log-{meeting.number}",
        title=title,
        holds=room.filled(made, title),
        strong=making.said(block.title),
        rest=making.voice.weekday_date(meeting.on),
        level=2,
    )


# --- homework


def homework(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """The homework of every gap of this group, and of its closing conversations."""
    making, group = packing.making, packing.group
    assert group is not None, "homework is of a group"
    closing = making.library.assignments.get(gaps.CLOSING) if group.closing_conversations else None
    found = [(gaps.given(making.library, making.organisation, group, meeting.number), meeting.number) for meeting in group.meetings]
    return [
        *(_homework_sheet(making, group, one, after) for one, after in found if one and one != closing),
        *([_homework_sheet(making, group, closing, len(group.meetings))] if closing else []),
    ]


def _homework_sheet(making: Making, group: GroupPlan, found: content.Assignment, after: int) -> Sheet:
    repeated = gaps.again(making.library, making.organisation, group, after)
    title, name = making.said(found.title), f"homework-{found.id}{f'-{after}' if repeated else ''}"
    meeting = group.meetings[after] if after < len(group.meetings) else None
    made = sheets.Form(
        intro_md="\n\n".join(
            filter(None, (making.markdown(found.why), _how(making, found), making.say("homework.again") if repeated else ""))
        ),
        facts=tuple(_homework_facts(making, group, found, after)),
        fields=(
            *(
                sheets.Lines(name=f"{name}-{number}", ask=making.said(question.title), help=making.said(question.words), lines=2)
                for number, question in enumerate(found.questions, 1)
            ),
            *([sheets.Short(name=f"{name}-last", ask=making.say("homework.last-line"))] if found.kind == "written" else []),
            _in_doubt(making, found, meeting),
        ),
        consents=(sheets.Ticks(name=f"{name}-share", ask=making.say("homework.share")),)
        if gaps.readers(group, found, after) == "mentor" and making.scope["group"]["shares_homework"]
        else (),
        sign=(sheets.Short(name=f"{name}-name", ask=making.say("form.name")),) if found.kind == "written" else (),
        fillable=True,
    )
    return Sheet(
        id=name,
        title=title,
        holds=room.filled(made, title),
        strong=making.say(f"homework.number.{found.kind}", number=after) if meeting else making.say("homework.closing"),
        rest=_for_meeting(making, meeting),
        right=making.scope["group"]["name"],
        level=2,
    )


def _how(making: Making, found: content.Assignment) -> str:
    """How to go about it; what is handed in is written here or in a mail."""
    return " ".join((making.markdown(found.intro), *([making.say("homework.here-or-mail")] if found.kind == "written" else [])))


def _in_doubt(making: Making, found: content.Assignment, meeting: Meeting | None) -> sheets.Words:
    """What to do when stuck, with how somebody fictional began; and when one writes by hand, is late or cannot come."""
    if found.id == gaps.CLOSING:  # a full page, and a sheet for oneself alone
        return sheets.Words(title="", text_md=making.say("homework.doubt.closing"))
    first = found.samples[0]
    work = making.said(first.work)  # a first name could be of nobody in a group of women, or of men
    stuck = making.say("homework.doubt.stuck", work=for_markdown(work), began=making.markdown(first.answers[0]))
    absent = "absent" if meeting else "absent-conversation"
    rest = ("by-hand", "late", absent) if found.kind == "written" else ("untouched", "absent-carrying")
    lines = (stuck, *(making.say(f"homework.doubt.{name}") for name in rest))
    return sheets.Words(title=making.say("homework.doubt"), text_md="\n".join(f"- {line}" for line in lines))


def _for_meeting(making: Making, meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    return making.say(
        "homework.for-meeting",
        ordinal=making.voice.ordinal(meeting.number),
        number=meeting.number,
        on=making.voice.weekday_date(meeting.on),
    )


def _homework_facts(making: Making, group: GroupPlan, found: content.Assignment, after: int) -> Iterator[sheets.Fact]:
    """Until when, how long, to whom, who reads it, when it is deleted: for questions to carry, that nobody does."""
    due = gaps.due(group, after)
    reads = gaps.readers(group, found, after)
    if due and found.kind == "written":
        when = making.say("homework.due", on=making.voice.weekday_date(due), at=making.scope["group"]["due_time"])
        to = making.say("homework.due-to", when=when)
        yield sheets.Fact(title=making.say("homework.deadline"), words=to[:1].upper() + to[1:])
        pages = making.say("homework.pages", count=gaps.length(making.organisation, group, found))
        yield sheets.Fact(title=making.say("homework.length"), words=_sentence(pages))
    elif after < len(group.meetings):
        until = making.say("homework.carried-until", on=making.voice.weekday_date(group.meetings[after].on))
        yield sheets.Fact(title=making.say("homework.carried"), words=until)
    yield sheets.Fact(title=making.say("homework.read-by"), words=_sentence(making.say(f"homework.read-by-{reads}")))
    if found.kind == "written":
        yield sheets.Fact(title=making.say("homework.deleted"), words=_sentence(making.say("homework.deleted-when")))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
