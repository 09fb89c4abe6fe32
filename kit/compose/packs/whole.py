"""Packs about the whole programme: the coordinator's guide, the sponsor's two pages, the handbook as a book, and the poster."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kit.compose import dates
from kit.compose.fill import for_html
from kit.compose.letters import in_order, to, when
from kit.compose.making import Making, table
from kit.compose.packs.chapters import apart
from kit.compose.packs.pages import flows
from kit.compose.packs.shared import Packing, capital
from kit.compose.stands import Stand
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.library import Piece
from kit.model.programme import GroupPlan

MILESTONES = ("seminar", "midway-adjustment", "final-report", "six-months-follow-up")
MANY, LINE = 4, 45  # lines of groups in the hours, and letters in such a line; for more the sponsor's first page has no room
SIGNS = "sponsor-sign"  # the sponsor says yes with the name under the mandate, before anybody is asked
TOLD = ("midway-adjustment", "final-report")  # when the sponsor hears more


def cover(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """The programme's main dates to scale."""
    making = packing.making
    holds = sheets.Cover(
        kicker=making.say(f"{part.options['role']}.kicker"),
        when=(),
        about=(making.say(f"{part.options['role']}.about"),),
        stations=tuple(_stations(making)),
    )
    return [Sheet(id="cover", title=making.said(part.title), holds=holds, in_contents=False)]


def _stations(making: Making) -> Iterator[sheets.Station]:
    groups = making.programme.groups
    first, last = min(group.meetings[0].on for group in groups), max(group.meetings[-1].on for group in groups)
    once = {event.kind: event.on for event in making.programme.events if event.kind in MILESTONES}  # the letter goes to each group
    found = [(on, capital(making.say(f"event.{kind}"))) for kind, on in once.items()]
    dated = sorted(dict.fromkeys([(first, making.say("cover.first-meeting")), (last, making.say("cover.last-meeting")), *found]))
    opening = dated[0][0]
    for on, title in dated:
        yield sheets.Station(day=(on - opening).days, when=_on(making, on), title=title)


def _on(making: Making, on: date) -> str:
    return capital(_day(making, on))


# --- the sponsor's two pages


def brief(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """Why, what, hours and risks on one page; beside them the dates when the sponsor hears more."""
    making = packing.making
    sheet = packing.chapters.sheet(Stand(entry=_entry(part), id="brief", section=""), title=making.said(part.title))
    assert isinstance(sheet.holds, sheets.Prose)
    told = [event for event in making.programme.events if event.kind in TOLD]
    last = {event.kind: event for event in told}.values()
    lines = [*_opening(making)]
    lines += [f"**{_on(making, event.on)}** {capital(making.say(f'event.{event.kind}'))}" for event in last]
    side = (
        sheets.Aside(title=making.say("sponsor.answer"), text_md=_answer(making)),
        sheets.Aside(title=making.say("sponsor.hears"), text_md="\n\n".join(lines)),
        sheets.Aside(title=making.say("sponsor.asks"), text_md=_contact(making)),
        sheets.Aside(title=making.say("script.source"), sources=sheet.holds.sources),
    )
    body = f"{sheet.holds.body_md}\n\n## {making.say('sponsor.hours')}\n\n{_hours(making)}"
    return [replace(sheet, holds=replace(sheet.holds, body_md=body, side=side, sources=()))]


def _entry(part: content.PackPart) -> content.OutlinePage:
    return content.OutlinePage(id="brief", lead=part.lead, pieces=part.pieces, audience=("sponsor",))


def _answer(making: Making) -> str:
    """Yes, no or a change, to whom, and by when: the day when the sponsor signs the mandate."""
    signed = next((dates.due(making, task.event, task.days) for task in making.tasks("sponsor") if task.id == SIGNS), None)
    by = signed and making.say("sponsor.answer-by", on=_day(making, signed))
    boxes = "\n".join(f"- {making.say(f'sponsor.answer-{answer}')}" for answer in ("yes", "no", "change"))
    given = making.say("sponsor.answer-to", to=for_html(making.scope["programme"]["coordinator"]), by=by or "")
    return f"/// check\n{boxes}\n///\n\n{given}"


def _opening(making: Making) -> Iterator[str]:
    """The ten minutes with which the sponsor opens the seminar."""
    if seminar := making.programme.seminar:
        when = making.say("sponsor.at", on=_day(making, seminar.on), at=making.voice.clock(seminar.start))
        yield f"**{capital(when)}** {making.say('sponsor.opens')}"


def _day(making: Making, on: date) -> str:
    return f"{making.voice.weekday_date(on)} {on.year}"


def _contact(making: Making) -> str:
    programme = making.scope["programme"]
    address = for_html(programme["email"]).replace("@", "@<wbr>")  # the margin is narrow
    return "\n\n".join(words for words in (for_html(programme["coordinator"]), address, for_html(programme["phone"])) if words)


def _hours(making: Making) -> str:
    """Hours for each group, or for those that spend the same when the groups' names take many lines, and what HR spends."""
    budget, voice = making.programme.budget, making.voice
    groups = {group.id: group for group in making.programme.groups}
    names = {id: group.name.said_in(voice.language) for id, group in groups.items()}
    if sum(1 + len(name) // LINE for name in names.values()) > MANY:
        alike = Counter((groups[group.id].based_on, group.hours_per_mentor, group.hours_per_mentee) for group in budget.groups)
        spent = [(making.say(f"sponsor.{type_}", count=count), mentor, mentee) for (type_, mentor, mentee), count in alike.items()]
    else:
        spent = [(names[group.id], group.hours_per_mentor, group.hours_per_mentee) for group in budget.groups]
    rows = [[for_html(name), voice.number(mentor), "–".join(dict.fromkeys(map(voice.number, mentee)))] for name, mentor, mentee in spent]
    head = [for_html(making.say(f"budget.{column}")) for column in ("group", "per-mentor", "per-mentee")]
    shown = table(for_html(making.say("budget.caption")), head, rows, numbers=(1, 2))
    cost = budget.cost and making.say("budget.cost", amount=voice.money(budget.cost.amount, budget.cost.currency))
    return f"{shown}\n\n{making.say('budget.hr', count=budget.hr_hours)} {cost or ''}".rstrip()


# --- the coordinator's lists


def letter_list(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """Every letter: to whom, when, and the file with its words."""
    making = packing.making
    head = tuple(making.say(f"letter-list.{column}") for column in ("letter", "to", "when"))
    rows = tuple((making.said(letter.title), to(making, letter), when(making, letter)) for letter in in_order(making))
    title = making.say("letter-list")
    listed = sheets.Table(caption=making.say("letter-list.caption"), head=head, rows=rows)
    return [Sheet(id="letter-list", title=title, holds=listed, flows=flows(part))]


# --- the handbook


def book(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """The whole site as a book: a chapter for each section, numbered, and its pages one after the other.

    A chapter or a meeting's guide begins on a new page, unless that would leave most of the page before it empty.
    """
    making, written = packing.making, packing.chapters
    found: list[Sheet] = []
    for section in making.library.outline.sections:
        stands = [stand for stand in written.stands.values() if stand.section == section.id and _is_printed(stand)]
        if not stands:
            continue
        chapter = sum(sheet.level == 1 for sheet in found) + 1
        opener = sheets.Prose(number=str(chapter), body_md="")
        found.append(Sheet(id=f"chapter-{section.id}", title=making.said(section.title), holds=opener, joins=bool(found)))
        for place, stand in enumerate(stands, 1):
            page = written.sheet(_as_chapter(stand), level=2, number=f"{chapter}.{place}")
            guide = stand.entry.layout == "guide"
            found.append(replace(page, flows=not guide, joins=guide, whose=_whose(making, stand)))
    return found


def _whose(making: Making, stand: Stand) -> str:
    """The group of a page that each group has its own of."""
    return stand.group.name.said_in(making.voice.language) if stand.group else ""


def _is_printed(stand: Stand) -> bool:
    """The front is the cover and the list of all pages the contents; the rules are looked up where `check` runs, on a screen."""
    return stand.entry.layout != "front" and not stand.entry.makes("overview") and not stand.entry.makes("rules")


def _as_chapter(stand: Stand) -> Stand:
    """A role's home is its tasks in order; its dates stand in the calendar."""
    if stand.entry.layout != "door":
        return stand
    return replace(stand, entry=replace(stand.entry, pieces=(Piece(make="role-tasks", options={"role": stand.id}),)))


# --- the poster

MOST_DRAWN = 3  # groups; more are drawn below each other, and too small to read on a wall


def poster(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """The programme on a page: dates, what it asks, what it does not promise, and where to read more."""
    making, paper = packing.making, part.options["paper"]
    site = making.organisation.site_url or ""
    points = ("meet", "asks", "no-promise")
    hints = [sheets.Hint(title=making.say(f"poster.{point}"), text_md=_point(making, point)) for point in points]
    contact = sheets.Hint(title=making.say("poster.ask"), text_md=_contact(making))
    many = len(making.programme.groups) > MOST_DRAWN
    holds = sheets.Poster(
        paper=paper,
        figure=apart(making.figures["timeline"].svg, paper.lower()) if "timeline" in making.figures and not many else "",
        dates=_all_dates(making) if many else None,
        say=making.say("poster.say"),
        points=(*hints, contact),
        address=site,
    )
    title = f"{making.scope['programme']['name']} {making.programme.groups[0].meetings[0].on.year}"
    return [Sheet(id=f"poster-{paper.lower()}", title=title, holds=holds, level=1 if paper == "A3" else 2)]


def _all_dates(making: Making) -> sheets.Table:
    """A row for each group, a column for each meeting."""
    voice, programme = making.voice, making.programme
    groups = programme.groups
    count = max(len(group.meetings) for group in groups)
    talks = any(group.closing_conversations for group in groups)
    days = sorted(meeting.on for group in groups for meeting in group.meetings)
    head = [making.say("figure.group"), *(capital(making.say("figure.meeting-row", number=number)) for number in range(1, count + 1))]
    return sheets.Table(
        caption=making.say("figure.timeline", first=voice.month(days[0]), last=f"{voice.month(days[-1])} {days[-1].year}"),
        head=(*head, making.say("figure.conversations")) if talks else tuple(head),
        rows=tuple(_dates_of(making, group, count, talks=talks) for group in groups),
        intro_md=making.say("figure.seminar", date=voice.day_month(programme.seminar.on)) if programme.seminar else "",
    )


def _dates_of(making: Making, group: GroupPlan, count: int, *, talks: bool) -> tuple[str, ...]:
    voice, found = making.voice, group.closing_conversations
    meetings = [voice.short_day_month(meeting.on) for meeting in group.meetings]
    last = [voice.short_days(found.first_day, found.last_day) if found else "–"] if talks else []
    return (group.name.said_in(voice.language), *meetings, *["–"] * (count - len(meetings)), *last)


def _point(making: Making, point: str) -> str:
    most = max(group.mentees for group in making.programme.groups)
    return making.say(f"poster.{point}.words", count=most, leaders=making.scope["programme"]["leaders"])
