"""The words of each variant of a rule: what an HR officer reads first."""

import pytest

from check.found import TWO, findings, said
from kit.model.problem import Finding

PEOPLE = "id;name;role;group;unit;reports_to;joined\n"


def one(rule: str, groups: str = TWO, programme: str = "", more: str = "", roster: str = "") -> Finding:
    return next(finding for finding in findings(groups, programme, more, roster) if finding.rule == rule)


def two(fields: str) -> str:
    return TWO.replace("name: Hold 1,", f"name: Hold 1, {fields},")


@pytest.mark.parametrize(("fields", "danish", "english"), [
    ("mentees: 3", "»Hold 1« begynder med tre. Stopper en,", "‘Hold 1’ starts with three. If one leaves,"),
    ("mentees: 5", "»Hold 1« begynder med fem, og piloten begyndte med seks.", "‘Hold 1’ starts with five, and the pilot started with six."),
    ("mentees: 8", "»Hold 1« begynder med otte. Flere end seks", "‘Hold 1’ starts with eight. More than six"),
    ("mentees: 9", "»Hold 1« begynder med ni og har én mentor.", "‘Hold 1’ starts with nine and has one mentor."),
    ("mentees: 9, co_mentor: true", "»Hold 1« begynder med ni og har to mentorer.", "‘Hold 1’ starts with nine and has two mentors."),
    ("mentees: 13", "»Hold 1« begynder med 13. Så mange", "‘Hold 1’ starts with 13. So many"),
])  # fmt: skip
def test_each_size_has_its_own_words(fields: str, danish: str, english: str) -> None:
    finding = one("group-size", two(fields))

    assert said(finding).startswith(danish)
    assert said(finding, "en").startswith(english)


def test_one_pair_and_several_from_a_unit_have_their_own_words() -> None:
    pair = "P1;A;mentee;hold-1;Kultur;;\nP2;B;mentee;hold-1;Kultur;;\n"
    third = "P3;C;mentee;hold-1;Kultur;;\n"

    assert said(one("same-unit", roster=PEOPLE + pair)).startswith("To deltagere på »Hold 1« kommer fra samme enhed.")
    assert said(one("same-unit", roster=PEOPLE + pair + third)).startswith("tre deltagere på »Hold 1« deler enhed med en anden på holdet.")
    assert one("same-unit", roster=PEOPLE + pair).group == "hold-1"


def test_one_group_alone_and_with_two_mentors_have_their_own_words() -> None:
    alone = "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}"

    assert said(one("one-group", alone)).startswith("I har ét hold, så mentoren har ingen anden mentor at tale med.")
    assert said(one("one-group", alone.replace("}", ", co_mentor: true}"))).startswith("I har ét hold med to mentorer.")


def test_a_refill_names_both_dates_and_its_group() -> None:
    finding = one("refill", roster=PEOPLE + "P1;A;mentee;hold-1;;;2027-03-01\n")

    assert said(finding).startswith("Denne deltager kom til »Hold 1« den 1. marts 2027, efter at holdet var begyndt den 3. februar 2027.")
    assert finding.group == "hold-1"


def test_one_and_several_managed_elsewhere_have_their_own_words() -> None:
    mentor, first, second = "M1;Å;mentor;hold-1;;;\n", "P1;A;mentee;hold-2;;M1;\n", "P2;B;mentee;hold-2;;M1;\n"
    single, several = one("mentor-manages-elsewhere", roster=PEOPLE + mentor + first), one("mentor-manages-elsewhere", roster=PEOPLE + mentor + first + second)

    assert said(single).startswith("Mentoren for »Hold 1« er leder for en deltager på et andet hold (linje 3).")
    assert said(several).startswith("Mentoren for »Hold 1« er leder for deltagere på andre hold (linje 3 og 4).")
    assert single.group == "hold-1"


def test_a_line_relation_is_told_by_its_distance() -> None:
    direct = "M1;Å;mentor;hold-1;;;\nP1;A;mentee;hold-1;;M1;\n"
    two_steps = "M1;Å;mentor;hold-1;;;\nL1;P;manager;;;M1;\nP1;A;mentee;hold-1;;L1;\n"

    assert said(one("mentor-manages-mentee", roster=PEOPLE + direct)).startswith("En mentor på »Hold 1« er direkte leder for denne deltager (mentoren står i linje 2).")
    assert said(one("mentor-manages-mentee", roster=PEOPLE + two_steps)).startswith("En mentor på »Hold 1« er leder for denne deltagers leder")


@pytest.mark.parametrize(("more", "rule", "danish"), [
    ("seminar: {hours: 7}", "agenda-nearest", "Seminaret varer 7 timer, og manuskriptet findes fra tre til seks. Vi bruger det på 6 timer."),
    ("mentor_meetings: {before: false}", "mentor-meetings", "Mentorerne mødes ikke før hver runde."),
    ("mentor_meetings: {after: false}", "mentor-meetings", "Mentorerne mødes ikke efter hver runde."),
    ("minimum_seniority_years: 1", "seniority", "I beder om 1 års ansættelse, og metoden om mindst 2."),
    ("mentor_meetings: {hours: 0.5}", "agenda-short", "Et mentormøde mangler 8 minutter, selv når alt er kortest."),
    ("working_day_ends: 17:30", "out-of-hours", "»Hold 1« slutter kl. 19.00, og arbejdsdagen kl. 17.30."),
])  # fmt: skip
def test_what_holds_for_the_programme_has_its_own_words(more: str, rule: str, danish: str) -> None:
    assert said(one(rule, programme=more)).startswith(danish)


@pytest.mark.parametrize(("fields", "rule", "danish"), [
    ("hours: 5", "agenda-nearest", "»Hold 1« mødes i 5 timer, og dagsordener findes fra to til fire. Vi bruger den på 4 timer."),
    ("mentees: 10", "agenda-nearest", "»Hold 1« har 10 deltagere, og dagsordener findes fra tre til otte. Vi bruger den til otte,"),
    ("mentees: 1", "agenda-nearest", "»Hold 1« har én deltager, og dagsordener findes fra tre til otte."),
    ("hours: 2.5", "programme-length", "»Hold 1« mødes i 2,5 timer ad gangen, og piloten brugte tre."),
    ("meetings: 6", "programme-length", "»Hold 1« mødes seks gange, og piloten mødtes fire."),
    ("weeks_between: 6", "programme-length", "»Hold 1« har 18 uger fra første til sidste møde, og piloten havde omkring 13."),
    ("composition: women", "single-gender", "»Hold 1« er kun for kvinder."),
    ("composition: men", "single-gender", "»Hold 1« er kun for mænd."),
    ("homework: {max_pages: 4}", "homework-length", "»Hold 1« må skrive fire sider."),
    ("homework: {due_working_days_before: 0}", "homework-deadline", "»Hold 1« afleverer nul arbejdsdage før mødet."),
    ("weeks_between: 1, meetings: 2", "homework-time", "»Hold 1« skal aflevere den 5. februar, kort efter 1. møde."),
])  # fmt: skip
def test_what_holds_for_a_group_has_its_own_words(fields: str, rule: str, danish: str) -> None:
    finding = one(rule, two(fields))

    assert said(finding).startswith(danish)
    assert finding.group == "hold-1"


@pytest.mark.parametrize(("own", "rule", "danish"), [
    ("aspiring-leaders, agenda: loose", "agenda-fits-cohort", "»Talenter« bygger på lederaspiranter, men har løs dagsorden."),
    ("acting-leaders, agenda: tight", "agenda-fits-cohort", "»Talenter« bygger på ledere i dag, men har stram dagsorden."),
    ("acting-leaders, homework: written", "agenda-fits-cohort", "»Talenter« bygger på ledere i dag, men skal aflevere skriftligt."),
    ("aspiring-leaders, homework: reflection", "homework-form", "»Talenter« bygger på lederaspiranter, men skriver ikke hjemmeopgaver."),
])  # fmt: skip
def test_what_holds_for_a_type_has_its_own_words(own: str, rule: str, danish: str) -> None:
    more = f"cohorts: {{egen: {{name: Talenter, based_on: {own}}}}}"

    assert said(one(rule, TWO.replace("aspiring-leaders", "egen", 1), more=more)).startswith(danish)


@pytest.mark.parametrize(("identity", "danish"), [
    ("employees: 320", "Med 320 ansatte kan det blive svært at finde seks"),
    ("units: [A, B]", "I har to enheder og seks deltagere på et hold"),
    ("units: [A]", "I har én enhed og seks deltagere på et hold, så alle kommer fra samme sted."),
])  # fmt: skip
def test_a_small_organisation_is_told_why(identity: str, danish: str) -> None:
    from check.found import folder, judged, source

    files = dict(folder())
    files["organisation.yaml"] = files["organisation.yaml"].replace("{name: Lilleby Kommune}", f"{{name: Lilleby Kommune, {identity}}}", 1)
    (finding,) = judged(source(files))

    assert said(finding).startswith(danish)


def test_the_roster_and_the_file_are_told_apart() -> None:
    groups = TWO.replace("name: Hold 1,", "name: Hold 1, co_mentor: true,")
    both = [finding for finding in findings(groups, roster=PEOPLE + "P1;A;mentee;hold-1;;;\n") if finding.rule == "roster-size" and finding.group == "hold-1"]

    assert sorted(said(finding)[:60] for finding in both) == [
        "Efter filen har »Hold 1« brug for to mentorer, og deltagerli",
        "Filen siger seks på »Hold 1«, og deltagerlisten har én fra f",
    ]


@pytest.mark.parametrize(("months", "danish"), [(1, "I sletter alt efter én måned,"), (3, "I sletter alt efter tre måneder,")])
def test_months_are_said_in_words(months: int, danish: str) -> None:
    assert said(one("retention-short", more=f"privacy: {{retention_months: {months}}}")).startswith(danish)
