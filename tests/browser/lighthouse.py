"""Lighthouse's mobile profile on four pages of nordby, median of five, on the nginx of docs/publishing.md: `make lighthouse`.

Search engines are let in there, because nordby's file does not say `noindex`.
"""

import json
import os
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import node
from tests.browser.server import example, nginx

PAGES = {"front": "index.html", "role": "mentor.html", "meeting": "groups/hold-a/meeting-1.html", "checklist": "checklist-room.html"}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 5
Scores = Mapping[str, float]


def once(address: str) -> Scores:
    """The scores of one run, 0 to 100, and what did not get its full mark."""
    settings = ["--quiet", "--output=json", f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox"]
    run = node.run("lighthouse/cli/index.js", address, *settings, env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"})
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    return {name: round(100 * report["categories"][name]["score"]) for name in LEAST}


def medians(address: str) -> Iterator[tuple[str, Scores]]:
    """Each page with its median scores, as soon as they are there."""
    for name, page in PAGES.items():
        runs = [once(f"{address}/{page}") for _ in range(RUNS)]
        yield name, {category: statistics.median(run[category] for run in runs) for category in LEAST}


def main() -> None:
    """A table for docs/proof.md."""
    with TemporaryDirectory() as workplace, nginx(example("nordby", Path(workplace)), Path(workplace)) as address:
        print("page      ", *LEAST)
        for name, scores in medians(address):
            print(f"{name:10}", *(f"{score:>{len(category)}g}" for category, score in scores.items()), flush=True)


if __name__ == "__main__":
    main()
