"""A third language that nobody wrote: the English twins with accents on their vowels, in a copy of content/ and kit/words.

Its code is Esperanto's, which Babel and Material know; its dates are spoken in English. What comes out without accents
was not taken from a twin.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from kit.read import yaml
from tests import written
from tests.helpers import HOME
from tests.written import LIMITS

CODE = "eo"
ACCENTS = str.maketrans("aeouAEOU", "áéóúÁÉÓÚ")
KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[^}\n]*\}|\]\([^)\s]*\)|^///.*?(?=\||$)|<[^>\n]+>|https?://\S+|\b[\w./-]+\.(?:yaml|csv|xlsx|md|svg|pdf)\b|--\w+",
    re.DOTALL | re.MULTILINE,
)
PATTERNS = ("locale", "format.")


def accented(text: str) -> str:
    """The text with accents; variables, link targets, components and file names stay as they are."""
    parts, last = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[last : kept.start()].translate(ACCENTS), kept[0]]
        last = kept.end()
    return "".join([*parts, text[last:].translate(ACCENTS)])


def content(into: Path) -> Path:
    """A copy of content/ that has the third language too. Writes under `into` only."""
    shutil.copytree(HOME.content, into)
    for twin in into.rglob("*.en.md"):
        head, _, body = twin.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        tags = re.sub(r"(?m)^(\w+:)(.*)$", lambda line: line[1] + accented(line[2]), head)
        twin.with_name(twin.name.replace(".en.md", f".{CODE}.md")).write_text(f"---\n{tags}\n---\n{accented(body)}", encoding="utf-8")
    for file in into.rglob("*.yaml"):
        if file.name != "reviewed.yaml":
            spoken = _with_third(written.data(file.relative_to(into).as_posix()))
            file.write_text(json.dumps(spoken, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    return into


def words(into: Path) -> Path:
    """A copy of kit/words with the third language's sentences. Writes under `into` only."""
    shutil.copytree(HOME.words, into, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for file in into.rglob("*en.yaml"):
        said = yaml.plain(yaml.read(file, file.name, LIMITS))
        third = {code: text if str(code).startswith(PATTERNS) else accented(str(text)) for code, text in said.items()}
        if file.name == "en.yaml":
            third["theme.language." + CODE] = "Esperanto"
        file.with_name(file.name.replace("en.yaml", f"{CODE}.yaml")).write_text(json.dumps(third, ensure_ascii=False), encoding="utf-8")
    return into


def _with_third(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_third(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    twins = {key: _with_third(inner) for key, inner in value.items()}
    return twins | {CODE: _accented_all(value["en"])} if "en" in value and "da" in value else twins


def _accented_all(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _accented_all(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_accented_all(inner) for inner in value]
    return accented(value) if isinstance(value, str) else value
