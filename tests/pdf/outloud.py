"""What `outloud` says of a file: PDF/UA checkpoints and what a validator cannot see. https://pypi.org/project/outloud/"""

import json
import subprocess
import sys
from pathlib import Path

# False alarms: small tables with more heads than cells (TBL-010), and words that are meant to stand on several pages (PAG-001).
# TBL-012 complains of tables that are mostly empty: ours are there to be filled in by hand.
SKIPPED = ("TBL-010", "PAG-001", "TBL-012")


def findings(path: Path) -> list[str]:
    """Errors and warnings, as code and words."""
    command = [Path(sys.executable).parent / "outloud", "--skip", ",".join(SKIPPED), "--fail-on", "never", "--json", "-", path]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{found['rule']} page {found['page']}: {found['message']}"
        for file in json.loads(said.stdout)["results"]
        for found in file["findings"]
    ]
