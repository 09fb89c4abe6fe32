"""The picture that everything grows in, read from the imports themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KIT = Path(__file__).parent.parent / "kit"
STAGES = ("read", "plan", "check", "compose", "render")
LEAVES = ("model", "words")
MAY = {  # who may import whom, beside itself and the leaves
    **{stage: set() for stage in (*STAGES, *LEAVES)},
    "fingerprint": set(),
    "manifest": set(),
    "publish": {"manifest"},
    "jobs": {"render", "fingerprint", "manifest"},
    "workers": set(),
    "report": set(),
    "start": set(),
    "pipeline": {*STAGES, "publish", "workers", "jobs", "fingerprint", "manifest"},
    "serve": {"workers"},
    "terminal": set(),
    "lookup": {"check"},
    "difference": set(),
    "commands": {"pipeline", "serve", "report", "publish", "start", "terminal", "workers", "lookup", "difference", "read"},
    "cli": {"commands", "terminal"},
}
KNOWN_BY = {  # a third-party library is known by one module
    "yaml": "read/yaml.py",
    "mkdocs": "render/site.py",
    "weasyprint": "render/pdf.py",
    "pikepdf": "render/afterwork.py",
    "nh3": "render/untrusted.py",
    "coloraide": "compose/brand.py",
    "babel": "words/__init__.py",
    "holidays": "plan/daysoff.py",
    "click": "cli.py",
    "openpyxl": "read/tables.py",
    "icalendar": "render/ics.py",
    "defusedxml": "read/picture.py",
    "PIL": "read/picture.py",
    "segno": "render/code.py",
    "docxtpl": "render/docx.py",
    "docx": "render/docx.py",
    "pptx": "render/pptx.py",
    "resvg_py": "render/pixels.py",
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" if node.module == "kit" else node.module for name in node.names)


def modules() -> list[Path]:
    return sorted(file for file in KIT.rglob("*.py") if "_data" not in file.parts)


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(KIT).as_posix())
def test_imports_run_one_way(file: Path) -> None:
    room = file.relative_to(KIT).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("kit.") and name.count(".") >= 1}
    allowed = {room, *LEAVES, *MAY[room]} if room not in LEAVES else {room, "model"}

    assert ours - allowed - {"__version__"} == set()


@pytest.mark.parametrize(("library", "home"), KNOWN_BY.items())
def test_a_library_is_known_by_one_module(library: str, home: str) -> None:
    knowing = {
        file.relative_to(KIT).as_posix()
        for file in modules()
        if any(name == library or name.startswith(f"{library}.") for name in imports(file))
    }

    assert knowing == {home}


def test_only_the_private_composers_have_a_door_for_the_roster() -> None:
    composing = [file for file in modules() if file.relative_to(KIT).parts[0] in ("compose", "render")]

    assert [file.name for file in composing if "roster" in " ".join(imports(file))] == ["mailmerge.py", "personal.py"]
    for private in ("kit.compose.mailmerge", "kit.compose.personal"):
        assert {file.name for file in composing if private in imports(file)} <= {"__init__.py", "mailmerge.py"}


def test_every_module_opens_with_what_it_makes() -> None:
    silent = [
        file.relative_to(KIT).as_posix()
        for file in modules()
        if file.stat().st_size and ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) is None
    ]

    assert silent == []
