"""Exit codes, streams and languages of the whole command line, asked as a shell asks it."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kit import cli
from kit.terminal import Asked, Terminal
from tests.helpers import LEAST, ROOT, voice

PLAIN = {"LANG": "C.UTF-8"}
BROKEN = "organisation: ["
ENGLISH = f"languages: [en]\n{LEAST}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """We stand in an empty folder; `org/organisation.yaml` in it is Danish, `eng/` English, `bad/` broken."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"org": LEAST, "eng": ENGLISH, "bad": BROKEN}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "organisation.yaml").write_text(text, encoding="utf-8")
    return tmp_path


Answer = tuple[int, str, str]


def ask(capsys: pytest.CaptureFixture[str], written: str, **environment: str) -> Answer:
    """Exit code, stdout and stderr."""
    capsys.readouterr()
    code = cli.answered(written.split(), {**PLAIN, **environment})
    return code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("check org", 0),
        ("check org --strict", 1),  # one group only, and nobody has accepted that
        ("check bad", 1),
        ("check nowhere", 1),
        ("check org bad", 1),
        ("plan org", 0),
        ("plan bad", 1),
        ("build bad", 1),
        ("build nowhere --out new", 1),
        ("build org --out org", 1),
        ("schema", 0),
        ("--help", 0),
        ("check --help", 0),
        ("--version", 0),
        ("init new --defaults", 0),
        ("init org --defaults", 1),
        ("init new", 2),
        ("check", 2),
        ("chek org", 2),
        ("check org --port 3", 2),
    ],
)
@pytest.mark.usefixtures("folder")
def test_exit_codes(capsys: pytest.CaptureFixture[str], written: str, code: int) -> None:
    assert ask(capsys, written)[0] == code


@pytest.mark.parametrize(
    "written", ["check bad", "plan bad", "build bad", "check nowhere", "chek", "check org --port 3", "build org --out ."]
)
@pytest.mark.usefixtures("folder")
def test_what_is_wrong_is_said_on_stderr_alone(capsys: pytest.CaptureFixture[str], written: str) -> None:
    _, out, err = ask(capsys, written)

    assert (out, bool(err)) == ("", True)


def test_wrong_input_changes_nothing(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "site").mkdir()
    ask(capsys, "build bad")

    assert sorted(path.name for path in folder.iterdir()) == ["bad", "eng", "org", "site"]
    assert list((folder / "site").iterdir()) == []


@pytest.mark.parametrize(
    ("written", "environment", "said"),
    [
        ("check org", {}, "Advarsler (1):"),
        ("check eng", {}, "Warnings (1):"),
        ("check eng", {"LANG": "da_DK.UTF-8"}, "Warnings (1):"),  # the file's own language before the locale's
        ("check eng --lang da", {}, "Advarsler (1):"),
        ("check org", {"GRUPPEMENTOR_LANG": "en"}, "Warnings (1):"),
        ("check org --lang da", {"GRUPPEMENTOR_LANG": "en"}, "Advarsler (1):"),
        ("check org", {"GRUPPEMENTOR_LANG": ""}, "Advarsler (1):"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_language_of_messages(capsys: pytest.CaptureFixture[str], written: str, environment: dict[str, str], said: str) -> None:
    _, out, _ = ask(capsys, written, **environment)

    assert out.splitlines()[0] == said


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "Klammen"),
        ({"LANG": "en_GB.UTF-8"}, "The bracket"),
        ({"LANG": "da_DK.UTF-8"}, "Klammen"),
        ({"LANG": "fr_FR.UTF-8"}, "Klammen"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "The bracket"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_is_told_of_in_the_locales_language(
    capsys: pytest.CaptureFixture[str], environment: dict[str, str], said: str
) -> None:
    _, _, err = ask(capsys, "check bad", **environment)

    assert said in err


@pytest.mark.parametrize(
    ("written", "environment", "said"),
    [
        ("check", {}, "Her mangler 'ORG…'."),
        ("check", {"LANG": "en_US.UTF-8"}, "Missing argument 'ORG…'."),
        ("check", {"GRUPPEMENTOR_LANG": "en"}, "Missing argument 'ORG…'."),
        ("check --lang en", {}, "Missing argument 'ORG…'."),
        ("--lang=en check", {}, "Missing argument 'ORG…'."),
        ("--lang da check", {"LANG": "en_US.UTF-8"}, "Her mangler 'ORG…'."),
        ("--lang fr check", {}, "Værdien efter '--lang' kan ikke bruges: »fr« er ikke en af disse: 'da', 'en'."),
        ("check org", {"GRUPPEMENTOR_LANG": "fr"}, "GRUPPEMENTOR_LANG er »fr«, og det sprog har vi ikke. Vælg mellem: da, en."),
        (
            "check org",
            {"SOURCE_DATE_EPOCH": "i går"},
            "SOURCE_DATE_EPOCH er »i går«. Det skal være et helt antal sekunder siden 1970, eller også skal den slettes.",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_usage_in_the_readers_language(
    capsys: pytest.CaptureFixture[str], written: str, environment: dict[str, str], said: str
) -> None:
    code, _, err = ask(capsys, written, **environment)

    assert (code, err.splitlines()[0]) == (2, said)


def test_help_is_given_whatever_the_environment_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "--help", GRUPPEMENTOR_LANG="fr", SOURCE_DATE_EPOCH="i går")[0] == 0


def test_several_organisations_are_told_apart(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "eng" / "organisation.yaml").write_text(ENGLISH.replace("Lilleby", "Storby"), encoding="utf-8")

    _, out, err = ask(capsys, "check org eng bad")

    assert [line for line in out.splitlines() if line.endswith(")")] == ["Lilleby Kommune (org)", "Storby Kommune (eng)"]
    assert err.splitlines()[0] == "bad (bad)"


def test_the_environment_is_left_as_it_was(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "da:en")
    before = dict(os.environ)

    ask(capsys, "check --lang en")

    assert dict(os.environ) == before


# --- as a real process


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "PYTHON": sys.executable, "BUILD": str(ROOT / "build.py"), **environment}
    return subprocess.run(["sh", "-c", script], env=surroundings, capture_output=True, encoding="utf-8", errors="replace", check=False)


def test_a_reader_that_has_gone_away_is_nobodys_fault() -> None:
    ran = shell('{ "$PYTHON" "$BUILD" schema; echo "exit $?" >&2; } | head -1')

    assert ran.stderr == "exit 0\n"


def test_an_answer_that_cannot_be_written_is_no_success() -> None:
    ran = shell('"$PYTHON" "$BUILD" schema > /dev/full')

    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_old_terminals_letters_are_enough(encoding: str) -> None:
    ran = shell('"$PYTHON" "$BUILD" check organisations/nowhere', PYTHONIOENCODING=encoding)

    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)


def test_json_is_json_in_any_encoding(folder: Path) -> None:
    (folder / "bad" / "organisation.yaml").write_text("organisation: {name: Ærø 🏝, kommune: ja}", encoding="utf-8")
    ran = shell(f'"$PYTHON" "$BUILD" check --json {folder}/bad', PYTHONIOENCODING="ascii")

    assert json.loads(ran.stdout)["organisation"] == "Ærø 🏝"


def test_without_any_input_nobody_is_asked(tmp_path: Path) -> None:
    ran = shell(f'"$PYTHON" "$BUILD" init {tmp_path}/new --lang en <&-')

    assert (ran.returncode, ran.stderr.startswith("There is nobody here to ask.")) == (2, True)


def test_ctrl_c_is_130() -> None:
    """The process sends itself what Ctrl+C sends, in the midst of its work."""
    script = (
        "import os, signal, sys; from kit import cli, commands\n"
        "commands.check = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.argv[1:] = ['check', 'x']; cli.main()"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr.strip()) == (130, "", "")


def test_a_missing_system_library_is_3_with_the_line_that_installs_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "blind").mkdir()
    (tmp_path / "blind" / "sitecustomize.py").write_text(
        "import cffi\n"
        "def dlopen(self, name, flags=0):\n"
        "    raise OSError(f'cannot load library {name!r}: no such file')\n"
        "cffi.FFI.dlopen = dlopen\n",
        encoding="utf-8",
    )
    ran = shell(f'cd {folder} && "$PYTHON" "$BUILD" build org -q --only packs', PYTHONPATH=str(tmp_path / "blind"))

    assert ran.returncode == 3
    assert ran.stderr.splitlines()[-1] == "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    assert not (folder / "site").exists()


def on_a_screen(how: Asked, *more: str) -> str:
    """What a terminal of 40 columns is sent while a build is told of."""
    main, side = os.openpty()
    with os.fdopen(side, "w", encoding="utf-8") as screen, pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stderr", screen)
        patch.setenv("TERM", "xterm")
        patch.setenv("COLUMNS", "40")
        told(how, *more)
    written = b""
    with suppress(OSError):  # the end, as Linux tells it
        while more_of_it := os.read(main, 1000):
            written += more_of_it
    os.close(main)
    return written.decode()


def told(how: Asked, *more: str) -> None:
    terminal = Terminal(voice("da"), how)
    terminal.tell("build.read", "org")
    terminal.tell("build.compose", "Lilleby Kommune og alle dens venner")
    terminal.say("build.done", name="site/index.html")
    for code in more:
        terminal.complain(code)


def test_progress_is_one_line_on_a_terminal() -> None:
    assert on_a_screen(Asked()) == (
        "\r\x1b[KLæser org\r\x1b[KSkriver håndbogen til Lilleby Kommune …\r\x1b[KFærdig. Åbn site/index.html\r\n"
    )


def test_progress_is_plain_lines_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    told(Asked())

    assert capsys.readouterr().err.splitlines() == [
        "Læser org",
        "Skriver håndbogen til Lilleby Kommune og alle dens venner",
        "Færdig. Åbn site/index.html",
    ]


def test_quiet_says_only_what_is_wrong() -> None:
    assert on_a_screen(Asked(quiet=True), "build.stopped") == "Der er ikke bygget noget. Ret det, der står ovenfor, og prøv igen.\r\n"


def test_verbose_keeps_every_step_with_its_time() -> None:
    assert on_a_screen(Asked(verbose=True)).splitlines()[0] == "0 s  Læser org"
