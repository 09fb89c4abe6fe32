"""A real browser on the sample site and on the examples: from disk, and from the nginx of docs/publishing.md."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kit.render import figures
from tests.browser import server
from tests.browser.server import nginx
from tests.helpers import library
from tests.render import sample
from tests.render.conftest import built

SCHEMES = ("light", "dark")
WIDTHS = (390, 1440)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book with a drawing, in both languages, in a folder whose name has a space and Danish letters."""
    drawn = figures.drawn(sample.programme(), library(), sample.voice("da"), sample.NORDBY, sample.THEMES)
    return built(tmp_path_factory.mktemp("browser") / "håndbog til alle", figure=drawn["timeline"].svg)


@pytest.fixture(scope="session")
def nordby(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole example as a website, both languages."""
    return server.example("nordby", tmp_path_factory.mktemp("nordby"))


@pytest.fixture(scope="session")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The least organisation as a website: one group, Danish."""
    return server.example("minimal", tmp_path_factory.mktemp("minimal"))


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site on nginx."""
    with nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def nordby_address(nordby: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole example on nginx."""
    with nginx(nordby, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


Opened = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    """`opened(address, width=…, **context)`: a fresh page that fails the test when it logs an error."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_(address: str, width: int = 1440, height: int = 900, **settings: object) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []
