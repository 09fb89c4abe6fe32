// Before anything is painted: there is a script here, and this is the scheme that the reader chose last time.
document.documentElement.classList.add("gm-js")
try {
  const chosen = localStorage.getItem("gm.scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* no memory in this browser: the system decides */ }
