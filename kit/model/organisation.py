"""What an organisation may write in organisation.yaml: one frozen model that is format, error list and JSON Schema.

Field names are the file's own. A field that the organisation may leave out because the method has a number for it is
marked `from_method("name")`: `kit/read` puts the default of `content/method.yaml` in before validation, and `schema`
shows it. Everything else that may be left out has its default here.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kit.model.words import Forms, Text, Word, gender_of

BUILT_IN_COHORTS = ("aspiring-leaders", "acting-leaders")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
FIRST_YEAR, LAST_YEAR = 2000, 2099
LONGEST_LINE, LONGEST_TEXT = 200, 2000


def from_method(name: str, **bounds: Any) -> Any:
    """A field whose default is the number `name` of content/method.yaml."""
    return Field(json_schema_extra={"x-method": name}, **bounds)


class Part(BaseModel):
    """Any mapping of the file: unknown keys are refused, values never change, nothing is coerced from another kind."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False, arbitrary_types_allowed=True)


# --- the kinds of value that people write


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("V02", "text", {"wanted": "text"})
    if not value.strip():
        raise PydanticCustomError("V07", "empty")
    if len(value) > LONGEST_LINE:
        raise PydanticCustomError("V08", "long", {"limit": LONGEST_LINE})
    return value


def _text(value: object) -> Text:
    if isinstance(value, str):
        return Text(everywhere=_line(value))
    if isinstance(value, Mapping) and value and all(_is_language(code) for code in value):
        return Text(tuple((code, _line(words)) for code, words in value.items()))
    raise PydanticCustomError("V04", "text")


def _is_language(code: object) -> bool:
    return isinstance(code, str) and re.fullmatch(r"[a-z]{2}", code) is not None


def _date(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            on = date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("V10", "no such date", {"given": value}) from None
        if FIRST_YEAR <= on.year <= LAST_YEAR:
            return on
        raise PydanticCustomError("V11", "year", {"first": FIRST_YEAR, "last": LAST_YEAR})
    raise PydanticCustomError("V09", "date")


def _time(value: object) -> time:
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    raise PydanticCustomError("V12", "time")


def _period(value: object) -> "tuple[date, date]":
    if isinstance(value, str):
        first, _, last = value.partition("/")
        start, end = _date(first.strip()), _date((last or first).strip())
        if end < start:
            raise PydanticCustomError("V13", "period turned round", {"given": value})
        return start, end
    raise PydanticCustomError("V14", "period")


def _colour(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value):
        short = value[1:].lower()
        return "#" + (short if len(short) == 6 else "".join(digit * 2 for digit in short))
    raise PydanticCustomError("V15", "colour")


def _address(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"'\\^`{|}]+", value) and len(value) <= LONGEST_LINE:
        return value
    raise PydanticCustomError("V16", "address")


def _mail(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[^\s@<>\",;:()\[\]\\]+@[^\s@<>\",;:()\[\]\\]+\.[^\s@<>\",;:()\[\]\\]+", value):
        return value
    raise PydanticCustomError("V17", "mail")


def _slug(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) and len(value) <= 60:
        return value
    raise PydanticCustomError("V18", "id")


def _word(value: object) -> Word:
    """`{da: {singular: …, definite: …, plural: …, definite_plural: …}}`; English needs singular and plural only."""
    if not (isinstance(value, Mapping) and value and all(_is_language(code) for code in value)):
        raise PydanticCustomError("V19", "word")
    return Word(tuple((code, _forms(code, forms)) for code, forms in value.items()))


def _forms(language: str, forms: object) -> Forms:
    known = {"singular", "plural", "definite", "definite_plural", "gender", "genitive"}
    needed = {"singular", "plural"} if language == "en" else {"singular", "plural", "definite", "definite_plural"}
    if not isinstance(forms, Mapping) or not needed <= set(forms) <= known:
        raise PydanticCustomError("V20", "forms", {"language": language, "needed": ", ".join(sorted(needed))})
    words = {name: _line(form) for name, form in forms.items()}
    if words.get("gender", "common") not in ("common", "neuter"):
        raise PydanticCustomError("V21", "gender")
    definite = words.get("definite", f"the {words['singular']}")
    return Forms(
        singular=words["singular"],
        plural=words["plural"],
        definite=definite,
        definite_plural=words.get("definite_plural", f"the {words['plural']}"),
        gender="neuter" if words.get("gender", gender_of(definite)) == "neuter" else "common",
    )


_BY_LANGUAGE = {"type": "object", "additionalProperties": {"type": "string"}}
LineOf = Annotated[str, PlainValidator(_line), WithJsonSchema({"type": "string", "maxLength": LONGEST_LINE})]
TextOf = Annotated[Text, PlainValidator(_text), WithJsonSchema({"anyOf": [{"type": "string"}, _BY_LANGUAGE]})]
DateOf = Annotated[date, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
TimeOf = Annotated[time, PlainValidator(_time), WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})]
PeriodOf = Annotated["tuple[date, date]", PlainValidator(_period), WithJsonSchema({"type": "string", "pattern": "^[0-9-]{10}(/[0-9-]{10})?$"})]
ColourOf = Annotated[str, PlainValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"})]
AddressOf = Annotated[str, PlainValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})]
MailOf = Annotated[str, PlainValidator(_mail), WithJsonSchema({"type": "string", "format": "email"})]
SlugOf = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
WordOf = Annotated[Word, PlainValidator(_word), WithJsonSchema({"type": "object"})]


# --- the file, part by part


class Identity(Part):
    """`organisation:` who it is, and what its parts are called."""

    name: LineOf
    short_name: LineOf | None = None
    kind: Literal["municipality", "region", "state", "company", "association", "partnership"] = "municipality"
    employees: int | None = Field(default=None, ge=1, le=1_000_000)
    website: AddressOf | None = None
    partners: tuple[LineOf, ...] = ()
    unit: WordOf | None = None
    units: tuple[LineOf, ...] = ()
    gender: Literal["common", "neuter"] | None = None
    genitive: TextOf | None = None


class Publish(Part):
    noindex: bool = False
    additions: bool = True  # False prints pilot and derived only
    accessibility_statement: AddressOf | None = None


class Brand(Part):
    primary: ColourOf | None = None
    logo: LineOf | None = None
    logo_dark: LineOf | None = None


class Coordinator(Part):
    """Public: a shared mailbox is best."""

    name: TextOf | None = None
    email: MailOf | None = None
    phone: LineOf | None = None


class SeminarWish(Part):
    date: DateOf | None = None  # two weeks before the first meeting
    start: TimeOf = from_method("seminar_start")
    hours: float = from_method("seminar_hours", ge=2, le=8)
    place: TextOf | None = None


class MentorMeetingWish(Part):
    before: bool = True
    after: bool = True
    hours: float = from_method("mentor_meeting_hours", ge=0.5, le=4)
    midway_hours: float = from_method("mentor_meeting_midway_hours", ge=0.5, le=4)
    start: TimeOf = from_method("mentor_meeting_start")
    place: TextOf | None = None


class Holidays(Part):
    country: LineOf = "DK"
    subdivision: LineOf | None = None


class HourlyCost(Part):
    mentor: float = Field(ge=0, le=100_000)
    mentee: float = Field(ge=0, le=100_000)
    hr: float = Field(ge=0, le=100_000)
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = "DKK"


class PreparationHours(Part):
    aspiring_leaders: float = from_method("mentor_preparation_hours_aspiring", ge=0, le=40, alias="aspiring-leaders")
    acting_leaders: float = from_method("mentor_preparation_hours_acting", ge=0, le=40, alias="acting-leaders")


class OneToOneWish(Part):
    """What one-to-one mentoring would take, for the comparison of hours."""

    name: TextOf
    meetings: Annotated[float, Field(ge=1, le=50)]
    hours: tuple[float, float]
    preparation_hours: float = Field(default=0.5, ge=0, le=40)
    training_hours: float = Field(default=0, ge=0, le=100)


class BudgetWish(Part):
    mentor_preparation_hours: PreparationHours = from_method("")
    mentee_homework_hours: tuple[float, float] | None = None
    hr_hours: float = from_method("hr_hours", ge=0, le=10_000)
    one_to_one: tuple[OneToOneWish, ...] | None = None


class ProgrammeWish(Part):
    """`programme:` what holds for every group."""

    name: TextOf | None = None
    strategy: TextOf
    strategy_url: AddressOf | None = None
    success_criteria: tuple[TextOf, ...] = ()
    sponsor: TextOf | None = None
    nominated_by: TextOf | None = None
    nominees_per_unit: int = from_method("nominees_per_unit", ge=1, le=50)
    pledge_to_mentor: bool = True
    minimum_seniority_years: float = from_method("minimum_seniority_years", ge=0, le=40)
    coordinator: Coordinator = Coordinator()
    working_day_ends: TimeOf = from_method("working_day_ends")
    seminar: SeminarWish | Literal[False] = from_method("")
    mentor_meetings: MentorMeetingWish = from_method("")
    holidays: Holidays = Holidays()
    breaks: Literal["dk-schools", "none"] | None = None  # dk-schools in DK, else none
    closed: tuple[PeriodOf, ...] = ()
    hourly_cost: HourlyCost | None = None
    budget: BudgetWish = from_method("")
    revision: int = Field(default=1, ge=1, le=10_000)
    content_version: LineOf | None = None


class Privacy(Part):
    controller: TextOf | None = None
    dpo: LineOf | None = None
    retention_months: int = from_method("retention_months", ge=0, le=120)
    homework_kept_by: TextOf | None = None


class Cohort(Part):
    """An organisation's own cohort type, derived from one of the two."""

    name: TextOf
    based_on: Literal["aspiring-leaders", "acting-leaders"]
    agenda: Literal["tight", "loose"] | None = None
    homework: Literal["written", "reflection"] | None = None


class HomeworkWish(Part):
    due_working_days_before: int = from_method("homework_due_working_days_before", ge=0, le=20)
    due_time: TimeOf = from_method("homework_due_time")
    share_with_group: bool = False
    max_pages: int = from_method("homework_max_pages", ge=1, le=20)


class Group(Part):
    id: SlugOf  # the reader puts the slug of the name here
    name: TextOf
    cohort: LineOf
    composition: Literal["mixed", "women", "men"] = "mixed"
    mentees: int = from_method("mentees", ge=1, le=20)
    co_mentor: bool = False
    first_meeting: DateOf | None = None
    start_after: DateOf | None = None
    weekdays: tuple[Literal["mon", "tue", "wed", "thu", "fri"], ...] = ()
    meetings: int = from_method("meetings", ge=2, le=8)
    weeks_between: int = from_method("weeks_between", ge=1, le=12)
    start: TimeOf = from_method("start")
    hours: float = from_method("hours", ge=1, le=6)
    place: TextOf | None = None
    format: Literal["in-person", "online", "hybrid"] = "in-person"
    closing_conversations: bool = False
    closing_conversation_minutes: int = from_method("closing_conversation_minutes", ge=15, le=180)
    dates: Mapping[int, DateOf] = {}
    places: Mapping[int, TextOf] = {}
    homework: HomeworkWish = from_method("")


class Acceptance(Part):
    """Knowingly departing from advice: why, and for which group (every group when none is named)."""

    reason: TextOf
    group: LineOf | None = None


class Organisation(Part):
    """organisation.yaml, whole."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    identity: Identity = Field(alias="organisation")
    languages: tuple[Annotated[str, Field(pattern="^[a-z]{2}$")], ...] = ("da",)
    site_url: AddressOf | None = None
    publish: Publish = Publish()
    brand: Brand = Brand()
    terms: Mapping[str, WordOf] = {}
    programme: ProgrammeWish
    privacy: Privacy = from_method("")
    cohorts: Mapping[SlugOf, Cohort] = {}
    groups: tuple[Group, ...] = Field(min_length=1, max_length=100)
    roster: LineOf | None = None
    accept: Mapping[str, Acceptance] = {}

    def based_on(self, group: Group) -> str:
        """aspiring-leaders or acting-leaders, whatever the group's own type is called."""
        return self.cohorts[group.cohort].based_on if group.cohort in self.cohorts else group.cohort
