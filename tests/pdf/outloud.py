"""What `outloud` says of a file: PDF/UA checkpoints and what a validator cannot see. https://pypi.org/project/outloud/"""

from collections.abc import Iterable
from pathlib import Path

import outloud

# False alarms: small tables with more heads than cells (TBL-010), and words that are meant to stand on several pages (PAG-001).
# TBL-012 complains of tables that are mostly empty: ours are there to be filled in by hand.
SKIPPED = ("TBL-010", "PAG-001", "TBL-012")
SERIOUS = ("error", "warning")
SAMPLE = 80  # letters of the evidence that are enough


def findings(path: Path, feet: Iterable[str] = ()) -> list[str]:
    """Errors and warnings, as code and words.

    `feet` are the running feet of the pack. Where one does not come again on three pages outloud takes it for prose that
    is not read out (TAG-002); that it stands there, whole and silent, on every page is what our own check asks for.
    """
    silent = tuple(foot[:SAMPLE] for foot in feet if foot)
    said = outloud.check(str(path), skip=SKIPPED)
    serious = [found for found in said.findings if found.severity in SERIOUS]
    heard = [found for found in serious if not (found.rule == "TAG-002" and found.count == 1 and str(found.evidence).startswith(silent))]
    return [said.error] * bool(said.error) + [f"{found.rule} page {found.page}: {found.message} ({found.evidence})" for found in heard]
