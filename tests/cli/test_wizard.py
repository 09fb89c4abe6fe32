"""`init` on a terminal asks; Enter keeps what it suggests."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUESTIONS = 7


def wizard(folder: Path, answers: list[str], language: str) -> tuple[int, str]:
    """Runs `init` with a terminal as its input; what it asked."""
    leader, follower = pty.openpty()
    os.write(leader, "".join(f"{answer}\n" for answer in answers).encode())
    command = [sys.executable, str(ROOT / "build.py"), "init", str(folder), "--lang", language]
    done = subprocess.run(command, stdin=follower, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    os.close(follower)
    os.close(leader)
    return done.returncode, done.stderr


def test_each_answer_goes_to_its_place(tmp_path: Path) -> None:
    answers = ["Søby Kommune", "", "", "mentor@soeby.example", "Hold Ø", "acting-leaders", "2027-03-03"]
    code, asked = wizard(tmp_path / "søby", answers, "da")
    lines = [line.split("  #")[0].strip() for line in (tmp_path / "søby" / "organisation.yaml").read_text(encoding="utf-8").splitlines()]

    assert (code, asked.count("[")) == (0, QUESTIONS)
    assert asked.startswith("Hvad hedder I? [Vores Kommune]")
    assert lines[2:] == [
        'name: "Søby Kommune"',
        "programme:",
        'strategy: "Vores ledelsesgrundlag"',
        "coordinator:",
        'name: "HR"',
        'email: "mentor@soeby.example"',
        "groups:",
        '- name: "Hold Ø"',
        "cohort: acting-leaders",
        "first_meeting: 2027-03-03",
    ]


def test_enter_alone_is_the_method(tmp_path: Path) -> None:
    code, asked = wizard(tmp_path / "ours", [""] * QUESTIONS, "en")

    assert (code, asked.count("[")) == (0, QUESTIONS)
    assert "first_meeting: 2027-02-03" in (tmp_path / "ours" / "organisation.yaml").read_text(encoding="utf-8")


def test_a_wrong_answer_writes_nothing(tmp_path: Path) -> None:
    code, said = wizard(tmp_path / "ours", ["", "", "", "", "", "", "2027-02-30"], "en")

    assert (code, (tmp_path / "ours").exists()) == (1, False)
    assert "2027-02-30" in said
