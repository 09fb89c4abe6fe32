"""A Book as a website, read as HTML: what every page holds, and what none may hold."""

import json
import logging
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kit.model import book as ours
from kit.render import site
from tests import links
from tests.render import sample
from tests.render.conftest import built


class Page(HTMLParser):
    """A page as (tag, attributes) in order, with the text of a few elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attributes}))
        self.texts.setdefault(tag, []).append("")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, text: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += text

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [given for name, given in self.tags if name == tag and all(given.get(key) == value for key, value in wanted.items())]


def pages(site_: Path) -> list[tuple[str, Page]]:
    return [(str(path.relative_to(site_)), Page(path.read_text(encoding="utf-8"))) for path in sorted(site_.rglob("*.html"))]


def read(site_: Path, name: str) -> Page:
    return Page((site_ / name).read_text(encoding="utf-8"))


def test_every_link_leads_somewhere(sample_site: Path) -> None:
    assert links.dead(sample_site) == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="b.html#åben"></a> <a href="c.html"></a> <a href="#her"></a> <p id="der">', encoding="utf-8")
    (tmp_path / "b.html").write_text('<h2 id="åben">x</h2>', encoding="utf-8")

    assert links.dead(tmp_path) == ["a.html → c.html", "a.html → #her"]


def test_nothing_comes_from_another_host(sample_site: Path) -> None:
    assert links.others(sample_site) == []


def test_no_page_carries_script_style_or_handler(sample_site: Path) -> None:
    for name, page in pages(sample_site):
        assert all(given.get("src") for given in page.all("script")), name
        assert not page.all("style"), name
        assert not [given for _, given in page.tags if "style" in given or any(key.startswith("on") for key in given)], name


def test_headings_begin_with_one_h1_and_skip_no_level(sample_site: Path) -> None:
    for name, page in pages(sample_site):
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_the_title_is_the_first_thing_behind_the_skip_link(sample_site: Path) -> None:
    for path in sample_site.rglob("*.html"):
        main = path.read_text(encoding="utf-8").partition('<main id="gm-main"')[2]
        first = re.search(r"<(h\d|nav|ul|p|a)\b", main)
        assert first
        assert first[1] == "h1", path


def test_ids_and_names_of_navigation_are_unique(sample_site: Path) -> None:
    for name, page in pages(sample_site):
        ids = [given["id"] for _, given in page.tags if "id" in given]
        names = [given.get("aria-label") or given.get("aria-labelledby") for given in page.all("nav")]
        assert len(ids) == len(set(ids)), name
        assert None not in names, name
        assert len(names) == len(set(names)), name


def test_every_page_speaks_its_language_and_says_what_it_is(sample_site: Path) -> None:
    for name, page in pages(sample_site):
        assert page.all("html")[0]["lang"] == ("en" if name.startswith("en/") else "da"), name
        assert page.texts["title"][0].strip(), name
        assert name.endswith("404.html") or page.all("meta", name="description")[0]["content"], name


def test_the_language_switch_stays_on_the_page(sample_site: Path) -> None:
    there = read(sample_site, "groups/hold-a/meeting-1.html").all("a", hreflang="en")[0]["href"]
    back = read(sample_site, "en/groups/hold-a/meeting-1.html").all("a", hreflang="da")[0]["href"]

    assert there == "../../en/groups/hold-a/meeting-1.html"
    assert back == "../../../groups/hold-a/meeting-1.html"


def test_a_book_in_one_language_has_no_switch(tmp_path: Path) -> None:
    one = built(tmp_path / "site", languages=("da",))

    assert not [name for name, page in pages(one) if any("hreflang" in given for _, given in page.tags)]


def test_without_an_address_nothing_claims_one(sample_site: Path) -> None:
    assert not (sample_site / "sitemap.xml").exists()
    assert not [name for name, page in pages(sample_site) if page.all("link", rel="canonical") or page.all("link", rel="alternate")]


def test_with_an_address_pages_say_it(tmp_path: Path) -> None:
    with_address = built(tmp_path / "site", site_url="https://mentor.nordby.example/")

    english = read(with_address, "en/mentor.html")
    assert english.all("link", rel="canonical")[0]["href"] == "https://mentor.nordby.example/en/mentor.html"
    assert [(given["hreflang"], given["href"]) for given in english.all("link", rel="alternate")] == [
        ("da", "https://mentor.nordby.example/mentor.html"),
        ("en", "https://mentor.nordby.example/en/mentor.html"),
    ]
    assert read(with_address, "index.html").all("link", rel="canonical")[0]["href"] == "https://mentor.nordby.example/"
    places = [
        found.text
        for found in ElementTree.parse(with_address / "en" / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert places[:2] == ["https://mentor.nordby.example/en/", "https://mentor.nordby.example/en/mentor.html"]


def test_noindex_keeps_search_engines_out(tmp_path: Path) -> None:
    hidden = built(tmp_path / "site", languages=("da",), site_url="https://mentor.nordby.example/", noindex=True)

    assert all(page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}] for _, page in pages(hidden))
    assert not (hidden / "sitemap.xml").exists()


def test_404_speaks_the_language_of_its_folder(sample_site: Path) -> None:
    assert read(sample_site, "404.html").texts["h1"][0] == "Siden findes ikke"
    assert read(sample_site, "en/404.html").texts["h1"][0] == "Page not found"


def test_neighbours_in_the_chapter_are_the_steps_before_and_after(sample_site: Path) -> None:
    meeting = read(sample_site, "groups/hold-a/meeting-1.html")

    assert [given["href"] for given in meeting.all("a", rel="next")] == ["../../checklists.html"]
    assert [given["href"] for given in read(sample_site, "mentor.html").all("a", rel="next")] == ["groups/hold-a/meeting-1.html"]


def test_the_step_before_is_never_a_page_of_another_group() -> None:
    def page(name: str, part: str = "") -> ours.Page:
        return ours.Page(id=name, path=f"{name}.html", title=name, description="", markdown="", layout="guide", section="", part=part)

    first, b1, b2, a1, last = pages = (page("meetings"), page("b1", "B"), page("b2", "B"), page("a1", "A"), page("talks"))
    chapter = ours.Chapter(id="meet", title="Meet", pages=pages)

    def steps(here: ours.Page) -> list[str]:
        return [link.words if link else "" for link in site.neighbours(here, chapter)]

    assert steps(a1) == ["meetings", "talks"]
    assert steps(b2) == ["b1", "talks"]
    assert steps(last) == ["meetings", ""]
    assert steps(first) == ["", "talks"]
    assert steps(b1) == ["meetings", "b2"]


def test_the_page_before_is_not_offered_again_as_the_next_step() -> None:
    meetings, talks = (
        ours.Page(id=name, path=f"{name}.html", title=name, description="", markdown="", layout="page", section="", following=following)
        for name, following in (("meetings", None), ("talks", ours.Link(words="find the guide", target="meetings.html")))
    )
    chapter = ours.Chapter(id="meet", title="Meet", pages=(meetings, talks))

    assert site.neighbours(talks, chapter) == (None, talks.following)


def test_the_agenda_says_its_minutes_without_a_style_attribute(sample_site: Path) -> None:
    css = (sample_site / "assets" / "gm.css").read_text(encoding="utf-8")

    assert re.findall(r"\.gm-m(\d+) \{ --m: (\d+) \}", css) == [("10", "10"), ("20", "20"), ("30", "30"), ("35", "35")]


def test_what_holds_for_the_chosen_dark_scheme_holds_for_the_asked_one(sample_site: Path) -> None:
    css = (sample_site / "assets" / "gm.css").read_text(encoding="utf-8")
    chosen = re.findall(r':root\[data-scheme="dark"\]([^{]*\{[^}]*\})', css)
    asked = re.findall(r':root:not\(\[data-scheme="light"\]\)([^{]*\{[^}]*\})', css)

    assert len(chosen) > 3
    assert [re.sub(r"\s+", " ", rule) for rule in asked] == [re.sub(r"\s+", " ", rule) for rule in chosen]


def test_the_search_index_knows_sections_keywords_and_the_layouts_words(sample_site: Path) -> None:
    before, _, index = (sample_site / "search" / "search_index.js").read_text(encoding="utf-8").partition(" = ")
    docs = {doc["location"]: doc for doc in json.loads(index)["docs"]}

    assert before == "var __index"
    assert docs["checklists.html#åbenhed-og-øvelse"]["title"] == "Åbenhed og øvelse"
    assert docs["checklists.html"]["keywords"] == "huskeliste afkrydsning"
    assert "keywords" not in docs["checklists.html#åbenhed-og-øvelse"]
    assert "Læs to kapitler, og udfyld H0" in docs["mentor.html#gm-tasks"]["text"]


def test_the_languages_may_come_in_any_order(tmp_path: Path) -> None:
    built(tmp_path / "site", languages=("da", "en"))
    before = sorted(path.name for path in (tmp_path / "site" / "en").iterdir())
    built(tmp_path / "site", languages=("da",))

    assert sorted(path.name for path in (tmp_path / "site" / "en").iterdir()) == before


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1800000000"}
    one = built(tmp_path / "one", site_url="https://x.example/", surroundings=epoch | {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"})
    other = built(tmp_path / "two" / "mappe æøå", site_url="https://x.example/", surroundings=epoch | {"TZ": "America/Lima"})

    files = {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
    assert files == {path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()}
    assert not [name for name, content in files.items() if str(tmp_path).encode() in content]


def test_nothing_depends_on_the_day_of_building(tmp_path: Path) -> None:
    one = built(tmp_path / "one", site_url="https://x.example/", surroundings={"SOURCE_DATE_EPOCH": "1800000000"})
    other = built(tmp_path / "two", site_url="https://x.example/", surroundings={"SOURCE_DATE_EPOCH": "1900000000"})

    assert {path.name: path.read_bytes() for path in one.rglob("*.*ml")} == {path.name: path.read_bytes() for path in other.rglob("*.*ml")}


HOT = """Team <script>alert(1)</script> & "Søn" {{ 7*7 }} 'Ærø' 👋"""


def test_an_organisations_words_come_out_as_they_went_in(tmp_path: Path) -> None:
    book = sample.book(languages=("da",))
    identity = replace(book.identity, organisation=HOT, coordinator=HOT, stamp=HOT)
    chapters = tuple(
        replace(chapter, title=HOT, pages=tuple(replace(page, title=HOT, description=HOT) for page in chapter.pages))
        for chapter in book.chapters
    )

    site.render(replace(book, title=HOT, identity=identity, chapters=chapters), sample.THEMES, tmp_path / "site")

    page = read(tmp_path / "site", "privacy.html")
    assert page.texts["title"] == [f"{HOT} · {HOT}"]
    assert page.all("meta", name="description")[0]["content"] == HOT
    assert all(given.get("src") for given in page.all("script"))
    assert HOT in page.texts["nav"][0]
    assert HOT in page.texts["footer"][0]


def test_words_with_a_colon_first_are_words(tmp_path: Path) -> None:
    """MkDocs would read »Husk: …« at a file's beginning as metadata."""
    book = sample.book(languages=("da",))
    first = replace(book.chapters[0].pages[0], markdown="Husk: tag arket med\n")

    site.render(replace(book, chapters=(replace(book.chapters[0], pages=(first,)),)), sample.THEMES, tmp_path / "site")

    assert "Husk: tag arket med" in read(tmp_path / "site", "index.html").texts["main"][0]


def test_a_warning_of_mkdocs_is_a_failure() -> None:
    with pytest.raises(site.Unsound, match="noget er galt"), site.silence():
        logging.getLogger("mkdocs.structure").warning("noget er galt")


def test_material_ships_neither_scripts_nor_styles(sample_site: Path) -> None:
    assets = {str(path.relative_to(sample_site / "assets")) for path in (sample_site / "assets").rglob("*") if path.is_file()}

    assert assets == {
        "fonts/hanken-grotesk-italic.woff2",
        "fonts/hanken-grotesk.woff2",
        "fonts/literata.woff2",
        "gm.css",
        "gm.js",
        "icon.svg",
        "logo-dark.svg",
        "logo.svg",
        "scheme.js",
        "search.js",
    }


def first_visit(site_: Path) -> dict[str, Any]:
    return {path.name: path.stat().st_size for path in (site_ / "assets").rglob("*") if path.is_file()}


def test_a_first_visit_is_light(sample_site: Path) -> None:
    assert sum(first_visit(sample_site).values()) < 150_000


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_word_of_the_frame_is_there_and_used(language: str) -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in (sample.THEMES / "site").rglob("*.html"))
    asked = set(re.findall(r"""say\(["']([a-z-]+)["']\)""", templates)) | {"language.da", "language.en"}
    written = (sample.ROOT / "kit" / "words" / "parts" / f"site.{language}.yaml").read_text(encoding="utf-8")

    assert set(re.findall(r"^theme\.([a-z.-]+):", written, re.MULTILINE)) == asked
