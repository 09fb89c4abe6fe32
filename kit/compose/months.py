"""All dates of the programme month by month, as tables: one for the screen, the telephone and the wall."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from kit.compose import dates
from kit.compose.fill import for_html, for_markdown
from kit.compose.making import Making, element, table
from kit.model.programme import Event


def tables(making: Making, options: Mapping[str, str]) -> str:
    """Every date, or those of one role (`role:`), or only those that lie ahead on a day (`from:`): a heading and a table for each month."""
    first_day = options.get("from", "")
    events = [event for event in making.programme.events if dates.is_for(options.get("role", ""), event) and f"{event.on}" >= first_day]
    months = groupby(events, key=lambda event: event.on.replace(day=1))
    return "\n\n".join(_month(making, first, list(found)) for first, found in months)


def _month(making: Making, first: date, events: list[Event]) -> str:
    name = making.say("calendar.month", month=making.voice.month(first), year=str(first.year))
    head = [for_html(making.say(f"calendar.{column}")) for column in ("day", "clock", "what")]
    rows = [[_day(making, event), for_html(_clock(making, event)), _what(making, event)] for event in events]
    heading = f"## {for_markdown(name[:1].upper() + name[1:])} {{ #{first:%Y-%m} }}"
    return f"{heading}\n\n" + table(for_html(making.say("calendar.caption", month=name)), head, rows, kind="gm-table gm-months")


def _day(making: Making, event: Event) -> str:
    said = making.say("calendar.day-of-month", weekday=making.voice.weekday(event.on).capitalize(), day=event.on.day)
    return element("time", for_html(said), datetime=event.on.isoformat())


def _clock(making: Making, event: Event) -> str:
    if event.start is None or event.kind in dates.AT_THE_MEETING:
        return ""
    return making.voice.clocks(event.start, event.end) if event.end else making.voice.clock(event.start)


def _what(making: Making, event: Event) -> str:
    line = dates.line(making, event)
    title = element("a", for_html(line.title), href=line.target) if line.target else for_html(line.title)
    place = dates.place(making.programme, event, making.voice.language)
    return title + (element("span", for_html(place), class_="gm-r") if place else "")
