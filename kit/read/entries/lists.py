"""What many pages draw on, entry by entry: facts, sources, differences, roles, terms, risks, dates, and what shows the rules."""

from kit.model.library import Break, Difference, Fact, Risk, RoleTask, RuleExample, RuleExamples, Source, Term, Timing
from kit.model.words import Forms, Text, Word, gender_of
from kit.read.characters import curled
from kit.read.fields import AUDIENCES, BASES, PHASES, Fields

ANCHORS = (
    "programme-start",
    "seminar",
    "midway",
    "programme-end",
    "group-start",
    "group-start-in-room",
    "group-start-on-screen",
    "meeting",
    "homework-due",
    "closing-conversations",
    "group-end",
)


def fact(fields: Fields) -> Fact:
    said = Text(tuple((language, curled(fields.line(language))) for language in fields.languages))
    fields.take("conflicts_with")
    return Fact(
        id=fields.line("id"),
        said=said,
        kind=fields.line("kind"),
        phase=fields.choice("phase", PHASES),
        applies_to=fields.line("applies_to"),
        audience=fields.names("audience", AUDIENCES),
        strength=fields.line("strength"),
        lines=fields.line("lines"),
        value={name: float(str(value)) for name, value in fields.mapping("value").items()},
        checkable=fields.truth("checkable"),
    )


def booklet_words(fields: Fields) -> tuple[str, str]:
    return fields.line("fact"), fields.line("da")


def synonyms(fields: Fields) -> Text:
    return Text(tuple((language, fields.line(language)) for language in fields.languages))


def source(fields: Fields) -> Source:
    return Source(id=fields.line("id"), name=fields.line("name"), citation=fields.line("citation"), says=fields.words("says"))


def difference(fields: Fields) -> Difference:
    drives = {
        name: {str(kind): str(value) for kind, value in choice.items()}
        for name, choice in fields.mapping("drives").items()
        if isinstance(choice, dict)
    }
    return Difference(
        id=fields.line("id"),
        aspect=fields.words("aspect"),
        aspiring=fields.words("aspiring"),
        acting=fields.words("acting"),
        drives=drives,
        tags=fields.tags(phase="design"),
    )


def role_task(fields: Fields) -> RoleTask:
    phase = fields.choice("phase", PHASES)
    return RoleTask(
        id=fields.line("id"),
        role=fields.choice("role", AUDIENCES),
        phase=phase,
        task=fields.words("task"),
        page=fields.line("page", ""),
        event=fields.line("event", ""),
        days=fields.whole("days", 0),
        tags=fields.tags(phase=phase),
    )


def term(fields: Fields) -> Term:
    forms = tuple((language, _forms(fields, language)) for language in fields.languages)
    return Term(
        id=fields.line("id"),
        word=Word(forms),
        explained=fields.words("explained"),
        also=fields.maybe_words("also"),
        tags=fields.tags(phase="design"),
    )


def _forms(fields: Fields, language: str) -> Forms:
    forms = {name: str(word) for name, word in fields.mapping(language).items()}
    singular = forms.get("singular", "")
    definite = forms.get("definite", f"the {singular}")
    return Forms(
        singular=singular,
        plural=forms.get("plural", singular),
        definite=definite,
        definite_plural=forms.get("definite_plural", f"the {forms.get('plural', singular)}"),
        gender=gender_of(definite) if language == "da" else "common",
    )


def risk(fields: Fields) -> Risk:
    return Risk(
        id=fields.line("id"),
        risk=fields.words("risk"),
        sign=fields.words("sign"),
        cause=fields.words("cause"),
        action=fields.words("action"),
        owner=fields.words("owner"),
        tags=fields.tags(phase="organisation", audience=("hr", "sponsor")),
    )


def zone(fields: Fields) -> tuple[str, str]:
    fields.choice("basis", BASES)
    return fields.line("country"), fields.line("zone")


def breaks(fields: Fields) -> tuple[str, tuple[Break, ...]]:
    fields.choice("basis", BASES)
    return fields.line("id"), fields.several("breaks", _break, needed=True)


def _break(fields: Fields) -> Break:
    weeks = tuple(int(week) for week in fields.names("weeks"))
    return Break(id=fields.line("id"), title=fields.words("title"), weeks=weeks, first=_day(fields, "first"), last=_day(fields, "last"))


def _day(fields: Fields, name: str) -> tuple[int, int] | None:
    """`07-31` as month and day."""
    month, _, day = fields.line(name, "").partition("-")
    return (int(month), int(day)) if day else None


def timing(fields: Fields) -> Timing:
    fields.choice("basis", BASES)
    return Timing(
        kind=fields.line("kind"),
        anchor=fields.choice("anchor", ANCHORS),
        days=fields.whole("days", 0),
        working_days=fields.whole("working_days", 0),
        months=fields.whole("months", 0),
    )


def rule(fields: Fields) -> RuleExamples:
    return RuleExamples(rule=fields.line("rule"), fails=_example(fields, "fails"), passes=_example(fields, "passes"))


def _example(fields: Fields, name: str) -> RuleExample:
    """Parts of files: organisation, roster."""
    texts = fields.mapping(name)
    return RuleExample(organisation=str(texts.get("organisation", "")), roster=str(texts.get("roster", "")))
