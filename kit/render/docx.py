"""A letter becomes a Word file. The only module that knows docxtpl and python-docx.

Our template is made here, with real styles, and filled by docxtpl. Its quirks: without autoescape a name with a sign in it is lost,
and its templates are run in a plain environment, so it gets a sandbox; the zip carries the clock, so it is written again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import takewhile

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped]
from jinja2.sandbox import SandboxedEnvironment

from kit.model.book import BrandColours
from kit.model.letter import LetterText, Paragraph
from kit.model.source import Picture
from kit.render import pixels
from kit.render.zips import still

LOCALES = {"da": "da-DK", "en": "en-GB"}
FONT = "Calibri"  # what Word has everywhere
KINDS = {"text": "Normal", "heading": "Heading 2", "bullet": "List Bullet", "step": "List Number", "after": "After", "end": "Closing"}
STYLES = {  # size in points, space before and after
    "Normal": (11, 5, 5),
    "After": (11, 14, 5),  # what follows a table
    "Closing": (11, 22, 5),  # a greeting and a name at the foot
    "Sender": (9, 0, 0),
    "Cell": (11, 0, 0),
    "Header": (9, 0, 6),
    "Heading 1": (18, 24, 6),
    "Heading 2": (12, 12, 0),
    "List Bullet": (11, 0, 2),
    "List Number": (11, 0, 2),
}
TEXT_WIDTH, LABELS_WIDTH, LOGO_WIDTH, LOGO_HEIGHT, ROOM_TO_SIGN = 16.0, 5.5, 7.0, 1.4, 1.4  # cm
SENTENCE_ENDS = (".", "?", "!", ":")
UNUSED = ("thumbnail", "stylesWithEffects")
BLANK, BLANK_STYLE = re.compile(r"(\[[^\]\n]+\])"), "Blank"
TABLE_STYLE = """\
<w:style {names} w:type="table" w:customStyle="1" w:styleId="Agreed"><w:name w:val="Agreed"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr>
    <w:tblBorders><w:top w:val="single" w:sz="8" w:color="{colour}"/><w:bottom w:val="single" w:sz="8" w:color="{colour}"/>
      <w:insideH w:val="single" w:sz="4" w:color="8A8A8A"/></w:tblBorders>
    <w:tblCellMar><w:top w:w="90" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="90" w:type="dxa"/>
      <w:right w:w="120" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
</w:style>"""


def render(letter: LetterText, brand: BrandColours, logo: Picture | None = None) -> bytes:
    """The letter as a Word file, with the same bytes for the same letter. `logo` in pixels: Word knows no shapes."""
    filled = DocxTemplate(BytesIO(template(letter.language, letter.sender[0], brand, logo)))
    paragraphs = [shown(paragraph, kind) for paragraph, kind in zip(letter.paragraphs, kinds(letter.paragraphs), strict=True)]
    context = {"title": marked(letter.subject), "sender": letter.sender, "paragraphs": paragraphs}
    filled.render(context, jinja_env=SandboxedEnvironment(autoescape=True), autoescape=True)
    filled.docx.core_properties.title = letter.subject
    for table in filled.docx.tables:
        finish(table, letter.title)
    out = BytesIO()
    filled.save(out)
    return still(out.getvalue())


def kinds(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The kind of each, with room above what follows a table and above the lines at the foot that are no sentences."""
    foot = [*takewhile(lambda paragraph: paragraph.kind == "text" and paragraph.words[-1:] not in SENTENCE_ENDS, reversed(paragraphs))]
    for place, paragraph in enumerate(paragraphs):
        after = place > 0 and paragraphs[place - 1].kind == "table"
        yield "end" if place >= len(paragraphs) - len(foot) else "after" if after and paragraph.kind == "text" else paragraph.kind


def shown(paragraph: Paragraph, kind: str) -> dict[str, object]:
    rows = [[marked(cell) for cell in row] for row in paragraph.rows]
    words = RichText()
    for run in paragraph.runs:
        mark(words, run.text, bold=run.bold)
    return {"kind": kind, "rich": words, "head": rows[:1], "rows": rows[1:]}


def marked(text: str) -> RichText:
    words = RichText()
    mark(words, text)
    return words


def mark(words: RichText, text: str, *, bold: bool = False) -> None:
    """What the sender fills in stands out, so that no letter leaves with a blank in it."""
    for part in BLANK.split(text):
        words.add(part, bold=bold, style=BLANK_STYLE if BLANK.fullmatch(part) else None)


@cache
def template(language: str, owner: str, brand: BrandColours, logo: Picture | None) -> bytes:
    """Our own template: sender, subject as heading 1, then paragraph by paragraph in the style of its kind."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.5), Cm(2), Cm(2)
    dress(document, brand)
    for line in ("{%p for line in sender %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(line, style="Sender")
    document.add_heading("{{r title }}", level=1)
    document.add_paragraph("{%p for paragraph in paragraphs %}")
    for kind, style_name in KINDS.items():
        document.add_paragraph(f'{{%p if paragraph.kind == "{kind}" %}}')
        document.add_paragraph("{{r paragraph.rich }}", style=style_name)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph('{%p if paragraph.kind == "table" %}')
    add_table(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    if logo is not None:
        add_logo(document, logo, owner)
    tell(document, LOCALES.get(language, language), owner)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def dress(document: Document, brand: BrandColours) -> None:
    """Styles in our sizes and the organisation's colour."""
    styles = document.styles
    for name in ("Sender", "Cell", "After", "Closing"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, (size, before, after) in STYLES.items():
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()  # the template's headings name the fonts of its theme
        fonts.set(qn("w:ascii"), FONT)
        fonts.set(qn("w:hAnsi"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if name.startswith("Heading"):
            style.font.color.rgb = RGBColor.from_string(brand.light.ink.lstrip("#").upper())
    blank = styles.add_style(BLANK_STYLE, WD_STYLE_TYPE.CHARACTER)
    blank.element.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF0A8"/>'))
    styles.element.append(parse_xml(TABLE_STYLE.format(names=nsdecls("w"), colour=brand.light.fill.lstrip("#").upper())))


def add_table(document: Document) -> None:
    """A table whose first row is its head, for readers too."""
    table = document.add_table(rows=6, cols=3)
    table.style = "Agreed"
    for place, rows in enumerate(("paragraph.head", "paragraph.rows")):
        opening, cells, closing = table.rows[place * 3 : place * 3 + 3]
        opening.cells[0].text, closing.cells[0].text = f"{{%tr for row in {rows} %}}", "{%tr endfor %}"
        for cell, hole in zip(cells.cells, ("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}"), strict=True):
            cell.text = hole
            cell.paragraphs[0].style = "Cell"
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[1]._tr.get_or_add_trPr().append(head)


def finish(table: Table, title: str) -> None:
    """Words for those who do not see it, the first of two columns narrow, and room where somebody signs."""
    head = ", ".join(cell.text for cell in table.rows[0].cells)
    for name, words in (("w:tblCaption", title), ("w:tblDescription", head)):
        said = OxmlElement(name)
        said.set(qn("w:val"), words)
        table._tbl.tblPr.append(said)
    count = len(table.columns)
    widths = (LABELS_WIDTH, TEXT_WIDTH - LABELS_WIDTH) if count == 2 else (TEXT_WIDTH / count,) * count
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for row in table.rows:
        if any(not cell.text for cell in row.cells):
            row.height = Cm(ROOM_TO_SIGN)


def add_logo(document: Document, logo: Picture, owner: str) -> None:
    width, height = pixels.within(logo, LOGO_WIDTH, LOGO_HEIGHT)
    run = document.sections[0].header.paragraphs[0].add_run()
    picture = run.add_picture(BytesIO(logo.data), width=Cm(width), height=Cm(height))
    picture._inline.docPr.set("descr", owner)


def tell(document: Document, locale: str, owner: str) -> None:
    """Language and author, and nothing of the blank document that python-docx begins with."""
    for part in (document.styles.element, document.settings.element):
        for element in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            element.attrib.clear()
            element.set(qn("w:val"), locale)
    properties = document.core_properties
    properties.author, properties.language, properties.comments = owner, locale, ""
    forget(document)


def forget(document: Document) -> None:
    """The picture of an empty page, and the styles a second time for Word 2010, in American."""
    package = document.part.package
    assert package is not None  # a document that was opened has one
    for relations in (package.rels, document.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.rpartition("/")[2] in UNUSED]:
            del relations[name]
