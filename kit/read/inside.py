"""The one way to a file of the organisation: a regular file inside its folder, links resolved, never too large, never waited for."""

import os
import stat
from pathlib import Path

from kit.model.problem import Invalid, Place, Problem
from kit.read.problems import problem

KIB = 1024


def inside(folder: Path, name: str, limit: int, told: Place) -> Path:
    """The real path of `folder/name`; Invalid at `told` (where the name was written) when it is not a file of this folder."""
    root = folder.resolve()
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise Invalid((problem("D03", told, name=name),))
        found = path.stat()
    except PermissionError:
        raise Invalid((problem("D05", told, name=name),)) from None
    except (OSError, RuntimeError, ValueError):  # missing, a ring of links, a name too long
        raise Invalid((problem("D01", told, name=name),)) from None
    if not stat.S_ISREG(found.st_mode):
        raise Invalid((problem("D02", told, name=name),))
    if found.st_size > limit:
        raise Invalid((too_large(told, name, limit, found.st_size),))
    return path


def read_inside(folder: Path, name: str, limit: int, told: Place) -> bytes:
    """The bytes of a file that the organisation names."""
    return content(inside(folder, name, limit, told), limit, told)


def content(path: Path, limit: int, told: Place) -> bytes:
    """The bytes of one regular file: a pipe or device is refused without waiting, a link is not followed, `limit` holds while reading."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Invalid((problem("D01", told, name=path.name),)) from None
    except PermissionError:
        raise Invalid((problem("D05", told, name=path.name),)) from None
    except (OSError, ValueError):  # a link, a socket, a name too long
        raise Invalid((problem("D02", told, name=path.name),)) from None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Invalid((problem("D02", told, name=path.name),))
        if found.st_size > limit:
            raise Invalid((too_large(told, path.name, limit, found.st_size),))
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Invalid((too_large(told, path.name, limit, len(data)),))
    return data


def too_large(told: Place, name: str, limit: int, size: int) -> Problem:
    return problem("D04", told, name=name, limit=limit // KIB, size=-(-size // KIB))
