"""What every maker of a page's parts receives, and the few pieces of HTML that they share.

Text of ours and of the organisation's is escaped here, once, at the moment it becomes HTML or Markdown.
"""

import html as entities
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from kit.compose.fill import Filler, for_html
from kit.compose.scope import Scope, homework_form
from kit.model.book import Drawing, Link
from kit.model.library import Checklist, FormField, FormTemplate, Library, Point, RoleTask
from kit.model.organisation import Organisation
from kit.model.problem import Deviation
from kit.model.programme import GroupPlan, Meeting, Programme
from kit.model.rule import RuleCard
from kit.model.words import Text
from kit.words import Voice

ANY_DAY = date(2000, 1, 1)

WATCH = re.compile(r"^(/{3,} *watch) *$", re.MULTILINE)
SAY = re.compile(r"^(?P<cue>(?P<fence>/{3,}) *say\b[^\n]*\n)(?P<words>.*?)(?=^(?P=fence) *$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of this book as a list names it; `ticks` are its lists to tick, each with title and anchor."""

    id: str
    title: str
    chapter: str
    part: str = ""
    audience: tuple[str, ...] = ()
    layout: str = "page"
    ticks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One language, and for a page of a group or meeting that group and meeting."""

    organisation: Organisation
    programme: Programme
    library: Library
    voice: Voice
    filler: Filler
    scope: Scope
    figures: Mapping[str, Drawing] = field(default_factory=dict)
    deviations: tuple[Deviation, ...] = ()
    rules: tuple[RuleCard, ...] = ()
    group: GroupPlan | None = None
    meeting: Meeting | None = None
    pages: tuple[Listed, ...] = ()  # all pages of this book, in their order
    readers: tuple[str, ...] = ()  # whom the page is for; () is everybody

    def said(self, text: Text | None) -> str:
        """Words of ours as plain text, variables filled in."""
        return "" if text is None else self.filler.plain(text.said_in(self.voice.language), self.scope)

    def aloud(self, text: Text | None) -> str:
        """Words to say, as plain text, which stand in quotation marks."""
        return "" if text is None else self.filler.plain(self.voice.aloud(text.said_in(self.voice.language)), self.scope)

    def markdown(self, text: Text | None) -> str:
        """Words of ours as Markdown, variables filled in, links resolved, watch-for under its heading, quotes within what is said."""
        if text is None:
            return ""
        ours = SAY.sub(lambda found: found["cue"] + self.voice.aloud(found["words"]), text.said_in(self.voice.language))
        words = self.filler.markdown(ours, self.scope)
        return WATCH.sub(rf"\1 | {self.say('watch.heading')}", words)

    def html(self, text: Text | None) -> str:
        return for_html(self.said(text))

    def say(self, code: str, **values: object) -> str:
        return self.voice.say(code, **values)

    def serves(self, cohort: str) -> bool:
        """True when content for `cohort` belongs here: on a group's page its own type, elsewhere any type in the programme."""
        return cohort == "all" or cohort in self._types()

    def only_for(self, cohort: str) -> str:
        """The name of the type that this is for, in a programme that has both; "" where it goes without saying."""
        return self.say(f"cohort.{cohort}") if cohort != "all" and len(self._types()) > 1 else ""

    def tasks(self, role: str) -> list[RoleTask]:
        """What a role does, as `content/roles.yaml` has it."""
        return [task for task in self.library.roles if task.role == role and self.serves(task.tags.cohort)]

    def points(self, checklist: Checklist) -> list[Point]:
        """The points of a list that are for somebody who reads it here, and for a group that this page may be about."""
        return [point for point in checklist.points if self.serves(point.tags.cohort) and self._meets(point)]

    def kept_for(self, point: Point) -> str:
        """»Kun for hold, der afleverer.« above what is for those alone, in a programme that has others too."""
        return self.say("only.written") if point.needs and len(self._homework()) > 1 else ""

    def line_of(self, point: Point) -> str:
        """A line to tick as Markdown, and before it whom it is for."""
        return " ".join(filter(None, (self.kept_for(point), self.markdown(point.title))))

    def fields(self, form: FormTemplate) -> list[FormField]:
        """What a form asks of a group that this page may be about."""
        return [field for field in form.fields if self._has(field.needs)]

    def _meets(self, point: Point) -> bool:
        meant = not self.readers or any(role in self.readers for role in point.tags.audience)
        return meant and self._has(point.needs)

    def _has(self, needs: str) -> bool:
        return not needs or needs in self._homework()

    def _types(self) -> set[str]:
        return {self.group.based_on} if self.group else {group.based_on for group in self.programme.groups}

    def _homework(self) -> set[str]:
        planned = zip(self.organisation.groups, self.programme.groups, strict=True)
        return {homework_form(self.organisation, group, plan) for group, plan in planned if self.group in (None, plan)}


def element(name: str, inside: str, **attributes: str) -> str:
    """`<name attribute="…">inside</name>`; `class_` is class. `inside` is HTML already."""
    spelled = "".join(f' {key.rstrip("_").replace("_", "-")}="{for_html(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{spelled}>{inside}</{name}>"


FACTS = "gm-table gm-pair gm-facts"  # short cells, which stand beside each other on a telephone too


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "gm-table", numbers: Sequence[int] = ()) -> str:
    """A data table with caption, column heads and row heads; cells are HTML. `numbers`: columns set to the right.

    Cells carry their column's name for narrow screens, where a row becomes a small list.
    """

    def cell(column: int, content: str) -> str:
        right = "gm-number" if column in numbers else ""
        label = entities.unescape(head[column])
        return element("th", content, scope="row", class_=right) if column == 0 else element("td", content, class_=right, data_label=label)

    heads = "".join(element("th", word, scope="col", class_="gm-number" if column in numbers else "") for column, word in enumerate(head))
    body = "\n".join(element("tr", "".join(cell(column, content) for column, content in enumerate(row))) for row in rows)
    return f'<table class="{kind}">\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'


def fetch(about: str, links: Iterable[Link]) -> str:
    """A line that says something of what stands below it, and where to fetch that as a file: on screen only. `about` is HTML."""
    files = (
        element("a", for_html(link.words) + element("span", f" ({for_html(link.note)})", class_="gm-quiet"), href=f"@{link.target}")
        for link in links
    )
    return element("p", " ".join([*([element("span", about)] if about else []), *files]), class_="gm-fetch")


def drawing(making: Making, name: str, *, twin: bool = True) -> str:
    """A figure's SVG with its content as a table that unfolds; "" when this programme has no such figure."""
    if name not in making.figures:
        return ""
    found = making.figures[name]
    if not twin:
        return found.svg
    shown = table(
        for_html(found.caption), [for_html(word) for word in found.head], [[for_html(cell) for cell in row] for row in found.rows]
    )
    summary = element("summary", for_html(making.say("figure.as-table")))
    return f'{found.svg}\n<details class="gm-note gm-twin">{summary}\n{shown}\n</details>'


def later(start: time, minutes: int) -> time:
    """The clock so many minutes after `start`; it begins again at midnight."""
    return (datetime.combine(ANY_DAY, start) + timedelta(minutes=minutes)).time()
