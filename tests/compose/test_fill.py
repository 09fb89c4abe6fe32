"""Words with holes, and what an organisation wrote put in last."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.compose.fill import Filler, Unfilled, for_markdown
from kit.render import markdown
from tests.helpers import voice


def filler(link=lambda words, target: f"[{words}](/{target})", terms=str) -> Filler:  # type: ignore[no-untyped-def]
    return Filler(voice("da"), terms, link)


def test_variables_are_put_in() -> None:
    assert (
        filler().markdown("Velkommen til {{ organisation.name }}.", {"organisation": {"name": "Nordby Kommune"}})
        == "Velkommen til Nordby Kommune."
    )


def test_numbers_can_be_said_in_words() -> None:
    assert filler().markdown("{{ n | words }} mentees, {{ n | ordinal }} møde", {"n": 6}) == "seks mentees, 6. møde"


def test_what_an_organisation_wrote_is_never_acted_on() -> None:
    written = "{{ 7*7 }} {% raw %} <b>*x*</b> [a](@index) | mentee"

    filled = filler(terms=lambda words: words.replace("mentee", "adept")).markdown("En mentee i {{ name }}", {"name": written})

    assert html.unescape(filled) == f"En adept i {written}"


def test_links_are_resolved_and_an_unknown_one_leaves_its_words() -> None:
    assert filler(link=lambda words, _: words).markdown("Se [alle datoer](@calendar).", {}) == "Se alle datoer."


def test_a_placeholder_of_ours_that_nothing_fills_is_a_mistake() -> None:
    with pytest.raises(Unfilled, match=r"\{\{ oops"):
        filler().markdown("Et {% raw %}{{ oops }}{% endraw %} her", {})


@pytest.mark.parametrize("template", ["{{ ''.__class__ }}", "{{ name.__init__.__globals__ }}", "{{ unknown }}"])
def test_a_template_reaches_nothing_but_its_variables(template: str) -> None:
    with pytest.raises(Exception, match=r"unsafe|undefined|no attribute"):
        filler().markdown(template, {"name": "Nordby"})


@pytest.mark.parametrize(
    "name",
    [
        "Børn & Unge",
        "<script>alert(1)</script>",
        'Kultur "Øst"',
        "{{ 7 * 7 }}",
        "Åse 🌱 Ærø",
        "# Ikke en overskrift",
        "1. Ikke en liste",
        "a*b*c_d_e",
        "| x | y |",
        "/// say",
        "x" * 200,
    ],
)
def test_names_come_out_of_markdown_as_they_went_in(name: str) -> None:
    assert shown(for_markdown(name)) == name


@given(
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Co", "Zl", "Zp"), blacklist_characters="\u00a0\u00ad"), min_size=1, max_size=60
    )
)
def test_any_text_comes_out_of_markdown_as_it_went_in(text: str) -> None:
    assert shown(f"x {for_markdown(text)} x") == " ".join(f"x {text} x".split())


def shown(words: str) -> str:
    """What a reader sees of Markdown."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markdown.html(words))).split())


@pytest.mark.parametrize(("cell", "ended"), [
    ("Kør videre.", "Kør videre"),
    ("Kør videre. Ingen mærker forskel", "Kør videre. Ingen mærker forskel."),
    ("**Lån en mentor.** Kun mentor kommer udefra.", "**Lån en mentor.** Kun mentor kommer udefra"),
    ("Vent. Sig så: »Flyt jer.«", "Vent. Sig så: »Flyt jer.«"),
    ("Mødet er kl.", "Mødet er kl."),
    ("Min.", "Min."),
    ("Skriv til {{ name }}", "Skriv til Nordby A/S."),
])  # fmt: skip
def test_a_cell_is_ended_as_all_cells_but_never_within_what_an_organisation_wrote(cell: str, ended: str) -> None:
    assert filler().markdown(f"| Når | Så |\n|---|---|\n| Før. | {cell} |", {"name": "Nordby A/S."}) == (
        f"| Når | Så |\n|---|---|\n| Før. | {ended} |"
    )
