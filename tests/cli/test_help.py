"""`--help` stays quick: nothing heavy is imported for it. `make bench` measures how quick (tests/bench/help.py)."""

import subprocess
import sys

import pytest

from tests.helpers import ROOT

HEAVY = {"yaml", "mkdocs", "material", "weasyprint", "pydantic", "babel", "jinja2", "holidays", "PIL", "pikepdf", "openpyxl", "markdown"}


def imported_by(*arguments: str) -> set[str]:
    """Every top-level package that Python says it imported."""
    command = [sys.executable, "-X", "importtime", str(ROOT / "build.py"), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.rsplit("|", 1) for line in ran.stderr.splitlines() if line.startswith("import time:")]
    return {name.strip().partition(".")[0] for _, name in lines}


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",), ("chek",)], ids=" ".join)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    found = imported_by(*arguments)

    assert "click" in found
    assert found & HEAVY == set()


def test_checking_renders_nothing() -> None:
    """Checking a file is done often; MkDocs and WeasyPrint alone would take half of its time."""
    assert imported_by("check", str(ROOT / "organisations" / "minimal")) & {"mkdocs", "weasyprint"} == set()
