"""axe-core, as axe-playwright-python packs it, on whatever a page shows just now."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = "([within, options]) => axe.run(within.length ? {include: within.filter(one => document.querySelector(one))} : document, options)"


def violations(page: Page, *, rules: tuple[str, ...] = (), enhanced: bool = False, within: tuple[str, ...] = ()) -> list[str]:
    """`rule: element` for each violation of WCAG 2.2 A and AA and of best practice, or of the named rules alone.

    `enhanced` asks for the contrast of AAA too; `within` looks at parts of the page.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SCRIPT + "; undefined")
    only: dict[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options = {
        "runOnly": only,
        "resultTypes": ["violations"],
        "preload": False,
        "rules": {"color-contrast-enhanced": {"enabled": True}} if enhanced else {},
    }
    found = page.evaluate(RUN, [list(within), options])
    return [f"{violation['id']}: {node['html'][:120]}" for violation in found["violations"] for node in violation["nodes"]]
