"""The whole product, top to bottom: an organisation's folder becomes a published site and its packs.

Only this module knows every stage. Each stage takes values and gives values; reading happens first, writing last.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit import check, fingerprint, jobs, manifest, plan, publish, workers
from kit.jobs import PRIVATE, PUBLIC, Composed, Place, Run
from kit.model.book import Book, Pack
from kit.model.library import Library
from kit.model.problem import Finding, Invalid
from kit.model.programme import Programme
from kit.model.source import Source
from kit.read import library as library_reader
from kit.read import organisation as organisation_reader
from kit.read.known import Known as Installed
from kit.words import Voice

Tell = Callable[[str, str], None]  # a code of kit/words and a name: progress for people
EVERYTHING = ("site", "packs", "calendars")
NEEDED = {  # what takes long to import, by what is asked for
    "site": ("kit.compose", "kit.render.figures", "kit.render.untrusted", "kit.render.site"),
    "packs": ("kit.compose", "kit.render.figures", "kit.render.untrusted", "kit.render.pdf"),
    "calendars": ("kit.compose", "kit.render.figures", "kit.render.untrusted", "kit.render.ics"),
}


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
    """What an organisation's files may refer to in the content, and whose holidays we know."""
    return Installed(
        languages=library.languages,
        version=library.version,
        terms=tuple(library.terms),
        blocks=tuple(library.blocks),
        countries=plan.countries(),
    )


def leaving(source: Source) -> Mapping[str, tuple[date, ...]]:
    """When mentees left, by group: all that the planner needs of the roster."""
    people = source.roster.people if source.roster else ()
    groups = {person.group for person in people if person.group}
    return {
        group: tuple(sorted(person.left for person in people if person.group == group and person.role == "mentee" and person.left))
        for group in groups
    }


def composed(known: Known, home: Home) -> Iterator[tuple[Book, tuple[Pack, ...]]]:
    """The handbook and the packs of each language of the organisation."""
    for language in known.source.organisation.languages:
        words = compose_in(language, known, home, ("packs",))
        yield words.book, words.packs


def compose_in(language: str, known: Known, home: Home, only: tuple[str, ...] = EVERYTHING, private: bool = False) -> Composed:
    """COMPOSE: all words of one language; packs, letters, calendars and private sheets only when they are wanted."""
    from kit import compose
    from kit.render import figures, untrusted

    source, library, programme = known.source, known.library, known.programme
    organisation, speaking = source.organisation, voice(home, language)
    deviations = check.deviations(organisation, programme, library, known.findings)
    own_words = compose.replacer(library.terms, organisation.terms, speaking)
    brand = compose.colours(organisation.brand.primary)
    drawn = figures.drawn(programme, library, speaking, brand, home.themes, terms=own_words)
    book = compose.book(
        organisation,
        programme,
        library,
        speaking,
        inserts=source.inserts,
        cleaned=untrusted.html,
        figures=drawn,
        deviations=deviations,
        rules=check.cards(),
        logo=source.logo,
        logo_dark=source.logo_dark,
    )
    calendars = compose.calendars(organisation, programme, library, speaking, book) if "calendars" in only else ()
    if "packs" not in only:
        return Composed(book=book, calendars=calendars)
    packs = compose.packs(
        organisation,
        programme,
        library,
        speaking,
        figures=drawn,
        logo=source.logo,
        inserts=source.inserts,
        cleaned=untrusted.html,
        deviations=deviations,
    )
    letters = tuple((text, compose.mail(text)) for text in compose.letters(organisation, programme, library, speaking))
    public = Composed(book=book, packs=packs, letters=letters, calendars=calendars, logo=source.logo)
    return named(public, known, speaking) if private else public


def named(public: Composed, known: Known, speaking: Voice) -> Composed:
    """The same with what is made of the roster: sheets with names, and letters and a calendar for each person."""
    from kit import compose

    source, library, programme = known.source, known.library, known.programme
    if source.roster is None:
        return public
    letters = compose.personal_letters(source.organisation, programme, library, speaking, source.roster)
    return replace(
        public,
        personal=compose.personal(source.organisation, programme, library, speaking, source.roster, logo=source.logo),
        personal_letters=tuple((text, compose.mail(text)) for text in letters),
        personal_calendars=compose.personal_calendars(source.organisation, programme, library, speaking, public.book, source.roster),
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

    What an earlier build made there from the same is taken over. Raises Invalid for problems in the input, Stopped for findings
    that stop a build, publish.Refused for a folder that is not ours.
    """
    sources = (folder, home.content, home.themes)
    publish.check(out, sources=sources)
    tell("build.read", folder.absolute().name)
    with workers.pool(max(2, os.cpu_count() or 2), [module for part in only for module in NEEDED[part]]) as pool:
        known = know(folder, home)
        if any(stops(finding, strict) for finding in known.findings):
            raise Stopped(known.findings)
        if private and known.source.roster:
            publish.check(private, sources=sources, apart_from=out)
        personal = private if known.source.roster and "packs" in only else None
        made_from = _made_from(known, home, only, epoch)
        before = manifest.read(out), manifest.read(personal)
        with publish.staged(out, personal) as stages:
            if _is_there(out, before[0], made_from.site) and (personal is None or _is_there(personal, before[1], made_from.private)):
                tell("build.unchanged", known.source.organisation.identity.name)
                return Built(known=known, site=out, files=len(before[0].files) if before[0] else 0)
            places = {
                PUBLIC: Place(stage=stages.site, made_from=made_from.site, earlier=out, listed=before[0]),
            }
            if stages.private and personal:
                places[PRIVATE] = Place(stage=stages.private, made_from=made_from.private, earlier=personal, listed=before[1])
            run = Run(pool=pool, scratch=stages.scratch, themes=home.themes, us=made_from.us, epoch=epoch, tell=tell)
            made = render(known, home, places, only, run)
            files = {name: _list(known, place, made[name]) for name, place in places.items()}
    return Built(known=known, site=out, files=files[PUBLIC])


def stops(finding: Finding, strict: bool) -> bool:
    """An error always stops a build; under `strict` so does a warning that nobody has accepted."""
    return finding.level == "error" or (strict and finding.level == "warning" and finding.accepted is None)


def render(known: Known, home: Home, places: Mapping[str, Place], only: tuple[str, ...], run: Run) -> Mapping[str, Mapping[str, str]]:
    """COMPOSE and RENDER: each language, then each job, two at a time. Writes into `places` only.

    Gives what every file was made from, by path, for each place.
    """
    organisation = known.source.organisation
    run.tell("build.compose", organisation.identity.name)
    composing = [run.submit(compose_in, language, known, home, only, PRIVATE in places) for language in organisation.languages]
    wanted = [job for done in composing for job in jobs.of(done.result(), site="site" in only)]
    made = jobs.done(wanted, places, run)
    together = [jobs.everything(language, made[PUBLIC]) for language in organisation.languages if "packs" in only]
    return {name: made[name] | more for name, more in jobs.done(together, places, run).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """Digests of what a build is made from: what we are, the public whole, and the private whole, which the roster belongs to."""

    us: str
    site: str
    private: str


def _made_from(known: Known, home: Home, only: tuple[str, ...], epoch: str) -> MadeFrom:
    """Reads our own files."""
    source = known.source
    us = fingerprint.of(fingerprint.of_us(home.themes), epoch)
    deviations = check.deviations(source.organisation, known.programme, known.library, known.findings)
    values = (source.organisation, known.programme, deviations, source.inserts, source.logo, source.logo_dark, sorted(only))
    site = fingerprint.of(us, fingerprint.of_us(home.content, home.words), repr(values))
    return MadeFrom(us=us, site=site, private=fingerprint.of(site, repr(source.roster)))


def _is_there(folder: Path, listed: manifest.Manifest | None, made_from: str) -> bool:
    """All that would be made now was made before from the same, and is still there; unchanged, as publish.check has seen."""
    return listed is not None and listed.made_from == made_from and manifest.is_whole(folder, listed)


def _list(known: Known, place: Place, made: Mapping[str, str]) -> int:
    """Writes the list of files into the place's stage, unless nothing is there to list."""
    if not any(place.stage.iterdir()):
        return 0
    versions = {"content": known.library.version}
    return manifest.write(place.stage, digest=known.source.digest, versions=versions, made=made, made_from=place.made_from)
