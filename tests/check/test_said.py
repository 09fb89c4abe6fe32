"""Every sentence of every rule, where it stands and for whom: said.md, which a person can read."""

import pytest

from check.said import FILE, Case, cases, lines

CASES = [*cases(FILE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.claim}")
def test_what_a_rule_says(case: Case) -> None:
    assert lines(case) == case.said
