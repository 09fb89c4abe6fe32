"""Letters for Word and for mail: the composed words and no others, real styles, one language, the same bytes each time."""

from functools import cache
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from kit import compose
from kit.model.letter import LetterText, Paragraph, Run
from kit.render import docx as word
from tests.helpers import example, voice

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
    assert "Det siger du ja til\n- Holdets møder: [datoer og klokkeslæt]\n- Forberedelse før hvert møde\n" in mail
    assert "**" not in mail
