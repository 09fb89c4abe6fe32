"""The printed kit of an example as it leaves the house: packs, single sheets and private sheets, one by one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kit import pipeline
from kit.model.book import Pack
from kit.render import pdf
from tests.helpers import HOME, example
from tests.pdf import checks, outloud, vera, viewers
from tests.pdf.reading import Reading

LANGUAGES = (("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en"))
PRIVATE = "private"
SHEETS = "sheets"


@cache
def packs(name: str, language: str) -> Mapping[str, Pack]:
    """All that an example prints in a language, by the name of the file."""
    words = pipeline.compose_in(language, example(name), HOME, ("packs",), private=True)
    return {pack.name: pack for pack in words.packs} | {f"{PRIVATE}/{pack.name}": pack for pack in words.personal}


def family(name: str) -> str:
    """What a file belongs to: the private ones, the single sheets, or its own name without the group's."""
    folder, _, rest = name.rpartition("/")
    return folder or next((pack for pack in ("mentor-guide", "mentee-workbook") if rest.startswith(pack)), rest)


def faults(pack: Pack, folder: Path) -> list[str]:
    """All that any of the checkers has to say of a pack, rendered into a folder."""
    file = folder / f"{pack.name.replace('/', '-')}.pdf"
    file.write_bytes(pdf.render(pack, HOME.themes))
    said = {
        "veraPDF": vera.failures(file),
        "outloud": outloud.findings(file, checks.feet(pack)),
        "poppler": viewers.poppler(file),
        "mutool": viewers.mutool(file),
        "own": checks.complaints(Reading(file), pack),
    }
    return [f"{pack.name}: {checker}: {words}" for checker, found in said.items() for words in found]
