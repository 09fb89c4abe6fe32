"""What an HR officer reads about the three examples."""

import re
from dataclasses import replace

import pytest
from plan.made import ROOT, content

from check.found import judged, said, voice
from kit import report
from kit.model.problem import Finding
from kit.model.source import Source
from kit.read import organisation as reader

NORDBY = [
    "group-size advice organisation.yaml groups.2.mentees",
    "closing-conversations advice organisation.yaml groups.2.closing_conversations",
    "line-relations-unknown advice roster.csv reports_to",
    "mentor-manages-elsewhere advice roster.csv id",
    "mentor-manages-elsewhere advice roster.csv id",
    "mentor-manages-elsewhere advice roster.csv id",
    "out-of-hours advice organisation.yaml groups.0.start",
    "out-of-hours advice organisation.yaml groups.1.start",
    "out-of-hours advice organisation.yaml groups.2.start",
    "single-gender advice organisation.yaml groups.0.composition",
]


def example(name: str) -> Source:
    return reader.read(ROOT / "organisations" / name, content().method)


def found(name: str) -> list[str]:
    return sorted(f"{finding.rule} {finding.level} {finding.place.file} {finding.field}" for finding in judged(example(name)))


def test_nordby_has_its_expected_findings() -> None:
    assert found("nordby") == sorted(NORDBY)


def test_in_nordby_only_the_womens_group_is_accepted() -> None:
    accepted = [finding for finding in judged(example("nordby")) if finding.accepted]

    assert [(finding.rule, finding.group) for finding in accepted] == [("single-gender", "kvinder")]


def test_nordby_says_what_could_not_be_checked() -> None:
    unknown = next(finding for finding in judged(example("nordby")) if finding.rule == "line-relations-unknown")

    assert said(unknown).startswith("Vi kender ikke lederen for 5 af 17 deltagere")
    assert said(unknown, "en").startswith("We do not know the manager of 5 of 17 mentees")


def test_a_finding_of_the_roster_stands_at_its_cell() -> None:
    (unknown,) = [finding for finding in judged(example("nordby")) if finding.rule == "line-relations-unknown"]
    row = (ROOT / "organisations/nordby/roster.csv").read_text(encoding="utf-8").splitlines()[unknown.place.line - 1]

    assert str(unknown.place) == "roster.csv:11:46"
    assert row[:45] == "P05;Deltager Eg;mentee;kvinder;Beskæftigelse;"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_finding_says_its_rule_and_the_last_lines_how_many_and_how_to_accept(language: str) -> None:
    findings = judged(example("nordby"))
    lines = report.by_level(findings, voice(language))
    count, hint = report.summary(findings, voice(language))

    assert all(f" [{finding.rule}] " in line for finding, line in zip(sorted_as_told(findings), indented(lines), strict=True))
    assert re.findall("[0-9]+", count) == ["0", "0", "9", "1"]
    assert "accept" in hint
    assert "out-of-hours" in hint


def test_advice_that_is_the_same_for_several_groups_is_given_once() -> None:
    lines = [line for line in report.by_level(judged(example("nordby")), voice()) if "F03" in line]

    assert [line.endswith("(start).") for line in lines] == [True, False, False]
    assert lines[1].endswith("F03 [out-of-hours] »Lederaspiranter, hold A« slutter kl. 18.30, og arbejdsdagen kl. 15.30.")


def test_what_is_said_twice_word_for_word_keeps_its_first_sentence() -> None:
    whole = "a:1: X1 Skriv en dag. Se kl. 15.30 efter. Prøv igen."

    assert list(
        report.without_echo([whole, "a:2: X1 Skriv en tid. Prøv igen.", "a:3: X1 Skriv en dag. Se kl. 15.30 efter. Prøv igen."])
    ) == [
        whole,
        "a:2: X1 Skriv en tid.",
        "a:3: X1 Skriv en dag.",
    ]


def sorted_as_told(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.accepted is not None)


def indented(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("  ")]


def test_nothing_is_said_of_accepting_where_nothing_can_be_accepted() -> None:
    findings = judged(example("nordby"))
    accepted = [finding for finding in findings if finding.accepted]
    errors = [replace(findings[0], level="error")]

    assert len(report.summary(accepted, voice())) == 1
    assert len(report.summary(errors, voice())) == 1
    assert report.summary([], voice()) == []


def test_minimal_has_one_warning() -> None:
    assert [line for line in found("minimal") if " warning " in line] == ["one-group warning organisation.yaml groups"]
    assert [line.split()[0] for line in found("minimal") if " advice " in line] == [
        "coordinator-unreachable",
        "out-of-hours",
        "sponsor-missing",
    ]


def test_fjordene_has_only_advice() -> None:
    assert [line.rsplit(" ", 2)[0] for line in found("fjordene")] == [
        "group-size advice",
        "one-group advice",
        "programme-length advice",
        "sponsor-missing advice",
    ]


@pytest.mark.parametrize("name", ["nordby", "minimal", "fjordene"])
def test_no_finding_names_anybody_of_the_roster(name: str) -> None:
    read = example(name)
    words = " ".join(said(finding, language) for finding in judged(read) for language in ("da", "en"))

    assert read.roster is None or not [person.name for person in read.roster.people if person.name in words or f" {person.id} " in words]
