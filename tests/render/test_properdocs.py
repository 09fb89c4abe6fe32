"""The way out when MkDocs or Material ends: the pages are plain Markdown, and properdocs builds the same ones."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.bench.site import bare
from tests.composed import book
from tests.helpers import ROOT

MAIN = re.compile(r"<article.*?</article>", re.DOTALL)
FRAME = re.compile(r"<a class=\"headerlink\".*?</a>|\s+")


def written(site: Path, path: str) -> str:
    """What stands in the article of a page, without spaces and permanent links."""
    found = MAIN.search((site / path).read_text(encoding="utf-8"))
    return FRAME.sub("", found[0]) if found else ""


@pytest.mark.slow
def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    handbook = book("nordby", "da")
    for engine in ("mkdocs", "properdocs"):
        subprocess.run(bare(handbook, tmp_path / engine, engine), check=True, cwd=ROOT)

    pages = [page.path for page in handbook.pages]

    assert [path for path in pages if not written(tmp_path / "properdocs" / "site", path)] == []
    assert [path for path in pages if written(tmp_path / "properdocs" / "site", path) != written(tmp_path / "mkdocs" / "site", path)] == []
