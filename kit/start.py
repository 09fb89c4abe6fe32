"""What we write into an organisation's own folder: a first file, a text of ours to make their own, another version of the content."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

FILE = "organisation.yaml"
VERSION = re.compile(r"""(?P<key>(?:^\s+|[{,]\s*)content_version:\s*)(["']?)(?P<version>[^\s#"',}]+)\2""", re.MULTILINE)
STATEMENT = re.compile(r"^\s*\{%.*?%\}\s*\n|\{%.*?%\}", re.MULTILINE | re.DOTALL)

FIELD = re.compile(r"^(?P<indent> *)(?P<item>- )?(?P<name>[a-z_]+):(?: +(?P<value>[^#]*?))?(?P<note> +#.*)?$")
NOT_WORDS = ("groups.cohort", "groups.first_meeting", "languages")  # a choice, a date and a list need no quotation marks


def beginning(words: Path, language: str) -> str:
    """The first file's text; English where a language has none of its own."""
    own = words / f"begin.{language}.txt"
    return (own if own.is_file() else words / "begin.en.txt").read_text(encoding="utf-8")


def asked(text: str) -> Mapping[str, str]:
    """What the first file asks for, by dotted path, with what stands there: `organisation.name`, `groups.first_meeting`."""
    return {path: found["value"].strip() for path, found in _fields(text) if found and found["value"]}


def filled(text: str, answers: Mapping[str, str]) -> str:
    """The first file with answers in place of its examples; the notes for people stay."""
    return "\n".join(_answered(path, found, line, answers) for (path, found), line in zip(_fields(text), text.split("\n"), strict=True))


def _answered(path: str, found: re.Match[str] | None, line: str, answers: Mapping[str, str]) -> str:
    if found is None or path not in answers:
        return line
    answer = answers[path]
    is_plain = path in NOT_WORDS and re.fullmatch(r"[\w, \[\]-]+", answer)
    value = answer if is_plain else json.dumps(answer, ensure_ascii=False)
    return f"{found['indent']}{found['item'] or ''}{found['name']}: {value}{found['note'] or ''}"


def _fields(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Each line with the path of its field, found by how far it is set in."""
    around: list[tuple[int, str]] = []
    for line in text.split("\n"):
        found = FIELD.match(line)
        if found:
            depth = len(found["indent"]) + len(found["item"] or "")
            around = [*((deep, name) for deep, name in around if deep < depth), (depth, found["name"])]
        yield ".".join(name for _, name in around), found


def write(folder: Path, text: str) -> Path:
    """Make `folder` with an organisation.yaml in it; FileExistsError when the folder is there and not empty."""
    refuse_taken(folder)
    return _new(folder / FILE, text)


def refuse_taken(folder: Path) -> None:
    """Raises FileExistsError when the folder is there and not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)


def override(folder: Path, name: str, texts: Mapping[str, str]) -> list[Path]:
    """Our text as inserts to change, a file a language; FileExistsError when one is there already, and then nothing is written."""
    files = {folder / "inserts" / f"{name}.{language}.md": text for language, text in texts.items()}
    taken = [file for file in files if file.exists() or file.is_symlink()]
    if taken:
        raise FileExistsError(taken[0])
    return [_new(file, text) for file, text in files.items()]


def insert(body: str) -> str:
    """The words of a block as an insert: its choices are taken out, so that every version stands for its new owner to choose from."""
    return f"---\n---\n{STATEMENT.sub('', body).strip()}\n"


def upgraded(text: str, version: str) -> str:
    """organisation.yaml for another version of the content; nothing else is changed."""
    return VERSION.sub(rf'\g<key>"{version}"', text)


def changes(before: str, after: str) -> Iterable[str]:
    """The lines that differ, old and new."""
    for old, new in zip(before.splitlines(), after.splitlines(), strict=True):
        if old != new:
            yield f"- {old.strip()}"
            yield f"+ {new.strip()}"


def replace(file: Path, text: str) -> None:
    """The file whole, old or new, whenever we are stopped; its mode stays."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.chmod(file.stat().st_mode & 0o777)
    beside.replace(file)


def _new(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as opened:
        opened.write(text)
    return file
