"""The only writer: a whole folder is staged beside the target, checked, and swapped in. What we did not make is never touched.

Linux swaps two folders in one step (renameat2, RENAME_EXCHANGE); elsewhere it takes two renames.
"""

import ctypes
import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

MANIFEST = "manifest.json"
MAKER = "gruppementor"
AT_FDCWD, RENAME_EXCHANGE = -100, 2


class Refused(Exception):
    """The output folder cannot be ours to write: `code` says why, `path` which."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(f"{code} {path}")
        self.code = code
        self.path = path


def check(out: Path, sources: tuple[Path, ...] = ()) -> None:
    """Refuse a target that holds anything we did not make, or that lies where it could do harm."""
    if out.is_symlink():
        raise Refused("B02", out)
    target = out.resolve()
    if target in (Path.home().resolve(), Path(target.anchor)) or Path.cwd().resolve().is_relative_to(target):
        raise Refused("B03", out)
    for source in sources:
        inside = source.resolve() if source.is_dir() else source.resolve().parent
        if inside == target or inside.is_relative_to(target) or target.is_relative_to(inside):
            raise Refused("B04", out)
    if not target.parent.is_dir():
        raise Refused("B06", out)
    if target.exists() and not _ours(target):
        raise Refused("B01", out)


def _ours(folder: Path) -> bool:
    """True for an empty folder, or one that holds the files of its manifest, unchanged, and nothing else."""
    if not folder.is_dir():
        return False
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir()}
    if not found:
        return not any(folder.iterdir())
    try:
        manifest = json.loads(found.pop(MANIFEST).read_text(encoding="utf-8"))
        listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    except (KeyError, ValueError, TypeError, OSError):
        return False
    return manifest.get("maker") == MAKER and set(found) == set(listed) and all(_sha256(file) == listed[name] for name, file in found.items())


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A fresh folder beside `out`; when the block ends well it takes `out`'s place, else `out` stays as it was."""
    target = out.resolve()
    stage = target.with_name(f".{target.name}.new")
    with _alone(target):
        shutil.rmtree(stage, ignore_errors=True)  # what a killed build left behind is ours: its name says so
        try:
            stage.mkdir()
            yield stage
            _settle(stage)
            _swap(stage, target)
        except OSError as error:
            raise Refused("B07" if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT) else "B08", out) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def manifest(stage: Path, *, digest: str, versions: Mapping[str, str]) -> int:
    """List every file with size and sha256, so that the next build knows its own. Returns how many there are."""
    files = sorted((file for file in stage.rglob("*") if file.is_file()), key=lambda file: file.relative_to(stage).as_posix())
    entries = [{"path": file.relative_to(stage).as_posix(), "size": file.stat().st_size, "sha256": _sha256(file)} for file in files]
    whole = {"maker": MAKER, "versions": dict(versions), "organisation": digest, "files": entries}
    (stage / MANIFEST).write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(entries)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """One build at a time for one target; the lock is the system's and goes with the process."""
    try:
        handle = os.open(target.with_name(f".{target.name}.lock"), os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise Refused("B08", target) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise Refused("B05", target) from error
    try:
        yield
    finally:
        os.unlink(target.with_name(f".{target.name}.lock"))
        os.close(handle)


def _settle(stage: Path) -> None:
    """Everything on the disk before the swap: a full disk must show now."""
    for path in [stage, *stage.rglob("*")]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _swap(stage: Path, target: Path) -> None:
    """`stage` becomes `target`; the old folder ends up at `stage`."""
    if not target.exists():
        stage.rename(target)
        return
    if not _exchange(stage, target):
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        stage.rename(target)
        old.rename(stage)


def _exchange(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return rename is not None and rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
