"""`check --json` and `plan --json` have exactly the shapes that scripts rely on."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kit import cli
from tests.helpers import LEAST, ROOT

EXAMPLES = ("nordby", "minimal", "fjordene")
DAY, CLOCK = re.compile(r"20\d\d-\d\d-\d\d"), re.compile(r"\d\d:\d\d")
SLOTS = [{"minutes": int, "title": str}]
HOURS = [float, float]

# A dict has these keys and no others; a list of one holds any number of such, a list of two exactly two; a tuple is a choice.
PROBLEM = {
    "code": re.compile("[A-Z][0-9]{2}"),
    "name": str,
    "level": re.compile("error|warning|advice"),
    "kind": re.compile("input|method"),
    "file": str,
    "line": int,
    "column": int,
    "field": str,
    "message": str,
    "source": [str],
    "accepted": (None, str),
}
CHECKED = {"organisation": str, "problems": [PROBLEM]}
MEETING = {
    "number": int,
    "date": DAY,
    "start": CLOCK,
    "end": CLOCK,
    "place": str,
    "moved": (None, {"from": DAY, "reason": str}),
    "homework_due": (None, DAY),
    "agenda": SLOTS,
}
GROUP = {
    "id": str,
    "name": str,
    "cohort": str,
    "mentees": int,
    "meetings": [MEETING],
    "closing_conversations": (None, {"from": DAY, "to": DAY, "minutes": int, "homework_due": (None, DAY)}),
}
MENTOR_MEETING = {
    "round": int,
    "kind": re.compile("before|after|midway"),
    "date": DAY,
    "start": CLOCK,
    "end": CLOCK,
    "groups": [str],
}
ONE_TO_ONE = {"name": str, "hours": HOURS, "break_even_mentees": (None, int)}
BUDGET = {
    "groups": [{"id": str, "hours_per_mentor": float, "hours_per_mentee": HOURS, "one_to_one": [ONE_TO_ONE]}],
    "hr_hours": float,
    "cost": (None, {"amount": float, "currency": str}),
    "assumptions": [{"name": str, "value": float, "basis": str, "source": str}],
}
PLANNED = {
    "organisation": str,
    "seminar": (None, {"date": DAY, "start": CLOCK, "end": CLOCK, "place": str, "agenda": SLOTS}),
    "mentor_meetings": [MENTOR_MEETING],
    "groups": [GROUP],
    "events": [{"kind": str, "date": DAY, "group": (None, str)}],
    "budget": BUDGET,
}


def misfits(value: Any, shape: Any, at: str = "") -> list[str]:
    """Where `value` is not of that shape."""
    if isinstance(shape, tuple):
        return [] if any(not misfits(value, choice) for choice in shape) else [f"{at}: {value!r}"]
    if isinstance(shape, dict):
        if not isinstance(value, dict) or set(value) != set(shape):
            return [f"{at}: {sorted(value) if isinstance(value, dict) else value!r}"]
        return [found for key in shape for found in misfits(value[key], shape[key], f"{at}.{key}")]
    if isinstance(shape, list):
        if not isinstance(value, list) or (len(shape) == 2 and len(value) != 2):
            return [f"{at}: {value!r}"]
        return [found for number, item in enumerate(value) for found in misfits(item, shape[0], f"{at}[{number}]")]
    return [] if _is(value, shape) else [f"{at}: {value!r}"]


def _is(value: Any, shape: Any) -> bool:
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.fullmatch(value) is not None
    if shape is None:
        return value is None
    return isinstance(value, (int, float) if shape is float else shape) and not isinstance(value, bool)


def answers(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[Any]:
    """Every line of stdout as JSON."""
    capsys.readouterr()
    cli.answered(list(arguments), {"LANG": "da_DK.UTF-8"})
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def orgs() -> list[str]:
    return [str(ROOT / "organisations" / name) for name in EXAMPLES]


def test_check_has_its_shape_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    found = answers(capsys, "check", "--json", *orgs())

    assert [checked["organisation"] for checked in found] == ["Nordby Kommune", "Lilleby Kommune", "Fjordene Partnership"]
    assert [misfit for checked in found for misfit in misfits(checked, CHECKED)] == []
    assert any(problem["accepted"] for problem in found[0]["problems"])


def test_plan_has_its_shape_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    found = answers(capsys, "plan", "--json", *orgs())

    assert [planned["organisation"] for planned in found] == ["Nordby Kommune", "Lilleby Kommune", "Fjordene Partnership"]
    assert [misfit for planned in found for misfit in misfits(planned, PLANNED)] == []
    assert any(meeting["moved"] for group in found[0]["groups"] for meeting in group["meetings"])
    assert any(group["closing_conversations"] for group in found[0]["groups"])


def test_names_and_titles_are_in_the_organisations_first_language_or_in_the_one_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    nordby = str(ROOT / "organisations" / "nordby")

    (own,), (asked,) = answers(capsys, "plan", "--json", nordby), answers(capsys, "plan", "--json", "--lang", "en", nordby)

    assert [own["groups"][0]["name"], asked["groups"][0]["name"]] == ["Kvinder i ledelse", "Women in leadership"]
    assert own["seminar"]["agenda"][0]["title"] != asked["seminar"]["agenda"][0]["title"]


def test_the_language_of_messages_does_not_change_names(capsys: pytest.CaptureFixture[str]) -> None:
    """GRUPPEMENTOR_LANG is for messages; names follow the organisation unless --lang is said."""
    cli.answered(["plan", "--json", str(ROOT / "organisations" / "minimal")], {"GRUPPEMENTOR_LANG": "en"})

    assert json.loads(capsys.readouterr().out)["groups"][0]["name"] == "Hold 1"


def test_a_name_that_is_not_in_the_language_asked_for_is_said_as_it_stands(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    danish_alone = LEAST.replace("name: Hold 1", "name: {da: Hold Ærø}")
    (tmp_path / "organisation.yaml").write_text(danish_alone, encoding="utf-8")

    (planned,) = answers(capsys, "plan", "--json", "--lang", "en", str(tmp_path))

    assert planned["groups"][0]["name"] == "Hold Ærø"


def test_problems_in_the_input_have_the_same_shape_for_both(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "organisation.yaml").write_text("organisation: {name: Storby}\nlanguages: [en]\nprogram: {}\n", encoding="utf-8")

    (checked,), (planned,) = answers(capsys, "check", "--json", str(tmp_path)), answers(capsys, "plan", "--json", str(tmp_path))

    assert misfits(checked, CHECKED) == []
    assert checked == planned
    assert checked["organisation"] == "Storby"
    assert {problem["kind"] for problem in checked["problems"]} == {"input"}
    assert "did you mean ‘programme’?" in checked["problems"][-1]["message"]


def test_one_bad_file_among_several_hides_none_of_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = answers(capsys, "check", "--json", orgs()[1], str(tmp_path / "ingen"), orgs()[2])

    assert [checked["organisation"] for checked in found] == ["Lilleby Kommune", "ingen", "Fjordene Partnership"]
