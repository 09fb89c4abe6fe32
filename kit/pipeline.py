"""The whole product, top to bottom: an organisation's folder becomes a published site and its packs.

Only this module knows every stage. Each stage takes values and gives values; reading happens first, writing last.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit import check, compose, plan, publish, workers
from kit.model.book import Book, BrandColours, Pack
from kit.model.letter import LetterText
from kit.model.library import Library
from kit.model.problem import Finding, Invalid
from kit.model.programme import Programme
from kit.model.sheets import Slides
from kit.model.source import Picture, Source
from kit.read import library as library_reader
from kit.read import organisation as organisation_reader
from kit.read.known import Known as Installed
from kit.words import Voice

Tell = Callable[[str, str], None]  # a code of kit/words and a name: progress for people
EVERYTHING = ("site", "packs", "calendars")


class Stopped(Exception):
    """An error-level finding: nothing is rendered. Holds all findings."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} finding(s)")
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where our own things lie: the method's content, the themes, our sentences, the examples."""

    content: Path
    themes: Path
    words: Path
    organisations: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An organisation read, planned and checked."""

    source: Source
    library: Library
    programme: Programme
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    known: Known
    site: Path
    files: int


def voice(home: Home, language: str) -> Voice:
    """How we speak a language."""
    return Voice(language, library_reader.sentences(home.words, language))


def know(folder: Path, home: Home, library: Library | None = None) -> Known:
    """READ, PLAN, CHECK. Raises Invalid with every problem of the first stage that has any. `library` when it is read already."""
    library = library or library_reader.read(home.content)
    source = organisation_reader.read(folder, library.method, installed(library))
    try:
        programme = plan.programme(source.organisation, library, left=leaving(source))
    except Invalid as invalid:
        raise Invalid(tuple(source.places.located(problem) for problem in invalid.problems)) from None
    findings = check.findings(source.organisation, programme, library, source.roster, source.inserts, source.places)
    return Known(source=source, library=library, programme=programme, findings=findings)


def installed(library: Library) -> Installed:
    """What an organisation's files may refer to in the content."""
    return Installed(languages=library.languages, version=library.version, terms=tuple(library.terms), blocks=tuple(library.blocks))


def leaving(source: Source) -> Mapping[str, tuple[date, ...]]:
    """When mentees left, by group: all that the planner needs of the roster."""
    people = source.roster.people if source.roster else ()
    groups = {person.group for person in people if person.group}
    return {
        group: tuple(sorted(person.left for person in people if person.group == group and person.role == "mentee" and person.left))
        for group in groups
    }


def composed(known: Known, home: Home) -> Iterator[tuple[Book, tuple[Pack, ...]]]:
    """COMPOSE: the handbook and the packs of each language of the organisation."""
    from kit.render import figures, untrusted

    organisation, programme = known.source.organisation, known.programme
    deviations = check.deviations(organisation, programme, known.library, known.findings)
    for language in organisation.languages:
        speaking = voice(home, language)
        own_words = compose.replacer(known.library.terms, organisation.terms, speaking)
        drawn = figures.drawn(
            programme,
            known.library,
            speaking,
            compose.colours(organisation.brand.primary),
            home.themes,
            terms=own_words,
        )
        yield (
            compose.book(
                organisation,
                programme,
                known.library,
                speaking,
                inserts=known.source.inserts,
                cleaned=untrusted.html,
                figures=drawn,
                deviations=deviations,
                logo=known.source.logo,
                logo_dark=known.source.logo_dark,
            ),
            compose.packs(
                organisation,
                programme,
                known.library,
                speaking,
                figures=drawn,
                logo=known.source.logo,
                inserts=known.source.inserts,
                cleaned=untrusted.html,
                deviations=deviations,
            ),
        )


def build(
    folder: Path,
    out: Path,
    home: Home,
    *,
    private: Path | None = None,
    only: tuple[str, ...] = EVERYTHING,
    strict: bool = False,
    epoch: str,
    tell: Tell,
) -> Built:
    """Everything, published at `out`; the earlier output stays until the new one is whole.

    Raises Invalid for problems in the input, Stopped for findings that stop a build, publish.Refused for a folder that is not ours.
    """
    sources = (folder, home.content, home.themes)
    publish.check(out, sources=sources)
    tell("build.read", folder.absolute().name)
    known = know(folder, home)
    if any(stops(finding, strict) for finding in known.findings):
        raise Stopped(known.findings)
    personal = private if known.source.roster else None
    if personal:
        publish.check(personal, sources=sources, apart_from=out)
    tell("build.compose", known.source.organisation.identity.name)
    books = tuple(composed(known, home))
    with publish.staged(out, personal) as stages:
        render(known, books, home, stages, only, epoch, tell)
        for book, _ in books if "calendars" in only else ():
            dated(known, book, home, stages.site / "downloads" / book.language)
        for book, _ in books if "packs" in only else ():
            gathered(stages.site / "downloads" / book.language)
        written = [stage for stage in (stages.private, stages.site) if stage and any(stage.iterdir())]
        files = [publish.manifest(stage, digest=known.source.digest, versions={"content": known.library.version}) for stage in written][-1]
    return Built(known=known, site=out, files=files)


def stops(finding: Finding, strict: bool) -> bool:
    """An error always stops a build; under `strict` so does a warning that nobody has accepted."""
    return finding.level == "error" or (strict and finding.level == "warning" and finding.accepted is None)


def render(
    known: Known,
    books: tuple[tuple[Book, tuple[Pack, ...]], ...],
    home: Home,
    stages: publish.Stages,
    only: tuple[str, ...],
    epoch: str,
    tell: Tell,
) -> None:
    """RENDER: each site language and each pack in a process of its own, two at a time. Writes under `stages` only."""
    stage = stages.site
    with _reproducible(epoch), workers.pool(max(2, os.cpu_count() or 2), stages.scratch) as pool:
        work: dict[Future[None], tuple[str, str]] = {}
        for book, packs in books:
            if "site" in only:
                work[pool.submit(_site, book, home.themes, stage / book.root)] = ("build.site", book.language)
            for pack in sorted(packs, key=lambda pack: len(pack.sheets), reverse=True) if "packs" in only else ():  # the longest first
                work[pool.submit(_pack, pack, home.themes, stage / "downloads" / pack.language / f"{pack.name}.pdf")] = (
                    "build.pack",
                    f"{pack.name} ({pack.language})",
                )
            if "packs" in only:
                texts = compose.letters(known.source.organisation, known.programme, known.library, voice(home, book.language))
                into = stage / "downloads" / book.language / "letters"
                work[pool.submit(_letters, texts, book.brand, known.source.logo, home.themes, into)] = ("build.letters", book.language)
            if stages.private and "packs" in only:
                for pack in named(known, home, book.language):
                    file = stages.private / book.language / f"{pack.name}.pdf"
                    work[pool.submit(_pack, pack, home.themes, file)] = ("build.pack", f"{pack.name} ({pack.language})")
        for done in as_completed(work):
            done.result()
            tell(*work[done])


def named(known: Known, home: Home, language: str) -> tuple[Pack, ...]:
    """The private sheets: nothing without a roster."""
    source = known.source
    if source.roster is None:
        return ()
    return compose.personal(source.organisation, known.programme, known.library, voice(home, language), source.roster, logo=source.logo)


def _site(book: Book, themes: Path, into: Path) -> None:
    """Runs in its own process: MkDocs keeps global state."""
    from kit.render import site

    into.mkdir(parents=True, exist_ok=True)
    site.render(book, themes, into)


def _pack(pack: Pack, themes: Path, file: Path) -> None:
    from kit.render import pdf

    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pdf.render(pack, themes))
    if any(isinstance(sheet.holds, Slides) for sheet in pack.sheets):
        from kit.render import pixels, pptx

        file.with_suffix(".pptx").write_bytes(pptx.render(pack, pixels.drawn(pack.logo, themes)))


def _letters(texts: tuple[LetterText, ...], brand: BrandColours, logo: Picture | None, themes: Path, into: Path) -> None:
    """Each letter for Word and for mail."""
    from kit.render import docx, pixels

    for text in texts:
        (into / text.name).parent.mkdir(parents=True, exist_ok=True)
        (into / f"{text.name}.docx").write_bytes(docx.render(text, brand, pixels.drawn(logo, themes)))
        (into / f"{text.name}.txt").write_text(compose.mail(text), encoding="utf-8")


def gathered(downloads: Path) -> None:
    """All that one language has to download, in one file. Writes there only."""
    from kit.render import zips

    (downloads / "everything.zip").write_bytes(zips.folder(downloads))


def dated(known: Known, book: Book, home: Home, into: Path) -> None:
    """COMPOSE and RENDER the calendars of one language: quick, once the book is there. Writes under `into` only."""
    from kit.render import ics

    into.mkdir(parents=True, exist_ok=True)
    for calendar in compose.calendars(known.source.organisation, known.programme, known.library, voice(home, book.language), book):
        (into / f"{calendar.name}.ics").write_bytes(ics.render(calendar))


@contextmanager
def _reproducible(epoch: str) -> Iterator[None]:
    """SOURCE_DATE_EPOCH for the libraries that ask the clock; the environment is left as it was."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
