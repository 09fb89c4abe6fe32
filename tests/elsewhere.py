"""A build in a process of its own, with surroundings of our choosing and every socket refused."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kit import manifest
from tests.helpers import ROOT

# Python runs this first in every process of the build, the workers included.
REFUSE = """
import os, sys
def refuse(event, about):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["SOCKETS"], "a", encoding="utf-8") as log:
            log.write(f"{event} {about[1:]}\\n")
        raise PermissionError("no sockets while building")
sys.addaudithook(refuse)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    code: int
    said: str
    sockets: str  # what was asked of the network
    folder: Path

    def digests(self, name: str = "site") -> dict[str, str]:
        whole = json.loads((self.folder / name / manifest.NAME).read_text(encoding="utf-8"))
        return {entry["path"]: entry["sha256"] for entry in whole["files"]}


def build(folder: Path, organisation: Path, *more: str, umask: int = 0o022, **surroundings: str) -> Built:
    """Stand in `folder` and build there."""
    (folder / "first").mkdir(parents=True)
    (folder / "first" / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    sockets = folder / "sockets.log"
    sockets.touch()
    ran = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "build", str(organisation), "-q", *more],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder / "first"), "SOCKETS": str(sockets), **surroundings},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(code=ran.returncode, said=ran.stderr, sockets=sockets.read_text(encoding="utf-8"), folder=folder)
