"""What people write at their worst: endless names stay where they belong, and what cannot be printed is told and changes nothing."""

import pickle
import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit import compose
from kit.model.book import Pack
from kit.model.problem import Invalid, Place, Problem
from kit.model.roster import Person, Roster
from kit.model.source import Picture
from kit.render import figures, pdf
from kit.render import sheets as markup
from tests.elsewhere import build
from tests.helpers import HOME, LEAST, known, voice

ENDLESS = "Ø" * 120
NOBLE = "Åse-Marie Wilhelmine Christiansdatter von Rosenkrantz-Gyldenløve til Øster Nørregård"
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
MM = 72 / 25.4
CUTS, HIGH, CLEAR = (22.0, 277.0), 51.0, 3.0  # mm: five cards of 51 from 22, and what stays clear of a cut
MIDDLE, RIGHT_EDGE = 105.0, 195.0  # mm: two cards of 90 in 210
LONG_ORGANISATION = "Sammenslutningen af nordjyske personaleudviklingsafdelinger i Nørre-Snede, Øster Æbeltoft og Åkirkeby"
SHAPES = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 WIDTH 10"><rect width="WIDTH" height="10"/></svg>'
CUNEIFORM = "\U00012000"  # no font of ours has it


def private(folder: Path, name: str, organisation_yaml: str = LEAST) -> dict[str, Pack]:
    """The private packs of a small organisation where everybody is called the same."""
    found = known(folder, organisation_yaml)
    group = found.programme.groups[0].id
    here = Place("roster.csv")
    people = tuple(Person(id=f"p{number}", name=f"{name}{number}", role="mentee", group=group, place=here) for number in range(6))
    packs = compose.personal(found.source.organisation, found.programme, found.library, voice("da"), Roster(people=people))
    return {pack.name.rpartition("-")[0].rpartition("-")[0]: pack for pack in packs}


def words(pack: Pack, folder: Path) -> list[tuple[float, ...]]:
    """Where each word stands, in mm."""
    file = folder / "pack.pdf"
    file.write_bytes(pdf.render(pack, HOME.themes))
    said = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return [tuple(float(side) / MM for side in found) for found in WORD.findall(said)]


@pytest.mark.parametrize("name", [ENDLESS, NOBLE])
def test_a_very_long_name_stays_on_its_own_card(name: str, tmp_path: Path) -> None:
    pack = private(tmp_path, name, LEAST.replace("Lilleby Kommune", f'"{LONG_ORGANISATION}"'))["name-cards"]

    places = words(pack, tmp_path)

    on_cards = [place for place in places if 21 < place[1] < 276]
    assert len(on_cards) > 12
    assert [place for place in on_cards if place[2] > (MIDDLE if place[0] < MIDDLE else RIGHT_EDGE)] == []


@pytest.mark.parametrize("kind", ["attendance", "certificates"])
@pytest.mark.parametrize("name", [ENDLESS, NOBLE])
def test_a_very_long_name_stays_on_the_page(kind: str, name: str, tmp_path: Path) -> None:
    places = words(private(tmp_path, name)[kind], tmp_path)

    assert places
    assert [place for place in places if place[2] > 200 or place[0] < 10] == []


LONGEST = "Det Tværkommunale Samarbejde om Kompetencefornyelse i Hovedstadens og Sydvestsjællands Omegnskommuner og Driftsfællesskaber"
TWELVE = "".join(
    f"""
  - name: {{da: Hold {number} for kommende ledere i driften, en: Group {number}}}
    cohort: {"aspiring" if number % 2 else "acting"}-leaders
    first_meeting: 2027-02-0{1 + number % 4}"""
    for number in range(1, 13)
)
LARGE = LEAST.partition("groups:")[0].replace("Lilleby Kommune", LONGEST) + "groups:" + TWELVE
WIDE_LOGO = Picture(kind="svg", data=SHAPES.replace(b"WIDTH", b"1000"), width=1000, height=10)


def sheets_of(folder: Path, name: str, logo: Picture | None = None, organisation: str = LONGEST) -> Pack:
    found = known(folder, LARGE.replace(LONGEST, organisation))
    brand = compose.colours(found.source.organisation.brand.primary)
    drawn = figures.drawn(found.programme, found.library, voice("da"), brand, HOME.themes)
    packs = compose.packs(found.source.organisation, found.programme, found.library, voice("da"), figures=drawn, logo=logo)
    return next(pack for pack in packs if pack.name == name)


def pages(pack: Pack) -> int:
    return len(PdfReader(BytesIO(pdf.render(pack, HOME.themes))).pages)


@pytest.mark.parametrize("organisation", [LONGEST, "Lilleby Kommune"])
@pytest.mark.parametrize(("name", "most"), [("poster", 2), ("sponsor-brief", 2)])
def test_twelve_groups_and_an_endless_name_take_no_more_pages(name: str, most: int, organisation: str, tmp_path: Path) -> None:
    """With twelve groups the drawing of the dates is high and narrow, and left the poster's title alone on its page."""
    assert pages(sheets_of(tmp_path, name, organisation=organisation)) == most


EVERYWHERE = f"""
organisation:
  name: {LONGEST}
programme:
  name: Gruppementorordningen for kommende og nuværende ledere i {LONGEST}
  strategy: Ledelses- og styringsgrundlaget for {LONGEST}
  sponsor: Den tværkommunale koncerndirektør for kompetencefornyelse i {LONGEST}
  coordinator: {{name: {NOBLE}, email: kompetencefornyelse@omegnskommunernes-samarbejde.example}}
groups:""" + "".join(
    f"""
  - name: {{da: "Hold {number} for kommende ledere i {LONG_ORGANISATION}"}}
    cohort: {"aspiring" if number % 2 else "acting"}-leaders
    place: {{da: "Mødelokale {number}, {LONG_ORGANISATION}"}}
    first_meeting: 2027-02-0{number}"""
    for number in range(1, 5)
)


def test_a_sponsor_s_brief_has_two_pages_when_every_name_is_endless(tmp_path: Path) -> None:
    """A line for each of four groups took four lines each, and the hours a page of their own."""
    found = known(tmp_path, EVERYWHERE)
    packs = compose.packs(found.source.organisation, found.programme, found.library, voice("da"))

    assert pages(next(pack for pack in packs if pack.name == "sponsor-brief")) == 2


def test_twelve_groups_have_their_dates_in_a_table_that_is_read_from_afar(tmp_path: Path) -> None:
    """Drawn, twelve groups were as narrow as a thumb."""
    whole = sheets_of(tmp_path, "poster", organisation="Lilleby Kommune")
    table = whole.sheets[1].holds.dates

    assert [whole.sheets[1].holds.figure, table.head, len(table.rows)] == ["", ("Hold", "1. møde", "2. møde", "3. møde", "4. møde"), 12]
    assert min(place[3] - place[1] for place in words(replace(whole, sheets=whole.sheets[1:]), tmp_path)) > 3


@pytest.mark.parametrize(("name", "sheet"), [("coordinator-guide", "calendar"), ("seminar-pack", "handout-h3")])
def test_the_dates_of_twelve_groups_stand_below_their_month(name: str, sheet: str, tmp_path: Path) -> None:
    """A month's table was taller than a page: its heading stood alone on one, and the table was split."""
    whole = sheets_of(tmp_path, name, organisation="Lilleby Kommune")
    months = replace(whole, sheets=tuple(found for found in whole.sheets if found.id == sheet))
    html = markup.document(months, HOME.themes)

    assert max(table.count("<tr>") for table in html.split("<table")[1:]) <= 31
    assert html.count("(fortsat)") > 1
    assert "<svg" not in html


@pytest.mark.parametrize("organisation", [LONGEST, "Lilleby Kommune"])
def test_a_name_at_a_card_s_foot_stays_clear_of_the_cut(tmp_path: Path, organisation: str) -> None:
    whole = sheets_of(tmp_path, "seminar-pack", organisation=organisation)
    names = replace(whole, sheets=tuple(sheet for sheet in whole.sheets if sheet.id == "name-cards"))

    below = [place[3] - CUTS[0] for place in words(names, tmp_path) if CUTS[0] < place[3] < CUTS[-1]]
    assert len(below) >= 60
    assert max(place % HIGH for place in below) < HIGH - CLEAR


@pytest.mark.parametrize("name", ["seminar-pack", "coordinator-guide", "handbook", "mentor-guide-hold-1-for-kommende-ledere-i-driften"])
def test_a_cover_is_one_page_with_an_endless_name_and_a_logo_like_a_ribbon(name: str, tmp_path: Path) -> None:
    whole = sheets_of(tmp_path, name, WIDE_LOGO)

    assert pages(replace(whole, sheets=whole.sheets[:1])) == 1


def test_problems_come_whole_out_of_another_process() -> None:
    invalid = Invalid((Problem(code="R01", place=Place("handbook.pdf"), field="roles", values={"said": "Ø"}),))

    assert pickle.loads(pickle.dumps(invalid)).problems == invalid.problems


@pytest.mark.slow
def test_a_pack_that_fails_names_itself_and_its_sheet_and_the_old_output_stays(tmp_path: Path) -> None:
    organisation = tmp_path / "lilleby"
    inserts = organisation / "inserts" / "recruitment"
    inserts.mkdir(parents=True)
    (organisation / "organisation.yaml").write_text(LEAST, encoding="utf-8")
    before = build(tmp_path / "first", organisation, "--only", "site", "--out", str(tmp_path / "site"))
    old = {file: file.read_bytes() for file in (tmp_path / "site").rglob("*") if file.is_file()}
    (inserts / "line-manager-time.da.md").write_text(f"---\nextends: after\n---\nTegnet {CUNEIFORM} står her.\n", encoding="utf-8")

    failed = build(tmp_path / "second", organisation, "--out", str(tmp_path / "site"))

    assert (before.code, failed.code) == (0, 1), before.said + failed.said
    assert re.search(r"^\S+\.pdf.*", failed.said, re.MULTILINE), failed.said
    assert CUNEIFORM in failed.said
    assert {file: file.read_bytes() for file in (tmp_path / "site").rglob("*") if file.is_file()} == old
