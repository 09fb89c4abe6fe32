"""What we write into an organisation's own folder: a first file, a text of ours to make their own, another version of the content."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = "organisation.yaml"
VERSION = re.compile(r"""^(?P<key>\s+content_version:\s*)(["']?)(?P<version>[^\s#"']+)\2""", re.MULTILINE)
STATEMENT = re.compile(r"^\s*\{%.*?%\}\s*\n|\{%.*?%\}", re.MULTILINE | re.DOTALL)


def beginning(words: Path, language: str) -> str:
    """The first file's text; English where a language has none of its own."""
    own = words / f"begin.{language}.txt"
    return (own if own.is_file() else words / "begin.en.txt").read_text(encoding="utf-8")


def write(folder: Path, text: str) -> Path:
    """Make `folder` with an organisation.yaml in it; FileExistsError when the folder is there and not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    return _new(folder / FILE, text)


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
