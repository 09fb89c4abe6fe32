"""content/ becomes a Library: blocks, agendas, the seminar's script, lists and the outline, each entry checked where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from kit.model.library import (
    AgendaItem,
    AgendaTemplate,
    Assignment,
    BankQuestion,
    Block,
    Break,
    Card,
    CardSet,
    Checklist,
    Difference,
    Fact,
    FormField,
    FormTemplate,
    Handout,
    Letter,
    Library,
    MethodNumber,
    Outline,
    OutlinePage,
    OutlineSection,
    PackOutline,
    PackPart,
    Part,
    Piece,
    Point,
    Question,
    Risk,
    RoleTask,
    RuleExample,
    RuleExamples,
    Sample,
    ScriptBlock,
    SlideTemplate,
    Snag,
    Source,
    Step,
    Tags,
    Term,
    Timing,
)
from kit.model.problem import Invalid, Place, Problem
from kit.model.words import Forms, Text, Word, gender_of
from kit.read import yaml
from kit.read.characters import curled
from kit.read.fields import AUDIENCES, BASES, COHORTS, PHASES, Fields
from kit.read.problems import problems_sorted

CONTENT_VERSION = "1.0"
LIMITS = yaml.Limits(bytes=4 * 1024 * 1024, events=400_000)
FIRST_LANGUAGE = "da"  # in which content is written, and which carries the tags
ANCHORS = (
    "programme-start",
    "seminar",
    "midway",
    "programme-end",
    "group-start",
    "meeting",
    "homework-due",
    "closing-conversations",
    "group-end",
)
Made = TypeVar("Made")
Entry = TypeVar("Entry", Fact, Source, MethodNumber, AgendaTemplate, Checklist, Assignment, Term, Block)


def read(content: Path) -> Library:
    """Everything under `content`. Raises Invalid with every problem that a writer must mend."""
    problems: list[Problem] = []
    shelf = Shelf(content, problems, languages(content))
    facts = [*shelf.listed("facts.yaml", "", _fact)]
    library = Library(
        version=CONTENT_VERSION,
        languages=shelf.languages,
        method=method(content, problems),
        facts={fact.id: fact for fact in facts},
        booklet_words=dict(shelf.listed("booklet-words.yaml", "", _booklet_words)),
        sources={source.id: source for source in shelf.listed("sources.yaml", "sources", _source)},
        blocks={block.name: block for block in shelf.blocks()},
        agendas={agenda.id: agenda for agenda in shelf.each("agendas", _agenda)},
        seminar=tuple(shelf.each("seminar", _script)),
        handouts=tuple(shelf.listed("handouts.yaml", "handouts", _handout)),
        checklists={found.id: found for found in shelf.each("checklists", _checklist)},
        assignments={found.id: found for found in shelf.each("assignments", _assignment)},
        differences=tuple(shelf.listed("differences.yaml", "rows", _difference)),
        roles=tuple(shelf.listed("roles.yaml", "tasks", _role_task)),
        synonyms=tuple(shelf.listed("synonyms.yaml", "", _synonyms)),
        terms={term.id: term for term in shelf.listed("glossary.yaml", "terms", _term)},
        breaks=dict(shelf.listed("breaks.yaml", "", _breaks)),
        timings=tuple(shelf.listed("timings.yaml", "", _timing)),
        rules={found.rule: found for found in shelf.listed("rules.yaml", "", _rule)},
        zones=dict(shelf.listed("zones.yaml", "", _zone)),
        risks=tuple(shelf.listed("risks.yaml", "risks", _risk)),
        questions=tuple(shelf.listed("questions.yaml", "questions", _bank_question)),
        letters=tuple(shelf.each("letters", _letter)),
        forms=tuple(shelf.each("forms", _form)),
        cards=tuple(shelf.listed("cards.yaml", "sets", _card_set)),
        slides=tuple(shelf.listed("slides.yaml", "slides", _slide)),
        outline=shelf.outline(),
        seams=shelf.seams(),
    )
    if problems:
        raise Invalid(problems_sorted(problems))
    return library


def languages(content: Path) -> tuple[str, ...]:
    """The languages that blocks are written in: Danish first. A third one is twins, sentences, and no code."""
    found = {file.name.rsplit(".", 2)[1] for file in (content / "blocks").rglob("*.*.md")}
    return tuple(sorted(found, key=lambda language: (language != FIRST_LANGUAGE, language)))


def method(content: Path, problems: list[Problem] | None = None) -> Mapping[str, MethodNumber]:
    """Only content/method.yaml: what the organisation's reader needs for its defaults."""
    found: list[Problem] = [] if problems is None else problems
    fields = Fields(yaml.read(content / "method.yaml", "content/method.yaml", LIMITS), found)
    numbers = {}
    for name, node in [*fields.left.items()]:
        entry = Fields(node, found)
        value = entry.take("value", needed=True)
        numbers[name] = MethodNumber(
            name=name,
            value=yaml.plain(value) if value is not None else 0,
            basis=entry.choice("basis", ("pilot", "derived", "evidence", "own")),
            fact=entry.line("fact", ""),
        )
        entry.close()
    return numbers


def sentences(words: Path, language: str) -> Mapping[str, str]:
    """Our own sentences in one language: kit/words/<language>.yaml and every part beside it."""
    files = [words / f"{language}.yaml", *sorted((words / "parts").glob(f"*.{language}.yaml"))]
    return {str(code): str(said) for file in files for code, said in yaml.plain(yaml.read(file, file.name, LIMITS)).items()}


class Shelf:
    """The files of content/, read one by one. Reads under `content` only."""

    def __init__(self, content: Path, problems: list[Problem], languages: tuple[str, ...]) -> None:
        self.content = content
        self.problems = problems
        self.languages = languages

    def fields(self, node: yaml.Node) -> Fields:
        return Fields(node, self.problems, self.languages)

    def listed(self, name: str, key: str, make: Callable[[Fields], Made]) -> Iterator[Made]:
        """The entries of one file: its list under `key`, or the file itself when that is a list."""
        if not (self.content / name).is_file():
            return
        node = yaml.read(self.content / name, f"content/{name}", LIMITS)
        nodes = node.value if isinstance(node.value, tuple) else ()
        if key:
            whole = self.fields(node)
            found = whole.take(key, needed=True)
            whole.close()
            nodes = found.value if found is not None and isinstance(found.value, tuple) else ()
        for entry in nodes:
            fields = self.fields(entry)
            yield make(fields)
            fields.close()

    def each(self, folder: str, make: Callable[[Fields], Made]) -> Iterator[Made]:
        """One entry from every file of a folder, in the order of their names."""
        for file in sorted((self.content / folder).glob("*.yaml")):
            fields = self.fields(yaml.read(file, f"content/{folder}/{file.name}", LIMITS))
            yield make(fields)
            fields.close()

    def blocks(self) -> Iterator[Block]:
        for file in sorted((self.content / "blocks").rglob("*.da.md")):
            yield self._block(file)

    def _block(self, file: Path) -> Block:
        """A block and its twins: tags from the Danish file, title and words from each."""
        name = file.relative_to(self.content / "blocks").as_posix().removesuffix(".da.md")
        titles, bodies, keywords, places = {}, {}, {}, {}
        danish = None
        for language in self.languages:
            twin = file.with_name(file.name.replace(".da.md", f".{language}.md"))
            place = Place(f"content/blocks/{name}.{language}.md", 1, 1)
            if not twin.is_file():
                self.problems.append(Problem(code="C07", place=place, values={"language": language}))
                continue
            fields, body = self._front_matter(twin, place)
            titles[language], bodies[language], places[language] = curled(fields.line("title")), curled(body), place
            if "keywords" in fields.left:
                keywords[language] = fields.line("keywords")
            if language == FIRST_LANGUAGE:
                danish = (fields.truth("heading", True), fields.tags())
            fields.close()
        heading, tags = danish or (True, Fields(yaml.Node({}, Place(name)), []).tags())
        return Block(
            name=name,
            title=Text(tuple(titles.items())),
            body=Text(tuple(bodies.items())),
            tags=tags,
            heading=heading,
            keywords=Text(tuple(keywords.items())) if keywords else None,
            places=places,
        )

    def _front_matter(self, file: Path, place: Place) -> tuple[Fields, str]:
        whole = file.read_text(encoding="utf-8")
        _, _, rest = whole.partition("---\n")
        tags, fence, body = rest.partition("\n---\n")
        if not whole.startswith("---\n") or not fence:
            self.problems.append(Problem(code="C08", place=place))
            return Fields(yaml.Node({}, place), []), whole
        node, problems = yaml.parse(tags + "\n", place.file, LIMITS, first_line=2)
        self.problems.extend(problems)
        return self.fields(node), body.strip() + "\n"

    def seams(self) -> Mapping[str, tuple[str, ...]]:
        """content/seams.yaml: words by language, `halvdags|seminar`."""
        file = self.content / "seams.yaml"
        found = yaml.plain(yaml.read(file, "content/seams.yaml", LIMITS)) if file.is_file() else {}
        return {str(language): tuple(str(word) for word in words) for language, words in found.items()}

    def outline(self) -> Outline:
        file = self.content / "outline.yaml"
        if not file.is_file():
            return Outline(sections=(), packs=())
        fields = self.fields(yaml.read(file, "content/outline.yaml", LIMITS))
        outline = Outline(
            sections=fields.several("sections", _section, needed=True), packs=tuple(self.listed("packs.yaml", "packs", _pack))
        )
        fields.close()
        return outline


def _fact(fields: Fields) -> Fact:
    said = Text(tuple((language, fields.line(language)) for language in fields.languages))
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


def _booklet_words(fields: Fields) -> tuple[str, str]:
    return fields.line("fact"), fields.line("da")


def _synonyms(fields: Fields) -> Text:
    return Text(tuple((language, fields.line(language)) for language in fields.languages))


def _source(fields: Fields) -> Source:
    return Source(id=fields.line("id"), name=fields.line("name"), citation=fields.line("citation"), says=fields.words("says"))


def _agenda(fields: Fields) -> AgendaTemplate:
    return AgendaTemplate(
        id=fields.line("id"),
        title=fields.words("title"),
        based_on=fields.line("based_on"),
        meeting=fields.whole("meeting", 0),
        last=fields.truth("last"),
        items=fields.several("items", _item, needed=True),
        tags=fields.tags(phase="group-meetings", audience=("mentor",)),
    )


def _item(fields: Fields) -> AgendaItem:
    fields.take("basis"), fields.take("facts"), fields.take("sources")
    return AgendaItem(
        id=fields.line("id"),
        title=fields.words("title"),
        how=fields.maybe_words("how") or Text(everywhere=""),
        wished=fields.whole("wished", 0),
        each=fields.whole("each", 0),
        least=fields.whole("least", 0),
        least_each=fields.whole("least_each", 0),
        most=fields.maybe_whole("most"),
        per=fields.choice("per", ("mentee", "first-half", "second-half"), "mentee"),
        drop=fields.maybe_whole("drop"),
        grow=fields.maybe_whole("grow"),
        pause=fields.truth("pause"),
        sharing=fields.whole("sharing", 0),
        outdoors=fields.whole("outdoors", 0),
        point=fields.choice("point", ("", "arrive", "open-room", "pause", "gather"), ""),
    )


def _script(fields: Fields) -> ScriptBlock:
    handouts, cut, other = _materials(fields)
    return ScriptBlock(
        id=fields.line("id"),
        title=fields.words("title"),
        happens=fields.words("happens"),
        purpose=fields.words("purpose"),
        parts=fields.several("parts", _part),
        minutes=fields.minutes("minutes"),
        handouts=handouts,
        cut=cut,
        materials=other,
        few_mentors=fields.maybe_words("few_mentors"),
        short=fields.maybe_words("short") or Text(everywhere=""),
        snags=fields.several("snags", _snag),
        page=fields.line("page", ""),
        tags=fields.tags(phase="seminar", audience=("hr", "mentor")),
        pause=fields.truth("pause"),
    )


def _materials(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...], Text | None]:
    found = fields.take("materials")
    if found is None:
        return (), (), None
    things = fields.inside(found)
    taken = things.names("handouts"), things.names("cut"), things.maybe_words("other")
    things.close()
    return taken


def _part(fields: Fields) -> Part:
    return Part(title=fields.words("title"), steps=fields.several("steps", _step))


def _step(fields: Fields) -> Step:
    return Step(minutes=fields.minutes("minutes"), do=fields.words("do"), say=fields.maybe_words("say"))


def _snag(fields: Fields) -> Snag:
    return Snag(happens=fields.words("happens"), do=fields.words("do"))


def _handout(fields: Fields) -> Handout:
    fields.tags(phase="seminar", basis="own")
    return Handout(
        id=fields.line("id"),
        title=fields.words("title"),
        block=fields.line("block"),
        tip=fields.words("tip"),
        make=fields.line("make", ""),
        copies=fields.choice("copies", ("each", "each-and-leader", "pairs", "one"), "each-and-leader"),
    )


def _checklist(fields: Fields) -> Checklist:
    phase = fields.choice("phase", PHASES)
    return Checklist(
        id=fields.line("id"),
        title=fields.words("title"),
        kind=fields.choice("kind", ("watch-for", "tasks")),
        phase=phase,
        points=fields.several("points", lambda point: _point(point, phase), needed=True),
    )


def _point(fields: Fields, phase: str) -> Point:
    return Point(
        id=fields.line("id"),
        title=fields.words("title"),
        sign=fields.maybe_words("sign"),
        why=fields.maybe_words("why"),
        do=fields.maybe_words("do"),
        tags=fields.tags(phase=phase, basis="own"),
    )


def _assignment(fields: Fields) -> Assignment:
    return Assignment(
        id=fields.line("id"),
        title=fields.words("title"),
        based_on=fields.line("based_on"),
        after=fields.whole("after", 0),
        kind=fields.choice("kind", ("written", "reflection")),
        pages=fields.whole("pages", 1),
        why=fields.words("why"),
        intro=fields.words("intro"),
        questions=fields.several("questions", _question, needed=True),
        samples=fields.several("samples", _sample),
        tags=fields.tags(phase="homework", audience=("mentee", "mentor")),
    )


def _question(fields: Fields) -> Question:
    return Question(title=fields.words("title"), words=fields.words("words"))


def _sample(fields: Fields) -> Sample:
    answers = fields.take("answers", needed=True)
    texts = (
        tuple(fields.text_of("answers", node) for node in answers.value) if answers is not None and isinstance(answers.value, tuple) else ()
    )
    return Sample(who=fields.words("who"), answers=texts, to_mentor=fields.words("to_mentor"))


def _difference(fields: Fields) -> Difference:
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


def _role_task(fields: Fields) -> RoleTask:
    phase = fields.choice("phase", PHASES)
    return RoleTask(
        id=fields.line("id"),
        role=fields.choice("role", AUDIENCES),
        phase=phase,
        task=fields.words("task"),
        event=fields.line("event", ""),
        days=fields.whole("days", 0),
        tags=fields.tags(phase=phase),
    )


def _term(fields: Fields) -> Term:
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


def _zone(fields: Fields) -> tuple[str, str]:
    fields.choice("basis", BASES)
    return fields.line("country"), fields.line("zone")


def _breaks(fields: Fields) -> tuple[str, tuple[Break, ...]]:
    fields.choice("basis", BASES)
    return fields.line("id"), fields.several("breaks", _break, needed=True)


def _break(fields: Fields) -> Break:
    weeks = tuple(int(week) for week in fields.names("weeks"))
    return Break(id=fields.line("id"), title=fields.words("title"), weeks=weeks, first=_day(fields, "first"), last=_day(fields, "last"))


def _day(fields: Fields, name: str) -> tuple[int, int] | None:
    """`07-31` as month and day."""
    month, _, day = fields.line(name, "").partition("-")
    return (int(month), int(day)) if day else None


def _timing(fields: Fields) -> Timing:
    fields.choice("basis", BASES)
    return Timing(
        kind=fields.line("kind"),
        anchor=fields.choice("anchor", ANCHORS),
        days=fields.whole("days", 0),
        working_days=fields.whole("working_days", 0),
        months=fields.whole("months", 0),
    )


def _risk(fields: Fields) -> Risk:
    return Risk(
        id=fields.line("id"),
        risk=fields.words("risk"),
        sign=fields.words("sign"),
        cause=fields.words("cause"),
        action=fields.words("action"),
        owner=fields.words("owner"),
        tags=fields.tags(phase="organisation", audience=("hr", "sponsor")),
    )


def _bank_question(fields: Fields) -> BankQuestion:
    """`phase` of a question is the meeting that it suits best."""
    return BankQuestion(
        id=fields.line("id"),
        words=fields.words("words"),
        not_when=fields.words("not_when"),
        meeting=fields.choice("phase", ("M1", "M2", "M3", "M4", "any")),
        theme=fields.line("theme"),
        tone=fields.choice("tone", ("opening", "deepening", "turning", "closing")),
        tags=Tags(basis="own", audience=("mentor",), phase="group-meetings", cohort=fields.choice("cohort", COHORTS, "all")),
    )


def _letter(fields: Fields) -> Letter:
    sent = fields.take("when")
    moment = fields.inside(sent) if sent is not None else None
    event, days = (moment.line("event", ""), moment.whole("days", 0)) if moment else ("", 0)
    if moment:
        moment.close()
    return Letter(
        id=fields.line("id"),
        title=fields.words("title"),
        to=fields.choice("for", (*AUDIENCES, "group", "all")),
        subject=fields.words("subject"),
        body=fields.words("body"),
        no_promise=fields.truth("no_promise"),
        personal=fields.truth("personal"),
        event=event,
        days=days,
        tags=fields.tags(phase="organisation", audience=("hr",)),
    )


def _form(fields: Fields) -> FormTemplate:
    return FormTemplate(
        id=fields.line("id"),
        title=fields.words("title"),
        intro=fields.words("intro"),
        fields=fields.several("fields", _form_field, needed=True),
        tags=fields.tags(phase="organisation", audience=("hr",)),
    )


def _form_field(fields: Fields) -> FormField:
    options = fields.take("options")
    texts = (
        tuple(fields.text_of("options", node) for node in options.value) if options is not None and isinstance(options.value, tuple) else ()
    )
    return FormField(
        id=fields.line("id"),
        label=fields.words("label"),
        kind=fields.choice("kind", ("line", "lines", "check", "choice", "table", "text")),
        lines=fields.whole("lines", 0),
        options=texts,
        reads=fields.maybe_words("reads"),
        deleted=fields.maybe_words("deleted"),
    )


def _card_set(fields: Fields) -> CardSet:
    return CardSet(
        id=fields.line("id"),
        title=fields.words("title"),
        intro=fields.words("intro"),
        cards=fields.several("cards", _card, needed=True),
        block=fields.line("block", ""),
        handout=fields.line("handout", ""),
        copies=fields.choice("copies", ("one", "table", "circle", "three"), "one"),
        keyed=fields.truth("keyed"),
        tags=fields.tags(phase="seminar", audience=("hr", "mentor")),
    )


def _card(fields: Fields) -> Card:
    fields.take("trap"), fields.take("answer")  # for writers: the key says it in words
    return Card(id=fields.line("id"), words=fields.words("words"), key=fields.words("key"))


def _slide(fields: Fields) -> SlideTemplate:
    lines = fields.take("lines")
    texts = tuple(fields.text_of("lines", node) for node in lines.value) if lines is not None and isinstance(lines.value, tuple) else ()
    return SlideTemplate(
        id=fields.line("id"),
        block=fields.line("block"),
        title=fields.words("title"),
        lines=texts,
        notes=fields.words("notes"),
        say=fields.maybe_words("say"),
    )


def _rule(fields: Fields) -> RuleExamples:
    return RuleExamples(rule=fields.line("rule"), fails=_example(fields, "fails"), passes=_example(fields, "passes"))


def _example(fields: Fields, name: str) -> RuleExample:
    """Parts of files: organisation, roster."""
    texts = fields.mapping(name)
    return RuleExample(organisation=str(texts.get("organisation", "")), roster=str(texts.get("roster", "")))


def _section(fields: Fields) -> OutlineSection:
    return OutlineSection(id=fields.line("id"), title=fields.words("title"), pages=fields.several("pages", _page, needed=True))


def _page(fields: Fields) -> OutlinePage:
    following = fields.take("next")
    step = fields.inside(following) if following is not None else None
    page, words = (step.line("page"), step.maybe_words("words")) if step else ("", None)
    if step:
        step.close()
    return OutlinePage(
        id=fields.line("id"),
        lead=fields.line("lead", ""),
        pieces=tuple(_pieces(fields)),
        audience=fields.names("audience", AUDIENCES),
        layout=fields.choice("layout", ("page", "front", "door", "guide"), "page"),
        each=fields.choice("each", ("", "group", "meeting"), ""),
        next_page=page,
        next_words=words,
        place=fields.node.place,
    )


def _pieces(fields: Fields) -> Iterable[Piece]:
    found = fields.take("blocks")
    for item in found.value if found is not None and isinstance(found.value, tuple) else ():
        value = yaml.plain(item)
        if isinstance(value, str):
            yield Piece(block=value)
        else:
            templates = tuple(str(name) for name in value.pop("templates", ()))
            yield Piece(
                make=str(value.pop("make", "")),
                block=str(value.pop("block", "")),
                templates=templates,
                options={str(key): str(option) for key, option in value.items()},
            )


def _pack(fields: Fields) -> PackOutline:
    return PackOutline(
        name=fields.line("name"),
        title=fields.words("title"),
        each=fields.choice("each", ("", "group"), ""),
        needs=fields.choice("needs", ("", "seminar"), ""),
        booklet=fields.truth("booklet"),
        audience=fields.names("audience", AUDIENCES),
        pages=fields.names("pages"),
        parts=fields.several("parts", _pack_part, needed=True),
    )


PART_OPTIONS = ("page", "handout", "form", "list", "section", "role", "letter", "paper", "flows")


def _pack_part(fields: Fields) -> PackPart:
    return PackPart(
        make=fields.line("make"),
        title=fields.maybe_words("title"),
        lead=fields.line("lead", ""),
        pieces=tuple(_pieces(fields)),
        options={name: chosen for name in PART_OPTIONS if (chosen := fields.line(name, ""))},
        cohort=fields.choice("cohort", COHORTS, "all"),
        needs=fields.choice("needs", ("", "written", "closing"), ""),
    )
