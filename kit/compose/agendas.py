"""Agendas on a page: clock times, minutes to scale, and the loose form that shows only its fixed points."""

from collections.abc import Mapping
from itertools import groupby

from kit.compose import dates
from kit.compose.fill import for_html
from kit.compose.making import Making, element
from kit.model.library import AgendaTemplate
from kit.model.programme import Agenda, Slot

Options = Mapping[str, str]


def agenda(making: Making, options: Options) -> str:
    """A meeting's agenda with clock times; the length of the bar is the minutes. `template:` names a mentor meeting's.

    A loose agenda shows its four fixed points; the minutes stand in a note for the mentor (fact compare-acting-loose-agenda).
    """
    if "template" in options:
        return _mentor_meeting(making, options["template"])
    if making.meeting is None:
        return ""
    found = making.meeting.agenda
    template = making.library.agendas.get(found.template)
    hows = spoken(making, found)
    caption = making.say("agenda.caption", minutes=found.minutes)
    whole = _agenda_table(making, caption, _agenda_rows(making, found, hows), making.voice.clock(making.meeting.end))
    loose = making.scope["group"]["tight"] is False
    shown = f"{_loose(making, found, template)}\n\n/// note | {making.say('agenda.for-mentor')}\n{whole}\n///" if loose else whole
    return "\n\n".join(part for part in (shown, dropped(making)) if part)


def _loose(making: Making, found: Agenda, template: AgendaTemplate | None) -> str:
    """The four fixed points with the clock of each: arrive, open room, pause, gather."""
    points = {item.id: item.point for item in template.items} if template else {}
    named = [(slot, points.get(slot.item) or _point(slot, found)) for slot in found.slots]
    runs = [(point, next(run)[0]) for point, run in groupby(named, key=lambda pair: pair[1])]
    points_at = [(making.voice.clock(slot.start), for_html(making.say(f"point.{point}"))) for point, slot in runs]
    return f"{making.say('agenda.for-group')}\n\n{dates.hanging(points_at)}"


def _point(slot: Slot, found: Agenda) -> str:
    """Where a slot belongs when its template does not say: first, pause, last, and all else is open room."""
    if slot.pause:
        return "pause"
    return "arrive" if slot == found.slots[0] else "gather" if slot == found.slots[-1] else "open-room"


def _mentor_meeting(making: Making, template: str) -> str:
    """The agenda of the first mentor meeting of a kind."""
    found = next((meeting for meeting in making.programme.mentor_meetings if meeting.agenda.template == template), None)
    if found is None or template not in making.library.agendas:
        return ""
    hows = spoken(making, found.agenda)
    caption = making.say("agenda.caption", minutes=found.agenda.minutes)
    return _agenda_table(making, caption, _agenda_rows(making, found.agenda, hows), making.voice.clock(found.end))


def seminar_day(making: Making, _: Options) -> str:
    """The seminar's day in one table."""
    seminar = making.programme.seminar
    if seminar is None:
        return making.say("seminar.none")
    hows = {block.id: making.said(block.happens) for block in making.library.seminar}
    caption = making.say("agenda.caption", minutes=seminar.agenda.minutes)
    return _agenda_table(making, caption, _agenda_rows(making, seminar.agenda, hows), making.voice.clock(seminar.end))


def spoken(making: Making, agenda: Agenda) -> dict[str, str]:
    """Who speaks in each item and for how long: »Alle, lige længe: 2 minutter hver.«"""
    template = making.library.agendas.get(agenda.template)
    hows = {item.id: making.said(item.how) for item in template.items} if template else {}
    return {slot.item: _turned(making, hows[slot.item], slot) for slot in agenda.slots if slot.item in hows}


def _turned(making: Making, how: str, slot: Slot) -> str:
    if not (how and slot.each):
        return how
    code = "agenda.focus" if slot.focus else "agenda.each"
    return making.say(code, how=how.rstrip("."), count=slot.focus, minutes=making.say("minutes", count=slot.each))


def _agenda_rows(making: Making, agenda: Agenda, hows: Mapping[str, str]) -> list[str]:
    return [
        element(
            "tr",
            element("td", making.voice.clock(slot.start), class_="gm-t")
            + element("th", element("b", making.html(slot.title)) + _how(hows.get(slot.item, "")), scope="row")
            + element("td", str(slot.minutes), class_="gm-min"),
            class_=f"gm-m{slot.minutes}{' gm-pause' if slot.pause else ''}",
            data_start=slot.start.isoformat("minutes"),
        )
        for slot in agenda.slots
    ]


def _how(how: str) -> str:
    return element("span", for_html(how), class_="gm-how") if how else ""


def _agenda_table(making: Making, caption: str, rows: list[str], end: str) -> str:
    head = (
        element("th", making.say("agenda.start"), scope="col", class_="gm-t")
        + element("th", making.say("agenda.item"), scope="col")
        + element("th", making.say("agenda.minutes"), scope="col", class_="gm-min")
    )
    parts = [
        '<table class="gm-agenda">',
        f"<caption>{for_html(caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
        *rows,
        "</tbody>",
        "</table>",
    ]
    return "\n".join([*parts, "", making.say("agenda.end", at=end)])


def dropped(making: Making) -> str:
    """What the time did not allow, and that it was the time."""
    found = making.meeting.agenda if making.meeting else None
    if found is None or not found.dropped:
        return ""
    items = making.voice.several(making.voice.quoted(making.said(item.title)) for item in found.dropped)
    return making.say("agenda.dropped", items=items, minutes=found.minutes, people=making.voice.words(found.people))
