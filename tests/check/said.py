"""What each rule says, word for word: the cases of said.md. `python -m tests.check.said` writes anew what is said there; read the diff.

A case is `## rule: claim`, the parts of an organisation.yaml that differ from one that is well, perhaps a roster, and every finding of the
rule: place, code, level, field and group, then the sentence in Danish and English. No finding, no lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from check.found import judged, merged, said, source
from kit.model.problem import Finding

FILE = Path(__file__).with_name("said.md")
CASE = re.compile(r"^## (?P<rule>[a-z-]+): (?P<claim>.+?)\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    rule: str
    claim: str
    organisation: str
    roster: str
    said: str


def cases(text: str) -> Iterator[Case]:
    for found in CASE.finditer(text):
        blocks = {block["kind"]: block["text"] for block in BLOCK.finditer(found["body"])}
        yield Case(found["rule"], found["claim"], blocks.get("yaml", ""), blocks.get("csv", ""), blocks["text"])


def lines(case: Case) -> str:
    found = judged(source(merged(case.organisation, case.roster)))
    return "".join(told(finding) for finding in found if finding.rule == case.rule)


def told(finding: Finding) -> str:
    where = f"{finding.place} {finding.code} {finding.level} {finding.field} {finding.group or '-'}"
    return f"{where}\n  {said(finding)}\n  {said(finding, 'en')}\n"


def main() -> None:
    text = FILE.read_text(encoding="utf-8")
    for case in cases(text):
        head = f"## {case.rule}: {case.claim}\n"
        before, _, after = text.partition(head)
        text = before + head + after.replace(f"```text\n{case.said}```", f"```text\n{lines(case)}```", 1)
    FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
