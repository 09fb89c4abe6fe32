"""Packs become PDFs: nothing from outside, nothing unsaid, the same bytes every time."""

import dataclasses
import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint
from pypdf import PdfReader, PdfWriter

from kit.compose.packs import room
from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.model.problem import Invalid
from kit.model.source import Picture
from kit.render import measure, pdf
from kit.render import sheets as markup
from tests import composed
from tests.pdf import sample, vera, viewers
from tests.pdf.reading import Reading

MM = 72 / 25.4
DAY_LINE = (17 + 150) * MM  # from a slide's top
ROOM_FOR_THE_RULE = 1.6 * MM
CUT_MARKS = 15 * MM  # from the paper's upper edge
TWO_THIRDS = 2 / 3
BELOW_THE_LETTERS = 0.8 * MM  # a word's box is lower than its letters
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<')
HASH = """
import sys
from hashlib import sha256
from kit.render import pdf
from tests.pdf import sample, vera
print(sha256(pdf.render(sample.every_kind(sys.argv[1]), sample.THEMES)).hexdigest())
"""


def prose(markdown: str, **changes: object) -> Pack:
    """A pack of one chapter."""
    return sample.single(Sheet(id="chapter", title="Rollen", holds=sheets.Prose(body_md=markdown)), **changes)


def refusal(pack: Pack) -> tuple[str, str, str]:
    """Code, sheet and words of the first problem."""
    with pytest.raises(Invalid) as refused:
        pdf.render(pack, sample.THEMES)
    problem = refused.value.problems[0]
    return problem.code, problem.field, str(problem.values["said"])


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """One sheet of every kind, rendered once."""
    return read(sample.every_kind(), tmp_path_factory.mktemp("pdf"))


def read(pack: Pack, folder: Path) -> Reading:
    file = folder / "pack.pdf"
    file.write_bytes(pdf.render(pack, sample.THEMES))
    return Reading(file)


@pytest.mark.parametrize("language", ["da", "en"])
def test_two_processes_write_the_same_bytes(language: str) -> None:
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", HASH, language], cwd=sample.ROOT, env=elsewhere, capture_output=True, text=True, check=True
    )

    here = sha256(pdf.render(sample.every_kind(language), sample.THEMES)).hexdigest()

    assert other.stdout.strip() == here


@pytest.mark.parametrize(
    "markdown",
    [
        "![kort](http://example.org/kort.png)",
        "![kort](file:///etc/hostname)",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Et kort</title><image href="http://example.org/kort.png"/></svg>',
        '<div style="background: url(https://example.org/kort.png)">x</div>',
        '<div style="background: url(kit:../organisations/nordby/roster.csv)">x</div>',
        "![kort](kit:print/../../pyproject.toml)",
        '<object data="http://example.org/x"></object>',
    ],
)
def test_nothing_is_fetched_from_outside(markdown: str) -> None:
    code, sheet, _ = refusal(prose(markdown))

    assert (code, sheet) == ("R02", "chapter")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "../x.html", "//example.org/x", "data:text/html,x"])
def test_a_link_that_paper_cannot_follow_names_its_sheet(href: str) -> None:
    assert refusal(prose(f'<a href="{href}">læs</a>')) == ("R03", "chapter", href)


def test_a_link_to_no_sheet_names_its_sheet() -> None:
    code, sheet, said = refusal(prose("[læs](#ingen-steder)"))

    assert (code, sheet) == ("R01", "chapter")
    assert "ingen-steder" in said


def test_an_attachment_is_never_made() -> None:
    link = '<a rel="attachment" href="file:///etc/hostname">x</a>'

    assert refusal(prose(link))[:2] == ("R03", "chapter")


def test_what_the_renderer_complains_of_names_its_sheet() -> None:
    pack = sample.pack(sheets=(sample.day("da"), *prose('<p style="font-wheel: bold">x</p>').sheets))

    code, sheet, said = refusal(pack)

    assert (code, sheet) == ("R01", "chapter")
    assert "font-wheel" in said


def test_letters_that_our_fonts_lack_name_their_sheet() -> None:
    assert refusal(prose("Vi ses 東京")) == ("R04", "chapter", "京東")


def test_signs_are_printed_with_a_font_of_their_own(tmp_path: Path) -> None:
    reading = read(prose("Tak 🎉 og 👩\u200d💻 ✅\ufe0f"), tmp_path)

    assert "🎉" in reading.words(reading.root)
    assert vera.failures(reading.file) == []


def test_an_organisation_s_words_come_out_as_they_went_in(tmp_path: Path) -> None:
    words = "Åse <Ærø> & Søn {{ x }} »{% y %}« **z** \\alpha"
    letter = sheets.Letter(sender=(words,), to=("[Navn]",), on="i dag", body_md="Kære")

    heard = read(sample.single(Sheet(id="letter", title="Brev", holds=letter)), tmp_path)

    assert words.replace(" ", "") in heard.words(heard.root).replace("\u00ad", "").replace(" ", "")  # a line's last space is not drawn


def test_a_logo_of_pixels_is_drawn(tmp_path: Path) -> None:
    pixels = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    )
    reading = read(sample.single(sample.cover("da"), logo=Picture(kind="png", data=pixels, width=1, height=1)), tmp_path)

    assert [str(figure.node.Alt) for figure in reading.of_kind("Figure")] == ["Logo for Nordby Kommune"]


def test_a_pack_without_a_logo_has_no_picture(tmp_path: Path) -> None:
    assert read(sample.single(sample.cover("da"), logo=None), tmp_path).of_kind("Figure") == []


def test_the_bookmarks_are_the_sheets(every_kind: Reading) -> None:
    with every_kind.pdf.open_outline() as outline:
        assert [entry.title.split(" ", 1)[-1] if entry.title[:1].isdigit() else entry.title for entry in flat(outline.root)] == [
            sheet.title for sheet in sample.every_kind().sheets
        ]


def flat(entries: list[pikepdf.OutlineItem]) -> list[pikepdf.OutlineItem]:
    return [inner for entry in entries for inner in (entry, *flat(entry.children))]


def test_the_file_says_nothing_of_people_or_machines(every_kind: Reading) -> None:
    assert {key: str(value) for key, value in every_kind.pdf.docinfo.items()} == {
        "/Title": "Halvdagsseminar for mentorer · Nordby Kommune",
        "/Author": "Nordby Kommune",
        "/Subject": "Gruppementor i Nordby · Nordby Kommune",
        "/Producer": "WeasyPrint 70.0",
    }
    assert str(sample.ROOT).encode() not in every_kind.file.read_bytes()


def test_a_fillable_sheet_is_filled_in_and_read_back(every_kind: Reading, tmp_path: Path) -> None:
    page = every_kind.destinations["homework"] + 1
    writer = PdfWriter(clone_from=every_kind.file)
    writer.update_page_form_field_values(writer.pages[page - 1], {"where": "Hos Åse Ærø", "share": "/on"}, auto_regenerate=False)
    filled = tmp_path / "filled.pdf"
    writer.write(filled)

    fields = PdfReader(filled).get_fields() or {}

    assert (fields["where"].value, fields["share"].value) == ("Hos Åse Ærø", "/on")
    assert len(Reading(filled).tags) == len(every_kind.tags)
    assert set(viewers.drawn(filled, page)).isdisjoint(viewers.drawn(every_kind.file, page))


def test_a_sheet_that_is_not_fillable_has_lines_and_no_fields(tmp_path: Path) -> None:
    held = dataclasses.replace(sample.form(), fillable=False)

    reading = read(sample.single(Sheet(id="form", title="Hjemmeopgave", holds=held)), tmp_path)

    assert "/AcroForm" not in reading.pdf.Root


def test_an_address_in_the_text_can_be_followed(tmp_path: Path) -> None:
    reading = read(prose("Skriv til hr@nordby.example.\n\nSe https://nordby.example/a?b=1&c=2."), tmp_path)

    addresses = [str(link.A.URI) for _, link in reading.annotations()]

    assert addresses == ["mailto:hr@nordby.example", "https://nordby.example/a?b=1&c=2"]


def test_a_table_without_a_caption_is_named_by_its_heading(tmp_path: Path) -> None:
    reading = read(prose("## Hvem gør hvad?\n\n| Hvem | Hvad |\n|---|---|\n| Tovholder | Sender |\n"), tmp_path)

    assert [str(table.node.A.Summary) for table in reading.of_kind("Table")] == ["Hvem gør hvad?"]


def test_what_only_a_screen_can_do_is_left_out(tmp_path: Path) -> None:
    twin = '<details class="gm-note gm-twin"><summary>Se det som tabel</summary><table><tr><th>a</th></tr></table></details>'
    reading = read(prose(f'Før.\n\n{twin}\n\n<div class="gm-verdict" role="status"><p></p></div>\n\nEfter.'), tmp_path)

    assert reading.words(reading.root).endswith("Før.Efter.")
    assert reading.of_kind("Table") == []


def test_a_fold_is_set_like_any_other_text(tmp_path: Path) -> None:
    """With its heading where that says something, and without where a table follows that has heads of its own."""
    files = '<p class="gm-fetch"><a href="brev.docx">Word</a></p>'
    fields = "<table><caption>Svar</caption><thead><tr><th>Felt</th></tr></thead><tbody><tr><th>Navn</th></tr></tbody></table>"
    reading = read(prose(f"{files}\n\n/// fold | Emne: Tak\nKære [navn]\n///\n\n/// fold | Felter\n{fields}\n///"), tmp_path)

    words = reading.words(reading.root)
    assert "Emne: TakKære [navn]" in words
    assert "Felter" not in words
    assert "Word" not in words


def test_a_table_as_tall_as_a_page_is_printed_as_several(tmp_path: Path) -> None:
    """It took a page of its own, and the one before it had a single line."""
    reading = read(prose(wide_table(16)), tmp_path)

    assert [len([tag for tag in table.all() if tag.kind == "TR"]) - 1 for table in reading.of_kind("Table")] == [5, 5, 6]
    captions = [reading.words(tag) for tag in reading.of_kind("Caption")]
    assert captions == ["Risici", "Risici (fortsat)", "Risici (fortsat)"]


def test_a_table_of_few_rows_stays_one(tmp_path: Path) -> None:
    assert len(read(prose(wide_table(6)), tmp_path).of_kind("Table")) == 1


def wide_table(rows: int) -> str:
    body = "\n".join(f'<tr><th scope="row">{number}</th><td>ja</td></tr>' for number in range(rows))
    head = '<thead><tr><th scope="col">Nr.</th><th scope="col">Svar</th></tr></thead>'
    return f'<table class="gm-table gm-wide">\n<caption>Risici</caption>\n{head}\n<tbody>\n{body}\n</tbody>\n</table>'


def test_a_table_takes_its_caption_and_heading_along_to_the_next_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><th>{number}</th><td>ja</td></tr>" for number in range(30))
    filler = "\n\n".join(["En linje."] * 20)
    reading = read(prose(f"{filler}\n\n## Svar\n\n<table><caption>Alle svar</caption>{rows}</table>"), tmp_path)

    tags = [tag for tag in reading.tags if tag.kind in ("H2", "Caption", "Table")]

    assert {page for tag in tags for page, _ in tag.pieces()} == {1}


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_stands_on_a_card_ends_above_its_line(tmp_path: Path, language: str) -> None:
    """The longest role slips ran into the line at the card's foot."""
    whole = next(pack for pack in composed.packs("nordby", language) if pack.name == "seminar-pack")
    file = tmp_path / "cards.pdf"
    cards = tuple(sheet for sheet in whole.sheets if is_cards(sheet))
    file.write_bytes(pdf.render(dataclasses.replace(whole, sheets=cards), sample.THEMES))

    shown = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    feet, close = 0, []
    for page in shown.split("<page ")[1:]:
        words = [(float(x), float(top), float(foot), text) for x, top, foot, text in WORD.findall(page)]
        for across, line, _, _ in [word for word in words if word[3] in ("Kort", "Card")]:
            above = [foot for x, _, foot, _ in words if abs(x - across) < 75 * MM and line - 40 * MM < foot < line]
            feet += 1
            close += [foot - line for foot in above if line - foot < ROOM_FOR_THE_RULE]
    assert feet > 30
    assert close == []


@pytest.mark.parametrize(("organisation", "language"), [("fjordene", "en"), ("minimal", "da")])
def test_what_to_do_with_cards_stands_above_the_cut_marks(tmp_path: Path, organisation: str, language: str) -> None:
    """The third line of an instruction ran into the marks."""
    whole = next(pack for pack in composed.packs(organisation, language) if pack.name == "seminar-pack")
    file = tmp_path / "cards.pdf"
    file.write_bytes(pdf.render(dataclasses.replace(whole, sheets=tuple(filter(is_cards, whole.sheets))), sample.THEMES))
    shown = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout

    words = [(float(top), float(foot), text) for page in shown.split("<page ")[1:] for _, top, foot, text in WORD.findall(page)]
    assert max(foot for top, foot, _ in words if top < CUT_MARKS) < CUT_MARKS + BELOW_THE_LETTERS


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_a_slide_says_ends_above_the_day_s_line(tmp_path: Path, language: str) -> None:
    """The line stood right under the words, and was pressed flat under five of them."""
    file = tmp_path / "slides.pdf"
    file.write_bytes(pdf.render(next(pack for pack in composed.packs("nordby", language) if pack.name == "slides"), sample.THEMES))
    shown = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout

    ends = [max(float(foot) for _, _, foot, _ in WORD.findall(page)) for page in shown.split("<page ")[1:]]
    assert len(ends) > 10
    assert [end for end in ends if end > DAY_LINE] == []


def is_cards(sheet: Sheet) -> bool:
    return isinstance(sheet.holds, sheets.Cards)


def test_a_number_gone_astray_is_written_in() -> None:
    html = '<b data-ref="#chapter"></b>'

    assert pdf.numbered(html, {"chapter": 7}) == '<b data-ref="#chapter" data-page="7"></b>'


STYLE = "b::after { content: target-counter(attr(data-ref), page) } h2 { break-before: page }"
REFERRING = f'<html lang="da"><title>t</title><style>{STYLE}</style>'


def printed(document: weasyprint.Document) -> list[tuple[Any, str]]:
    """Every page number that stands in the document, with its box."""
    boxes = [box for page in document.pages for box in page._page_box.descendants()]
    return [(box, box.text) for box in boxes if getattr(box, "text", "").isdigit()]


@pytest.mark.parametrize(("wrong", "mended"), [("7", True), ("77", False)])
def test_a_wrong_number_of_as_many_digits_is_put_right_where_it_stands(wrong: str, mended: bool) -> None:
    pack = sample.pack("da")
    document = pdf.layout(f'{REFERRING}<p>Se side <b data-ref="#a"></b>.</p><h2 id="a">A</h2>', pdf.Ours(pack, sample.THEMES))
    ((box, right),) = printed(document)
    box.text = box.pango_layout.text = wrong

    assert pdf.numbers_mended(document) is mended
    assert (right, box.text) == ("2", "2" if mended else wrong)


def test_a_sheet_that_goes_on_is_printed_with_its_first_and_last_page() -> None:
    def row(sheet: str) -> str:
        return f'<p><b data-ref="#{sheet}"></b><i data-from="{sheet}" data-until="{sheet}">–00</i>.</p>'

    pack = sample.pack("da")
    html = f'{REFERRING}{row("a")}{row("b")}<section id="a"><h2>A</h2></section><section id="b"><h2>B</h2><h2>mere</h2></section>'
    document = pdf.layout(html, pdf.Ours(pack, sample.THEMES))

    pdf.last_pages_written(document)
    said = [box.text for box in document.pages[0]._page_box.descendants() if getattr(box, "text", "")]
    assert "".join(said) == "2 .3–4."


@pytest.mark.parametrize(("name", "large"), [("Åse Ærø", True), ("Bo " + "Mellemstedslovkvist", False), ("Åse " * 10, False)])
def test_a_name_alone_on_its_card_is_large_where_it_stays_whole(name: str, large: bool) -> None:
    assert (measure.card_size((sheets.Card(text_md="Bo"), sheets.Card(text_md=name))) == "gm-huge") is large


def test_nobody_but_pdf_knows_weasyprint() -> None:
    knowing = [file.name for file in (sample.ROOT / "kit").rglob("*.py") if "import weasyprint" in file.read_text(encoding="utf-8")]

    assert knowing == ["pdf.py"]


TOGETHER = {
    "two points of a list": ("- punkt et\n- punkt to\n- punkt tre\n- punkt fire", {("et",), ("et", "to", "tre")}),
    "a few steps": ("1. trin et\n2. trin to\n3. trin tre\n4. trin fire", {("et",), ("et", "to"), ("et", "to", "tre")}),
    "what leads to a table": ("Før tabellen et\n\n| Hvem | Hvad |\n|---|---|\n| mentor | to |\n| mentee | tre |", {("et",)}),
    "a point to watch for": (
        "## Ordet et\n\nTegn to\n\nGrund tre\n\nGør fire\n{ .gm-basis }",
        {("et",), ("et", "to"), ("et", "to", "tre")},
    ),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_what_belongs_together_is_not_parted_by_a_page(case: str) -> None:
    """Wherever it comes to stand: pushed down line by line, it leaves none of its beginnings alone at a page's foot."""
    markdown, parted = TOGETHER[case]
    seen = set()
    after = "\n\n".join(["mere"] * 15)  # or the whole sheet is set tighter
    for lines in range(26, 36):
        text = "\n\n".join(["linje"] * lines)
        reading = PdfReader(BytesIO(pdf.render(prose(f"{text}\n\n{markdown}\n\n{after}"), sample.THEMES)))
        seen.add(tuple(word for word in ("et", "to", "tre", "fire") if re.search(rf"\b{word}\b", reading.pages[0].extract_text())))

    assert () in seen
    assert len(seen) > 1
    assert not seen & parted


def told(id: str, paragraphs: int, **changes: Any) -> Sheet:
    return Sheet(id=id, title="Kapitel", holds=sheets.Prose(body_md="\n\n".join(["linje"] * paragraphs)), **changes)


def laid_out(*found: Sheet) -> list[list[Any]]:
    """The boxes of each page."""
    pack = dataclasses.replace(sample.single(found[0]), sheets=found)
    document = pdf.layout(markup.document(pack, sample.THEMES), pdf.Ours(pack, sample.THEMES))
    return [[*page._page_box.descendants()] for page in document.pages]


def test_what_a_text_leaves_of_its_last_page_is_for_notes() -> None:
    """At least three lines, or none: and never a page of lines alone."""
    contents = Sheet(id="contents", title="Indhold", holds=sheets.Contents())
    seen = set()
    for paragraphs in range(24, 40):
        last = laid_out(contents, told("one", paragraphs), told("two", 1))[-2]
        assert any(getattr(box, "text", "") == "linje" for box in last)
        seen.add(sum(box.element_tag == "div" and box.element.get("class") == "gm-write" for box in last))

    assert 0 in seen
    assert min(seen - {0}) == 3
    assert max(seen) > 10


def test_a_sheet_alone_and_one_that_another_follows_on_its_page_have_no_lines_for_notes() -> None:
    contents = Sheet(id="contents", title="Indhold", holds=sheets.Contents())
    followed = [(contents, told("one", 3), told("two", 1, **{how: True}), told("three", 1, flows=True)) for how in ("flows", "joins")]
    for found in ((told("one", 3),), *followed):
        boxes = [box for page in laid_out(*found)[:2] for box in page]
        assert not any(box.element_tag == "div" and box.element.get("class") == "gm-write" for box in boxes)


@pytest.mark.parametrize(("paragraphs", "pages"), [(2, 1), (10, 1), (18, 2), (34, 2)])
def test_a_chapter_begins_on_a_new_page_unless_most_of_one_is_left(paragraphs: int, pages: int) -> None:
    found = laid_out(told("one", paragraphs), told("two", 3, joins=True))
    usual = laid_out(told("zero", 3), told("two", 3))[-1]
    begins, at_the_top = ([round(box.position_y) for box in page if box.element_tag == "h2"] for page in (found[-1], usual))

    assert len(found) == pages
    assert (begins == at_the_top) == (pages == 2)


@pytest.mark.parametrize("rows", [6, 24])
def test_the_title_of_a_chapter_goes_with_its_first_page(rows: int) -> None:
    """A chapter without words of its own ended a page with its title, and in another case with the rule above it."""
    table = "\n".join(["| a | b |", "|---|---|", *["| c | d |"] * rows])
    found = laid_out(
        told("one", 4), told("two", 0, joins=True), Sheet(id="three", title="Tabel", flows=True, holds=sheets.Prose(body_md=table))
    )
    pages = [[box.element_tag for box in page] for page in found]

    assert ["h2" in page for page in pages] == (["table" in page for page in pages] if rows == 24 else [True])
    assert sum("gm-mast" in str(box.element.get("class")) for box in found[0] if box.element is not None and box.element_tag == "div") == (
        1 if rows == 24 else 3
    )


def test_a_table_to_fill_in_does_not_say_its_first_column_twice() -> None:
    """Its caption is left out where it is the same; who listens hears the heading above as its name."""
    grids = {ask: sheets.Grid(name="grid", ask=ask, head=("Jeg kan …", "Før"), first=("lytte",)) for ask in ("Jeg kan …", "Mine skridt")}
    packs = {ask: sample.single(Sheet(id="form", title="Hvor står jeg?", holds=sheets.Form(fields=(grid,)))) for ask, grid in grids.items()}
    words = {ask: markup.words_of(markup.document(pack, sample.THEMES)).replace("\u00a0", " ") for ask, pack in packs.items()}

    assert [words["Jeg kan …"].count("Jeg kan …"), words["Mine skridt"].count("Mine skridt")] == [1, 1]


def test_a_table_of_short_cells_is_not_drawn_as_a_letter_s_facts(tmp_path: Path) -> None:
    """Both are called facts; on a letter they are grey between heavy lines."""
    rows = '<thead><tr><th scope="col">Rolle</th><th scope="col">Opgave</th></tr></thead><tr><th scope="row">Mentor</th><td>Spørg</td></tr>'
    file = tmp_path / "facts.pdf"
    file.write_bytes(pdf.render(prose(f'<table class="gm-table gm-pair gm-facts">{rows}</table>'), sample.THEMES))

    assert {shown.ink for shown in Reading(file).shown if shown.words.startswith("Mentor")} == {(0.0, 0.0, 0.0)}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_homework_sheet_takes_the_pages_that_its_lines_were_counted_for(language: str) -> None:
    """Lines of 75 letters were more than had been counted, and the last of them ran on to a page of their own."""
    pack = next(pack for pack in composed.packs("nordby", language) if pack.name == "mentee-workbook-hold-a")
    read = PdfReader(BytesIO(pdf.render(pack, sample.THEMES)))
    begins = {entry.title: read.get_destination_page_number(entry) for entry in flattened(read.outline)}
    homework = [
        (sheet, following.title)
        for sheet, following in pairwise(pack.sheets)
        if sheet.id.startswith("homework-") and isinstance(sheet.holds, sheets.Form)
    ]

    assert len(homework) == 4
    assert {sheet.title: begins[following] - begins[sheet.title] for sheet, following in homework} == {
        sheet.title: room.pages(sheet.holds, sheet.title) for sheet, _ in homework if isinstance(sheet.holds, sheets.Form)
    }


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_meeting_in_the_book_has_its_agenda_on_its_first_page(number: int, language: str) -> None:
    """What is to be done before the second meeting stood over a half empty page, because the agenda was too tall for the rest of it."""
    handbook = next(pack for pack in composed.packs("nordby", language) if pack.name == "handbook")
    meeting = next(sheet for sheet in handbook.sheets if sheet.id == f"groups-hold-a-meeting-{number}")
    first = laid_out(dataclasses.replace(meeting, joins=False))[0]

    assert any(box.element_tag == "table" and box.element.get("class") == "gm-agenda" for box in first)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_form_to_write_on_fills_the_pages_that_were_counted_for_it(language: str) -> None:
    """A survey's last question stood alone on a page that the one before had room for; half of an agreement's second page was white."""
    packs = [pack for pack in composed.packs("nordby", language) if pack.name.startswith(("sheets/", "mentee-workbook-hold-a"))]
    forms = {sheet.id: sheet for pack in packs for sheet in pack.sheets if isinstance(sheet.holds, sheets.Form)}
    pack = dataclasses.replace(packs[0], sheets=tuple(forms.values()))
    laid = pdf.laid(pdf.layout(markup.document(pack, sample.THEMES), pdf.Ours(pack, sample.THEMES)))
    counted = {name: room.pages(form.holds, form.title) for name, form in forms.items() if isinstance(form.holds, sheets.Form)}
    to_write_on = {name for name, form in forms.items() if any(isinstance(field, sheets.Lines) for field in form.holds.fields)}

    assert {name: sum(name in page.sheets for page in laid) for name in forms} == counted
    assert (counted["form-baseline-survey"], counted["network-agreement"], counted["homework-closing"]) == (1, 1, 1)
    assert [page for page in laid if to_write_on & {*page.sheets} and page.filled < TWO_THIRDS] == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("group", ["hold-a", "kvinder"])
def test_answers_and_the_contact_map_each_keep_to_their_page(group: str, language: str) -> None:
    """The last answer stood alone overleaf, and the map was drawn between lines for notes."""
    pack = next(pack for pack in composed.packs("nordby", language) if pack.name == f"mentee-workbook-{group}")
    read = PdfReader(BytesIO(pdf.render(pack, sample.THEMES)))
    begins = {entry.title: read.get_destination_page_number(entry) for entry in flattened(read.outline)}
    pages = {sheet.id: begins[after.title] - begins[sheet.title] for sheet, after in pairwise(pack.sheets) if after.title in begins}
    network = next(number for number, sheet in enumerate(pack.sheets) if sheet.id == "network")

    assert (pages["faq-workbook"], pages["network"]) == (1, 1)
    assert not markup.rests(pack, network)
    assert "gm-draw-least" in markup.document(pack, sample.THEMES)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_meeting_takes_four_pages_of_a_guide(language: str) -> None:
    """A few lines over, and the guide had two pages of lines for notes between one meeting and the next."""
    pack = next(pack for pack in composed.packs("nordby", language) if pack.name == "mentor-guide-hold-b")
    read = PdfReader(BytesIO(pdf.render(pack, sample.THEMES)))
    begins = {entry.title: read.get_destination_page_number(entry) for entry in flattened(read.outline)}
    meetings = [sheet for sheet in pack.sheets if isinstance(sheet.holds, sheets.Agenda)]
    starts = [next(page for title, page in begins.items() if title.endswith(sheet.title)) for sheet in meetings]

    assert [after - before for before, after in pairwise(starts)] == [4, 4, 4]


@pytest.mark.parametrize(("name", "language"), [("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en")])
def test_a_sponsors_brief_is_two_pages(name: str, language: str) -> None:
    """Where the sponsor had no name yet, the signatures stood alone on a third page."""
    pack = next(pack for pack in composed.packs(name, language) if pack.name == "sponsor-brief")

    assert len(PdfReader(BytesIO(pdf.render(pack, sample.THEMES))).pages) == 2


def test_lines_for_notes_never_have_a_page_of_their_own() -> None:
    """Where the last line ended at the page's foot, all lines stood on a page after it."""
    lines = '<div class="gm-write"></div>'
    rest = f'<div class="gm-rest"><div class="gm-rest-top"></div><div class="gm-rest-lines">{lines * 3}</div>{lines * 24}</div>'
    texts = [f'<section class="gm-sheet"><div style="height:{tenth / 10}mm"></div>{rest}</section>' for tenth in range(1500, 1600)]
    head = '<html lang="da"><head><link rel="stylesheet" href="kit:tokens.css"><link rel="stylesheet" href="kit:print/print.css"></head>'

    document = pdf.layout(f"{head}<body>{''.join(texts)}</body></html>", pdf.Ours(sample.pack(), sample.THEMES))

    assert len(document.pages) == len(texts)


def flattened(outline: list[Any]) -> list[Any]:
    """Every bookmark, those below others among them."""
    return [found for entry in outline for found in (flattened(entry) if isinstance(entry, list) else [entry])]


def test_texts_that_follow_each_other_leave_no_lead_and_no_box_alone() -> None:
    """The guide's page 28 opened with a box of what to watch for, and "Risks" stood with its lead alone at a foot, its list overleaf."""
    guide = next(pack for pack in composed.packs("nordby", "da") if pack.name == "coordinator-guide")
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf.render(guide, sample.THEMES))).pages]

    assert [number for number, words in enumerate(pages, 1) if words.startswith("Vær opmærksom på")] == []
    assert any("Vær opmærksom på" in words for words in pages)
    for lead, rest in (("Har nogen set tegnet", "Listen har tegn"), ("ring til alarmcentralen", "En konflikt, der ikke går over")):
        assert any(lead in words and rest in words for words in pages)
