"""LibreOffice opens what Word and PowerPoint would: the nearest that a test can get to them."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def converted(files: Sequence[Path], kind: str, into: Path) -> dict[str, Path]:
    """Every file saved as another kind (`pdf`, `txt:Text (encoded):UTF8`), by its name without ending. One start for all."""
    profile = into / "profile"  # its own, so that two tests never wait for each other
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(into)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    ending = kind.partition(":")[0]
    return {file.stem: into / f"{file.stem}.{ending}" for file in files}
