"""The commands about an organisation's programme: build, check, plan, serve, diff."""

from functools import partial
from pathlib import Path

from kit import difference, pipeline, report
from kit import serve as server
from kit.commands.shared import FINE, PROBLEM, answered, example, home, library, shown, speaking_to, tell_of
from kit.pipeline import Known
from kit.terminal import Asked, Terminal

PAGES = ("site", "calendars")  # what `serve` shows first


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
            told = report.by_level(shown(findings, how, advice=not how.quiet), terminal.voice)
            terminal.answers([*(told or nothing), *([] if how.quiet else report.summary(findings, terminal.voice))])
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

    def attempt(out: Path, only: tuple[str, ...]) -> int:
        def work() -> int:
            built = pipeline.build(folder, out, home(), only=only, strict=how.strict, epoch=str(how.epoch), tell=terminal.tell)
            if only == PAGES:  # once is enough
                tell_of(terminal, built.known.findings)
            return FINE

        return answered(terminal, folder, work)

    try:
        return server.serve(
            folder,
            (home().content, home().themes),
            port=port,
            pages=partial(attempt, only=PAGES),
            everything=partial(attempt, only=pipeline.EVERYTHING),
            say=terminal.say,
        )
    except server.Taken:
        terminal.complain("serve.taken", name=str(port))
        return PROBLEM


def diff(how: Asked, *, old: Path, new: Path) -> int:
    terminal = speaking_to(how, new)

    def work() -> int:
        parts = differences(pipeline.know(old, home(), library()), pipeline.know(new, home(), library()), terminal)
        if how.as_json:
            terminal.answer_json(parts)
        elif any(parts.values()):
            for part, lines in parts.items():
                terminal.answers([terminal.voice.say(f"diff.{part}"), *(f"  {line}" for line in lines)] if lines else [])
        else:
            terminal.say("diff.nothing")
        return FINE

    return answered(terminal, new, work)


def differences(old: Known, new: Known, terminal: Terminal) -> dict[str, list[str]]:
    """What differs, by what it is about."""
    voice, before, after = terminal.voice, tuple(pipeline.composed(old, home())), tuple(pipeline.composed(new, home()))
    said = [[f"{found.code} {report.sentence(found, voice)}" for found in known.findings] for known in (old, new)]
    return {
        "dates": [*difference.dates(old.programme, new.programme, voice)],
        "findings": [*difference.findings(*said)],
        "pages": [*difference.pages([book for book, _ in before], [book for book, _ in after])],
        "sheets": [*difference.sheets([pack for _, packs in before for pack in packs], [pack for _, packs in after for pack in packs])],
    }
