"""Which content an organisation gets: only pilot and derived pieces when it wants the pilot's method pure."""

from dataclasses import replace

from kit.model.library import Library
from kit.model.organisation import Organisation

PURE = ("pilot", "derived")


def library(content: Library, organisation: Organisation) -> Library:
    """The library as this organisation sees it."""
    if organisation.publish.additions:
        return content
    return replace(content, blocks={name: block for name, block in content.blocks.items() if block.tags.basis in PURE})
