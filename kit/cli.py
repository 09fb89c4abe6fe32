"""The commands. Clock, locale and environment are read here, once, and passed on; results go to stdout, all else to stderr.

Nothing heavy is imported before a command runs: `--help` stays quick.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kit import __version__

if TYPE_CHECKING:
    from kit.model.problem import Finding
    from kit.pipeline import Home, Known
    from kit.words import Voice

HERE = Path(__file__).resolve().parent
EPOCH = "1790812800"  # 1 October 2026: what libraries are told when they ask the clock
FINE, PROBLEM, MISSING = 0, 1, 3
LANGUAGES = ("da", "en")
PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@cache
def words(language: str) -> Mapping[str, str]:
    """The help's sentences: a small JSON file, since YAML is slow to import."""
    loaded: Mapping[str, str] = json.loads((HERE / "words" / f"cli.{language}.json").read_text(encoding="utf-8"))
    return loaded


def language_asked(arguments: list[str]) -> str | None:
    """`--lang` wins over GRUPPEMENTOR_LANG; None when neither is given."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return os.environ.get("GRUPPEMENTOR_LANG") or None


def language_of_locale() -> str:
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if said.lower().startswith("en") else "da"


HELP = words(asked if (asked := language_asked(sys.argv[1:])) in LANGUAGES else language_of_locale())


def home() -> "Home":
    """Our own things: beside the code in a checkout, inside the package when installed."""
    from kit.pipeline import Home

    root = HERE / "_data" if (HERE / "_data").is_dir() else HERE.parent
    return Home(content=root / "content", themes=root / "themes", words=HERE / "words", organisations=root / "organisations")


class Teller:
    """Progress and messages on stderr, in one language, quiet when asked."""

    def __init__(self, language: str, quiet: bool) -> None:
        from kit.pipeline import voice

        self.voice: Voice = voice(home(), language)
        self.quiet = quiet

    def tell(self, code: str, name: str) -> None:
        if not self.quiet:
            click.echo(self.voice.say(code, name=name), err=True)

    def complain(self, code: str, **values: object) -> None:
        click.echo(self.voice.say(code, **values), err=True)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes, in any place."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help=HELP["quiet"]),
        click.option("-v", "--verbose", is_flag=True, help=HELP["verbose"]),
        click.option("--lang", type=click.Choice(LANGUAGES), default=None, envvar="GRUPPEMENTOR_LANG", help=HELP["lang"]),
    ):
        command = option(command)
    return command


class BuildByDefault(click.Group):
    """`python build.py` alone means `build`, and `python build.py --out x` means `build --out x`."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if not arguments or (arguments[0].startswith("-") and arguments[0] not in own and not self._names_command(arguments)):
            arguments = ["build", *arguments]
        return super().parse_args(context, arguments)

    def _names_command(self, arguments: list[str]) -> bool:
        return any(argument in self.commands for argument in arguments)


@click.group(cls=BuildByDefault, help=HELP["gruppementor"], context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(LANGUAGES), default=None, help=HELP["lang"])
@click.version_option(__version__, prog_name="gruppementor")
def gruppementor(lang: str | None) -> None:
    if lang:
        os.environ["GRUPPEMENTOR_LANG"] = lang


@gruppementor.command(help=HELP["build"])
@click.argument("org", required=False, type=click.Path(path_type=Path))
@click.option("--out", default=Path("site"), type=click.Path(path_type=Path), help=HELP["out"])
@click.option("--private", default=Path("private"), type=click.Path(path_type=Path), help=HELP["private"])
@click.option("--only", multiple=True, type=click.Choice(["site", "packs", "calendars"]), help=HELP["only"])
@click.option("--strict", is_flag=True, help=HELP["strict"])
@common
def build(org: Path | None, out: Path, private: Path, only: tuple[str, ...], strict: bool, quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit import pipeline

    folder = org or home().organisations / "nordby"
    teller = Teller(lang or front_language(folder), quiet)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", EPOCH)
    built = guarded(
        teller,
        lambda: pipeline.build(folder, out, home(), only=only or pipeline.EVERYTHING, strict=strict, epoch=epoch, tell=teller.tell),
    )
    report_findings(teller, built.known.findings, verbose)
    teller.tell("build.done", str(built.site / "index.html"))
    click.echo(str(built.site))


@gruppementor.command(help=HELP["check"])
@click.argument("orgs", metavar="ORG…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=HELP["json"])
@click.option("--strict", is_flag=True, help=HELP["strict"])
@common
def check(orgs: tuple[Path, ...], as_json: bool, strict: bool, quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit import pipeline, report
    from kit.model.problem import Invalid

    code = FINE
    for folder in orgs:
        teller = Teller(lang or front_language(folder), quiet)
        try:
            known = pipeline.know(folder, home())
        except Invalid as invalid:
            code = PROBLEM
            if as_json:
                click.echo(dumped({"organisation": folder.name, "problems": [report.problem_json(problem, teller.voice) for problem in invalid.problems]}))
            else:
                complain_of(teller, invalid)
            continue
        if any(pipeline.stops(finding, strict) for finding in known.findings):
            code = PROBLEM
        if as_json:
            name = known.source.organisation.identity.name
            click.echo(dumped({"organisation": name, "problems": [report.finding_json(finding, teller.voice) for finding in known.findings]}))
        else:
            for line in report.by_level(known.findings, teller.voice) or [teller.voice.say("check.nothing", name=known.source.organisation.identity.name)]:
                click.echo(line)
    sys.exit(code)


@gruppementor.command(help=HELP["plan"])
@click.argument("orgs", metavar="ORG…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=HELP["json"])
@common
def plan(orgs: tuple[Path, ...], as_json: bool, quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit import pipeline, report

    for folder in orgs:
        teller = Teller(lang or front_language(folder), quiet)
        known: Known = guarded(teller, lambda folder=folder: pipeline.know(folder, home()))
        if as_json:
            click.echo(dumped(report.programme_json(known.source.organisation.identity.name, known.programme, teller.voice)))
        else:
            for line in report.programme_lines(known.programme, teller.voice):
                click.echo(line)


@gruppementor.command(help=HELP["serve"])
@click.argument("org", required=False, type=click.Path(path_type=Path))
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help=HELP["port"])
@common
def serve(org: Path | None, port: int, quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit import serve as server

    folder = org or home().organisations / "nordby"
    teller = Teller(lang or front_language(folder), quiet)
    guarded(teller, lambda: server.serve(folder, home(), port=port, epoch=os.environ.get("SOURCE_DATE_EPOCH", EPOCH), tell=teller.tell, complain=lambda invalid: complain_of(teller, invalid)))


@gruppementor.command(help=HELP["init"])
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--defaults", is_flag=True, help=HELP["defaults"])
@common
def init(folder: Path, defaults: bool, quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit import start

    teller = Teller(lang or HELP["language"], quiet)
    if not defaults:
        teller.complain("init.defaults")
        sys.exit(2)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        teller.complain("init.exists", name=str(folder))
        sys.exit(PROBLEM)
    start.write(folder, teller.voice.language)
    teller.tell("init.done", str(folder / "organisation.yaml"))
    click.echo(str(folder / "organisation.yaml"))


@gruppementor.command(help=HELP["schema"])
@common
def schema(quiet: bool, verbose: bool, lang: str | None) -> None:
    from kit.read import library, schema as schemas

    click.echo(dumped(schemas.schema(library.method(home().content))))


def guarded(teller: Teller, work: Callable[[], Any]) -> Any:
    """Do the work; whatever refuses it becomes sentences on stderr and the exit code of design.md."""
    from kit import pipeline, publish
    from kit.model.problem import Invalid

    try:
        return work()
    except Invalid as invalid:
        complain_of(teller, invalid)
        sys.exit(PROBLEM)
    except pipeline.Stopped as stopped:
        report_findings(teller, stopped.findings, verbose=True)
        teller.complain("build.stopped")
        sys.exit(PROBLEM)
    except publish.Refused as refused:
        teller.complain(refused.code, name=str(refused.path))
        sys.exit(PROBLEM)
    except OSError as error:
        missing_library(teller, error)


def missing_library(teller: Teller, error: OSError) -> NoReturn:
    """Pango and friends are loaded by name and fail with an OSError that names them."""
    if "cannot load library" not in str(error):
        raise error
    teller.complain("system.missing", line=PANGO)
    sys.exit(MISSING)


def complain_of(teller: Teller, invalid: Any) -> None:
    from kit import report

    for line in report.lines(invalid.problems, teller.voice):
        click.echo(line, err=True)


def report_findings(teller: Teller, findings: "tuple[Finding, ...]", verbose: bool) -> None:
    from kit import report

    shown = findings if verbose else tuple(finding for finding in findings if finding.level != "advice")
    if not teller.quiet:
        for line in report.by_level(shown, teller.voice):
            click.echo(line, err=True)


def front_language(folder: Path) -> str:
    """The file's first language if it can be read, else the locale's, else Danish."""
    from kit.read import language

    return language.front(folder) or language_of_locale()


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """The entry point: interrupted is 130, a closed pipe is nobody's fault."""
    try:
        gruppementor(prog_name="gruppementor")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FINE)
