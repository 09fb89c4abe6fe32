"""What an organisation may write in organisation.yaml: one frozen model that is format, error list and JSON Schema.

Field names are the file's own. A field that the organisation may leave out because the method has a number for it is
marked `from_method("name")`: `kit/read` puts the default of `content/method.yaml` in before validation, and `schema`
shows it. Everything else that may be left out has its default here. The kinds of value are in kit/model/written.py.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetJsonSchemaHandler, Tag
from pydantic_core import CoreSchema

from kit.model.written import (
    TEXT_SCHEMAS,
    AddressOf,
    Between,
    ColourOf,
    CountryOf,
    CurrencyOf,
    DateOf,
    IdOf,
    LanguageOf,
    LineOf,
    MailOf,
    MeetingNumberOf,
    PeriodOf,
    ProseOf,
    RangeOf,
    TextOf,
    TimeOf,
    WordOf,
    is_language,
)

BUILT_IN_COHORTS = ("aspiring-leaders", "acting-leaders")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


def from_method(name: str, alias: str | None = None) -> Any:
    """A field whose default is the number `name` of content/method.yaml; "": an empty mapping, whose own fields are then filled."""
    return Field(alias=alias, json_schema_extra={"x-method": name})


def _left_out_is_fine(schema: dict[str, Any]) -> None:
    """In the JSON Schema, what the reader fills in is not required."""
    filled = {name for name, field in schema["properties"].items() if "x-method" in field or "x-slug-of" in field}
    schema["required"] = [name for name in schema.pop("required", ()) if name not in filled]


class Part(BaseModel):
    """Any mapping of the file: unknown keys are refused, values never change, nothing is coerced from another kind."""

    @classmethod
    def written_out(cls, written: object) -> object:
        """The long form where people may write a shorter one."""
        return written

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, allow_inf_nan=False, arbitrary_types_allowed=True, json_schema_extra=_left_out_is_fine
    )


# --- the file, part by part


class Identity(Part):
    """`organisation:` who it is, and what its parts are called."""

    name: LineOf
    short_name: LineOf | None = None
    kind: Literal["municipality", "region", "state", "company", "association", "partnership"] = "municipality"
    employees: Annotated[int, Between(1, 1_000_000)] | None = None
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
    hours: Annotated[float, Between(2, 8)] = from_method("seminar_hours")
    place: TextOf | None = None


def _seminar_or_none(value: object) -> str:
    return "<fields>" if isinstance(value, Mapping | SeminarWish) else "<false>"


SeminarOrNone = Annotated[
    Annotated[SeminarWish, Tag("<fields>")] | Annotated[Literal[False], Tag("<false>")], Discriminator(_seminar_or_none)
]


class MentorMeetingWish(Part):
    before: bool = True
    after: bool = True
    hours: Annotated[float, Between(0.5, 4)] = from_method("mentor_meeting_hours")
    midway_hours: Annotated[float, Between(0.5, 4)] = from_method("mentor_meeting_midway_hours")
    start: TimeOf = from_method("mentor_meeting_start")
    place: TextOf | None = None


class Holidays(Part):
    country: CountryOf = "DK"
    subdivision: LineOf | None = None


class HourlyCost(Part):
    mentor: Annotated[float, Between(0, 100_000)]
    mentee: Annotated[float, Between(0, 100_000)]
    hr: Annotated[float, Between(0, 100_000)]
    currency: CurrencyOf = "DKK"


class PreparationHours(Part):
    aspiring_leaders: Annotated[float, Between(0, 40)] = from_method("mentor_preparation_hours_aspiring", alias="aspiring-leaders")
    acting_leaders: Annotated[float, Between(0, 40)] = from_method("mentor_preparation_hours_acting", alias="acting-leaders")


class OneToOneWish(Part):
    """What one-to-one mentoring would take, for the comparison of hours."""

    name: TextOf
    meetings: Annotated[float, Between(1, 50)]
    hours: RangeOf
    preparation_hours: Annotated[float, Between(0, 40)] = 0.5
    training_hours: Annotated[float, Between(0, 100)] = 0


class BudgetWish(Part):
    mentor_preparation_hours: PreparationHours = from_method("")
    mentee_homework_hours: RangeOf | None = None
    hr_hours: Annotated[float, Between(0, 10_000)] = from_method("hr_hours")
    one_to_one: tuple[OneToOneWish, ...] | None = None


class ProgrammeWish(Part):
    """`programme:` what holds for every group."""

    name: TextOf | None = None
    strategy: TextOf
    strategy_url: AddressOf | None = None
    success_criteria: tuple[ProseOf, ...] = ()
    sponsor: TextOf | None = None
    nominated_by: TextOf | None = None
    nominees_per_unit: Annotated[int, Between(1, 50)] = from_method("nominees_per_unit")
    pledge_to_mentor: bool = True
    minimum_seniority_years: Annotated[float, Between(0, 40)] = from_method("minimum_seniority_years")
    coordinator: Coordinator = Coordinator()
    working_day_ends: TimeOf = from_method("working_day_ends")
    seminar: SeminarOrNone = from_method("")
    mentor_meetings: MentorMeetingWish = from_method("")
    holidays: Holidays = Holidays()
    breaks: Literal["dk-schools", "none"] | None = None  # dk-schools in DK, else none
    closed: tuple[PeriodOf, ...] = ()
    hourly_cost: HourlyCost | None = None
    budget: BudgetWish = from_method("")
    revision: Annotated[int, Between(1, 10_000)] = 1
    content_version: LineOf | None = None


class Privacy(Part):
    controller: TextOf | None = None
    dpo: LineOf | None = None
    retention_months: Annotated[int, Between(0, 120)] = from_method("retention_months")
    homework_kept_by: TextOf | None = None


class Cohort(Part):
    """An organisation's own cohort type, derived from one of the two."""

    name: TextOf
    based_on: Literal["aspiring-leaders", "acting-leaders"]
    agenda: Literal["tight", "loose"] | None = None
    homework: Literal["written", "reflection"] | None = None


class HomeworkWish(Part):
    due_working_days_before: Annotated[int, Between(0, 20)] = from_method("homework_due_working_days_before")
    due_time: TimeOf = from_method("homework_due_time")
    share_with_group: bool = False
    max_pages: Annotated[int, Between(1, 20)] = from_method("homework_max_pages")


class Group(Part):
    id: IdOf = Field(json_schema_extra={"x-slug-of": "name"})
    name: TextOf
    cohort: LineOf
    composition: Literal["mixed", "women", "men"] = "mixed"
    mentees: Annotated[int, Between(1, 20)] = from_method("mentees")
    co_mentor: bool = False
    first_meeting: DateOf | None = None
    start_after: DateOf | None = None
    weekdays: tuple[Literal["mon", "tue", "wed", "thu", "fri"], ...] = ()
    meetings: Annotated[int, Between(2, 8)] = from_method("meetings")
    weeks_between: Annotated[int, Between(1, 12)] = from_method("weeks_between")
    start: TimeOf = from_method("start")
    hours: Annotated[float, Between(1, 6)] = from_method("hours")
    place: TextOf | None = None
    format: Literal["in-person", "online", "hybrid"] = "in-person"
    closing_conversations: bool = False
    closing_conversation_minutes: Annotated[int, Between(15, 180)] = from_method("closing_conversation_minutes")
    dates: Mapping[MeetingNumberOf, DateOf] = {}
    places: Mapping[MeetingNumberOf, TextOf] = {}
    homework: HomeworkWish = from_method("")

    @property
    def mentors(self) -> int:
        return 2 if self.co_mentor else 1


class Acceptance(Part):
    """Knowingly departing from advice: why, and for which group (every group when none is named)."""

    reason: ProseOf
    group: LineOf | None = None

    @classmethod
    def written_out(cls, written: object) -> object:
        """`rule: why` is short for `rule: {reason: why}`."""
        is_text = isinstance(written, str) or (isinstance(written, Mapping) and all(is_language(key) for key in written))
        return {"reason": written} if is_text else written

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [*TEXT_SCHEMAS, super().__get_pydantic_json_schema__(schema, handler)]}


class Organisation(Part):
    """organisation.yaml, whole."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    identity: Identity = Field(alias="organisation")
    languages: tuple[LanguageOf, ...] = Field(default=("da",), min_length=1)
    site_url: AddressOf | None = None
    publish: Publish = Publish()
    brand: Brand = Brand()
    terms: Mapping[str, WordOf] = {}
    programme: ProgrammeWish
    privacy: Privacy = from_method("")
    cohorts: Mapping[IdOf, Cohort] = Field(default={}, max_length=50)
    groups: tuple[Group, ...] = Field(min_length=1, max_length=100)
    roster: LineOf | None = None
    accept: Mapping[str, Acceptance] = {}

    def based_on(self, group: Group) -> str:
        """aspiring-leaders or acting-leaders, whatever the group's own type is called."""
        return self.cohorts[group.cohort].based_on if group.cohort in self.cohorts else group.cohort
