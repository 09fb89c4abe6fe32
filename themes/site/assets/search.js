// Search in the page's own language, from a server or from disk. The index is fetched when the field is first used.
// Words are folded (æ ø å as ae oe aa), cut to their stem, and found at the front or the end of a compound.
"use strict"
;(() => {
  const box = document.querySelector(".gm-search")
  if (!box) return
  const field = box.querySelector("input"), list = box.querySelector("ol"), status = box.querySelector("[role=status]")
  const finder = document.querySelector("[data-gm-find]"), toggle = box.querySelector("[data-gm-shortcut]")
  const say = box.dataset
  let before = null, entries = null, wanted = null

  // --- words

  const FOLDS = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ß: "ss" }
  const fold = text => text.toLowerCase().replace(/[æøåäöß]/g, sign => FOLDS[sign]).replace(/1\/2|½/g, say.language === "da" ? "halv" : "half").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  const split = text => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const ENDINGS = {
    da: /(ernes|erens|endes|enes|erne|eren|erer|ende|edes|enes|ens|ets|ers|ede|ene|ere|er|en|et|es|te|e|s|t)$/,
    en: /(ations?|ingly|ings?|edly|ers?|ed|es|ly|s|e)$/,
  }
  // lytning, lytte: what one does and the word for doing it
  const DOING = { da: /(?:n?ing|else|hed)(?:ernes|erne|ens|en|ers|er|s)?$|(?:elsen|elsens|elserne)$/, en: /(?:ation|ment|ness)s?$/ }
  const ending = ENDINGS[say.language] ?? /(?!)/, doing = DOING[say.language] ?? /(?!)/
  // Words that change their vowel, by their stems: bøger is bog, skrev is skrive
  const TURNED = {
    da: "boeg bog, boern barn, foed fod, haend hand, kraeft kraft, maend mand, naet nat, broedr bror, gav giv, skrev skriv, spurg spoerg, tog tag, vaelg valg, traf traef",
    en: "men man, women woman, people person, chose choos, chosen choos, held hold, kept keep, left leav, met meet, spok speak, told tell, written writ, wrot writ",
  }
  const turned = new Map((TURNED[say.language] ?? "").split(", ").map(pair => pair.split(" ")))
  const stem = spelled => {
    const word = say.language === "en" ? spelled.replace(/(?<=..)(ies|ied)$/, "y") : spelled
    const done = word.replace(doing, "")
    const bare = done !== word && (done.length > 3 || (done.length === 3 && /ning/.test(word))) ? done.replace(/e$/, "") : word.length > 4 ? word.replace(ending, "") : word.replace(/(?<=...)s$/, "")
    const short = bare.length < 3 ? word : bare
    // lytte is lyt, and eksempel is eksempl as in eksempler
    const lean = short.length > 3 ? short.replace(/([b-df-hj-np-tv-z])\1$/, "$1").replace(/(?<=..[b-df-hj-np-tv-z])el$/, "l") : short
    return turned.get(lean) ?? lean
  }
  const QUIET = {
    da: "af alle at bare da de dem den der deres det dig du efter eller en er et for fra fx får gerne gør gøre ham han har hele hun hvad hvem hvilke hvilken hvis hvor hvordan hvornår i ikke ind jeg jeres jo kan lige man med men mig min mit mod måske når og også om op os over på sig sin sit skal som så til ud under var ved vi vil vores være mine dit din dine sine",
    en: "a about all am an and any are as at be but by can could did do does for from get had has have he her him his how i if in is it its me my not of on or our she should so some someone somebody that the their them there they this to us was we were what when where which who will with would you your",
  }
  const quiet = new Set(split(QUIET[say.language] ?? ""))

  // --- the index

  function load() {
    wanted ??= new Promise(done => {
      const script = document.createElement("script")
      script.src = say.index
      script.onload = () => { learn(globalThis.__index.synonyms); entries = prepare(globalThis.__index.docs); done() }
      document.head.append(script)
    })
    return wanted
  }

  const plain = html => html.replace(/<[^>]+>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim()

  function prepare(docs) {
    const titles = new Map() // a group's page is told from another's by its group
    for (const doc of docs) if (!doc.location.includes("#")) titles.set(doc.location, doc.part ? `${plain(doc.title)}, ${doc.part}` : plain(doc.title))
    const made = docs.map(doc => {
      const { keywords = "", echoes = "", door = false } = doc
      const page = doc.location.split("#")[0], whole = !doc.location.includes("#"), title = plain(doc.title)
      const named = plain(doc.title.replace(/<code>.*?<\/code>/g, " ")) // what a heading says; a code in it is only mentioned
      const text = `${named === title ? "" : title} ${plain(doc.text).replace(title, "")}`.trim()
      return {
        address: doc.location, page, pageTitle: titles.get(page) ?? title, title, text, whole,
        called: door ? new Set([named, ...keywords.split(",")].map(stems)) : null, // what a role is called leads to its door
        fields: [
          { weight: whole ? 12 : 6, words: counted(named), line: line(named), title: true },
          { weight: whole ? 9 : 0, words: counted(keywords), line: line(keywords) },
          { weight: whole ? 3 : 0, words: counted(echoes) },
          { weight: whole ? 4 : 2, words: counted(text) }, // a page's opening says what it is for
        ],
      }
    })
    // A word found on few pages says more than one found everywhere, but not so much more that it drowns the others.
    const COMMON = 20, places = new Map()
    for (const entry of made) for (const { words } of entry.fields) for (const { stem } of words) {
      if (!places.has(stem)) places.set(stem, new Set())
      places.get(stem).add(entry.page)
    }
    // mentorrollen is about mentor and about rolle: a compound is told by its parts, where both are words of their own.
    for (const entry of made) for (const { words, weight } of entry.fields) if (weight >= 6) for (const found of words) found.parts = parts(found.stem, places)
    for (const [stem, found] of places) rare.set(stem, Math.log(1 + titles.size / (COMMON + found.size)))
    return made
  }

  // Words that stand for each other: what a term is also called, and everyday words for one notion.
  const alike = new Map()
  function learn(groups) {
    for (const group of groups) {
      const stems = group.flatMap(split).map(stem)
      for (const one of stems) alike.set(one, new Set([...(alike.get(one) ?? []), ...stems]))
    }
  }

  function parts(whole, known) {
    for (let at = 4; at <= whole.length - 4; at++) {
      const tail = stem(whole.slice(at)), head = [0, 1].map(seam => stem(whole.slice(0, at - seam))).find(head => head.length > 3 && known.has(head))
      if (head && known.has(tail)) return [head, tail]
    }
    return []
  }

  const rare = new Map()
  const rarity = stem => rare.get(stem) ?? Infinity

  const stems = text => split(text).map(stem).join(" ")
  const line = text => ` ${split(text).join(" ")} `

  function counted(text) {
    const counts = new Map()
    for (const word of split(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return [...counts].map(([word, count]) => ({ word, stem: stem(word), count }))
  }

  // --- finding

  const ALIKE = 0.55, TAIL = 0.5, HEAD = 0.3 // nearness of another word for the same, and of a compound's parts
  const LONG = 300 // words after which a text says half as much of each

  // How well a word of the text answers a word of the question: the same, another form, the front or the end of a compound.
  function nearness(asked, found) {
    if (found.word === asked.word) return 1
    if (found.stem === asked.stem) return 0.9
    if (asked.alike?.has(found.stem)) return ALIKE
    if (asked.stem.length < 3) return 0
    if (found.word.startsWith(asked.word)) return 0.7
    if (asked.stem.length > 3 && found.word.startsWith(asked.stem)) return 0.6
    if (asked.stem.length > 3 && found.stem.endsWith(asked.stem)) return 0.6
    if (asked.stem.length > 4 && found.word.includes(asked.stem)) return 0.4
    // The last part of a compound says what it is, the first only of what kind.
    if (found.stem.length > 3 && asked.stem.length > found.stem.length + 1 && asked.stem.endsWith(found.stem)) return TAIL
    if (found.stem.length > 3 && asked.stem.length > found.stem.length + 2 && asked.stem.startsWith(found.stem)) return HEAD
    if (found.parts?.some(part => asked.stem.length > part.length + 2 && asked.stem.startsWith(part))) return HEAD
    return 0
  }

  // How much a field says of a word of the question: by the rarest of its words that answers, whole or as the two parts of a compound.
  function said(asked, words) {
    let whole = 0, head = 0, tail = 0, count = 0
    for (const found of words) {
      const near = nearness(asked, found)
      if (!near) continue
      const value = near * Math.min(rarity(asked.stem), rarity(found.stem))
      if (near > 0.35) count += found.count * near
      if (near === HEAD) head = Math.max(head, value)
      else if (near === TAIL) tail = Math.max(tail, value)
      else whole = Math.max(whole, value)
    }
    return { value: Math.max(whole, head + tail), count }
  }

  function worth(asked, entry) {
    let sum = 0, best = 0
    for (const { weight, words, title } of entry.fields) {
      if (!weight || !words.length) continue
      const { value, count } = said(asked, words)
      // The fewer words a text has, the more each of them says.
      const share = title ? 0.8 + 0.4 / words.length : 1 / (1 + words.length / LONG)
      sum += weight * share * value * (1 + Math.log(1 + count) / 3)
      best = Math.max(best, value)
    }
    return { sum, best }
  }

  function search(question) {
    const split_ = split(question)
    const spoken = split_.filter(word => !quiet.has(word))
    const asked = (spoken.length ? spoken : split_).map(word => ({ word, stem: stem(word), alike: alike.get(stem(word)) }))
    if (!asked.length) return []
    const phrase = asked.length > 1 ? line(question) : null
    const name = stems(question), door = entries.find(entry => entry.called?.has(name))?.page
    const worths = entries.map(entry => asked.map(word => worth(word, entry)))
    const most = asked.map((_, number) => worths.reduce((best, all) => Math.max(best, all[number].best), 0))
    const all = most.reduce((sum, value) => sum + value, 0)
    const pages = new Map()
    entries.forEach((entry, place) => {
      let score = worths[place].reduce((sum, value) => sum + value.sum, 0)
      if (!score) return
      // Words that stand together as they were asked mean more than the same words here and there.
      if (phrase) score += entry.fields.reduce((sum, field) => sum + (field.line?.includes(phrase) ? field.weight * all : 0), 0)
      const page = pages.get(entry.page) ?? { address: entry.page, title: entry.pageTitle, best: 0, sum: 0, near: asked.map(() => 0), parts: asked.map(() => 0), hits: [] }
      worths[place].forEach((value, number) => { page.near[number] = Math.max(page.near[number], value.best); page.parts[number] = Math.max(page.parts[number], value.sum) })
      page.best = Math.max(page.best, score)
      page.sum += score
      page.hits.push({ entry, score })
      pages.set(entry.page, page)
    })
    // Its best place counts, and what it says of each word anywhere. A page that answers all the words comes before one that answers
    // some, and the rare ones count most; one that answers less than a quarter of what the best does is noise.
    const found = [...pages.values()].map(page => {
      const answered = page.near.reduce((sum, value) => sum + value, 0) / all
      return { ...page, answered, score: (0.4 * page.best + 0.6 * page.parts.reduce((sum, value) => sum + value, 0) + Math.log(1 + page.sum)) * answered ** 1.5, hits: page.hits.sort((a, b) => b.score - a.score) }
    })
    const fullest = Math.max(0, ...found.map(page => page.answered))
    return found
      .filter(page => page.answered * 4 >= fullest)
      .sort((a, b) => (b.address === door) - (a.address === door) || b.score - a.score || a.address.localeCompare(b.address))
  }

  // The addresses of the pages found, best first: for whoever has a question and no field.
  globalThis.gmFind = async question => {
    await load()
    return search(question).map(page => page.address)
  }

  // --- showing

  function element(name, attributes, ...inside) {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...inside)
    return made
  }

  const address = there => `${say.root}/${there}`

  const APART = /^[\s\u2060·]*/, CUT = /[\s\u2060·]+\S*$/ // what stands between two cells begins no line and ends none

  function teaser(text, asked) {
    const spots = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(found => ({ at: found.index, to: found.index + found[0].length, word: fold(found[0]) }))
    const hits = spots.filter(spot => asked.some(word => nearness(word, { word: spot.word, stem: stem(spot.word), count: 1 }) > 0.35))
    if (!hits.length) return [text.length > 120 ? `${text.slice(0, 120).replace(CUT, "")} …` : text]
    const space = Math.max(0, text.lastIndexOf(" ", Math.max(0, hits[0].at - 40)))
    const from = space + text.slice(space).match(APART)[0].length, to = Math.min(text.length, from + 130)
    const parts = [from ? "… " : ""]
    let at = from
    for (const hit of hits.filter(hit => hit.at >= from && hit.to <= to)) {
      parts.push(text.slice(at, hit.at), element("mark", {}, text.slice(hit.at, hit.to)))
      at = hit.to
    }
    return [...parts, text.slice(at, to).replace(to < text.length ? CUT : /$^/, ""), to < text.length ? " …" : ""]
  }

  const MOST = 12 // shown

  function show(found, question) {
    const asked = split(question).filter(word => !quiet.has(word)).map(word => ({ word, stem: stem(word) }))
    list.replaceChildren(...found.slice(0, MOST).map(page => {
      const best = page.hits[0].entry
      const link = element("a", { class: "md-search-result__link", href: address(page.address) },
        element("b", {}, page.title), element("span", {}, ...teaser(best.text || best.title, asked)))
      const sections = page.hits.filter(hit => !hit.entry.whole && hit.entry.title).slice(0, 2)
        .map(hit => element("li", {}, element("a", { href: address(hit.entry.address) }, hit.entry.title)))
      return element("li", { class: "md-search-result__item" }, link, ...(sections.length ? [element("ul", {}, ...sections)] : []))
    }))
  }

  async function answer() {
    const question = field.value.trim()
    open(true)
    if (split(question).join("").length < 2) {
      list.replaceChildren()
      status.textContent = say.start
      return
    }
    await load()
    if (question !== field.value.trim()) return
    const found = search(question)
    show(found, question)
    const said = found.length > MOST ? say.best : found.length > 1 ? say.many : say.one
    status.textContent = found.length ? said.replace("#", found.length).replace("¤", MOST) : say.none.replace("#", question)
  }

  // --- opening and closing

  const isOpen = () => box.hasAttribute("data-open")

  function open(yes) {
    if (yes === isOpen()) return
    box.toggleAttribute("data-open", yes)
    if (!yes) { list.replaceChildren(); status.textContent = "" }
  }

  function reveal(yes) {
    box.toggleAttribute("data-shown", yes)
    finder?.setAttribute("aria-expanded", yes)
    if (!yes) return open(false)
    field.focus()
    field.select()
    answer()
  }

  function leave() {
    reveal(false)
    const back = before?.isConnected && before.getClientRects().length ? before : finder?.getClientRects().length ? finder : null
    back ? back.focus() : field.blur()
  }

  document.addEventListener("focusin", event => {
    if (box.contains(event.target)) return
    before = event.target === document.body ? null : event.target
    open(false)
  })
  document.addEventListener("pointerdown", event => { if (isOpen() && !box.contains(event.target)) open(false) })
  finder?.addEventListener("click", () => reveal(!box.hasAttribute("data-shown")))
  field.addEventListener("focus", load) // who only tabs past opens nothing
  field.addEventListener("click", answer)
  field.addEventListener("input", answer)
  box.addEventListener("submit", event => { event.preventDefault(); list.querySelector("a")?.click() })
  box.addEventListener("keydown", event => {
    if (event.key === "Escape") { event.preventDefault(); return leave() }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    if (!isOpen()) return answer()
    const stops = [field, ...list.querySelectorAll("a")]
    const step = event.key === "ArrowDown" ? 1 : -1
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus()
    event.preventDefault()
  })

  // --- one key opens the search; who talks to the computer can turn it off (WCAG 2.1.4)

  let keyed = true
  try { keyed = localStorage.getItem("gm.key") !== "off" } catch { /* stays on */ }
  function showKey() {
    toggle.setAttribute("aria-pressed", !keyed)
  }
  toggle.addEventListener("click", () => {
    keyed = !keyed
    try { localStorage.setItem("gm.key", keyed ? "on" : "off") } catch { /* for this page only */ }
    showKey()
  })
  showKey()
  addEventListener("keydown", event => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")
    if (!keyed || typing || event.ctrlKey || event.metaKey || event.altKey || (event.key !== "s" && event.key !== "/")) return
    event.preventDefault()
    reveal(true)
  })
})()
