"""Parts of a page that are made from data: agendas, dates, checklists, tables. `MAKERS` spells them all out.

A maker takes a Making and the outline's options and gives Markdown (or HTML that Markdown leaves alone). A maker with
nothing to show gives "".
"""

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from kit.compose import agendas, budget, calendars, contents, dates, homework, months, printed, rules
from kit.compose.fill import cell, for_html, for_markdown
from kit.compose.letters import body as letter_body
from kit.compose.letters import sent, when
from kit.compose.letters import to as letter_to
from kit.compose.making import FACTS, Making, drawing, element, fetch, table
from kit.model.library import AUDIENCES, PHASES, Checklist, FormTemplate, Letter, Point, RoleTask, Term
from kit.model.problem import Deviation

Options = Mapping[str, str]
BOLD_LINE = re.compile(r"^(\*\*[^*\n]+\*\*\n)(?=\S)", re.MULTILINE)


def success_criteria(making: Making, _: Options) -> str:
    """What the organisation itself wants to see, beside the method's own criteria."""
    own = making.organisation.programme.success_criteria
    lines = "\n".join(f"- {for_markdown(text.said_in(making.voice.language))}" for text in own)
    return f"## {for_markdown(making.say('criteria.own', organisation=making.scope['organisation']['genitive']))}\n\n{lines}" if own else ""


def cohort_table(making: Making, _: Options) -> str:
    """Aspiring beside acting leaders, row by row (content/differences.yaml)."""
    rows = [[making.html(row.aspect), cell(making.html(row.aspiring)), cell(making.html(row.acting))] for row in making.library.differences]
    head = [for_html(making.say(code)) for code in ("difference.aspect", "cohort.aspiring-leaders", "cohort.acting-leaders")]
    return table(for_html(making.say("difference.caption")), [word[:1].upper() + word[1:] for word in head], rows) if rows else ""


def checklist(making: Making, options: Options) -> str:
    """A list of `content/checklists/`: things to tick, or watch-for points with sign, reason and what to do."""
    found = making.library.checklists.get(options["list"])
    if found is None:
        return ""
    points = making.points(found)
    return _ticks(making, points) if found.kind == "tasks" else "\n\n".join(_watch_for(making, found, point) for point in points)


def role_tasks(making: Making, options: Options) -> str:
    """What one role does, in the order of time, with dates where the programme has them."""
    tasks = dates.in_time(making, making.tasks(options["role"]))
    return dates.hanging((dates.of_task(making, task), _task(making, task)) for task in tasks)


def role_matrix(making: Making, _: Options) -> str:
    """Roles × phases: who does what when, a table a phase, in the order of time."""
    tasks = [task for task in making.library.roles if making.serves(task.tags.cohort)]
    head = [for_html(making.say(code)) for code in ("role", "role.does")]
    parts = []
    for phase in sorted({task.phase for task in tasks}, key=PHASES.index):
        name = making.say(f"phase.{phase}")
        rows = [
            [for_html(making.say(f"role.{role}")), _bullets(making, found)]
            for role in AUDIENCES
            if (found := [task for task in tasks if (task.role, task.phase) == (role, phase)])
        ]
        caption = for_html(making.say("role.caption", phase=name.lower()))
        parts.append(f"### {name}\n\n{table(caption, head, rows, kind=f'{FACTS} gm-roles gm-named')}")
    return "\n\n".join(parts)


def glossary(making: Making, _: Options) -> str:
    """Terms in the order of the alphabet of the language, each with what it means and what else it is called."""
    entries = [(_word(making, term), term) for term in making.library.terms.values()]
    return "\n\n".join(_entry(making, word, term) for word, term in sorted(entries, key=lambda entry: entry[0].lower()))


def _word(making: Making, term: Term) -> str:
    """The term as this organisation says it; what its parts are called stands in a field of its own."""
    if term.id == "unit":
        return str(making.scope["unit"]["singular"])
    return making.filler.plain(term.word.said_in(making.voice.language).singular, {})


def _entry(making: Making, word: str, term: Term) -> str:
    others = [other for other in making.said(term.also).split(", ") if other.lower() != word.lower()] if term.also else []
    also = [making.say("glossary.also", words=for_markdown(", ".join(others)))] if others else []
    return "\n\n".join([f"### {for_markdown(word)} {{ #term-{term.id} .gm-entry }}", making.markdown(term.explained), *also])


def sources(making: Making, _: Options) -> str:
    """The evidence, each work with what it says."""
    return "\n\n".join(
        f"### {source.id} · {for_markdown(source.name)} {{ #{source.id.lower()} .gm-entry }}\n\n"
        f"{for_markdown(source.citation)}\n\n{making.markdown(source.says)}"
        for source in making.library.sources.values()
    )


def facts(making: Making, _: Options) -> str:
    """The ledger: every fact of the booklet in our words, by phase."""
    ordered = making.library.facts.values()
    return "\n\n".join(
        f"### {making.say(f'phase.{phase}')}\n\n" + "\n".join(f"- {making.markdown(fact.said)}" for fact in group)
        for phase, group in groupby(
            sorted(ordered, key=lambda fact: list(dict.fromkeys(f.phase for f in ordered)).index(fact.phase)), key=lambda fact: fact.phase
        )
    )


def figure(name: str) -> Callable[[Making, Options], str]:
    """A drawing by name, as the pipeline handed it in. `twin: "no"` where the page has the same content as a table already."""

    def made(making: Making, options: Options) -> str:
        inside = drawing(making, name, twin=options.get("twin") != "no")
        return f'<figure class="gm-figure">\n{inside}\n</figure>' if inside else ""

    return made


def downloads(making: Making, _: Options) -> str:
    """What there is to print."""
    links = printed.everything(making)
    return dates.hanging([(for_html(link.note), element("a", for_html(link.words), href=link.target)) for link in links])


def risks(making: Making, _: Options) -> str:
    """The risk register: sign, cause, action, owner."""
    head = [for_html(making.say(f"risk.{column}")) for column in ("risk", "sign", "cause", "action", "owner")]
    rows = [
        [making.html(risk.risk), *(cell(making.html(text)) for text in (risk.sign, risk.cause, risk.action, risk.owner))]
        for risk in making.library.risks
    ]
    return table(for_html(making.say("risk.caption")), head, rows, kind="gm-table gm-wide")


def questions(making: Making, _: Options) -> str:
    """The question bank by theme, each question with when not to ask it."""
    served = [question for question in making.library.questions if making.serves(question.tags.cohort)]
    themes = list(dict.fromkeys(question.theme for question in served))
    head = [for_html(making.say(f"question.{column}")) for column in ("words", "tone", "not-when")]
    return "\n\n".join(
        f"## {making.say(f'theme.{theme}')}\n\n"
        + table(
            for_html(making.say("question.caption", theme=making.say(f"theme.{theme}").lower())),
            head,
            [
                [making.html(q.words), for_html(making.say(f"tone.{q.tone}")), cell(making.html(q.not_when))]
                for q in served
                if q.theme == theme
            ],
            kind="gm-table gm-questions gm-named",
        )
        for theme in themes
    )


def letters(making: Making, options: Options) -> str:
    """Every letter with whom it goes to, when, its files, and its words folded; but the one that has a page of its own."""
    return "\n\n".join(_letter(making, letter) for letter in sent(making) if letter.id != options.get("without"))


def one_letter(making: Making, options: Options) -> str:
    """One letter on a page of its own, where its subject is the heading."""
    found = next(letter for letter in making.library.letters if letter.id == options["letter"])
    heading = f"## {for_markdown(making.said(found.subject))} {{ #letter-{found.id} }}"
    return "\n\n".join([heading, fetch("", printed.of_letter(making, found)), _body(making, found)])


def _letter(making: Making, letter: Letter) -> str:
    heading = f"## {for_markdown(making.said(letter.title))} {{ #letter-{letter.id} }}"
    to = f"{making.say('letter-list.to')}: {letter_to(making, letter)}"
    about = f"{to} · {making.say('letter-list.when')}: {when(making, letter)}"
    subject = f"{making.say('letter.subject')} {for_markdown(making.said(letter.subject))}"
    folded = f"/// fold | {subject}\n{_body(making, letter)}\n///"
    return "\n\n".join([heading, fetch(for_html(about), printed.of_letter(making, letter)), folded])


def _body(making: Making, letter: Letter) -> str:
    """The words of a letter, with each heading in bold on a line of its own, as in Word."""
    return BOLD_LINE.sub(r"\1\n", letter_body(making, letter))


def forms(making: Making, _: Options) -> str:
    """Every form: what it asks, who reads it and when it is deleted."""
    return "\n\n".join(_form(making, form) for form in making.library.forms)


def _form(making: Making, form: FormTemplate) -> str:
    """Fields that the same people read, and that are deleted at the same time, stand together and say it once."""
    head = [for_html(making.say(f"form.{column}")) for column in ("field", "reads", "deleted")]
    alike = groupby(making.fields(form), key=lambda field: (making.html(field.reads), making.html(field.deleted)))
    rows = [[_fields([making.html(field.label) for field in fields]), *said] for said, fields in alike]
    fields = table(for_html(making.said(form.title)), head, rows, kind="gm-table gm-fields gm-named")
    return "\n\n".join(
        [
            f"## {for_markdown(making.said(form.title))} {{ #form-{form.id} }}",
            fetch("", [printed.of_form(making, form)]),
            making.markdown(form.intro),
            f"/// fold | {making.say('form.fields')}\n{fields}\n///",
        ]
    )


def _fields(labels: list[str]) -> str:
    return element("ul", "".join(element("li", label) for label in labels)) if len(labels) > 1 else labels[0]


def handouts(making: Making, _: Options) -> str:
    """The seminar's numbered sheets and what each is for."""
    head = [for_html(making.say(f"handout.{column}")) for column in ("number", "title", "tip")]
    rows = [
        [
            for_html(handout.id),
            element("a", making.html(handout.title), href=f"@download/sheets/{handout.id.lower()}"),
            making.html(handout.tip),
        ]
        for handout in making.library.handouts
    ]
    return table(for_html(making.say("handout.caption")), head, rows) if rows else ""


def deviations(making: Making, _: Options) -> str:
    """Where this programme differs from the pilot: first what was chosen with a reason, then the rest. Never from the roster."""
    chosen = [deviation for deviation in making.deviations if deviation.reason is not None]
    others = [deviation for deviation in making.deviations if deviation.reason is None]
    parts = [_differing(making, "deviation.chosen", chosen), _differing(making, "deviation.open", others)]
    return "\n\n".join(part for part in parts if part) or making.say("deviation.none")


def _differing(making: Making, heading: str, deviations: list[Deviation]) -> str:
    lines = [f"- {for_markdown(making.voice.tell(found.code, found.values))}{_because(making, found)}" for found in deviations]
    return "\n\n".join([f"## {making.say(heading)}", "\n".join(lines)]) if lines else ""


def _because(making: Making, found: Deviation) -> str:
    """The organisation's own reason, in its own words."""
    return f" **{making.say('deviation.because')}** {for_markdown(found.reason.said_in(making.voice.language))}" if found.reason else ""


def _ticks(making: Making, points: list[Point]) -> str:
    items = "\n".join(f"- {making.line_of(point)}" for point in points)
    return f"/// check\n{items}\n///"


def _watch_for(making: Making, found: Checklist, point: Point) -> str:
    parts = [
        f"**{making.say(f'watch.{name}')}** {making.markdown(text)}"
        for name, text in (("sign", point.sign), ("why", point.why), ("do", point.do))
        if text
    ]
    basis = element("p", for_html(making.say(f"basis.{point.tags.basis}")), class_=f"gm-basis gm-{point.tags.basis}")
    heading = f"### {making.markdown(point.title)} {{ #{found.id}-{point.id} }}"
    return "\n\n".join(part for part in (heading, making.kept_for(point), *parts, basis) if part)


def _bullets(making: Making, tasks: list[RoleTask]) -> str:
    return element("ul", "".join(element("li", _task(making, task)) for task in tasks))


def _task(making: Making, task: RoleTask) -> str:
    only = making.only_for(task.tags.cohort)
    return making.html(task.task) + (f" ({for_html(only)})" if only else "")


MAKERS: Mapping[str, Callable[[Making, Options], str]] = {
    "overview": contents.overview,
    "all-checklists": contents.checklists,
    "guides": contents.guides,
    "verdict": contents.verdict,
    "agenda": agendas.agenda,
    "seminar-day": agendas.seminar_day,
    "cohort-table": cohort_table,
    "success-criteria": success_criteria,
    "checklist": checklist,
    "role-tasks": role_tasks,
    "role-matrix": role_matrix,
    "dates": months.tables,
    "calendars": calendars.listed,
    "timeline": figure("timeline"),
    "group-model": figure("group-model"),
    "hours-figure": figure("hours"),
    "seminar-figure": figure("seminar-day"),
    "roles-figure": figure("roles-phases"),
    "cohorts-figure": figure("cohorts"),
    "chain-figure": figure("chain"),
    "budget": budget.told,
    "hours": budget.hours,
    "hours-beside": budget.beside,
    "assignment": homework.assignment,
    "homework": homework.homework,
    "homework-list": homework.listed,
    "brought-homework": homework.brought,
    "next-homework": homework.following,
    "downloads": downloads,
    "glossary": glossary,
    "sources": sources,
    "facts": facts,
    "risks": risks,
    "questions": questions,
    "letter": one_letter,
    "letters": letters,
    "forms": forms,
    "handouts": handouts,
    "deviations": deviations,
    "rules": rules.listed,
}
