"""What is asked of every page, whatever it says: questions to a page as it stands in the browser, each answered with its faults."""

from pathlib import Path

from playwright.sync_api import Page

ROOTS = {"da": "", "en": "en/"}


def pages(site: Path, language: str) -> list[str]:
    """Every page of a language, 404 with them, as addresses below the site."""
    found = sorted(str(page.relative_to(site)) for page in site.rglob("*.html"))
    return [page for page in found if page.startswith("en/") == (language == "en")]


# --- S7: the first stop leads past the frame


def skipping(page: Page) -> list[str]:
    page.evaluate("document.activeElement.blur()")
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
    """Tabs from the top to the end of the page."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    faults = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return faults
        if not stop["good"]:
            faults.append(f"focus not seen: {stop['name']}")
    return [*faults, f"more than {STOPS} stops"]


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
  const comforts = '.gm-side, button, .gm-js-only, .gm-onward, [role=status], .gm-tag, .gm-kept, .gm-next, [aria-hidden]'
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
