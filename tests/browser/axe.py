"""axe-core, as axe-playwright-python packs it, on whatever a page shows just now."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *, rules: tuple[str, ...] = ()) -> list[str]:
    """`rule: element` for each violation of WCAG 2.2 A and AA and of best practice, or of the named rules alone."""
    page.evaluate(SCRIPT + "; undefined")
    only: dict[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})", only)
    return [f"{violation['id']}: {node['html'][:120]}" for violation in found["violations"] for node in violation["nodes"]]
