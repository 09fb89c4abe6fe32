"""What is asked of every page, whatever it says: questions to a page as it stands in the browser, each answered with its faults."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser.contrast import contrast

ROOTS = {"da": "", "en": "en/"}


def pages(site: Path, language: str) -> list[str]:
    """Every page of a language, 404 with them, as addresses below the site."""
    found = sorted(str(page.relative_to(site)) for page in site.rglob("*.html"))
    return [page for page in found if page.startswith("en/") == (language == "en")]


def walked(page: Page, site: Path, address: str, language: str, asked: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """The faults of every page that has some. Says how long it took."""
    began, names, faults = time.perf_counter(), pages(site, language), {}
    assert names
    for name in names:
        page.goto(f"{address}/{name}")
        if found := asked(page):
            faults[name] = found
    print(f"{len(names)} pages in {time.perf_counter() - began:.0f} s")
    return faults


# --- S7: the first stop leads past the frame


def skipping(page: Page) -> list[str]:
    """Of a page just opened: a browser remembers where focus has been, and `blur()` does not make it forget."""
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    there = page.evaluate("document.activeElement.id")
    return (
        []
        if (first, there) == ("gm-skip", "gm-main")
        else [f"the first Tab meets {first or 'nothing'}, Enter leads to {there or 'nothing'}"]
    )


# --- S8: focus is always in sight and drawn

FOCUS = """() => {
  const at = document.activeElement
  if (at === document.body) return null
  const box = at.getBoundingClientRect(), style = getComputedStyle(at)
  const inside = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  return {name: at.outerHTML.slice(0, 100), good: inside && seen}
}"""
STOPS = 600


def unseen_focus(page: Page) -> list[str]:
    """Tabs from the top of a page just opened to its end, where the browser takes the focus itself and may give it back at any time."""
    faults = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return faults
        if not stop["good"]:
            faults.append(f"focus not seen: {stop['name']}")
    return [*faults, f"more than {STOPS} stops"]


# --- S9, S10: the menu of a telephone and the search, by keyboard alone

INSIDE = "place => document.querySelector(place).contains(document.activeElement)"
MARK = """() => {
  const first = [...document.querySelectorAll('main a, .gm-foot a')].find(one => one.getClientRects().length)
  first.dataset.mark = ''
  first.focus()
}"""
MARKED = "() => 'mark' in document.activeElement.dataset"
STEPS_TO_MENU = 6  # language, scheme and search lie between


def menu(page: Page) -> list[str]:
    """Enter opens, Tab leads in, Escape closes and gives focus back."""
    button, navigation = page.locator("[data-gm-drawer]"), page.locator("#gm-nav")
    faults = ["the menu is open already"] if navigation.is_visible() else []
    button.focus()
    page.keyboard.press("Enter")
    if not navigation.is_visible() or button.get_attribute("aria-expanded") != "true":
        faults.append("Enter does not open the menu")
    for _ in range(STEPS_TO_MENU):
        page.keyboard.press("Tab")
        if page.evaluate(INSIDE, "#gm-nav"):
            break
    else:
        faults.append("Tab does not lead into the menu")
    page.keyboard.press("Escape")
    if navigation.is_visible() or button.get_attribute("aria-expanded") != "false":
        faults.append("Escape does not close the menu")
    if not button.evaluate("button => button === document.activeElement"):
        faults.append("focus is lost with the menu")
    return faults


def searching(page: Page, word: str) -> list[str]:
    """One key opens, the number is said, an arrow reaches a result, Escape gives focus back where it was."""
    page.evaluate(MARK)
    page.keyboard.press("s")
    page.keyboard.type(word)
    page.locator(".md-search-result__item").first.wait_for()
    status = page.locator(".gm-search [role=status]")
    faults = [] if any(sign.isdigit() for sign in status.inner_text()) else [f"the number is not said: {status.inner_text()}"]
    page.keyboard.press("ArrowDown")
    if not page.evaluate(INSIDE, ".gm-search ol"):
        faults.append("an arrow does not reach a result")
    page.keyboard.press("Escape")
    if not page.evaluate(MARKED):
        faults.append("focus is lost with the search")
    return faults


# --- S11: targets

SMALL = """() => [...document.querySelectorAll('a, button, summary, input, label')].filter(one => {
  if (!one.getClientRects().length || one.closest('.gm-quiet, .gm-skip')) return false
  const sentence = one.tagName === 'A' && getComputedStyle(one).display === 'inline' && one.closest('p, li, td, th, span')
  const box = one.getBoundingClientRect()
  const labelled = one.tagName === 'INPUT' && one.closest('label')
  return !sentence && !labelled && (box.width < 24 || box.height < 24)
}).map(one => `small target: ${one.outerHTML.slice(0, 100)}`)"""


# --- S12, S13: room

SIDEWAYS = "() => { scrollTo(500, 0); const wide = scrollX; scrollTo(0, 0); return wide ? [`scrolls sideways by ${wide}`] : [] }"
CLIPPED = """() => [...document.querySelectorAll('h1, h2, h3, p, li, th, td, a, button, label, span, input, time, b')].filter(one => {
  if (!one.getClientRects().length || one.closest('.gm-quiet, .gm-skip, [role=status], svg') || !one.clientWidth) return false
  const style = getComputedStyle(one)
  const cut = one.scrollWidth > one.clientWidth + 1 && style.overflowX !== 'visible'
  return cut || (one.scrollHeight > one.clientHeight + 1 && style.overflowY !== 'visible')
}).map(one => `cut: ${one.outerHTML.slice(0, 100)}`)"""
SPACED = (
    "html { font-size: 200% } p { margin-bottom: 2em !important }"
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
)
DRESS = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
}"""


def crowded(page: Page) -> list[str]:
    """Text at 200 % with the spacing of WCAG 1.4.12."""
    page.evaluate(DRESS, SPACED)
    return [f"large and spaced, {fault}" for fault in page.evaluate(SIDEWAYS) + page.evaluate(CLIPPED)]


# --- S13: what forced colours must leave

DRAWN = {  # where a part of a page is drawn and not written: left, top, width and height within its box
    ".gm-check input": (0, 0, 20, 20),
    ".gm-basis": (0, 0, 13, 22),
    ".gm-watch": (0, 0, 8, 20),
    ".gm-say": (0, 0, 8, 20),
    ".gm-button": (24, 18, 40, 16),  # its words, without its fill around them
    ".gm-field": (0, 0, 8, 20),
}
CLEAR = 3.0


def undrawn(page: Page) -> list[str]:
    """Boxes, squares, bars and frames that do not differ from their ground."""
    faults = []
    for place, (left, top, wide, high) in DRAWN.items():
        for part in page.locator(f"{place}:visible").all()[:2]:
            with Image.open(BytesIO(part.screenshot())) as picture:
                cut = picture.convert("RGB").crop((left, top, left + wide, top + high))
                ground, *others = [colour for _, colour in sorted(cut.getcolors() or (), reverse=True)]
            if not any(contrast(ground, other) >= CLEAR for other in others):
                faults.append(f"not drawn: {place}")
    return faults


# --- S16: no English on Danish pages

ENGLISH = {
    *(
        "search",
        "menu",
        "next",
        "previous",
        "close",
        "open",
        "home",
        "skip",
        "language",
        "copy",
        "copied",
        "permanent",
        "navigation",
        "toggle",
    ),
    *(
        "page",
        "pages",
        "not",
        "found",
        "the",
        "and",
        "back",
        "contents",
        "print",
        "download",
        "results",
        "checklist",
        "today",
        "light",
        "dark",
    ),
}
SAID = """() => [...document.querySelectorAll('[title], [aria-label], [alt], [placeholder], button, summary, title, desc, svg title')]
  .filter(one => !one.closest('[lang=en]'))
  .flatMap(one => [one.getAttribute('title'), one.ariaLabel, one.alt, one.placeholder, one.textContent]).filter(Boolean)"""
DATA = """() => {
  const { mdComponent, root, index, language, ...said } = document.querySelector('.gm-search').dataset
  return Object.values(document.body.dataset).concat(Object.values(said))
}"""


def english(page: Page) -> list[str]:
    said = page.evaluate(SAID) + page.evaluate(DATA)
    words = {word.strip(".,:()»«!?").lower() for text in said for word in text.split()} - {"menu"}
    return sorted(f"English: {word}" for word in words & ENGLISH)


# --- S17: structure

STRUCTURE = r"""() => {
  const faults = [], levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(one => Number(one.tagName[1]))
  if (levels.filter(level => level === 1).length !== 1) faults.push('not one h1')
  const inMain = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(one => Number(one.tagName[1]))
  inMain.forEach((level, place) => {
    const above = place ? inMain[place - 1] : 0
    if (level > above + 1) faults.push(`h${level} after h${above}`)
  })
  const name = nav => nav.ariaLabel ?? document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent
  const names = [...document.querySelectorAll('nav')].map(name)
  if (names.some(name => !name) || new Set(names).size !== names.length) faults.push(`nav names ${names}`)
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id)
  if (new Set(ids).size !== ids.length) faults.push('an id twice')
  faults.push(...ids.filter(id => /\s/.test(id) || !id).map(id => `id »${id}«`))
  if (!document.documentElement.lang) faults.push('no language')
  return faults
}"""

# --- S18: boxes


def boxes(page: Page) -> list[str]:
    """Every box has its text as name and can be ticked by keyboard, and is let go again."""
    faults = []
    for box in page.locator("main input[type=checkbox]:visible").all():
        box.focus()
        page.keyboard.press("Space")
        if not box.is_checked() or not box.evaluate("box => box.labels[0]?.textContent.trim()"):
            faults.append(f"box: {box.evaluate('box => box.outerHTML')}")
        page.keyboard.press("Space")
    return faults


# --- S19: print and no scripts say what the screen says

TEXT = r"""() => {
  document.querySelectorAll('details').forEach(note => { note.open = true })
  const folded = '.gm-more > summary', fetched = '.gm-side, .gm-fetch a'
  const comforts = `${folded}, ${fetched}, button, .gm-js-only, .gm-onward, [role=status], .gm-tag, .gm-kept, .gm-next, [aria-hidden]`
  const left = [...document.querySelectorAll(`main :is(${comforts})`)]
  return [...document.querySelectorAll('main')].flatMap(main => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), said = []
    while (walker.nextNode()) {
      const at = walker.currentNode, over = at.parentElement
      if (!at.data.trim() || left.some(one => one.contains(at)) || over.closest('svg, script, style, .gm-quiet')) continue
      if (over.checkVisibility()) said.push(at.data.replace(/\s+/g, ' ').trim())
    }
    return said
  })
}"""


def unsaid(more: list[str], less: list[str]) -> list[str]:
    """Texts of the first that are missing from the second."""
    there = set(less)
    return [f"not said: {text[:80]}" for text in more if text not in there]


# --- S1–S3: axe in every state


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(note => { note.open = true })")


def open_everything(page: Page) -> None:
    """Details, and at 390 px the drawer."""
    unfold(page)
    menu = page.locator("[data-gm-drawer]")
    if menu.is_visible():
        menu.click()


def search_for(page: Page, word: str) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.type(word)
    page.locator(".md-search-result__item").first.wait_for()
