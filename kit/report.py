"""Problems and findings as sentences: `file:line:column: CODE sentence`, and as the JSON of design.md."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time

from kit.model.problem import Finding, Place, Problem
from kit.model.programme import Agenda, Budget, Event, GroupPlan, Move, Programme, Seminar
from kit.model.words import Text
from kit.words import Voice

MOST_SHOWN = 200
LEVELS = ("error", "warning", "advice")
SEAM = re.compile(r"(?<=[.!?]) (?=[^\W\d_a-zæøå])")  # between two sentences: what follows begins with a capital
Json = Mapping[str, object]


def said(found: Problem | Finding, voice: Voice) -> str:
    """One line: place, code, sentence."""
    return f"{found.place}: {found.code} {sentence(found, voice)}"


def remarked(finding: Finding, voice: Voice) -> str:
    """As `said`, with the rule's name, which `accept` takes."""
    return f"{finding.place}: {finding.code} [{finding.rule}] {sentence(finding, voice)}"


def sentence(found: Problem | Finding, voice: Voice) -> str:
    """The sentence of a code. A value given in both languages (`name.da`, `name.en`) is said in the voice's."""
    own = {name.removesuffix(f".{voice.language}"): value for name, value in found.values.items() if name.endswith(f".{voice.language}")}
    return voice.say(found.code, **{**found.values, **own})


def lines(problems: Iterable[Problem], voice: Voice) -> list[str]:
    """At most 200 problems as lines; the rest is counted."""
    everything = list(problems)
    shown = [said(problem, voice) for problem in everything[:MOST_SHOWN]]
    more = len(everything) - MOST_SHOWN
    return [*shown, voice.say("problems.more", count=more)] if more > 0 else shown


def by_level(findings: Iterable[Finding], voice: Voice) -> list[str]:
    """Findings grouped by level, the gravest first, accepted ones last with their reason."""
    everything = list(findings)
    parts = []
    for level in LEVELS:
        found = [finding for finding in everything if finding.level == level and finding.accepted is None]
        remarks = without_echo(remarked(finding, voice) for finding in found)
        parts += [voice.say(f"level.{level}", count=len(found)), *(f"  {remark}" for remark in remarks)] if found else []
    accepted = [finding for finding in everything if finding.accepted is not None]
    parts += (
        [
            voice.say("level.accepted", count=len(accepted)),
            *(f"  {remarked(finding, voice)} ({voice.value(finding.accepted)})" for finding in accepted),
        ]
        if accepted
        else []
    )
    return parts


def without_echo(remarks: Iterable[str]) -> Iterator[str]:
    """Lines that end in the same sentences say them once: the first has the whole, the others end where the echo would begin."""
    heard: set[str] = set()
    for remark in remarks:
        ends = [(seam.start(), remark[seam.end() :]) for seam in SEAM.finditer(remark)]
        yield next((remark[:at] for at, end in ends if end in heard), remark)
        heard |= {end for _, end in ends}


def summary(findings: Iterable[Finding], voice: Voice) -> list[str]:
    """How many there are of each level, and how to keep to what a rule advises against, when one can be accepted."""
    everything = list(findings)
    standing = [finding for finding in everything if finding.accepted is None]
    levels = Counter(finding.level if finding.accepted is None else "accepted" for finding in everything)
    spoken = voice.several(voice.say(f"summary.{level}", count=levels[level]) for level in (*LEVELS, "accepted"))
    acceptable = next((finding for finding in standing if finding.level != "error" and not finding.field.startswith("accept.")), None)
    hint = [voice.say("summary.accept", rule=acceptable.rule)] if acceptable else []
    return [voice.say("summary", counts=spoken), *hint] if everything else []


def problems_json(organisation: str, problems: Iterable[Problem], voice: Voice) -> Json:
    return {"organisation": organisation, "problems": [_problem(problem, voice) for problem in problems]}


def findings_json(organisation: str, findings: Iterable[Finding], voice: Voice) -> Json:
    return {"organisation": organisation, "problems": [_finding(finding, voice) for finding in findings]}


def _problem(problem: Problem, voice: Voice) -> Json:
    return {
        "code": problem.code,
        "name": problem.code,
        "level": "error",
        "kind": "input",
        **_where(problem.place),
        "field": problem.field,
        "message": sentence(problem, voice),
        "source": [],
        "accepted": None,
    }


def _finding(finding: Finding, voice: Voice) -> Json:
    return {
        "code": finding.code,
        "name": finding.rule,
        "level": finding.level,
        "kind": "method",
        **_where(finding.place),
        "field": finding.field,
        "message": sentence(finding, voice),
        "source": list(finding.facts),
        "accepted": None if finding.accepted is None else str(voice.value(finding.accepted)),
    }


def _where(place: Place) -> Json:
    return {"file": place.file, "line": place.line, "column": place.column}


# --- the programme as JSON and as lines (design.md, "JSON")


def programme_json(organisation: str, programme: Programme, voice: Voice) -> Json:
    return {
        "organisation": organisation,
        "seminar": _seminar(programme.seminar, voice),
        "mentor_meetings": [
            {
                "round": meeting.round,
                "kind": meeting.kind,
                **_when(meeting.on, meeting.start, meeting.end),
                "groups": list(meeting.groups),
            }
            for meeting in programme.mentor_meetings
        ],
        "groups": [_group(group, voice) for group in programme.groups],
        "events": [{"kind": event.kind, "date": event.on.isoformat(), "group": event.group} for event in programme.events],
        "budget": _budget(programme.budget, voice),
    }


def programme_lines(programme: Programme, voice: Voice) -> list[str]:
    """The dated programme for a terminal: a line a date, then why dates were moved."""
    names = {group.id: _words(group.name, voice) for group in programme.groups}
    moves = [(names[group.id], meeting.moved) for group in programme.groups for meeting in group.meetings if meeting.moved]
    dates = [_event_line(event, programme, names, voice) for event in programme.events]
    return dates + [f"{name}: {reason(moved, voice)}" for name, moved in moves]


def _event_line(event: Event, programme: Programme, names: Mapping[str, str], voice: Voice) -> str:
    """2027-02-03 ons 16.00–19.00  1. gruppemøde · Hold 1"""
    clock = voice.clocks(event.start, event.end) if event.start and event.end else ""
    joint = programme.mentor_meeting(event)
    title = (
        voice.say(f"calendar.mentor-meeting.{joint.kind}", round=joint.round)
        if joint
        else voice.say(f"event.{event.kind}", ordinal=voice.ordinal(event.number or 0), number=event.number or 0)
    )
    whose = [event.group] if event.group else [group.id for group in programme.apart(joint)] if joint else []
    return f"{event.on.isoformat()} {voice.weekday(event.on)[:3]} {clock:11}  {title}" + "".join(f" · {names[id]}" for id in whose)


def reason(move: Move, voice: Voice) -> str:
    """Why a date was moved, in one sentence."""
    values = {
        name.removesuffix(f".{voice.language}"): value
        for name, value in move.reason.values.items()
        if name.endswith(f".{voice.language}") or "." not in name
    }
    return voice.say(move.reason.code, **values)


def _when(on: date, start: time, end: time) -> Json:
    return {"date": on.isoformat(), "start": start.isoformat("minutes"), "end": end.isoformat("minutes")}


def _agenda(agenda: Agenda, voice: Voice) -> list[Json]:
    return [{"minutes": slot.minutes, "title": _words(slot.title, voice)} for slot in agenda.slots]


def _seminar(seminar: Seminar | None, voice: Voice) -> Json | None:
    if seminar is None:
        return None
    return {
        **_when(seminar.on, seminar.start, seminar.end),
        "place": _words(seminar.place, voice),
        "agenda": _agenda(seminar.agenda, voice),
    }


def _group(group: GroupPlan, voice: Voice) -> Json:
    talks = group.closing_conversations
    return {
        "id": group.id,
        "name": _words(group.name, voice),
        "cohort": group.cohort,
        "mentees": group.mentees,
        "meetings": [
            {
                "number": meeting.number,
                **_when(meeting.on, meeting.start, meeting.end),
                "place": _words(meeting.place, voice),
                "moved": {"from": meeting.moved.wished.isoformat(), "reason": reason(meeting.moved, voice)} if meeting.moved else None,
                "homework_due": _iso(meeting.homework_due),
                "agenda": _agenda(meeting.agenda, voice),
            }
            for meeting in group.meetings
        ],
        "closing_conversations": talks
        and {
            "from": talks.first_day.isoformat(),
            "to": talks.last_day.isoformat(),
            "minutes": talks.minutes,
            "homework_due": _iso(talks.homework_due),
        },
    }


def _budget(budget: Budget, voice: Voice) -> Json:
    return {
        "groups": [
            {
                "id": group.id,
                "hours_per_mentor": group.hours_per_mentor,
                "hours_per_mentee": list(group.hours_per_mentee),
                "one_to_one": [
                    {"name": _words(other.name, voice), "hours": list(other.hours), "break_even_mentees": other.break_even_mentees}
                    for other in group.one_to_one
                ],
            }
            for group in budget.groups
        ],
        "hr_hours": budget.hr_hours,
        "cost": budget.cost and {"amount": budget.cost.amount, "currency": budget.cost.currency},
        "assumptions": [
            {"name": found.name, "value": found.value, "basis": found.basis, "source": found.source} for found in budget.assumptions
        ],
    }


def _words(text: Text, voice: Voice) -> str:
    """As it stands where the language asked for has no text of its own."""
    return str(voice.value(text))


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
