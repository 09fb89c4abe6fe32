"""What fields of organisation.yaml say together: languages, ids, names of other parts, numbers that must fit.

Works on the tree as it was written, beside the model, so that these problems come in the same run as those of single
values; whatever is not of its kind is passed over here, for the model tells that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Any

from kit.model.organisation import BUILT_IN_COHORTS
from kit.model.written import Wrong, clock, shown
from kit.read.known import Known
from kit.read.problems import nearest
from kit.read.yaml import Key, Plain

COUNTRY = re.compile("[A-Z]{2}")  # anything else the model tells
NEIGHBOURS = ("DK", "FO", "GL", "NO", "SE", "FI", "IS", "DE", "NL", "GB")  # to choose among: all 250 would be no help
Path = tuple[Key, ...]
Fitting = tuple[str, Path, dict[str, Any]]  # code, path, values; {"line_of": path} asks for the line of another field
Check = Callable[[Mapping[str, Any], Known], Iterator[Fitting]]


def wanted_languages(tree: Mapping[str, Any], known: Known) -> tuple[str, ...]:
    """The languages of the file as far as they are languages."""
    written = tree.get("languages", ("da",))
    return tuple(dict.fromkeys(code for code in written if code in known.languages)) if isinstance(written, tuple) else ()


def languages(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    yield from (("O02", path, {"language": code}) for code, path in twice(items(tree, "languages"), ("languages",)))


def repeated(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    """The same unit, partner or weekday twice in its list."""
    lists = [("organisation", "units"), ("organisation", "partners"), *(("groups", number, "weekdays") for number, _ in groups(tree))]
    for path in lists:
        yield from (("O12", place, {"given": name}) for name, place in twice(items(tree, *path), path))


def group_ids(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    first: dict[str, int] = {}
    for number, group in groups(tree):
        written = group.get("id")
        if not isinstance(written, str):
            continue
        if written in first:
            yield "O07", ("groups", number, "id"), {"given": written, "line_of": ("groups", first[written], "id")}
        first.setdefault(written, number)


def cohorts(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    """A group's type is one of the two, or one of the organisation's own, which may not take their names."""
    own = tuple(str(key) for key in mapping(tree, "cohorts"))
    yield from (("O16", ("cohorts", key), {"given": key}) for key in own if key in BUILT_IN_COHORTS)
    known = tuple(dict.fromkeys((*BUILT_IN_COHORTS, *own)))
    for number, group in groups(tree):
        cohort = group.get("cohort")
        if isinstance(cohort, str) and cohort not in known:
            yield "O08", ("groups", number, "cohort"), {"given": cohort, "near": nearest(cohort, known), "known": ", ".join(known)}


def first_days(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    """Exactly one of `first_meeting` and `start_after`; weekdays are for the planner, so they need the latter."""
    for number, group in groups(tree):
        if "first_meeting" in group and "start_after" in group:
            yield "O10", ("groups", number, "start_after"), {}
        if "first_meeting" not in group and "start_after" not in group:
            yield "O09", ("groups", number), {}
        if group.get("weekdays") and "start_after" not in group:
            yield "O11", ("groups", number, "weekdays"), {}


def moved_meetings(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    """`dates` and `places` speak of meetings that there are."""
    for number, group in groups(tree):
        meetings = group.get("meetings")
        for name in ("dates", "places"):
            for key in mapping(group, name):
                if isinstance(meetings, int) and str(key).isdecimal() and int(key) > meetings:
                    yield "O13", ("groups", number, name, key), {"given": str(key), "meetings": meetings}


def within_the_day(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    """Whatever begins ends before midnight."""
    timed: list[tuple[Path, Mapping[Any, Any]]] = [
        (("programme", "seminar"), mapping(tree, "programme", "seminar")),
        (("programme", "mentor_meetings"), mapping(tree, "programme", "mentor_meetings")),
        *((("groups", number), group) for number, group in groups(tree)),
    ]
    for path, part in timed:
        start, hours = start_of(part), part.get("hours")
        if start is None or not isinstance(hours, int | float) or isinstance(hours, bool):
            continue
        if start.hour + start.minute / 60 + hours >= 24:
            yield "O18", (*path, "start"), {"start": shown(part["start"]), "hours": float(hours)}


def accepted_groups(tree: Mapping[str, Any], _: Known) -> Iterator[Fitting]:
    known = tuple(str(group["id"]) for _, group in groups(tree) if "id" in group)
    for rule, reason in mapping(tree, "accept").items():
        group = reason.get("group") if isinstance(reason, dict) else None
        if isinstance(group, str) and group not in known:
            yield "O17", ("accept", rule, "group"), {"given": group, "known": ", ".join(known)}


def content_version(tree: Mapping[str, Any], known: Known) -> Iterator[Fitting]:
    written = mapping(tree, "programme").get("content_version")
    if isinstance(written, str) and known.version and written != known.version:
        yield "O14", ("programme", "content_version"), {"given": written, "installed": known.version}


def terms(tree: Mapping[str, Any], known: Known) -> Iterator[Fitting]:
    for term in mapping(tree, "terms") if known.terms else ():
        if term not in known.terms:
            near = nearest(str(term), known.terms)
            yield "O21", ("terms", term), {"given": str(term), "near": near, "known": ", ".join(known.terms)}


def holidays(tree: Mapping[str, Any], known: Known) -> Iterator[Fitting]:
    """A country, and a part of it, whose public holidays we know."""
    written = mapping(tree, "programme", "holidays")
    country, part = written.get("country", "DK"), written.get("subdivision")
    if not known.countries or not isinstance(country, str) or not COUNTRY.fullmatch(country):
        return
    path = ("programme", "holidays")
    if country not in known.countries:
        yield "O22", (*path, "country"), {"given": country, "known": ", ".join(NEIGHBOURS)}
    elif isinstance(part, str) and part not in known.countries[country]:
        parts = known.countries[country]
        values = {"given": part, "country": country, "near": nearest(part, parts), "known": ", ".join(parts)}
        yield ("O23", (*path, "subdivision"), values) if parts else ("O24", (*path, "subdivision"), {"country": country})


CHECKS: tuple[Check, ...] = (
    languages,
    repeated,
    content_version,
    within_the_day,
    terms,
    holidays,
    cohorts,
    group_ids,
    first_days,
    moved_meetings,
    accepted_groups,
)


# --- what of the tree is of its kind


def mapping(tree: Mapping[Any, Any], *path: Key) -> Mapping[Any, Any]:
    found = at(tree, *path)
    return found if isinstance(found, dict) else {}


def items(tree: Mapping[Any, Any], *path: Key) -> tuple[str, ...]:
    """The words of a list; what is no word stands as ""."""
    found = at(tree, *path)
    return tuple(item if isinstance(item, str) else "" for item in found) if isinstance(found, tuple) else ()


def at(tree: Any, *path: Key) -> Plain:
    for key in path:
        if isinstance(tree, dict):
            tree = tree.get(key)
        elif isinstance(tree, tuple) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree


def groups(tree: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    written = tree.get("groups")
    for number, group in enumerate(written if isinstance(written, tuple) else ()):
        if isinstance(group, dict):
            yield number, group


def twice(words: tuple[str, ...], path: Path) -> Iterator[tuple[str, Path]]:
    seen: set[str] = set()
    for number, name in enumerate(words):
        if name and name in seen:
            yield name, (*path, number)
        seen.add(name)


def start_of(part: Mapping[Any, Any]) -> time | None:
    try:
        return clock(part.get("start"))
    except Wrong:
        return None
