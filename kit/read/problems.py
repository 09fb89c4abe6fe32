"""Problems as the readers make them: every code with the names of its values, values cut short, all in file order.

The sentences are in kit/words/parts/read.<language>.yaml; a test holds them against `CODES`.
"""

import difflib
from collections.abc import Collection, Iterable

from kit.model.problem import Place, Problem, Value

LONGEST_VALUE = 80
LONGEST_NAME = 40  # of a given name, for comparing it with ours: difflib is slow

CODES: dict[str, tuple[str, ...]] = {
    # D: files on the disk
    "D01": ("name",),  # is not there
    "D02": ("name",),  # not an ordinary file
    "D03": ("name",),  # outside the folder
    "D04": ("name", "limit", "size"),  # too large, in KiB
    "D05": ("name",),  # may not be read
    "D07": (),  # no organisation.yaml
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
    "Y16": (),  # nothing in the file
    "Y17": (),  # no text: a picture, a Word document
    "Y20": (),  # tab
    "Y21": (),  # colon where none can be
    "Y22": (),  # quotation mark not closed
    "Y23": (),  # bracket not closed
    "Y24": (),  # indentation, or text after a quoted value
    "Y25": (),  # colon missing
    "Y26": ("given",),  # a value starts with a sign that YAML keeps for itself
    "Y27": (),  # backslash in double quotation marks
    "Y28": (),  # a list item where none can be
    # V: one value
    "V01": ("key", "example"),  # missing
    "V02": ("given",),  # a number where text should be
    "V03": (),  # a list or mapping where text should be
    "V04": (),  # a list where text or languages should be
    "V05": ("given",),  # list wanted
    "V06": ("given",),  # fields wanted
    "V07": (),  # empty
    "V08": ("limit", "length"),
    "V09": ("given", "near"),  # date wanted
    "V10": ("given",),  # no such date
    "V11": ("given", "first", "last"),
    "V12": ("given", "near"),  # clock time wanted
    "V13": ("given", "near"),  # period turned round
    "V14": ("given",),
    "V15": ("given",),  # colour
    "V16": ("given",),  # address
    "V17": ("given",),  # e-mail
    "V18": ("given", "near"),  # id
    "V19": ("given",),  # word with forms
    "V20": ("missing", "language"),  # forms missing
    "V21": ("given", "known"),  # a form that is none
    "V22": ("given", "least"),  # whole number wanted
    "V23": ("given",),  # number wanted
    "V24": ("given",),  # true or false wanted
    "V25": ("given", "allowed"),
    "V26": ("given", "least", "most"),
    "V27": ("count",),  # list too short
    "V28": ("most", "length"),  # list too long
    "V29": ("given",),  # currency
    "V30": ("given",),  # [from, to] wanted
    "V31": ("first", "last"),  # from above to
    "V32": ("given",),  # country
    "V35": ("given",),  # number of a meeting
    "V37": ("given",),  # seminar: fields or false
    "V38": (),  # seminar: left blank
    # O: fields that must fit together
    "O02": ("language",),  # language twice
    "O03": ("given", "known"),  # language unknown to the content
    "O04": ("language",),  # text missing in a language
    "O07": ("given", "line"),  # group id twice
    "O08": ("given", "near", "known"),  # cohort type
    "O09": (),  # neither first_meeting nor start_after
    "O10": (),  # both
    "O11": (),  # weekdays without start_after
    "O12": ("given",),  # the same twice in a list
    "O13": ("given", "meetings"),
    "O14": ("given", "installed"),  # content_version
    "O16": ("given",),  # own cohort type with a built-in name
    "O17": ("given", "known"),  # accept for a group that is not there
    "O18": ("start", "hours"),  # ends after midnight
    "O21": ("given", "near", "known"),  # term
    "O22": ("given", "known"),  # country without holidays
    "O23": ("given", "country", "near", "known"),  # part of a country
    "O24": ("country",),  # part of a country that has none
    # T: the roster, a table; nothing of a cell is ever quoted
    "T01": (),  # quotation marks
    "T02": (),  # old Excel, or a password
    "T03": ("limit",),  # rows
    "T04": ("limit",),  # columns
    "T05": ("limit",),  # a cell too long
    "T06": (),  # odd characters
    "T07": (),  # no text
    "T08": (),  # broken workbook
    "T09": ("limit",),  # workbook too large inside
    "T10": (),  # nobody in it
    "T11": ("known",),  # no header
    "T12": ("given", "known"),  # unknown column
    "T13": ("column",),  # column twice
    "T14": ("column",),  # column missing
    "T15": ("columns",),  # more cells than columns
    "T16": ("column",),  # empty cell that is needed
    "T17": ("line",),  # id twice
    "T18": ("known",),  # role
    "T19": ("known",),  # group
    "T20": (),  # reports_to nobody
    "T21": ("column",),  # reports to themselves, in the end
    "T22": ("column", "first", "last"),  # date
    "T23": ("column", "other"),  # left before joining
    "T24": (),  # e-mail
    # L: logos
    "L01": ("name",),  # neither SVG, PNG nor JPEG
    "L02": ("name", "limit"),  # too many pixels on a side
    "L03": ("name",),  # cannot be decoded
    "L04": ("name", "given"),  # an element that draws what we do not rebuild
    "L05": ("name", "given", "attribute"),  # a value that we do not take over
    "L06": ("name",),  # no sane viewBox
    "L07": ("name", "limit"),  # too many shapes
    "L08": ("name",),  # not well-formed, or with a DOCTYPE
    "L09": ("name", "limit"),  # too large for an SVG, KiB
    # I: inserts
    "I01": ("name",),  # file name
    "I02": ("name", "near", "known"),  # phase
    "I03": ("given", "known"),  # language
    "I04": ("limit",),  # too many files
    "I05": (),  # no front matter
    "I06": ("name", "near"),  # new block without a place
    "I07": (),  # statement or comment
    "I08": ("given", "near"),  # unknown variable
    "I09": ("given",),  # something else inside {{ }}
    "I10": (),  # braces that do not fit
    "I11": ("limit",),  # line too long
    "I12": ("limit",),  # indentation
    "I13": ("limit",),  # word too long
    "I14": ("limit",),  # table too wide
    "I15": ("given", "limit"),  # a sign too often
    "I16": (),  # no text
    "I17": (),  # place without need: it replaces or extends
    "I18": ("given",),  # place is not page or page#block
}
NEVER_CUT = {"known", "allowed"}  # our own words


def problem(code: str, place: Place, field: str = "", **values: Value) -> Problem:
    """A Problem whose values are the ones that the code promises."""
    if set(values) != set(CODES[code]):
        raise TypeError(f"{code} takes {CODES[code]}, not {tuple(values)}")
    return Problem(
        code=code, place=place, field=field, values={name: value if name in NEVER_CUT else cut(value) for name, value in values.items()}
    )


def cut(value: Value) -> Value:
    """A text of at most 80 characters, on one line; anything else as it is."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


def problems_sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the files as they were read, within a file by line and column; each once."""
    once = {(found.code, found.place, found.field, str(found.values)): found for found in problems}
    files = list(dict.fromkeys(found.place.file for found in once.values()))
    return tuple(sorted(once.values(), key=lambda found: (files.index(found.place.file), found.place.line, found.place.column, found.code)))


def nearest(given: str, known: Collection[str]) -> str:
    """The known name that looks most like the given one, however little that is."""
    names = {name.lower(): name for name in known}
    found = difflib.get_close_matches(given[:LONGEST_NAME].lower(), list(names), n=1, cutoff=0.0)
    return names[found[0]] if found else ""
