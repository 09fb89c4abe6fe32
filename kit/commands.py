"""What each command does with what was asked for. Each gives the exit code: 0 fine, 1 a problem, 2 wrong usage, 3 something to install."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from kit import pipeline, publish, report, start, workers
from kit import serve as server
from kit.model.library import Library
from kit.model.problem import Finding, Invalid
from kit.pipeline import Home
from kit.read import language
from kit.read import library as library_reader
from kit.read import schema as schemas
from kit.terminal import Asked, Terminal

FINE, PROBLEM, USAGE, MISSING = 0, 1, 2, 3
EXAMPLE = "nordby"
PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
HERE = Path(__file__).resolve().parent


# --- the commands, in the order of the help


def build(how: Asked, *, org: Path | None, out: Path, private: Path, only: tuple[str, ...]) -> int:
    folder = org or example()
    terminal = speaking_to(how, folder)

    def work() -> int:
        chosen = only or pipeline.EVERYTHING
        built = pipeline.build(
            folder, out, home(), private=private, only=chosen, strict=how.strict, epoch=str(how.epoch), tell=terminal.tell
        )
        tell_of(terminal, built.known.findings)
        terminal.say("build.done", name=str(built.site / "index.html"))
        if how.as_json:
            organisation = built.known.source.organisation.identity.name
            found = report.findings_json(organisation, built.known.findings, terminal.voice)
            terminal.answer_json({**found, "site": str(built.site), "files": built.files})
        else:
            terminal.answer(str(built.site))
        return FINE

    return answered(terminal, folder, work)


def check(how: Asked, *, orgs: tuple[Path, ...]) -> int:
    return max(_check(how, folder, several=len(orgs) > 1) for folder in orgs)


def _check(how: Asked, folder: Path, *, several: bool) -> int:
    terminal = speaking_to(how, folder, titled=several)

    def work() -> int:
        known = pipeline.know(folder, home(), library())
        name, findings = known.source.organisation.identity.name, known.findings
        if how.as_json:
            terminal.answer_json(report.findings_json(name, findings, terminal.voice))
        else:
            nothing = [] if how.quiet else [terminal.voice.say("check.nothing", name=name)]
            terminal.answers(report.by_level(shown(findings, how, advice=not how.quiet), terminal.voice) or nothing)
        return PROBLEM if any(pipeline.stops(finding, how.strict) for finding in findings) else FINE

    return answered(terminal, folder, work)


def plan(how: Asked, *, orgs: tuple[Path, ...]) -> int:
    return max(_plan(how, folder, several=len(orgs) > 1) for folder in orgs)


def _plan(how: Asked, folder: Path, *, several: bool) -> int:
    """Names and titles are in --lang or else in the organisation's first language, whatever messages are in."""
    terminal = speaking_to(how, folder, titled=several)

    def work() -> int:
        known = pipeline.know(folder, home(), library())
        organisation = known.source.organisation
        voice = pipeline.voice(home(), how.language or organisation.languages[0])
        if how.as_json:
            terminal.answer_json(report.programme_json(organisation.identity.name, known.programme, voice))
        else:
            terminal.answers(report.programme_lines(known.programme, voice))
        grave = tuple(finding for finding in known.findings if pipeline.stops(finding, how.strict))
        terminal.notes(report.by_level(grave, terminal.voice))
        return PROBLEM if grave else FINE

    return answered(terminal, folder, work)


def serve(how: Asked, *, org: Path | None, port: int) -> int:
    folder = org or example()
    terminal = speaking_to(how, folder)

    def attempt(out: Path) -> int:
        def work() -> int:
            tell_of(
                terminal, pipeline.build(folder, out, home(), strict=how.strict, epoch=str(how.epoch), tell=terminal.tell).known.findings
            )
            return FINE

        return answered(terminal, folder, work)

    try:
        return server.serve(folder, (home().content, home().themes), port=port, build=attempt, say=terminal.say)
    except server.Taken:
        terminal.complain("serve.taken", name=str(port))
        return PROBLEM


def init(how: Asked, *, folder: Path, defaults: bool, dry_run: bool) -> int:
    terminal = speaking_to(how)
    beginning = start.beginning(terminal.voice.language)
    if not defaults:
        terminal.complain("init.defaults")
        return USAGE
    if dry_run:
        terminal.answer(beginning.removesuffix("\n"))
        return FINE
    try:
        file = start.write(folder, beginning)
    except FileExistsError:
        terminal.complain("init.exists", name=str(folder))
        return PROBLEM
    except OSError:
        terminal.complain("init.denied", name=str(folder))
        return PROBLEM
    terminal.say("init.done", name=str(file))
    if how.as_json:
        terminal.answer_json({"file": str(file)})
    else:
        terminal.answer(str(file))
    return FINE


def schema(how: Asked) -> int:
    speaking_to(how).answer(json.dumps(schemas.schema(library_reader.method(home().content)), ensure_ascii=False, indent=2))
    return FINE


# --- what they share


def home() -> Home:
    """Our own things: beside the code in a checkout, inside the package when installed."""
    root = HERE / "_data" if (HERE / "_data").is_dir() else HERE.parent
    return Home(content=root / "content", themes=root / "themes", words=HERE / "words", organisations=root / "organisations")


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
        if "cannot load library" not in str(error):  # Pango and friends are loaded by name, and missed by name
            raise
        terminal.complain("system.missing", line=PANGO)
        return MISSING
    return PROBLEM


def tell_of(terminal: Terminal, findings: Iterable[Finding], *, stopping: bool = False) -> None:
    """On stderr, beside a build's own answer."""
    how = terminal.how
    if stopping or how.verbose or not how.quiet:
        terminal.notes(report.by_level(shown(findings, how, advice=False), terminal.voice))


def shown(findings: Iterable[Finding], how: Asked, *, advice: bool) -> list[Finding]:
    """Errors and warnings; advice, and what is accepted, where it is wanted or with -v."""
    return [found for found in findings if advice or how.verbose or (found.accepted is None and found.level != "advice")]
