"""The calendar files, read back by other programs: icalendar, recurring-ical-events and khal."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
import recurring_ical_events
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st

from kit import compose
from kit.model.calendar import Calendar, Entry
from kit.read import characters
from kit.render import ics
from tests.composed import book
from tests.helpers import example, library, voice

COPENHAGEN = "Europe/Copenhagen"
STAMP = datetime(2026, 1, 1, 1, tzinfo=UTC)
EXAMPLES = (("minimal", "da"), ("nordby", "da"), ("nordby", "en"), ("fjordene", "en"))


@cache
def calendars(name: str, language: str) -> dict[str, Calendar]:
    known = example(name)
    found = compose.calendars(known.source.organisation, known.programme, known.library, voice(language), book(name, language))
    return {calendar.name: calendar for calendar in found}


def calendar(*entries: Entry, zone: str = COPENHAGEN, email: str = "", organiser: str = "") -> Calendar:
    return Calendar(
        name="prøve", language="da", title="Prøve", stamp=STAMP, sequence=3, zone=zone, entries=entries, email=email, organiser=organiser
    )


def meeting(on: date, start: str = "16:00", end: str = "19:00", title: str = "Møde") -> Entry:
    return Entry(uid=f"{on}@prøve", title=title, on=on, start=time.fromisoformat(start), end=time.fromisoformat(end))


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


# --- the file


def test_an_entry_is_written_as_the_standard_says() -> None:
    entry = Entry(
        uid="lilleby.2027.meeting.hold-1.2@gruppementor",
        title="Hold 1: 2. gruppemøde",
        on=date(2027, 4, 1),
        start=time(16),
        end=time(19),
        place="Rådhuset, mødelokale 2",
        description="Læs mere\nSpørg HR; altid",
        link="https://mentor.lilleby.example/a.html",
        alarms=(timedelta(days=-1), timedelta(hours=-1)),
        busy=True,
    )

    written = ics.render(calendar(entry, email="hr@lilleby.example", organiser="HR og Udvikling")).decode("utf-8")

    assert written.split("END:VTIMEZONE\r\n")[1].replace("\r\n", "\n") == dedent("""\
        BEGIN:VEVENT
        UID:lilleby.2027.meeting.hold-1.2@gruppementor
        DTSTAMP:20260101T010000Z
        SEQUENCE:3
        DTSTART;TZID=Europe/Copenhagen:20270401T160000
        DTEND;TZID=Europe/Copenhagen:20270401T190000
        SUMMARY:Hold 1: 2. gruppemøde
        LOCATION:Rådhuset\\, mødelokale 2
        DESCRIPTION:Læs mere\\nSpørg HR\\; altid
        URL:https://mentor.lilleby.example/a.html
        ORGANIZER;CN="HR og Udvikling":mailto:hr@lilleby.example
        TRANSP:OPAQUE
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Hold 1: 2. gruppemøde
        TRIGGER:-P1D
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Hold 1: 2. gruppemøde
        TRIGGER:-PT1H
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """)


def test_the_zone_is_written_as_the_two_yearly_rules_that_outlook_reads() -> None:
    written = ics.render(calendar(meeting(date(2027, 4, 1)))).decode("utf-8")

    assert written.split("BEGIN:VEVENT")[0].replace("\r\n", "\n") == dedent("""\
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Gruppementor//Gruppementor//DA
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Prøve
        X-WR-CALNAME:Prøve
        BEGIN:VTIMEZONE
        TZID:Europe/Copenhagen
        BEGIN:STANDARD
        TZNAME:CET
        DTSTART:19701025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        TZNAME:CEST
        DTSTART:19700329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """)


def test_whole_days_end_on_the_morning_after() -> None:
    one = Entry(uid="1", title="Brev", on=date(2027, 1, 4))
    several = Entry(uid="2", title="Samtaler", on=date(2027, 4, 12), last=date(2027, 4, 22))

    found = events(ics.render(calendar(one, several)))

    assert [(event["dtstart"].dt, event["dtend"].dt) for event in found] == [
        (date(2027, 1, 4), date(2027, 1, 5)),
        (date(2027, 4, 12), date(2027, 4, 23)),
    ]


def test_a_meeting_that_ends_after_midnight_ends_the_next_day() -> None:
    (event,) = events(ics.render(calendar(meeting(date(2027, 3, 1), "22:00", "01:00"))))

    assert event["dtend"].dt == datetime(2027, 3, 2, 1, tzinfo=ZoneInfo(COPENHAGEN))


# --- text: whatever an organisation may write comes out as it went in

LETTERS = st.sampled_from("abc æøåÆØÅ ;,:\\\"'\n=^😀🇩🇰👩‍🎓é中 ")
TEXTS = (
    st.text(LETTERS | st.characters(codec="utf-8"), min_size=1, max_size=200)
    .map(characters.tidy)
    .filter(lambda text: text.strip() and not any(characters.forbidden(text)))
)


@given(title=TEXTS, place=TEXTS, description=TEXTS)
def test_any_text_comes_back_whole_from_lines_of_at_most_75_bytes(title: str, place: str, description: str) -> None:
    entry = Entry(uid="1", title=title, on=date(2027, 2, 3), place=place, description=description)

    data = ics.render(calendar(entry))
    (event,) = events(data)

    assert (str(event["summary"]), str(event["location"]), str(event["description"])) == (title, place, description)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert all(line.decode("utf-8") is not None for line in data.split(b"\r\n"))


@tried(name="\\")
@given(name=TEXTS.filter(lambda text: "\n" not in text))
def test_the_coordinators_name_cannot_leave_its_place(name: str) -> None:
    (event,) = events(ics.render(calendar(meeting(date(2027, 2, 3)), email="hr@lilleby.example", organiser=name)))

    assert (str(event["organizer"]), sorted(event)) == (
        "mailto:hr@lilleby.example",
        ["DTEND", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "SUMMARY", "TRANSP", "UID"],
    )


# --- clocks


def zones() -> list[str]:
    return sorted(set(library().zones.values()))


def unknown(data: bytes, zone: str) -> bytes:
    """The same file under a zone that nobody knows, so that a reader must go by its rules; one name a file, for readers remember."""
    return data.replace(zone.encode(), f"X{len(data)}/{zone}".encode())


def test_every_zone_of_ours_is_known() -> None:
    assert set(zones()) - available_timezones() == set()


@pytest.mark.parametrize("zone", zones())
def test_the_rules_of_a_zone_tell_the_same_time_as_the_zone(zone: str) -> None:
    days = [date(2027, 1, 1) + timedelta(days=day) for day in range(0, 2 * 365, 7)]
    changes = [date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29), date(2027, 10, 30), date(2027, 10, 31)]
    data = ics.render(calendar(*(meeting(day, "04:30", "05:30") for day in (*days, *changes)), zone=zone))

    found = events(unknown(data, zone))

    assert [event["dtstart"].dt.astimezone(UTC) for event in found] == [
        datetime.combine(day, time(4, 30), tzinfo=ZoneInfo(zone)).astimezone(UTC) for day in (*days, *changes)
    ]


def test_where_no_yearly_rule_fits_each_change_is_written_by_itself() -> None:
    """In Greenland the clock changes on the Saturday before the last Sunday: no rule of Outlook's says that for every year."""
    zone = "America/Nuuk"
    days = [date(year, month, 15) for year in range(2026, 2032) for month in (1, 4, 7, 11)]

    data = ics.render(calendar(*(meeting(day) for day in days), zone=zone))

    assert b"RRULE" not in data
    assert [event["dtstart"].dt.utcoffset() for event in events(unknown(data, zone))] == [
        datetime.combine(day, time(16), tzinfo=ZoneInfo(zone)).utcoffset() for day in days
    ]


def test_a_clock_time_that_spring_skips_is_written_as_it_was_given() -> None:
    data = ics.render(calendar(meeting(date(2027, 3, 28), "02:30", "05:30")))

    assert b"DTSTART;TZID=Europe/Copenhagen:20270328T023000\r\n" in data
    assert len(events(data)) == 1


def test_without_a_zone_the_time_is_the_readers_own() -> None:
    data = ics.render(calendar(meeting(date(2027, 4, 1)), zone=""))

    assert b"DTSTART:20270401T160000\r\n" in data
    assert b"VTIMEZONE" not in data


# --- the examples, read by other programs


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_every_entry_happens_once_at_its_local_time(name: str, language: str) -> None:
    for each in calendars(name, language).values():
        read = recurring_ical_events.of(icalendar.Calendar.from_ical(ics.render(each)))

        found = sorted((str(event["uid"]), _local(event["dtstart"].dt)) for event in read.between(date(2025, 1, 1), date(2031, 1, 1)))

        assert found == sorted(
            (entry.uid, f"{entry.on} {entry.start or '':%H:%M}".strip() if entry.start else str(entry.on)) for entry in each.entries
        )


def _local(moment: date) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else str(moment)


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_no_two_entries_of_a_file_share_a_uid(name: str, language: str) -> None:
    for each in calendars(name, language).values():
        uids = [entry.uid for entry in each.entries]
        assert len(set(uids)) == len(uids)


def test_the_same_thing_has_one_uid_in_every_language_and_file() -> None:
    danish, english = calendars("nordby", "da"), calendars("nordby", "en")

    assert {name: [entry.uid for entry in each.entries] for name, each in danish.items()} == {
        name: [entry.uid for entry in each.entries] for name, each in english.items()
    }
    meeting = danish["calendar-hold-a-meeting-2"].entries[0]
    for whose in ("hold-a-mentee", "hold-a-mentor", "coordinator"):  # each leads to a page of their own; day, hour and place are alike
        (found,) = [entry for entry in danish[f"calendar-{whose}"].entries if entry.uid == meeting.uid]
        assert found == replace(meeting, link=found.link, description=found.description)


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_nobody_of_the_roster_is_in_a_calendar(name: str, language: str) -> None:
    roster = example(name).source.roster
    canaries = [word for person in (roster.people if roster else ()) for word in (person.name, person.email, f"#{person.id}#") if word]

    for each in calendars(name, language).values():
        unfolded = ics.render(each).decode("utf-8").replace("\r\n ", "")
        assert [word for word in canaries if word in unfolded] == []
        assert "ATTENDEE" not in unfolded


# --- khal, as a person's own calendar program


@pytest.fixture
def khal(tmp_path: Path) -> "Khal":
    return Khal(tmp_path)


class Khal:
    """khal with a configuration, a collection and a home of its own."""

    FORMAT = "{start-date} {start-time}-{end-time} {title}"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "collection").mkdir()
        (folder / "config").write_text(
            dedent(f"""\
                [calendars]
                [[mine]]
                path = {folder}/collection
                [sqlite]
                path = {folder}/khal.db
                [locale]
                local_timezone = {COPENHAGEN}
                default_timezone = {COPENHAGEN}
                timeformat = %H:%M
                dateformat = %Y-%m-%d
                longdateformat = %Y-%m-%d
                datetimeformat = %Y-%m-%d %H:%M
                longdatetimeformat = %Y-%m-%d %H:%M
                [default]
                default_calendar = mine
                """),
            encoding="utf-8",
        )

    def ask(self, *words: str) -> str:
        surroundings = {"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        command = ["/usr/bin/khal", "-c", str(self.folder / "config"), *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=surroundings, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def take(self, *several: Calendar) -> None:
        files = [self.folder / f"{each.name}.ics" for each in several]
        for file, each in zip(files, several, strict=True):
            file.write_bytes(ics.render(each))
        self.ask("import", "--batch", *map(str, files))

    def list(self) -> list[str]:
        """Everything once, in order; what lasts for days is listed with its first day."""
        said = self.ask("list", "--once", "--day-format", "", "--format", self.FORMAT, "2026-01-01", "1200d")
        return [line.strip() for line in said.splitlines() if line.strip()]


def test_khal_shows_a_mentees_calendar_on_both_sides_of_summer_time(khal: Khal) -> None:
    khal.take(calendars("nordby", "da")["calendar-hold-a-mentee"])

    assert khal.list() == [
        "2027-01-28 - Lederaspiranter, hold A: startmåling, fem korte spørgsmål",
        "2027-02-04 15:30-18:30 Lederaspiranter, hold A: 1. gruppemøde",
        "2027-03-01 12:00-12:15 Lederaspiranter, hold A: hjemmeopgave til 2. møde afleveres",
        "2027-03-04 15:30-18:30 Lederaspiranter, hold A: 2. gruppemøde",
        "2027-03-24 12:00-12:15 Lederaspiranter, hold A: hjemmeopgave til 3. møde afleveres",
        "2027-04-01 15:30-18:30 Lederaspiranter, hold A: 3. gruppemøde",
        "2027-04-01 18:30-18:45 Lederaspiranter, hold A: slutmåling på sidste møde",
        "2027-04-07 12:00-12:15 Lederaspiranter, hold A: hjemmeopgave til den individuelle samtale afleveres",
        "2027-04-12 - Lederaspiranter, hold A: individuelle samtaler",
        "2027-05-14 - Alt det skrevne slettes",
        "2027-10-01 - Lederaspiranter, hold A: brev fem måneder efter",
        "2027-10-01 - Lederaspiranter, hold A: opfølgning fem måneder efter",
    ]


def listed(entry: Entry) -> str:
    """As khal lists it."""
    clock = f"{entry.start:%H:%M}-{entry.end:%H:%M}" if entry.start and entry.end else "-"
    return f"{entry.on} {clock} {entry.title}"


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_khal_lists_everything_of_the_coordinators_at_its_local_time(khal: Khal, name: str, language: str) -> None:
    everything = calendars(name, language)["calendar-coordinator"]

    khal.take(everything)

    assert sorted(khal.list()) == sorted(listed(entry) for entry in everything.entries)


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_khal_takes_every_calendar_of_an_example_and_nothing_comes_twice(khal: Khal, name: str, language: str) -> None:
    """Whoever is both mentor and coordinator takes several files; what stands in two of them has one uid."""
    several = [*calendars(name, language).values()]
    entries = {entry.uid: entry for each in several for entry in each.entries}
    clocks = {summer_time(entry) for entry in entries.values() if entry.start}

    khal.take(*several)

    assert clocks == {False, True}
    assert sorted(khal.list()) == sorted(listed(entry) for entry in entries.values())


def summer_time(entry: Entry) -> bool:
    assert entry.start
    return bool(datetime.combine(entry.on, entry.start, tzinfo=ZoneInfo(COPENHAGEN)).dst())


def test_khal_would_show_a_meeting_of_another_zone_at_another_time(khal: Khal) -> None:
    """So the tests above see the zone and its summer time, and not the written clock alone."""
    khal.take(calendar(meeting(date(2027, 3, 1)), meeting(date(2027, 4, 1)), zone="Atlantic/Reykjavik"))

    assert khal.list() == ["2027-03-01 17:00-20:00 Møde", "2027-04-01 18:00-21:00 Møde"]
