"""What each rule asks, why, and an example on either side of the line: RULES become Markdown in one language."""

from collections.abc import Callable, Iterator, Mapping

from kit.check import accept
from kit.check.rules import RULES, UNCHECKED
from kit.model.library import Library, RuleExample
from kit.model.problem import Level
from kit.model.rule import RuleCard

Say = Callable[[str], str]  # a sentence of kit/words by its code
LEVELS: Mapping[str, tuple[Level, ...]] = {
    "G01": ("error", "warning"),
    "G03": ("warning", "advice"),
    "G04": ("warning", "advice"),
    "G05": ("warning", "advice"),
    "G06": ("warning",),
    "S01": ("warning",),
    "M01": ("warning",),
    "M02": ("warning",),
    "M03": ("warning",),
    "M04": ("warning",),
    "F05": ("warning", "advice"),
    "H01": ("warning",),
    "P01": ("error", "warning"),
}  # every other rule only advises


def markdown(say: Say, library: Library, language: str) -> str:
    """The whole page, with its title."""
    sections = [_section(say, library, language, card) for card in cards()]
    return "\n".join([f"# {say('rules.title')}", "", say("rules.lead"), "", *sections, *_unchecked(say, library, language)])


def cards() -> tuple[RuleCard, ...]:
    """Every rule, and what is said of an acceptance that nothing needs."""
    known = [(rule.code, rule.name, rule.facts, rule.sources) for rule in RULES]
    return tuple(
        RuleCard(code=code, name=name, levels=LEVELS.get(code, ("advice",)), facts=facts, sources=sources)
        for code, name, facts, sources in (*known, (accept.CODE, accept.NAME, (), ()))
    )


def _section(say: Say, library: Library, language: str, card: RuleCard) -> str:
    return "\n".join([f"## {card.code} `{card.name}`", "", *explained(say, library, language, card)])


def explained(say: Say, library: Library, language: str, card: RuleCard) -> Iterator[str]:
    """One rule in lines of Markdown, without its heading."""
    yield say(f"rule.{card.name}.what")
    yield ""
    yield f"**{say('rules.level')}:** {', '.join(say(f'rules.level.{level}') for level in card.levels)}"
    yield ""
    yield f"**{say('rules.why')}:** {say(f'rule.{card.name}.why')}"
    yield ""
    yield f"**{say('rules.source')}:** {'; '.join(cited(library, language, card.facts, card.sources)) or say('rules.own')}"
    yield ""
    for title, example in (("rules.fails", library.rules[card.name].fails), ("rules.passes", library.rules[card.name].passes)):
        yield say(title)
        yield ""
        yield from shown(example)


def cited(library: Library, language: str, facts: tuple[str, ...], sources: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{library.facts[fact].said.said_in(language)} (`{fact}`)" for fact in facts)
    yield from (f"{library.sources[source].citation} ({source})" for source in sources)


def shown(example: RuleExample) -> Iterator[str]:
    for file, text in (("yaml", example.organisation), ("csv", example.roster)):
        if text:
            yield f"```{file}"
            yield text.rstrip("\n")
            yield "```"
            yield ""


def _unchecked(say: Say, library: Library, language: str) -> Iterator[str]:
    yield f"## {say('rules.unchecked')}"
    yield ""
    for fact in UNCHECKED:
        yield f"- {library.facts[fact].said.said_in(language)} (`{fact}`) {say(f'unchecked.{fact}')}"
    yield ""
