"""What an organisation's files may refer to in the installed content. Empty names: nothing is checked against them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    languages: tuple[str, ...] = ("da", "en")
    version: str = ""
    terms: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()  # phase/name
