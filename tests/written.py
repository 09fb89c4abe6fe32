"""Content as its writers see it: every piece with its file, its tags and its words in each language, straight from the files.

What the library's reader leaves aside (or does not know yet) is here too, so that nothing that people will read goes unchecked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kit.read import library as library_reader
from kit.read import yaml
from tests.helpers import HOME

LANGUAGES = ("da", "en")
LIMITS = library_reader.LIMITS
NUMBERS_AND_ORDER = {
    "method.yaml",
    "outline.yaml",
    "packs.yaml",
    "rules.yaml",
    "timings.yaml",
    "zones.yaml",
    "seams.yaml",
    "reviewed.yaml",
    "synonyms.yaml",
}
LEDGER = {"facts.yaml", "sources.yaml", "booklet-words.yaml"}
HOLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
CLASS = re.compile(r" \{ \.[\w-]+ \}$", re.MULTILINE)
TARGET = re.compile(r"\]\(@([^)\s]+)\)")
MARKUP = re.compile(r"^/// ?\w*(?: \|)?|^\s*[-|:]{3,}[-|: ]*$|[*_`|#]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block with its twins, or one entry of a data file. `tags` is what the file says of it, as it stands."""

    name: str
    file: str
    tags: Mapping[str, Any]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def said(self, language: str) -> str:
        return "\n\n".join(self.words.get(language, ()))

    def place(self, language: str) -> str:
        return f"{self.file}.{language}.md" if self.file.startswith("content/blocks") else f"{self.file} {self.name}"


@cache
def pieces() -> tuple[Piece, ...]:
    """Everything in content/ but the ledger, in the order of file names."""
    return (*blocks(), *(piece for file in data_files() for piece in _entries(file)))


@cache
def blocks() -> tuple[Piece, ...]:
    """Every block: tags of the Danish file, title and words of each language that it has."""
    root = HOME.content / "blocks"
    names = sorted({re.sub(r"\.[a-z]+\.md$", "", file.relative_to(root).as_posix()) for file in root.rglob("*.md")})
    return tuple(_block(root, name) for name in names)


@cache
def ledger(name: str) -> tuple[Piece, ...]:
    """The entries of facts.yaml or sources.yaml."""
    return tuple(_entries(HOME.content / name))


def data_files() -> list[Path]:
    left_out = NUMBERS_AND_ORDER | LEDGER
    return sorted(file for file in HOME.content.rglob("*.yaml") if file.name not in left_out)


def data(name: str) -> Any:  # the shape of a file is the file's own
    """One data file as plain values; `name` is relative to content/."""
    return yaml.plain(yaml.read(HOME.content / name, f"content/{name}", LIMITS))


def plain(text: str) -> str:
    """Words without our marks: holes and statements gone, links reduced to their words. What an `else` parts does not grow together."""
    text = STATEMENT.sub(lambda found: " " * ("else" in found[0]), HOLE.sub("…", text))
    text = CLASS.sub("", text)
    text = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", text)
    return MARKUP.sub(" ", text)


def texts(value: Any, path: str = "", language: str = "") -> Iterator[tuple[str, str, str]]:
    """(path, language, text) of every text in a data file: what stands under `da:` or `en:`."""
    if isinstance(value, str) and language:
        yield path, language, value
    elif isinstance(value, dict):
        spoken = bool(value) and set(value) <= set(LANGUAGES)
        for key, inner in value.items():
            yield from texts(inner, path if spoken else f"{path}.{key}", str(key) if spoken else language)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from texts(inner, f"{path}[{name}]", language)


def citing(value: Any, tags: Mapping[str, Any] | None = None) -> Iterator[Mapping[str, Any]]:
    """Every mapping inside an entry that cites facts or sources."""
    if isinstance(value, dict):
        if value.get("facts") or value.get("sources"):
            yield value
        for inner in value.values():
            yield from citing(inner, tags)
    elif isinstance(value, list):
        for inner in value:
            yield from citing(inner, tags)


def sentences_of_ours() -> Iterator[tuple[str, str, str]]:
    """(file and code, language, sentence) of kit/words."""
    for language in LANGUAGES:
        for file in (HOME.words / f"{language}.yaml", *sorted((HOME.words / "parts").glob(f"*.{language}.yaml"))):
            for code, said in yaml.plain(yaml.read(file, file.name, LIMITS)).items():
                yield f"kit/words/{file.relative_to(HOME.words).as_posix()} {code}", language, str(said)


def _block(root: Path, name: str) -> Piece:
    tags: Mapping[str, Any] = {}
    words = {}
    for language in LANGUAGES:
        file = root / f"{name}.{language}.md"
        if not file.is_file():
            continue
        head, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        node, problems = yaml.parse(head + "\n", f"content/blocks/{name}.{language}.md", LIMITS, first_line=2)
        assert not problems, problems
        own = yaml.plain(node)
        tags = own if language == "da" else tags
        words[language] = (str(own.get("title", "")), body.strip())
    return Piece(name=name, file=f"content/blocks/{name}", tags=tags, words=words)


def _entries(file: Path) -> Iterator[Piece]:
    """One piece a file that is one thing (an agenda, a letter); one for each entry of a file that is a list."""
    where = file.relative_to(HOME.content).as_posix()
    stem = where.removesuffix(".yaml")
    whole = data(where)
    lists = [(key, value) for key, value in whole.items() if _listed(value)] if isinstance(whole, dict) else [("", whole)]
    if isinstance(whole, dict) and "id" in whole and "points" not in whole:
        yield _entry(stem, where, whole)
        return
    for _, value in lists:
        yield from (_entry(f"{stem}/{entry['id']}", where, entry) for entry in value)
    if isinstance(whole, dict):
        rest = {key: value for key, value in whole.items() if not _listed(value)}
        if any(True for _ in texts(rest)):
            yield _entry(stem, where, rest)


def _listed(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, dict) and "id" in entry for entry in value)


def _entry(name: str, file: str, entry: Mapping[str, Any]) -> Piece:
    said = [*texts(entry)]
    return Piece(
        name=name,
        file=f"content/{file}",
        tags=entry,
        words={language: tuple(text for _, code, text in said if code == language) for language in LANGUAGES},
    )
