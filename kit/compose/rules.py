"""The rules of the method for those who organise: what each asks, why, and an example on either side of its line."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from kit.compose.fill import for_markdown
from kit.compose.making import Making
from kit.model.library import RuleExample
from kit.model.rule import RuleCard

Options = Mapping[str, str]
AMONG_GROUPS = ("mentor-manages-elsewhere", "closing-conversations")  # they lay one group beside another


def listed(making: Making, _: Options) -> str:
    """Every rule that can say something here, under what it is about, in the order in which `check` knows them."""
    return "\n\n".join([*_accepting(making), *_areas(making)])


def _accepting(making: Making) -> Iterator[str]:
    yield making.say("rules.accepting")
    yield f"```yaml\naccept:\n  out-of-hours: {making.say('rules.accepting.reason')}\n```"


def _areas(making: Making) -> Iterator[str]:
    several = len(making.programme.groups) > 1
    told = [card for card in making.rules if several or card.name not in AMONG_GROUPS]
    for letter, cards in groupby(told, key=lambda card: card.code[0]):
        yield f"## {making.say(f'rules.area.{letter}')}"
        yield from (part for card in cards for part in _card(making, card))


def _card(making: Making, card: RuleCard) -> Iterator[str]:
    levels = ", ".join(making.say(f"rules.level.{level}") for level in card.levels)
    examples = making.library.rules[card.name]
    yield f"### {card.code} `{card.name}` {{ #{card.name} }}"
    yield _ours(making, f"rule.{card.name}.what")
    yield f"**{making.say('rules.why')}:** {_ours(making, f'rule.{card.name}.why')}"
    yield f"**{making.say('rules.source')}:** {' '.join(_cited(making, card)) or making.say('rules.own')}\n{{: .gm-source }}"
    yield f"**{making.say('rules.level')}:** {levels}"
    lines = [*_example(making, "rules.fails", examples.fails), *_example(making, "rules.passes", examples.passes)]
    yield "\n\n".join([f"/// fold | {making.say('rules.examples')}", *lines, "///"])


def _ours(making: Making, code: str) -> str:
    """A sentence with the organisation's own words for ours."""
    return making.filler.terms(making.say(code))


def _cited(making: Making, card: RuleCard) -> Iterator[str]:
    yield from (making.markdown(making.library.facts[fact].said) for fact in card.facts)
    yield from (f"{for_markdown(making.library.sources[source].citation)}" for source in card.sources)


def _example(making: Making, title: str, example: RuleExample) -> Iterator[str]:
    """The lines of organisation.yaml, of the roster or of both."""
    yield making.say(title)
    for kind, text in (("yaml", example.organisation), ("text", example.roster)):
        if text:
            yield f"```{kind}\n{text.rstrip()}\n```"
