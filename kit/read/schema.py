"""The file's format as JSON Schema, with the method's numbers as defaults."""

from collections.abc import Mapping
from typing import Any

from kit.model.library import MethodNumber
from kit.model.organisation import Organisation


def schema(method: Mapping[str, MethodNumber]) -> dict[str, Any]:
    """Draft 2020-12. A field that has the method's number as default is not required."""
    whole = Organisation.model_json_schema(by_alias=True)
    for part in (whole, *whole.get("$defs", {}).values()):
        _with_defaults(part, method)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}


def _with_defaults(part: dict[str, Any], method: Mapping[str, MethodNumber]) -> None:
    optional = {name for name, field in part.get("properties", {}).items() if "x-method" in field}
    for name in optional:
        number = part["properties"][name].pop("x-method")
        if number in method:
            part["properties"][name]["default"] = method[number].value
    if "required" in part:
        part["required"] = [name for name in part["required"] if name not in optional]
