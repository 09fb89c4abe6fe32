"""Zip files without a clock: the same content gives the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


def still(written: bytes) -> bytes:
    """The same zip without its dates."""
    with ZipFile(BytesIO(written)) as old:
        return packed((name, old.read(name)) for name in old.namelist())


def folder(place: Path) -> bytes:
    """Every file of a folder, by its path below it. Reads under `place` only."""
    files = sorted(file for file in place.rglob("*") if file.is_file())
    return packed((file.relative_to(place).as_posix(), file.read_bytes()) for file in files)


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, data in files:
            info = ZipInfo(name, LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, data)
    return out.getvalue()
