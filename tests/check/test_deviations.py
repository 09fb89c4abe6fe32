"""Where a programme differs from the pilot."""

import pytest

from check.found import TWO, content, folder, judged, source, told
from kit import check, plan
from kit.model.problem import Deviation


def deviations(groups: str = TWO, programme: str = "", more: str = "", roster: str = "") -> tuple[Deviation, ...]:
    read = source(folder(groups, programme, more, roster))
    programme_plan = plan.programme(read.organisation, content())
    return check.deviations(read.organisation, programme_plan, content(), judged(read))


def words(found: tuple[Deviation, ...]) -> list[str]:
    return [told(deviation) for deviation in found]


def test_the_pilots_own_programme_differs_in_nothing_but_its_hours_of_day() -> None:
    assert deviations(programme="working_day_ends: 16:00") == ()


def test_what_was_accepted_comes_first_with_its_reason() -> None:
    groups = TWO.replace("name: Hold 1,", "name: Hold 1, composition: women, mentees: 5,")
    first, second = deviations(groups, "working_day_ends: 16:00", "accept: {single-gender: Aftalt i hovedudvalget.}")

    assert first.reason is not None
    assert (told(first)[:25], first.reason.said_in("da")) == ("»Hold 1« er kun for kvind", "Aftalt i hovedudvalget.")
    assert (first.code, first.facts[0], first.group) == ("S02", "single-gender-groups", "hold-1")
    assert (told(second), second.reason, second.group) == (
        "»Hold 1« begynder med fem deltagere. Piloten begyndte med seks.",
        None,
        "hold-1",
    )


def test_each_parameter_that_differs_has_a_line_without_needing_acceptance() -> None:
    fields = """
- name: Hold 1
  cohort: aspiring-leaders
  first_meeting: 2027-08-24
  mentees: 4
  meetings: 3
  weeks_between: 5
  hours: 2.5
  closing_conversations: true
  closing_conversation_minutes: 45
  co_mentor: true
  format: online
  start: 09:00
  homework: {due_working_days_before: 2}
"""
    programme = "seminar: {hours: 6}\nnominees_per_unit: 3\nminimum_seniority_years: 3\npledge_to_mentor: false\nworking_day_ends: 16:00"

    assert words(deviations(fields, programme)) == [
        "Seminaret for mentorer varer 6 timer. Piloten havde en halv dag.",
        "Hver af dem, der indstiller, peger på tre. I piloten var det to.",
        "Deltagerne skal have været ansat i 3 år. Metoden foreslår to.",
        "Deltagerne lover ikke at være mentor i en senere runde. Det gjorde de i piloten.",
        "Der er ét hold. Piloten havde tre, og mentorerne havde hinanden.",
        "»Hold 1« begynder med fire deltagere. Piloten begyndte med seks.",
        "»Hold 1« mødes tre gange. Piloten mødtes fire.",
        "»Hold 1« har fem uger mellem møderne. Piloten havde cirka en måned.",
        "»Hold 1« mødes i 2,5 timer. Piloten mødtes i tre.",
        "»Hold 1« slutter med en individuel samtale på 45 minutter. Det havde piloten ikke.",
        "»Hold 1« har to mentorer. Piloten havde én til hvert hold.",
        "»Hold 1« mødes online. Piloten mødtes i samme rum.",
        "»Hold 1« afleverer to arbejdsdage før mødet. Piloten sagde tre dage.",
        "»Hold 1« mødes i arbejdstiden. I piloten mødtes man efter arbejde.",
    ]


def test_each_deviation_knows_its_fact_and_its_group() -> None:
    fields = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-08-24, mentees: 4, co_mentor: true, format: hybrid}"
    found = deviations(fields, "seminar: {hours: 6}\nworking_day_ends: 16:00\npledge_to_mentor: false")

    assert [(deviation.code, deviation.facts, deviation.group) for deviation in found] == [
        ("deviation.seminar-hours", ("half-day-seminar",), None),
        ("deviation.no-pledge", ("mentee-pledges-future-mentor",), None),
        ("deviation.one-group", ("run-several-groups-at-once",), None),
        ("deviation.mentees", ("six-mentees-per-mentor",), "hold-1"),
        ("deviation.co-mentor", ("one-mentor-for-a-group",), "hold-1"),
        ("deviation.hybrid", ("four-meetings",), "hold-1"),
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_fact_of_a_deviation_exists_and_every_sentence_is_whole(language: str) -> None:
    fields = """
- {name: Hold 1, cohort: egen, first_meeting: 2027-08-24, mentees: 1, meetings: 3, weeks_between: 1, hours: 2, co_mentor: true,
   format: online, start: 09:00, closing_conversations: true, homework: {due_working_days_before: 1}}
"""
    programme = "seminar: {hours: 6}\nnominees_per_unit: 1\nminimum_seniority_years: 1\npledge_to_mentor: false\nworking_day_ends: 16:00"
    found = deviations(fields, programme, "cohorts: {egen: {name: Talenter, based_on: aspiring-leaders}}")

    assert len(found) == 15
    assert [deviation.group for deviation in found] == [None] * 6 + ["hold-1"] * 9
    assert {fact for deviation in found for fact in deviation.facts} <= set(content().facts)
    for deviation in found:
        sentence = told(deviation, language)
        assert "{" not in sentence
        assert "None" not in sentence
        assert sentence.endswith(".")


def test_an_own_type_and_partners_are_told() -> None:
    more = "cohorts: {egen: {name: Fagledere, based_on: acting-leaders}, anden: {name: Ubrugt, based_on: acting-leaders}}"
    files = dict(folder(TWO.replace("aspiring-leaders", "egen"), "working_day_ends: 16:00", more))
    files["organisation.yaml"] = files["organisation.yaml"].replace(
        "{name: Lilleby Kommune}", "{name: Lilleby Kommune, partners: [Storeby, Havnby]}", 1
    )
    read = source(files)

    found = check.deviations(read.organisation, plan.programme(read.organisation, content()), content(), judged(read))

    assert found[0].facts == ("small-organisations-join-forces",)
    assert words(found) == [
        "Forløbet holdes sammen med Storeby og Havnby. Piloten var i én organisation.",
        "»Fagledere« er vores egen forløbstype. Piloten havde lederaspiranter og ledere.",
    ]


def test_an_own_type_is_told_though_another_group_has_none() -> None:
    groups = TWO.replace("aspiring-leaders", "egen", 1)
    found = deviations(groups, "working_day_ends: 16:00", "cohorts: {egen: {name: Fagledere, based_on: acting-leaders}}")

    assert words(found) == ["»Fagledere« er vores egen forløbstype. Piloten havde lederaspiranter og ledere."]


def test_a_meeting_that_ends_with_the_working_day_lies_in_it() -> None:
    groups = TWO.replace("2027-02-03", "2027-02-03, start: 13:00").replace("2027-02-04", "2027-02-04, start: 13:01")

    assert words(deviations(groups, "working_day_ends: 16:00")) == ["»Hold 1« mødes i arbejdstiden. I piloten mødtes man efter arbejde."]


def test_current_leaders_have_no_deadline_to_differ_in() -> None:
    groups = TWO.replace("aspiring-leaders", "acting-leaders").replace("2027-02-03", "2027-02-03, homework: {due_working_days_before: 1}")

    assert deviations(groups, "working_day_ends: 16:00") == ()


def test_what_only_the_roster_tells_is_left_to_its_reason() -> None:
    people = ("P1;Bo;mentee;hold-1", "P2;Ib;mentee;hold-1", "P3;Ea;mentee;hold-2", "P4;Åse;mentee;hold-2")
    roster = "id;name;role;group;unit\n" + "".join(f"{person};Kultur\n" for person in people)
    accept = "accept: {same-unit: Forvaltningen er stor., roster-size: Listen kommer senere., group-size: Vi ved det.}"
    found = deviations(roster=roster, programme="working_day_ends: 16:00", more=accept)

    assert sorted(told(deviation) for deviation in found if not deviation.values) == [
        "Deltagere på samme hold kommer fra samme enhed.",
        "Deltagerlisten og filen tæller ikke ens.",
    ]
    assert all(deviation.reason is not None for deviation in found if not deviation.values)
    assert [deviation.facts for deviation in found if deviation.code == "deviation.same-unit"] == [("pilot-different-departments",)]
    assert not [line for line in words(found) if "linje" in line]


def test_open_findings_are_not_deviations() -> None:
    assert deviations(TWO.replace("name: Hold 1,", "name: Hold 1, composition: women,"), "working_day_ends: 16:00") == ()


@pytest.mark.parametrize(("kind", "sentence"), [
    ("partnership", "Forløbet er fælles for Storeby og Havnby. Piloten var i én organisation."),
    ("municipality", "Forløbet holdes sammen med Storeby og Havnby. Piloten var i én organisation."),
])  # fmt: skip
def test_a_partnership_is_run_by_its_partners_and_not_with_them(kind: str, sentence: str) -> None:
    files = dict(folder(TWO, "working_day_ends: 16:00"))
    files["organisation.yaml"] = files["organisation.yaml"].replace(
        "{name: Lilleby Kommune}", f"{{name: Lilleby, kind: {kind}, partners: [Storeby, Havnby]}}", 1
    )
    read = source(files)

    found = check.deviations(read.organisation, plan.programme(read.organisation, content()), content(), judged(read))

    assert words(found) == [sentence]
