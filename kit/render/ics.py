"""A Calendar becomes an iCalendar file (RFC 5545, published as RFC 5546 says). The only module that knows icalendar.

icalendar escapes texts and folds lines by bytes between letters. Time zones are written as yearly rules from 1970, as every
large calendar does: Outlook does not read the listed dates of `Timezone.from_tzid` and moves summer meetings by an hour
(https://github.com/iCalcreator/iCalcreator/issues/86, 106), and these dates lie an hour late in spring.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar

from kit.model.calendar import Calendar, Entry

MAKER = "-//Gruppementor//Gruppementor//{}"
ONE_DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULES_BEGIN = 1970


def render(calendar: Calendar) -> bytes:
    """The file's bytes: lines end in CRLF, at most 75 bytes long."""
    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", MAKER.format(calendar.language.upper()))
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("name", calendar.title)
    file.add("x-wr-calname", calendar.title)
    if calendar.zone and calendar.entries:
        file.add_component(_zone(calendar.zone, *_years(calendar)))
    for entry in calendar.entries:
        file.add_component(_event(entry, calendar))
    return bytes(file.to_ical(sorted=False))


def _years(calendar: Calendar) -> tuple[int, int]:
    """First and last year of the entries."""
    years = [on.year for entry in calendar.entries for on in (entry.on, entry.last or entry.on)]
    return min(years), max(years)


# --- events


def _event(entry: Entry, calendar: Calendar) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", calendar.stamp)
    event.add("sequence", calendar.sequence)
    for name, moment in _times(entry, calendar.zone):
        event.add(name, moment)
    event.add("summary", entry.title)
    for name, words in (("location", entry.place), ("description", entry.description), ("url", entry.link)):
        if words:
            event.add(name, words)
    if calendar.email:
        event.add("organizer", _organiser(calendar))
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    for before in entry.alarms:
        event.add_component(_alarm(entry.title, before))
    return event


def _times(entry: Entry, zone: str) -> Iterator[tuple[str, date]]:
    """Start and end; whole days end on the morning after."""
    if entry.start is None or entry.end is None:
        yield "dtstart", entry.on
        yield "dtend", (entry.last or entry.on) + ONE_DAY
        return
    yield "dtstart", _local(entry.on, entry.start, zone)
    yield "dtend", _local(entry.on + ONE_DAY if entry.end <= entry.start else entry.on, entry.end, zone)


def _local(on: date, at: time, zone: str) -> datetime:
    return datetime.combine(on, at, tzinfo=ZoneInfo(zone) if zone else None)


def _organiser(calendar: Calendar) -> icalendar.vCalAddress:
    address = icalendar.vCalAddress(f"mailto:{calendar.email}")
    # Some readers take a backslash here for an escape and lose the address. The description has the name anyway.
    if calendar.organiser and "\\" not in calendar.organiser:
        address.params["CN"] = calendar.organiser
    return address


def _alarm(words: str, before: timedelta) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", before)
    return alarm


# --- time zones


Rule = tuple[int, int, int]  # month, which one in the month (-1 is the last), weekday


@dataclass(frozen=True, slots=True)
class Change:
    """The clock is moved: `at` is what it showed before."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def summer(self) -> bool:
        """What Dublin calls its winter time is the daylight time of other clocks; calendars know it by the hour alone."""
        return self.after > self.before


def _zone(name: str, first_year: int, last_year: int) -> icalendar.Timezone:
    """The zone's clock in these years: two yearly rules; where no rule fits every year, or the clock stands still, one by one."""
    zone = icalendar.Timezone()
    zone.add("tzid", name)
    years = range(first_year, last_year + 1)
    changes = [change for year in years for change in _changes(name, year)]
    halves = [[change for change in changes if change.summer is summer] for summer in (False, True)]
    rules = [rule for half in halves if len(half) == len(years) and (rule := _yearly(half))]
    if len(rules) == len(halves):
        components = [_component(half[0], _first_by(rule, half[0].at.time()), rule) for half, rule in zip(halves, rules, strict=True)]
    else:
        components = [_component(change, change.at) for change in (_standing(name, first_year), *changes)]
    for component in components:
        zone.add_component(component)
    return zone


def _standing(name: str, year: int) -> Change:
    """What the clock shows when a year begins, as a change from the same."""
    begins = datetime.combine(date(year, 1, 1), time.min)
    moment = begins.replace(tzinfo=ZoneInfo(name))
    return Change(begins, _offset(moment), _offset(moment), moment.tzname() or "")


@cache
def _changes(name: str, year: int) -> tuple[Change, ...]:
    """Every change of the clock in a year."""
    return tuple(_changing(ZoneInfo(name), year))


def _changing(zone: ZoneInfo, year: int) -> Iterator[Change]:
    days = [datetime(year, 1, 1, tzinfo=UTC) + ONE_DAY * day for day in range(367)]
    for start, end in pairwise(days):
        if _offset(start.astimezone(zone)) == _offset(end.astimezone(zone)):
            continue
        quarters = [start + timedelta(minutes=15) * quarter for quarter in range(97)]
        for one, other in pairwise(quarters):
            before, after = one.astimezone(zone), other.astimezone(zone)
            at = (other + _offset(before)).replace(tzinfo=None)
            if _offset(before) != _offset(after) and at.year == year:
                yield Change(at, _offset(before), _offset(after), after.tzname() or "")


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _yearly(changes: list[Change]) -> Rule | None:
    """The rule that names every one of the changes; None when none does."""
    rules = {(change.at.month, nth, change.at.weekday()) for change in changes for nth in (-1, 1, 2, 3, 4)}
    same_hour = len({(change.at.time(), change.before, change.after) for change in changes}) == 1
    fitting = [rule for rule in sorted(rules) if all(_day(change.at.year, rule) == change.at.date() for change in changes)]
    return fitting[0] if fitting and same_hour else None


def _day(year: int, rule: Rule) -> date:
    """The day that a rule names in a year."""
    month, nth, weekday = rule
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - ONE_DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _first_by(rule: Rule, at: time) -> datetime:
    return datetime.combine(_day(RULES_BEGIN, rule), at)


def _component(change: Change, begins: datetime, rule: Rule | None = None) -> icalendar.Component:
    component = icalendar.TimezoneDaylight() if change.summer else icalendar.TimezoneStandard()
    component.add("tzname", change.name)
    component.add("dtstart", begins)
    component.add("tzoffsetfrom", change.before)
    component.add("tzoffsetto", change.after)
    if rule:
        month, nth, weekday = rule
        component.add("rrule", {"freq": "yearly", "bymonth": month, "byday": f"{nth}{WEEKDAYS[weekday]}"})
    return component
