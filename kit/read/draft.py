"""The tree of organisation.yaml becomes an Organisation, or the problems of all its fields with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kit.model.library import MethodNumber
from kit.model.organisation import Organisation
from kit.model.problem import Place, Problem, Value
from kit.model.slug import slug
from kit.model.source import Places
from kit.model.written import FAULTS, Fault, Spoken, shown
from kit.read import together
from kit.read.fill import Filler, Path, Unknown
from kit.read.known import Known
from kit.read.problems import problem
from kit.read.yaml import Key, Node, Plain, places, plain

EXAMPLES = {  # for what is missing: by key, or by part and key
    "organisation": "{name: Nordby Kommune}",
    "programme": "{strategy: Ledelsesstrategi 2027}",
    "groups": "[{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}]",
    "organisation.name": "Nordby Kommune",
    "groups.name": "Hold 1",
    "cohorts.name": "Nye ledere",
    "programme.name": "En mentor til hver",
    "strategy": "Ledelsesstrategi 2027",
    "cohort": "aspiring-leaders",
    "based_on": "aspiring-leaders",
    "mentor": "450",
    "mentee": "400",
    "hr": "400",
    "meetings": "8",
    "hours": "[1, 1.5]",
    "reason": "Aftalt i hovedudvalget",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was made of the file: the tree with all defaults in it, its places, and an Organisation where nothing is wrong with a field.

    The tree is whole: a group beyond the bound of groups may be named elsewhere, and nobody is told that it is unknown.
    """

    tree: dict[str, Any]
    places: Places
    organisation: Organisation | None
    problems: tuple[Problem, ...]


def draft(node: Node, file: str, method: Mapping[str, MethodNumber], known: Known) -> Draft:
    where = Places(file=file, values=places(node))
    if not isinstance(node.value, Mapping):
        found = problem("Y16", node.place) if node.value is None else problem("V06", node.place, given=shown(plain(node)))
        return Draft(tree={}, places=where, organisation=None, problems=(found,))
    filler = Filler(method)
    bounded = with_ids(filler.fill(Organisation, plain(node)))
    tree = with_ids(Filler(method, bounded=False).fill(Organisation, plain(node))) if filler.too_many else bounded
    organisation, errors = validated(bounded, Spoken(wanted=together.wanted_languages(tree, known), known=known.languages))
    meant = {(*found.path, found.near) for found in filler.unknown if not found.homes}
    problems = (
        *(unknown_key(node, found) for found in filler.unknown),
        *(problem("V28", where.of(*path), dotted(path), most=most, length=length) for path, most, length in filler.too_many),
        *(found for error in errors if not already_told(error, meant) for found in field_problems(node, where, error)),
        *fitting(node, where, tree, known),
    )
    return Draft(tree=tree, places=where, organisation=organisation, problems=problems)


# --- ids of groups


def with_ids(tree: dict[str, Any]) -> dict[str, Any]:
    """Every group without an id gets the slug of its name in the file's first language."""
    groups = tree.get("groups")
    if not isinstance(groups, tuple):
        return tree
    front = next(iter(together.items(tree, "languages")), "da")
    taken = {group["id"] for group in groups if isinstance(group, dict) and isinstance(group.get("id"), str)}
    return {**tree, "groups": tuple(with_id(group, number, front, taken) for number, group in enumerate(groups, 1))}


def with_id(group: Plain, number: int, language: str, taken: set[str]) -> Plain:
    if not isinstance(group, dict) or "id" in group:
        return group
    name = group.get("name")
    words = name.get(language) or next(iter(name.values()), "") if isinstance(name, dict) else name
    made = slug(str(words or ""), number, taken)
    taken.add(made)
    return {**group, "id": made}


# --- what the model says


def validated(tree: dict[str, Any], spoken: Spoken) -> tuple[Organisation | None, list[ErrorDetails]]:
    try:
        return Organisation.model_validate(tree, context=spoken), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def already_told(error: ErrorDetails, meant: set[Path]) -> bool:
    """A missing field whose key was misspelt; a list that is only too short because pydantic leaves its wrong items out."""
    if error["type"] == "missing":
        return error["loc"] in meant
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def field_problems(node: Node, where: Places, error: ErrorDetails) -> Iterator[Problem]:
    """One pydantic error as problems of ours. Steps in <> or [] of its path are pydantic's own, not the file's."""
    path: Path = tuple(step for step in error["loc"] if not str(step).startswith(("<", "[")))
    faults = error["ctx"]["faults"] if error["type"] == FAULTS else (pydantic_fault(error),)
    yield from (field_problem(node, where, path, fault) for fault in faults)


def field_problem(node: Node, where: Places, path: Path, fault: Fault) -> Problem:
    asked = (*path, *fault.at)
    steps, found, key = written(node, asked)
    place = key if fault.on_key else where.of(*steps)
    values = {**fault.values, "given": found.written} if fault.code == "V02" and found.written else fault.values
    return problem(fault.code, place, dotted(asked), **values)


def pydantic_fault(error: ErrorDetails) -> Fault:
    """The few things that pydantic itself finds wrong."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "missing":
        key = str(error["loc"][-1])
        return Fault("V01", {"key": key, "example": EXAMPLES.get(f"{error['loc'][0]}.{key}") or EXAMPLES.get(key, "…")})
    if given is None:
        return Fault("V38" if "<false>" in error["loc"] else "V07", {})
    if kind == "literal_error":
        return literal_fault(error)
    if kind == "too_short":
        return Fault("V27", {"count": context["min_length"]})
    return Fault(WANTED[kind], {"given": shown(given)})


WANTED = {"tuple_type": "V05", "model_type": "V06", "dict_type": "V06", "mapping_type": "V06", "bool_type": "V24", "string_type": "V02"}


def literal_fault(error: ErrorDetails) -> Fault:
    """Pydantic's `'a', 'b' or 'c'` as `a, b, c`."""
    given = shown(error["input"])
    if "<false>" in error["loc"]:
        return Fault("V37", {"given": given})
    return Fault("V25", {"given": given, "allowed": error["ctx"]["expected"].replace(" or ", ", ").replace("'", "")})


def unknown_key(node: Node, found: Unknown) -> Problem:
    _, _, place = written(node, (*found.path, found.key))
    field = dotted((*found.path, found.key))
    if found.homes:
        return problem("Y06", place, field, key=str(found.key), under=", ".join(found.homes))
    return problem("Y05", place, field, key=str(found.key), near=found.near, known=", ".join(found.known))


def fitting(node: Node, where: Places, tree: dict[str, Any], known: Known) -> Iterator[Problem]:
    """What the fields say together."""
    for check in together.CHECKS:
        for code, path, values in check(tree, known):
            steps, _, _ = written(node, path)
            line_of = values.pop("line_of", None)
            lines: dict[str, Value] = {} if line_of is None else {"line": where.of(*line_of).line}
            yield problem(code, where.of(*steps), dotted(path), **values, **lines)


def dotted(path: Path) -> str:
    return ".".join(map(str, path))


def written(node: Node, path: Path) -> tuple[tuple[Key, ...], Node, Place]:
    """The steps of `path` that stand in the file (others are defaults), the node they lead to and the place of its key."""
    steps: list[Key] = []
    key = node.place
    for step in path:
        inner = child(node, step)
        if inner is None:
            continue
        key = node.keys.get(step, inner.place)
        steps.append(step)
        node = inner
    return tuple(steps), node, key


def child(node: Node, step: Key) -> Node | None:
    if isinstance(node.value, tuple):
        return node.value[step] if isinstance(step, int) and step < len(node.value) else None
    return node.value.get(step) if isinstance(node.value, Mapping) else None
