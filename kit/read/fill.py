"""The tree of an organisation's file, walked beside the model: unknown keys told, blanks left out, the method's numbers put in."""

import difflib
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic.fields import FieldInfo

from kit.model.library import MethodNumber
from kit.model.organisation import Organisation, Part
from kit.read.problems import LONGEST_NAME, nearest
from kit.read.yaml import Key, Plain

Path = tuple[Key, ...]
CLOSE_ENOUGH = 0.75
MOST_HOMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A key that the model does not know there: the nearest that it knows, and where it belongs if it is known elsewhere."""

    path: Path
    key: Key
    near: str
    known: tuple[str, ...]
    homes: tuple[str, ...] = ()


@dataclass(slots=True)
class Filler:
    """Fills one tree. What nobody knows gathers in `unknown`, lists that are too long in `too_many`; both are taken out.

    Not `bounded`: what is one too many stays.
    """

    method: Mapping[str, MethodNumber]
    bounded: bool = True
    unknown: list[Unknown] = field(default_factory=list)
    too_many: list[tuple[Path, int, int]] = field(default_factory=list)  # path, most, how many

    def fill(self, wanted: Any, value: Plain, path: Path = ()) -> Plain:
        """`value` as the model takes it where the model wants `wanted`; a value of another kind stays as it is."""
        if isinstance(wanted, type) and issubclass(wanted, Part):
            whole = wanted.written_out(value)
            return self.part(wanted, whole, path) if isinstance(whole, dict) else whole
        kind, inner = get_origin(wanted), get_args(wanted)
        if kind is Annotated:
            return self.fill(inner[0], value, path)
        if kind in (Union, types.UnionType):
            for choice in inner:
                value = self.fill(choice, value, path)
        if kind is tuple and isinstance(value, list):
            return tuple(self.fill(inner[0], item, (*path, number)) for number, item in enumerate(value))
        if kind is Mapping and isinstance(value, dict):
            return {key: self.fill(inner[1], item, (*path, key)) for key, item in value.items()}
        return value

    def part(self, model: type[Part], written: dict[Key, Plain], path: Path) -> Plain:
        fields = fields_of(model)
        self.unknown += (unknown(key, tuple(fields), path) for key in written if key not in fields)
        filled = {key: value for key, value in written.items() if key in fields and not left_blank(value, fields[key])}
        for key, info in fields.items():
            number = method_number(info)
            if number is not None and key not in filled:
                filled[key] = self.method[number].value if number else {}
            if key in filled:
                filled[key] = self.fill(info.annotation, self.no_more(info, filled[key], (*path, key)), (*path, key))
        return filled

    def no_more(self, info: FieldInfo, value: Plain, path: Path) -> Plain:
        """At most as many items as the model allows."""
        most = next((mark.max_length for mark in info.metadata if isinstance(mark, MaxLen)), None)
        if not self.bounded or most is None or not isinstance(value, list | dict) or len(value) <= most:
            return value
        self.too_many.append((path, most, len(value)))
        return value[:most] if isinstance(value, list) else dict(islice(value.items(), most))


def left_blank(value: Plain, info: FieldInfo) -> bool:
    """`phone:` with nothing after it is as good as left out; not so where `false` can be meant."""
    return value is None and info.discriminator is None and not any(hasattr(mark, "discriminator") for mark in info.metadata)


def fields_of(model: type[Part]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def method_number(info: FieldInfo) -> str | None:
    """The name of the method's number that fills this field; "" fills it with its own fields; None: nothing does."""
    extra = info.json_schema_extra
    name = extra.get("x-method") if isinstance(extra, dict) else None
    return name if isinstance(name, str) else None


# --- unknown keys


def unknown(key: Key, known: tuple[str, ...], path: Path) -> Unknown:
    near = nearest(str(key), known)
    alike = difflib.SequenceMatcher(None, str(key)[:LONGEST_NAME].lower(), near).ratio()
    homes = () if alike >= CLOSE_ENOUGH else tuple(home for home in HOMES.get(str(key), ()) if home)[:MOST_HOMES]
    return Unknown(path=path, key=key, near=near, known=known, homes=homes)


def homes(wanted: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every key of the model with the path under which it stands."""
    if isinstance(wanted, type) and issubclass(wanted, Part):
        for key, info in fields_of(wanted).items():
            yield key, path
            yield from homes(info.annotation, f"{path}.{key}".lstrip("."))
    for inner in get_args(wanted):
        yield from homes(inner, path)


def _homes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, path in homes(Organisation):
        found.setdefault(key, []).append(path)
    return {key: tuple(dict.fromkeys(paths)) for key, paths in found.items()}


HOMES = _homes()
