"""What the rules find in a small folder: `S02 advice organisation.yaml:9:31`, or the whole sentences."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from plan.made import HEAD, ROOT, content, file, sentences

from kit import check, plan, report
from kit.model.problem import Deviation, Finding
from kit.model.source import Source
from kit.read import organisation as reader
from kit.words import Voice

WELL = {
    "organisation": {"name": "Lilleby Kommune"},
    "programme": {
        "strategy": "Ledelsesgrundlag",
        "sponsor": "kommunaldirektøren",
        "coordinator": {"email": "mentor@lilleby.example"},
        "working_day_ends": "19:00",
    },
    "groups": [
        {"name": "Hold 1", "cohort": "aspiring-leaders", "first_meeting": "2027-02-03"},
        {"name": "Hold 2", "cohort": "aspiring-leaders", "first_meeting": "2027-02-04"},
    ],
}
TWO = """
- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
- {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}
"""
QUIET = "sponsor: kommunaldirektøren\ncoordinator: {email: mentor@lilleby.example}\nworking_day_ends: 19:00\n"
Folder = Mapping[str, str]


def source(files: Folder) -> Source:
    """An organisation read from files by name."""
    with TemporaryDirectory() as home:
        for name, text in files.items():
            path = Path(home) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return reader.read(Path(home), content().method)


def judged(read: Source) -> tuple[Finding, ...]:
    programme = plan.programme(read.organisation, content())
    return check.findings(read.organisation, programme, content(), read.roster, read.inserts, read.places)


def folder(groups: str = TWO, programme: str = "", more: str = "", roster: str = "", **inserts: str) -> Folder:
    """Two well groups unless the test says otherwise; fields that other rules ask for are there already."""
    quiet = "\n".join(line for line in QUIET.splitlines() if f"\n{line.split(':')[0]}:" not in f"\n{programme}")
    text = file(groups, quiet + "\n" + programme, more + ("\nroster: roster.csv" if roster else ""))
    files = {"organisation.yaml": text} | ({"roster.csv": roster} if roster else {})
    return files | {f"inserts/{name.replace('__', '/').replace('_', '-')}.md": words for name, words in inserts.items()}


def findings(groups: str = TWO, programme: str = "", more: str = "", roster: str = "", **inserts: str) -> tuple[Finding, ...]:
    return judged(source(folder(groups, programme, more, roster, **inserts)))


def found(groups: str = TWO, programme: str = "", more: str = "", roster: str = "") -> list[str]:
    """`same-unit warning roster.csv:3`"""
    return [
        f"{finding.rule} {finding.level} {finding.place.file}:{finding.place.line}" for finding in findings(groups, programme, more, roster)
    ]


def rules(groups: str = TWO, programme: str = "", more: str = "", roster: str = "") -> list[str]:
    """Only names and levels, without what every roster of two lines says."""
    ignored = {"line-relations-unknown", "roster-size"} if roster else set()
    return [f"{finding.rule} {finding.level}" for finding in findings(groups, programme, more, roster) if finding.rule not in ignored]


def voice(language: str = "da") -> Voice:
    return Voice(language, sentences(language))


def said(finding: Finding, language: str = "da") -> str:
    return report.sentence(finding, voice(language))


def told(deviation: Deviation, language: str = "da") -> str:
    return voice(language).tell(deviation.code, deviation.values)


def merged(fragment: str, roster: str) -> Folder:
    """The example of a rule put into an organisation that is well."""
    written = yaml.load(fragment, yaml.BaseLoader) if fragment else {}
    whole = WELL | written
    if isinstance(written.get("programme"), dict):
        whole["programme"] = {key: value for key, value in (WELL["programme"] | written["programme"]).items() if value != "null"}  # type: ignore[operator]
    if roster:
        whole["roster"] = "roster.csv"
    text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)
    return {"organisation.yaml": unquoted(text)} | ({"roster.csv": roster} if roster else {})


def unquoted(text: str) -> str:
    """Numbers, dates and truth as people write them: the dumper quotes what it was given as text."""
    return re.sub(r"'([0-9.:-]+|true|false)'$", r"\1", text, flags=re.MULTILINE)


__all__ = ["HEAD", "ROOT", "content", "findings", "found", "merged", "rules", "said", "source", "voice"]
