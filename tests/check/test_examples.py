"""Every rule's own examples: the one that fails, fails, and the one that passes, passes."""

import pytest

from check.found import content, judged, merged, said, sentences, source, voice
from kit.check import LEVELS, accept, docs
from kit.check.rules import RULES, UNCHECKED
from kit.model.library import RuleExample
from kit.read import roster

NAMES = [*(rule.name for rule in RULES), accept.NAME]


def remarks(rule: str, example: RuleExample) -> list[str]:
    return [finding.level for finding in judged(source(merged(example.organisation, example.roster))) if finding.rule == rule]


def test_every_rule_has_its_examples_in_the_same_order() -> None:
    assert [*content().rules] == NAMES


@pytest.mark.parametrize("rule", NAMES)
def test_the_example_that_fails_gets_a_remark(rule: str) -> None:
    assert remarks(rule, content().rules[rule].fails) != []


@pytest.mark.parametrize("rule", NAMES)
def test_the_example_that_passes_gets_none(rule: str) -> None:
    assert remarks(rule, content().rules[rule].passes) == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("rule", NAMES)
def test_every_remark_is_a_whole_sentence_in_each_language(rule: str, language: str) -> None:
    example = content().rules[rule].fails
    for finding in judged(source(merged(example.organisation, example.roster))):
        words = said(finding, language)

        assert words[-1] in ".?”»’)"
        assert "{" not in words
        assert len(words) > 40


@pytest.mark.parametrize("rule", NAMES)
def test_every_remark_knows_its_place_its_field_and_its_group(rule: str) -> None:
    example = content().rules[rule].fails
    read = source(merged(example.organisation, example.roster))
    for finding in judged(read):
        path = finding.field.split(".")
        groups = {group.id: group.name.said_in("da") for group in read.organisation.groups}

        assert finding.place.line > 0
        assert (finding.place.file == "roster.csv") is (path[0] in roster.NAMES)
        if path[:1] == ["groups"] and len(path) > 1:
            assert finding.group == [*groups][int(path[1])]
        if finding.group:
            assert f"»{groups[finding.group]}«" in said(finding)
        assert "None" not in said(finding) + said(finding, "en")


def test_the_table_of_rules_is_the_one_that_people_know() -> None:
    private = [
        "mentor-manages-mentee",
        "mentor-manages-elsewhere",
        "same-unit",
        "refill",
        "line-relations-unknown",
        "roster-size",
        "seniority",
    ]
    own = ["roster-size", "coordinator-unreachable", "personal-mail", "retention-short", "date-off"]

    assert [rule.code for rule in RULES] == sorted((rule.code for rule in RULES), key=lambda code: "GSMFHP".index(code[0]))
    assert [rule.name for rule in RULES if rule.private] == private
    assert [rule.name for rule in RULES if not rule.facts] == own
    assert [rule.name for rule in RULES if rule.sources] == [
        "group-size", "seminar-missing", "seminar-short", "closing-conversations",
    ]  # fmt: skip


@pytest.mark.parametrize("rule", NAMES)
def test_the_documentation_names_the_levels_that_the_rule_has(rule: str) -> None:
    code = next((found.code for found in RULES if found.name == rule), accept.CODE)
    example = content().rules[rule].fails

    assert set(remarks(rule, example)) <= set(docs.LEVELS.get(code, ("advice",)))
    assert all(level in LEVELS for level in docs.LEVELS.get(code, ("advice",)))


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_the_names_of_the_design_are_all_there() -> None:
    fixed = """mentor-manages-mentee promise same-unit group-size seniority one-group refill homework-deadline agenda-fits-cohort
        programme-length seminar-missing seminar-short seminar-late mentor-meetings partner-organisation out-of-hours single-gender pace
        closing-conversations line-relations-unknown roster-size"""

    assert set(fixed.split()) <= set(NAMES)


def test_every_fact_that_can_be_checked_has_a_rule_or_a_line_saying_why_not() -> None:
    checkable = {fact.id for fact in content().facts.values() if fact.checkable}
    ruled = {fact for rule in RULES for fact in rule.facts}

    assert checkable - ruled - set(UNCHECKED) == set()
    assert set(UNCHECKED) & ruled == set()


def test_every_fact_and_source_of_a_rule_exists() -> None:
    assert {fact for rule in RULES for fact in rule.facts} <= set(content().facts)
    assert {source for rule in RULES for source in rule.sources} <= set(content().sources)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_rule_is_explained_in_each_language(language: str) -> None:
    spoken = set(sentences(language))

    assert {f"rule.{name}.{part}" for name in NAMES for part in ("what", "why")} <= spoken
    assert {f"unchecked.{fact}" for fact in UNCHECKED} <= spoken
    assert {code.split(".")[1] for code in spoken if code.startswith("rule.")} == set(NAMES)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_of_rules_shows_every_rule_with_both_examples(language: str) -> None:
    page = docs.markdown(voice(language).say, content(), language)

    assert page.count("\n## ") == len(NAMES) + 1
    assert page.count("```\n") >= 2 * len(NAMES)
    assert "{" not in page.replace("{name:", "").replace("- {", "").replace(": {", "")


def test_docs_rules_is_up_to_date() -> None:
    """Write it anew with `python -m tests.check.write_rules` when a rule has changed."""
    from check.found import ROOT

    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == docs.markdown(voice("en").say, content(), "en")
