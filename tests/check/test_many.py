"""The largest programme that we promise: a hundred groups and a thousand people."""

import time

from check.found import judged, source

GROUPS, PEOPLE = 100, 1_000
HEAD = "organisation: {name: Storby}\nprogramme: {strategy: Ledelsesgrundlag}\nroster: roster.csv\ngroups:\n"


def group(number: int) -> str:
    days = f"start_after: 2027-0{1 + number % 5}-0{1 + number % 9}, meetings: {2 + number % 7}"
    return f"  - {{name: Hold {number}, cohort: aspiring-leaders, mentees: 9, {days}}}\n"


def people(number: int) -> str:
    """A mentor and nine mentees, each managed by the mentor of another group."""
    mentees = (f"P{number}-{each};Bo;mentee;hold-{number};M{(number + each + 1) % GROUPS}\n" for each in range(PEOPLE // GROUPS - 1))
    return f"M{number};Åse;mentor;hold-{number};\n" + "".join(mentees)


def test_a_hundred_groups_and_a_thousand_people_are_judged_within_a_minute() -> None:
    organisation = HEAD + "".join(group(number) for number in range(GROUPS))
    roster = "id;name;role;group;reports_to\n" + "".join(people(number) for number in range(GROUPS))
    begun = time.process_time()

    found = judged(source({"organisation.yaml": organisation, "roster.csv": roster}))

    assert time.process_time() - begun < 60
    assert sum(finding.rule == "mentor-manages-elsewhere" for finding in found) == GROUPS
    assert sum(finding.rule == "group-size" for finding in found) == GROUPS
