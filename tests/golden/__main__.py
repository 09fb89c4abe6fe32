"""Write the golden books again: `python -m tests.golden`. Say in the commit which words a reader sees changed, and why."""

from tests.golden import BOOKS, composed, file

for name, language in BOOKS:
    file(name, language).write_text(composed(name, language), encoding="utf-8")
    print(file(name, language).name)
