"""What must not part at the end of a line or a page, and what a style sheet may take hold of."""

import re
from pathlib import Path

import pytest
from weasyprint.formatting_structure.boxes import LineBox

from kit.model import sheets
from kit.model.book import Sheet
from kit.render import pdf, setting
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
        ("<p>1 Send datoerne ud · 3 Bestil lokale</p>", "<p>1\u00a0Send datoerne ud\u00a0· 3\u00a0Bestil lokale</p>"),
        ("<td>12–13</td>", '<td><span class="gm-whole">12–13</span></td>'),
        ("<p>kl. 16.00–19.00 hver gang</p>", '<p>kl.\u00a0<span class="gm-whole">16.00–19.00</span> hver gang</p>'),
        ("<p>Rådhuset, mødelokale 2.</p>", "<p>Rådhuset, mødelokale\u00a02.</p>"),
        ("<p>Lederaspiranter, hold A · online</p>", "<p>Lederaspiranter, hold\u00a0A\u00a0· online</p>"),
        ("<p>Write: before I go …</p>", "<p>Write: before I go\u00a0…</p>"),
        ("<p>A group and B names</p>", "<p>A group and B names</p>"),
        ("<p>Runde 2027 begynder</p>", "<p>Runde 2027 begynder</p>"),
        ("<p>H3 og 1,5 time</p>", "<p>H3 og 1,5 time</p>"),
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
        ("Aftalen på holdet, og hvad du holder øje med", "Aftalen på holdet, og hvad du holder øje\u00a0med"),
        ("Svære øjeblikke", "Svære øjeblikke"),
        (
            "Kommissorium for Gruppementor i Gammelskovsbro Forsyningsselskab",
            "Kommissorium for Gruppementor i Gammelskovsbro Forsyningsselskab",
        ),
    ],
)
def test_a_title_s_last_word_does_not_stand_alone(title: str, set_: str) -> None:
    assert setting.not_alone(title) == set_


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
    found = pages("Sådan:\n\n1. Første ting\n2. Anden ting\n3. Tredje ting\n4. Fjerde ting", tmp_path)

    here = [[word for word in ("Første", "Anden", "Tredje", "Fjerde") if any(word in words for words in page)] for page in found]
    assert ["Anden"] not in here
    assert {tuple(page) for page in here} >= {("Første", "Anden"), ("Tredje", "Fjerde")}
    assert not [page for page in here if page in (["Første"], ["Fjerde"])]


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
