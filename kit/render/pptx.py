"""Slides become a PowerPoint file with text that can be edited. The only module that knows python-pptx.

Its quirks: slide size, places, colours and language are those of a blank American 4:3 show, so all are set, in the master too, for whoever
adds a slide; the zip carries the clock, so it is written again.
"""

import re
from io import BytesIO

from pptx import Presentation
from pptx import presentation as presentations
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.shapes.picture import CT_Picture
from pptx.slide import Slide as Page
from pptx.slide import SlideLayout
from pptx.util import Mm, Pt

from kit.model.book import BrandColours, Pack
from kit.model.sheets import Slide, Slides
from kit.model.source import Picture
from kit.render import pixels
from kit.render.zips import still

LOCALES = {"da": "da-DK", "en": "en-GB"}
WIDTH, HEIGHT, SIDE, TOP = 338.67, 190.5, 20.0, 17.0  # mm
TEXT_WIDTH = 250.0
TITLE, BODY = (SIDE, TOP + 8, TEXT_WIDTH, 34.0), (SIDE, TOP + 46, TEXT_WIDTH, 96.0)  # left, top, width, height
LOGO_TOP, LOGO_WIDTH, LOGO_HEIGHT = 10.0, 60.0, 14.0
LINE_TOP, LINE_HEIGHT, GAP = 167.0, 6.0, 0.8
RULE, RULE_GAP, SAID_LINE, LETTERS_A_LINE = 1.4, 7.0, 15.2, 38  # the bar beside what is said, and how high its lines are
VOICE = "Cambria"  # the serif of every PowerPoint, for what is said; all else is in the theme's Calibri
TITLE_AND_CONTENT = "Title and Content"
BODY_PLACE = 1
INK = RGBColor(0, 0, 0)  # type: ignore[no-untyped-call]
NONE = RGBColor(0xFF, 0xFF, 0xFF)  # type: ignore[no-untyped-call]
DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def render(pack: Pack, logo: Picture | None = None) -> bytes:
    """Every slide of the pack, with the same bytes for the same pack. `logo` in pixels: older PowerPoints know no shapes."""
    show = Presentation()
    show.slide_width, show.slide_height = Mm(WIDTH), Mm(HEIGHT)
    layout = dressed(show, pack.brand)
    if logo is not None:
        add_logo(layout, logo, pack.identity.organisation)
    for sheet in pack.sheets:
        for slide in sheet.holds.slides if isinstance(sheet.holds, Slides) else ():
            add(show.slides.add_slide(layout), slide, pack)
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


def dressed(show: presentations.Presentation, brand: BrandColours) -> SlideLayout:
    """The one layout that is left, in our places and the organisation's colours."""
    kept = show.slide_layouts.get_by_name(TITLE_AND_CONTENT)
    assert kept is not None  # python-pptx's own blank show has it
    for layout in [layout for layout in show.slide_layouts if layout is not kept]:
        show.slide_layouts.remove(layout)
    for page in (show.slide_master, kept):
        for holder in list(page.placeholders):
            kind = holder.placeholder_format.type
            if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
                place(holder, TITLE if kind == PP_PLACEHOLDER.TITLE else BODY)
            else:  # date, footer, number: ours stand in the day's line
                holder._element.getparent().remove(holder._element)
    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = coloured(theme.blob.decode("utf-8"), brand).encode("utf-8")
    return kept


def coloured(theme: str, brand: BrandColours) -> str:
    """The theme with the organisation's colour as its first accent and its dark one."""
    for name, colour in (("accent1", brand.light.fill), ("dk2", brand.light.ink)):
        theme = re.sub(rf'(<a:{name}><a:srgbClr val=")[0-9A-F]+', rf"\g<1>{colour.lstrip('#').upper()}", theme)
    return theme


def place(shape: object, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Mm, box)  # type: ignore[attr-defined]


def add_logo(layout: SlideLayout, logo: Picture, owner: str) -> None:
    """In the upper right corner of the layout: on every slide, and in nobody's way."""
    width, height = pixels.within(logo, LOGO_WIDTH, LOGO_HEIGHT)
    _, relation = layout.part.get_or_add_image_part(BytesIO(logo.data))
    box = map(Mm, (WIDTH - SIDE - width, LOGO_TOP, width, height))
    picture = CT_Picture.new_pic(len(layout.shapes) + 2, "Logo", owner, relation, *box)  # type: ignore[no-untyped-call]
    layout.shapes._spTree.append(picture)


def add(page: Page, slide: Slide, pack: Pack) -> None:
    """A slide: title and words in the layout's places, the clock, the day's line, notes."""
    colour = RGBColor.from_string(pack.brand.light.fill.lstrip("#").upper())  # type: ignore[no-untyped-call]
    title, notes = page.shapes.title, page.notes_slide.notes_text_frame
    assert title is not None  # the layout has both
    assert notes is not None
    title.text_frame.text = slide.title
    style(title.text_frame.paragraphs[0], size=44, bold=True)
    fill(page, lines(slide, pack.words["quoted"]), voice=bool(slide.say))
    if slide.say:
        draw_rule(page, colour, lines=-(-len(slide.say) // LETTERS_A_LINE) + len(slide.lines))
    if slide.start:
        write_clock(page, slide.start)
    draw_day(page, slide, colour)
    notes.text = slide.notes_md
    for part in (page.element, page.notes_slide.element):
        speak(part, LOCALES.get(pack.language, pack.language))


def speak(part: object, locale: str) -> None:
    """The language of every word, so that spelling is checked and voices are chosen by it."""
    for run in part.iter(qn("a:r"), qn("a:br")):  # type: ignore[attr-defined]
        run.get_or_add_rPr() if run.tag == qn("a:r") else None
    for properties in part.iter(qn("a:rPr"), qn("a:endParaRPr")):  # type: ignore[attr-defined]
        properties.set("lang", locale)


def lines(slide: Slide, quoted: str) -> tuple[tuple[str, int], ...]:
    """Each line with its size; what is said in quotation marks, as in print."""
    said = ((quoted.format(words=slide.say), 36),) if slide.say else ()
    return (*said, *((line.title, 30) for line in slide.lines))


def fill(page: Page, words: tuple[tuple[str, int], ...], *, voice: bool) -> None:
    """The words into the layout's place for them, each with its size in points; without any the place goes."""
    body = page.placeholders[BODY_PLACE]
    if not words:
        body._element.getparent().remove(body._element)
        return
    if voice:
        left, top, width, height = BODY
        place(body, (left + RULE_GAP, top, width - RULE_GAP, height))
    for number, (text, size) in enumerate(words):
        paragraph = body.text_frame.paragraphs[0] if number == 0 else body.text_frame.add_paragraph()
        paragraph.text = text
        style(paragraph, size=size, font=VOICE if voice else None)


def write_clock(page: Page, clock: str) -> None:
    box = page.shapes.add_textbox(*map(Mm, (SIDE, TOP - 6, 60, 12)))
    box.name = "clock"
    box.text_frame.word_wrap = True  # else a box shrinks around its words and moves
    box.text_frame.text = clock
    style(box.text_frame.paragraphs[0], size=18)


def draw_rule(page: Page, colour: RGBColor, *, lines: int) -> None:
    """The bar beside what is said, as in print."""
    bar = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Mm, (SIDE + 2.5, BODY[1] + 2, RULE, SAID_LINE * lines)))
    bar.name = "rule"
    bar.fill.solid()
    bar.fill.fore_color.rgb = colour
    bar.line.fill.background()
    bar.shadow.inherit = False
    bar._element.nvSpPr.cNvPr.append(parse_xml(DECORATION))


def style(paragraph: object, *, size: int, bold: bool = False, font: str | None = None) -> None:
    """Left-aligned in black, without the bullet and its indent that the blank show would give."""
    paragraph.alignment = PP_ALIGN.LEFT  # type: ignore[attr-defined]
    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(properties.makeelement(qn("a:buNone")))
    for run in paragraph.runs:  # type: ignore[attr-defined]
        run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, font, INK


def draw_day(page: Page, slide: Slide, colour: RGBColor) -> None:
    """The whole day as a line at the foot, this block filled; each stretch says its time and title to those who do not see it."""
    total = sum(stretch.minutes for stretch in slide.day)
    left = SIDE
    for stretch in slide.day:
        width = (WIDTH - 2 * SIDE) * stretch.minutes / total
        box = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Mm(left), Mm(LINE_TOP), Mm(max(width - GAP, 1)), Mm(LINE_HEIGHT))
        box.fill.solid()
        box.fill.fore_color.rgb = colour if stretch.here else NONE
        box.line.color.rgb, box.line.width = INK, Pt(0.75)
        if stretch.pause:
            box.line.dash_style = MSO_LINE.DASH
        box.shadow.inherit = False
        box.name = "day"
        box._element.nvSpPr.cNvPr.set("descr", f"{stretch.start} {stretch.title}")
        left += width
