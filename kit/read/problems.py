"""Problems as the readers make them: every code with the names of its values, values cut short, all in file order.

The sentences are in kit/words/parts/read.<language>.yaml; a test holds them against `CODES`.
"""

from collections.abc import Iterable

from kit.model.problem import Place, Problem, Value

LONGEST_VALUE = 80
MOST_SHOWN = 200

CODES: dict[str, tuple[str, ...]] = {
    # D: files on the disk
    "D01": ("name",),  # is not there
    "D02": ("name",),  # not an ordinary file
    "D03": ("name",),  # outside the folder
    "D04": ("name", "limit", "size"),  # too large, in KiB
    "D05": ("name",),  # may not be read
    "D06": ("name",),  # not a name of a file
    # Y: the text of a YAML file
    "Y01": ("encoding",),
    "Y02": ("character",),  # control character, bidi control
    "Y03": (),  # not YAML, no better word for it
    "Y04": ("key", "line"),  # key twice
    "Y05": ("key", "near", "known"),  # unknown key
    "Y06": ("key", "under"),  # a key that belongs elsewhere
    "Y07": ("limit",),  # too deep
    "Y08": ("limit",),  # too much
    "Y09": ("given",),  # a tag
    "Y10": ("limit",),  # too many aliases
    "Y11": ("given",),  # an alias of a collection, or of nothing
    "Y12": ("given",),  # a number too long or odd
    "Y13": (),  # a second document
    "Y14": (),  # a key that is not a word
    "Y15": (),  # a heap of combining marks
    "Y20": (),  # tab
    "Y21": (),  # colon where none can be
    "Y22": (),  # quotation mark not closed
    "Y23": (),  # bracket not closed
    "Y24": (),  # indentation, or text after a quoted value
    "Y25": (),  # colon missing
    "Y26": ("given",),  # a value starts with a sign that YAML keeps for itself
    "Y27": (),  # backslash in double quotation marks
    "Y28": (),  # a list item where none can be
}


def problem(code: str, place: Place, field: str = "", **values: Value) -> Problem:
    """A Problem whose values are the ones that the code promises."""
    if set(values) != set(CODES[code]):
        raise TypeError(f"{code} takes {CODES[code]}, not {tuple(values)}")
    return Problem(code=code, place=place, field=field, values={name: cut(value) for name, value in values.items()})


def cut(value: Value) -> Value:
    """A text of at most 80 characters, on one line; anything else as it is."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


def problems_sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the files as they were read, within a file by line and column; each once."""
    once = {(found.code, found.place, found.field): found for found in problems}
    files = list(dict.fromkeys(found.place.file for found in once.values()))
    return tuple(sorted(once.values(), key=lambda found: (files.index(found.place.file), found.place.line, found.place.column, found.code)))
