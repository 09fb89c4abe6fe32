"""Letters for Word and for mail: the composed words and no others, real styles, one language, the same bytes each time."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from kit import compose
from kit.model.letter import LetterText, Paragraph, Run
from kit.model.source import Picture
from kit.render import docx as word
from kit.render import pixels
from tests.helpers import HOME, example, voice

BRAND = compose.colours("#12527c")
LANGUAGES = ("da", "en")


@cache
def letters(language: str) -> tuple[LetterText, ...]:
    known = example("nordby")
    return compose.letters(known.source.organisation, known.programme, known.library, voice(language))


def opened(letter: LetterText) -> docx.document.Document:
    return docx.Document(BytesIO(word.render(letter, BRAND)))


def letter(*paragraphs: Paragraph, **changes: str) -> LetterText:
    fields = {"name": "x", "language": "da", "title": "Brev", "subject": "Velkommen", "subject_word": "Emne:"} | changes
    return LetterText(**fields, sender=("Nordby Kommune",), paragraphs=paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_holds_every_composed_word_and_no_mark(language: str) -> None:
    for found in letters(language):
        paragraphs = [paragraph.text for paragraph in opened(found).paragraphs if paragraph.text]

        assert paragraphs == [
            *found.sender,
            found.subject,
            *(paragraph.words for paragraph in found.paragraphs if paragraph.kind != "table"),
        ]
        assert not any(mark in "".join(paragraphs) for mark in ("{{", "{%", "**", "]("))


def test_a_name_with_signs_comes_out_whole() -> None:
    made = opened(letter(Paragraph(kind="text", runs=(Run(text="Åse <Ærø> & Søn {{ x }}"),))))

    assert made.paragraphs[-1].text == "Åse <Ærø> & Søn {{ x }}"


def test_headings_and_points_are_styles() -> None:
    points = (Paragraph(kind="heading", runs=(Run(text="Det får du", bold=True),)), Paragraph(kind="bullet", runs=(Run(text="Et rum"),)))
    made = opened(letter(*points))

    assert [paragraph.style.name for paragraph in made.paragraphs[-3:] if paragraph.style] == ["Heading 1", "Heading 2", "List Bullet"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_greeting_and_a_name_stand_apart_at_the_foot(language: str) -> None:
    """They ran on from the last sentence, with no room to sign; and the words after a table touched it."""
    confirmation = opened(next(found for found in letters(language) if found.name == "confirmation"))
    styles = [paragraph.style.name for paragraph in confirmation.paragraphs if paragraph.style]

    assert styles[-3:] == ["Normal", "Closing", "Closing"]
    assert styles.count("After") == len(confirmation.tables) == 1
    assert confirmation.styles["Closing"].paragraph_format.space_before.pt == 22


def test_language_title_and_author_are_the_letters() -> None:
    made = opened(letter(Paragraph(kind="text", runs=(Run(text="Hej"),))))

    assert (made.core_properties.title, made.core_properties.author, made.core_properties.language) == (
        "Velkommen",
        "Nordby Kommune",
        "da-DK",
    )
    assert {element.get(qn("w:val")) for element in made.styles.element.iter(qn("w:lang"))} == {"da-DK"}


def test_the_head_of_a_table_is_marked() -> None:
    certificate = opened(next(found for found in letters("da") if found.name == "certificate"))

    assert [cell.text for cell in certificate.tables[0].rows[0].cells] == ["Dato", "Mentor", "Tovholder"]
    assert certificate.tables[0].rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None


def test_the_same_letter_is_the_same_bytes() -> None:
    found = letters("da")[0]

    assert word.render(found, BRAND) == word.render(found, BRAND)


def test_a_mail_begins_with_its_subject_and_has_no_marks() -> None:
    mail = compose.mail(next(found for found in letters("da") if found.name == "mentee-invitation"))

    assert mail.startswith("Emne: Nogen har peget på dig\n\nKære [navn]\n\n")
    assert "Det siger du ja til\n- Holdets møder: [datoer og klokkeslæt]. De er [arbejdstid / fritid]\n" in mail
    assert "\n- Forberedelse før hvert møde\n" in mail
    assert "**" not in mail


# --- what Word itself looks for


LOGO = Picture(
    kind="svg",
    data=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"><path fill="#12527c" d="M0 0h48v48z"/></svg>',
    width=48,
    height=48,
)


def named(name: str, language: str = "da") -> LetterText:
    return next(found for found in letters(language) if found.name == name)


@pytest.mark.parametrize(("language", "locale"), [("da", "da-DK"), ("en", "en-GB")])
def test_one_language_stands_everywhere_a_program_looks_for_it(language: str, locale: str) -> None:
    parts = ZipFile(BytesIO(word.render(named("confirmation", language), BRAND)))
    tags = [tag for name in parts.namelist() for tag in re.findall(rb"<w:(?:lang|themeFontLang) [^>]*>", parts.read(name))]

    assert len(tags) == 2, tags
    assert {code for tag in tags for code in re.findall(rb'="(.*?)"', tag)} == {locale.encode()}


def test_every_table_says_what_it_is_and_marks_its_head() -> None:
    for letter in letters("da"):
        for table in opened(letter).tables:
            properties = table._tbl.tblPr
            assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == letter.title
            assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == ", ".join(cell.text for cell in table.rows[0].cells)
            assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows] == [
                True,
                *[False] * (len(table.rows) - 1),
            ]


@pytest.mark.parametrize("box", [(48, 48), (2000, 20), (20, 2000), (1, 1)])
def test_a_logo_of_any_shape_stays_in_its_corner(box: tuple[int, int]) -> None:
    width, height = box
    made = docx.Document(BytesIO(word.render(named("thanks"), BRAND, pixels.drawn(replace(LOGO, width=width, height=height), HOME.themes))))
    logo = next(made.sections[0].header.part.element.iter(qn("wp:inline")))

    assert logo.docPr.get("descr") == "Nordby Kommune"
    assert logo.extent.cx <= Cm(7) + 1
    assert logo.extent.cy <= Cm(1.4) + 1


def test_every_picture_has_words() -> None:
    parts = ZipFile(BytesIO(word.render(named("thanks"), BRAND, pixels.drawn(LOGO, HOME.themes))))
    pictures = [tag for name in parts.namelist() for tag in re.findall(rb"<wp:docPr [^>]*>", parts.read(name))]

    assert pictures
    assert all(b'descr="Nordby Kommune"' in tag for tag in pictures)


def test_a_blank_that_the_sender_fills_stands_out() -> None:
    runs = [run for paragraph in opened(named("confirmation")).paragraphs for run in paragraph.runs]

    assert {run.text for run in runs if run.style.name == "Blank"} >= {"[navn]", "[hold]"}
    assert not [run.text for run in runs if "[" in run.text and run.style.name != "Blank"]


def test_a_blank_in_the_subject_stands_out_too() -> None:
    (heading,) = [line for line in opened(named("meeting-reminder")).paragraphs if line.style.name == "Heading 1"]

    assert [run.text for run in heading.runs if run.style.name == "Blank"] == ["[dato]"]


def test_steps_are_numbered_in_word_and_in_mail() -> None:
    thanks = opened(named("thanks")).paragraphs
    steps = [paragraph.text for paragraph in thanks if paragraph.style and paragraph.style.name == "List Number"]

    assert len(steps) == 3
    assert f"1. {steps[0]}\n2. {steps[1]}\n3. {steps[2]}\n" in compose.mail(named("thanks"))


def test_headings_wear_the_organisations_colour() -> None:
    made = docx.Document(BytesIO(word.render(named("thanks"), compose.colours("#7a1f5c"))))

    assert str(made.styles["Heading 1"].font.color.rgb) == compose.colours("#7a1f5c").light.ink.lstrip("#").upper()


def test_nothing_of_the_blank_document_is_left() -> None:
    parts = ZipFile(BytesIO(word.render(named("thanks"), BRAND)))

    assert "docProps/thumbnail.jpeg" not in parts.namelist()
    assert b"python-docx" not in b"".join(map(parts.read, parts.namelist()))
    assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
