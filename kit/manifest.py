"""The list of what a build made: each file's size and digest, and what it was made from.

By it the next build knows its own files, and takes over those that would be made from the very same again.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

NAME = "manifest.json"
MOST = 64 * 2**20  # bytes; a larger one is not ours
MAKER = "gruppementor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file of a build: `made_from` says by digest what it was made from, or nothing."""

    size: int
    sha256: str
    made_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a folder holds, by path. `made_from` stands for everything that the whole build was made from."""

    made_from: str = ""
    files: Mapping[str, Listed] = field(default_factory=dict)


def read(folder: Path | None) -> Manifest | None:
    """The list in a folder of ours; None where there is none, or none that we wrote."""
    if folder is None:
        return None
    try:
        kind = (folder / NAME).lstat()
        if not stat.S_ISREG(kind.st_mode) or kind.st_size > MOST:
            return None
        whole = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {_below(entry["path"]): _listed(entry) for entry in whole["files"]}
        return Manifest(made_from=str(whole.get("made_from", "")), files=files) if whole["maker"] == MAKER else None
    except (KeyError, ValueError, TypeError, RecursionError, OSError):
        return None


def _below(path: str) -> str:
    """A path that stays in the folder."""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError(path)
    return path


def _listed(entry: Mapping[str, object]) -> Listed:
    size, digest = entry["size"], entry["sha256"]
    if not isinstance(size, int):
        raise TypeError(size)
    return Listed(size=size, sha256=str(digest), made_from=str(entry.get("made_from", "")))


def is_ours(folder: Path) -> bool:
    """True for an empty folder, and for one that holds nothing but files of its list, unchanged."""
    if not any(folder.iterdir()):
        return True
    known = read(folder)
    try:
        return known is not None and _holds_only(folder, known.files)
    except OSError:
        return False


def _holds_only(folder: Path, listed: Mapping[str, Listed]) -> bool:
    folders = {parent.as_posix() for path in listed for parent in Path(path).parents}
    for path in under(folder):
        name, kind = path.relative_to(folder).as_posix(), path.lstat()
        if stat.S_ISDIR(kind.st_mode):
            if name not in folders:
                return False
        elif name != NAME and not _is_as_listed(path, kind, listed.get(name)):
            return False
    return True


def _is_as_listed(path: Path, kind: os.stat_result, listed: Listed | None) -> bool:
    return listed is not None and stat.S_ISREG(kind.st_mode) and kind.st_size == listed.size and _sha256(path) == listed.sha256


def is_whole(folder: Path, known: Manifest) -> bool:
    """True when every listed file is there; that those which are there are unchanged, `is_ours` has seen."""
    return all((folder / name).is_file() for name in known.files)


def write(stage: Path, *, digest: str, versions: Mapping[str, str], made: Mapping[str, str], made_from: str) -> int:
    """List every file with size and sha256. `made` says of each path what it was made from. Returns how many there are."""
    files = sorted((file for file in under(stage) if file.is_file()), key=lambda file: file.relative_to(stage).as_posix())
    entries = [
        {"path": (path := file.relative_to(stage).as_posix()), "size": file.stat().st_size, "sha256": _sha256(file)}
        | ({"made_from": made[path]} if path in made else {})
        for file in files
    ]
    whole = {"maker": MAKER, "versions": dict(versions), "organisation": digest, "made_from": made_from, "files": entries}
    (stage / NAME).write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(entries)


def take_over(earlier: Path, known: Manifest, made_from: str, stage: Path) -> tuple[str, ...]:
    """Copies the files that were made from the same; their paths, or none unless all of them are still as listed. Writes under `stage`."""
    wanted = {path: listed for path, listed in known.files.items() if listed.made_from == made_from}
    held = {}
    with suppress(OSError):
        held = {path: (earlier / path).read_bytes() for path in wanted}
    if not all(path in held and hashlib.sha256(held[path]).hexdigest() == listed.sha256 for path, listed in wanted.items()):
        return ()
    for path, data in held.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).write_bytes(data)
    return tuple(wanted)


def under(folder: Path) -> Iterator[Path]:
    """Everything below `folder`, links not followed; OSError for what cannot be listed."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            yield Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from under(Path(entry.path))


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
