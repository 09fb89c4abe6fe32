"""Nothing is accepted and ignored: every field of organisation.yaml changes something that a person reads.

Each case gives a field another value and shows that some output differs: the composed book, its packs, the plan or the
findings. `LATER` names the fields whose effect comes with a later issue; it is empty when the kit is whole.
"""

import copy
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from kit import check, compose, pipeline, plan, report
from kit.model.organisation import Organisation
from kit.model.problem import Invalid
from kit.read import organisation as organisation_reader
from kit.render import untrusted
from tests.helpers import ROOT, library, voice

EXEMPT = {"schema", "programme.content_version"}
LATER: dict[str, str] = {}

ROSTER = "id;name;role;group;unit;reports_to\nM1;En Mentor;mentor;Hold 1;A;\nP1;En Mentee;mentee;Hold 1;B;M1\n"
BASE: dict[str, Any] = {
    "organisation": {
        "name": "Lilleby Kommune",
        "unit": {
            "da": {"singular": "afdeling", "definite": "afdelingen", "plural": "afdelinger", "definite_plural": "afdelingerne"},
            "en": {"singular": "unit", "plural": "units"},
        },
    },
    "site_url": "https://mentor.lilleby.example/",
    "brand": {"primary": "#12527c", "logo": "logo.svg"},
    "terms": {
        "mentee": {
            "da": {"singular": "adept", "definite": "adepten", "plural": "adepter", "definite_plural": "adepterne"},
            "en": {"singular": "adept", "plural": "adepts"},
        }
    },
    "programme": {
        "strategy": "Ledelsesgrundlag",
        "coordinator": {"name": "HR", "email": "hr@lilleby.example"},
        "seminar": {"date": "2027-01-13"},
        "hourly_cost": {"mentor": 500, "mentee": 400, "hr": 300},
        "budget": {"hr_hours": 50, "one_to_one": [{"name": "Par", "meetings": 5, "hours": [1, 2]}]},
    },
    "cohorts": {"egne": {"name": "Vores egne", "based_on": "aspiring-leaders"}},
    "groups": [
        {"name": "Hold 1", "cohort": "aspiring-leaders", "first_meeting": "2027-02-03", "homework": {"max_pages": 2}},
        {"name": "Hold 2", "cohort": "egne", "start_after": "2027-02-15"},
    ],
}
CASES: dict[str, Any] = {
    "organisation.name": "Storeby Kommune",
    "organisation.short_name": "Lilleby",
    "organisation.kind": "company",
    "organisation.employees": 300,
    "organisation.website": "https://www.lilleby.example/",
    "organisation.partners": ["Naboby Kommune"],
    "organisation.unit": {"da": {"singular": "center", "definite": "centret", "plural": "centre", "definite_plural": "centrene"}},
    "organisation.units": ["A", "B"],
    "organisation.gender": "neuter",
    "organisation.genitive": {"da": "Lillebys egne"},
    "languages": ["en"],
    "site_url": "https://andet.lilleby.example/",
    "publish.noindex": True,
    "publish.additions": False,
    "publish.accessibility_statement": "https://was.digst.example/lilleby",
    "brand.primary": "#7a1f5c",
    "brand.logo": "andet.svg",
    "brand.logo_dark": "andet.svg",
    "terms": {"mentee": {"da": {"singular": "føl", "definite": "føllet", "plural": "føl", "definite_plural": "føllene"}}},
    "programme.name": "Vores egen ordning",
    "programme.strategy": "Strategi 2030",
    "programme.strategy_url": "https://www.lilleby.example/strategi",
    "programme.success_criteria": ["Fire ud af fem ved, hvad de vil"],
    "programme.sponsor": "byrådet",
    "programme.nominated_by": "centercheferne",
    "programme.nominees_per_unit": 7,
    "programme.pledge_to_mentor": False,
    "programme.minimum_seniority_years": 3,
    "programme.coordinator.name": "Udvikling",
    "programme.coordinator.email": "udvikling@lilleby.example",
    "programme.coordinator.phone": "12 34 56 78",
    "programme.working_day_ends": "19:30",
    "programme.seminar": False,
    "programme.seminar.date": "2027-01-14",
    "programme.seminar.start": "09:00",
    "programme.seminar.hours": 3,
    "programme.seminar.place": "Salen",
    "programme.mentor_meetings.before": False,
    "programme.mentor_meetings.after": False,
    "programme.mentor_meetings.hours": 2,
    "programme.mentor_meetings.midway_hours": 2,
    "programme.mentor_meetings.start": "10:00",
    "programme.mentor_meetings.place": "Loftet",
    "programme.holidays.country": "NO",
    "programme.holidays.subdivision": None,
    "programme.breaks": "none",
    "programme.closed": ["2027-03-01/2027-03-05"],
    "programme.hourly_cost.mentor": 600,
    "programme.hourly_cost.mentee": 500,
    "programme.hourly_cost.hr": 350,
    "programme.hourly_cost.currency": "NOK",
    "programme.budget.mentor_preparation_hours.aspiring-leaders": 3,
    "programme.budget.mentor_preparation_hours.acting-leaders": None,
    "programme.budget.mentee_homework_hours": [2, 4],
    "programme.budget.hr_hours": 80,
    "programme.budget.one_to_one": [{"name": "Lange par", "meetings": 9, "hours": [2, 2]}],
    "programme.budget.one_to_one.0.name": "Makkere",
    "programme.budget.one_to_one.0.meetings": 7,
    "programme.budget.one_to_one.0.hours": [2, 3],
    "programme.budget.one_to_one.0.preparation_hours": 2,
    "programme.budget.one_to_one.0.training_hours": 4,
    "programme.revision": 2,
    "privacy.controller": "Byrådet",
    "privacy.dpo": "dpo@lilleby.example",
    "privacy.retention_months": 9,
    "privacy.homework_kept_by": "tovholderen",
    "cohorts": {"egne": {"name": "Andre", "based_on": "acting-leaders"}},
    "cohorts.egne.name": "Talenter",
    "cohorts.egne.based_on": "acting-leaders",
    "cohorts.egne.agenda": "loose",
    "cohorts.egne.homework": "reflection",
    "groups.0.id": "de-nye",
    "groups.0.name": "De nye",
    "groups.0.cohort": "acting-leaders",
    "groups.0.composition": "women",
    "groups.0.mentees": 5,
    "groups.0.co_mentor": True,
    "groups.0.first_meeting": "2027-02-10",
    "groups.1.start_after": "2027-03-01",
    "groups.1.weekdays": ["thu"],
    "groups.0.meetings": 5,
    "groups.0.weeks_between": 3,
    "groups.0.start": "15:30",
    "groups.0.hours": 2.5,
    "groups.0.place": "Kulturhuset",
    "groups.0.format": "online",
    "groups.0.closing_conversations": True,
    "groups.0.closing_conversation_minutes": None,
    "groups.0.dates": {2: "2027-03-04"},
    "groups.0.places": {2: "Biblioteket"},
    "groups.0.homework.due_working_days_before": 5,
    "groups.0.homework.due_time": "09:00",
    "groups.0.homework.share_with_group": True,
    "groups.0.homework.max_pages": 1,
    "roster": "roster.csv",
    "accept": {"programme-length": "Aftalt"},
}


def fields(model: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every field of the format as a dotted path: lists and mappings are entered at their first entry."""
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        inner = [part for part in _parts(field.annotation) if hasattr(part, "model_fields")]
        is_list = str(field.annotation).startswith(("tuple", "typing.Tuple")) or "tuple[kit" in str(field.annotation)
        if not inner or here == ("programme", "seminar") or here[-1] in ("one_to_one", "cohorts"):
            yield ".".join(here)
        for part in inner:
            yield from fields(part, (*here, "0") if is_list else (*here, "egne") if here[-1] == "cohorts" else here)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def test_every_field_of_the_format_is_tried() -> None:
    known = {name.replace("groups.1.", "groups.0.") for name in (*CASES, *EXEMPT, *LATER)}
    missing = {name for name in fields(Organisation) if not name.startswith("accept.")} - known

    assert missing == set()


@pytest.mark.parametrize("name", CASES)
def test_every_field_changes_something_that_a_person_reads(name: str, tmp_path: Path) -> None:
    before, after = changed(name)

    assert digest(outputs(before, tmp_path)) != digest(outputs(after, tmp_path))


def digest(text: str) -> str:
    """Short, so that a failure stays readable."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def changed(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The base file, and the same with one field changed."""
    before = copy.deepcopy(BASE)
    if name == "programme.holidays.subdivision":
        before["programme"] |= {"holidays": {"country": "DE"}, "breaks": "none", "mentor_meetings": {"start": "10:00"}}
        before["groups"] = [{"name": "Hold 1", "cohort": "aspiring-leaders", "start_after": "2027-01-06", "weekdays": ["wed"]}]
        before["programme"]["seminar"] = {"date": "2027-01-04"}
        return before, edited(before, name, "BY")
    if name == "programme.budget.mentor_preparation_hours.acting-leaders":
        before["groups"][0]["cohort"] = "acting-leaders"
        return before, edited(before, name, 4)
    if name == "groups.0.closing_conversation_minutes":
        before["groups"][0]["closing_conversations"] = True
        return before, edited(before, name, 45)
    return before, edited(before, name, CASES[name])


def edited(whole: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    result: Any = copy.deepcopy(whole)
    *above, last = name.split(".")
    at = result
    for step in above:
        at = at[int(step)] if isinstance(at, list) else at.setdefault(step, {})
    at[last] = value
    return dict(result)


def _known(folder: Path) -> pipeline.Known:
    """As `pipeline.know`, on content that is read once for all cases."""
    source = organisation_reader.read(folder, library().method, pipeline.installed(library()))
    programme = plan.programme(source.organisation, library(), left=pipeline.leaving(source))
    findings = check.findings(source.organisation, programme, library(), source.roster, source.inserts, source.places)
    return pipeline.Known(source=source, library=library(), programme=programme, findings=findings)


def outputs(organisation: dict[str, Any], folder: Path) -> str:
    """Everything a person may read of it, as text."""
    logo = (ROOT / "organisations" / "nordby" / "logo.svg").read_text(encoding="utf-8")
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    (folder / "andet.svg").write_text(logo.replace("#e9a23b", "#123456"), encoding="utf-8")
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "organisation.yaml").write_text(yaml.safe_dump(organisation, allow_unicode=True, sort_keys=False), encoding="utf-8")
    try:
        known = _known(folder)
    except Invalid as invalid:
        raise AssertionError(report.lines(invalid.problems, voice("da"))) from None
    whole = known.source.organisation
    said = [report.said(finding, voice(whole.languages[0])) + str(finding.accepted) for finding in known.findings]
    planned = json.dumps(report.programme_json("", known.programme, voice(whole.languages[0])))
    book = compose.book(
        whole,
        known.programme,
        known.library,
        voice(whole.languages[0]),
        cleaned=untrusted.html,
        deviations=check.deviations(whole, known.programme, known.library, known.findings),
        logo=known.source.logo,
        logo_dark=known.source.logo_dark,
    )
    return "\n".join(
        [
            *said,
            planned,
            repr(book),
            repr(compose.packs(whole, known.programme, known.library, voice(whole.languages[0]), logo=known.source.logo)),
        ]
    )
