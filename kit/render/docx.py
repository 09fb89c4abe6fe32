"""A letter becomes a Word file. The only module that knows docxtpl and python-docx.

Our template is made here, with real styles, and filled by docxtpl. Its quirks: without autoescape a name with a sign in it is lost,
and its templates are run in a plain environment, so it gets a sandbox; the zip carries the clock, so it is written again.
"""

from functools import cache
from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped]
from jinja2.sandbox import SandboxedEnvironment

from kit.model.book import BrandColours
from kit.model.letter import LetterText, Paragraph
from kit.model.source import Picture
from kit.render.zips import still

LOCALES = {"da": "da-DK", "en": "en-GB"}
FONT = "Calibri"  # what Word has everywhere
KINDS = {"text": "Normal", "heading": "Heading 2", "bullet": "List Bullet"}


def render(letter: LetterText, brand: BrandColours, logo: Picture | None = None) -> bytes:
    """The letter as a Word file, with the same bytes for the same letter."""
    filled = DocxTemplate(BytesIO(template()))
    context = {"title": letter.subject, "sender": letter.sender, "paragraphs": [shown(paragraph) for paragraph in letter.paragraphs]}
    filled.render(context, jinja_env=SandboxedEnvironment(autoescape=True), autoescape=True)
    out = BytesIO()
    filled.save(out)
    return still(finished(out.getvalue(), letter, brand, logo))


def shown(paragraph: Paragraph) -> dict[str, object]:
    rich = RichText()
    for run in paragraph.runs:
        rich.add(run.text, bold=run.bold)
    return {"kind": paragraph.kind, "rich": rich, "head": paragraph.rows[:1], "rows": paragraph.rows[1:]}


@cache
def template() -> bytes:
    """Our own template: sender, subject as heading 1, then paragraph by paragraph in the style of its kind."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.5), Cm(2), Cm(2)
    for name, size in (("Normal", 10.5), ("Heading 1", 16), ("Heading 2", 11), ("List Bullet", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.element.rPr.rFonts.set(qn("w:ascii"), FONT)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), FONT)
    for line in ("{%p for line in sender %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(line).paragraph_format.space_after = Pt(0)
    document.add_heading("{{ title }}", level=1)
    document.add_paragraph("{%p for paragraph in paragraphs %}")
    for kind, style_name in KINDS.items():
        document.add_paragraph(f'{{%p if paragraph.kind == "{kind}" %}}')
        document.add_paragraph("{{r paragraph.rich }}", style=style_name)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph('{%p if paragraph.kind == "table" %}')
    add_table(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add_table(document: docx.document.Document) -> None:
    """A table whose first row is its head, for readers too."""
    table = document.add_table(rows=6, cols=3)
    table.style = "Table Grid"
    for place, rows in enumerate(("paragraph.head", "paragraph.rows")):
        opening, cells, closing = table.rows[place * 3 : place * 3 + 3]
        opening.cells[0].text, closing.cells[0].text = f"{{%tr for row in {rows} %}}", "{%tr endfor %}"
        for cell, mark in zip(cells.cells, ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"), strict=True):
            cell.text = mark
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[1]._tr.get_or_add_trPr().append(head)


def finished(written: bytes, letter: LetterText, brand: BrandColours, logo: Picture | None) -> bytes:
    """Language, title, colour and logo."""
    document = docx.Document(BytesIO(written))
    locale = LOCALES.get(letter.language, letter.language)
    for part in (document.styles.element, document.settings.element):
        for element in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            element.set(qn("w:val"), locale)
    colour = RGBColor.from_string(brand.light.ink.lstrip("#").upper())
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = colour
    properties = document.core_properties
    properties.title, properties.author, properties.language, properties.comments = letter.subject, letter.sender[0], locale, ""
    if logo is not None and logo.kind == "png":  # Word knows no SVG
        add_logo(document, logo, letter.sender[0])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add_logo(document: docx.document.Document, logo: Picture, owner: str) -> None:
    run = document.sections[0].header.paragraphs[0].add_run()
    picture = run.add_picture(BytesIO(logo.data), height=Cm(1.2))
    picture._inline.docPr.set("descr", owner)
