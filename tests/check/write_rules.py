"""Writes docs/rules.md from the rules, their sentences and their examples: `python -m tests.check.write_rules`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from check.found import content, voice  # noqa: E402
from kit.check import docs  # noqa: E402

if __name__ == "__main__":
    (ROOT / "docs" / "rules.md").write_text(docs.markdown(voice("en").say, content(), "en"), encoding="utf-8")
