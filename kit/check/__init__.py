"""An organisation's programme beside the method: what to think about before it begins. Pure.

`rules` lists every rule; the files beside it hold their functions; `accept` matches findings with the organisation's own
reasons; `deviations` lists where the programme differs from the pilot; `docs` explains each rule.
"""

from collections.abc import Iterator

from kit.check import accept
from kit.check.deviations import deviations as deviations
from kit.check.docs import cards as cards
from kit.check.rules import RULES, Rule
from kit.check.subject import Remark, Subject, held
from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.problem import Finding
from kit.model.programme import Programme
from kit.model.roster import Roster
from kit.model.source import Insert, Places

LEVELS = ("error", "warning", "advice")


def findings(
    organisation: Organisation, programme: Programme, library: Library, roster: Roster | None, inserts: tuple[Insert, ...], places: Places
) -> tuple[Finding, ...]:
    """Everything that the rules found, the gravest first, then in the order of the files. Raises Invalid for an `accept` of no rule."""
    accept.known(organisation, places)
    groups = tuple(held(organisation, programme, roster))
    subject = Subject(organisation=organisation, programme=programme, library=library, roster=roster, inserts=inserts, held=groups)
    found = accept.applied(organisation, tuple(_found(subject, places)), places)
    return tuple(sorted(found, key=lambda finding: (LEVELS.index(finding.level), finding.place)))


def _found(subject: Subject, places: Places) -> Iterator[Finding]:
    for rule in RULES:
        for remark in rule.find(subject):
            yield _finding(rule, remark, places)


def _finding(rule: Rule, remark: Remark, places: Places) -> Finding:
    return Finding(
        code=rule.code,
        rule=rule.name,
        level=remark.level,
        place=remark.place or places.of(*remark.at),
        field=".".join(str(part) for part in remark.at),
        values=remark.values,
        facts=rule.facts,
        group=remark.group,
    )
