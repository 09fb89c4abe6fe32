"""Problems and findings as sentences: `file:line:column: CODE sentence`, and as the JSON of design.md."""

from collections.abc import Iterable, Mapping

from kit.model.problem import Finding, Place, Problem
from kit.words import Voice

MOST_SHOWN = 200
LEVELS = ("error", "warning", "advice")
Json = Mapping[str, object]


def said(found: Problem | Finding, voice: Voice) -> str:
    """One line: place, code, sentence."""
    return f"{found.place}: {found.code} {sentence(found, voice)}"


def sentence(found: Problem | Finding, voice: Voice) -> str:
    """The sentence of a code. A value given in both languages (`name.da`, `name.en`) is said in the voice's."""
    own = {name.removesuffix(f".{voice.language}"): value for name, value in found.values.items() if name.endswith(f".{voice.language}")}
    return voice.say(found.code, **{**found.values, **own})


def lines(problems: Iterable[Problem], voice: Voice) -> list[str]:
    """At most 200 problems as lines; the rest is counted."""
    everything = list(problems)
    shown = [said(problem, voice) for problem in everything[:MOST_SHOWN]]
    more = len(everything) - MOST_SHOWN
    return [*shown, voice.say("problems.more", count=more)] if more > 0 else shown


def by_level(findings: Iterable[Finding], voice: Voice) -> list[str]:
    """Findings grouped by level, the gravest first, accepted ones last with their reason."""
    everything = list(findings)
    parts = []
    for level in LEVELS:
        found = [finding for finding in everything if finding.level == level and finding.accepted is None]
        parts += [voice.say(f"level.{level}", count=len(found)), *(f"  {said(finding, voice)}" for finding in found)] if found else []
    accepted = [finding for finding in everything if finding.accepted is not None]
    parts += [voice.say("level.accepted", count=len(accepted)), *(f"  {said(finding, voice)} ({finding.accepted})" for finding in accepted)] if accepted else []
    return parts


def problem_json(problem: Problem, voice: Voice) -> Json:
    return {"code": problem.code, "name": problem.code, "level": "error", "kind": "input", **_where(problem.place), "field": problem.field,
            "message": sentence(problem, voice), "source": [], "accepted": None}


def finding_json(finding: Finding, voice: Voice) -> Json:
    return {"code": finding.code, "name": finding.rule, "level": finding.level, "kind": "method", **_where(finding.place), "field": finding.field,
            "message": sentence(finding, voice), "source": list(finding.facts), "accepted": finding.accepted}


def _where(place: Place) -> Json:
    return {"file": place.file, "line": place.line, "column": place.column}
