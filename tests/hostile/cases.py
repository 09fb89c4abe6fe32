"""Broken folders as they stand in written/*.md: `## claim`, files as fenced blocks, what is said in Danish and English."""

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
WRITTEN = sorted((HERE / "written").glob("*.md"))
CASE = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEAST = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag}
groups: [{id: hold-1, name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}]
"""
NEEDS = {"roster.csv": "roster: roster.csv\n", "logo.svg": "brand: {logo: logo.svg}\n"}


@dataclass(frozen=True, slots=True)
class Case:
    """One folder and what is said of it, by language."""

    claim: str
    files: dict[str, str]
    said: dict[str, list[str]]

    def write(self, folder: Path) -> None:
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


def cases(*files: Path) -> list[Case]:
    return [case(claim, body) for file in files for claim, body in CASE.findall(file.read_text(encoding="utf-8"))]


def case(claim: str, body: str) -> Case:
    blocks = BLOCK.findall(body)
    files = {name or "organisation.yaml": text for kind, name, text in blocks if kind != "text"}
    files.setdefault("organisation.yaml", LEAST + "".join(line for name, line in NEEDS.items() if name in files))
    return Case(claim, files, {name: text.splitlines() for kind, name, text in blocks if kind == "text"})
