"""content/ becomes a Library: blocks, agendas, the seminar's script, lists and the outline, each entry checked where it stands."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from kit.model.library import Block, Library, MethodNumber, Outline
from kit.model.problem import Invalid, Place, Problem
from kit.model.words import Text
from kit.read import yaml
from kit.read.characters import curled
from kit.read.entries import lists, order, room
from kit.read.fields import Fields
from kit.read.problems import problems_sorted

CONTENT_VERSION = "1.0"
LIMITS = yaml.Limits(bytes=4 * 1024 * 1024, events=400_000)
FIRST_LANGUAGE = "da"  # in which content is written, and which carries the tags
Made = TypeVar("Made")


def read(content: Path) -> Library:
    """Everything under `content`. Raises Invalid with every problem that a writer must mend."""
    problems: list[Problem] = []
    shelf = Shelf(content, problems, languages(content))
    facts = [*shelf.listed("facts.yaml", "", lists.fact)]
    library = Library(
        version=CONTENT_VERSION,
        languages=shelf.languages,
        method=method(content, problems),
        facts={fact.id: fact for fact in facts},
        booklet_words=dict(shelf.listed("booklet-words.yaml", "", lists.booklet_words)),
        sources={source.id: source for source in shelf.listed("sources.yaml", "sources", lists.source)},
        blocks={block.name: block for block in shelf.blocks()},
        agendas={agenda.id: agenda for agenda in shelf.each("agendas", room.agenda)},
        seminar=tuple(shelf.each("seminar", room.script)),
        handouts=tuple(shelf.listed("handouts.yaml", "handouts", room.handout)),
        checklists={found.id: found for found in shelf.each("checklists", room.checklist)},
        assignments={found.id: found for found in shelf.each("assignments", room.assignment)},
        differences=tuple(shelf.listed("differences.yaml", "rows", lists.difference)),
        roles=tuple(shelf.listed("roles.yaml", "tasks", lists.role_task)),
        synonyms=tuple(shelf.listed("synonyms.yaml", "", lists.synonyms)),
        terms={term.id: term for term in shelf.listed("glossary.yaml", "terms", lists.term)},
        breaks=dict(shelf.listed("breaks.yaml", "", lists.breaks)),
        timings=tuple(shelf.listed("timings.yaml", "", lists.timing)),
        rules={found.rule: found for found in shelf.listed("rules.yaml", "", lists.rule)},
        zones=dict(shelf.listed("zones.yaml", "", lists.zone)),
        risks=tuple(shelf.listed("risks.yaml", "risks", lists.risk)),
        questions=tuple(shelf.listed("questions.yaml", "questions", room.bank_question)),
        letters=tuple(shelf.each("letters", room.letter)),
        forms=tuple(shelf.each("forms", room.form)),
        cards=tuple(shelf.listed("cards.yaml", "sets", room.card_set)),
        slides=tuple(shelf.listed("slides.yaml", "slides", room.slide)),
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
            sections=fields.several("sections", order.section, needed=True), packs=tuple(self.listed("packs.yaml", "packs", order.pack))
        )
        fields.close()
        return outline
