"""Where everything of a book lies: a link's target becomes an address."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """`pages`: paths by id, from the language's folder; `root`: from there to the site's."""

    pages: Mapping[str, str]
    language: str
    root: str

    def address(self, target: str, here: str) -> str:
        """`page`, `page#anchor`, `downloads/…` or `https://…` as an address relative to the page at `here`; "" when there is none."""
        if is_whole(target):
            return target
        page, _, anchor = target.removeprefix("@").partition("#")
        path = self._path(page)
        if path is None:
            return ""
        return posixpath.relpath(path, posixpath.dirname(here) or ".") + (f"#{anchor}" if anchor else "")

    def _path(self, target: str) -> str | None:
        if target in self.pages:
            return self.pages[target]
        printed = f"{self.root}downloads/{self.language}"
        if target.startswith("download/"):
            return f"{printed}/{target.removeprefix('download/')}.pdf"
        if target.startswith("downloads/"):
            return self.root + target
        return f"{printed}/seminar-pack.pdf" if target.startswith("handout/") else None


def is_whole(target: str) -> bool:
    """Whether this is an address already (`https://…`, `mailto:…`)."""
    return re.match(r"[a-z]+:", target) is not None
