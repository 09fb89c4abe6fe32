"""What a page's layout needs besides its words: the front page's doors and dates, a role's home, a meeting's facts.

Plain values for the theme's templates, as the docstring of `kit.model.book.Page` lists them; targets are addresses already.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kit.compose import dates
from kit.compose.making import Making, drawing
from kit.compose.scope import mentors_each
from kit.model.book import DateLine

Address = Callable[[str], str]
Data = Mapping[str, Any]
ROLES = ("mentor", "mentee", "line-manager", "hr", "sponsor")


def front(making: Making, address: Address) -> Data:
    return {
        "doors": [_door(role, making, address) for role in ROLES],
        "dates": plain(dates.lines(making, kinds=dates.MAIN), address),
        "dates_more": {"words": making.say("front.dates-more"), "target": address("@calendar")} if address("@calendar") else {},
        "figure": drawing(making, "timeline"),
    }


def front_lede(making: Making) -> str:
    """The front page's first sentences: how many groups meet from when to when, and with how many mentors."""
    groups = making.programme.groups
    first, last = min(group.meetings[0].on for group in groups), max(group.meetings[-1].on for group in groups)
    number = making.voice.words(len(groups))
    return making.say(
        "front.lede",
        count=len(groups),
        groups=number[:1].upper() + number[1:],
        led=making.say(f"led.{mentors_each(making.organisation)}"),
        first=making.voice.month(first),
        last=making.voice.month(last),
    )


def door(role: str, making: Making, address: Address) -> Data:
    """A role's home."""
    pages = [page for page in making.pages if role in page.audience and page.layout == "page" and not page.part]
    return {
        "first": _first(role, making, address),
        "hours": _hours(making, address) if role == "sponsor" else {},
        "groups": [
            {"title": of or making.say("door.common", count=len(making.programme.groups)), "of": of, "dates": plain(found, address)}
            for of, found in [
                ("", dates.lines(making, role=role, group="")),
                *(
                    (group.name.said_in(making.voice.language), dates.lines(making, role=role, group=group.id))
                    for group in making.programme.groups
                ),
            ]
            if found
        ],
        "tasks": [
            {
                "when": dates.of_task(making, task),
                "title": making.said(task.task),
                "note": making.only_for(task.tags.cohort),
                "target": address(f"@{task.page}") if task.page else "",
            }
            for task in dates.in_time(making, making.tasks(role))
        ],
        "pages": [
            {"title": chapter, "links": [{"words": page.title, "target": address(f"@{page.id}")} for page in found]}
            for chapter, found in groupby(pages, key=lambda page: page.chapter)
        ],
    }


def guide(making: Making) -> Data:
    if making.meeting is None or making.group is None:
        return {}
    voice, meeting = making.voice, making.meeting
    said = voice.weekday_date(meeting.on)
    own_type = [making.scope["group"]["cohort"]] if making.group.cohort in making.organisation.cohorts else []
    return {
        "meta": [
            said[:1].upper() + said[1:],
            making.say("clock.in-line", span=voice.clocks(meeting.start, meeting.end)),
            meeting.place.said_in(voice.language),
            making.group.name.said_in(voice.language),
            *own_type,
        ],
        "iso": meeting.on.isoformat(),
    }


def plain(lines: Sequence[DateLine], address: Address) -> list[dict[str, str]]:
    """DateLines as the templates want them."""
    return [
        {"iso": line.iso, "when": line.when, "title": line.title, "note": line.note, "target": address(line.target) if line.target else ""}
        for line in lines
    ]


def _door(role: str, making: Making, address: Address) -> Data:
    return {
        "title": making.say(f"role.{role}"),
        "what": making.say(f"door.{role}"),
        "target": address(f"@{role}"),
        "dates": [{"iso": line.iso, "when": line.when, "title": line.title} for line in dates.lines(making, role=role)],
    }


def _hours(making: Making, address: Address) -> Data:
    """What the whole round takes, in hours, for who grants them."""
    voice, budget, plans = making.voice, making.programme.budget, {group.id: group for group in making.programme.groups}
    mentors = [group.hours_per_mentor for group in budget.groups for _ in range(group.mentors)]
    mentees = [group.hours_per_mentee for group in budget.groups for _ in range(plans[group.id].mentees)]
    least, most = [first for first, _ in mentees], [last for _, last in mentees]

    def row(code: str, first: float, last: float, **values: object) -> dict[str, str]:
        hours = making.say("hours.span", span=voice.span(round(first), round(last)), count=round(last))
        return {"when": hours, "title": making.say(code, **values), "note": "", "target": ""}

    return {
        "title": making.say("hours.title"),
        "rows": [
            row("hours.mentors", sum(mentors), sum(mentors), count=len(mentors), each=making.scope["programme"]["mentor_hours"]),
            row("hours.mentees", sum(least), sum(most), count=len(mentees), each=voice.span(min(least), max(most))),
            row("hours.hr", budget.hr_hours, budget.hr_hours),
        ],
        "words": making.say("hours.see") if address("@budget") else "",
        "target": address("@budget"),
    }


def _first(role: str, making: Making, address: Address) -> dict[str, str]:
    """The role's first date in the tinted panel."""
    upcoming = dates.lines(making, role=role)
    if not upcoming:
        return {}
    line = upcoming[0]
    return {
        "iso": line.iso,
        "when": line.when,
        "clock": "",
        "title": line.title,
        "note": line.note,
        "words": making.say("door.see") if line.target else "",
        "target": address(line.target) if line.target else "",
    }
