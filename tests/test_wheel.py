"""The wheel is the whole product: installed elsewhere, it builds from an empty folder and never looks back at the checkout."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.helpers import ROOT

WATCH = """
import os, sys
def watch(event, about):
    path = os.path.realpath(about[0]) + os.sep if event == "open" and isinstance(about[0], str) else ""
    inside, apart = os.environ["CHECKOUT"] + os.sep, os.environ["APART"] + os.sep
    if path.startswith(inside) and not path.startswith(apart):
        os.write(2, f"LOOKED BACK AT {about[0]}\\n".encode())
sys.addaudithook(watch)
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `python -m build` does it, first a source package and from that the wheel. -P: not our own build.py."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT), cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a virtual environment with the wheel, on top of the packages that are here already."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder), cwd=folder)
    packages = next(folder.glob("lib/python3*/site-packages"))
    (packages / "here-already.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    python = str(folder / "bin" / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", str(wheel), cwd=folder)
    (packages / "watch.pth").write_text("import watch\n", encoding="utf-8")
    (packages / "watch.py").write_text(WATCH, encoding="utf-8")
    return folder / "bin"


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Offline: whatever is needed is here."""
    surroundings = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PIP_NO_INDEX": "1", "HOME": str(cwd)}
    surroundings |= {"CHECKOUT": str(ROOT), "APART": str(ROOT / ".venv")}  # the packages that are here already may lie in the checkout
    ran = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran


def test_content_themes_words_and_examples_are_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        *(f"kit/_data/{file}" for folder in ("content", "themes", "organisations") for file in committed(folder)),
        *committed("kit"),
    }

    assert wanted - inside == set()


def committed(folder: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "--", folder], cwd=ROOT, capture_output=True, text=True, check=True)
    return [file for file in listed.stdout.splitlines() if (ROOT / file).exists()]


def test_installed_it_builds_the_example_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    built = run(str(installed / "gruppementor"), "build", cwd=tmp_path)

    assert built.stdout == "site\n"
    assert "LOOKED BACK" not in built.stderr
    assert "Nordby" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "site" / "downloads" / "da" / "seminar-pack.pdf").read_bytes().startswith(b"%PDF")
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == ["private", "site"]


def test_installed_it_begins_checks_and_plans(installed: Path, tmp_path: Path) -> None:
    for asked in (["init", "vores", "--defaults"], ["check", "vores"], ["plan", "vores", "--json"], ["schema"], ["--help"]):
        assert "LOOKED BACK" not in run(str(installed / "gruppementor"), *asked, cwd=tmp_path).stderr
