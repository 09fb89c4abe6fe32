"""An organisation's own texts stand where they say, or are told why they cannot."""

from pathlib import Path

import pytest

from kit import compose
from kit.model.book import Book
from kit.model.problem import Invalid
from tests.helpers import LEAST, known, voice


def book(folder: Path, texts: dict[str, str], language: str = "da") -> Book:
    for name, text in texts.items():
        file = folder / "inserts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    made = known(folder, LEAST)
    return compose.book(made.source.organisation, made.programme, made.library, voice(language), inserts=made.source.inserts)


def page(book: Book, id: str) -> str:
    return next(page.markdown for page in book.pages if page.id == id)


def told(folder: Path, texts: dict[str, str], language: str) -> list[str]:
    with pytest.raises(Invalid) as raised:
        book(folder, texts)
    return [f"{found.place}: {voice(language).tell(found.code, found.values)}" for found in raised.value.problems]


def test_a_group_is_named_on_the_pages_of_a_group(tmp_path: Path) -> None:
    made = book(tmp_path, {"group-meetings/aspiring-1/before.da.md": "---\nextends: after\n---\nKære {{ group.name }}, mød op.\n"})

    assert "Kære Hold 1, mød op." in page(made, "groups/hold-1/meeting-1")


@pytest.mark.parametrize(("language", "sentence"), [
    ("da", "Siden »no-promise« handler ikke om ét bestemt hold eller møde. Derfor kan teksten ikke bruge »group.name« dér."),
    ("en", "The page ‘no-promise’ is not about one group or meeting, so the text cannot use ‘group.name’ there."),
])  # fmt: skip
def test_a_group_cannot_be_named_where_there_is_none(tmp_path: Path, language: str, sentence: str) -> None:
    text = "---\nextends: after\n---\nFør det.\n\nKære {{ group.name }}.\n"

    (said,) = told(tmp_path, {"recruitment/no-promise.da.md": text}, language)
    assert said.startswith(f"inserts/recruitment/no-promise.da.md:6:6: {sentence} ")


def test_a_meeting_cannot_be_named_on_a_sheet_that_is_printed_alone(tmp_path: Path) -> None:
    (said,) = told(tmp_path, {"handouts/h5-role-card.da.md": "---\nextends: after\n---\nDen {{ meeting.date }}.\n"}, "en")

    assert said.startswith("inserts/handouts/h5-role-card.da.md:4:5: The page ‘handouts/h5-role-card’ is not about one group or meeting")


def test_a_new_text_stands_after_the_text_that_it_names(tmp_path: Path) -> None:
    made = book(tmp_path, {"seminar/our-house.da.md": "---\ntitle: Huset\nplace: homework#log-book\n---\nGå ind ad bagdøren.\n"})

    assert page(made, "homework").index("{ #log-book }") < page(made, "homework").index("Gå ind ad bagdøren.")


@pytest.mark.parametrize(("stands", "language", "sentence"), [
    ("semnar", "da", "Der er ingen side i håndbogen, der hedder »semnar«; mente du »seminar«?"),
    ("semnar#x", "en", "No page in the handbook is called ‘semnar’; did you mean ‘seminar’?"),
    ("homework#log-bok", "da", "På siden »homework« er der ingen tekst, der hedder »log-bok«; mente du »homework#log-book«?"),
    ("homework#log-bok", "en", "The page ‘homework’ has no text called ‘log-bok’; did you mean ‘homework#log-book’?"),
])  # fmt: skip
def test_a_place_that_is_not_in_the_book_is_told_with_the_nearest(tmp_path: Path, stands: str, language: str, sentence: str) -> None:
    text = f"---\ntitle: Huset\nplace: {stands}\n---\nGå ind ad bagdøren.\n"

    assert told(tmp_path, {"seminar/our-house.da.md": text}, language) == [f"inserts/seminar/our-house.da.md:3:1: {sentence}"]


def test_the_opening_of_a_page_can_be_replaced(tmp_path: Path) -> None:
    made = page(
        book(tmp_path, {"recruitment/recruit-mentors.da.md": "---\ntitle: Vores\n---\nSådan spørger vi hos os.\n"}), "recruit-mentors"
    )

    assert "Sådan spørger vi hos os." in made
    assert "{: .gm-lede }" not in made
