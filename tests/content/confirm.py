"""`python -m tests.content.confirm NAME` shows a piece in both languages; with `--by XX "dansk = English"` it confirms that one piece.

The phrases are the ones you weighed: a few Danish words and the English that renders them. Writes one line in content/reviewed.yaml.
Without a name it lists the pieces that lie stale.
"""

import difflib
import sys
from datetime import UTC, datetime

from tests.content import reviewed
from tests.content.reviewed import FILE, Line

USAGE = 'python -m tests.content.confirm NAME --by XX "a few Danish words = the English words"'


def main(arguments: list[str], now: datetime) -> int:
    pieces = reviewed.readable()
    first, lines = reviewed.kept()
    waiting = reviewed.stale(pieces, first, lines)
    if not arguments:
        print(*waiting, f"{len(waiting)} lie stale. {USAGE}", sep="\n")
        return 0
    name, *rest = arguments
    if name not in pieces:
        print(f"There is no piece {name}; did you mean {', '.join(difflib.get_close_matches(name, pieces)) or 'another'}?", file=sys.stderr)
        return 2
    if not rest:
        print(pieces[name].said("da"), "–" * 80, pieces[name].said("en"), "", USAGE.replace("NAME", name), sep="\n")
        return 0
    if len(rest) != 3 or rest[0] != "--by" or " = " not in rest[2]:
        print(f"One piece at a time: {USAGE}", file=sys.stderr)
        return 2
    return _confirm(name, rest[1], rest[2], now, waiting)


def _confirm(name: str, by: str, weighed: str, now: datetime, waiting: list[str]) -> int:
    pieces, (_, lines) = reviewed.readable(), reviewed.kept()
    danish, english = (phrase.strip() for phrase in weighed.split(" = ", 1))
    digests = [reviewed.digest(pieces[name].said(language)) for language in ("da", "en")]
    line = Line(piece=name, da=digests[0], en=digests[1], by=by, at=now, weighed=(danish, english), words=reviewed.words_of(pieces[name]))
    doubts = [*reviewed.doubts(line, lines, pieces), *([] if name in waiting else [f"{name} does not lie stale"])]
    if doubts:
        print(f"Not confirmed: {'; '.join(doubts)}.", file=sys.stderr)
        return 1
    text = FILE.read_text(encoding="utf-8").replace("confirmed: []\n", "confirmed:\n")
    FILE.write_text(text + reviewed.spelled(line), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], datetime.now(UTC)))
