"""A third language is twins and sentences, and no code: one made of the English twins composes whole."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kit import compose, pipeline
from kit.pipeline import Home, Known
from kit.read import library as library_reader
from kit.words import Voice
from tests import composed
from tests.content import pseudo
from tests.helpers import HOME
from tests.prose import spelling
from tests.prose.readings import readings_of

ORGANISATION = f"""\
organisation: {{name: Lílléby}}
languages: [{pseudo.CODE}]
programme: {{strategy: Strátégy}}
groups:
  - {{name: Gróúp Óné, cohort: aspiring-leaders, first_meeting: 2027-02-03, place: Háll}}
  - {{name: Gróúp Twó, cohort: acting-leaders, first_meeting: 2027-02-04, place: Háll}}
"""
PLAIN_VOWEL = re.compile("[aeouAEOU]")
SPOKEN_BY_BABEL = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Esperanto|DKK"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("third")
    return replace(HOME, content=pseudo.content(folder / "content"), words=pseudo.words(folder / "words"))


@pytest.fixture(scope="module")
def found(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder = tmp_path_factory.mktemp("organisation")
    (folder / "organisation.yaml").write_text(ORGANISATION, encoding="utf-8")
    return pipeline.know(folder, home)


@pytest.fixture(scope="module")
def speaking(home: Home) -> Voice:
    return pipeline.voice(home, pseudo.CODE)


def test_the_language_is_known_from_its_twins(found: Known) -> None:
    assert found.library.languages == ("da", "en", pseudo.CODE)


def test_the_handbook_has_the_same_pages(found: Known, speaking: Voice) -> None:
    there = compose.book(found.source.organisation, found.programme, found.library, speaking)
    english = composed.book("nordby", "en")

    assert {page.id for page in there.pages if "/" not in page.id} >= {page.id for page in english.pages if "/" not in page.id} - {
        "deviations"
    }


def test_every_word_comes_from_a_twin(found: Known, speaking: Voice) -> None:
    book = compose.book(found.source.organisation, found.programme, found.library, speaking)
    packs = compose.packs(found.source.organisation, found.programme, found.library, speaking)
    names = {word for source in found.library.sources.values() for word in spelling.words(source.citation)}
    names |= {handout.id for handout in found.library.handouts}
    said = {word: reading.name for reading in readings_of(book, packs) for word in spelling.words(SPOKEN_BY_BABEL.sub("", reading.words))}

    assert {word: page for word, page in said.items() if PLAIN_VOWEL.search(word) and word not in names} == {}


def test_a_twin_that_is_missing_is_named(home: Home, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(home.content, content)
    gone = content / "blocks" / "recruitment" / f"seniority.{pseudo.CODE}.md"
    gone.unlink()

    with pytest.raises(library_reader.Invalid) as refused:
        library_reader.read(content)

    assert [(problem.code, problem.place.file) for problem in refused.value.problems] == [
        ("C07", f"content/blocks/recruitment/{gone.name}")
    ]


def test_a_text_that_is_missing_in_a_data_file_is_named(home: Home, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(home.content, content)
    file = content / "risks.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{pseudo.CODE}": ', '"xx": ', 1), encoding="utf-8")

    with pytest.raises(library_reader.Invalid) as refused:
        library_reader.read(content)

    assert [(problem.code, problem.place.file) for problem in refused.value.problems] == [("C07", "content/risks.yaml")]
