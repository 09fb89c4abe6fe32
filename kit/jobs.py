"""What a build renders, cut into jobs: each is done alone, in a process of its own, and says what its files are made from.

A job's work takes plain values, the themes and the folder to write into, and gives the paths that it wrote. The same values
give the same files, so what an earlier build made from the same need not be made again.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kit import fingerprint, manifest
from kit.manifest import Manifest
from kit.model.book import Book, BrandColours, Pack
from kit.model.calendar import Calendar
from kit.model.letter import LetterText
from kit.model.sheets import Slides
from kit.model.source import Picture

Work = Callable[..., tuple[str, ...]]
T = TypeVar("T")
PUBLIC, PRIVATE = "public", "private"  # the names of the places


@dataclass(frozen=True, kw_only=True)
class Job:
    """One piece of rendering. `values` go to `work` as they are; `code` and `name` tell people of it."""

    code: str
    name: str
    work: Work
    values: tuple[object, ...]
    place: str = PUBLIC

    @cached_property
    def words(self) -> str:
        """All that the files are made from, beside what we are. A frozen value's words are the same in every process."""
        return repr(self.values)

    def made_from(self, us: str) -> str:
        return fingerprint.of(us, self.work.__name__, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """All words of one language, ready to be rendered. What was not asked for is empty."""

    book: Book
    packs: tuple[Pack, ...] = ()
    letters: tuple[tuple[LetterText, str], ...] = ()  # for Word, and the same words for mail
    calendars: tuple[Calendar, ...] = ()
    logo: Picture | None = None
    personal: tuple[Pack, ...] = ()  # made of the roster, as are the next two
    personal_letters: tuple[tuple[LetterText, str], ...] = ()
    personal_calendars: tuple[Calendar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where files are made, from what the whole is made, and an earlier build's published folder with its list, when it had one."""

    stage: Path
    made_from: str
    earlier: Path
    listed: Manifest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How jobs are done in one build: by whom, with what, telling whom; `us` is what we are, `epoch` what libraries take for now."""

    pool: Executor
    scratch: Path
    themes: Path
    us: str
    epoch: str
    tell: Callable[[str, str], None]

    def submit(self, work: Callable[..., T], *values: object) -> Future[T]:
        return self.pool.submit(alone, self.scratch, self.epoch, work, *values)


def alone(scratch: Path, epoch: str, work: Callable[..., T], *values: object) -> T:
    """The work in a process of the pool, whose clock and temporary folder are the build's.

    WeasyPrint leaves a temporary folder in every process that ends as ours do.
    """
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    tempfile.tempdir = str(scratch)
    return work(*values)


def of(composed: Composed, *, site: bool) -> Iterator[Job]:
    """Everything to render of one language; the public first."""
    book, language = composed.book, composed.book.language
    downloads = f"downloads/{language}"
    if site:
        yield Job(code="build.site", name=language, work=write_site, values=(book,))
    for pack in composed.packs:
        yield Job(code="build.pack", name=f"{pack.name} ({language})", work=write_pack, values=(pack, downloads))
    if composed.letters:
        values = (composed.letters, book.brand, composed.logo, f"{downloads}/letters")
        yield Job(code="build.letters", name=language, work=write_letters, values=values)
    if composed.calendars:
        yield Job(code="build.calendars", name=language, work=write_calendars, values=(composed.calendars, downloads))
    for pack in composed.personal:
        yield Job(code="build.pack", name=f"{pack.name} ({language})", work=write_pack, values=(pack, language), place=PRIVATE)
    if composed.personal_letters:
        values = (composed.personal_letters, book.brand, composed.logo, f"{language}/letters")
        yield Job(code="build.personal", name=language, work=write_letters, values=values, place=PRIVATE)
    if composed.personal_calendars:
        values_of_calendars = (composed.personal_calendars, f"{language}/calendars")
        yield Job(code="build.calendars", name=language, work=write_calendars, values=values_of_calendars, place=PRIVATE)


def everything(language: str, made: Mapping[str, str]) -> Job:
    """All that one language has to download, in one file; `made` says of the others what they were made from."""
    parts = tuple(sorted((path, made_from) for path, made_from in made.items() if path.startswith(f"downloads/{language}/")))
    return Job(code="build.everything", name=language, work=write_everything, values=(f"downloads/{language}", parts))


def done(wanted: Iterable[Job], places: Mapping[str, Place], run: Run) -> dict[str, dict[str, str]]:
    """Does each job, the longest first, or takes over what an earlier build made from the same. Writes into the places' stages only.

    Gives what every file was made from, by path, for each place.
    """
    made: dict[str, dict[str, str]] = {name: {} for name in places}
    working: dict[Future[tuple[str, ...]], tuple[Job, str]] = {}
    for job in sorted(wanted, key=lambda job: len(job.words), reverse=True):
        made_from, place = job.made_from(run.us), places[job.place]
        if place.listed and (paths := manifest.take_over(place.earlier, place.listed, made_from, place.stage)):
            made[job.place] |= dict.fromkeys(paths, made_from)
            run.tell("build.kept", job.name)
        else:
            working[run.submit(job.work, *job.values, run.themes, place.stage)] = job, made_from
    for future in as_completed(working):
        job, made_from = working[future]
        made[job.place] |= dict.fromkeys(future.result(), made_from)
        run.tell(job.code, job.name)
    return made


def write_site(book: Book, themes: Path, into: Path) -> tuple[str, ...]:
    """All pages of one language, and what they need."""
    from kit.render import site

    return tuple((Path(book.root) / path).as_posix() for path in site.render(book, themes, into / book.root))


def write_pack(pack: Pack, folder: str, themes: Path, into: Path) -> tuple[str, ...]:
    """The PDF; of slides also the file for slides that can be changed."""
    from kit.render import pdf

    written = {f"{folder}/{pack.name}.pdf": pdf.render(pack, themes)}
    if any(isinstance(sheet.holds, Slides) for sheet in pack.sheets):
        from kit.render import pixels, pptx

        written[f"{folder}/{pack.name}.pptx"] = pptx.render(pack, pixels.drawn(pack.logo, themes))
    return _written(into, written)


def write_letters(
    texts: tuple[tuple[LetterText, str], ...], brand: BrandColours, logo: Picture | None, folder: str, themes: Path, into: Path
) -> tuple[str, ...]:
    """Each letter for Word and for mail."""
    from kit.render import docx, pixels

    words = {f"{folder}/{text.name}.docx": docx.render(text, brand, pixels.drawn(logo, themes)) for text, _ in texts}
    mails = {f"{folder}/{text.name}.txt": mail.encode() for text, mail in texts}
    return _written(into, words | mails)


def write_calendars(calendars: tuple[Calendar, ...], folder: str, _: Path, into: Path) -> tuple[str, ...]:
    from kit.render import ics

    return _written(into, {f"{folder}/{calendar.name}.ics": ics.render(calendar) for calendar in calendars})


def write_everything(folder: str, _parts: tuple[tuple[str, str], ...], _: Path, into: Path) -> tuple[str, ...]:
    """Reads and writes under `into` only."""
    from kit.render import zips

    return _written(into, {f"{folder}/everything.zip": zips.folder(into / folder)})


def _written(into: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    for path, data in files.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(data)
    return tuple(files)
