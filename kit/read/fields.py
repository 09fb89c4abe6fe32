"""One mapping of a content file, field by field: each taken once, checked for its kind, and what nobody took is a problem.

Content is ours, so its problems speak to writers: where, which field, what was wanted.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from kit.model.library import AUDIENCES as AUDIENCES
from kit.model.library import PHASES as PHASES
from kit.model.library import Basis, Tags
from kit.model.problem import Place, Problem
from kit.model.words import Text
from kit.read.characters import curled
from kit.read.yaml import Node, plain

Made = TypeVar("Made")
Choice = TypeVar("Choice", bound=str)
BASES: tuple[Basis, ...] = ("pilot", "derived", "evidence", "own")
COHORTS = ("all", "aspiring-leaders", "acting-leaders")


class Fields:
    """A mapping being read. Every method takes one field out; `close` reports what is left. A text must be there in all `languages`."""

    def __init__(self, node: Node, problems: list[Problem], languages: tuple[str, ...] = ()) -> None:
        self.node = node
        self.problems = problems
        self.languages = languages
        self.left: dict[str, Node] = {}
        if isinstance(node.value, Mapping):
            self.left = {str(key): value for key, value in node.value.items()}
        else:
            self.wrong("C02", node.place, wanted="mapping")
        self.known: list[str] = []

    def inside(self, node: Node) -> "Fields":
        """A mapping within this one, read in the same way."""
        return Fields(node, self.problems, self.languages)

    def wrong(self, code: str, place: Place, **values: str) -> None:
        self.problems.append(Problem(code=code, place=place, field=values.get("field", ""), values=values))

    def take(self, name: str, *, needed: bool = False) -> Node | None:
        self.known.append(name)
        found = self.left.pop(name, None)
        if found is None and needed:
            self.wrong("C01", self.node.place, field=name)
        return found

    def line(self, name: str, default: str | None = None) -> str:
        found = self.take(name, needed=default is None)
        if found is None:
            return default or ""
        if isinstance(found.value, str | int | float) and not isinstance(found.value, bool):
            return str(found.value)
        self.wrong("C03", found.place, field=name, wanted="text")
        return default or ""

    def choice(self, name: str, allowed: tuple[Choice, ...], default: Choice | None = None) -> Choice:
        found = self.take(name, needed=default is None)
        if found is None:
            return allowed[0] if default is None else default
        chosen = next((one for one in allowed if one == found.value), None)
        if chosen is None:
            self.wrong("C04", found.place, field=name, allowed=", ".join(allowed))
        return allowed[0] if chosen is None else chosen

    def whole(self, name: str, default: int | None = None) -> int:
        found = self.take(name, needed=default is None)
        if found is None:
            return default or 0
        if isinstance(found.value, int) and not isinstance(found.value, bool):
            return found.value
        self.wrong("C03", found.place, field=name, wanted="whole number")
        return default or 0

    def wholes(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        found = self.take(name)
        if found is None:
            return ()
        if not isinstance(found.value, tuple) or any(type(item.value) is not int for item in found.value):
            self.wrong("C03", found.place, field=name, wanted="list of whole numbers")
            return ()
        return tuple(int(str(item.value)) for item in found.value)

    def maybe_whole(self, name: str) -> int | None:
        if name in self.left:
            return self.whole(name)
        self.known.append(name)
        return None

    def truth(self, name: str, default: bool = False) -> bool:
        found = self.take(name)
        if found is None:
            return default
        if isinstance(found.value, bool):
            return found.value
        self.wrong("C03", found.place, field=name, wanted="true/false")
        return default

    def words(self, name: str) -> Text:
        """A text in every language; "" where it is missing (and that is a problem)."""
        found = self.take(name, needed=True)
        return self.text_of(name, found) if found is not None else Text(everywhere="")

    def maybe_words(self, name: str) -> Text | None:
        found = self.take(name)
        return self.text_of(name, found) if found is not None else None

    def text_of(self, name: str, found: Node) -> Text:
        """A node as a Text: one string for every language, or one a language."""
        value = plain(found)
        if isinstance(value, str):
            return Text(everywhere=value.strip())
        if isinstance(value, dict) and all(isinstance(words, str) for words in value.values()):
            for language in self.languages:
                if not value.get(language, "").strip() and any(words.strip() for words in value.values()):
                    self.wrong("C07", found.place, field=name, language=language)
            return Text(tuple((str(language), curled(words.strip())) for language, words in value.items()))
        self.wrong("C05", found.place, field=name)
        return Text(everywhere="")

    def names(self, name: str, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
        found = self.take(name)
        if found is None:
            return ()
        if not isinstance(found.value, tuple):
            self.wrong("C03", found.place, field=name, wanted="list")
            return ()
        for item in found.value:
            if allowed and item.value not in allowed:
                self.wrong("C04", item.place, field=name, allowed=", ".join(allowed))
        return tuple(str(item.value) for item in found.value)

    def several(self, name: str, make: Callable[["Fields"], Made], *, needed: bool = False) -> tuple[Made, ...]:
        """A list of mappings, each made into one value."""
        return tuple(make(fields) for fields in self.items(name, needed=needed))

    def items(self, name: str, *, needed: bool = False) -> Iterator["Fields"]:
        found = self.take(name, needed=needed)
        if found is None:
            return
        if not isinstance(found.value, tuple):
            self.wrong("C03", found.place, field=name, wanted="list")
            return
        for item in found.value:
            fields = self.inside(item)
            yield fields
            fields.close()

    def mapping(self, name: str) -> Mapping[str, object]:
        found = self.take(name)
        value = plain(found) if found is not None else {}
        return {str(key): inner for key, inner in value.items()} if isinstance(value, dict) else {}

    def minutes(self, name: str) -> Mapping[int, int]:
        """Minutes by length of the seminar."""
        return {int(length): int(str(value)) for length, value in self.mapping(name).items()}

    def tags(self, *, phase: str = "", basis: Basis | None = None, audience: tuple[str, ...] = ()) -> Tags:
        """basis, audience, phase, cohort, facts, sources, features; what the file says of all its entries is the default."""
        return Tags(
            basis=self.choice("basis", BASES, basis),
            audience=self.names("audience", AUDIENCES) or audience,
            phase=self.choice("phase", PHASES, phase or None),
            cohort=self.choice("cohort", COHORTS, "all"),
            facts=self.names("facts"),
            sources=self.names("sources"),
            features=self.names("features"),
        )

    def close(self) -> None:
        """What nobody took is unknown: the nearest known name is offered."""
        for name, node in self.left.items():
            near = difflib.get_close_matches(name, self.known, n=1)
            place = self.node.keys.get(name, node.place)
            self.wrong("C06", place, field=name, near=near[0] if near else ", ".join(self.known))
        self.left = {}
