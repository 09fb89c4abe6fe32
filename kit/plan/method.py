"""The method's numbers as the planner uses them: by name, in their own kind."""

from collections.abc import Mapping

from kit.model.library import Library
from kit.model.words import Text, text


def number(library: Library, name: str) -> float:
    value = library.method[name].value
    assert isinstance(value, int | float), name
    return float(value)


def whole(library: Library, name: str) -> int:
    return round(number(library, name))


def words(library: Library, name: str) -> Text:
    value = library.method[name].value
    assert isinstance(value, str | Mapping), name
    return text(value)


def several(library: Library, name: str) -> tuple[object, ...]:
    value = library.method[name].value
    assert isinstance(value, list | tuple), name
    return tuple(value)
