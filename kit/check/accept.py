"""Knowingly departing from advice: `accept` in the organisation's file, matched with what the rules found."""

import difflib
from collections.abc import Iterator
from dataclasses import replace

from kit.check.rules import RULES
from kit.check.subject import said
from kit.model.organisation import Acceptance, Organisation
from kit.model.problem import Finding, Invalid, Problem
from kit.model.source import Places

CODE, NAME = "A02", "accepted-without-finding"
NAMES = (*(rule.name for rule in RULES), NAME)


def known(organisation: Organisation, places: Places) -> None:
    """Raises Invalid for every name under `accept` that no rule has."""
    problems = tuple(
        Problem(code="A01", place=places.of("accept", name), field=f"accept.{name}", values={"given": name, "near": nearest(name)})
        for name in organisation.accept
        if name not in NAMES
    )
    if problems:
        raise Invalid(problems)


def nearest(name: str) -> str:
    """The rule that was most probably meant."""
    return difflib.get_close_matches(name.casefold(), NAMES, n=1, cutoff=0)[0]


def applied(organisation: Organisation, found: tuple[Finding, ...], places: Places) -> tuple[Finding, ...]:
    """The findings with their reasons, and a finding for every reason that nothing needs any more."""
    return (*(_accepted(finding, organisation) for finding in found), *_without(organisation, found, places))


def _accepted(finding: Finding, organisation: Organisation) -> Finding:
    acceptance = organisation.accept.get(finding.rule)
    if acceptance is None or finding.level == "error" or not _covers(acceptance, finding):
        return finding
    return replace(finding, accepted=acceptance.reason)


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    return acceptance.group is None or acceptance.group == finding.group


def _without(organisation: Organisation, found: tuple[Finding, ...], places: Places) -> Iterator[Finding]:
    for name, acceptance in organisation.accept.items():
        meant = [finding for finding in found if finding.rule == name and _covers(acceptance, finding)]
        if any(finding.level != "error" for finding in meant):
            continue
        code = "A02.error" if meant else "A02.none"
        yield Finding(
            code=CODE, rule=NAME, level="advice", place=places.of("accept", name), field=f"accept.{name}", values=said(code, rule=name)
        )
