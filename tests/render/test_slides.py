"""The slides in PowerPoint: a title on each, text that can be edited, notes, the day's line in words, the same bytes each time."""

from io import BytesIO

import pptx
from pptx.util import Mm

from kit.model import sheets
from kit.model.book import Pack
from kit.render import pptx as powerpoint
from tests import composed


def pack() -> Pack:
    return next(pack for pack in composed.packs("nordby", "da") if pack.name == "slides")


def test_every_slide_has_its_title_words_and_notes() -> None:
    held = pack().sheets[0].holds
    assert isinstance(held, sheets.Slides)
    made = list(pptx.Presentation(BytesIO(powerpoint.render(pack()))).slides)

    assert [page.shapes.title.text for page in made] == [slide.title for slide in held.slides]
    assert [page.notes_slide.notes_text_frame.text for page in made] == [slide.notes_md for slide in held.slides]
    for page, slide in zip(made, held.slides, strict=True):
        words = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        assert all(line.title in words for line in slide.lines)
        assert slide.say in words


def test_a_slide_is_as_wide_as_a_screen() -> None:
    made = pptx.Presentation(BytesIO(powerpoint.render(pack())))

    assert (made.slide_width, made.slide_height) == (Mm(338.67), Mm(190.5))


def test_every_box_of_the_days_line_says_what_it_is() -> None:
    page = pptx.Presentation(BytesIO(powerpoint.render(pack()))).slides[0]
    said = [shape._element.nvSpPr.cNvPr.get("descr") for shape in page.shapes if shape.name.startswith("Rectangle")]

    assert said[0] == "8.30 Kommissoriet"
    assert all(said)


def test_the_same_slides_are_the_same_bytes() -> None:
    assert powerpoint.render(pack()) == powerpoint.render(pack())
