"""The rules as a page for HR: every rule, why, and an example on either side; never in the printed book."""

import re

import pytest

from kit import check
from kit.model.book import Page
from tests import composed
from tests.helpers import library, voice


def page(language: str, name: str = "nordby") -> Page:
    return next(page for page in composed.book(name, language).pages if page.id == "rules")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_rule_stands_there_with_code_name_and_reason(language: str) -> None:
    written, say = page(language).markdown, voice(language).say

    for card in check.cards():
        assert f"### {card.code} `{card.name}` {{ #{card.name} }}" in written
        assert say(f"rule.{card.name}.what") in written
        assert say(f"rule.{card.name}.why") in written


def test_one_group_reads_no_rule_about_another_group() -> None:
    left_out = [card.name for card in check.cards() if f"`{card.name}`" not in page("da", "minimal").markdown]

    assert left_out == ["mentor-manages-elsewhere", "closing-conversations"]
    assert "et andet hold" not in page("da", "minimal").markdown


@pytest.mark.parametrize("language", ["da", "en"])
def test_both_examples_stand_there_line_by_line(language: str) -> None:
    written = page(language).markdown
    examples = [
        text for each in library().rules.values() for side in (each.fails, each.passes) for text in (side.organisation, side.roster)
    ]

    assert [text for text in examples if text and f"\n{text.rstrip()}\n```" not in written] == []


def test_a_rule_names_what_it_rests_on_or_says_that_it_is_our_advice() -> None:
    late, mail = (page("da").markdown.split(f"`{name}`", 1)[1].split("###", 1)[0] for name in ("seminar-late", "personal-mail"))

    assert library().facts["intro-phase-train-mentors"].said.said_in("da") in late
    assert voice("da").say("rules.own") in mail


@pytest.mark.parametrize("language", ["da", "en"])
def test_its_words_have_printed_apostrophes(language: str) -> None:
    words = re.sub(r"```.*?```|`[^`]*`", "", page(language).markdown, flags=re.DOTALL)

    assert re.findall(r".*\w'\w.*", words) == []


def test_hr_finds_it_and_nobody_else_is_sent_there() -> None:
    assert page("da").audience == ("hr",)
    listed = next(page for page in composed.book("nordby", "da").pages if page.id == "overview").markdown
    assert 'href="rules.html"' in listed


def test_it_is_looked_up_on_screen_and_not_printed() -> None:
    handbook = next(pack for pack in composed.packs("nordby", "da") if pack.name == "handbook")

    assert not [sheet.title for sheet in handbook.sheets if sheet.title == page("da").title]
