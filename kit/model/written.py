"""The kinds of value that people write in organisation.yaml, and what is wrong with a value that is none of them.

A check returns the value as we keep it or raises `Wrong` with codes of kit/read/problems.py: no sentence stands here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kit.model.problem import Value
from kit.model.slug import LONGEST_SLUG, RESERVED, SLUG, slug
from kit.model.words import Forms, Text, Word, gender_of

FIRST_YEAR, LAST_YEAR = 2000, 2099
LONGEST_LINE, LONGEST_TEXT = 200, 2000
FAULTS = "faults"  # the type of our pydantic errors; their context holds the faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Validation context: the languages that the organisation wants, and those that the content speaks."""

    wanted: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong thing: a code, its values, and the path to it from the value. `on_key`: the key is wrong, not what it holds."""

    code: str
    values: Mapping[str, Value]
    at: tuple[str | int, ...] = ()
    on_key: bool = False


class Wrong(Exception):
    """Everything that is wrong with one value."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(fault.code for fault in faults))
        self.faults = faults


def wrong(code: str, **values: Value) -> Wrong:
    return Wrong(Fault(code, values))


@contextmanager
def gathered(faults: list[Fault], *at: str | int) -> Iterator[None]:
    """What is wrong with one part of a value is added to `faults`; the other parts are still looked at."""
    try:
        yield
    except Wrong as found:
        faults += (replace(fault, at=(*at, *fault.at)) for fault in found.faults)


def raise_all(faults: list[Fault]) -> None:
    if faults:
        raise Wrong(*faults)


def shown(value: object) -> str:
    """A wrong value as it can stand in a sentence."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else "" if value is None else str(value)


# --- words


def is_language(code: object) -> bool:
    return isinstance(code, str) and re.fullmatch(r"[a-z]{2}", code) is not None


def line(value: object, _: Spoken = Spoken(), limit: int = LONGEST_LINE) -> str:
    """Words on one line; the line breaks of a long text become blanks."""
    if value is None:
        raise wrong("V07")
    if isinstance(value, list | tuple | Mapping):
        raise wrong("V03")
    if not isinstance(value, str):
        raise wrong("V02", given=shown(value))
    words = " ".join(value.split()) if "\n" in value else value.strip()
    if not words:
        raise wrong("V07")
    if len(words) > limit:
        raise wrong("V08", limit=limit, length=len(words))
    return words


def text(value: object, spoken: Spoken, limit: int = LONGEST_LINE) -> Text:
    """One text for every language, or one for each that the organisation wants."""
    if isinstance(value, list | tuple):
        raise wrong("V04")
    if not isinstance(value, Mapping):
        return Text(everywhere=line(value, spoken, limit))
    faults, words = [*_languages(value, spoken)], []
    for language, written in value.items():
        with gathered(faults, language):
            words.append((str(language), line(written, spoken, limit)))
    raise_all(faults)
    return Text(tuple(words))


def prose(value: object, spoken: Spoken) -> Text:
    return text(value, spoken, LONGEST_TEXT)


def _languages(value: Mapping[Any, object], spoken: Spoken) -> Iterator[Fault]:
    """Keys that are no languages of ours, and wanted languages that are not there."""
    if not value:
        yield Fault("V07", {})
    for key in value:
        if not is_language(key) or (spoken.known and key not in spoken.known):
            yield Fault("O03", {"given": shown(key), "known": ", ".join(spoken.known)}, at=(key,), on_key=True)
    for language in spoken.wanted:
        if value and language not in value:
            yield Fault("O04", {"language": language})


FORMS = ("singular", "definite", "plural", "definite_plural", "gender", "genitive")
NEEDED = {"en": ("singular", "plural")}  # English makes the others itself
GENDERS = ("common", "neuter")


def word(value: object, spoken: Spoken) -> Word:
    """`{da: {singular: …, definite: …, plural: …, definite_plural: …}}`; English needs singular and plural only."""
    if not isinstance(value, Mapping):
        raise wrong("V19", given=shown(value))
    faults, forms = [*_languages(value, spoken)], []
    for language, written in value.items():
        with gathered(faults, language):
            forms.append((str(language), _forms(str(language), written)))
    raise_all(faults)
    return Word(tuple(forms))


def _forms(language: str, written: object) -> Forms:
    if not isinstance(written, Mapping):
        raise wrong("V19", given=shown(written))
    missing = [name for name in NEEDED.get(language, FORMS[:4]) if name not in written]
    faults = [Fault("V20", {"missing": ", ".join(missing), "language": language})] if missing else []
    forms = {}
    for name, form in written.items():
        with gathered(faults, name):
            forms[name] = _form(name, form)
    raise_all(faults)
    definite = forms.get("definite", f"the {forms['singular']}")
    return Forms(
        singular=forms["singular"],
        plural=forms["plural"],
        definite=definite,
        definite_plural=forms.get("definite_plural", f"the {forms['plural']}"),
        gender="neuter" if forms.get("gender", gender_of(definite) if language == "da" else "common") == "neuter" else "common",
        genitive=forms.get("genitive"),
    )


def _form(name: object, form: object) -> str:
    if name not in FORMS:
        raise Wrong(Fault("V21", {"given": shown(name), "known": ", ".join(FORMS)}, on_key=True))
    if name == "gender" and form not in GENDERS:
        raise wrong("V25", given=shown(form), allowed=", ".join(GENDERS))
    return line(form)


# --- numbers


@dataclass(frozen=True, slots=True)
class Between:
    """A number from `least` to `most`, both included; `Annotated[int, Between(2, 8)]` wants a whole one."""

    least: float
    most: float

    def __get_pydantic_core_schema__(self, source: type, _: GetCoreSchemaHandler) -> CoreSchema:
        whole = source is int
        return core_schema.with_info_plain_validator_function(checked(self.whole if whole else self.number), metadata={"whole": whole})

    def __get_pydantic_json_schema__(self, schema: CoreSchema, _: GetJsonSchemaHandler) -> dict[str, Any]:
        kind = "integer" if schema["metadata"]["whole"] else "number"
        return {"type": kind, "minimum": self.least, "maximum": self.most}

    def whole(self, value: object, _: Spoken = Spoken()) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong("V22", given=shown(value), least=self.least)
        self._bounds(value)
        return value

    def number(self, value: object, _: Spoken = Spoken()) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise wrong("V23", given=shown(value))
        self._bounds(value)
        return float(value)

    def _bounds(self, value: float) -> None:
        if not self.least <= value <= self.most:
            raise wrong("V26", given=value, least=self.least, most=self.most)


def range_of(value: object, _: Spoken = Spoken()) -> tuple[float, float]:
    """`[from, to]` in hours."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise wrong("V30", given=shown(value))
    faults: list[Fault] = []
    numbers = []
    for index, number in enumerate(value):
        with gathered(faults, index):
            numbers.append(Between(0, 100).number(number))
    raise_all(faults)
    if numbers[0] > numbers[1]:
        raise wrong("V31", first=numbers[0], last=numbers[1])
    return numbers[0], numbers[1]


def meeting_number(value: object, _: Spoken = Spoken()) -> int:
    """A key of `dates` and `places`; files made by programs write it in quotation marks."""
    number = int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,2}", value) else value
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise Wrong(Fault("V35", {"given": shown(value)}, on_key=True))
    return number


# --- dates and clock times


def day(value: object, _: Spoken = Spoken()) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise wrong("V09", given=shown(value), near=_day_meant(value))
    try:
        on = date.fromisoformat(value)
    except ValueError:
        raise wrong("V10", given=value) from None
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise wrong("V11", given=value, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return on


def _day_meant(value: object) -> str:
    """`3.2.2027` is meant as 2027-02-03; an example where nothing can be guessed."""
    found = re.fullmatch(r"([0-9]{1,2})[-./ ]{1,2}([0-9]{1,2})[-./ ]{1,2}(20[0-9]{2})", shown(value).strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else "2027-02-03"


def clock(value: object, _: Spoken = Spoken()) -> time:
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    raise wrong("V12", given=shown(value), near=_clock_meant(value))


def _clock_meant(value: object) -> str:
    """`9.30` and `9` are meant as 09:30 and 09:00."""
    found = re.fullmatch(r"(?:kl\.? ?)?([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]?))?", shown(value).strip())
    return f"{int(found[1]):02}:{(found[2] or '00').ljust(2, '0')}" if found else "16:00"


def period(value: object, _: Spoken = Spoken()) -> tuple[date, date]:
    """One day, or `from/to` with both days in it."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9-]{10}(\s*/\s*[0-9-]{10})?", value):
        raise wrong("V14", given=shown(value))
    first, _slash, last = (part.strip() for part in value.partition("/"))
    start, end = day(first), day(last or first)
    if end < start:
        raise wrong("V13", given=value, near=f"{last}/{first}")
    return start, end


# --- signs and addresses


def language(value: object, spoken: Spoken) -> str:
    if not is_language(value) or (spoken.known and value not in spoken.known):
        raise wrong("O03", given=shown(value), known=", ".join(spoken.known))
    return str(value)


def colour(value: object, _: Spoken = Spoken()) -> str:
    if isinstance(value, str) and re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value):
        short = value[1:].lower()
        return "#" + (short if len(short) == 6 else "".join(digit * 2 for digit in short))
    raise wrong("V15", given=shown(value))


def address(value: object, _: Spoken = Spoken()) -> str:
    """http or https, a host without a password before it, and nothing that could end an attribute."""
    pattern = r"https?://[^\s<>\"'\\^`{|}/?#@]+([/?#][^\s<>\"'\\^`{|}]*)?"
    if isinstance(value, str) and re.fullmatch(pattern, value) and len(value) <= LONGEST_LINE:
        return value
    raise wrong("V16", given=shown(value))


def mail(value: object, _: Spoken = Spoken()) -> str:
    pattern = r"[^\s@<>\",;:()\[\]\\]+@[^\s@<>\",;:()\[\]\\]+\.[^\s@<>\",;:()\[\]\\]+"
    if isinstance(value, str) and re.fullmatch(pattern, value) and len(value) <= LONGEST_LINE:
        return value
    raise wrong("V17", given=shown(value))


def identifier(value: object, _: Spoken = Spoken()) -> str:
    if isinstance(value, str) and SLUG.fullmatch(value) and len(value) <= LONGEST_SLUG and value not in RESERVED:
        return value
    raise wrong("V18", given=shown(value), near=slug(shown(value)))


def currency(value: object, _: Spoken = Spoken()) -> str:
    if isinstance(value, str) and re.fullmatch("[A-Z]{3}", value):
        return value
    raise wrong("V29", given=shown(value))


def country(value: object, _: Spoken = Spoken()) -> str:
    if isinstance(value, str) and re.fullmatch("[A-Z]{2}", value):
        return value
    raise wrong("V32", given=shown(value))


# --- as pydantic takes them


def checked(check: Callable[[object, Spoken], object]) -> Callable[[object, ValidationInfo], object]:
    """A check as a pydantic validator: its faults travel in the error's context."""

    def validate(value: object, info: ValidationInfo) -> object:
        try:
            return check(value, info.context or Spoken())
        except Wrong as found:
            raise PydanticCustomError(FAULTS, FAULTS, {"faults": found.faults}) from None

    return validate


@dataclass(frozen=True, slots=True)
class Checked:
    """Marks a type whose values go through `check` and nothing else."""

    check: Callable[[object, Spoken], object]

    def __get_pydantic_core_schema__(self, _: type, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(checked(self.check))


_BY_LANGUAGE = {"type": "object", "additionalProperties": {"type": "string"}}
TEXT_SCHEMAS: list[dict[str, Any]] = [{"type": "string"}, _BY_LANGUAGE]
_TEXT = {"anyOf": TEXT_SCHEMAS}
_DAY, _CLOCK, _ID = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "([01][0-9]|2[0-3]):[0-5][0-9]", "[a-z0-9]+(-[a-z0-9]+)*"


def _pattern(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


LineOf = Annotated[str, Checked(line), WithJsonSchema({"type": "string", "maxLength": LONGEST_LINE})]
TextOf = Annotated[Text, Checked(text), WithJsonSchema(_TEXT)]
ProseOf = Annotated[Text, Checked(prose), WithJsonSchema(_TEXT)]
WordOf = Annotated[Word, Checked(word), WithJsonSchema({"type": "object", "additionalProperties": _BY_LANGUAGE})]
DateOf = Annotated[date, Checked(day), WithJsonSchema({"type": "string", "format": "date"})]
TimeOf = Annotated[time, Checked(clock), _pattern(_CLOCK)]
PeriodOf = Annotated[tuple[date, date], Checked(period), _pattern(f"{_DAY}(/{_DAY})?")]
RangeOf = Annotated[
    tuple[float, float], Checked(range_of), WithJsonSchema({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})
]
MeetingNumberOf = Annotated[int, Checked(meeting_number), WithJsonSchema({"type": "integer", "minimum": 1})]
LanguageOf = Annotated[str, Checked(language), _pattern("[a-z]{2}")]
ColourOf = Annotated[str, Checked(colour), _pattern("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")]
AddressOf = Annotated[str, Checked(address), WithJsonSchema({"type": "string", "format": "uri"})]
MailOf = Annotated[str, Checked(mail), WithJsonSchema({"type": "string", "format": "email"})]
IdOf = Annotated[str, Checked(identifier), _pattern(_ID)]
CurrencyOf = Annotated[str, Checked(currency), _pattern("[A-Z]{3}")]
CountryOf = Annotated[str, Checked(country), _pattern("[A-Z]{2}")]
