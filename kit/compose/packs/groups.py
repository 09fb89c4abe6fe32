"""What a group's own packs hold: its cover with the dates, its meetings as spreads of guide and agenda, its dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kit.compose import agendas, dates, homework
from kit.compose.packs.chapters import ANCHOR, sheet_id
from kit.compose.packs.shared import Packing, capital
from kit.compose.stands import Stand
from kit.model import library as content
from kit.model import sheets
from kit.model.book import DateLine, Sheet
from kit.model.programme import GroupPlan, Meeting

NO_BREAK = "\u00a0"
MADE_BESIDE = ("agenda", "brought-homework", "next-homework")  # in print they stand on the facing page
BEFORE_THE_AGENDA = ("before", "two-of-you", "open-and-close")  # what a mentor has on the left while the agenda lies on the right


def cover(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """The group's dates to scale, and where and when it meets."""
    making, group = packing.making, _group(packing)
    first = group.meetings[0]
    places = tuple(dict.fromkeys(capital(meeting.place.said_in(making.voice.language)) for meeting in group.meetings))
    holds = sheets.Cover(
        kicker=making.scope["group"]["name"],
        when=(making.say("clock.span", span=making.voice.clocks(first.start, first.end)), *places),
        about=(making.say(f"{part.options['role']}.about"),),
        stations=tuple(_stations(packing, group, part.options["role"])),
    )
    return [Sheet(id="cover", title=making.said(part.title), holds=holds, in_contents=False)]


def _stations(packing: Packing, group: GroupPlan, role: str) -> Iterator[sheets.Station]:
    making = packing.making
    first = group.meetings[0].on
    for meeting in group.meetings:
        template = making.library.agendas.get(meeting.agenda.template)
        theme = making.said(template.title) if template else ""
        yield sheets.Station(
            day=(meeting.on - first).days, when=capital(making.voice.weekday_date(meeting.on)), title=theme, number=str(meeting.number)
        )
    closing = group.closing_conversations
    if closing:
        when = making.voice.days(closing.first_day, closing.last_day)
        days = (closing.last_day - closing.first_day).days
        yield sheets.Station(day=(closing.first_day - first).days, when=when, title=making.say(f"closing.each.{role}"), days=days)


def day_list(packing: Packing, part: content.PackPart) -> list[Sheet]:
    """Every date that this role of this group has, in order, with what is common to all groups, and the part's block after them."""
    making, role = packing.making, part.options["role"]
    group = packing.group
    ordered = dates.of_group(making, role, group) if group else dates.lines(making, role=role)
    prefix = f"{making.scope['group']['name']}: " if group else ""
    rows = tuple((line.when.replace(" ", NO_BREAK), capital(line.title.removeprefix(prefix)), line.note) for line in ordered)
    head = tuple(making.say(f"dates.{column}") for column in ("when", "what", "where"))
    title = making.said(part.title) or making.say("door.dates")
    after = making.library.blocks.get(part.lead)
    table = sheets.Table(
        caption=making.say("dates.caption", year=_years(ordered)),
        head=head,
        rows=rows,
        after_md=f"## {making.said(after.title)}\n\n{making.markdown(after.body)}" if after else "",
    )
    return [Sheet(id=f"dates-{role}", title=title, holds=table, right=making.scope["group"]["name"] if group else "")]


def _years(ordered: Sequence[DateLine]) -> str:
    years = sorted({date.fromisoformat(line.iso).year for line in ordered})
    return "–".join(dict.fromkeys((str(years[0]), str(years[-1])))) if years else ""


# --- meetings as spreads


def guides(packing: Packing, _: content.PackPart) -> list[Sheet]:
    """Each meeting: guide left, agenda and what they take home right, then what to ask and what to do when something happens."""
    group = _group(packing)
    stands = (packing.chapters.stands.get(f"groups/{group.id}/meeting-{meeting.number}") for meeting in group.meetings)
    return [sheet for stand in stands if stand is not None for sheet in (_spread(packing, stand), _more(packing, stand)) if sheet]


def _spread(packing: Packing, stand: Stand) -> Sheet:
    making = packing.chapters.making_of(stand)
    meeting = _meeting(stand)
    hows = agendas.spoken(making, meeting.agenda)
    opening, pieces = packing.chapters.words(_only(stand, BEFORE_THE_AGENDA, wanted=True))
    clocks = making.say("clock.in-line", span=making.voice.clocks(meeting.start, meeting.end))
    theme = packing.chapters.title(stand)
    on = capital(making.voice.weekday_date(meeting.on))
    holds = sheets.Agenda(
        number=str(meeting.number),
        lead_md=opening,
        body_md=_anchored(stand, pieces),
        home_md=_anchored(stand, [homework.handed_out(making)]),
        caption=" ".join((making.say("agenda.print-caption", minutes=meeting.agenda.minutes), agendas.dropped(making))).strip(),
        rows=tuple(
            sheets.Row(
                start=making.voice.clock(slot.start),
                minutes=slot.minutes,
                title=making.said(slot.title),
                happens=hows.get(slot.item, ""),
                pause=slot.pause,
            )
            for slot in meeting.agenda.slots
        ),
        end=sheets.End(time=making.voice.clock(meeting.end), words=making.say("agenda.over")),
        side=tuple(_side(packing, stand)),
        strong=making.say("guide.agenda"),
        rest=making.say("minutes", count=meeting.agenda.minutes),
        right=theme,
    )
    return Sheet(
        id=sheet_id(stand.id),
        title=_theme(packing, stand),
        holds=holds,
        strong=on,
        rest=clocks,
        right=capital(meeting.place.said_in(making.voice.language)),
        tight=True,
    )


def _theme(packing: Packing, stand: Stand) -> str:
    """The meeting's title without its number, which stands before it."""
    making, meeting = packing.chapters.making_of(stand), _meeting(stand)
    lead = making.library.blocks.get(stand.entry.lead.replace("{template}", meeting.agenda.template))
    template = making.library.agendas.get(meeting.agenda.template)
    return making.said(lead.title) if lead else making.said(template.title) if template else packing.chapters.title(stand)


def _more(packing: Packing, stand: Stand) -> Sheet | None:
    """The rest of the guide, to have read the evening before."""
    making = packing.chapters.making_of(stand)
    _, pieces = packing.chapters.words(_only(stand, BEFORE_THE_AGENDA, wanted=False))
    if not pieces:
        return None
    title = making.say("guide.more", ordinal=making.voice.ordinal(_meeting(stand).number), number=_meeting(stand).number)
    holds = sheets.Prose(body_md=_anchored(stand, pieces))
    return Sheet(id=f"{sheet_id(stand.id)}-more", title=title, holds=holds, right=_theme(packing, stand), level=2, tight=True)


def _only(stand: Stand, names: tuple[str, ...], *, wanted: bool) -> Stand:
    """The stand with those of its pieces alone, or with all others; the agenda has a page of its own."""
    pieces = tuple(
        piece for piece in stand.entry.pieces if piece.make not in MADE_BESIDE and (piece.block.rsplit("/", 1)[-1] in names) == wanted
    )
    return replace(stand, entry=replace(stand.entry, pieces=pieces))


def _anchored(stand: Stand, pieces: list[str]) -> str:
    return ANCHOR.sub(rf"{{ #{sheet_id(stand.id)}--\1", "\n\n".join(pieces))


def _side(packing: Packing, stand: Stand) -> Iterator[sheets.Aside]:
    """The group, what it comes with, the deadline before the next meeting, the next meeting, and where the words come from."""
    making, group, meeting = packing.chapters.making_of(stand), _group(packing), _meeting(stand)
    mentees = making.say("mentees", count=group.mentees, mentees=making.voice.words(group.mentees))
    yield sheets.Aside(title=making.say("guide.group"), text_md=f"{making.scope['group']['name']}, {mentees}")
    brought = homework.brought_on_paper(making)
    if brought:
        yield sheets.Aside(title=making.say("guide.brought"), text_md=brought)
    following = next((other for other in group.meetings if other.number == meeting.number + 1), None)
    if following and following.homework_due:
        due = making.say("homework.due", on=making.voice.weekday_date(following.homework_due), at=making.scope["group"]["due_time"])
        yield sheets.Aside(title=making.say("guide.next-due"), text_md=capital(due))
    if following:
        when = f"{capital(making.voice.weekday_date(following.on))} {making.say('clock.in-line', span=making.voice.clock(following.start))}"
        yield sheets.Aside(title=making.say("guide.next-meeting"), text_md=when)
    bases = packing.chapters.bases(stand)
    found = tuple(sheets.Source(basis=basis, words=making.say(f"basis.{basis}")) for basis in bases)  # type: ignore[arg-type]
    yield sheets.Aside(title=making.say("script.source"), sources=found)


def _group(packing: Packing) -> GroupPlan:
    assert packing.group is not None, "this part is for packs of a group"
    return packing.group


def _meeting(stand: Stand) -> Meeting:
    assert stand.meeting is not None, "this page is a meeting's"
    return stand.meeting
