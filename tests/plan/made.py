"""Small organisations for the tests: the test shows what it is about, the rest is the least that an organisation must say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from kit import plan
from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.problem import Invalid
from kit.model.programme import GroupPlan, Programme
from kit.model.source import Places
from kit.plan.schedule import Left
from kit.read import library as library_reader
from kit.read import yaml
from kit.read.draft import draft
from kit.read.known import Known

ROOT = Path(__file__).parents[2]
HEAD = """\
organisation: {name: Lilleby Kommune}
programme:
  strategy: Lilleby Kommunes ledelsesgrundlag
"""


@dataclass(frozen=True, slots=True)
class Made:
    organisation: Organisation
    places: Places

    def plan(self) -> Programme:
        return plan.programme(self.organisation, content())


@cache
def content() -> Library:
    return library_reader.read(ROOT / "content")


@cache
def sentences(language: str) -> Mapping[str, str]:
    return library_reader.sentences(ROOT / "kit" / "words", language)


def made(text: str) -> Made:
    """A whole organisation.yaml."""
    node, odd = yaml.parse(dedent(text), "organisation.yaml")
    found = draft(node, "organisation.yaml", content().method, Known())
    if found.organisation is None or odd or found.problems:
        raise Invalid((*odd, *found.problems))
    return Made(found.organisation, found.places)


def organisation(groups: str, programme: str = "", more: str = "") -> Organisation:
    """An organisation with these groups (a YAML list), these fields under `programme:` and anything else at the top."""
    return made(file(groups, programme, more)).organisation


def file(groups: str, programme: str = "", more: str = "") -> str:
    listed = indent(dedent(groups).strip("\n"), "  ")
    return HEAD + indent(dedent(programme).strip("\n"), "  ") + "\n" + dedent(more) + "\ngroups:\n" + listed + "\n"


def programme(groups: str, programme: str = "", more: str = "", left: Left | None = None) -> Programme:
    return plan.programme(organisation(groups, programme, more), content(), left or {})


def group(fields: str, programme_fields: str = "", more: str = "") -> GroupPlan:
    """The plan of one group of aspiring leaders with these fields in braces: `first_meeting: 2027-02-03, meetings: 3`."""
    return programme(one(fields), programme_fields, more).groups[0]


def one(fields: str, name: str = "Hold 1") -> str:
    cohort = "" if "cohort:" in fields else "cohort: aspiring-leaders, "
    return f"- {{name: {name}, {cohort}{fields}}}"


def dates(plan: GroupPlan) -> list[str]:
    return [meeting.on.isoformat() for meeting in plan.meetings]


def example(name: str) -> Made:
    return made((ROOT / "organisations" / name / "organisation.yaml").read_text(encoding="utf-8"))
