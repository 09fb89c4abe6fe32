"""What is used in the room or sent out, entry by entry: agendas, script, handouts, checklists, assignments, letters, forms, cards."""

from kit.model.library import (
    AgendaItem,
    AgendaTemplate,
    Assignment,
    BankQuestion,
    Card,
    CardSet,
    Checklist,
    FormField,
    FormTemplate,
    Handout,
    Letter,
    Part,
    Point,
    Question,
    Sample,
    ScriptBlock,
    SlideTemplate,
    Snag,
    Step,
    Tags,
)
from kit.model.words import Text
from kit.read.fields import AUDIENCES, COHORTS, PHASES, Fields


def agenda(fields: Fields) -> AgendaTemplate:
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
        steps=fields.wholes("steps"),
        point=fields.choice("point", ("", "arrive", "open-room", "pause", "gather"), ""),
    )


def script(fields: Fields) -> ScriptBlock:
    handouts, cut, other = _materials(fields)
    parts = fields.several("parts", _part)
    return ScriptBlock(
        id=fields.line("id"),
        title=fields.words("title"),
        happens=fields.words("happens"),
        purpose=fields.words("purpose"),
        parts=parts,
        minutes=fields.minutes("minutes"),
        handouts=handouts,
        cut=(*cut, *(name for part in parts for step in part.steps for name in step.cut)),
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
    return Step(
        minutes=fields.minutes("minutes"),
        do=fields.words("do"),
        say=fields.maybe_words("say"),
        cut=fields.names("cut"),
        needs=fields.maybe_words("needs"),
        enough=fields.maybe_whole("enough"),
        fewest_mentors=fields.whole("fewest_mentors", 0),
    )


def _snag(fields: Fields) -> Snag:
    return Snag(happens=fields.words("happens"), do=fields.words("do"))


def handout(fields: Fields) -> Handout:
    fields.tags(phase="seminar", basis="own")
    return Handout(
        id=fields.line("id"),
        title=fields.words("title"),
        block=fields.line("block"),
        tip=fields.words("tip"),
        make=fields.line("make", ""),
        copies=fields.choice("copies", ("each", "spare", "each-and-leader", "pairs", "one"), "each-and-leader"),
    )


def checklist(fields: Fields) -> Checklist:
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
        needs=fields.choice("needs", ("", "written"), ""),
        tags=fields.tags(phase=phase, basis="own"),
    )


def assignment(fields: Fields) -> Assignment:
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
    return Sample(
        name=fields.words("name"),
        work=fields.words("work"),
        answers=texts,
        to_mentor=fields.words("to_mentor"),
        last_line=fields.maybe_words("last_line"),
    )


def bank_question(fields: Fields) -> BankQuestion:
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


def letter(fields: Fields) -> Letter:
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


def form(fields: Fields) -> FormTemplate:
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
        needs=fields.choice("needs", ("", "written"), ""),
    )


def card_set(fields: Fields) -> CardSet:
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


def slide(fields: Fields) -> SlideTemplate:
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
