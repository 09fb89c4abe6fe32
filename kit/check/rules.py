"""Every rule of the method, in the order in which people should read them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.check import groups, homework, meetings, mentors, promises, recruitment
from kit.check.subject import Remark, Subject

Find = Callable[[Subject], Iterator[Remark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its code, the name that `accept` takes, the function, the facts and sources that it rests on.

    `private`: it looks at the roster, so what it finds is for the coordinator alone and never for the public handbook.
    """

    code: str
    name: str
    find: Find
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    private: bool = False


def rule(code: str, find: Find, *facts: str, sources: tuple[str, ...] = (), private: bool = False) -> Rule:
    """A rule is named as its function."""
    return Rule(code=code, name=getattr(find, "__name__", "").replace("_", "-"), find=find, facts=facts, sources=sources, private=private)


RULES: tuple[Rule, ...] = (
    rule("G01", groups.mentor_manages_mentee, "mentor-not-direct-manager", "line-relation-breaks-confidentiality", private=True),
    rule("G02", groups.mentor_manages_elsewhere, "line-relation-breaks-confidentiality", private=True),
    rule("G03", groups.same_unit, "pilot-different-departments", private=True),
    rule("G04", groups.group_size, "six-mentees-per-mentor", "two-dropouts", sources=("E1", "E16")),
    rule("G05", groups.one_group, "run-several-groups-at-once", "several-mentors-support-each-other", "hr-mentors-needed-sparring"),
    rule("G06", groups.refill, "no-refill", "refill-disturbs-intimacy", private=True),
    rule("G07", groups.line_relations_unknown, "mentor-not-direct-manager", private=True),
    rule("G08", groups.roster_size, private=True),
    rule(
        "S01",
        recruitment.seniority,
        "minimum-two-years-in-organisation",
        "about-two-years-in-current-job",
        "best-for-established-people",
        "tension-seniority-and-new-staff",
        "no-answer-for-new-hires",
        private=True,
    ),
    rule("S02", recruitment.single_gender, "single-gender-groups", "tension-gender-of-groups"),
    rule(
        "S03",
        recruitment.partner_organisation,
        "organisation-needs-certain-size",
        "small-organisations-join-forces",
        "needs-six-non-reporting-mentees",
    ),
    rule("S04", recruitment.sponsor_missing, "intro-phase-mandate", "sponsor-follows-and-adjusts"),
    rule("S05", recruitment.coordinator_unreachable),
    rule("S06", recruitment.personal_mail),
    rule("S07", recruitment.retention_short),
    rule("M01", mentors.seminar_missing, "half-day-seminar", "intro-phase-train-mentors", sources=("E6", "E7")),
    rule("M02", mentors.seminar_short, "half-day-seminar", "hr-suggests-tool-course", sources=("E23",)),
    rule("M03", mentors.seminar_late, "intro-phase-train-mentors"),
    rule(
        "M04",
        mentors.mentor_meetings,
        "two-mentor-meetings-between-rounds",
        "mentor-meeting-right-after-round",
        "mentor-meeting-before-round",
    ),
    rule(
        "F01",
        meetings.programme_length,
        "four-meetings",
        "three-hours-per-meeting",
        "four-months",
        "compare-aspiring-three-plus-one",
        "tension-number-of-meetings",
    ),
    rule("F02", meetings.pace, "month-between-meetings"),
    rule("F03", meetings.out_of_hours, "meetings-outside-working-hours", "tension-after-hours-and-family"),
    rule("F04", meetings.closing_conversations, "compare-aspiring-three-plus-one", "wanted-time-alone-with-mentor", sources=("E19",)),
    rule(
        "F05",
        meetings.agenda_fits_cohort,
        "compare-aspiring-tight-agenda",
        "compare-acting-loose-agenda",
        "acting-few-open-questions",
        "tension-acting-hand-in",
    ),
    rule("F06", meetings.agenda_nearest, "three-hours-per-meeting", "six-mentees-per-mentor"),
    rule("F07", meetings.agenda_short, "gap-meeting-themes"),
    rule("F08", meetings.date_off),
    rule("F09", meetings.conversations_late, "compare-aspiring-three-plus-one"),
    rule("H01", homework.homework_deadline, "homework-due-three-days", "sample-due-two-days", "tension-homework-deadline"),
    rule("H02", homework.homework_length, "sample-length-one-to-two-pages", "homework-size-precise"),
    rule("H03", homework.homework_form, "compare-aspiring-concrete-homework", "writing-central-for-aspiring"),
    rule("H04", homework.homework_time, "homework-answered-before-next-meeting", "preparation-one-to-three-hours"),
    rule("P01", promises.promise, "no-promise-of-promotion"),
)

# Facts that can be checked but need no rule: why, in kit/words under unchecked.<fact>.
UNCHECKED = (
    "start-from-strategic-need",  # the reader refuses a file without it
    "homework-after-every-meeting",  # the planner sets it
    "homework-deadline-clear",  # the planner computes it
)
