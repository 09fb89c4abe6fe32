"""Whom the programme is for, who stands behind it, and how they are reached."""

from datetime import date

import pytest

from check.found import findings, folder, found, judged, rules, said, source
from kit.check.recruitment import is_personal, years_later


def roster(employed_since: str) -> str:
    return f"id;name;role;group;employed_since\nP1;Bo;mentee;hold-1;{employed_since}\n"


# --- seniority


def test_fewer_years_than_the_methods_are_told_beside_them() -> None:
    (finding,) = findings(programme="minimum_seniority_years: 1")

    assert said(finding).startswith("I beder om ét års ansættelse, og metoden om mindst to.")
    assert said(finding, "en").startswith("You ask for one year of employment, and the method asks for at least two.")


def test_under_two_years_when_the_group_starts_is_a_warning() -> None:
    assert rules(roster=roster("2025-02-04")) == ["group-size warning", "seniority warning"]
    assert rules(roster=roster("2025-02-03")) == ["group-size warning"]


def test_seniority_follows_the_organisations_own_number() -> None:
    assert "seniority warning" in rules(programme="minimum_seniority_years: 5", roster=roster("2023-01-01"))
    assert "seniority warning" not in rules(programme="minimum_seniority_years: 5", roster=roster("2021-01-01"))


def test_asking_for_less_than_two_years_is_a_warning_at_the_number() -> None:
    assert found(programme="minimum_seniority_years: 1.5") == ["seniority warning organisation.yaml:7"]
    assert rules(programme="minimum_seniority_years: 2") == []
    assert rules(programme="minimum_seniority_years: 3") == []


def test_the_sentence_quotes_both_places_and_the_untested_point() -> None:
    finding = next(finding for finding in findings(roster=roster("2026-02-04")) if finding.rule == "seniority")

    words = said(finding)
    assert "to år i organisationen" in words
    assert "i jobbet" in words
    assert "nyansatte er ikke prøvet" in words


@pytest.mark.parametrize(("on", "years", "later"), [
    ("2025-02-03", 2, "2027-02-03"),
    ("2025-12-31", 1.5, "2027-06-30"),
    ("2024-02-29", 1, "2025-02-28"),
    ("2024-02-29", 4, "2028-02-29"),
    ("2023-11-30", 0.25, "2024-02-29"),
    ("2025-11-15", 0, "2025-11-15"),
    ("2025-01-31", 0.5, "2025-07-31"),
])  # fmt: skip
def test_years_are_counted_by_the_calendar(on: str, years: float, later: str) -> None:
    assert years_later(date.fromisoformat(on), years) == date.fromisoformat(later)


# --- single-gender


@pytest.mark.parametrize(
    ("composition", "expected"), [("women", ["single-gender advice"]), ("men", ["single-gender advice"]), ("mixed", [])]
)
def test_a_group_for_one_gender_is_advised_on(composition: str, expected: list[str]) -> None:
    groups = f"""
- {{name: Hold 1, cohort: acting-leaders, first_meeting: 2027-02-03, composition: {composition}}}
- {{name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}}
"""
    assert rules(groups) == expected


# --- partner-organisation


@pytest.mark.parametrize(("identity", "expected"), [
    ("employees: 499", ["partner-organisation advice organisation.yaml:1"]),
    ("employees: 500", []),
    ("employees: 499, partners: [Storeby Kommune]", []),
    ("units: [A, B, C, D, E]", ["partner-organisation advice organisation.yaml:1"]),
    ("units: [A, B, C, D, E, F]", []),
    ("units: [A, B], partners: [Storeby Kommune]", []),
])  # fmt: skip
def test_few_employees_or_units_without_a_partner(identity: str, expected: list[str]) -> None:
    files = dict(folder())
    files["organisation.yaml"] = files["organisation.yaml"].replace("{name: Lilleby Kommune}", f"{{name: Lilleby Kommune, {identity}}}", 1)

    assert [f"{each.rule} {each.level} {each.place.file}:{each.place.line}" for each in judged(source(files))] == expected


# --- who stands behind it, and how they are reached


def test_without_a_sponsor_nobody_gives_the_mandate() -> None:
    assert rules(programme="sponsor:") == ["sponsor-missing advice"]
    assert rules(programme="sponsor: kommunaldirektøren") == []


@pytest.mark.parametrize(("coordinator", "expected"), [
    ("{name: HR}", ["coordinator-unreachable advice"]),
    ("{email: hr@lilleby.example}", []),
    ("{phone: '+45 70 00 00 00'}", []),
    ("{email: mette.holm@lilleby.example}", ["personal-mail advice"]),
])  # fmt: skip
def test_people_must_be_able_to_reach_a_shared_mailbox(coordinator: str, expected: list[str]) -> None:
    assert rules(programme=f"coordinator: {coordinator}") == expected


@pytest.mark.parametrize(("mail", "personal"), [
    ("mette.holm@lilleby.example", True),
    ("søren_bæk@lilleby.example", True),
    ("mettehr@gmail.com", True),
    ("mentor@hotmail.dk", True),
    ("mentor@nordby.example", False),
    ("hr@lilleby.example", False),
    ("hr.udvikling@lilleby.example", False),
    ("post.hr@lilleby.example", False),
    ("m.h@lilleby.example", False),
    ("mho@lilleby.example", False),
])  # fmt: skip
def test_a_personal_address_is_two_names_or_private_mail(mail: str, personal: bool) -> None:
    assert is_personal(mail) is personal


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "hotmail.dk", "outlook.dk", "live.dk", "yahoo.com", "icloud.com", "mail.dk", "jubii.dk", "me.com", "protonmail.com"],
)
def test_a_providers_address_is_personal_whatever_stands_before_it(domain: str) -> None:
    assert is_personal(f"mentor@{domain}")


@pytest.mark.parametrize(
    "word",
    ["mentor", "gruppementor", "hr", "personale", "post", "info", "kontakt", "contact", "leder", "leadership", "udvikling", "team", "hej"],
)
def test_two_words_of_which_one_is_an_offices_are_no_persons_name(word: str) -> None:
    assert not is_personal(f"{word}.nordby@nordby.example")
    assert not is_personal(f"nordby_{word}@nordby.example")


@pytest.mark.parametrize(("rule", "given", "place", "words"), [
    ("seniority", {"roster": roster("2026-02-04")}, "roster.csv employed_since", "har ikke været her i 2 år"),
    ("seniority", {"programme": "minimum_seniority_years: 1"}, "organisation.yaml programme.minimum_seniority_years", "ét års ansættelse"),
    ("sponsor-missing", {"programme": "sponsor: null"}, "organisation.yaml programme", "hvem der giver forløbet sit kommissorium"),
    ("coordinator-unreachable", {"programme": "coordinator: {name: HR}"}, "organisation.yaml programme.coordinator", "hverken mail"),
    ("personal-mail", {"programme": "coordinator: {email: x@me.com}"}, "organisation.yaml programme.coordinator.email", "persons egen"),
    ("retention-short", {"more": "privacy: {retention_months: 2}"}, "organisation.yaml privacy.retention_months", "efter to måneder"),
])  # fmt: skip
def test_each_is_told_at_its_own_field(rule: str, given: dict[str, str], place: str, words: str) -> None:
    finding = next(each for each in findings(**given) if each.rule == rule)

    assert f"{finding.place.file} {finding.field}" == place
    assert words in said(finding)


@pytest.mark.parametrize(("identity", "field", "words"), [
    ("employees: 100", "organisation.employees", "Med 100 ansatte"),
    ("units: [Skoler, Veje]", "organisation.units", "I har to enheder og seks deltagere"),
    ("units: [Skoler]", "organisation.units", "I har én enhed og seks deltagere"),
])  # fmt: skip
def test_a_small_organisation_is_told_by_what_it_is_small_in(identity: str, field: str, words: str) -> None:
    written = folder()["organisation.yaml"].replace("{name: Lilleby Kommune", f"{{name: Lilleby Kommune, {identity}", 1)
    finding = next(each for each in judged(source({"organisation.yaml": written})) if each.rule == "partner-organisation")

    assert finding.field == field
    assert words in said(finding)


def test_deleting_before_six_months_loses_the_follow_up() -> None:
    assert rules(more="privacy: {retention_months: 5}") == ["retention-short advice"]
    assert rules(more="privacy: {retention_months: 6}") == []
