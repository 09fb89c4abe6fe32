"""Building opens no socket: every one is refused, and nobody asks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.elsewhere import REFUSE, build
from tests.helpers import HOME


def test_site_and_calendars_ask_nothing_of_the_network(tmp_path: Path) -> None:
    built = build(tmp_path / "alone", HOME.organisations / "minimal", "--only", "site", "--only", "calendars")

    assert (built.code, built.sockets) == (0, ""), built.said


@pytest.mark.slow
def test_packs_and_letters_ask_nothing_of_the_network(tmp_path: Path) -> None:
    built = build(tmp_path / "alone", HOME.organisations / "minimal", "--only", "packs")

    assert (built.code, built.sockets) == (0, ""), built.said


def test_the_refusal_refuses(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    (tmp_path / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    script = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"
    surroundings = {"PYTHONPATH": str(tmp_path), "SOCKETS": str(tmp_path / "log")}

    ran = subprocess.run([sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=False)

    assert "no sockets while building" in ran.stderr
    assert "getaddrinfo" in (tmp_path / "log").read_text(encoding="utf-8")
