// Small comforts. Every page is complete without them: nothing here fetches, counts or tracks.
"use strict"
const root = document.documentElement
const words = document.body.dataset
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const one = (selector, within = document) => within.querySelector(selector)

const memory = {
  get(key) { try { return JSON.parse(localStorage.getItem(`gm.${key}`)) } catch { return null } },
  set(key, value) { try { localStorage.setItem(`gm.${key}`, JSON.stringify(value)) } catch { /* stays as it is */ } },
}

function made(name, attributes, ...inside) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...inside)
  return element
}

// --- light and dark

const asksForDark = matchMedia("(prefers-color-scheme: dark)")
one("[data-gm-scheme]")?.addEventListener("click", () => {
  const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : asksForDark.matches
  root.dataset.scheme = dark ? "light" : "dark"
  try { localStorage.setItem("gm.scheme", root.dataset.scheme) } catch { /* for this page only */ }
})

// --- the menu on a narrow screen

const menu = one("#gm-nav"), head = one(".gm-top"), opener = one("[data-gm-drawer]")
function openMenu(open) {
  menu.toggleAttribute("data-open", open)
  head.toggleAttribute("data-menu", open)
  opener.setAttribute("aria-expanded", open)
}
opener?.addEventListener("click", () => openMenu(!menu.hasAttribute("data-open")))
addEventListener("keydown", event => {
  if (event.key !== "Escape" || !menu.hasAttribute("data-open") || event.defaultPrevented) return
  openMenu(false)
  opener.focus()
})

// --- the columns beside the page stay in sight; one that is taller than the screen goes along until its end is seen

const MARGIN = 24, columns = all(".gm-page > .gm-side, .gm-aside")
const settle = () => columns.forEach(column => { column.style.top = `${Math.min(MARGIN, innerHeight - MARGIN - column.offsetHeight)}px` })
const watcher = new ResizeObserver(settle)
columns.forEach(column => watcher.observe(column))
addEventListener("resize", settle)

// --- dates: the next one of the page is marked, by the reader's own clock

const today = (now => new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10))(new Date())
const dayOf = element => one("time", element).dateTime
const isAhead = element => dayOf(element) >= today

const upcoming = all(".gm-months tbody tr, .gm-dates > li").filter(isAhead)
  .reduce((soonest, line) => soonest && dayOf(soonest) <= dayOf(line) ? soonest : line, null)
if (upcoming) {
  upcoming.classList.add("gm-now")
  upcoming.closest("details")?.toggleAttribute("open", true)
  one("time", upcoming).append(made("span", { class: "gm-tag" }, words.next)) // below the date, where there is room: nothing moves
}

for (const list of all(".gm-dates[data-show]")) {
  const lines = all(":scope > li", list), next = lines.findIndex(isAhead), shown = Number(list.dataset.show)
  const first = Math.max(0, Math.min(next < 0 ? lines.length : next, lines.length - shown))
  lines.slice(first, first + shown).forEach(line => line.toggleAttribute("data-shown", true))
  list.toggleAttribute("data-shown", true)
}

for (const door of all(".gm-next")) {
  const lines = all(".gm-one", door)
  const next = lines.find(isAhead) ?? lines.at(-1)
  next.toggleAttribute("data-shown", true)
  door.toggleAttribute("data-shown", true)
}

const panel = one(".gm-first")
if (panel && upcoming && !isAhead(panel)) {
  const time = one("time", upcoming), link = one("a", upcoming), note = one(".gm-r", upcoming)
  one(".gm-d", panel).replaceChildren(made("time", { datetime: time.dateTime }, time.firstChild.textContent))
  const { of } = upcoming.parentElement.dataset, title = upcoming.lastElementChild.firstChild.textContent
  one("h2", panel).textContent = of ? `${of}: ${title[0].toLowerCase()}${title.slice(1)}` : title // a group's own list does not name it
  one("h2 + p:not(:has(a))", panel)?.replaceChildren(note ? note.textContent : "")
  const button = one(".gm-button", panel)
  if (button && link) button.href = link.href
  else button?.remove()
}

// --- the agenda's current item, while the meeting runs

function markCurrent() {
  const day = one("[data-day]")?.dataset.day
  const now = new Date(), clock = now.toTimeString().slice(0, 5)
  const rows = all(".gm-agenda [data-start]")
  const last = rows.at(-1)
  const end = last && minutes(last.dataset.start) + Number(one(".gm-min", last)?.textContent)
  const running = day === today && minutes(clock) < end ? rows.filter(row => row.dataset.start <= clock).at(-1) : undefined
  for (const row of rows) {
    const here = row === running
    if (row.classList.toggle("gm-running", here)) row.setAttribute("aria-current", "time")
    else row.removeAttribute("aria-current")
    one(".gm-tag", row)?.remove()
    if (here) one("th", row).prepend(made("span", { class: "gm-tag" }, words.now))
  }
}
const minutes = clock => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
if (one("[data-day]")) {
  markCurrent()
  setInterval(markCurrent, 30000)
}

// --- ticks, remembered in this browser only

const boxes = all(".gm-check input[type=checkbox]")
const page = `ticks.${location.pathname}`
const textOf = box => box.nextElementSibling.textContent.trim()
if (boxes.length) {
  const ticked = new Set(memory.get(page) ?? [])
  boxes.forEach(box => { box.checked = ticked.has(textOf(box)) })
  const keep = () => { memory.set(page, boxes.filter(box => box.checked).map(textOf)); judge() }
  boxes.forEach(box => box.addEventListener("change", keep))
  const clear = made("button", { type: "button", class: "gm-plain gm-small" }, words.ticksClear)
  clear.addEventListener("click", () => { boxes.forEach(box => { box.checked = false }); keep(); boxes[0].focus() })
  boxes[0].closest(".gm-check").after(made("p", { class: "gm-kept" }, made("span", {}, words.ticks), clear))
}

// --- the test answers: which boxes are ticked decides, and those that are not are the reasons

function judge() {
  const answer = one(".gm-verdict")
  if (!answer) return
  const listAfter = id => all("input", one(`#${id}`).parentElement.querySelector(`#${id} ~ .gm-check`))
  const must = listAfter(answer.dataset.must), good = listAfter(answer.dataset.good)
  const missing = boxes => boxes.filter(box => !box.checked)
  const lacks = missing(must), left = missing(good)
  const [code, reasons] = !lacks.length ? (left.length ? ["some", left] : ["all", []])
    : lacks.length + left.length === must.length + good.length ? ["start", []]
    : lacks.length === 1 && lacks[0] === must[0] ? ["wait", lacks] : ["no", lacks]
  answer.dataset.said = code
  one("p", answer).textContent = answer.dataset[code]
  one("ul", answer)?.remove()
  if (reasons.length) answer.append(made("ul", {}, ...reasons.map(box => made("li", {}, textOf(box)))))
}
judge()

// --- words to say can be copied, and a letter with its lists and tables

function offerCopy(place, name, copying) {
  const button = made("button", { type: "button", class: "gm-plain gm-copy", "aria-label": `${words.copy}: ${name.slice(0, 60)}` }, words.copy)
  const status = made("span", { role: "status", class: "gm-copy" })
  button.addEventListener("click", async () => {
    await copying()
    status.textContent = ` ${words.copied}`
    setTimeout(() => { status.textContent = "" }, 2000)
  })
  place.append(made("div", { class: "gm-copying" }, button, status))
}

if (document.execCommand) for (const letter of all("[id^=letter-] ~ .gm-fold")) {
  const [subject, first] = letter.children, last = letter.lastElementChild
  offerCopy(letter, subject.textContent, () => {
    const range = document.createRange(), selection = getSelection()
    range.setStartBefore(first)
    range.setEndAfter(last)
    selection.removeAllRanges()
    selection.addRange(range)
    document.execCommand("copy")
    selection.removeAllRanges()
  })
}

if (navigator.clipboard || document.execCommand) for (const say of all(".gm-say")) {
  const spoken = all(":scope > p:not(.gm-cue)", say)
  const name = (one(".gm-cue", say) ?? spoken[0])?.textContent ?? ""
  offerCopy(say, name, () => copy(spoken.map(p => p.textContent).join("\n\n")))
}

async function copy(text) {
  try { return await navigator.clipboard.writeText(text) } catch { /* file:// and old browsers */ }
  const field = made("textarea", { class: "gm-copying" }, text)
  document.body.append(field)
  field.select()
  document.execCommand("copy")
  field.remove()
}

// --- who is sent to a heading finds what is folded below it open

function unfold() {
  const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  for (let below = there?.nextElementSibling; below && !/^H[1-6]$/.test(below.tagName); below = below.nextElementSibling)
    if (below.matches(".gm-fold")) below.open = true
}
addEventListener("hashchange", unfold)
unfold()

// --- paper shows what is folded

addEventListener("beforeprint", () => all("details:not([open])").forEach(note => { note.open = true; note.dataset.folded = "" }))
addEventListener("afterprint", () => all("details[data-folded]").forEach(note => { note.open = false; delete note.dataset.folded }))
