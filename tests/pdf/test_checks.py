"""Each of our own checks accepts a PDF of ours and rejects the same file spoiled in the one way that it looks for."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from kit.render import pdf
from tests.pdf import checks, sample
from tests.pdf.checks import CHECKS
from tests.pdf.reading import Reading

Spoil = Callable[[Pdf, Reading], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One sheet of every kind."""
    file = tmp_path_factory.mktemp("pdf") / "good.pdf"
    file.write_bytes(pdf.render(PACK, sample.THEMES))
    return file


PACK = sample.every_kind()


def other_language(pdf: Pdf, _: Reading) -> None:
    pdf.Root.Lang = pikepdf.String("en")


def second_title(_: Pdf, reading: Reading) -> None:
    reading.of_kind("H2")[0].node.S = Name.H1


def skipped_level(_: Pdf, reading: Reading) -> None:
    reading.of_kind("H2")[0].node.S = Name.H4


def head_of_nothing(_: Pdf, reading: Reading) -> None:
    del reading.of_kind("TH")[0].node.A.Scope


def split_table(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Div")[0].node.S = Name.Table


def silent_figure(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Figure")[0].node.Alt = pikepdf.String("")


def figure_named_by_its_file(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Figure")[0].node.Alt = pikepdf.String("tidslinje.svg")


def link_named_by_its_anchor(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/Dest" in link)
    link.Contents = link.Dest


def link_to_a_file(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/A" in link)
    link.A.URI = pikepdf.String("file:///home/anne/rapport.docx")


def attachment(pdf: Pdf, _: Reading) -> None:
    pdf.attachments["hemmelig.txt"] = b"indhold"


def link_in_a_link(_: Pdf, reading: Reading) -> None:
    first = reading.of_kind("Link")[0].node
    first.K.append(Dictionary(S=Name.Link, P=first, K=Array()))


def link_of_two_places(_: Pdf, reading: Reading) -> None:
    first, second = reading.of_kind("Link")[:2]
    first.node.K.extend(kid for kid in second.node.K if isinstance(kid, Dictionary) and "/Obj" in kid)


def lost_words(_: Pdf, reading: Reading) -> None:
    tag = next(tag for tag in reading.of_kind("H2"))
    tag.node.K = Array()


def foot_read_aloud(pdf: Pdf, reading: Reading) -> None:
    """The foot of page 2 becomes a paragraph of the document."""
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes().replace(b"/Artifact << /Type /Pagination >> BDC", b"/P << /MCID 900 >> BDC", 1)
    )
    reading.of_kind("Sect")[1].node.K.append(Dictionary(S=Name.P, Pg=page.obj, K=900))


def other_order(_: Pdf, reading: Reading) -> None:
    table = reading.of_kind("TBody")[0].node
    table.K = Array([table.K[1], table.K[0], *list(table.K)[2:]])


def wrong_page_number(pdf: Pdf, _: Reading) -> None:
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    names["chapter"] = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])


def link_to_nowhere(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/Dest" in link)
    link.Dest = pikepdf.String("ingen-steder")


def foreign_font(_: Pdf, reading: Reading) -> None:
    font = next(iter(reading.pdf.pages[0].Resources.Font.values()))
    font.BaseFont = Name("/ABCDEF+DejaVu-Sans")


def font_without_letters(_: Pdf, reading: Reading) -> None:
    del next(iter(reading.pdf.pages[0].Resources.Font.values())).ToUnicode


def font_left_out(_: Pdf, reading: Reading) -> None:
    del next(iter(reading.pdf.pages[0].Resources.Font.values())).DescendantFonts[0].FontDescriptor.FontFile2


def field_there_twice(pdf: Pdf, _: Reading) -> None:
    first, second = list(pdf.Root.AcroForm.Fields)[:2]
    second.T = first.T


def field_without_question(pdf: Pdf, _: Reading) -> None:
    field = pdf.Root.AcroForm.Fields[0]
    field.TU = field.T


def field_not_printed(pdf: Pdf, _: Reading) -> None:
    pdf.Root.AcroForm.Fields[0].F = 0


def field_too_low(pdf: Pdf, _: Reading) -> None:
    field = pdf.Root.AcroForm.Fields[0]
    field.Rect[3] = field.Rect[1] + 9


def fields_in_other_order(_: Pdf, reading: Reading) -> None:
    page = next(page for page in reading.pdf.pages if any("/T" in annotation for annotation in page.get("/Annots", [])))
    page.Annots = Array(reversed(list(page.Annots)))


def heavy(pdf: Pdf, _: Reading) -> None:
    pdf.Root.Ballast = pdf.make_stream(bytes((number * number) % 251 for number in range(600_000)))


SPOILED: list[tuple[str, Spoil]] = [
    ("language and title", other_language),
    ("headings step", second_title),
    ("headings step", skipped_level),
    ("table heads have scope", head_of_nothing),
    ("tables are whole", split_table),
    ("figures are described", silent_figure),
    ("figures are described", figure_named_by_its_file),
    ("links say where", link_named_by_its_anchor),
    ("links lead to known kinds", link_to_a_file),
    ("links lead to known kinds", attachment),
    ("links are single", link_in_a_link),
    ("links are single", link_of_two_places),
    ("nothing is lost", lost_words),
    ("feet are silent", foot_read_aloud),
    ("words are in order", other_order),
    ("contents have right pages", wrong_page_number),
    ("anchors are there", link_to_nowhere),
    ("fonts are ours", foreign_font),
    ("fonts are ours", font_without_letters),
    ("fonts are ours", font_left_out),
    ("fields are named", field_there_twice),
    ("fields are named", field_without_question),
    ("fields are named", field_not_printed),
    ("fields are named", field_too_low),
    ("fields follow the tags", fields_in_other_order),
    ("size is modest", heavy),
]


def test_a_pdf_of_ours_passes_every_check(good: Path) -> None:
    assert checks.complaints(Reading(good), PACK) == []


@pytest.mark.parametrize(("check", "spoil"), SPOILED, ids=[spoil.__name__ for _, spoil in SPOILED])
def test_a_spoiled_pdf_is_rejected(good: Path, tmp_path: Path, check: str, spoil: Spoil) -> None:
    reading = Reading(good)
    spoil(reading.pdf, reading)
    spoiled = tmp_path / "spoiled.pdf"
    reading.pdf.save(spoiled, compress_streams=spoil is not heavy)

    assert list(CHECKS[check](Reading(spoiled), PACK)) != []


def test_a_broken_file_is_rejected(good: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(good.read_bytes().replace(b"startxref", b"startxxxx"))

    assert list(CHECKS["file is sound"](Reading(broken), PACK)) != []


def test_a_sheet_that_runs_over_is_rejected(good: Path) -> None:
    moved = dataclasses.replace(PACK, sheets=tuple(sheet for sheet in PACK.sheets if sheet.id != f"script-{sample.blocks()[1]['id']}"))

    assert list(CHECKS["sheets fit"](Reading(good), moved)) != []


def test_every_check_has_a_spoiled_file() -> None:
    others = {"file is sound", "sheets fit"}

    assert {check for check, _ in SPOILED} | others == set(CHECKS)
