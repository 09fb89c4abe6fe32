"""Homework: which one a group has in each gap, and how it stands on a page, with its frame, its questions and fictional answers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kit.compose.fill import for_html, for_markdown
from kit.compose.making import FACTS, Making, element, table
from kit.compose.scope import homework_form
from kit.model.library import Assignment, Library, Sample
from kit.model.organisation import Group, Organisation
from kit.model.programme import GroupPlan

Options = Mapping[str, str]
Rows = Iterator[tuple[str, str]]
CLOSING = "closing"  # the sheet for oneself before a closing conversation
LAST = 3  # homework is written for the gaps after the first, second and third agenda


# --- which one


def given(library: Library, organisation: Organisation, group: GroupPlan, after: int) -> Assignment | None:
    """What a group takes home from meeting `after`: homework for the next one; after the last, for its closing conversations.

    It follows the agendas on both sides. A group of three meetings goes from agenda 2 to agenda 4 and writes what that builds on.
    """
    if after == len(group.meetings) and group.closing_conversations is None:
        return None
    form = homework_form(organisation, _wish(organisation, group), group)
    number = _number(library, group, after)
    own = [found for found in library.assignments.values() if (found.based_on, found.kind) == (group.based_on, form)]
    homework = next((found for found in own if found.after == number), None)
    if after < len(group.meetings):
        return homework
    return homework if form == "written" and homework else library.assignments.get(CLOSING)


def again(library: Library, organisation: Organisation, group: GroupPlan, after: int) -> bool:
    """Whether the gap before had the same: with more meetings than homework, one comes twice."""
    return after > 1 and given(library, organisation, group, after) == given(library, organisation, group, after - 1)


def due(group: GroupPlan, after: int) -> date | None:
    """The day of the deadline; None where nothing is handed in."""
    if after < len(group.meetings):
        return group.meetings[after].homework_due
    return group.closing_conversations.homework_due if group.closing_conversations else None


def length(organisation: Organisation, group: GroupPlan, found: Assignment) -> int:
    """Pages: what the homework needs, and no more than the group allows."""
    return min(found.pages, _wish(organisation, group).homework.max_pages)


def readers(group: GroupPlan, found: Assignment, after: int) -> str:
    """Who reads it; what is written for a conversation is for the mentor alone, for the group does not meet again."""
    if found.kind != "written":
        return "nobody"
    return "mentor" if after < len(group.meetings) else "mentor-alone"


def page(group: GroupPlan, after: int) -> str:
    """The id of its page."""
    return f"groups/{group.id}/homework-{after}"


def _number(library: Library, group: GroupPlan, after: int) -> int:
    stages = [_stage(library, meeting.agenda.template, meeting.number) for meeting in group.meetings]
    following = stages[after] if after < len(stages) else LAST + 1
    return min(LAST, max(stages[after - 1], following - 1))


def _stage(library: Library, template: str, number: int) -> int:
    return library.agendas[template].meeting if template in library.agendas else number


def _wish(organisation: Organisation, group: GroupPlan) -> Group:
    return next(wish for wish in organisation.groups if wish.id == group.id)


# --- on a group's page


def title(making: Making) -> str:
    """»Hjemmeopgave 2: De første skridt«."""
    group, after = _here(making)
    found = given(making.library, making.organisation, group, after)
    if found is None:
        return ""
    kind = CLOSING if found.id == CLOSING else found.kind
    ordinal = making.voice.ordinal(after)
    return making.say(f"homework.title.{kind}", number=after, ordinal=ordinal, theme=making.said(found.title))


def homework(making: Making, _: Options) -> str:
    """What this group takes home from this meeting: deadline, length, reader, deletion, and the questions."""
    group, after = _here(making)
    found = given(making.library, making.organisation, group, after)
    if found is None:
        return ""
    repeated = making.say("homework.again") if again(making.library, making.organisation, group, after) else ""
    closing = making.library.assignments.get(CLOSING) if after == len(group.meetings) and found.id != CLOSING else None
    parts = [
        _frame(making, _rows(making, group, found, after)),
        repeated,
        f"## {making.say('homework.questions')} {{ #questions }}",
        making.markdown(found.intro),
        _questions(making, found),
        f"## {for_markdown(making.said(closing.title))} {{ #{CLOSING} }}" if closing else "",
        making.markdown(closing.intro) if closing else "",
        _questions(making, closing) if closing else "",
    ]
    return "\n\n".join(part for part in parts if part)


def following(making: Making, _: Options) -> str:
    """On a meeting's page: what the group takes home, with its deadline and the way there."""
    group, after = _here(making)
    found = given(making.library, making.organisation, group, after)
    if found is None:
        return ""
    link = making.filler.link(for_markdown(title(making)), f"@{page(group, after)}")
    on = due(group, after)
    return making.say("homework.next-due", link=link, when=_when(making, on)) if on else making.say("homework.next", link=link)


def brought(making: Making, _: Options) -> str:
    """On a meeting's page: what the group comes with."""
    link = brought_link(making)
    return making.say("homework.brought", link=link) if link else ""


def brought_link(making: Making) -> str:
    """The name of what the group comes with, with the way there; nothing for the first meeting."""
    group, number = _here(making)
    if number == 1:
        return ""
    before = replace(making, meeting=group.meetings[number - 2])
    return making.filler.link(for_markdown(title(before)), f"@{page(group, number - 1)}")


def brought_on_paper(making: Making) -> str:
    """In a meeting's guide on paper: its name and what each of its questions is called."""
    link = brought_link(making)
    if not link:
        return ""
    group, number = _here(making)
    found = given(making.library, making.organisation, group, number - 1)
    named = [making.markdown(question.title) for question in found.questions] if found else []
    return "\n\n".join((link, *named))


def handed_out(making: Making) -> str:
    """In a meeting's guide on paper: what the group takes home, with all its questions, for no link leads from there."""
    group, after = _here(making)
    found = given(making.library, making.organisation, group, after)
    if found is None:
        return ""
    named, on = _ended(for_markdown(making.said(found.title))), due(group, after)
    told = (
        making.say("homework.handed-out.due", title=named, when=_when(making, on))
        if on
        else making.say("homework.handed-out.none", title=named)
    )
    repeated = again(making.library, making.organisation, group, after)
    questions = making.say("homework.again") if repeated else _questions(making, found)
    return "\n\n".join((f"## {making.say('homework.handed-out')} {{ #homework }}", told, questions))


def listed(making: Making, _: Options) -> str:
    """Every group's homework with its deadline, each with its page."""
    head = [for_html(making.say(f"homework.list.{column}")) for column in ("homework", "due")]
    parts = []
    for group in making.programme.groups:
        name = making.said(group.name)
        rows = [row for meeting in group.meetings if (row := _listed(making, group, meeting.number))]
        caption = for_html(making.say("homework.list.caption", group=name))
        parts.append(f"### {for_markdown(name)}\n\n{table(caption, head, rows, kind='gm-table gm-pair gm-named')}")
    return "\n\n".join(parts)


def _listed(making: Making, group: GroupPlan, after: int) -> list[str]:
    found = given(making.library, making.organisation, group, after)
    if found is None:
        return []
    on = due(group, after)
    when = making.voice.clock(_wish(making.organisation, group).homework.due_time)
    said = making.say("homework.due", on=making.voice.weekday_date(on), at=when) if on else making.say("homework.not-due")
    return [element("a", making.html(found.title), href=f"@{page(group, after)}"), for_html(said)]


def _rows(making: Making, group: GroupPlan, found: Assignment, after: int) -> Rows:
    if found.kind == "written":
        yield making.say("homework.deadline"), _when(making, due(group, after))
        yield making.say("homework.length"), making.say("homework.pages", count=length(making.organisation, group, found))
    elif after < len(group.meetings):
        yield making.say("homework.carried"), making.say("homework.carried-until", on=making.voice.weekday_date(group.meetings[after].on))
    yield from _readers(making, found, readers(group, found, after))
    if found.kind == "written":
        yield making.say("homework.deleted"), making.say("homework.deleted-on", on=making.voice.date(_deletion(making)))
    yield making.say("homework.why"), making.said(found.why)


def _when(making: Making, on: date | None) -> str:
    return making.say("homework.due", on=making.voice.weekday_date(on), at=making.scope["group"]["due_time"]) if on else ""


def _deletion(making: Making) -> date:
    return next(event.on for event in making.programme.events if event.kind == "homework-deletion")


def _here(making: Making) -> tuple[GroupPlan, int]:
    assert making.group is not None, "homework is of a group"
    assert making.meeting is not None, "homework is taken home from a meeting"
    return making.group, making.meeting.number


# --- on a page for everybody


def assignment(making: Making, options: Options) -> str:
    """One homework with size, deadline, reader and purpose, its questions, and two fictional answers."""
    found = making.library.assignments.get(options["id"])
    if found is None or not making.serves(found.based_on):
        return ""
    samples = "\n\n".join(_sample(making, sample) for sample in found.samples)
    heading = f"## {for_markdown(making.said(found.title))}"
    return "\n\n".join(
        [heading, _frame(making, _frame_rows(making, found)), making.markdown(found.intro), _questions(making, found), samples]
    )


def _frame_rows(making: Making, found: Assignment) -> Rows:
    if found.kind == "written":
        yield making.say("homework.length"), making.say("homework.pages", count=found.pages)
    yield from _readers(making, found, "mentor" if found.kind == "written" else "nobody")
    if found.kind == "written":
        yield making.say("homework.deleted"), making.say("homework.deleted-when")
    yield making.say("homework.why"), making.said(found.why)


def _readers(making: Making, found: Assignment, read: str) -> Rows:
    yield making.say("homework.to"), making.say(f"homework.to-{'mentor' if found.kind == 'written' else 'nobody'}")
    yield making.say("homework.read-by"), making.say(f"homework.read-by-{read}")


def _frame(making: Making, rows: Rows) -> str:
    head = [for_html(making.say("homework.what")), for_html(making.say("homework.how"))]
    return table(
        for_html(making.say("homework.frame")), head, [[for_html(term), for_html(words)] for term, words in rows], kind=f"{FACTS} gm-frame"
    )


def _questions(making: Making, found: Assignment) -> str:
    return "\n".join(
        f"{number}. **{_ended(making.markdown(question.title))}** {making.markdown(question.words)}"
        for number, question in enumerate(found.questions, 1)
    )


def _ended(title: str) -> str:
    """A title that stands on the line of its words, so it ends as a sentence does."""
    return title if title.endswith(("?", "!", ".", "…")) else f"{title}."


def _sample(making: Making, sample: Sample) -> str:
    answers = [f"> {number}. {making.markdown(answer)}" for number, answer in enumerate(sample.answers, 1)]
    last = [f"> *{making.say('homework.last-line')}:* {making.markdown(sample.last_line)}"] if sample.last_line else []
    written = "\n>\n".join([*answers, *last])
    who = f"{making.said(sample.name)}, {making.said(sample.work)}"
    return (
        f"### {making.say('homework.sample', who=for_markdown(who))}\n\n{written}\n\n"
        f"*{making.say('homework.to-the-mentor')}* {making.markdown(sample.to_mentor)}"
    )
