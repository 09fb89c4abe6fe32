"""The programme's dates become calendars: one for the mentees and one for the mentor of each group, one for the coordinator, and
one for each meeting, to put into a mail.

An entry keeps its uid when dates move and when it is made again: organisation, round, kind, group, number. The round is in it because
the next round counts its revisions from 1, and would else be taken for an older version of this one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kit.compose import dates
from kit.compose.fill import for_html
from kit.compose.making import Making, element, later
from kit.compose.terms import replacer
from kit.model.book import Book, Link
from kit.model.calendar import Calendar, Entry
from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.programme import Event, GroupPlan, MentorMeeting, Programme
from kit.model.slug import slug
from kit.words import Voice

BUSY = ("seminar", "meeting")  # with the mentor meetings: what keeps people from other work
DEADLINES = ("homework-due", "homework-due-conversation")
WITHIN = ("mentor-meeting", "closing-conversations-end")  # said by entries of their own
DAY_BEFORE, HOUR_BEFORE, IN_THE_MORNING = timedelta(days=-1), timedelta(hours=-1), timedelta(hours=8)
MOMENT_MINUTES = 15  # a deadline: without an end, some calendars would show an hour
COORDINATOR = "calendar-coordinator"


def of_group(group: str, role: str) -> str:
    """The name of the file, without .ics."""
    return f"calendar-{group}-{role}"


def of_meeting(group: str, number: int) -> str:
    return f"calendar-{group}-meeting-{number}"


def calendars(organisation: Organisation, programme: Programme, library: Library, voice: Voice, book: Book) -> tuple[Calendar, ...]:
    """Every calendar in the voice's language. `book` knows the pages that the entries lead to."""
    writer = Writer(
        organisation, programme, library, voice, replacer(library.terms, organisation.terms, voice), book, _zone(organisation, library)
    )
    of_groups = (calendar for group in programme.groups for calendar in writer.of_group(group))
    return (*of_groups, writer.of_coordinator())


def _zone(organisation: Organisation, library: Library) -> str:
    """The clock of the organisation's country; "" where content/zones.yaml has none."""
    where = organisation.programme.holidays
    return library.zones.get(f"{where.country}-{where.subdivision}") or library.zones.get(where.country, "")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the calendars of one language."""

    organisation: Organisation
    programme: Programme
    library: Library
    voice: Voice
    terms: Callable[[str], str]
    book: Book
    zone: str

    def of_group(self, group: GroupPlan) -> Iterator[Calendar]:
        name = self._name(group)
        for role in ("mentee", "mentor"):
            entries = self._entries((event for event in self.programme.events if self._is_for(role, group, event)), role)
            joint = self._mentor_meetings(group.id) if role == "mentor" else ()
            yield self._calendar(of_group(group.id, role), f"{name} ({self._ours(f'calendar.for.{role}')})", (*entries, *joint))
        for event in self.programme.events:
            if event.kind == "meeting" and event.group == group.id:
                entry = self._entry(event, "mentee")  # for a mail to those invited: the mentor has their own file
                yield self._calendar(of_meeting(group.id, event.number or 0), entry.title, (entry,))

    def _is_for(self, role: str, group: GroupPlan, event: Event) -> bool:
        return dates.is_for(role, event) and dates.concerns(self.organisation, self.programme, event, group)

    def of_coordinator(self) -> Calendar:
        entries = (*self._entries(self.programme.events), *self._mentor_meetings())
        return self._calendar(COORDINATOR, self._ours("calendar.for.coordinator"), entries)

    def _calendar(self, name: str, title: str, entries: Iterable[Entry]) -> Calendar:
        revision = self.organisation.programme.revision
        return Calendar(
            name=name,
            language=self.voice.language,
            title=f"{self.book.title}: {title}",
            stamp=datetime(self._round - 1, 1, 1, tzinfo=UTC) + timedelta(hours=revision),
            sequence=revision,
            zone=self.zone,
            organiser=self.book.identity.coordinator,
            email=self.book.identity.email,
            entries=tuple(sorted(entries, key=lambda entry: (entry.on, entry.start or time.min))),
        )

    @property
    def _round(self) -> int:
        """The year in which the first group meets."""
        return min(group.meetings[0].on for group in self.programme.groups).year

    def _entries(self, events: Iterable[Event], role: str = "") -> Iterator[Entry]:
        return (self._entry(event, role) for event in events if event.kind not in WITHIN)

    # --- one entry

    def _entry(self, event: Event, role: str) -> Entry:
        group = self.programme.group(event.group) if event.group else None
        link = self._link(dates.target(event, self.programme, role))
        return Entry(
            uid=self._uid(event.kind, event.group, event.number),
            title=self._title(event, group),
            on=event.on,
            start=event.start,
            end=event.end or (later(event.start, MOMENT_MINUTES) if event.start else None),
            last=_last(event, group),
            place=dates.place(self.programme, event, self.voice.language),
            description=self._description(self._about(event, group), link),
            link=link,
            alarms=_alarms(event),
            busy=event.kind in BUSY,
        )

    def _mentor_meetings(self, group: str = "") -> Iterator[Entry]:
        """Those of one group's mentor, or all. Each group's mentor has entries of their own: rounds may part when a date moves."""
        link = self._link("@mentor-meetings")
        for meeting in self.programme.mentor_meetings:
            if group and group not in meeting.groups:
                continue
            side = "before" if meeting.kind == "before" else "after"
            yield Entry(
                uid=self._uid("mentor-meeting", group or self._first(meeting), meeting.round, side),
                title=self._of_mentors(meeting, () if group else self.programme.apart(meeting)),
                on=meeting.on,
                start=meeting.start,
                end=meeting.end,
                place=meeting.place.said_in(self.voice.language),
                description=self._description("", link),
                link=link,
                alarms=(DAY_BEFORE, HOUR_BEFORE),
                busy=True,
            )

    def _of_mentors(self, meeting: MentorMeeting, whose: Sequence[GroupPlan]) -> str:
        said = self._ours(f"calendar.mentor-meeting.{meeting.kind}", round=meeting.round)
        return f"{self.voice.several(map(self._name, whose))}: {said}" if whose else self._capital(said)

    def _first(self, meeting: MentorMeeting) -> str:
        """The first of its groups in the file's order, which no date changes."""
        return next(group.id for group in self.organisation.groups if group.id in meeting.groups)

    def _uid(self, kind: str, group: str | None, number: int | None, side: str = "") -> str:
        parts = (slug(self.organisation.identity.name), str(self._round), kind, side, group or "", str(number or ""))
        return ".".join(part for part in parts if part) + "@gruppementor"

    def _title(self, event: Event, group: GroupPlan | None) -> str:
        own = f"calendar.{event.kind}"
        number = event.number or 0
        said = self._ours(own if self.voice.knows(own) else f"event.{event.kind}", ordinal=self.voice.ordinal(number), number=number)
        return f"{self._name(group)}: {said}" if group else self._capital(said)

    def _about(self, event: Event, group: GroupPlan | None) -> str:
        """What one should know of it at a glance."""
        if event.kind == "meeting":
            return next((page.title for page in self.book.pages if f"@{page.id}" == dates.target(event, self.programme)), "")
        if event.kind in DEADLINES and event.start:
            pages = dates.pages_of(self.library, self.organisation, self.programme, event)
            return self._ours("calendar.homework", clock=event.start, count=pages)
        if event.kind == "closing-conversations" and group and group.closing_conversations:
            return self._ours("calendar.conversations", minutes=group.closing_conversations.minutes)
        return ""

    def _description(self, about: str, link: str) -> str:
        carried, voice = self.book.identity, self.voice
        whom = ", ".join(part for part in (carried.coordinator, carried.email, carried.phone) if part)
        read = voice.say("calendar.read", link=link) if link else ""
        stamp = voice.say("calendar.stamp", programme=carried.programme, revision=self.organisation.programme.revision)
        return "\n".join(part for part in (about, read, voice.say("calendar.ask", whom=whom), stamp) if part)

    def _link(self, target: str) -> str:
        """The whole address of a page; "" when the site has no address yet, or no such page."""
        wanted, mark, place = target.partition("#")
        path = next((page.path for page in self.book.pages if f"@{page.id}" == wanted), "")
        root = f"{self.book.root}/" if self.book.root else ""
        return f"{self.book.site_url.rstrip('/')}/{root}{path}{mark}{place}" if path and self.book.site_url else ""

    def _ours(self, code: str, **values: object) -> str:
        """A sentence of ours, with the organisation's own terms in it."""
        return self.terms(self.voice.say(code, **values))

    def _name(self, group: GroupPlan) -> str:
        return group.name.said_in(self.voice.language)

    def _capital(self, words: str) -> str:
        return words[:1].upper() + words[1:]


def _last(event: Event, group: GroupPlan | None) -> date | None:
    conversations = group.closing_conversations if group and event.kind == "closing-conversations" else None
    return conversations.last_day if conversations else None


def _alarms(event: Event) -> tuple[timedelta, ...]:
    if event.kind in BUSY:
        return DAY_BEFORE, HOUR_BEFORE
    if event.kind in DEADLINES:
        return (DAY_BEFORE,)
    return () if event.start else (IN_THE_MORNING,)


# --- where the files are found


def links(making: Making, page: str) -> tuple[Link, ...]:
    """The calendars that belong on a page: a role's door, a meeting's guide, or the homework for it."""
    if making.group and making.meeting:
        single = of_meeting(making.group.id, making.meeting.number)
        reader = "mentee" if "/homework-" in page else "mentor"
        return (_download(making, single, making.say("calendar.add-meeting")), _of_role(making, making.group, reader))
    if page in ("mentee", "mentor"):
        return tuple(_of_role(making, group, page) for group in making.programme.groups)
    return (_of_coordinator(making),) if page == "hr" else ()


def listed(making: Making, _: object) -> str:
    """How to get the dates into one's own calendar, and every file for it."""
    groups = ([_of_role(making, group, role) for role in ("mentee", "mentor")] for group in making.programme.groups)
    rows = "\n".join(element("li", element("div", "<br>".join(map(_anchor, links)))) for links in (*groups, [_of_coordinator(making)]))
    return f'{making.say("calendar.how")}\n\n<ul class="gm-hang gm-wide-first">\n{rows}\n</ul>'


def _anchor(link: Link) -> str:
    return element("a", for_html(link.words), href=f"@{link.target}")


def _of_role(making: Making, group: GroupPlan, role: str) -> Link:
    words = f"{group.name.said_in(making.voice.language)} ({making.filler.terms(making.say(f'calendar.for.{role}'))})"
    return _download(making, of_group(group.id, role), making.say("calendar.file", what=words))


def _of_coordinator(making: Making) -> Link:
    return _download(making, COORDINATOR, making.say("calendar.file", what=making.say("calendar.everything").lower()))


def _download(making: Making, name: str, words: str) -> Link:
    return Link(words=words, target=f"downloads/{making.voice.language}/{name}.ics", note=making.say("calendar.kind"))
