"""What lists the book itself: all pages by chapter and by role, all lists to tick, and the answer of the test."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from kit.compose.fill import for_html
from kit.compose.making import Listed, Making, element

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
