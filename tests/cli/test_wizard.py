"""`init` on a terminal asks; Enter keeps what it suggests."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUESTIONS = 7
STOPPED = 130


def wizard(folder: Path, answers: Sequence[str | bytes], language: str) -> tuple[int, str]:
    """Runs `init` with a terminal as its input; what it asked."""
    leader, follower = pty.openpty()
    os.write(leader, b"".join((answer.encode() if isinstance(answer, str) else answer) + b"\n" for answer in answers))
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


def test_a_wrong_answer_is_asked_for_again_and_the_others_are_kept(tmp_path: Path) -> None:
    answers = ["Søby Kommune", "", "", "", "Hold Ø", "ledere", "acting-leaders", "2027-02-30", "til marts", "2027-03-03"]
    code, asked = wizard(tmp_path / "søby", answers, "da")
    written = (tmp_path / "søby" / "organisation.yaml").read_text(encoding="utf-8")

    assert (code, asked.count("Hvad hedder det første hold?"), asked.count("Hvem er det for?"), asked.count("Hvornår")) == (0, 1, 2, 3)
    assert "organisation.yaml:11:13: O08 Forløbstypen »ledere«" in asked
    assert "organisation.yaml:12:20: V10 »2027-02-30«" in asked
    assert all(answer in written for answer in ("Søby Kommune", "Hold Ø", "acting-leaders", "2027-03-03"))


@pytest.mark.parametrize("typed", [b"S\xf8by", b'"', b"}: {", b"# x", b"S\x00by"], ids=["cp1252", "quote", "brackets", "note", "nul"])
def test_whatever_is_typed_the_file_is_in_order(tmp_path: Path, typed: bytes) -> None:
    """Letters of another code page and YAML's own signs are taken as text; what nobody can see is asked for again."""
    code, said = wizard(tmp_path / "ours", [typed, "Ærø", "Ærø", "HR", "mentor@aeroe.example", "", "", "", ""], "en")

    assert (code, "Traceback" in said) == (0, False)


def test_a_folder_that_is_taken_is_told_of_before_the_questions(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære alle", encoding="utf-8")
    code, said = wizard(tmp_path, [""] * QUESTIONS, "en")

    assert (code, said.count("[")) == (1, 0)
    assert "exists already" in said


@pytest.mark.parametrize("sign", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_who_stops_gets_a_quiet_word_and_no_file(tmp_path: Path, sign: str) -> None:
    code, screen = stopped(tmp_path / "ours", sign)

    assert (code, (tmp_path / "ours").exists()) == (STOPPED, False)
    assert screen.splitlines()[-1].startswith("Stoppet. Der er ikke skrevet noget.")
    assert "Traceback" not in screen


def stopped(folder: Path, sign: str) -> tuple[int, str]:
    """Answers one question, and types `sign` at the second; the exit code and what stood on the screen."""
    leader, follower = pty.openpty()
    command = [sys.executable, str(ROOT / "build.py"), "init", str(folder), "--lang", "da"]
    with subprocess.Popen(command, preexec_fn=lambda: os.login_tty(follower)) as running:  # a terminal of its own
        os.close(follower)
        screen = ""
        for typed, question in (("Søby Kommune\n", "Hvad hedder I?"), (sign, "strategi")):
            while question not in screen or not screen.endswith("] "):
                screen += os.read(leader, 1000).decode()
            os.write(leader, typed.encode())
        with suppress(OSError):  # the end, as Linux tells it
            while more := os.read(leader, 1000):
                screen += more.decode()
    os.close(leader)
    return running.returncode, screen
