"""What the commands share: our own things, the terminal in the right language, and what becomes of a refusal."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from kit import pipeline, publish, report, workers
from kit.model.library import Library
from kit.model.problem import Finding, Invalid
from kit.pipeline import Home
from kit.read import language
from kit.read import library as library_reader
from kit.terminal import Asked, Terminal

FINE, PROBLEM, USAGE, MISSING, INTERRUPTED = 0, 1, 2, 3, 130
EXAMPLE = "nordby"
PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
KIT = Path(__file__).resolve().parent.parent


def home() -> Home:
    """Our own things: beside the code in a checkout, inside the package when installed."""
    root = KIT / "_data" if (KIT / "_data").is_dir() else KIT.parent
    return Home(content=root / "content", themes=root / "themes", words=KIT / "words", organisations=root / "organisations")


def example() -> Path:
    """The embedded default."""
    return home().organisations / EXAMPLE


@cache
def library() -> Library:
    """Read once, however many organisations are asked about."""
    return library_reader.read(home().content)


def speaking_to(how: Asked, folder: Path | None = None, *, titled: bool = False) -> Terminal:
    """The terminal, in the language of whoever asked, or else of the file it is about."""
    front = language.front(folder) if folder else None
    known = front and (home().words / f"{front}.yaml").is_file()
    title = f"{language.name(folder)} ({folder})" if folder and titled and not how.as_json else ""
    return Terminal(pipeline.voice(home(), how.speaks(front if known else None)), how, title)


def answered(terminal: Terminal, folder: Path, work: Callable[[], int]) -> int:
    """Do the work; what refuses it becomes sentences and an exit code."""
    try:
        return work()
    except Invalid as invalid:
        if terminal.how.as_json:
            terminal.answer_json(report.problems_json(language.name(folder), invalid.problems, terminal.voice))
        else:
            terminal.notes(report.lines(invalid.problems, terminal.voice))
    except pipeline.Stopped as stopped:
        if terminal.how.as_json:
            terminal.answer_json(report.findings_json(language.name(folder), stopped.findings, terminal.voice))
        tell_of(terminal, stopped.findings, stopping=True)
        terminal.complain("build.stopped")
    except publish.Refused as refused:
        terminal.complain(refused.code, name=str(refused.path))
    except workers.Lost:
        terminal.complain("build.lost")
    except OSError as error:
        if not is_missing_library(error):
            raise
        terminal.complain("system.missing", line=PANGO)
        return MISSING
    return PROBLEM


def is_missing_library(error: OSError) -> bool:
    """Pango and friends are loaded by name, and missed by name."""
    return "cannot load library" in str(error)


def tell_of(terminal: Terminal, findings: Iterable[Finding], *, stopping: bool = False) -> None:
    """On stderr, beside a build's own answer."""
    how = terminal.how
    if stopping or how.verbose or not how.quiet:
        terminal.notes(report.by_level(shown(findings, how, advice=False), terminal.voice))


def shown(findings: Iterable[Finding], how: Asked, *, advice: bool) -> list[Finding]:
    """Errors and warnings; advice, and what is accepted, where it is wanted or with -v."""
    return [found for found in findings if advice or how.verbose or (found.accepted is None and found.level != "advice")]
