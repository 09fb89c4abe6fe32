// Before anything is painted: there is a script here, and this is the scheme that the reader chose last time.
document.documentElement.classList.add("gm-js")
try {
  const chosen = localStorage.getItem("gm.scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* no memory in this browser: the system decides */ }
if (location.protocol !== "file:") { // from disk a browser refuses to fetch a font ahead
  const ahead = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: new URL("fonts/hanken-grotesk.woff2", document.currentScript.src) }
  document.head.append(Object.assign(document.createElement("link"), ahead))
  document.documentElement.classList.add("gm-served")
}
