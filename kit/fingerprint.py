"""What we are, as one digest: our code, our themes, and the libraries that lay out and write.

Another digest means: what was made before must be made again.
"""

import ctypes
import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

KIT = Path(__file__).parent
# The libraries whose hand can be seen in what we write.
LIBRARIES = (
    *("babel", "brotli", "cffi", "coloraide", "cssselect2", "docxtpl", "fonttools", "holidays", "icalendar", "jinja2", "lxml", "markdown"),
    *("mkdocs", "mkdocs-material", "nh3", "pikepdf", "pillow", "pydyf", "pymdown-extensions", "pyphen", "python-docx", "python-pptx"),
    *("resvg_py", "segno", "tinycss2", "tinyhtml5", "weasyprint"),
)
# Those below WeasyPrint that no package of Python's tells of, and the function that says their version as text.
SYSTEM_LIBRARIES = (("libpango-1.0.so.0", "pango_version_string"), ("libharfbuzz.so.0", "hb_version_string"))


def of(*parts: str) -> str:
    """One digest for texts in their order."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return whole.hexdigest()


def of_us(*folders: Path) -> str:
    """Code, the files of `folders` (themes, words, content), libraries and Python. Reads the disk; about 1,500 files, 0.1 s."""
    files = (found for folder in folders for found in _files(folder))
    return of(sys.version, *_libraries(), *_system_libraries(), *_files(KIT, "*.py"), *files)


def _files(folder: Path, pattern: str = "*") -> Iterator[str]:
    """Each file's path and digest, in an order that no disk decides."""
    found = (file for file in folder.rglob(pattern) if file.suffix != ".pyc" and file.is_file())
    for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in found):
        yield name
        yield hashlib.sha256(file.read_bytes()).hexdigest()


def _libraries(names: Iterable[str] = LIBRARIES) -> Iterator[str]:
    for name in names:
        with suppress(PackageNotFoundError):  # what is not installed has no hand in it
            yield f"{name} {version(name)}"


def _system_libraries() -> Iterator[str]:
    for name, function in SYSTEM_LIBRARIES:
        with suppress(OSError, AttributeError):
            told = getattr(ctypes.CDLL(name), function)
            told.restype = ctypes.c_char_p
            yield f"{name} {told().decode()}"
