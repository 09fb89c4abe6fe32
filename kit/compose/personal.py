"""With a roster: name cards, attendance sheets, certificates. This composer and `mailmerge` receive it; all they make is private."""

from collections.abc import Iterator

from kit.compose.blanks import certified, filled
from kit.compose.brand import colours
from kit.compose.fill import for_markdown
from kit.compose.identity import identity
from kit.compose.letters import prepared
from kit.compose.making import Making
from kit.compose.packs import print_words
from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.model.library import Letter, Library
from kit.model.organisation import Organisation
from kit.model.programme import GroupPlan, Programme
from kit.model.roster import Person, Roster
from kit.model.source import Picture
from kit.words import Voice

CERTIFICATE = "certificate"


def personal(
    organisation: Organisation, programme: Programme, library: Library, voice: Voice, roster: Roster, *, logo: Picture | None = None
) -> tuple[Pack, ...]:
    """The private sheets of each group, in one language."""
    making = prepared(organisation, programme, library, voice)
    return tuple(_pack(making, name, title, made, logo) for name, title, made in _sheets(making, roster) if made)


def _sheets(making: Making, roster: Roster) -> Iterator[tuple[str, str, list[Sheet]]]:
    """Each private thing: its file name, its title and its sheets."""
    for group in making.programme.groups:
        here = [person for person in roster.of(group.id, "mentee") if person.left is None]
        everybody = [*roster.of(group.id, "mentor"), *here]
        yield f"name-cards-{group.id}", making.say("name-cards"), _name_cards(making, group, everybody)
        yield f"attendance-{group.id}", making.say("attendance"), _attendance(making, group, everybody)
        yield f"certificates-{group.id}", making.say("certificates"), _certificates(making, group, here)


def _name_cards(making: Making, group: GroupPlan, people: list[Person]) -> list[Sheet]:
    if not people:
        return []
    title = making.say("name-cards")
    cards = tuple(
        sheets.Card(
            text_md=for_markdown(person.name), left=group.name.said_in(making.voice.language), right=making.scope["organisation"]["short"]
        )
        for person in people
    )
    return [Sheet(id="name-cards", title=title, holds=sheets.Cards(instruction=making.say("personal.cut"), cards=cards))]


def _attendance(making: Making, group: GroupPlan, people: list[Person]) -> list[Sheet]:
    """Names down, meetings across: a tick for each who came. The number goes on, the names do not."""
    if not people:
        return []
    meetings = tuple(making.voice.short_day_month(meeting.on) for meeting in group.meetings)
    grid = sheets.Grid(
        name="attendance",
        ask=making.say("attendance.ask"),
        head=(making.say("form.name"), *meetings),
        first=tuple(person.name for person in people),
    )
    form = sheets.Form(intro_md=making.say("attendance.intro"), fields=(grid,))
    return [Sheet(id="attendance", title=making.say("attendance"), holds=form, right=group.name.said_in(making.voice.language))]


def _certificates(making: Making, group: GroupPlan, people: list[Person]) -> list[Sheet]:
    """One for each who is in the group, with the blanks of the certificate filled."""
    words = next((letter for letter in making.library.letters if letter.id == CERTIFICATE), None)
    if words is None:
        return []
    return [_certificate(making, group, words, person, number) for number, person in enumerate(people, 1)]


def _certificate(making: Making, group: GroupPlan, words: Letter, person: Person, number: int) -> Sheet:
    known = {"blank.name": for_markdown(person.name), **certified(group, making.voice)}
    blanks = {making.say(code): said for code, said in known.items()}
    body = sheets.Prose(body_md=filled(making.markdown(words.body), blanks))
    owner = making.scope["organisation"]["name"]  # in the foot: a certificate may be hung on a wall
    return Sheet(id=f"certificate-{number}", title=making.said(words.title), holds=body, in_contents=False, foot=owner)


def _pack(making: Making, name: str, title: str, made: list[Sheet], logo: Picture | None) -> Pack:
    carried = identity(making.organisation, making.programme, making.library, making.voice)
    return Pack(
        name=name,
        language=making.voice.language,
        title=title,
        subject=f"{carried.programme} · {carried.organisation}",
        foot=" · ".join((title, making.say("personal.private").rstrip("."), carried.stamp)),
        identity=carried,
        sheets=tuple(made),
        brand=colours(making.organisation.brand.primary),
        logo=logo,
        words=print_words(making.voice),
        seams=making.library.seams.get(making.voice.language, ()),
    )
