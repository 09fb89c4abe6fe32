"""A Book becomes the website in one language. The only module that knows MkDocs and Material.

Pages arrive finished. MkDocs turns their Markdown into HTML and writes the files, Material's plugin makes the search index;
frame, styles and scripts are our own in `themes/site`, so that no page carries an inline script or asks another host.
"""

import io
import json
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, StrictUndefined
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from kit.model.book import Book, BrandColours, Chapter, Link, Page, Shades
from kit.model.source import Picture
from kit.render import body
from kit.render.markdown import EXTENSION_CONFIGS, EXTENSIONS

MINUTES = re.compile(r"\bgm-m(\d{1,3})\b")
CHOSEN_DARK, ASKED_DARK = ':root[data-scheme="dark"]', ':root:not([data-scheme="light"])'
DARK = re.compile(rf"({re.escape(CHOSEN_DARK)}[^{{}}]*)(\{{[^{{}}]*\}})")
FOOT_PAGES = ("overview", "data-protection", "accessibility")
LEFT_OUT = 'data-search-exclude="echo"'  # Material's search leaves out what has the attribute, and takes it away
STYLES = ("fonts", "base", "frame", "parts", "print")


class Unsound(Exception):
    """MkDocs had something to warn about: a page is not what the Book says. Never the reader's fault."""


def render(book: Book, themes: Path, into: Path) -> tuple[str, ...]:
    """The paths written. Writes under `into` only, the language's own folder."""
    into.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".site-", dir=into.resolve()) as workshop, silence():
        build(configuration(book, themes.resolve(), Path(workshop)))
        return move(Path(workshop) / "site", into)


def configuration(book: Book, themes: Path, workshop: Path) -> MkDocsConfig:
    """Everything MkDocs must know, said in one place. No file of settings is read."""
    docs, site = workshop / "docs", workshop / "site"
    docs.mkdir()  # MkDocs insists on a docs folder; ours is empty.
    config = load_config(
        io.BytesIO(b"{}"),
        config_file_path=str(workshop / "mkdocs.yml"),
        site_name=book.title,
        site_url=whole(book, book.root, ""),
        docs_dir=str(docs),
        site_dir=str(site),
        use_directory_urls=False,
        theme={"name": "material", "custom_dir": str(themes / "site"), "language": book.language, "font": False},
        markdown_extensions=[{name: EXTENSION_CONFIGS.get(name, {})} for name in EXTENSIONS],
        plugins=[{"material/search": {}}],
        nav=[{chapter.title: [{page.title: source(page)} for page in chapter.pages]} for chapter in book.chapters],
        validation={"nav": {"omitted_files": "ignore"}, "links": dict.fromkeys(("not_found", "unrecognized_links", "anchors"), "ignore")},
    )
    config.theme.static_templates = {"404.html"}  # the sitemap is ours
    config.plugins["gruppementor"] = Handbook(book, themes)
    return config


@contextmanager
def silence() -> Iterator[None]:
    """Any warning of MkDocs is a failure: its own `strict` misses half of them, so we count log records ourselves."""
    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
    if said:
        raise Unsound("\n".join(said))


def move(made: Path, home: Path) -> tuple[str, ...]:
    """MkDocs empties the folder it builds into, and the first language's folder holds the others: so it builds beside, and we move."""
    files = tuple(sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()))
    for part in sorted(made.iterdir()):
        there = home / part.name
        if there.is_dir():
            shutil.rmtree(there)
        part.replace(there)
    return files


class Handbook(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Hands the Book's pages to MkDocs, and to every template what it shows."""

    def __init__(self, book: Book, themes: Path) -> None:
        self.book = book
        self.themes = themes
        self.pages = {source(page): page for page in book.pages}
        self.chapters = {page.id: chapter for chapter in book.chapters for page in chapter.pages}

    def on_config(self, config: MkDocsConfig) -> None:
        self.environment = environment(config, self.book)
        config.theme.get_env = lambda: Assets(self.environment, self.themes / "site")  # type: ignore[method-assign, assignment, return-value]

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        ours = str(self.themes / "site")
        kept = [file for file in files if file.src_dir == ours and file.src_uri.startswith("assets/")]
        pages = [File.generated(config, path, content=f"\n{page.markdown}") for path, page in self.pages.items()]
        made = [File.generated(config, path, content=content) for path, content in assets(self.book, self.themes, self.environment).items()]
        return Files([*kept, *pages, *made])

    def on_page_markdown(self, markdown: str, /, *, page: Any, **_: Any) -> str:
        here = self.pages[page.file.src_uri]
        page.meta = {"title": here.title}
        return markdown

    def on_page_content(self, html: str, /, *, page: Any, **_: Any) -> str:
        """The layout is put around the text here, so that the search index holds dates and doors too."""
        here = self.pages[page.file.src_uri]
        opening, rest, bases = body.parts(body.with_mail(html))
        template = self.environment.get_template(f"layouts/{here.layout}.html")
        page_body = template.render(data=here.data, downloads=here.downloads, opening=opening, rest=rest, bases=bases)
        return body.searched(body.unbroken(page_body), LEFT_OUT)

    def on_env(self, _: Environment, /, **__: Any) -> Environment:
        return self.environment

    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> Any:
        page.content = body.shown(page.content)  # the index has been fed
        here = self.pages[page.file.src_uri]
        chapter = self.chapters[here.id]
        previous, following = neighbours(here, chapter)
        return context | frame(self.book, here.path) | {"here": here, "chapter": chapter, "previous": previous, "following": following}

    def on_template_context(self, context: Any, /, **_: Any) -> Any:
        """404: with an address its own, without one relative, so that it is whole where it lies."""
        base = (context["base_url"].rstrip("/") or "/") if self.book.site_url else "."
        nothing = {"here": None, "chapter": None, "previous": None, "following": None, "page": None}
        return context | frame(self.book, "index.html") | nothing | {"base_url": base, "canonical": ""}

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        paths = {page.path: page for page in self.book.pages}
        for entry in index["docs"]:
            if here := paths.get(entry["location"]):  # what a page is found by belongs to the page, not to each of its sections
                known = {"keywords": here.keywords, "echoes": here.echoes, "part": here.part, "door": here.layout == "door"}
                entry |= {name: words for name, words in known.items() if words}
        index["synonyms"] = self.book.synonyms
        (site / "search" / "search_index.js").write_text(f"var __index = {json.dumps(index, ensure_ascii=False)}\n", encoding="utf-8")
        if self.book.site_url and not self.book.noindex:
            (site / "sitemap.xml").write_text(sitemap(self.book, self.environment), encoding="utf-8")


class Assets:
    """What MkDocs asks of a theme's environment before it asks for ours: the theme's files. Material's thousands are not wanted."""

    def __init__(self, environment: Environment, ours: Path) -> None:
        self.environment = environment
        self.ours = ours

    def list_templates(self, **_: object) -> list[str]:
        return [file.relative_to(self.ours).as_posix() for file in sorted((self.ours / "assets").rglob("*")) if file.is_file()]


def environment(config: MkDocsConfig, book: Book) -> Environment:
    """Our templates: everything escaped that is not marked as HTML, nothing undefined."""
    made: Environment = config.theme.get_env()
    made.autoescape = True
    made.undefined = StrictUndefined
    made.trim_blocks = made.lstrip_blocks = True
    made.globals |= {
        "book": book,
        "say": lambda code: book.words[code],
        "logo": picture(book.logo, "logo"),
        "logo_dark": picture(book.logo_dark, "logo-dark"),
        "foot_pages": [page for page in book.pages if page.id in FOOT_PAGES],
    }
    return made


def source(page: Page) -> str:
    """The Markdown file that MkDocs believes the page to come from."""
    return page.path.removesuffix(".html") + ".md"


def neighbours(here: Page, chapter: Chapter) -> tuple[Link | None, Link | None]:
    """The step before and the step after: as the page says, else the neighbours in its chapter, never a page of another group,
    and not the same page twice."""
    ours = [page for page in chapter.pages if page.part in ("", here.part)]
    place = ours.index(here)
    before = ours[place - 1] if place else None
    after = ours[place + 1] if place + 1 < len(ours) else None
    previous, following = here.previous or beside(here, before), here.following or beside(here, after)
    return None if previous and following and previous.target == following.target else previous, following


def beside(here: Page, there: Page | None) -> Link | None:
    return Link(words=there.title, target=relative(there.path, here.path)) if there and here.layout != "front" else None


def relative(target: str, here: str) -> str:
    return "../" * here.count("/") + target


# --- languages and addresses


def frame(book: Book, path: str) -> dict[str, Any]:
    """The same page in every language, and its address in the world where the site has one."""
    up = "../" if book.root else ""
    languages = [
        {"code": code, "name": book.words[f"language.{code}"], "path": f"{up}{home}{path}", "whole": whole(book, home, path)}
        for code, home in ((code, folder(book, code)) for code in book.languages)
    ]
    return {"languages": languages, "canonical": whole(book, folder(book, book.language), path)}


def folder(book: Book, language: str) -> str:
    """Where a language lives below the site's root: "" for the first, `en/` for another."""
    return "" if language == book.languages[0] else f"{language}/"


def whole(book: Book, root: str, path: str) -> str:
    """The address in the world, a chapter's index by its folder; "" without site_url."""
    if not book.site_url:
        return ""
    base = book.site_url.rstrip("/") + "/" + (f"{root.rstrip('/')}/" if root else "")
    return base + re.sub(r"(^|/)index\.html$", r"\1", path)


def sitemap(book: Book, environment: Environment) -> str:
    entries = [{"whole": (here := frame(book, page.path))["canonical"], "languages": here["languages"]} for page in book.pages]
    return environment.get_template("sitemap.xml").render(entries=entries)


# --- assets


def assets(book: Book, themes: Path, environment: Environment) -> dict[str, str | bytes]:
    """Files that are made for this book: one style sheet, fonts, icon and logos."""
    fonts = {f"assets/fonts/{font.name}": font.read_bytes() for font in sorted((themes / "fonts").glob("*.woff2"))}
    logos = {f"assets/{name}.{logo.kind}": logo.data for name, logo in (("logo", book.logo), ("logo-dark", book.logo_dark)) if logo}
    icon = environment.get_template("icon.svg").render(colour=book.brand.light.fill)
    return {"assets/gm.css": style_sheet(book, themes), "assets/icon.svg": icon, **fonts, **logos}


def picture(logo: Picture | None, name: str) -> Mapping[str, str | int] | None:
    """Path and size of a logo at the height of the header, 32 px."""
    return {"path": f"assets/{name}.{logo.kind}", "width": round(32 * logo.width / logo.height), "height": 32} if logo else None


def style_sheet(book: Book, themes: Path) -> str:
    """Tokens, the organisation's colours and our styles as one file."""
    parts = [(themes / "site" / "style" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    tokens = (themes / "tokens.css").read_text(encoding="utf-8")
    return lean(followed("\n".join([tokens, brand_css(book.brand), minutes_css(book), *parts])))


def brand_css(brand: BrandColours) -> str:
    return f":root {{{shades(brand.light)}}}\n@media screen {{ {CHOSEN_DARK} {{{shades(brand.dark)}}} }}"


def shades(of: Shades) -> str:
    values = {"brand-ink": of.ink, "brand-fill": of.fill, "brand-mark": of.mark, "brand-tint": of.tint, "on-fill": of.on_fill}
    return " ".join(f"--gm-{name}: {colour};" for name, colour in values.items())


def minutes_css(book: Book) -> str:
    """`gm-m25` on a row says its minutes without a style attribute, which a strict content security policy forbids."""
    used = sorted({int(minutes) for page in book.pages for minutes in MINUTES.findall(page.markdown)})
    return "\n".join(f".gm-m{minutes} {{ --m: {minutes} }}" for minutes in used)


def followed(css: str) -> str:
    """What is said once for the dark scheme chosen by the reader holds for the one that the system asks for too."""
    asked = "\n".join(selector.replace(CHOSEN_DARK, ASKED_DARK) + rules for selector, rules in DARK.findall(css))
    return f"{css}\n@media screen and (prefers-color-scheme: dark) {{\n{asked}\n}}\n"


def lean(css: str) -> str:
    """Without comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line for line in (line.strip() for line in bare.splitlines()) if line) + "\n"
