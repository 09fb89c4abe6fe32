"""With a roster: each person's letters and calendar. This composer and `personal` receive it, and all that they make is private.

What is known of a person goes into the letter's blanks; what only the sender knows stays in [square brackets].
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kit.compose.blanks import about, filled
from kit.compose.calendars import COORDINATOR, calendars, of_group
from kit.compose.letters import letter, prepared, sent
from kit.compose.making import Making
from kit.model.book import Book
from kit.model.calendar import Calendar
from kit.model.letter import LetterText, Paragraph, Run
from kit.model.library import Letter, Library
from kit.model.organisation import Organisation
from kit.model.programme import Programme
from kit.model.roster import Person, Roster
from kit.model.slug import slug
from kit.words import Voice

Blanks = Mapping[str, str]
BEFORE_GROUPS = "programme-start"  # what is sent before anybody is in a group
ROLES = {"mentor": ("mentor",), "mentee": ("mentee",), "all": ("mentor", "mentee"), "line-manager": ("mentee",)}  # whom a letter is about


# --- letters


def personal_letters(
    organisation: Organisation, programme: Programme, library: Library, voice: Voice, roster: Roster
) -> tuple[LetterText, ...]:
    """Each letter for each of the people that it goes to, named `<letter>/<person>`."""
    making = prepared(organisation, programme, library, voice)
    return tuple(_letters(making, roster))


def _letters(making: Making, roster: Roster) -> Iterator[LetterText]:
    for found in sent(making):
        if not found.personal:
            continue
        whole = letter(making, found)
        taken: list[str] = []
        for person, blanks in _recipients(making, found, roster):
            taken.append(slug(person.name, len(taken) + 1, taken))
            yield _written(whole, f"{found.id}/{taken[-1]}", blanks)


def _recipients(making: Making, found: Letter, roster: Roster) -> Iterator[tuple[Person, Blanks]]:
    """Whom a letter is about, with what it can say. To a line manager it goes once for each mentee whose manager is known."""
    managers = {person.id: person for person in roster.people}
    for person in roster.people:
        if person.role not in ROLES.get(found.to, ()) or not _has_use(making, found, person):
            continue
        known = _known(making, person, roster)
        if found.to != "line-manager":
            yield person, known
        elif (manager := managers.get(person.reports_to or "")) is not None:
            yield person, {**known, making.say("blank.name"): manager.name, making.say("blank.mentee"): person.name}


def _has_use(making: Making, found: Letter, person: Person) -> bool:
    """Whether somebody is still there, and in a group of the letter's type where it is for those in a group."""
    if person.left is not None:
        return False
    if person.group is None:
        return found.event == BEFORE_GROUPS
    return found.tags.cohort in ("all", making.programme.group(person.group).based_on)


def _known(making: Making, person: Person, roster: Roster) -> Blanks:
    """What is known of a person, by the words of the blank that it fills."""
    known = {"blank.name": person.name}
    if person.group is not None:
        group = making.programme.group(person.group)
        mentors = [mentor.name for mentor in roster.of(group.id, "mentor") if mentor.left is None]
        others = [mentee.name for mentee in roster.of(group.id, "mentee") if mentee.left is None and mentee != person]
        named = {"blank.mentor": mentors, "blank.mentors": mentors, "blank.others": others}
        known |= about(making, group) | {code: making.voice.several(names) for code, names in named.items() if names}
    return {making.say(code): words for code, words in known.items()}


def _written(whole: LetterText, name: str, blanks: Blanks) -> LetterText:
    return replace(
        whole,
        name=name,
        subject=filled(whole.subject, blanks),
        paragraphs=tuple(_filled(paragraph, blanks) for paragraph in whole.paragraphs),
    )


def _filled(paragraph: Paragraph, blanks: Blanks) -> Paragraph:
    return replace(
        paragraph,
        runs=tuple(Run(text=filled(run.text, blanks), bold=run.bold) for run in paragraph.runs),
        rows=tuple(tuple(filled(cell, blanks) for cell in row) for row in paragraph.rows),
    )


# --- calendars


def personal_calendars(
    organisation: Organisation, programme: Programme, library: Library, voice: Voice, book: Book, roster: Roster
) -> tuple[Calendar, ...]:
    """A calendar for each mentor, mentee and coordinator, with the entries of their role from the day they joined.

    The entries are those of the public calendars, uid and all, so whoever takes both has each date once.
    """
    public = {calendar.name: calendar for calendar in calendars(organisation, programme, library, voice, book)}
    return tuple(_calendars(public, roster))


def _calendars(public: Mapping[str, Calendar], roster: Roster) -> Iterator[Calendar]:
    taken: list[str] = []
    for person in roster.people:
        whole = public.get(COORDINATOR if person.role == "coordinator" else of_group(person.group or "", person.role))
        if whole is None or person.left is not None:
            continue
        taken.append(slug(person.name, len(taken) + 1, taken))
        yield replace(
            whole,
            name=taken[-1],
            title=f"{whole.title} – {person.name}",
            entries=tuple(entry for entry in whole.entries if person.joined is None or (entry.last or entry.on) >= person.joined),
        )
