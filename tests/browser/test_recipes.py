"""The recipes of docs/publishing.md, tried: a web server, `serve`, a folder on a share, a zip for HR."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from kit import serve
from tests.browser.conftest import Opened
from tests.helpers import ROOT

pytestmark = pytest.mark.browser

DOCUMENT = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
WAYS = ("nginx", "serve")
GUIDE = "groups/hold-a/meeting-1.html"
OTHER = re.compile(r"^(?!file:|data:|about:|blob:)")


@pytest.fixture(scope="module")
def served(nordby: Path) -> Iterator[str]:
    """The whole example as `serve` shows it."""
    with serve.listening(0, nordby) as server, serve.answering(server):
        yield f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """The example's address, on nginx and by `serve`."""
    return str(request.getfixturevalue({"nginx": "nordby_address", "serve": "served"}[request.param]))


def ask(address: str) -> tuple[int, Message, bytes]:
    """Status, headers and body as they come over the wire."""
    try:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize("name", ["index.html", "en/index.html", "", GUIDE, "assets/gm.css", "nowhere.html", "en/groups/nowhere.html"])
def test_every_answer_carries_the_headers(way: str, name: str) -> None:
    _, headers, _ = ask(f"{way}/{name}")

    assert {header: headers.get(header) for header in serve.HEADERS} == serve.HEADERS


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/gm.css", "text/css"),
        ("assets/gm.js", "javascript"),
        ("assets/icon.svg", "image/svg+xml"),
        ("assets/fonts/literata.woff2", "font/woff2"),
        ("downloads/da/calendar-coordinator.ics", "text/calendar"),
        ("sitemap.xml", "xml"),
    ],
)
def test_every_file_has_its_type(way: str, name: str, kind: str) -> None:
    status, headers, _ = ask(f"{way}/{name}")

    assert status == 200
    assert kind.split(";")[0] in headers["Content-Type"]


TEXTS = ("index.html", "assets/gm.css", "assets/gm.js", "search/search_index.js", "downloads/da/calendar-coordinator.ics")


@pytest.mark.parametrize("name", TEXTS)
def test_nginx_sends_text_small(nordby: Path, nordby_address: str, name: str) -> None:
    _, headers, body = ask(f"{nordby_address}/{name}")

    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < (nordby / name).stat().st_size / 2


def test_nginx_lets_fonts_be_kept_for_a_week(nordby_address: str) -> None:
    assert ask(f"{nordby_address}/assets/fonts/literata.woff2")[1]["Cache-Control"] == "public, max-age=604800"


@pytest.mark.parametrize(
    ("missing", "title"),
    [
        ("nowhere.html", "Siden findes ikke"),
        ("groups/hold-x/meeting-9.html", "Siden findes ikke"),
        ("en/nowhere.html", "Page not found"),
        ("en/groups/hold-x/meeting-9.html", "Page not found"),
    ],
)
def test_a_missing_page_is_told_of_in_its_language_and_with_its_style(chromium: Browser, way: str, missing: str, title: str) -> None:
    page = chromium.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{way}/{missing}")

    assert page.locator("h1").inner_text() == title
    assert failed == [f"{way}/{missing}"]
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Hanken Grotesk')

    page.locator("main a").click()
    page.wait_for_url("**/index.html")
    assert "/en/" in page.url or not missing.startswith("en/")
    page.close()


INJECT = """() => new Promise(done => {
  addEventListener('securitypolicyviolation', event => done(event.effectiveDirective))
  const script = document.createElement('script')
  script.textContent = 'globalThis.ran = 1'
  document.body.append(script)
})"""


def test_an_injected_script_does_not_run(chromium: Browser, way: str) -> None:
    """`opened` fails a test that logs a violation: all other tests on a server show that our own pages cause none."""
    page = chromium.new_page()
    page.goto(f"{way}/{GUIDE}")

    assert page.evaluate(INJECT) == "script-src-elem"
    assert page.evaluate("globalThis.ran") is None
    page.close()


def test_our_own_pages_break_no_rule_while_they_are_used(opened: Opened, way: str) -> None:
    asked: list[str] = []
    page = opened("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{way}/is-this-for-us.html")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Mørk skærm").click()
    page.keyboard.press("s")
    page.keyboard.type("fortrolighed")
    page.locator(".md-search-result__item").first.wait_for()

    assert [url for url in asked if not url.startswith(way)] == []


# --- without a server


def works_from_disk(opened: Opened, home: Path) -> None:
    """Style, search and scripts, with every other host refused."""
    page = opened("about:blank")
    refused: list[str] = []
    page.route(OTHER, lambda route: (refused.append(route.request.url), route.abort()))
    page.goto((home / GUIDE).as_uri())
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Hanken Grotesk')
    page.keyboard.press("s")
    page.keyboard.type("fortrolighedsaftale")
    page.locator(".md-search-result__link", has_text="Fortrolighed – og hvor den slutter").click()
    page.wait_for_url("**/confidentiality.html")
    assert refused == []


def test_a_folder_on_a_share_works_and_everybody_may_read_it(nordby: Path, opened: Opened, tmp_path: Path) -> None:
    share = tmp_path / "Fælles drev (Ø)" / "Mentor på tværs"
    shutil.copytree(nordby, share)

    assert [file for file in (share, *share.rglob("*")) if not file.stat().st_mode & 0o004] == []
    works_from_disk(opened, share)


def test_the_zip_for_hr_works_when_it_is_unpacked(nordby: Path, opened: Opened, tmp_path: Path) -> None:
    command = next(line for line in DOCUMENT.splitlines() if line.startswith("python3 -m zipfile"))
    (tmp_path / "site").symlink_to(nordby)
    subprocess.run([sys.executable, *shlex.split(command)[1:]], cwd=tmp_path, check=True)

    unpacked = tmp_path / "Åses mappe"
    shutil.unpack_archive(tmp_path / "handbook.zip", unpacked)

    works_from_disk(opened, unpacked / "site")
    assert {file.name for file in (unpacked / "site").iterdir()} == {file.name for file in nordby.iterdir()}


def test_the_document_says_the_policy_that_serve_sends() -> None:
    assert f'Content-Security-Policy "{serve.HEADERS["Content-Security-Policy"]}"' in DOCUMENT
