"""Where everything that an organisation counts is one, nothing is said as if it were several."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kit import pipeline
from kit.pipeline import Known
from tests.helpers import HOME, known, voice
from tests.written import LANGUAGES

ALL_ONE = """\
organisation: {name: Lilleby Kommune, employees: 1, units: [Skole]}
languages: [da, en]
privacy: {retention_months: 1}
programme:
  strategy: {da: Grundlag, en: Charter}
  nominees_per_unit: 1
  minimum_seniority_years: 1
  seminar: {hours: 2}
  mentor_meetings: {hours: 1, midway_hours: 1}
  hourly_cost: {mentor: 1, mentee: 1, hr: 1}
  budget:
    mentor_preparation_hours: {aspiring-leaders: 1, acting-leaders: 1}
    mentee_homework_hours: [1, 1]
    hr_hours: 1
    one_to_one:
      - {name: {da: kort, en: short}, meetings: 1, hours: [1, 1], preparation_hours: 0, training_hours: 0}
      - {name: {da: lang, en: long}, meetings: 50, hours: [1, 1], preparation_hours: 1, training_hours: 1}
groups:
  - name: {da: Hold 1, en: Group 1}
    cohort: COHORT
    mentees: 1
    first_meeting: 2027-02-03
    meetings: 2
    weeks_between: 1
    hours: 1
    closing_conversations: true
    closing_conversation_minutes: 15
    homework: {due_working_days_before: 1, max_pages: 1}
"""
LEAST = {  # what may not be one is the least it may be, or what makes one of the others
    "programme.seminar.hours": 2,
    "programme.budget.one_to_one.0.preparation_hours": 0,
    "programme.budget.one_to_one.0.training_hours": 0,
    "programme.budget.one_to_one.1.meetings": 50,
    "groups.0.meetings": 2,
    "groups.0.closing_conversation_minutes": 15,
}
COMMON = ("time|timer", "måned|måneder", "uge|uger", "dag|dage", "arbejdsdag|arbejdsdage", "side|sider", "A4-side|A4-sider")
COMMON += ("mentee|mentees", "mentor|mentorer", "deltager|deltagere", "kollega|kolleger", "person|personer", "plads|pladser")
NEUTER = ("år|år", "møde|møder", "gruppemøde|gruppemøder", "mentormøde|mentormøder", "minut|minutter", "hold|hold")
ENGLISH = "hours|months|years|weeks|days|pages|meetings|minutes|mentees|mentors|people|colleagues|groups|units|places"


def amiss(text: str, language: str) -> list[str]:
    """One of something said as several, or in the wrong gender."""
    if language == "en":
        wrong = rf"(?:1|one) (?:(?:working|group|mentor|A4) )?(?:{ENGLISH})"
    else:
        several = [word.partition("|")[2] for word in (*COMMON, *NEUTER) if len({*word.split("|")}) == 2]
        wrong = rf"(?:1|[éÉ]n|[éÉ]t) (?:{'|'.join(several)})|[éÉ]n (?:{'|'.join(NEUTER)})|[éÉ]t (?:{'|'.join(COMMON)})"
    return re.findall(rf"(?<![\d.,–-])\b(?:{wrong})\b(?!-)", text, re.IGNORECASE if language == "en" else 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cohort", ["aspiring-leaders", "acting-leaders"])
def test_one_is_never_said_as_several(cohort: str, language: str, tmp_path: Path) -> None:
    found = all_one(tmp_path, cohort)

    assert sorted({*amiss(everything_said(found, language), language)}) == []


@pytest.mark.parametrize(("language", "day", "none"), [("da", "én dag", "nul måneder"), ("en", "one day", "zero months")])
def test_what_is_not_kept_goes_within_a_day(language: str, day: str, none: str, tmp_path: Path) -> None:
    nothing_kept = ALL_ONE.replace("COHORT", "aspiring-leaders").replace("retention_months: 1", "retention_months: 0")
    said = everything_said(known(tmp_path, nothing_kept), language)

    assert day in said
    assert none not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_advised_never_says_one_as_several(language: str, tmp_path: Path) -> None:
    told = [voice(language).tell(finding.code, finding.values) for finding in all_one(tmp_path, "aspiring-leaders").findings]

    assert told
    assert [words for words in told if amiss(words, language)] == []


def test_every_count_of_it_is_one(tmp_path: Path) -> None:
    counts = dict(numbers(all_one(tmp_path, "aspiring-leaders").source.organisation.model_dump()))

    assert {path: count for path, count in counts.items() if count != 1} == LEAST


@pytest.mark.parametrize(("language", "text", "found"), [
    ("da", "Resten slettes én måneder senere. Én måned er nok.", ["én måneder"]),
    ("da", "Dertil kommer 1 timer, ikke 1 time eller 11 timer.", ["1 timer"]),
    ("da", "Mindst én år, og ét time.", ["én år", "ét time"]),
    ("en", "At most one months later, in 1 hours.", ["one months", "1 hours"]),
    ("en", "Up to One working days, or 0.1 hours.", ["One working days"]),
    ("en", "One month, one hour, 21 days.", []),
])  # fmt: skip
def test_it_would_be_seen(language: str, text: str, found: list[str]) -> None:
    assert amiss(text, language) == found


def all_one(folder: Path, cohort: str) -> Known:
    return known(folder, ALL_ONE.replace("COHORT", cohort))


def everything_said(found: Known, language: str) -> str:
    """Every word of the book, the packs, the letters and the calendars, figures too."""
    made = pipeline.compose_in(language, found, HOME)
    return "\n".join(unescape(text) for text in texts((made.book.pages, made.packs, made.letters, made.calendars)))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from texts([getattr(value, each.name) for each in fields(value)])
    elif isinstance(value, Mapping):
        yield from texts([*value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def numbers(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number that an organisation has, by the path of its field."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from numbers(each, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value):
            yield from numbers(each, f"{path}.{place}")
