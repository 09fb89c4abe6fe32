"""What must not part at the end of a line or a page, and what a style sheet may take hold of."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from weasyprint.formatting_structure.boxes import LineBox

from kit.model import sheets
from kit.model.book import Sheet
from kit.render import pdf, setting
from kit.render import sheets as printed
from tests import composed
from tests.pdf import sample
from tests.pdf.reading import Reading

LEAST = 30  # letters that stand on the first of several lines at the widths below
BROKEN = "Er der to mentorer, holder den anden mødet. Ellers ringer {} rundt, og mødet flyttes."
FILLER = "Et hold mødes igen."


def body(html: str) -> str:
    return f"<html><head></head><body>{html}</body></html>"


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("<p>1 Send datoerne ud · 3 Bestil lokale</p>", "<p>1\u00a0Send datoerne ud\u00a0· 3\u00a0Bestil\u00a0lokale</p>"),
        ("<td>12–13</td>", '<td><span class="gm-whole">12–13</span></td>'),
        ("<p>kl. 16.00–19.00 hver gang</p>", '<p>kl.\u00a0<span class="gm-whole">16.00–19.00</span> hver\u00a0gang</p>'),
        ("<p>I Rådhuset, mødelokale 2.</p>", "<p>I Rådhuset, mødelokale\u00a02.</p>"),
        ("<p>Lederaspiranter, hold A · online</p>", "<p>Lederaspiranter, hold\u00a0A\u00a0· online</p>"),
        ("<p>Write: before I go …</p>", "<p>Write: before I go\u00a0…</p>"),
        ("<p>A group and B names everywhere</p>", "<p>A group and B names everywhere</p>"),
        ("<p>Runde 2027 indbefatter</p>", "<p>Runde 2027 indbefatter</p>"),
        ("<p>H3 og 1,5 time i alt til forberedelse</p>", "<p>H3 og 1,5 time i alt til forberedelse</p>"),
        ("<p>Det svarer til 192.220 kr. med egne timepriser</p>", "<p>Det svarer til 192.220\u00a0kr. med egne timepriser</p>"),
        (
            "<p>Ring +45 70 00 00 00 mellem otte og tolv</p>",
            '<p>Ring <span class="gm-whole">+45 70 00 00 00</span>\u00a0mellem otte og\u00a0tolv</p>',
        ),
        ("<li>Del det, når mentor har\ndet.</li>", "<li>Del det, når mentor har\u00a0det.</li>"),
        ("<td>Skriv til <b>mentor</b>, som i dag</td>", "<td>Skriv til <b>mentor</b>, som i\u00a0dag</td>"),
        ("<td>Skriv til <b>mentor</b> i dag</td>", "<td>Skriv til <b>mentor</b> i dag</td>"),
        ("<p>Spørg kommunaldirektøren mandag om det.</p>", "<p>Spørg kommunaldirektøren mandag om\u00a0det.</p>"),
        ("<p>Det bestemmer forvaltningen selv.</p>", "<p>Det bestemmer forvaltningen selv.</p>"),
        ('<p title="3 mål">x</p>', '<p title="3 mål">x</p>'),
    ],
)
def test_numbers_stay_with_their_words(written: str, set_: str) -> None:
    assert setting.with_ties(body(written)) == body(set_)


@pytest.mark.parametrize("space", [" ", "\n"])
def test_a_space_before_a_tag_stands_in_one(space: str) -> None:
    """Where the source's line ends, too: a line of the book held one word."""
    assert setting.spaced_before_tags(body(f"<p>hos os.{space}<em>Ledere</em></p>")) == body("<p>hos os.<span> </span><em>Ledere</em></p>")


def test_a_list_s_paragraphs_begin_at_its_margin() -> None:
    assert setting.spaced_before_tags(body("<li>\n<p>Et svar</p></li>")) == body("<li><p>Et svar</p></li>")


@pytest.mark.parametrize(
    ("title", "set_"),
    [
        ("Aftalen på holdet, og hvad du holder øje med", "Aftalen på\u00a0holdet, og\u00a0hvad du\u00a0holder øje\u00a0med"),
        ("Svære øjeblikke", "Svære øjeblikke"),
        (
            "Kommissorium for Gruppementor i Gammelskovsbro Forsyningsselskab",
            "Kommissorium for Gruppementor i\u00a0Gammelskovsbro Forsyningsselskab",
        ),
    ],
)
def test_a_title_s_last_word_does_not_stand_alone(title: str, set_: str) -> None:
    assert setting.not_alone(title) == set_


@pytest.mark.parametrize(
    ("title", "set_"),
    [
        ("Gruppementor i Nordby 2027", "Gruppementor i\u00a0Nordby 2027"),
        ("Group mentoring in Nordby 2027", "Group mentoring in\u00a0Nordby 2027"),
        ("Mandate for mentoring", "Mandate for mentoring"),
        ("Hold 2 er med", "Hold 2 er\u00a0med"),
    ],
)
def test_no_line_of_a_title_ends_with_a_little_word(title: str, set_: str) -> None:
    assert setting.led(title) == set_


@pytest.mark.parametrize(("language", "title"), [("da", "Kommissorium for"), ("en", "Mandate for Group mentoring in Nordby")])
def test_a_title_breaks_between_its_words(language: str, title: str) -> None:
    """The sponsor's second page was headed »Gruppe-« and »mentor«."""
    brief = next(pack for pack in composed.packs("nordby", language) if pack.name == "sponsor-brief")
    read = PdfReader(BytesIO(pdf.render(brief, sample.THEMES)))

    assert read.pages[1].extract_text().split("\n")[0].replace("\u00a0", " ").strip() == title


@pytest.mark.parametrize(("language", "first"), [("da", "Gruppementor"), ("en", "Group mentoring")])
def test_a_poster_s_name_and_place_stand_on_a_line_each(language: str, first: str) -> None:
    """The first line of the poster's title ended with »i«."""
    poster = next(pack for pack in composed.packs("nordby", language) if pack.name == "poster")
    read = PdfReader(BytesIO(pdf.render(poster, sample.THEMES)))

    assert [page.extract_text().split("\n")[0].strip() for page in read.pages] == [first, first]


@pytest.mark.parametrize("tag", ["<span>tov\u00adholderen</span>", "<b>tovholderen</b>", '<a href="#x">tovholderen</a>'])
def test_a_line_is_full_before_a_word_in_a_tag_of_its_own(tag: str) -> None:
    """WeasyPrint left one word on a line when the rest of it fitted but for its last space."""
    face = "@font-face { font-family: Ours; src: url('kit:fonts/hanken-grotesk-400.ttf') } p { font: 9.5pt/13.5pt Ours }"
    narrow = "".join(f'<p style="width:{tenth / 10}mm">{BROKEN.format(tag)}</p>' for tenth in range(840, 960))
    html = setting.set_in_type(f"<html lang=da><head><style>{face}</style></head><body>{narrow}</body></html>", ())

    document = pdf.layout(html, pdf.Ours(sample.pack(), sample.THEMES))

    first: dict[int, str] = {}
    for page in document.pages:
        for line in (box for box in page._page_box.descendants() if isinstance(box, LineBox)):
            first.setdefault(id(line.element), "".join(getattr(inner, "text", "") for inner in line.descendants()))
    assert len(first) == 120
    assert [words for words in first.values() if len(words) < LEAST] == []


@pytest.mark.parametrize("tag", ["<span>tov\u00adholder</span>", "<b>tovholder</b>", '<a href="#x">tovholder</a>'])
def test_a_word_in_a_tag_of_its_own_is_not_broken_at_a_line_s_end(tag: str) -> None:
    """WeasyPrint took it for the first word of its line: »øverst, t« stood on one line and »ovholder« on the next."""
    written = f"<b>Læg kortene.</b> Tegn et skema på et stort ark: før, på og efter mødet øverst,<span> </span>{tag}, mentor, mentee."
    sheet = '<link rel="stylesheet" href="kit:tokens.css"><link rel="stylesheet" href="kit:print/print.css">'
    narrow = "".join(f'<p style="width:{tenth / 10}mm">{written}</p>' for tenth in range(1000, 1200, 4))
    html = f"<html lang=da><head>{sheet}</head><body>{narrow}</body></html>"

    document = pdf.layout(html, pdf.Ours(sample.pack(), sample.THEMES))

    boxes = (box for page in document.pages for box in page._page_box.descendants() if isinstance(box, LineBox))
    ends = {"".join(getattr(inner, "text", "") for inner in line.descendants()).split()[-1] for line in boxes}
    assert len(ends) > 3
    assert [end for end in ends if "tovholder".startswith(end)] == []


def test_no_style_takes_hold_of_a_bare_span() -> None:
    """Our long words stand in spans: a rule for spans made some headings smaller than others."""
    css = re.sub(r"/\*.*?\*/", "", (sample.THEMES / "print/print.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = [selector.strip() for rule in re.findall(r"([^{}]+)\{", css) for selector in rule.split(",")]

    assert [selector for selector in selectors if re.search(r"(?<!>) span\b(?!\.)|\bspan$", selector) and "> span" not in selector] == []


def filled(filler: int, rest: str) -> Sheet:
    """A page with so many paragraphs before `rest`, and enough after it that the sheet is not set tighter."""
    before, after = "\n\n".join([FILLER] * filler), "\n\n".join([FILLER] * 15)
    return Sheet(id=f"s{filler}", title=f"Side {filler}", holds=sheets.Prose(body_md=f"{before}\n\n{rest}\n\n{after}"))


def pages(rest: str, folder: Path) -> list[list[str]]:
    """The words after the filler, page by page, with the page's end at every place."""
    file = folder / "filled.pdf"
    pack = sample.pack(sheets=tuple(filled(filler, rest) for filler in range(28, 40)))
    file.write_bytes(pdf.render(pack, sample.THEMES))
    reading = Reading(file)
    found: list[list[str]] = [[] for _ in reading.pdf.pages]
    for tag in reading.of_kind("LI", "P", "H2", "H3"):
        if words := reading.words(tag).strip():
            found[next(tag.pieces())[0]].append(words)
    return found


def test_no_point_of_a_list_is_alone_on_a_page(tmp_path: Path) -> None:
    """A list of up to six steps is not parted at all."""
    points = ("Første", "Anden", "Tredje", "Fjerde", "Femte", "Sjette", "Syvende", "Ottende")
    listed = "\n".join(f"{number}. {point} ting" for number, point in enumerate(points, 1))
    found = pages(f"Sådan:\n\n{listed}", tmp_path)

    here = {tuple(point for point in points if any(point in words for words in page)) for page in found}
    assert here >= {points[:2], points[2:], points[:6], points[6:]}
    assert not [page for page in here if len(page) == 1]


def test_a_basis_is_not_parted_from_what_it_speaks_of(tmp_path: Path) -> None:
    point = (
        '### Mødet trækker ud\n\nTegn på det.\n\nGrunden til det.\n\nSvaret på det.\n\n<p class="gm-basis gm-own">Vores eget forslag</p>'
    )
    found = pages(point, tmp_path)

    parts = [
        " ".join(word for word in ("Mødet", "Tegn", "Grunden", "Svaret", "Vores") if any(word in words for words in page)) for page in found
    ]
    assert {part for part in parts if part} == {"Mødet Tegn Grunden Svaret Vores"}


def test_what_is_said_of_letters_holds_for_letters() -> None:
    """A table of facts in the book has the same name, and had a heavy line over every row."""
    css = (sample.THEMES / "print/print.css").read_text(encoding="utf-8")

    assert re.findall(r"(?<!\.gm-letter )\.gm-facts[^{},]*", css) == [".gm-facts tbody th "]


def test_what_stands_beside_each_other_above_a_sheet_is_on_one_line() -> None:
    """In a sheet set tighter the room between paragraphs pushed the place below the date."""
    sheet = Sheet(id="guide", title="At lande", strong="Onsdag", right="Rådhuset", tight=True, holds=sheets.Prose(body_md="Holdet mødes."))
    pack = sample.pack(sheets=(sheet,))
    boxes = pdf.layout(printed.document(pack, sample.THEMES), pdf.Ours(pack, sample.THEMES)).pages[0]._page_box.descendants()

    heights = {box.text.strip(): box.position_y for box in boxes if getattr(box, "text", "").strip() in ("Onsdag", "Rådhuset")}
    assert len(heights) == 2
    assert len(set(heights.values())) == 1


def test_a_point_to_watch_for_is_not_parted_by_a_page(tmp_path: Path) -> None:
    points = tuple(
        sheets.WatchPoint(title=f"Punkt {number}", sign=f"Tegn{number}.", why=f"Grund{number}.", do=f"Svar{number}.")
        for number in range(30)
    )
    watch = Sheet(id="watch", title="Vær opmærksom på", holds=sheets.CheckSheet(watch=points))
    (tmp_path / "watch.pdf").write_bytes(pdf.render(sample.single(watch), sample.THEMES))
    reading = Reading(tmp_path / "watch.pdf")

    pages = {reading.words(tag).strip(): next(tag.pieces())[0] for tag in reading.of_kind("P") if any(tag.pieces())}
    parted = [
        number
        for number in range(30)
        if len({page for words, page in pages.items() if words.endswith((f"Tegn{number}.", f"Svar{number}."))}) != 1
    ]
    assert len(set(pages.values())) > 1
    assert parted == []
