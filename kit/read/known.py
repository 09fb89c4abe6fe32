"""What an organisation's files may refer to in the installed content. Empty names: nothing is checked against them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    languages: tuple[str, ...] = ("da", "en")
    version: str = ""
    terms: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()  # phase/name
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # whose public holidays we know, each with its parts
