"""A letter's blanks in [square brackets] become what a group's plan knows: its name, days, place and hours."""

import re
from collections.abc import Mapping

from kit.compose.making import Making
from kit.model.programme import GroupPlan
from kit.words import Voice

BLANK = re.compile(r"\[([^\]\n]+)\]")


def filled(words: str, blanks: Mapping[str, str]) -> str:
    """Blanks in [square brackets] filled, whatever their first letter."""
    return BLANK.sub(lambda found: blanks.get(found[1].lower(), found[0]), words)


def about(making: Making, group: GroupPlan) -> dict[str, str]:
    """What a letter can say of a group, by the code of its blank; no place where the organisation has none yet."""
    voice, (first, *others) = making.voice, group.meetings
    hours = making.organisation.programme.budget.mentor_preparation_hours
    return {
        "blank.group": voice.quoted(group.name),
        "blank.first": voice.say(
            "personal.first", day=voice.weekday_date(first.on), year=str(first.on.year), clock=voice.clocks(first.start, first.end)
        ),
        "blank.next": voice.several(voice.day_month(meeting.on) for meeting in others),
        "blank.all": _dates(group, voice),
        **({"blank.place": _place(group, voice)} if _placed(making, group) else {}),
        "blank.preparation": voice.say(
            "personal.hours", count=hours.aspiring_leaders if group.based_on == "aspiring-leaders" else hours.acting_leaders
        ),
        **certified(group, voice),
    }


def certified(group: GroupPlan, voice: Voice) -> dict[str, str]:
    """What a certificate says of the meetings, by the code of its blank."""
    meetings = group.meetings
    return {
        "blank.meetings": voice.words(len(meetings)),
        "blank.hours": voice.say("personal.hours", count=sum(meeting.agenda.minutes for meeting in meetings) / 60 / len(meetings)),
        "blank.ended": voice.date(meetings[-1].on),
    }


def _dates(group: GroupPlan, voice: Voice) -> str:
    """3. februar, 3. marts og 7. april 2027, kl. 16.00–19.00; each with its own clock where these differ."""
    clocks = {(meeting.start, meeting.end) for meeting in group.meetings}
    if len(clocks) > 1:
        return voice.several(
            voice.say("personal.day-clock", day=voice.date(meeting.on), clock=voice.clocks(meeting.start, meeting.end))
            for meeting in group.meetings
        )
    spoken = voice.day_month if len({meeting.on.year for meeting in group.meetings}) == 1 else voice.date
    days = [*(spoken(meeting.on) for meeting in group.meetings[:-1]), voice.date(group.meetings[-1].on)]
    return voice.say("personal.days-clock", days=voice.several(days), clock=voice.clocks(*clocks.pop()))


def _placed(making: Making, group: GroupPlan) -> bool:
    """Whether the organisation has said where every meeting is; else the plan's own words stand in for it."""
    asked = next(asked for asked in making.organisation.groups if asked.id == group.id)
    return bool(asked.place) or asked.format == "online" or all(meeting.number in asked.places for meeting in group.meetings)


def _place(group: GroupPlan, voice: Voice) -> str:
    """Where the group meets; with the days where that differs."""
    places = [(meeting.place.said_in(voice.language), meeting.on) for meeting in group.meetings]
    if len({place for place, _ in places}) == 1:
        return places[0][0]
    return voice.several(f"{place} ({voice.day_month(on)})" for place, on in places)
