"""Every drawing of the examples, and of names as long as they come, measured where it is drawn: no words on words, none outside."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kit import compose
from kit.model.words import text
from kit.pipeline import Known
from kit.render import figures
from tests.helpers import HOME, example, known, library, voice

pytestmark = pytest.mark.browser

PLACES = (("nordby", "da"), ("nordby", "en"), ("minimal", "da"), ("fjordene", "en"))
LONG = "Partnerskabet om fælles ledelsesudvikling i Børne- og Ungdomsforvaltningen og Beskæftigelsesområdet"
LONG_TERMS = {
    "Tovholder": "Udviklingskonsulent",
    "Opdragsgiver": "Kommunaldirektør",
    "Nærmeste leder": "Nærmeste personaleleder",
    "mentee": "lederaspirant",
}
FONT = (HOME.themes / "fonts" / "hanken-grotesk.woff2").as_uri()
STYLE = f"""<style>
@font-face {{ font-family: "Hanken Grotesk"; font-weight: 300 700; src: url({FONT}) }}
body {{ margin: 0 }} svg {{ width: 390px }}
</style>"""
OVERLAPS = """() => {
  const found = []
  for (const svg of document.querySelectorAll("svg")) {
    const whole = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()])
    texts.forEach(([words, box], number) => {
      if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.bottom > whole.bottom + 1) found.push([words, "outside"])
      for (const [other, its] of texts.slice(number + 1)) {
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left)
        const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
        if (across > 1 && down > 5) found.push([words, other])
      }
    })
  }
  return found
}"""


@pytest.fixture(scope="module")
def sheet(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    """A page as wide as a telephone, and the file that it shows."""
    context = chromium.new_context(viewport={"width": 390, "height": 900})
    yield context.new_page(), tmp_path_factory.mktemp("figures") / "tegninger.html"
    context.close()


def measured(sheet: tuple[Page, Path], what: Known, language: str, terms: Mapping[str, str] | None = None) -> list[list[str]]:
    """Words that touch words, or leave their drawing."""
    page, file = sheet
    brand = compose.colours(what.source.organisation.brand.primary)

    def own(words: str) -> str:
        for ours, theirs in (terms or {}).items():
            words = words.replace(ours, theirs)
        return words

    drawn = figures.drawn(what.programme, library(), voice(language), brand, HOME.themes, terms=own)
    file.write_text(f"<meta charset=utf-8>{STYLE}{''.join(drawing.svg for drawing in drawn.values())}", encoding="utf-8")
    page.goto(file.as_uri())
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].map(font => font.status))") == ["loaded"]
    assert page.locator("svg").count() == len(drawn)
    return list(page.evaluate(OVERLAPS))


@pytest.mark.parametrize(("name", "language"), PLACES)
def test_no_words_lie_on_words(sheet: tuple[Page, Path], name: str, language: str) -> None:
    assert measured(sheet, example(name), language) == []


def test_the_measure_sees_words_that_are_too_wide(sheet: tuple[Page, Path]) -> None:
    measured(sheet, example("nordby"), "da")
    sheet[0].add_style_tag(content="svg text { font-size: 26px }")

    assert len(sheet[0].evaluate(OVERLAPS)) > 20


@pytest.mark.parametrize(("name", "language"), PLACES)
def test_long_names_keep_to_their_place(sheet: tuple[Page, Path], name: str, language: str) -> None:
    found = example(name)
    groups = tuple(replace(group, name=text(f"{LONG} {number}")) for number, group in enumerate(found.programme.groups))

    assert measured(sheet, replace(found, programme=replace(found.programme, groups=groups)), language) == []


def test_an_organisations_long_terms_keep_to_their_place(sheet: tuple[Page, Path]) -> None:
    assert measured(sheet, example("nordby"), "da", LONG_TERMS) == []


@pytest.mark.parametrize("groups", [1, 4, 7, 12])
def test_many_groups_keep_to_their_place(sheet: tuple[Page, Path], tmp_path: Path, groups: int) -> None:
    days = [f"2027-02-{day:02}" for day in range(2, 27) if day not in (6, 7, 13, 14, 20, 21)][:groups]
    lines = "".join(f"  - {{name: Hold {day}, cohort: aspiring-leaders, first_meeting: {day}}}\n" for day in days)

    assert (
        measured(sheet, known(tmp_path, f"organisation: {{name: Lilleby}}\nprogramme: {{strategy: Grundlag}}\ngroups:\n{lines}"), "da")
        == []
    )
