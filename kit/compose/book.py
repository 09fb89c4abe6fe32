"""Organisation + Programme + Library become the Book: every page in one language, finished.

The outline decides which pages there are; `each: group` and `each: meeting` repeat a page. Targets are resolved when
all pages are known, so a link can never miss.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from kit.compose import calendars, choose, doors, homework, own, printed
from kit.compose.brand import colours
from kit.compose.fill import Filler, for_html, for_markdown
from kit.compose.identity import identity
from kit.compose.keywords import echoes, keywords, synonyms
from kit.compose.make import MAKERS
from kit.compose.making import Listed, Making, element
from kit.compose.scope import group_scope, meeting_scope, programme_name, scope
from kit.compose.stands import Stand, stands
from kit.compose.targets import Targets
from kit.compose.terms import replacer
from kit.model.book import Book, Chapter, Drawing, Link, Page
from kit.model.library import Block, Library, OutlineSection, Piece
from kit.model.organisation import Organisation
from kit.model.problem import Deviation, Invalid
from kit.model.programme import Programme
from kit.model.rule import RuleCard
from kit.model.source import Insert, Picture
from kit.words import Voice

HREF = re.compile(r'<a href="@([^"]+)">(.*?)</a>', re.DOTALL)
THEME = "theme."  # sentences that the site's theme needs begin so in kit/words


def book(
    organisation: Organisation,
    programme: Programme,
    library: Library,
    voice: Voice,
    *,
    inserts: tuple[Insert, ...] = (),
    cleaned: Callable[[str], str] = str,
    figures: Mapping[str, Drawing] | None = None,
    deviations: tuple[Deviation, ...] = (),
    rules: tuple[RuleCard, ...] = (),
    logo: Picture | None = None,
    logo_dark: Picture | None = None,
) -> Book:
    """The whole handbook in the voice's language. `figures` are finished SVG by name. Invalid where an insert does not fit."""
    chosen = choose.library(library, organisation)
    standing = tuple(stands(chosen, programme))
    writer = Writer(organisation, programme, chosen, voice, standing, figures or {}, deviations, inserts, cleaned, rules)
    writer.refuse_misplaced()
    chapters = tuple(
        Chapter(id=section.id, title=section.title.said_in(voice.language), pages=pages)
        for section in chosen.outline.sections
        if (pages := writer.section(section))
    )
    name = programme_name(organisation, voice)
    return Book(
        language=voice.language,
        languages=organisation.languages,
        root="" if voice.language == organisation.languages[0] else voice.language,
        title=name,
        description=voice.say("site.description", organisation=writer.making.scope["organisation"]["genitive"]),
        site_url=organisation.site_url or "",
        noindex=organisation.publish.noindex,
        identity=identity(organisation, programme, chosen, voice),
        chapters=chapters,
        brand=colours(organisation.brand.primary),
        logo=logo,
        logo_dark=logo_dark,
        words={code.removeprefix(THEME): words for code, words in voice.sentences.items() if code.startswith(THEME)},
        synonyms=synonyms(writer.making),
    )


class Writer:
    """Writes the pages of one book: knows all of them, and therefore every target."""

    def __init__(
        self,
        organisation: Organisation,
        programme: Programme,
        library: Library,
        voice: Voice,
        stands: tuple[Stand, ...],
        figures: Mapping[str, Drawing],
        deviations: tuple[Deviation, ...],
        inserts: tuple[Insert, ...],
        cleaned: Callable[[str], str],
        rules: tuple[RuleCard, ...] = (),
    ) -> None:
        self.library = library
        self.voice = voice
        self.stands = {stand.id: stand for stand in stands}
        self.targets = Targets(
            pages={stand.id: stand.path for stand in stands},
            language=voice.language,
            root="" if voice.language == organisation.languages[0] else "../",
        )
        self.here = ""  # the path of the page being written
        self.own = own.Own(inserts=inserts, language=voice.language, cleaned=cleaned)
        self.filler = Filler(voice, replacer(library.terms, organisation.terms, voice), self._markdown_link)
        self.making = Making(
            organisation=organisation,
            programme=programme,
            library=library,
            voice=voice,
            filler=self.filler,
            scope=scope(organisation, programme, library, voice),
            figures=figures,
            deviations=deviations,
            rules=rules,
        )
        self.making = replace(self.making, pages=tuple(self._listed()))

    def _listed(self) -> Iterator[Listed]:
        chapters = {section.id: section.title.said_in(self.voice.language) for section in self.library.outline.sections}
        for stand in self.stands.values():
            yield Listed(
                id=stand.id,
                title=self.title(stand),
                chapter=chapters[stand.section],
                part=stand.group.name.said_in(self.voice.language) if stand.group else "",
                audience=stand.entry.audience,
                layout=stand.entry.layout,
                ticks=tuple(self._ticks(stand)),
            )

    def _ticks(self, stand: Stand) -> Iterator[tuple[str, str]]:
        """The page's lists to tick: those made from data are the page itself, or stand under the block before them."""
        making, title, anchor = self.making_of(stand), self.title(stand), ""
        for piece in stand.entry.pieces:
            if piece.make == "checklist":
                yield title, anchor
            block = self.library.blocks.get(stand.block_name(piece.block))
            if block and making.serves(block.tags.cohort):
                title, anchor = making.said(block.title), block.name.rsplit("/", 1)[-1]
                if "/// check" in block.body.said_in(self.voice.language):
                    yield title, anchor

    def section(self, section: OutlineSection) -> tuple[Page, ...]:
        return tuple(self.page(stand) for stand in self.stands.values() if stand.section == section.id)

    def page(self, stand: Stand) -> Page:
        self.here = stand.path
        making = self.making_of(stand)
        lead = self.library.blocks.get(stand.block_name(stand.entry.lead))
        title = self.title(stand)
        opening, pieces = self.words(stand)
        whole = [f"# {for_markdown(title)}", _lede(opening), *pieces, self._basis(stand)]
        markdown = self._resolved("\n\n".join(part for part in whole if part) + "\n")
        return Page(
            id=stand.id,
            path=stand.path,
            title=title,
            description=_first_sentences(opening) or title,
            markdown=markdown,
            layout=stand.entry.layout,  # type: ignore[arg-type]  # the reader allows only layouts
            section=stand.section,
            part=stand.group.name.said_in(self.voice.language) if stand.group else "",
            audience=stand.entry.audience,
            keywords=keywords(making, stand.id, title, making.said(lead.keywords) if lead else ""),
            echoes=echoes(making, stand.id, title, markdown, self._blocks(stand)),
            following=self._following(stand),
            downloads=self._downloads(stand, making),
            data=self._data(stand, making),
        )

    def words(self, stand: Stand) -> tuple[str, list[str]]:
        """The opening of a page, and all that follows piece by piece."""
        making = self.making_of(stand)
        lead = self.library.blocks.get(stand.block_name(stand.entry.lead))
        opening = doors.front_lede(making) if stand.entry.layout == "front" else making.markdown(lead.body).strip() if lead else ""
        before, instead, after = self.own.around(lead.name, making.scope) if lead else ([], [], [])
        pieces = [piece for piece in (self._piece(piece, stand, making) for piece in stand.entry.pieces) if piece]
        ending = self.own.new(stand.id, "", making.scope)
        return "" if instead else opening, [*before, *instead, *after, *pieces, *ending]

    def _data(self, stand: Stand, making: Making) -> Mapping[str, Any]:
        """What the page's layout shows besides its words."""
        if stand.entry.layout == "front":
            return doors.front(making, self.address)
        if stand.entry.layout == "door":
            return doors.door(stand.id, making, self.address)
        return doors.guide(making) if stand.entry.layout == "guide" else {}

    def _downloads(self, stand: Stand, making: Making) -> tuple[Link, ...]:
        found = (*printed.links(making, stand.entry, stand.id), *calendars.links(making, stand.id))
        return tuple(replace(link, target=self.address(link.target)) for link in found)

    def title(self, stand: Stand) -> str:
        """The lead block's title; a meeting's page has its number before it."""
        making = self.making_of(stand)
        lead = self.library.blocks.get(stand.block_name(stand.entry.lead))
        if stand.entry.layout == "front":
            return programme_name(making.organisation, self.voice)
        if stand.entry.makes("homework"):
            return homework.title(making)
        if stand.meeting is None:
            return making.said(lead.title) if lead else stand.id
        template = self.library.agendas.get(stand.meeting.agenda.template)
        theme = making.said(lead.title) if lead else making.said(template.title) if template else ""
        return self.voice.say("meeting.title", ordinal=self.voice.ordinal(stand.meeting.number), number=stand.meeting.number, theme=theme)

    def address(self, target: str) -> str:
        """A target as an address relative to the page being written: `page`, `page#anchor`, `downloads/…`, `https://…`."""
        return self.targets.address(target, self.here)

    def _markdown_link(self, words: str, target: str) -> str:
        """`[words](@target)`; words alone when the page is not in this book (the pure pilot leaves some out)."""
        address = self.address(target)
        return f"[{words}]({address})" if address else words

    def _resolved(self, markdown: str) -> str:
        """Each `<a href="@target">` has its address; words alone when the page is not in this book."""

        def settled(words: str, address: str) -> str:
            return element("a", words, href=address) if address else words

        return HREF.sub(lambda found: settled(found[2], self.address(found[1])), markdown)

    def making_of(self, stand: Stand) -> Making:
        making = replace(self.making, readers=stand.entry.audience)
        if stand.group is None:
            return making
        here = {**making.scope, **group_scope(making.organisation, stand.group, self.voice)}
        if stand.meeting is not None:
            here |= meeting_scope(stand.group, stand.meeting, self.voice)
        return replace(making, scope=here, group=stand.group, meeting=stand.meeting)

    def _piece(self, piece: Piece, stand: Stand, making: Making) -> str:
        if piece.templates and (making.meeting is None or making.meeting.agenda.template not in piece.templates):
            return ""
        if piece.make:
            made = MAKERS[piece.make](making, piece.options).strip()
            heading = piece.options.get("heading", "")
            return f"## {self.voice.say(heading)}\n\n{made}" if made and heading else made
        name = stand.block_name(piece.block)
        block = self.library.blocks.get(name)
        written = self._block(block, making) if block and making.serves(block.tags.cohort) else ""
        return "\n\n".join(part for part in (written, *self.own.new(stand.id, name.rsplit("/", 1)[-1], making.scope)) if part)

    def _block(self, block: Block, making: Making) -> str:
        """A block with its heading; what the organisation wrote for it stands before, after or instead."""
        before, instead, after = self.own.around(block.name, making.scope)
        heading = f"## {for_markdown(making.said(block.title))} {{ #{block.name.rsplit('/', 1)[-1]} }}" if block.heading else ""
        body = "" if instead else making.markdown(block.body).strip()
        words = [part for part in (*before, body, *instead, *after) if part]
        return "\n\n".join([heading, *words] if heading and words else words)

    def refuse_misplaced(self) -> None:
        """Raises Invalid with every insert that fits nowhere in this book."""
        spots = [spot for stand in self.stands.values() for spot in self._spots(stand)]
        problems = tuple(own.problems(self.own.inserts, [*spots, *self._off_pages({spot.block for spot in spots})]))
        if problems:
            raise Invalid(problems)

    def _spots(self, stand: Stand) -> Iterator[own.Spot]:
        making = self.making_of(stand)
        for name in ("", stand.entry.lead, *(piece.block for piece in stand.entry.pieces if piece.block)):
            yield own.Spot(page=stand.id, block=stand.block_name(name), parts=making.scope.keys())

    def _off_pages(self, on_pages: set[str]) -> Iterator[own.Spot]:
        """Blocks that are printed alone; the guides of a cohort type without a group are not."""
        for name in self.library.blocks:
            if name not in on_pages and not name.startswith("group-meetings/"):
                yield own.Spot(page=name, block=name, parts=self.making.scope.keys())

    def _following(self, stand: Stand) -> Link | None:
        if not stand.entry.next_page:
            return None
        target = stand.entry.next_page
        if stand.group and stand.meeting:
            after = f"groups/{stand.group.id}/meeting-{stand.meeting.number + 1}"
            target = after if target == "{next}" and after in self.stands else "from-group-to-network" if target == "{next}" else target
        if target not in self.stands:
            return None
        words = stand.entry.next_words
        return Link(words=self.making.said(words) if words else self.title(self.stands[target]), target=self.address(target))

    def _blocks(self, stand: Stand) -> list[Block]:
        """The blocks that a page is made of."""
        names = [piece.block for piece in stand.entry.pieces if piece.block] + [stand.entry.lead]
        blocks = (self.library.blocks.get(stand.block_name(name)) for name in names)
        return [block for block in blocks if block]

    def bases(self, stand: Stand) -> list[str]:
        """Where the page's words come from, each basis once."""
        found = {block.tags.basis for block in self._blocks(stand)}
        return [basis for basis in ("pilot", "derived", "evidence", "own") if basis in found]

    def _basis(self, stand: Stand) -> str:
        """The bases, discreetly at the end."""
        lines = [
            element("p", for_html(self.voice.say(f"basis.{basis}.page")), class_=f"gm-basis gm-{basis}") for basis in self.bases(stand)
        ]
        return f'<div class="gm-bases">\n{"".join(lines)}\n</div>' if lines else ""


def _lede(opening: str) -> str:
    """The first paragraph of the lead is set larger; the rest is body."""
    first, _, rest = opening.partition("\n\n")
    return f"{first}\n{{: .gm-lede }}\n\n{rest}".strip() if first else ""


def _first_sentences(markdown: str) -> str:
    """At most 155 characters of plain words for the page's description."""
    plain = html.unescape(re.sub(r"<[^>]+>|\[([^\]]*)\]\([^)]*\)|[*_`#]", lambda found: found[1] or "", markdown.split("\n\n")[0]))
    words = " ".join(plain.split())
    if len(words) <= 155:
        return words
    return words[:155].rsplit(" ", 1)[0].rstrip(",;:–") + " …"
