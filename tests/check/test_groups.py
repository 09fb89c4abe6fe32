"""Who is in which group."""

from textwrap import dedent

import pytest

from check.found import findings, found, rules, said

PEOPLE = "id;name;role;group;unit;reports_to;joined;left\n"


def roster(*lines: str) -> str:
    return PEOPLE + "\n".join(lines) + "\n"


def of(rule: str, *lines: str) -> list[str]:
    return [line for line in found(roster=roster(*lines)) if line.startswith(f"{rule} ")]


# --- mentor-manages-mentee


def test_a_mentor_who_manages_a_mentee_is_an_error_at_the_mentees_line() -> None:
    assert of("mentor-manages-mentee", "M1;Åse;mentor;hold-1;;;;", "P1;Bo;mentee;hold-1;;M1;;") == [
        "mentor-manages-mentee error roster.csv:3"
    ]


def test_a_managers_manager_is_a_warning() -> None:
    lines = "M1;Åse;mentor;hold-1;;;;", "L1;Per;manager;;;M1;;", "P1;Bo;mentee;hold-1;;L1;;"

    assert of("mentor-manages-mentee", *lines) == ["mentor-manages-mentee warning roster.csv:4"]


def test_a_line_relation_belongs_to_its_group_and_can_be_accepted_in_two_steps() -> None:
    lines = roster("M1;Åse;mentor;hold-1;;;;", "L1;Per;manager;;;M1;;", "P1;Bo;mentee;hold-1;;L1;;")
    accept = "accept: {mentor-manages-mentee: {group: hold-1, reason: Begge siger god for det.}}"
    accepted = [finding for finding in findings(more=accept, roster=lines) if finding.rule == "mentor-manages-mentee"]

    assert [(finding.group, finding.accepted is not None) for finding in accepted] == [("hold-1", True)]


def test_three_steps_are_not_followed() -> None:
    lines = "M1;Åse;mentor;hold-1;;;;", "L2;Ib;manager;;;M1;;", "L1;Per;manager;;;L2;;", "P1;Bo;mentee;hold-1;;L1;;"

    assert of("mentor-manages-mentee", *lines) == []


def test_either_of_two_mentors_counts() -> None:
    lines = "M1;Åse;mentor;hold-1;;;;", "M2;Ib;mentor;hold-1;;;;", "P1;Bo;mentee;hold-1;;M2;;"

    assert of("mentor-manages-mentee", *lines) == ["mentor-manages-mentee error roster.csv:4"]


def test_a_mentor_of_another_group_is_only_advice() -> None:
    lines = "M1;Åse;mentor;hold-2;;;;", "P1;Bo;mentee;hold-1;;M1;;"

    assert of("mentor-manages-mentee", *lines) == []
    assert of("mentor-manages-elsewhere", *lines) == ["mentor-manages-elsewhere advice roster.csv:2"]


@pytest.mark.parametrize(("number", "danish", "english"), [
    (1, "er leder for en deltager på et andet hold (linje 3)", "manages a mentee in another group (line 3)"),
    (2, "er leder for deltagere på andre hold (linje 3 og 4)", "manages mentees in other groups (lines 3 and 4)"),
])  # fmt: skip
def test_one_mentee_elsewhere_is_told_as_one(number: int, danish: str, english: str) -> None:
    lines = roster("M1;Åse;mentor;hold-2;;;;", *(f"P{each};Bo;mentee;hold-1;;M1;;" for each in range(number)))
    finding = next(finding for finding in findings(roster=lines) if finding.rule == "mentor-manages-elsewhere")

    assert danish in said(finding)
    assert english in said(finding, "en")


def test_a_mentor_of_the_same_group_is_not_elsewhere() -> None:
    assert of("mentor-manages-elsewhere", "M1;Åse;mentor;hold-1;;;;", "P1;Bo;mentee;hold-1;;M1;;") == []


def test_a_finding_names_rows_and_never_people() -> None:
    lines = (
        "M1;Åse Mentorsen;mentor;hold-1;Økonomi;;;",
        "P1;Bo Deltagersen;mentee;hold-1;Økonomi;M1;2027-03-01;",
        "P2;Ida Holmsen;mentee;hold-1;Økonomi;;;",
    )
    words = " ".join(said(finding, language) for finding in findings(roster=roster(*lines)) for language in ("da", "en"))

    assert not [name for name in ("Åse", "Bo ", "Mentorsen", "Deltagersen", "Holmsen", "M1", "P1", "P2", "Økonomi") if name in words]
    assert "mentoren står i linje 2" in words


# --- same-unit


def test_one_pair_from_a_unit_is_advice_and_two_pairs_a_warning() -> None:
    pair = "P1;A;mentee;hold-1;Kultur;;;", "P2;B;mentee;hold-1;Kultur;;;"

    assert of("same-unit", *pair) == ["same-unit advice roster.csv:3"]
    assert of("same-unit", *pair, "P3;C;mentee;hold-1;Teknik;;;") == ["same-unit advice roster.csv:3"]
    assert of("same-unit", *pair, "P3;C;mentee;hold-1;Kultur;;;") == ["same-unit warning roster.csv:4"]
    assert of("same-unit", *pair, "P3;C;mentee;hold-1;Teknik;;;", "P4;D;mentee;hold-1;Teknik;;;") == ["same-unit warning roster.csv:5"]


def test_only_those_who_share_a_unit_are_counted() -> None:
    pair = [f"P{number};A;mentee;hold-1;Kultur;;;" for number in range(2)]
    others = [f"Q{number};A;mentee;hold-1;Skole {number};;;" for number in range(3)]

    assert unit_said(*pair, *others).startswith("To deltagere på »Hold 1« kommer fra samme enhed.")
    assert unit_said(*pair, "P2;A;mentee;hold-1;Kultur;;;", *others).startswith("På »Hold 1« kommer tre deltagere")


def unit_said(*lines: str) -> str:
    return next(said(finding) for finding in findings(roster=roster(*lines)) if finding.rule == "same-unit")


def test_a_sentence_begins_like_one() -> None:
    lines = roster(*(f"P{number};A;mentee;hold-1;Kultur;;;" for number in range(6)))
    finding = next(finding for finding in findings(roster=lines) if finding.rule == "same-unit")

    assert said(finding).startswith("På »Hold 1« kommer seks deltagere fra samme enhed")
    assert said(finding, "en").startswith("In ‘Hold 1’, six mentees come from")


def test_units_are_the_same_whatever_their_case_and_spaces() -> None:
    assert of("same-unit", "P1;A;mentee;hold-1;Børn og  Unge;;;", "P2;B;mentee;hold-1;børn og unge;;;") != []


def test_units_of_different_groups_and_unknown_units_do_not_count() -> None:
    assert of("same-unit", "P1;A;mentee;hold-1;Kultur;;;", "P2;B;mentee;hold-2;Kultur;;;") == []
    assert of("same-unit", "P1;A;mentee;hold-1;;;;", "P2;B;mentee;hold-1;;;;") == []


def test_someone_who_left_before_the_first_meeting_does_not_count() -> None:
    assert of("same-unit", "P1;A;mentee;hold-1;Kultur;;;2027-01-20", "P2;B;mentee;hold-1;Kultur;;;") == []


# --- group-size


@pytest.mark.parametrize(("mentees", "alone", "two_mentors"), [
    (1, "warning", "warning"),
    (3, "warning", "warning"),
    (4, "advice", "advice"),
    (5, "advice", "advice"),
    (6, None, None),
    (7, "warning", "warning"),
    (8, "warning", "warning"),
    (9, "warning", "advice"),
    (12, "warning", "advice"),
    (13, "warning", "warning"),
    (20, "warning", "warning"),
])  # fmt: skip
def test_group_size_has_its_levels(mentees: int, alone: str | None, two_mentors: str | None) -> None:
    for co_mentor, level in (("false", alone), ("true", two_mentors)):
        groups = dedent(f"""
            - {{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, mentees: {mentees}, co_mentor: {co_mentor}}}
            - {{name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}}
        """)
        levels = [line.split()[1] for line in found(groups) if line.startswith("group-size ")]

        assert levels == ([level] if level else [])


@pytest.mark.parametrize(("mentees", "co_mentor", "words"), [
    (3, False, "begynder med tre deltagere. Stopper en, er der for få"),
    (5, False, "begynder med fem deltagere, og piloten begyndte med seks"),
    (8, False, "begynder med otte deltagere. Flere end seks til én mentor er ikke prøvet"),
    (9, False, "begynder med ni deltagere og har én mentor"),
    (9, True, "begynder med ni deltagere og har to mentorer"),
    (13, True, "begynder med 13 deltagere. Så mange kan ikke tale fortroligt"),
])  # fmt: skip
def test_every_size_has_its_words(mentees: int, co_mentor: bool, words: str) -> None:
    people = f"mentees: {mentees}, co_mentor: {str(co_mentor).lower()}"
    group = f"- {{name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, {people}}}"
    finding = next(each for each in findings(group) if each.rule == "group-size")

    assert words in said(finding)


def test_seven_mentees_is_untried() -> None:
    groups = """
- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, mentees: 7}
- {name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04}
"""
    (finding,) = findings(groups)

    assert said(finding).startswith("»Hold 1« begynder med syv deltagere. Flere end seks til én mentor er ikke prøvet")
    assert finding.field == "groups.0.mentees"
    assert "six-mentees-per-mentor" in finding.facts


def test_the_roster_counts_those_who_started() -> None:
    lines = [f"P{number};A;mentee;hold-1;;;;" for number in range(6)]
    late = "P7;B;mentee;hold-1;;;2027-03-10;"
    gone = "P8;C;mentee;hold-1;;;;2027-01-10"
    dropped_out = "P5;A;mentee;hold-1;;;;2027-04-01"

    assert of("group-size", *lines, late, gone) == []
    assert of("group-size", *lines[:5], dropped_out) == []
    assert of("group-size", *lines[:5]) == ["group-size advice organisation.yaml:10"]


# --- one-group, refill


def test_one_group_is_a_warning_and_with_two_mentors_advice() -> None:
    assert rules("- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}") == ["one-group warning"]
    assert rules("- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, co_mentor: true}") == ["one-group advice"]
    assert rules() == []


def test_someone_who_joined_after_the_first_meeting_is_a_refill() -> None:
    assert of("refill", "P1;A;mentee;hold-1;;;2027-02-04;") == ["refill warning roster.csv:2"]
    assert of("refill", "P1;A;mentee;hold-1;;;2027-02-03;") == []
    assert of("refill", "M1;A;mentor;hold-1;;;2027-03-04;") == []


def test_a_refill_belongs_to_its_group_and_can_be_accepted_there() -> None:
    lines = roster("P1;A;mentee;hold-1;;;2027-02-04;", "P2;B;mentee;hold-2;;;2027-03-04;")
    accept = "accept: {refill: {group: hold-1, reason: Aftalt med holdet.}}"
    refills = [finding for finding in findings(more=accept, roster=lines) if finding.rule == "refill"]

    assert [(finding.group, finding.accepted is not None) for finding in refills] == [("hold-1", True), ("hold-2", False)]


def test_a_wrong_number_of_people_stands_at_its_own_field() -> None:
    sizes = [finding for finding in findings(roster=roster("M1;Å;mentor;hold-1;;;;")) if finding.rule == "roster-size"]

    assert [finding.field for finding in sizes] == ["groups.0.mentees", "groups.1.mentees", "groups.1.co_mentor"]


# --- what could not be checked


def test_unknown_line_relations_are_counted() -> None:
    lines = "L1;Per;manager;;;;;", "P1;A;mentee;hold-1;;;;", "P2;B;mentee;hold-1;;L1;;", "P3;C;mentee;hold-2;;;;"
    finding = next(finding for finding in findings(roster=roster(*lines)) if finding.rule == "line-relations-unknown")

    assert said(finding).startswith("Vi kender ikke lederen for 2 af 3 deltagere (linje 3 og 5)")
    assert str(finding.place) == "roster.csv:3:21"


def test_without_a_roster_nothing_is_said_of_line_relations() -> None:
    assert rules() == []


def test_the_roster_and_the_file_must_count_the_same() -> None:
    lines = [f"P{number};A;mentee;hold-1;;;;" for number in range(6)]
    both = [*lines, "M1;Å;mentor;hold-1;;;;", "M2;Å;mentor;hold-2;;;;", *(f"Q{number};A;mentee;hold-2;;;;" for number in range(5))]
    sizes = [line for line in found(roster=roster(*both)) if line.startswith("roster-size")]

    assert sizes == ["roster-size advice organisation.yaml:11"]


def test_two_mentors_are_expected_only_of_a_group_with_a_co_mentor() -> None:
    groups = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, mentees: 1, co_mentor: true}"
    one, two = "M1;Å;mentor;hold-1;;;;", "M2;B;mentor;hold-1;;;;"

    def sizes(*mentors: str) -> list[str]:
        return [line for line in found(groups, roster=roster("P1;A;mentee;hold-1;;;;", *mentors)) if line.startswith("roster-size")]

    assert sizes(one) == ["roster-size advice organisation.yaml:10"]
    assert sizes(one, two) == []
