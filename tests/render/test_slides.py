"""The slides in PowerPoint: a title on each, text that can be edited, notes, the day's line in words, the same bytes each time."""

import re
from io import BytesIO
from zipfile import ZipFile

import pptx
import pytest
from pptx.util import Mm

from kit.model import sheets
from kit.model.book import Pack
from kit.model.source import Picture
from kit.render import pixels
from kit.render import pptx as powerpoint
from tests import composed
from tests.helpers import HOME

LOGO = Picture(
    kind="svg",
    data=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"><path fill="#12527c" d="M0 0h48v48z"/></svg>',
    width=48,
    height=48,
)


def pack(language: str = "da") -> Pack:
    return next(pack for pack in composed.packs("nordby", language) if pack.name == "slides")


def parts(logo: Picture | None = None, language: str = "da") -> dict[str, bytes]:
    made = ZipFile(BytesIO(powerpoint.render(pack(language), pixels.drawn(logo, HOME.themes))))
    return {name: made.read(name) for name in made.namelist()}


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


@pytest.mark.parametrize(("language", "marks"), [("da", "»«"), ("en", "‘’")])
def test_what_is_said_stands_in_quotation_marks_and_a_pause_is_dashed(language: str, marks: str) -> None:
    held = pack(language).sheets[0].holds
    made = list(pptx.Presentation(BytesIO(powerpoint.render(pack(language)))).slides)

    for page, slide in zip(made, held.slides, strict=True):
        texts = [shape.text_frame.text.splitlines()[0] for shape in page.placeholders if shape.text_frame.text]
        assert not slide.say or slide.say.join(marks) in texts
        days = [shape for shape in page.shapes if shape.name == "day"]
        assert [shape.line.dash_style is not None for shape in days] == [stretch.pause for stretch in slide.day]


def test_a_slide_is_as_wide_as_a_screen() -> None:
    made = pptx.Presentation(BytesIO(powerpoint.render(pack())))

    assert (made.slide_width, made.slide_height) == (Mm(338.67), Mm(190.5))


def test_every_box_of_the_days_line_says_what_it_is() -> None:
    page = pptx.Presentation(BytesIO(powerpoint.render(pack()))).slides[0]
    said = [shape._element.nvSpPr.cNvPr.get("descr") for shape in page.shapes if shape.name == "day"]

    assert said[0] == "8.30 Kommissoriet"
    assert all(said)


def test_the_same_slides_are_the_same_bytes() -> None:
    assert powerpoint.render(pack()) == powerpoint.render(pack())


def test_title_and_words_stand_in_the_layouts_places_so_that_the_outline_has_them() -> None:
    held = pack().sheets[0].holds
    assert isinstance(held, sheets.Slides)
    made = pptx.Presentation(BytesIO(powerpoint.render(pack())))

    for page, slide in zip(made.slides, held.slides, strict=True):
        words = [f"»{slide.say}«"] * bool(slide.say) + [line.title for line in slide.lines]
        assert [paragraph.text for holder in list(page.placeholders)[1:] for paragraph in holder.text_frame.paragraphs] == words


def test_logo_and_colour_are_the_organisations_on_every_slide() -> None:
    made = pptx.Presentation(BytesIO(powerpoint.render(pack(), pixels.drawn(LOGO, HOME.themes))))
    logo = next(shape for shape in made.slide_layouts[0].shapes if shape.name == "Logo")

    assert {page.slide_layout.name for page in made.slides} == {made.slide_layouts[0].name}
    assert logo._element.nvPicPr.cNvPr.get("descr") == "Nordby Kommune"
    assert (logo.left + logo.width, logo.height) == (Mm(338.67 - 20), Mm(14))
    theme = next(data for name, data in parts().items() if "theme1" in name)
    assert f'<a:accent1><a:srgbClr val="{pack().brand.light.fill.lstrip("#").upper()}"' in theme.decode("utf-8")


@pytest.mark.parametrize("box", [(4000, 40), (40, 4000)])
def test_a_logo_of_any_shape_stays_in_the_corner(box: tuple[int, int]) -> None:
    picture = pixels.drawn(Picture(kind="svg", data=LOGO.data, width=box[0], height=box[1]), HOME.themes)
    made = pptx.Presentation(BytesIO(powerpoint.render(pack(), picture)))
    logo = next(shape for shape in made.slide_layouts[0].shapes if shape.name == "Logo")

    assert logo.width <= Mm(60) + 1
    assert logo.height <= Mm(14) + 1


@pytest.mark.parametrize(("language", "locale"), [("da", "da-DK"), ("en", "en-GB")])
def test_every_word_of_slides_and_notes_has_its_language(language: str, locale: str) -> None:
    pages = re.compile("ppt/(slides|notesSlides)/[^/]+xml")
    made = [data.decode("utf-8") for name, data in parts(language=language).items() if pages.match(name)]

    assert [data for data in made if re.search(r"<a:r>(?!<a:rPr[^>]* lang=)", data)] == []
    assert {found for data in made for found in re.findall(r' lang="(.*?)"', data)} == {locale}


def test_nothing_on_a_slide_is_without_words_but_what_decorates() -> None:
    for name, data in parts(LOGO).items():
        for shape in re.findall(r"<p:(?:sp|pic)>.*?</p:(?:sp|pic)>", data.decode("utf-8")) if name.startswith("ppt/slides/slide") else ():
            assert re.search(r"<a:t>[^<]|decorative|descr=\"[^\"]", shape), f"{name}: {shape[:200]}"
