"""A calendar that people put into their own: plain values, in one language; `kit/render/ics.py` makes the file.

Nobody is named in it but the coordinator, whose address is public.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in a calendar: from `start` to `end`, or without them the whole day, or every day to `last`.

    An `end` that is not after `start` lies on the next day. Alarms count from the start (of the day), negative is before.
    `busy`: people are away from other work.
    """

    uid: str
    title: str
    on: date
    start: time | None = None
    end: time | None = None
    last: date | None = None
    place: str = ""
    description: str = ""
    link: str = ""
    alarms: tuple[timedelta, ...] = ()
    busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One file: `name` is its file name without .ics, `zone` the name of the clock that its times are read on; "": the reader's own.

    `stamp` (UTC) and `sequence` come from the programme's revision, so the same input gives the same bytes and a later revision wins.
    """

    name: str
    language: str
    title: str
    stamp: datetime
    sequence: int
    zone: str = ""
    organiser: str = ""
    email: str = ""
    entries: tuple[Entry, ...] = ()
