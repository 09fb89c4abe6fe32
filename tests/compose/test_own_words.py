"""With one group nobody is sent to another, and the organisation's own word for its parts is used wherever we speak of them."""

import re
from pathlib import Path

import pytest

from kit import compose
from tests import composed
from tests.helpers import LEAST, example, known, voice

ELSEWHERE = {"da": r"\bet andet hold\b", "en": r"\banother group\b"}
OF_ALL = {"rules", "faq"}  # what the rules look at and what people ask, whatever the programme


def said(name: str, language: str) -> dict[str, str]:
    return {page.id: page.markdown for page in composed.book(name, language).pages}


@pytest.mark.parametrize(("name", "language"), [("minimal", "da"), ("fjordene", "en")])
def test_with_one_group_nothing_is_said_of_another(name: str, language: str) -> None:
    found = [
        (id, words)
        for id, markdown in said(name, language).items()
        if id not in OF_ALL
        for words in re.findall(rf"[^.\n]*(?:{ELSEWHERE[language]})[^.\n]*", markdown)
        if "if I had another" not in words  # a mentor who wonders about the next round
    ]

    assert found == []


@pytest.mark.parametrize(("name", "language", "words"), [
    ("minimal", "da", "Ingen navne fra holdet"),
    ("fjordene", "en", "Talk about yourselves"),
    ("nordby", "da", "Ingen navne fra et andet hold"),
    ("nordby", "en", "No names from another group"),
])  # fmt: skip
def test_whose_names_are_not_said_follows_the_groups(name: str, language: str, words: str) -> None:
    assert f"## {words} " in said(name, language)["mentor-meetings"]


@pytest.mark.parametrize(("name", "language", "heading", "also"), [
    ("fjordene", "en", "### office {", "*Also called:* directorate, division, section."),
    ("nordby", "da", "### forvaltning {", "*Kaldes også:* magistrat, afdeling, direktorat, område, center."),
])  # fmt: skip
def test_the_glossary_calls_a_part_what_the_organisation_calls_it(name: str, language: str, heading: str, also: str) -> None:
    entry = next(part for part in re.split(r"(?=^### )", said(name, language)["glossary"], flags=re.MULTILINE) if "#term-unit" in part)

    assert entry.startswith(heading)
    assert also in entry


def test_two_parts_at_loggerheads_are_called_what_the_organisation_calls_them(tmp_path: Path) -> None:
    unit = "{singular: center, definite: centret, plural: centre, definite_plural: centrene}"
    found = known(tmp_path, LEAST.replace("Lilleby Kommune", f"Lilleby Kommune, unit: {{da: {unit}}}"))
    book = compose.book(found.source.organisation, found.programme, found.library, voice("da"))

    assert any("at deres centre er på nakken af hinanden" in page.markdown for page in book.pages)


@pytest.mark.parametrize("name", ["nordby", "fjordene"])
def test_in_english_a_sentence_quotes_the_strategys_name(name: str) -> None:
    strategy = str(voice("en").value(example(name).source.organisation.programme.strategy))
    lines = [line for page in composed.book(name, "en").pages for line in page.markdown.splitlines() if strategy in line]

    assert len(lines) > 4
    assert [line for line in lines if not line.startswith("|") and f"‘{strategy}’" not in line] == []
