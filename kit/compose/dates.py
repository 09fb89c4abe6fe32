"""Dates as people read them: the programme's lines for each role, and tasks that lie so many days from an event.

All dates stand on the page; a small script marks the next one (design.md, "Dates beat the clock").
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from kit.compose import homework
from kit.compose.making import Making, element
from kit.compose.scope import homework_form
from kit.model.book import DateLine
from kit.model.library import Library, RoleTask
from kit.model.organisation import Organisation
from kit.model.programme import Event, GroupPlan, Programme

EVERYBODY = ("hr", "mentor", "mentee", "line-manager", "sponsor")
WHO: Mapping[str, tuple[str, ...]] = {  # who needs to see a date; what is not listed is the coordinator's
    "seminar": ("hr", "mentor", "sponsor"),
    "mentor-meeting": ("hr", "mentor"),
    "meeting": EVERYBODY,
    "homework-due": ("hr", "mentor", "mentee"),
    "homework-due-conversation": ("hr", "mentor", "mentee"),
    "closing-conversations": ("hr", "mentor", "mentee", "line-manager"),
    "closing-conversations-end": ("hr", "mentor"),
    "booking-closing-conversations": ("hr", "mentor"),
    "midway-adjustment": ("hr", "sponsor"),
    "survey-baseline-mentor": ("hr", "mentor"),
    "survey-baseline": ("hr", "mentee"),
    "survey-end": ("hr", "mentor", "mentee"),
    "survey-follow-up": ("hr", "mentee"),
    "six-months-follow-up": ("hr", "mentee"),
    "final-report": ("hr", "sponsor"),
    "homework-deletion": ("hr", "mentor", "mentee"),
}
LEADS: Mapping[str, str] = {  # where one goes from a date to do what is to be done on it
    "seminar": "seminar",
    "mentor-meeting": "mentor-meetings",
    "midway-adjustment": "what-the-sponsor-hears",
    "closing-conversations": "closing-conversations",
    "closing-conversations-end": "closing-conversations",
    "booking-closing-conversations": "closing-conversations",
    "booking-rooms": "checklist-room",
    "booking-seminar": "checklist-room",
    "booking-link": "checklist-online",
    "pulse": "forms#form-pulse",
    "survey-baseline-mentor": "forms#form-baseline-survey-mentor",
    "survey-baseline": "forms#form-baseline-survey",
    "survey-end": "forms#form-end-survey",
    "survey-follow-up": "forms#form-follow-up-survey",
    "final-report": "forms#form-final-report",
    "six-months-follow-up": "letters#letter-six-months",
    "letter-news": "news-text",
    "letter-nomination": "letters#letter-nomination-request",
    **{
        f"letter-{letter}": f"letters#letter-{letter}"
        for letter in (
            "mentor-invitation",
            "mentee-invitation",
            "line-manager",
            "confirmation",
            "seminar-invitation",
            "seminar-reminder",
            "meeting-reminder",
            "homework-reminder",
            "thanks",
        )
    },
    "programme-end": "from-group-to-network",
    "homework-deletion": "data-protection",
    "retention-deletion": "data-protection",
}
ELSEWHERE: Mapping[tuple[str, str], str] = {  # the guides are the mentors': who has another part in a date goes to where that part stands
    ("mentee", "meeting"): "start-up#start-for-mentee",  # the first; to the others one brings something
    ("mentee", "six-months-follow-up"): "from-group-to-network",
    ("line-manager", "meeting"): "line-manager-sheet",
    ("line-manager", "closing-conversations"): "line-manager-sheet",
    ("sponsor", "meeting"): "what-the-sponsor-hears",
}
AT_THE_MEETING = ("survey-end",)  # an item of the agenda, which says when: no clock of its own
SENT_WITH = {"thanks-mentor": "thanks"}  # a letter that goes out on the day of another
OF_ONE_GROUP = ("mentor", "mentee", "line-manager")
EACH_GROUPS_OWN = ("first-meeting", "last-meeting")
ONE_DAY = timedelta(days=1)
MONTHS_LATER = 100  # days
MAIN = ("seminar", "meeting", "homework-due", "homework-due-conversation", "closing-conversations")  # what the front page shows


def lines(making: Making, role: str = "", group: str | None = None, kinds: tuple[str, ...] = ()) -> tuple[DateLine, ...]:
    """The programme's dates in order: of one role, of some kinds, of one group (`""`: what is common to all groups; under a group's own
    heading its name is not said again)."""
    return tuple(
        line(making, event, named=not group, role=role)
        for event in making.programme.events
        if is_for(role, event) and (group is None or event.group == (group or None)) and (not kinds or event.kind in kinds)
    )


def of_group(making: Making, role: str, group: GroupPlan) -> tuple[DateLine, ...]:
    """Every date that a role of one group has: its own and those common to all, without what others meet for or hand in."""
    return tuple(
        line(making, event, named=False)
        for event in making.programme.events
        if is_for(role, event) and concerns(making.organisation, making.programme, event, group)
    )


def concerns(organisation: Organisation, programme: Programme, event: Event, group: GroupPlan) -> bool:
    """Whether a date is one of this group's, or common to all and anything to it."""
    joint = programme.mentor_meeting(event)
    if joint:
        return group.id in joint.groups
    wished = next(wish for wish in organisation.groups if wish.id == group.id)
    written = homework_form(organisation, wished, group) == "written"
    return event.group in (None, group.id) and (written or event.kind != "homework-deletion")


def is_for(role: str, event: Event) -> bool:
    """Whether a role needs to see a date; "" is everybody."""
    return not role or role in WHO.get(event.kind, ("hr",))


def of_letter(making: Making, letter: str) -> list[date]:
    """The days on which the calendar has a letter sent."""
    known = SENT_WITH.get(letter, letter)
    kinds = [kind for kind, target in LEADS.items() if target in (f"letters#letter-{known}", known)]
    return sorted({event.on for event in making.programme.events if event.kind in kinds})


def hanging(rows: Iterable[tuple[str, str]]) -> str:
    """Rows with something short at the left and HTML at the right."""
    inside = "\n".join(element("li", element("span", left) + " " + element("div", right)) for left, right in rows)
    return f'<ul class="gm-hang">\n{inside}\n</ul>' if inside else ""


def of_task(making: Making, task: RoleTask) -> str:
    """When a task is due: a date where the programme has one, else the words for its moment."""
    found = _days_of(making, task)
    if found:
        first, last = found
        return making.say("task.by", date=short(making, first) if first == last else _from_to(making, first, last))
    return (
        making.say(f"task.{task.event}") if task.event and making.voice.knows(f"task.{task.event}") else making.say(f"phase.{task.phase}")
    )


def in_time(making: Making, tasks: Iterable[RoleTask]) -> list[RoleTask]:
    """Tasks in the order of time. One that comes with every meeting or deadline keeps to the one before it."""
    dated: list[tuple[date, RoleTask]] = []
    for task in tasks:
        before = dated[-1][0] if dated else date.min
        found = _days_of(making, task)
        dated.append((found[0] if found else before, task))
    return [task for _, task in sorted(dated, key=itemgetter(0))]


def _days_of(making: Making, task: RoleTask) -> tuple[date, date] | None:
    """The first and the last day on which a task is due: two where each group has its own, and people of all groups read the page."""
    each = task.role in OF_ONE_GROUP and task.event in EACH_GROUPS_OWN and making.group is None
    asked = [replace(making, group=group) for group in making.programme.groups] if each else [making]
    days = [on for one in asked if (on := due(one, task.event, task.days))]
    return (min(days), max(days)) if days else None


def short(making: Making, on: date) -> str:
    """A day where there is little room; its year only where it is not the programme's."""
    return making.voice.short_day_month(on) if _of_its_year(making, on) else making.voice.short_date(on)


def _from_to(making: Making, first: date, last: date) -> str:
    of_its_year = _of_its_year(making, first) and _of_its_year(making, last)
    return (making.voice.short_days if of_its_year else making.voice.short_dates)(first, last)


def _of_its_year(making: Making, on: date) -> bool:
    return on.year == making.programme.groups[0].meetings[0].on.year


def due(making: Making, event: str, days: int) -> date | None:
    """The working day so many days from an event that comes once; None for one that comes with every meeting or deadline."""
    base = _base(making, event, days)
    return _working_day(base, days, making.programme.days_off) if base else None


def _working_day(base: date, days: int, off: Collection[date]) -> date:
    """So many days from `base`, moved off days when nobody works: never to the other side of it, and what is months later never later."""
    on, step = base + timedelta(days=days), ONE_DAY if 0 < days < MONTHS_LATER else -ONE_DAY
    while days and on in off:
        on += step
    return on


def _base(making: Making, event: str, days: int) -> date | None:
    """The day of an event. What comes before the last meeting is ready for the first group that has it; what follows waits for all."""
    groups = (making.group,) if making.group else making.programme.groups
    first = min(group.meetings[0].on for group in groups)
    last = (min if days < 0 else max)(group.meetings[-1].on for group in groups)
    seminar = making.programme.seminar
    return {
        "seminar": seminar.on if seminar else None,
        "programme-start": min(first, seminar.on) if seminar else first,
        "first-meeting": first,
        "midway-adjustment": next((event.on for event in making.programme.events if event.kind == "midway-adjustment"), None),
        "last-meeting": last,
        "programme-end": max(group.last_day for group in groups),
    }.get(event)


def line(making: Making, event: Event, named: bool = True, role: str = "") -> DateLine:
    voice = making.voice
    group = making.programme.group(event.group) if event.group and named else None
    return DateLine(
        iso=event.on.isoformat(),
        when=voice.day_month(event.on) if _of_its_year(making, event.on) else voice.date(event.on),
        title=_title(making, event, group),
        note=_note(making, event),
        target=target(event, making.programme, role),
    )


def _title(making: Making, event: Event, group: GroupPlan | None) -> str:
    joint = making.programme.mentor_meeting(event)
    number = making.voice.ordinal(event.number) if event.number else ""
    said = (
        making.say(f"calendar.mentor-meeting.{joint.kind}", round=joint.round)
        if joint
        else making.say(f"event.{event.kind}", ordinal=number, number=event.number or 0)
    )
    whose = (group,) if group else making.programme.apart(joint) if joint else ()
    names = making.voice.several(each.name.said_in(making.voice.language) for each in whose)
    return f"{names}: {said[:1].lower() + said[1:]}" if names else said[:1].upper() + said[1:]


def _note(making: Making, event: Event) -> str:
    weekday = making.voice.weekday(event.on).capitalize()
    if event.start is None or event.kind in AT_THE_MEETING:
        return weekday
    clock = making.voice.clocks(event.start, event.end) if event.end else making.voice.clock(event.start)
    rest = _length(making, event) or place(making.programme, event, making.voice.language)
    return making.say("date.note", weekday=weekday, clock=clock) + (f", {rest}" if rest else "")


def _length(making: Making, event: Event) -> str:
    """How long a homework may be (fact homework-size-precise)."""
    pages = pages_of(making.library, making.organisation, making.programme, event)
    return making.say("homework.pages", count=pages) if pages else ""


def pages_of(library: Library, organisation: Organisation, programme: Programme, event: Event) -> int:
    """The most pages of the homework that is due; 0 where none is."""
    group = programme.group(event.group) if event.group else None
    gap = _gap(event, group) if group else 0
    found = homework.given(library, organisation, group, gap) if group and gap else None
    return homework.length(organisation, group, found) if group and found else 0


def _gap(event: Event, group: GroupPlan) -> int:
    """After which meeting the homework was given that is due; 0 for any other event."""
    return {"homework-due": (event.number or 0) - 1, "homework-due-conversation": len(group.meetings)}.get(event.kind, 0)


def place(programme: Programme, event: Event, language: str) -> str:
    """Where people meet."""
    if event.kind == "seminar" and programme.seminar:
        return programme.seminar.place.said_in(language)
    if event.kind == "meeting" and event.group and event.number:
        return programme.group(event.group).meetings[event.number - 1].place.said_in(language)
    joint = programme.mentor_meeting(event)
    return joint.place.said_in(language) if joint else ""


def target(event: Event, programme: Programme, role: str = "") -> str:
    """The page that an event leads to, as a target: for a role, or for whoever it is."""
    if role == "mentee" and event.kind == "meeting" and event.group and event.number and event.number > 1:
        return f"@{homework.page(programme.group(event.group), event.number - 1)}"
    if (role, event.kind) in ELSEWHERE:
        return f"@{ELSEWHERE[role, event.kind]}"
    if event.kind == "meeting" and event.group:
        return f"@groups/{event.group}/meeting-{event.number}"
    if event.group and (gap := _gap(event, programme.group(event.group))):
        return f"@{homework.page(programme.group(event.group), gap)}"
    return f"@{LEADS[event.kind]}" if event.kind in LEADS else ""
