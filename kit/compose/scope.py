"""The variables that content may use: plain values, made of an Organisation and its Programme, in one language.

content/README.md lists them for writers. Nothing here is a model object, so a template can reach nothing else.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from kit.model.library import Library, ScriptBlock, Step
from kit.model.organisation import Group, Organisation
from kit.model.programme import GroupPlan, Meeting, Programme, Slot
from kit.model.words import Forms, Text, genitive
from kit.words import Voice

Scope = Mapping[str, Any]
INVITED = "letter-seminar-invitation"  # the event
CARDS = "task-cards"  # the set that a short seminar does without
HALF_DAY = 300  # minutes at most
MOST_STEPS = 4  # of an exercise whose minutes are computed
PUBLIC = ("municipality", "region", "state")  # what the duty of accessible websites holds for (source E25)


def scope(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> Scope:
    """What every page may say."""
    return {
        "organisation": _organisation(organisation, voice),
        "unit": _unit(organisation, library, voice),
        "programme": _programme(organisation, programme, library, voice),
        "seminar": _seminar(organisation, programme, library, voice),
        "privacy": _privacy(organisation, voice),
        "method": {name: _spoken(number.value) for name, number in library.method.items()},
        "year": programme.groups[0].meetings[0].on.year + 2,  # brief T9: start year + 2 [own]
    }


def group_scope(organisation: Organisation, plan: GroupPlan, voice: Voice) -> Scope:
    """What a page of one group may say besides."""
    group = next(group for group in organisation.groups if group.id == plan.id)
    return {"group": _group(organisation, group, plan, voice)}


def meeting_scope(plan: GroupPlan, meeting: Meeting, voice: Voice) -> Scope:
    """What a page of one meeting may say besides."""
    return {
        "meeting": {
            "number": meeting.number,
            "ordinal": voice.ordinal(meeting.number),
            "date": voice.weekday_date(meeting.on),
            "start": voice.clock(meeting.start),
            "end": voice.clock(meeting.end),
            "place": meeting.place.said_in(voice.language),
            "due": voice.weekday_date(meeting.homework_due) if meeting.homework_due else "",
            "walk": sum(slot.outdoors for slot in meeting.agenda.slots),
            **_steps(meeting),
            "minutes": _minutes(meeting),
            "first": meeting.number == 1,
            "last": meeting.number == len(plan.meetings),
        }
    }


def _steps(meeting: Meeting) -> Scope:
    """How long each step of the meeting's exercise is; 0 for those that it does not have."""
    steps = next((slot.steps[0] for slot in meeting.agenda.slots if slot.steps), ())
    return {f"step_{number}": steps[number - 1] if number <= len(steps) else 0 for number in range(1, MOST_STEPS + 1)}


def _minutes(meeting: Meeting) -> Scope:
    """How long each item of the meeting's agenda is; 0 for those that there was no time for."""
    items = {slot.item: slot.minutes for slot in meeting.agenda.slots} | {gone.item: 0 for gone in meeting.agenda.dropped}
    return {item.replace("-", "_"): minutes for item, minutes in items.items()}


def mentors_each(organisation: Organisation) -> str:
    """one, two, or some: one in some groups and two in others."""
    counts = {group.mentors for group in organisation.groups}
    return "some" if len(counts) > 1 else "two" if counts == {2} else "one"


def said(text: Text | None, voice: Voice, otherwise: str) -> str:
    """The organisation's own words, or the sentence of code `otherwise`."""
    return text.said_in(voice.language) if text is not None and text.has(voice.language) else voice.say(otherwise)


def short_name(organisation: Organisation) -> str:
    return organisation.identity.short_name or organisation.identity.name


def programme_name(organisation: Organisation, voice: Voice) -> str:
    name = organisation.programme.name
    if name is not None and name.has(voice.language):
        return name.said_in(voice.language)
    return voice.say("programme.name", organisation=short_name(organisation))


def unit_forms(organisation: Organisation, library: Library, voice: Voice) -> Forms:
    unit = organisation.identity.unit
    return unit.said_in(voice.language) if unit and unit.has(voice.language) else library.terms["unit"].word.said_in(voice.language)


def _organisation(organisation: Organisation, voice: Voice) -> Scope:
    name, short, given = organisation.identity.name, short_name(organisation), organisation.identity.genitive
    owned = given.said_in(voice.language) if given is not None and given.has(voice.language) else None
    return {
        "name": name,
        "short": short,
        "genitive": genitive(short, voice.language, owned),
        "kind": voice.say(f"kind.{organisation.identity.kind}"),
        "public": organisation.identity.kind in PUBLIC,
        "partnership": organisation.identity.kind == "partnership",
    }


def _unit(organisation: Organisation, library: Library, voice: Voice) -> Scope:
    forms = unit_forms(organisation, library, voice)
    gender = organisation.identity.gender or forms.gender
    vowel = "-vowel" if forms.singular[:1].lower() in "aeiou" else ""
    return {
        "singular": forms.singular,
        "definite": forms.definite,
        "plural": forms.plural,
        "definite_plural": forms.definite_plural,
        "a": f"{voice.say(f'article.{gender}{vowel}')} {forms.singular}",
        "own": f"{voice.say(f'own.{gender}')} {forms.singular}",
    }


def _programme(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> Scope:
    wish = organisation.programme
    mentors = sum(group.mentors for group in organisation.groups)
    mentees = sum(group.mentees for group in organisation.groups)
    planned = tuple(zip(organisation.groups, programme.groups, strict=True))
    agendas = {agenda_form(organisation, group, plan) for group, plan in planned}
    least = library.method["survey_answers_least"].value
    assert isinstance(least, int)
    hours = [group.hours_per_mentor for group in programme.budget.groups]
    return {
        "name": programme_name(organisation, voice),
        "strategy": wish.strategy.said_in(voice.language),
        "strategy_url": wish.strategy_url or "",
        "sponsor": said(wish.sponsor, voice, "sponsor.default"),
        "sponsor_known": wish.sponsor is not None and wish.sponsor.has(voice.language),
        "nominated_by": said(wish.nominated_by, voice, "nominated-by.default"),
        "coordinator": said(wish.coordinator.name, voice, "coordinator.default"),
        "email": wish.coordinator.email or "",
        "phone": wish.coordinator.phone or "",
        "groups": len(organisation.groups),
        "mentors": mentors,
        "leaders": voice.say(f"leaders.{mentors_each(organisation)}"),
        "two_mentors": mentors_each(organisation) == "two",
        "mentor_hours": voice.span(min(hours), max(hours)),
        "mentor_hours_differ": len(set(hours)) > 1,
        "mentees": mentees,
        "few_mentees": mentees < least,
        "nominees_per_unit": wish.nominees_per_unit,
        "minimum_seniority_years": _spoken(wish.minimum_seniority_years),
        "seniority": voice.say("count.years", count=wish.minimum_seniority_years),
        "one_group": len(organisation.groups) == 1,
        "few_mentors": mentors <= 2,
        "one_mentor": mentors == 1,
        "mentor_meetings": bool(programme.mentor_meetings),
        "midway": any(meeting.kind == "midway" for meeting in programme.mentor_meetings),
        "rounds_apart": any(programme.apart(meeting) for meeting in programme.mentor_meetings),
        "roster": organisation.roster is not None,
        "partners": voice.several(organisation.identity.partners) if organisation.identity.partners else "",
        "seminar": wish.seminar is not False,
        "pledge": wish.pledge_to_mentor,
        "tight": "tight" in agendas,
        "loose": "loose" in agendas,
        "written": any(homework_form(organisation, group, plan) == "written" for group, plan in planned),
        "shared_group": len(organisation.groups) == 1 and mentors == 2,
        "closing_conversations": any(group.closing_conversations for group in organisation.groups),
        "closing_groups": _closing_groups(planned, voice),
    }


def _closing_groups(planned: Sequence[tuple[Group, GroupPlan]], voice: Voice) -> str:
    """»Hold 1 og Hold 3«: the groups that end with conversations, where others do not; "" when all are alike."""
    ending = [plan.name.said_in(voice.language) for group, plan in planned if group.closing_conversations]
    return voice.several(ending) if 0 < len(ending) < len(planned) else ""


def _seminar(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> Scope:
    seminar = programme.seminar
    if seminar is None:
        none = dict.fromkeys(("date", "start", "end", "place", "invited"), "")
        return {**none, "place_known": False, "hours": 0, "cards": False, "long": False, "spares": _spares(library)}
    wish = organisation.programme.seminar
    mentors = sum(group.mentors for group in organisation.groups)
    day = {slot.item: slot for slot in seminar.agenda.slots}
    held = [(block, timed(block, day[block.id])) for block in library.seminar if block.id in day]
    return {
        "date": voice.weekday_date(seminar.on),
        "start": voice.clock(seminar.start),
        "end": voice.clock(seminar.end),
        "place": seminar.place.said_in(voice.language),
        "place_known": bool(wish and wish.place),
        "hours": voice.number(seminar.agenda.minutes / 60),
        "invited": next((voice.weekday_date(event.on) for event in programme.events if event.kind == INVITED), ""),
        "long": seminar.agenda.minutes > HALF_DAY,
        "cards": any(CARDS in step.cut and minutes for _, steps in held for step, minutes in steps),
        "spares": _spares(library) | {block.id.replace("-", "_"): _spared(steps, mentors, voice) for block, steps in held},
    }


def _spares(library: Library) -> dict[str, str]:
    """What each block of the script gives when it is not held: nothing."""
    return {block.id.replace("-", "_"): "" for block in library.seminar}


def timed(block: ScriptBlock, slot: Slot) -> Sequence[tuple[Step, int]]:
    """Every step of a block with its minutes in a day of this length."""
    minutes = (each for part in slot.steps for each in part)
    return list(zip((step for part in block.parts for step in part.steps), minutes, strict=True))


def _spared(steps: Sequence[tuple[Step, int]], mentors: int, voice: Voice) -> str:
    """»12 minutter«: what a block gives when only so much of it is done as its script calls enough; "" when it gives nothing."""
    shortened = [(minutes, step.enough) for step, minutes in steps if step.enough is not None and mentors >= step.fewest_mentors]
    spared = sum(max(0, minutes - enough) for minutes, enough in shortened)
    return voice.say("minutes", count=spared) if spared else ""


def _privacy(organisation: Organisation, voice: Voice) -> Scope:
    privacy = organisation.privacy
    controller = privacy.controller
    return {
        "controller": controller.said_in(voice.language) if controller and controller.has(voice.language) else organisation.identity.name,
        "dpo": privacy.dpo or "",
        "months": privacy.retention_months,
        "retention": voice.say("count.months", count=privacy.retention_months) if privacy.retention_months else voice.say("count.day"),
        "homework_kept_by": said(privacy.homework_kept_by, voice, "homework-kept-by.default"),
    }


def _group(organisation: Organisation, group: Group, plan: GroupPlan, voice: Voice) -> Scope:
    cohort = organisation.cohorts.get(group.cohort)
    return {
        "id": plan.id,
        "name": plan.name.said_in(voice.language),
        "cohort": cohort.name.said_in(voice.language) if cohort else voice.say(f"cohort.{plan.based_on}"),
        "mentees": plan.mentees,
        "meetings": len(plan.meetings),
        "place": plan.meetings[0].place.said_in(voice.language),
        "hours": voice.number(group.hours),
        "online": group.format == "online",
        "hybrid": group.format == "hybrid",
        "in_person": group.format == "in-person",
        "tight": agenda_form(organisation, group, plan) == "tight",
        "written": homework_form(organisation, group, plan) == "written",
        "closing_conversations": group.closing_conversations,
        "closing_conversation_minutes": group.closing_conversation_minutes,
        "co_mentor": group.co_mentor,
        "shares_homework": group.homework.share_with_group,
        "max_pages": group.homework.max_pages,
        "due_days": group.homework.due_working_days_before,
        "due_time": voice.clock(group.homework.due_time),
        "women": group.composition == "women",
        "men": group.composition == "men",
    }


def agenda_form(organisation: Organisation, group: Group, plan: GroupPlan) -> str:
    """tight or loose: the organisation's own type says it, or the type it is based on (fact compare-aspiring-tight-agenda)."""
    cohort = organisation.cohorts.get(group.cohort)
    return (cohort.agenda if cohort else None) or ("tight" if plan.based_on == "aspiring-leaders" else "loose")


def homework_form(organisation: Organisation, group: Group, plan: GroupPlan) -> str:
    """written or reflection, in the same way (fact compare-acting-questions-in-mind)."""
    cohort = organisation.cohorts.get(group.cohort)
    return (cohort.homework if cohort else None) or ("written" if plan.based_on == "aspiring-leaders" else "reflection")


def _spoken(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value
