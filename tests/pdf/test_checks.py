"""Each of our own checks accepts a PDF of ours and rejects the same file spoiled in the one way that it looks for."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from kit.model import sheets
from kit.model.book import Sheet
from kit.render import pdf
from tests.pdf import checks, outloud, sample, vera, viewers
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


def table_without_a_name(_: Pdf, reading: Reading) -> None:
    table = next(tag for tag in reading.of_kind("Table") if "/A" in tag.node)
    del table.node.A


def split_table(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Div")[0].node.S = Name.Table


def silent_figure(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Figure")[0].node.Alt = pikepdf.String("")


def figure_named_by_its_file(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Figure")[0].node.Alt = pikepdf.String("tidslinje.svg")


def figure_without_end(_: Pdf, reading: Reading) -> None:
    reading.of_kind("Figure")[0].node.Alt = pikepdf.String("Et kort over forløbet. " * 100)


def silent_link(_: Pdf, reading: Reading) -> None:
    next(link for _, link in checks.links(reading) if "/A" in link).Contents = pikepdf.String("#dag")


def link_named_by_its_anchor(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/Dest" in link)
    link.Contents = link.Dest


def link_to_a_file(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/A" in link)
    link.A.URI = pikepdf.String("file:///home/anne/rapport.docx")


def attachment(pdf: Pdf, _: Reading) -> None:
    pdf.attachments["hemmelig.txt"] = b"indhold"


def script(pdf: Pdf, _: Reading) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def link_that_starts_a_program(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/A" in link)
    link.A = Dictionary(S=Name.Launch, F=pikepdf.String("regneark.exe"))


def field_that_reckons(pdf: Pdf, _: Reading) -> None:
    pdf.Root.AcroForm.Fields[0].AA = Dictionary()


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


def page_without_a_number(pdf: Pdf, _: Reading) -> None:
    """The last artifact of page 2, its number, is not drawn."""
    page = pdf.pages[1]
    before, _, after = page.Contents.read_bytes().rpartition(b" TJ")
    page.Contents = pdf.make_stream(before + b" pop" + after)


def number_read_aloud(pdf: Pdf, reading: Reading) -> None:
    page = pdf.pages[1]
    before, _, after = page.Contents.read_bytes().rpartition(b"/Artifact << /Type /Pagination >> BDC")
    page.Contents = pdf.make_stream(before + b"/P << /MCID 900 >> BDC" + after)
    reading.of_kind("Sect")[1].node.K.append(Dictionary(S=Name.P, Pg=page.obj, K=900))


def other_labels(pdf: Pdf, _: Reading) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


def pale_words(pdf: Pdf, _: Reading) -> None:
    page = pdf.pages[2]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"0 0 0 rg", b"0.6 0.6 0.6 rg"))


def ink_of_another_kind(pdf: Pdf, _: Reading) -> None:
    page = pdf.pages[2]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"0 0 0 rg", b"0 0 0 1 k"))


def small_words(pdf: Pdf, _: Reading) -> None:
    smaller(pdf, b"12.26")  # 9.2 pt


def smaller(pdf: Pdf, size: bytes) -> None:
    """Running text, 12.66 pixels high, in another size."""
    for page in pdf.pages:
        page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b" 12.66 Tf", b" " + size + b" Tf"))


def other_order(_: Pdf, reading: Reading) -> None:
    table = reading.of_kind("TBody")[0].node
    table.K = Array([table.K[1], table.K[0], *list(table.K)[2:]])


def wrong_page_number(pdf: Pdf, _: Reading) -> None:
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    names["chapter"] = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])


def title_after_its_rule(pdf: Pdf, reading: Reading) -> None:
    """The chapter's title stands on the page after its anchor."""
    title = next(tag for tag in reading.of_kind("H2") if reading.words(tag) == "Rollen")
    (page, piece), *_ = title.pieces()
    pdf.pages.insert(page + 1, pdf.pages[page])
    title.node.K = Array([Dictionary(Type=Name.MCR, Pg=pdf.pages[page + 1].obj, MCID=piece)])


def link_to_nowhere(_: Pdf, reading: Reading) -> None:
    link = next(link for _, link in checks.links(reading) if "/Dest" in link)
    link.Dest = pikepdf.String("ingen-steder")


def foreign_font(_: Pdf, reading: Reading) -> None:
    font = next(iter(reading.pdf.pages[0].Resources.Font.values()))
    font.BaseFont = Name("/ABCDEF+DejaVu-Sans")


def whole_font(_: Pdf, reading: Reading) -> None:
    next(iter(reading.pdf.pages[0].Resources.Font.values())).BaseFont = Name("/Literata")


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


def field_that_is_not_seen(pdf: Pdf, _: Reading) -> None:
    next(field for field in pdf.Root.AcroForm.Fields if field.FT == "/Tx").F = 2  # hidden


def tick_that_is_not_seen(pdf: Pdf, _: Reading) -> None:
    next(field for field in pdf.Root.AcroForm.Fields if field.FT == "/Btn").F = 2


def author_with_a_name(pdf: Pdf, _: Reading) -> None:
    pdf.docinfo.Author = pikepdf.String("Anne")


def clock(pdf: Pdf, _: Reading) -> None:
    pdf.docinfo.CreationDate = pikepdf.String("D:20270120083000")


def statement_of_the_clock(pdf: Pdf, _: Reading) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["xmp:CreateDate"] = "2027-01-20T08:30:00"


def folder_of_the_machine(pdf: Pdf, _: Reading) -> None:
    pdf.docinfo.Subject = pikepdf.String("/home/anne/kladder/mappe.html")


def folder_with_a_star(pdf: Pdf, _: Reading) -> None:
    """Letters beyond Latin are written another way in the file."""
    pdf.docinfo.Subject = pikepdf.String("★ /home/anne/kladder/mappe.html")


def heavy(pdf: Pdf, _: Reading) -> None:
    pdf.Root.Ballast = pdf.make_stream(bytes((number * number) % 251 for number in range(600_000)))


SPOILED: list[tuple[str, Spoil]] = [
    ("language and title", other_language),
    ("headings step", second_title),
    ("headings step", skipped_level),
    ("table heads have scope", head_of_nothing),
    ("tables are named", table_without_a_name),
    ("tables are whole", split_table),
    ("figures are described", silent_figure),
    ("figures are described", figure_named_by_its_file),
    ("figures are described", figure_without_end),
    ("links say where", link_named_by_its_anchor),
    ("links say where", silent_link),
    ("links lead to known kinds", link_to_a_file),
    ("links lead to known kinds", attachment),
    ("nothing is run", script),
    ("nothing is run", link_that_starts_a_program),
    ("nothing is run", field_that_reckons),
    ("links are single", link_in_a_link),
    ("links are single", link_of_two_places),
    ("nothing is lost", lost_words),
    ("feet are silent", foot_read_aloud),
    ("pages say what they are", page_without_a_number),
    ("pages say what they are", number_read_aloud),
    ("pages say what they are", other_labels),
    ("inks are dark", pale_words),
    ("inks are dark", ink_of_another_kind),
    ("type is large enough", small_words),
    ("words are in order", other_order),
    ("contents have right pages", wrong_page_number),
    ("contents have right pages", title_after_its_rule),
    ("anchors are there", link_to_nowhere),
    ("fonts are ours", foreign_font),
    ("fonts are ours", whole_font),
    ("fonts are ours", font_without_letters),
    ("fonts are ours", font_left_out),
    ("fields are named", field_there_twice),
    ("fields are named", field_without_question),
    ("fields are named", field_not_printed),
    ("fields are named", field_too_low),
    ("fields follow the tags", fields_in_other_order),
    ("fields can be filled in", field_that_is_not_seen),
    ("fields can be filled in", tick_that_is_not_seen),
    ("file says only what it is", author_with_a_name),
    ("file says only what it is", clock),
    ("file says only what it is", statement_of_the_clock),
    ("file says only what it is", folder_of_the_machine),
    ("file says only what it is", folder_with_a_star),
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


@pytest.mark.parametrize(("words", "fits"), [(20, True), (60, False)])
def test_a_paragraph_in_the_size_of_a_note_is_rejected(tmp_path: Path, words: int, fits: bool) -> None:
    chapter = Sheet(id="chapter", title="Kapitel", holds=sheets.Prose(body_md=" ".join(["Spørg."] * words)))
    pack = sample.single(chapter)
    (tmp_path / "whole.pdf").write_bytes(pdf.render(pack, sample.THEMES))
    reading = Reading(tmp_path / "whole.pdf")
    smaller(reading.pdf, b"10.66")  # 8 pt
    reading.pdf.save(tmp_path / "small.pdf")

    assert (list(checks.type_is_large_enough(Reading(tmp_path / "small.pdf"), pack)) == []) == fits


def test_a_broken_file_is_rejected(good: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(good.read_bytes().replace(b"startxref", b"startxxxx"))

    assert list(CHECKS["file is sound"](Reading(broken), PACK)) != []


def test_a_sheet_that_runs_over_is_rejected(good: Path) -> None:
    moved = dataclasses.replace(PACK, sheets=tuple(sheet for sheet in PACK.sheets if sheet.id != f"script-{sample.blocks()[1]['id']}"))

    assert list(CHECKS["sheets fit"](Reading(good), moved)) != []


def test_a_last_page_of_a_few_lines_is_rejected_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On paper two lines stood alone on the seminar pack's fourth page."""
    chapter = Sheet(id="before", title="Før dagen", holds=sheets.Prose(body_md="\n\n".join(["Mentor spørger, og mentee svarer."] * 35)))
    pack = sample.single(chapter)
    mended, spilt = tmp_path / "mended.pdf", tmp_path / "spilt.pdf"
    mended.write_bytes(pdf.render(pack, sample.THEMES))
    monkeypatch.setattr("kit.render.spilt.FEW", 0)
    spilt.write_bytes(pdf.render(pack, sample.THEMES))

    assert (len(Reading(mended).pdf.pages), len(Reading(spilt).pdf.pages)) == (1, 2)
    assert list(checks.last_pages_hold_something(Reading(mended), pack)) == []
    assert list(checks.last_pages_hold_something(Reading(spilt), pack)) != []


@pytest.mark.parametrize(("printed", "expected"), [("certificate-anne", "anne"), ("anne", "certificate-anne")])
def test_a_certificate_has_no_number_and_every_other_page_has_one(tmp_path: Path, printed: str, expected: str) -> None:
    packs = {id: sample.single(Sheet(id=id, title="Bevis", holds=sheets.Prose(body_md="Anne har deltaget."))) for id in (printed, expected)}
    file = tmp_path / "certificate.pdf"
    file.write_bytes(pdf.render(packs[printed], sample.THEMES))

    assert list(checks.pages_say_what_they_are(Reading(file), packs[printed])) == []
    assert list(checks.pages_say_what_they_are(Reading(file), packs[expected])) != []


def test_words_that_run_into_each_other_are_rejected(tmp_path: Path) -> None:
    """In the handbook what is done in an agenda's row ran into its title."""
    pack = sample.single(Sheet(id="agenda", title="Dagsorden", holds=sheets.Prose(body_md="<b>Fokusrunder</b><i>Én i fokus</i>")))
    file = tmp_path / "glued.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))

    assert list(checks.words_are_apart(Reading(file), pack)) == ["»FokusrunderÉn« is two words"]


def test_a_word_that_a_line_s_end_breaks_is_rejected(tmp_path: Path) -> None:
    """In the seminar's script a line ended in »t«, and the next began with »ovholder«."""
    pack = sample.single(Sheet(id="word", title="Et ord", holds=sheets.Prose(body_md="Ring til <b>tovholder</b>.")))
    file = tmp_path / "broken.pdf"
    broken = sample.single(Sheet(id="word", title="Et ord", holds=sheets.Prose(body_md="Ring til t<br>ovholder.")))
    file.write_bytes(pdf.render(broken, sample.THEMES))

    assert list(checks.words_are_whole(Reading(file), pack)) == ["»t« and »ovholder« are one word"]


@pytest.mark.parametrize("place", ["first", "last"])
def test_an_item_parted_from_its_list_is_rejected(tmp_path: Path, place: str) -> None:
    first, last = ("always", "auto") if place == "first" else ("auto", "always")
    items = f'<li style="page-break-after:{first}">Én</li><li>To</li><li>Tre</li><li style="page-break-before:{last}">Fire</li>'
    pack = sample.single(Sheet(id="list", title="En liste", holds=sheets.Prose(body_md=f"<ul>{items}</ul>")))
    file = tmp_path / "list.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))

    assert len(list(checks.items_keep_company(Reading(file), pack))) == 1


def test_an_instruction_in_the_cut_marks_is_rejected(tmp_path: Path) -> None:
    cards = sample.cards("da")[0]
    long = dataclasses.replace(cards.holds, instruction="Klip langs de stiplede linjer, og læg kortene på bordet. " * 9)
    pack = sample.single(dataclasses.replace(cards, holds=long))
    file = tmp_path / "cards.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))

    assert list(checks.marks_are_free(Reading(file), pack)) == [
        "page 1: the instruction runs into the cut marks",
        "page 2: the instruction runs into the cut marks",
    ]


def test_a_title_is_not_taken_for_another_that_ends_in_it(tmp_path: Path) -> None:
    """»Rigtigt eller forkert« is a sheet of cards; »Nøgle til Rigtigt eller forkert« is the sheet after it."""
    title = "Rigtigt eller forkert"
    cards = sheets.Cards(instruction="Skær kortene ud.", cards=(sheets.Card(text_md="Sandt?"),))
    chapters = [
        Sheet(id="contents", title="Indhold", holds=sheets.Contents()),
        Sheet(id="cards", title=title, holds=cards),
        Sheet(id="key", title=f"Nøgle til {title}", holds=sheets.Prose(body_md=f"Ja.\n\n## {title}?\n\nNej.")),
    ]
    pack = dataclasses.replace(sample.single(chapters[0]), sheets=tuple(chapters))
    file = tmp_path / "cards.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))

    assert list(checks.contents_have_right_pages(Reading(file), pack)) == []


def test_what_verapdf_and_outloud_reject_is_heard(good: Path, tmp_path: Path) -> None:
    reading = Reading(good)
    del reading.pdf.Root.MarkInfo
    for head in reading.of_kind("TH"):
        del head.node.A.Scope
    spoiled = tmp_path / "spoiled.pdf"
    reading.pdf.save(spoiled)

    assert (vera.failures(good), outloud.findings(good, checks.feet(PACK))) == ([], [])
    assert "6.2-1" in vera.failures(spoiled)
    assert any(found.startswith("TBL-002") for found in outloud.findings(spoiled, checks.feet(PACK)))


def test_only_a_foot_may_be_silent(tmp_path: Path) -> None:
    """A sheet of one page: outloud takes its foot for lost prose unless it is told what the foot is."""
    pack = sample.single(sample.day("da"), foot="Dagens program for den, der styrer dagen · datoer efter udgave 1")
    file = tmp_path / "day.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))

    assert outloud.findings(file, checks.feet(pack)) == []
    assert [found[:7] for found in outloud.findings(file, {"Dagens program for en anden"})] == ["TAG-002"]


def test_a_broken_file_is_not_drawn_in_silence(good: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(good.read_bytes().replace(b"startxref", b"startxxxx"))

    assert viewers.poppler(good) == viewers.mutool(good) == []
    assert viewers.poppler(broken) != []
    assert viewers.mutool(broken) != []


def test_a_browser_shows_a_whole_file_and_no_broken_one(good: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.pdf"
    half.write_bytes(good.read_bytes()[:3000])

    assert viewers.chromium([good, half]) == ["half.pdf is not shown by chromium"]


def test_every_check_has_a_spoiled_file() -> None:
    others = {
        "file is sound",
        "sheets fit",
        "words are apart",
        "words are whole",
        "items keep company",
        "marks are free",
        "last pages hold something",
    }

    assert {check for check, _ in SPOILED} | others == set(CHECKS)
