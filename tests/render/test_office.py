"""LibreOffice opens every letter and the slides, and shows the composed words on as many pages as there are."""

import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from kit import compose
from kit.model.letter import LetterText
from kit.model.sheets import Slides
from kit.render import docx, pixels
from kit.render import pptx as powerpoint
from tests import composed, office
from tests.helpers import HOME, example, voice

EXAMPLES = ("nordby", "minimal", "fjordene")
TEXT = "txt:Text (encoded):UTF8"


def letters(name: str) -> list[LetterText]:
    known = example(name)
    organisation = known.source.organisation
    return [
        letter
        for language in organisation.languages
        for letter in compose.letters(organisation, known.programme, known.library, voice(language))
    ]


@pytest.mark.slow  # LibreOffice is installed by make test-all only
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_letter_opens_with_the_composed_words_in_their_order(name: str, tmp_path: Path) -> None:
    source = example(name).source
    logo, brand = pixels.drawn(source.logo, HOME.themes), compose.colours(source.organisation.brand.primary)
    expected = {f"{letter.language}-{letter.name}": words(letter) for letter in letters(name)}
    files = [tmp_path / f"{letter.language}-{letter.name}.docx" for letter in letters(name)]
    for file, letter in zip(files, letters(name), strict=True):
        file.write_bytes(docx.render(letter, brand, logo))

    opened = {stem: file.read_text(encoding="utf-8-sig") for stem, file in office.converted(files, TEXT, tmp_path).items()}

    assert {stem: text.split() for stem, text in opened.items()} == expected


def words(letter: LetterText) -> list[str]:
    """With the points' dots and the steps' numbers: a table's "3. marts" was once taken for a step."""
    said, step = [*letter.sender, letter.subject], 0
    for paragraph in letter.paragraphs:
        step = step + 1 if paragraph.kind == "step" else 0
        said += [{"bullet": "•", "step": f"{step}."}.get(paragraph.kind, ""), paragraph.words, *chain.from_iterable(paragraph.rows)]
    return " ".join(said).split()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), [("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en")])
def test_slides_open_as_many_pages_as_they_are(name: str, language: str, tmp_path: Path) -> None:
    pack = next(pack for pack in composed.packs(name, language) if pack.name == "slides")
    held = pack.sheets[0].holds
    assert isinstance(held, Slides)
    file = tmp_path / "slides.pptx"
    file.write_bytes(powerpoint.render(pack, pixels.drawn(example(name).source.logo, HOME.themes)))

    opened = office.converted([file], "pdf", tmp_path)["slides"]

    pages = text_of(opened).split("\f")[:-1]
    assert len(pages) == len(held.slides)
    assert [slide.title for page, slide in zip(pages, held.slides, strict=True) if squeezed(slide.title) not in squeezed(page)] == []


def text_of(file: Path) -> str:
    return subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout


def squeezed(text: str) -> str:
    return re.sub(r"[\s\xad-]", "", text)
