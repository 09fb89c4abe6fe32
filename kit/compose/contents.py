"""What lists the book itself: all pages by chapter and by role, all guides, all lists to tick, and the answer of the test."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from kit.compose import dates
from kit.compose.fill import for_html, for_markdown
from kit.compose.making import Listed, Making, element
from kit.model.book import DateLine

Options = Mapping[str, str]
ROLES = ("mentor", "mentee", "line-manager", "hr", "sponsor")
ANSWERS = ("start", "all", "some", "wait", "no")


def overview(making: Making, _: Options) -> str:
    """Every page of this book, twice."""
    chapters = [(chapter, list(pages)) for chapter, pages in groupby(making.pages, key=lambda page: page.chapter)]
    roles = [(making.say(f"role.{role}"), [page for page in making.pages if role in page.audience]) for role in ROLES]
    return "\n\n".join(
        [
            f"## {making.say('contents.by-chapter')}",
            *(_part(title, pages) for title, pages in chapters),
            f"## {making.say('contents.by-role')}",
            *(f"/// fold | {title}\n{_links(_link(page, page.title) for page in pages)}\n///" for title, pages in roles),
        ]
    )


def checklists(making: Making, _: Options) -> str:
    """Every list to tick or to watch for, under its chapter."""
    ticked = [page for page in making.pages if page.ticks]
    return "\n\n".join(
        f"## {for_html(chapter)}\n\n" + _links((_link(page, title, anchor) for page in pages for title, anchor in page.ticks))
        for chapter, pages in groupby(ticked, key=lambda page: page.chapter)
    )


def guides(making: Making, _: Options) -> str:
    """Every group's meetings with day, clock and place, each with its guide."""
    titles = {f"@{page.id}": page.title for page in making.pages}
    parts = []
    for group in making.programme.groups:
        lines = dates.lines(making, group=group.id, kinds=("meeting",))
        items = "\n".join(_guide(line, titles.get(line.target, line.title)) for line in lines)
        shown = element("ul", f"\n{items}\n", class_="gm-hang gm-dates")
        several = len(making.programme.groups) > 1
        parts.append(f"### {for_markdown(making.said(group.name))}\n\n{shown}" if several else shown)
    return "\n\n".join(parts)


def _guide(line: DateLine, title: str) -> str:
    day = element("time", for_html(line.when), datetime=line.iso)
    words = element("a", for_html(title), href=line.target) + " " + element("span", for_html(line.note), class_="gm-r")
    return element("li", f"{day} {element('div', words)}")


def verdict(making: Making, options: Options) -> str:
    """Where the script puts the answer of the test: `must` and `good` are the blocks with its boxes."""
    words = {f"data_{answer}": making.say(f"theme.verdict-{answer}") for answer in ANSWERS}
    inside = element("p", "")
    return element("div", inside, class_="gm-verdict", role="status", data_must=options["must"], data_good=options["good"], **words)


def _part(title: str, pages: Iterable[Listed]) -> str:
    return f"### {for_html(title)}\n\n{_links(_link(page, page.title) for page in pages)}"


def _links(links: Iterable[str]) -> str:
    return element("ul", "".join(element("li", link) for link in links), class_="gm-links")


def _link(page: Listed, title: str, anchor: str = "") -> str:
    """A page by its title; one of a group with the group's name, a list with the page it stands on."""
    belongs = [part for part in (page.title if title != page.title else "", page.part) if part]
    note = " " + element("span", for_html(", ".join(belongs)), class_="gm-r") if belongs else ""
    return element("a", for_html(title), href=f"@{page.id}" + (f"#{anchor}" if anchor else "")) + note
