"""How the words read: composed pages and packs become stretches of words, which are measured. `make prose` prints the report.

`stretches` makes them of Markdown, `readings` of the example's handbook and packs; `measure` counts sentences, LIX and Flesch;
`forbidden`, `spelling` and `copying` look for words and runs of words that must not stand.
"""
