"""What the content, the rules and the format hold, as lines for a terminal."""

import difflib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar, cast

from kit.check import accept
from kit.check import docs as rule_documents
from kit.model.library import Block, Fact, Library
from kit.words import Voice

Schema = Mapping[str, Any]
Named = TypeVar("Named")


class Unknown(LookupError):
    """No such name; `near` is the one that looks most like it."""

    def __init__(self, given: str, known: Collection[str]) -> None:
        super().__init__(given)
        self.given = given
        self.near = next(iter(difflib.get_close_matches(given.lower(), list(known), n=1, cutoff=0.0)), "")


# --- facts and blocks


def facts(library: Library, voice: Voice) -> Iterator[str]:
    """Every fact of the ledger, a line each."""
    for fact in library.facts.values():
        yield f"{fact.id}  {voice.value(fact.said)}"


def fact(library: Library, id: str, voice: Voice) -> Iterator[str]:
    """One fact: what it says, where it stands, and which blocks rest on it."""
    found = _named(library.facts, id)
    yield str(voice.value(found.said))
    kind, phase, strength = (
        voice.say(code) for code in (f"fact.kind.{found.kind}", f"phase.{found.phase}", f"fact.strength.{found.strength}")
    )
    yield voice.say("lookup.fact", kind=kind, phase=phase, strength=strength, lines=found.lines)
    citing = [block.name for block in library.blocks.values() if id in block.tags.facts]
    if citing:
        yield voice.say("lookup.cited", blocks=", ".join(citing))


def chosen_facts(library: Library, id: str | None) -> tuple[Fact, ...]:
    """One, or every one."""
    return (_named(library.facts, id),) if id else tuple(library.facts.values())


def fact_json(fact: Fact, voice: Voice) -> Mapping[str, object]:
    said = str(voice.value(fact.said))
    return {"id": fact.id, "said": said, "kind": fact.kind, "phase": fact.phase, "strength": fact.strength, "lines": fact.lines}


def blocks(library: Library, voice: Voice) -> Iterator[str]:
    """Every block, a line each: name, title, basis."""
    for block in library.blocks.values():
        yield f"{block.name}  {voice.value(block.title)} ({voice.say(f'basis.{block.tags.basis}')})"


def block(library: Library, name: str, voice: Voice) -> Iterator[str]:
    """One block as its writers see it."""
    found = _named(library.blocks, name)
    yield f"# {voice.value(found.title)}"
    yield ""
    yield from str(voice.value(found.body)).rstrip().splitlines()


def named_block(library: Library, name: str) -> Block:
    return _named(library.blocks, name)


def _named(known: Mapping[str, Named], name: str) -> Named:
    if name not in known:
        raise Unknown(name, known)
    return known[name]


# --- codes, rules and fields


def explained(library: Library, schema: Schema, what: str, voice: Voice) -> Iterator[str]:
    """A code as it stands in a message, a rule by its name, or a field of organisation.yaml."""
    known = dict(fields(schema))
    rules = {name: card for card in rule_documents.cards() for name in (card.code, card.name)}
    if what in rules:
        rule = rules[what]
        yield f"{rule.code} {rule.name}"
        yield ""
        yield from rule_documents.explained(voice.say, library, voice.language, rule)
    elif what in known:
        yield from _field(what, known[what], schema, voice)
    elif what.isupper() and voice.knows(what):
        yield f"{what} {voice.sentences[what]}"
    else:
        codes = [code for code in voice.sentences if code.isupper() or code[1:].isdecimal()]
        raise Unknown(what, [*rules, *known, *codes, accept.NAME])


def fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every field of the format with its path, `groups.start`."""
    yield from _fields(schema, schema)


def described(schema: Schema, voice: Voice) -> dict[str, Any]:
    """The format with what each field means, for an editor that shows it."""
    whole: dict[str, Any] = json.loads(json.dumps(schema))
    for path, field in fields(whole):
        cast("dict[str, Any]", field)["description"] = voice.say(f"field.{path}")
    return whole


def _fields(part: Schema, whole: Schema, at: str = "") -> Iterator[tuple[str, Schema]]:
    """Every field with its path, `groups.start`: lists and keys of one's own are left out of it."""
    if "$ref" in part:
        yield from _fields(whole["$defs"][part["$ref"].rpartition("/")[2]], whole, at)
    inside = (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("patternProperties", {}).values())
    for choice in (*inside, part.get("items"), part.get("additionalProperties")):
        if isinstance(choice, Mapping):
            yield from _fields(choice, whole, at)
    for name, inner in part.get("properties", {}).items():
        path = f"{at}.{name}".lstrip(".")
        yield path, inner
        yield from _fields(inner, whole, path)


def _field(path: str, field: Schema, whole: Schema, voice: Voice) -> Iterator[str]:
    yield path
    yield voice.say(f"field.{path}")
    for choice in (field, *field.get("anyOf", ())):
        if "enum" in choice or "const" in choice:
            yield voice.say("lookup.one-of", allowed=", ".join(map(str, choice.get("enum", [choice.get("const")]))))
        elif "minimum" in choice:
            yield voice.say("lookup.between", least=choice["minimum"], most=choice["maximum"])
        elif choice.get("format") == "date":
            yield voice.say("lookup.date")
        elif choice.get("type") == "boolean":
            yield voice.say("lookup.yes-or-no")
    if field.get("default") is not None:
        yield voice.say("lookup.default", value=str(field["default"]))
    inner = [name.rpartition(".")[2] for name, _ in _fields(field, whole, path) if name.count(".") == path.count(".") + 1]
    if inner:
        yield voice.say("lookup.holds", fields=", ".join(dict.fromkeys(inner)))
