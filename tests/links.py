"""Every link of a built site, followed on disk: pages, anchors, pictures, scripts. Used on the sample book and on whole builds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = {"href", "src", "data-index"}


@dataclass
class Seen(HTMLParser):
    """The addresses and ids of one page."""

    addresses: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ADDRESSES and value is not None:
                self.addresses.append(value)
            if name == "id" and value is not None:
                self.ids.append(value)


def seen(page: Path) -> Seen:
    found = Seen()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def dead(site: Path, *, site_url: str = "") -> list[str]:
    """`page → address` for every address that leads nowhere. Addresses of other hosts are not followed."""
    pages = {page: seen(page) for page in sorted(site.rglob("*.html"))}
    return [
        f"{page.relative_to(site)} → {address}"
        for page, found in pages.items()
        for address in _dead(site, page, found.addresses, pages, site_url)
    ]


def _dead(site: Path, page: Path, addresses: list[str], pages: dict[Path, Seen], site_url: str) -> Iterator[str]:
    for address in addresses:
        own = address.removeprefix(site_url) if site_url else address
        parts = urlsplit(own)
        if parts.scheme or parts.netloc:
            continue
        base = site if own != address or own.startswith("/") else page.parent
        target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else (site if own != address else page)
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file() or (parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids):
            yield address


def others(site: Path) -> list[str]:
    """Scripts, styles, pictures and fonts that another host would have to give."""
    found = []
    for page in sorted(site.rglob("*.html")):
        for tag, address in Sources.of(page):
            if urlsplit(address).netloc:
                found.append(f"{page.relative_to(site)}: {tag} {address}")
    return found


@dataclass
class Sources(HTMLParser):
    """What a browser fetches by itself."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, page: Path) -> list[tuple[str, str]]:
        sources = cls()
        sources.feed(page.read_text(encoding="utf-8"))
        return sources.found

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("src"):
            self.found.append((tag, str(given["src"])))
        if tag == "link" and given.get("rel") not in ("canonical", "alternate") and given.get("href"):
            self.found.append((tag, str(given["href"])))
