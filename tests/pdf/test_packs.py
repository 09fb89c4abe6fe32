"""Every PDF of the examples, in every language, by veraPDF (PDF/UA-1), outloud, other viewers and our own checks.

`make test` takes one of each kind; `make test-all` takes them all.
"""

from pathlib import Path

import pytest
import yaml

from tests.helpers import HOME
from tests.pdf import made, viewers

SAMPLE = (
    ("minimal", "da", "seminar-pack"),
    ("minimal", "da", "mentee-workbook-hold-1"),
    ("minimal", "da", "poster"),
    ("minimal", "da", "slides"),
    ("minimal", "da", "sponsor-brief"),
    ("fjordene", "en", "sheets/h9"),
    ("nordby", "en", "sheets/start-up-mentor"),
    ("nordby", "en", "sheets/baseline-survey"),
    ("nordby", "da", "private/attendance-kvinder"),
)


def families() -> list[str]:
    """Every kind of file, read from the list without composing anything."""
    listed = [pack["name"] for pack in yaml.safe_load((HOME.content / "packs.yaml").read_text(encoding="utf-8"))["packs"]]
    packs = [name.removesuffix("-{group}") for name in listed if not name.startswith("sheets/")]
    return [*packs, made.SHEETS, made.PRIVATE]


@pytest.mark.parametrize(("name", "language", "file"), SAMPLE)
def test_one_of_each_kind_conforms_and_reads_well(tmp_path: Path, name: str, language: str, file: str) -> None:
    assert made.faults(made.packs(name, language)[file], tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("family", families())
@pytest.mark.parametrize(("name", "language"), made.LANGUAGES)
def test_every_pdf_conforms_and_reads_well(tmp_path: Path, name: str, language: str, family: str) -> None:
    found = [pack for file, pack in made.packs(name, language).items() if made.family(file) == family]

    assert found or family == made.PRIVATE
    assert [words for pack in found for words in made.faults(pack, tmp_path)] == []
    assert viewers.chromium(sorted(tmp_path.glob("*.pdf"))) == []


@pytest.mark.parametrize(("name", "language"), made.LANGUAGES)
def test_every_file_belongs_to_a_kind(name: str, language: str) -> None:
    assert {made.family(file) for file in made.packs(name, language)} | {made.PRIVATE} == set(families())
