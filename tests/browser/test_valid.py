"""Every page is valid HTML: the Nu Html Checker and html-validate's preset `standard` have nothing to say."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests import node

BROKEN = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>x</title></head><body><ul><p>no item</p></ul></body></html>'
Check = Callable[[Path], CompletedProcess[str]]


def nu_html_checker(site: Path) -> CompletedProcess[str]:
    return node.validator("--errors-only", "--skip-non-html", str(site))


def html_validate(site: Path) -> CompletedProcess[str]:
    return node.run("html-validate/bin/html-validate.mjs", "--preset", "standard", "--max-warnings", "0", f"{site}/**/*.html")


CHECKS = (nu_html_checker, html_validate)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("built", ["site", "nordby"])
def test_every_page_is_valid(request: pytest.FixtureRequest, check: Check, built: str) -> None:
    found = check(request.getfixturevalue(built))

    assert (found.returncode, found.stdout + found.stderr) == (0, "")


@pytest.mark.parametrize("check", CHECKS)
def test_a_fault_would_be_seen(check: Check, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "page.html").write_text(BROKEN, encoding="utf-8")

    found = check(tmp_path)

    assert found.returncode == 1
    assert "page.html" in found.stdout + found.stderr
