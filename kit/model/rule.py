"""A rule of the method as people read of it: in a terminal, in docs/rules.md and on a page of the handbook."""

from dataclasses import dataclass

from kit.model.problem import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """Code and name as `check` prints them, how grave it can be, and the facts and sources that it rests on.

    What it asks and why stands in `kit/words` under `rule.<name>`, its examples in content/rules.yaml.
    """

    code: str
    name: str
    levels: tuple[Level, ...]
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
