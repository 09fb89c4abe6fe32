"""Knowingly departing from advice."""

import pytest

from check.found import TWO, findings, found, said
from kit.model.problem import Finding, Invalid

WOMEN = TWO.replace("name: Hold 1,", "name: Hold 1, composition: women,")
BOTH = WOMEN.replace("name: Hold 2,", "name: Hold 2, composition: men,")


def accepted(groups: str, accept: str, **more: str) -> dict[str, str | None]:
    """Rule (and group) → the reason."""
    return {
        f"{finding.rule} {finding.group or ''}".strip(): reason(finding) for finding in findings(groups, more=f"accept: {accept}", **more)
    }


def reason(finding: Finding) -> str | None:
    return finding.accepted.said_in("da") if finding.accepted else None


def test_an_accepted_finding_keeps_its_level_and_gets_the_reason() -> None:
    assert accepted(WOMEN, "{single-gender: Aftalt i hovedudvalget.}") == {"single-gender hold-1": "Aftalt i hovedudvalget."}


def test_a_reason_may_be_in_several_languages() -> None:
    (finding,) = findings(WOMEN, more="accept: {single-gender: {da: Aftalt., en: Agreed.}}\nlanguages: [da, en]")

    assert finding.accepted is not None
    assert (finding.accepted.said_in("da"), finding.accepted.said_in("en")) == ("Aftalt.", "Agreed.")


def test_a_reason_without_a_group_covers_every_group() -> None:
    assert accepted(BOTH, "{single-gender: Aftalt.}") == {"single-gender hold-1": "Aftalt.", "single-gender hold-2": "Aftalt."}


def test_a_reason_for_one_group_covers_that_group_alone() -> None:
    assert accepted(BOTH, "{single-gender: {group: hold-2, reason: Aftalt.}}") == {
        "single-gender hold-1": None,
        "single-gender hold-2": "Aftalt.",
    }


def test_a_reason_for_a_group_does_not_cover_the_whole_programme() -> None:
    found_rules = accepted(TWO, "{seminar-missing: {group: hold-1, reason: Aftalt.}}", programme="seminar: false")

    assert found_rules == {"seminar-missing": None, "accepted-without-finding": None}


def test_a_rule_that_has_nothing_to_say_is_no_longer_needed() -> None:
    (finding,) = findings(more="accept: {single-gender: Aftalt.}")

    assert (finding.rule, finding.level, finding.field) == ("accepted-without-finding", "advice", "accept.single-gender")
    assert (finding.place.line, finding.place.column) == (7, 25)
    assert said(finding) == "I har skrevet en grund til »single-gender«, men der er ikke længere noget at begrunde. Slet linjen."


def test_every_reason_that_is_not_needed_is_told() -> None:
    found_fields = [finding.field for finding in findings(WOMEN, more="accept: {single-gender: Aftalt., pace: Aftalt., refill: Aftalt.}")]

    assert found_fields == ["accept.pace", "accept.refill", "groups.0.composition"]


def test_an_error_cannot_be_accepted() -> None:
    roster = "id;name;role;group;reports_to\nM1;Åse;mentor;hold-1;\nP1;Bo;mentee;hold-1;M1\n"
    both = findings(more="accept: {mentor-manages-mentee: Det går nok.}", roster=roster)
    by_rule = {finding.rule: finding for finding in both}

    assert (by_rule["mentor-manages-mentee"].level, by_rule["mentor-manages-mentee"].accepted) == ("error", None)
    assert (
        said(by_rule["accepted-without-finding"])
        == "»mentor-manages-mentee« er en fejl og kan ikke godtages med en grund. Ret fejlen, og slet linjen."
    )


def test_accepting_the_advice_on_acceptance_is_possible() -> None:
    rules = "{single-gender: Aftalt., accepted-without-finding: Vi beholder linjen til næste runde.}"

    assert set(accepted(TWO, rules)) == {"accepted-without-finding"}


@pytest.mark.parametrize(("written", "near"), [
    ("single-gendr", "single-gender"),
    ("single_gender", "single-gender"),
    ("Group size", "group-size"),
    ("mentor-meeting", "mentor-meetings"),
])  # fmt: skip
def test_a_name_of_no_rule_is_a_problem_with_the_nearest_name(written: str, near: str) -> None:
    with pytest.raises(Invalid) as refused:
        findings(more=f"accept: {{'{written}': Aftalt.}}")
    (problem,) = refused.value.problems

    assert (problem.code, problem.field, problem.values) == ("A01", f"accept.{written}", {"given": written, "near": near})
    assert (problem.place.file, problem.place.line) == ("organisation.yaml", 7)


def test_every_name_of_no_rule_is_told() -> None:
    with pytest.raises(Invalid) as refused:
        findings(more="accept: {nothing: Aftalt., nobody: Aftalt., single-gender: Aftalt.}")

    assert [(problem.field, problem.place.column) for problem in refused.value.problems] == [("accept.nothing", 19), ("accept.nobody", 36)]


def test_findings_come_gravest_first_then_in_the_order_of_the_file() -> None:
    groups = TWO.replace("name: Hold 1,", "name: Hold 1, composition: women, mentees: 8,").replace(
        "name: Hold 2,", "name: Hold 2, mentees: 5,"
    )

    assert [line.rsplit(" ", 1)[0] for line in found(groups, "seminar: false")] == [
        "seminar-missing warning",
        "group-size warning",
        "single-gender advice",
        "group-size advice",
    ]
