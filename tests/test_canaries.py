"""With fifty invented people in the roster, none of them is anywhere in what is published or said; all are in what is private."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pikepdf
import pytest
import weasyprint

from tests import canaries
from tests.elsewhere import build
from tests.helpers import ROOT

PEOPLE = """\
organisation: {name: Lilleby Kommune, units: [Enhed 0, Enhed 1, Enhed 2, Enhed 3, Enhed 4]}
languages: [da, en]
site_url: https://mentor.lilleby.example/
programme:
  name: {da: Gruppementor i Lilleby, en: Group mentoring in Lilleby}
  strategy: {da: Ledelsesgrundlag, en: Leadership charter}
  coordinator: {name: HR, email: mentor@lilleby.example}
groups:
  - {id: hold-1, name: {da: Hold 1, en: Group 1}, cohort: aspiring-leaders, first_meeting: 2027-02-03}
  - {id: hold-2, name: {da: Hold 2, en: Group 2}, cohort: acting-leaders, first_meeting: 2027-02-10}
roster: roster.csv
"""
SHORT = PEOPLE.replace("languages: [da, en]", "languages: [da]")


def organisation(folder: Path, text: str = SHORT) -> Path:
    place = folder / "lilleby"
    place.mkdir(parents=True)
    (place / "organisation.yaml").write_text(text, encoding="utf-8")
    (place / "roster.csv").write_text(canaries.roster(("hold-1", "hold-2")), encoding="utf-8")
    return place


def test_no_one_is_in_the_website_or_its_calendars(tmp_path: Path) -> None:
    built = build(tmp_path / "alone", organisation(tmp_path), "--only", "site", "--only", "calendars", "-v")

    assert built.code == 0, built.said
    assert canaries.found(built.folder / "site") == []
    assert canaries.STEM not in built.said.lower()


@pytest.mark.slow  # every pack of two groups in two languages
def test_no_one_is_in_anything_that_is_published(tmp_path: Path) -> None:
    built = build(tmp_path / "alone", organisation(tmp_path, PEOPLE), "-v")

    assert built.code == 0, built.said
    assert canaries.found(built.folder / "site") == []
    assert canaries.STEM not in built.said.lower()
    private = canaries.found(built.folder / "private")
    expected = ("name-cards-hold-1.pdf: its words", "confirmation/", "word/document.xml, its bytes", ".txt: its bytes", ".ics: its bytes")
    assert [kind for kind in expected if not any(kind in place for place in private)] == []


@pytest.mark.parametrize("command", [["check"], ["check", "--json"], ["plan", "--json"], ["check", "--lang", "en"]])
def test_what_the_terminal_says_names_rows_and_never_people(command: list[str], tmp_path: Path) -> None:
    place = organisation(tmp_path)
    wrong = canaries.roster(("hold-1", "hold-2")).replace(f"{canaries.STEM}-49;2015", f"{canaries.STEM}-0;2015")  # the mentor's own people
    (place / "roster.csv").write_text(wrong, encoding="utf-8")

    name, *more = command
    ran = subprocess.run([sys.executable, str(ROOT / "build.py"), name, str(place), *more], capture_output=True, text=True, check=False)

    assert "roster.csv" in ran.stdout or name == "plan"
    assert canaries.STEM not in (ran.stdout + ran.stderr).lower()


@pytest.mark.parametrize("broken", ["left;2027-13-45", "role;boss", "group;hold-9", "id;{first}"])
def test_a_mistake_in_the_roster_is_told_by_row_and_column(broken: str, tmp_path: Path) -> None:
    place = organisation(tmp_path)
    column, _, value = broken.partition(";")
    header, *rows = canaries.roster(("hold-1", "hold-2")).splitlines()
    cells = rows[7].split(";")
    cells[header.split(";").index(column)] = value.format(first=rows[0].split(";")[0])
    (place / "roster.csv").write_text("\n".join([header, *rows[:7], ";".join(cells), *rows[8:]]), encoding="utf-8")

    ran = subprocess.run([sys.executable, str(ROOT / "build.py"), "check", str(place)], capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "roster.csv:9" in ran.stdout + ran.stderr
    assert canaries.STEM not in (ran.stdout + ran.stderr).lower()


# --- the search finds what it should: else the tests above would prove nothing


@pytest.mark.parametrize("name", canaries.NAMES[::7])
def test_a_name_is_found_in_every_spelling(name: str, tmp_path: Path) -> None:
    for how, spelled in canaries.spellings(name).items():
        (tmp_path / "page.html").write_bytes(b"<p>" + spelled + b"</p>")
        assert canaries.found(tmp_path) == ["page.html: its bytes"], how


def test_a_name_is_found_in_file_names_zips_in_zips_and_base64(tmp_path: Path) -> None:
    name = canaries.NAMES[0]
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("a.txt", name)
    with ZipFile(outer, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("inner.docx", inner.getvalue())
    (tmp_path / "everything.zip").write_bytes(outer.getvalue())
    (tmp_path / f"{name}.ics").touch()
    (tmp_path / "page.html").write_bytes(b"data:text/plain;base64," + b"QWVyenF2ZXh1bmQ=")

    assert canaries.found(tmp_path) == [
        f"{name}.ics: its name",
        "everything.zip: inner.docx, a.txt, its bytes",
        "page.html: base64 0, its bytes",
    ]


def test_a_name_is_found_in_the_words_and_the_details_of_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "words.pdf").write_bytes(weasyprint.HTML(string=f"<p>{canaries.NAMES[3]}</p>").write_pdf() or b"")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = canaries.NAMES[4]
        pdf.save(tmp_path / "author.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)

    places = canaries.found(tmp_path)

    assert {place.partition(":")[0] for place in places} == {"words.pdf", "author.pdf"}


def test_a_name_is_found_in_a_word_files_properties(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.last_modified_by = canaries.NAMES[5]
    made.save(str(tmp_path / "letter.docx"))

    assert canaries.found(tmp_path) == ["letter.docx: docProps/core.xml, its bytes"]
