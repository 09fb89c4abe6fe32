"""Every pack of Nordby, in both languages, as it leaves the house: PDF/UA-1 by veraPDF, heard by outloud, and our own checks."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from kit import pipeline
from kit.model.book import Pack
from kit.render import pdf
from tests.helpers import HOME, example
from tests.pdf import checks, outloud, vera
from tests.pdf.reading import Reading

GROUPS = ("kvinder", "hold-a", "hold-b")


def names() -> list[str]:
    """Every pack's name, read from the list without composing anything."""
    listed = [pack["name"] for pack in yaml.safe_load((HOME.content / "packs.yaml").read_text(encoding="utf-8"))["packs"]]
    return [name.replace("{group}", group) for name in listed for group in (GROUPS if "{group}" in name else ("",))]


@cache
def packs() -> dict[tuple[str, str], Pack]:
    return {(pack.language, pack.name): pack for _, packs in pipeline.composed(example("nordby"), HOME) for pack in packs}


@pytest.mark.slow  # five minutes: every pack of three groups, twice
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", names())
def test_a_pack_conforms_and_reads_well(tmp_path: Path, language: str, name: str) -> None:
    pack = packs()[language, name]
    file = tmp_path / f"{name}.pdf"

    file.write_bytes(pdf.render(pack, HOME.themes))

    assert vera.failures(file) == []
    assert outloud.findings(file) == []
    assert checks.complaints(Reading(file), pack) == []


def test_the_least_organisations_seminar_pack_conforms(tmp_path: Path) -> None:
    pack = next(pack for _, packs in pipeline.composed(example("minimal"), HOME) for pack in packs if pack.name == "seminar-pack")
    file = tmp_path / "seminar-pack.pdf"

    file.write_bytes(pdf.render(pack, HOME.themes))

    assert vera.failures(file) == []
    assert outloud.findings(file) == []


def test_every_pack_is_listed() -> None:
    assert {name for _, name in packs() if not name.startswith("sheets/")} == set(names())
