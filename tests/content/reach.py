"""Which facts a reader meets: those cited by what stands on the pages and in the packs for that audience, in the example."""

from collections.abc import Iterator
from functools import cache

from kit.model.library import OutlinePage, PackOutline, PackPart, Piece, Tags
from tests import composed, written
from tests.helpers import example, library

EXAMPLE = "nordby"


@cache
def facts_for(audience: str) -> frozenset[str]:
    """Every fact that something on a page or in a pack for `audience` cites."""
    pages = (fact for page in pages_of(audience) for tags in tags_on(page) for fact in tags.facts)
    packs = (fact for pack in packs_of(audience) for part in pack.parts for tags in tags_in(part) for fact in tags.facts)
    return frozenset((*pages, *packs, *(fact for name in ("letters", "forms") for fact in _sent(audience, name))))


def pages_of(audience: str) -> Iterator[OutlinePage]:
    """The outline's pages that the example has and that are for `audience`. The sources page and the ledger do not count."""
    built = {page.id for page in composed.book(EXAMPLE, "da").pages}
    for section in library().outline.sections:
        for entry in section.pages:
            if audience in entry.audience and entry.id != "sources" and (entry.each or entry.id in built):
                yield entry


def packs_of(audience: str) -> Iterator[PackOutline]:
    """The packs for `audience`; what the seminar hands out reaches its mentors."""
    for pack in library().outline.packs:
        if audience in pack.audience or (pack.needs == "seminar" and audience == "mentor"):
            yield pack


def tags_on(page: OutlinePage) -> Iterator[Tags]:
    for name in names(page.lead):
        yield library().blocks[name].tags
    for piece in page.pieces:
        yield from tags_of(piece)


def names(block: str) -> list[str]:
    """A block by its name; one name for each agenda or cohort type where the outline leaves that open."""
    templates = {meeting.agenda.template for group in example(EXAMPLE).programme.groups for meeting in group.meetings}
    types = {group.based_on for group in example(EXAMPLE).programme.groups}
    spelled = [block.replace("{template}", template).replace("{type}", kind) for template in templates for kind in types]
    return [name for name in dict.fromkeys(spelled) if name in library().blocks]


def tags_of(piece: Piece) -> Iterator[Tags]:
    """What stands behind one piece of a page: a block, or the data that something is made from."""
    here = library()
    for name in names(piece.block):
        yield here.blocks[name].tags
    options = piece.options
    match piece.make:
        case "agenda":
            yield from (agenda.tags for agenda in here.agendas.values())
        case "checklist":
            yield from (point.tags for point in here.checklists[options["list"]].points)
        case "role-tasks":
            yield from (task.tags for task in here.roles if task.role == options["role"])
        case "role-matrix":
            yield from (task.tags for task in here.roles)
        case "cohort-table":
            yield from (row.tags for row in here.differences)
        case "glossary":
            yield from (term.tags for term in here.terms.values())
        case "assignment":
            yield here.assignments[options["id"]].tags
        case "seminar-day" | "seminar-script":
            yield from (block.tags for block in here.seminar)
        case "handouts":
            yield from (here.blocks[handout.block].tags for handout in here.handouts)
        case "risks":
            yield from (risk.tags for risk in here.risks)
        case "letters":
            yield from (letter.tags for letter in here.letters)
        case _:
            return


def tags_in(part: PackPart) -> Iterator[Tags]:
    """What stands behind one part of a pack."""
    here = library()
    yield from (here.blocks[name].tags for name in names(part.lead))
    for piece in part.pieces:
        yield from tags_of(piece)
    match part.make:
        case "page":
            yield from (
                tags
                for section in here.outline.sections
                for page in section.pages
                if page.id == part.options["page"]
                for tags in tags_on(page)
            )
        case "form":
            yield from (form.tags for form in here.forms if form.id == part.options["form"])
        case "handout":
            yield from (here.blocks[handout.block].tags for handout in here.handouts if handout.id == part.options["handout"])
        case "homework":
            yield from (assignment.tags for assignment in here.assignments.values())
        case "guides":
            yield from (block.tags for name, block in here.blocks.items() if name.startswith("group-meetings/"))
        case "script" | "day":
            yield from tags_of(Piece(make="seminar-script"))
        case "handouts":
            yield from tags_of(Piece(make="handouts"))
        case _:
            return


def _sent(audience: str, folder: str) -> Iterator[str]:
    """Facts of the letters sent to somebody and of the forms that they fill in."""
    for piece in written.pieces():
        if piece.name.startswith(f"{folder}/") and (piece.tags.get("for") == audience or audience in piece.tags.get("audience", ())):
            yield from (fact for cited in written.citing(piece.tags) for fact in cited.get("facts") or ())
