"""An organisation's own texts: listed variables put in, made into clean HTML, and set where they belong."""

import re
from collections.abc import Callable, Iterable

from kit.compose.fill import for_markdown
from kit.compose.scope import Scope
from kit.model.source import Insert

HOLE = re.compile(r"\{\{\s*([a-z_]+)\.([a-z_]+)\s*\}\}")


def html(insert: Insert, scope: Scope, cleaned: Callable[[str], str]) -> str:
    """One insert as a block of HTML that Markdown leaves alone. `cleaned` makes people's Markdown harmless."""
    return f'<div class="gm-own">\n{cleaned(HOLE.sub(lambda found: _value(scope, found[1], found[2]), insert.body)).strip()}\n</div>'


def of(inserts: Iterable[Insert], name: str, language: str, extends: str) -> list[Insert]:
    """The inserts for a block: those that replace it (`""`), or stand before or after it."""
    return [
        insert for insert in inserts if (insert.name, insert.language, insert.extends) == (name, language, extends) and not insert.stands
    ]


def new(inserts: Iterable[Insert], page: str, after: str, language: str) -> list[Insert]:
    """The new blocks of a page that stand after the block `after`; `""`: at the page's end."""
    return [
        insert for insert in inserts if insert.language == language and insert.stands and insert.stands.partition("#")[::2] == (page, after)
    ]


def _value(scope: Scope, part: str, name: str) -> str:
    """A value of the page's own scope; nothing where this page has none (a group's name on a page for everybody)."""
    return for_markdown(str(scope.get(part, {}).get(name, "")))
