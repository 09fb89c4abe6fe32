"""The only writer: whole folders are staged beside their targets, checked, and swapped in. What we did not make is never touched.

While `site` is being built, `.site.gruppementor` lies beside it with the lock and the new folder. The lock is the system's and goes with
the process, so a killed build stops nobody; the next one clears up after it. Linux swaps two folders in one step (renameat2 with
RENAME_EXCHANGE); where the disk cannot, it takes two renames.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kit import manifest

MARK = b"Gruppementor builds here. When no build is running, this folder can be deleted.\n"
AT_FDCWD, RENAME_EXCHANGE = -100, 2
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
FIXED = (errno.EXDEV, errno.EBUSY)  # a disk of its own, or one laid over another
OPEN_TO_ALL, OURS_ALONE = (0o755, 0o644), (0o700, 0o600)  # folders, files
AT_ONCE = 8
TRIES = 100


class Refused(Exception):
    """The output folder cannot be ours to write: `code` says why, `path` which."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(f"{code} {path}")
        self.code = code
        self.path = path


# --- may we build there?


def check(out: Path, *, sources: Iterable[Path] = (), apart_from: Path | None = None) -> None:
    """Refuse a target that holds anything we did not make, or that lies where it could do harm. Changes nothing."""
    with _telling(out):
        target = _target(out)
        if _is_somebodys_place(target):
            raise Refused("B03", out)
        if any(_overlap(target, _resolved(folder)) for folder in _folders(sources)):
            raise Refused("B04", out)
        if apart_from and _overlap(target, _resolved(apart_from)):
            raise Refused("B10", out)
        if not target.parent.is_dir():
            raise Refused("B06", out)
        _check_held(target, out)


def _check_held(target: Path, out: Path) -> None:
    if target.is_symlink():
        raise Refused("B02", out)
    if target.exists() and not target.is_dir():
        raise Refused("B09", out)
    if os.path.ismount(target):
        raise Refused("B11", out)
    if target.exists() and not manifest.is_ours(target):
        raise Refused("B01", out)


def _target(out: Path) -> Path:
    if out.is_symlink():
        raise Refused("B02", out)
    return _resolved(out)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as loop:  # links in a ring
        raise Refused("B02", path) from loop


def _is_somebodys_place(target: Path) -> bool:
    """The root, the home folder, the folder we stand in, and whatever holds them."""
    places = [Path(target.anchor), Path.cwd()]
    with suppress(RuntimeError):  # a user without a home folder
        places.append(Path.home().resolve())
    return any(place.is_relative_to(target) for place in places)


def _folders(sources: Iterable[Path]) -> Iterator[Path]:
    """The folder of each source; what is not there is somebody else's to tell of."""
    for source in sources:
        if source.is_dir():
            yield source
        elif source.exists():
            yield source.parent


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


# --- build beside, swap at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """Where to write: fresh folders that become the targets, and one for what is needed only meanwhile.

    `private` is there only when it was asked for.
    """

    site: Path
    private: Path | None
    scratch: Path


@contextmanager
def staged(site: Path, private: Path | None = None) -> Iterator[Stages]:
    """Fresh folders beside the targets; when the block ends well they take the targets' places, else these stay as they were.

    A folder into which nothing was written replaces nothing. `private` is for the owner's eyes only.
    """
    with ExitStack() as stack:
        work = [stack.enter_context(_workplace(out, modes)) for out, modes in ((private, OURS_ALONE), (site, OPEN_TO_ALL)) if out]
        with _telling(site, FULL):
            yield Stages(site=work[-1].new, private=work[0].new if private else None, scratch=work[-1].scratch)
        written = [place for place in work if any(place.new.iterdir())]
        for settle_or_swap in (_settle, _swap):
            for place in written:
                with _telling(place.out):
                    settle_or_swap(place)


@contextmanager
def _telling(out: Path, kinds: tuple[int, ...] | None = None) -> Iterator[None]:
    """What the disk refuses becomes a Refused that names `out`; with `kinds`, only errors of these kinds do."""
    try:
        yield
    except OSError as error:
        if kinds and error.errno not in kinds:
            raise
        raise Refused("B07" if error.errno in FULL else "B11" if error.errno in FIXED else "B08", out) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The hidden folder beside a target. `out` is the target in the reader's words; `modes` those of its folders and files."""

    out: Path
    target: Path
    modes: tuple[int, int]

    @property
    def folder(self) -> Path:
        return self.target.with_name(f".{self.target.name}.{manifest.MAKER}")

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def new(self) -> Path:
        return self.folder / "new"

    @property
    def old(self) -> Path:
        return self.folder / "old"

    @property
    def scratch(self) -> Path:
        return self.folder / "scratch"


@contextmanager
def _workplace(out: Path, modes: tuple[int, int]) -> Iterator[Workplace]:
    """Its new folder and its scratch folder are empty, and nobody else's while the block runs."""
    with _telling(out):
        place = Workplace(out=out, target=_target(out), modes=modes)
        lock = _locked(place)
    try:
        with _telling(out):
            os.pwrite(lock, MARK, 0)
            _clear_up(place)
            place.new.mkdir(0o700)
            place.scratch.mkdir(0o700)
        yield place
    finally:
        _leave(place)
        os.close(lock)


def _locked(place: Workplace) -> int:
    """One build at a time for one target. Another may be leaving just now and take the lock's file away: then try again."""
    for _ in range(TRIES):
        with suppress(FileNotFoundError):
            if (lock := _try_lock(place)) is not None:
                return lock
    raise Refused("B05" if place.target.parent.is_dir() else "B06", place.out)


def _try_lock(place: Workplace) -> int | None:
    with suppress(FileExistsError):  # mkdir(exist_ok=True) looks twice, and a build that leaves can take the folder away between
        place.folder.mkdir(0o700)
    _check_workplace(place)
    lock = os.open(place.lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(lock), place.lock.stat()):
            return lock
    except BlockingIOError as error:
        os.close(lock)
        raise Refused("B05", place.out) from error
    except OSError:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _check_workplace(place: Workplace) -> None:
    """A folder that happens to have our name, but is not ours, is left alone."""
    kind = place.folder.lstat()
    held = {path.name for path in place.folder.iterdir()} if stat.S_ISDIR(kind.st_mode) else None
    known = {path.name for path in (place.lock, place.new, place.old, place.scratch)}
    if held is None or kind.st_uid != os.getuid() or not held <= known or (held and place.lock.name not in held):
        raise Refused("B12", place.out)
    if held and not MARK.startswith(place.lock.read_bytes()):
        raise Refused("B12", place.out)


def _clear_up(place: Workplace) -> None:
    """What a killed build left behind; if it was killed between two renames, the old folder goes back first."""
    if place.old.exists() and not place.target.exists():
        place.old.rename(place.target)
    for folder in (place.new, place.old, place.scratch):
        if folder.exists():
            shutil.rmtree(folder)


def _leave(place: Workplace) -> None:
    """The lock's file goes last, and only when all else went, so that whatever remains is known as ours."""
    for folder in (place.new, place.scratch):
        shutil.rmtree(folder, ignore_errors=True)
    if place.target.exists():
        shutil.rmtree(place.old, ignore_errors=True)
    with suppress(OSError):  # another build may have come in already
        if {path.name for path in place.folder.iterdir()} == {place.lock.name}:
            place.lock.unlink()
            place.folder.rmdir()


def _settle(place: Workplace) -> None:
    """Everything on the disk, readable by whom it is for, before the swap: a full disk must show now."""
    with ThreadPoolExecutor(AT_ONCE) as threads:  # the disk writes them down together: twenty times as quick as one by one
        for _ in threads.map(lambda path: _settle_one(path, place.modes), (*manifest.under(place.new), place.new)):
            pass


def _settle_one(path: Path, modes: tuple[int, int]) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fchmod(handle, modes[0] if stat.S_ISDIR(os.fstat(handle).st_mode) else modes[1])
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(place: Workplace) -> None:
    """The new folder becomes the target; the old one ends up in our workplace."""
    _check_held(place.target, place.out)
    if not place.target.exists():
        place.new.rename(place.target)
    elif not _exchanged(place.new, place.target):
        place.target.rename(place.old)
        try:
            place.new.rename(place.target)
        except OSError:
            place.old.rename(place.target)
            raise
    _settle_folder(place.target.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """False where the system or the disk cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _settle_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
