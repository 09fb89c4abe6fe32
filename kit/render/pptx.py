"""Slides become a PowerPoint file with text that can be edited. The only module that knows python-pptx.

Its quirks: slide size and language are the template's, so both are set; the zip carries the clock, so it is written again.
"""

from io import BytesIO

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Mm, Pt

from kit.model.book import Pack
from kit.model.sheets import Slide, Slides
from kit.render.zips import still

LOCALES = {"da": "da-DK", "en": "en-GB"}
WIDTH, HEIGHT, SIDE, TOP = 338.67, 190.5, 20.0, 17.0  # mm
TEXT_WIDTH = 250.0
LINE_TOP, LINE_HEIGHT, GAP = 167.0, 6.0, 0.8
FONT, VOICE = "Calibri", "Cambria"  # what every PowerPoint has; the serif is for what is said
TITLE_ONLY = 5
INK = RGBColor(0, 0, 0)  # type: ignore[no-untyped-call]
NONE = RGBColor(0xFF, 0xFF, 0xFF)  # type: ignore[no-untyped-call]


def render(pack: Pack) -> bytes:
    """Every slide of the pack, with the same bytes for the same pack."""
    show = Presentation()
    show.slide_width, show.slide_height = Mm(WIDTH), Mm(HEIGHT)
    for sheet in pack.sheets:
        for slide in sheet.holds.slides if isinstance(sheet.holds, Slides) else ():
            add(show, slide, pack)
    properties = show.core_properties
    properties.title, properties.author, properties.language = (
        pack.title,
        pack.identity.organisation,
        LOCALES.get(pack.language, pack.language),
    )
    properties.last_modified_by = ""
    out = BytesIO()
    show.save(out)
    return still(out.getvalue())


def add(show: object, slide: Slide, pack: Pack) -> None:
    page: Page = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])  # type: ignore[attr-defined]
    colour = RGBColor.from_string(pack.brand.light.fill.lstrip("#").upper())  # type: ignore[no-untyped-call]
    title, notes = page.shapes.title, page.notes_slide.notes_text_frame
    assert title is not None  # the layout has both
    assert notes is not None
    title.left, title.top, title.width, title.height = Mm(SIDE), Mm(TOP + 8), Mm(TEXT_WIDTH), Mm(34)
    title.text_frame.text = slide.title
    style(title.text_frame.paragraphs[0], size=44, bold=True)
    write(page, ((slide.start, 18),), left=SIDE, top=TOP - 6, width=60, height=12, name="clock")
    write(page, lines(slide), left=SIDE, top=TOP + 46, width=TEXT_WIDTH, height=96, name="words", voice=bool(slide.say))
    draw_day(page, slide, colour)
    notes.text = slide.notes_md
    for run in page.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("lang", LOCALES.get(pack.language, pack.language))


def lines(slide: Slide) -> tuple[tuple[str, int], ...]:
    said = ((slide.say, 36),) if slide.say else ()
    return (*said, *((line.title, 30) for line in slide.lines))


def write(
    page: Page, words: tuple[tuple[str, int], ...], *, left: float, top: float, width: float, height: float, name: str, voice: bool = False
) -> None:
    """A box of paragraphs, each with its size in points; empty ones are left out."""
    said = [(text, size) for text, size in words if text]
    if not said:
        return
    box = page.shapes.add_textbox(Mm(left), Mm(top), Mm(width), Mm(height))
    box.name = name
    frame = box.text_frame
    frame.word_wrap = True
    for place, (text, size) in enumerate(said):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = text
        style(paragraph, size=size, font=VOICE if voice else FONT)


def style(paragraph: object, *, size: int, bold: bool = False, font: str = FONT) -> None:
    paragraph.alignment = 1  # type: ignore[attr-defined]  # left
    for run in paragraph.runs:  # type: ignore[attr-defined]
        run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, font, INK


def draw_day(page: Page, slide: Slide, colour: RGBColor) -> None:
    """The whole day as a line at the foot, this block filled; one description says it for readers."""
    total = sum(stretch.minutes for stretch in slide.day)
    left = SIDE
    for stretch in slide.day:
        width = (WIDTH - 2 * SIDE) * stretch.minutes / total
        box = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Mm(left), Mm(LINE_TOP), Mm(max(width - GAP, 1)), Mm(LINE_HEIGHT))
        box.fill.solid()
        box.fill.fore_color.rgb = colour if stretch.here else NONE
        box.line.color.rgb, box.line.width = INK, Pt(0.75)
        box.shadow.inherit = False
        box._element.nvSpPr.cNvPr.set("descr", f"{stretch.start} {stretch.title}")
        left += width
