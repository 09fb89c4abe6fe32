"""An organisation's folder becomes a Source: the method's numbers, ids, places, and all problems in one run."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kit.model.organisation import Organisation
from kit.model.problem import Invalid, Place
from kit.model.source import Source
from kit.model.words import Text
from kit.read import library, organisation
from kit.read.known import Known
from tests.helpers import HOME

METHOD = library.method(HOME.content)
NORDBY = (HOME.organisations / "nordby" / "organisation.yaml").read_text(encoding="utf-8")


def read(folder: Path, text: str, known: Known = organisation.EVERYTHING) -> Source:
    (folder / "organisation.yaml").write_text(text, encoding="utf-8")
    return organisation.read(folder, METHOD, known)


def file(group: str = "first_meeting: 2027-02-03", programme: str = "", rest: str = "") -> str:
    """The least that there is, and what the test is about."""
    return (
        "organisation: {name: Lilleby}\n"
        f"programme: {{strategy: Ledelse, {programme}}}\n"
        f"groups: [{{name: Hold 1, cohort: aspiring-leaders, {group}}}]\n"
        f"{rest}\n"
    )


def told(folder: Path, text: str, known: Known = organisation.EVERYTHING) -> list[str]:
    with pytest.raises(Invalid) as raised:
        read(folder, text, known)
    return [f"{found.place.line}:{found.place.column} {found.code} {found.field}" for found in raised.value.problems]


@pytest.mark.parametrize("name", ["minimal", "nordby", "fjordene"])
def test_the_examples_are_read_by_folder_and_by_file(name: str) -> None:
    folder = HOME.organisations / name

    assert organisation.read(folder, METHOD) == organisation.read(folder / "organisation.yaml", METHOD)


def test_what_is_left_out_is_the_method_s_own(tmp_path: Path) -> None:
    made = read(tmp_path, file()).organisation

    (group,) = made.groups
    assert (group.mentees, group.meetings, group.weeks_between, group.hours, group.start) == (6, 4, 4, 3.0, time(16))
    assert (group.homework.due_working_days_before, group.homework.due_time) == (3, time(12))
    assert made.programme.seminar
    assert (made.programme.seminar.hours, made.programme.seminar.start) == (4.0, time(8, 30))
    assert made.programme.mentor_meetings.hours == 1.0
    assert made.programme.budget.mentor_preparation_hours.aspiring_leaders == 2.0
    assert (made.privacy.retention_months, made.languages, made.programme.holidays.country) == (6, ("da",), "DK")


def test_what_is_left_blank_is_as_good_as_left_out(tmp_path: Path) -> None:
    made = read(tmp_path, file(group="first_meeting: 2027-02-03, hours: ", programme="sponsor: ", rest="site_url:\nbrand:\nprivacy:"))

    assert made.organisation == read(tmp_path, file()).organisation


def test_a_seminar_that_is_false_stays_false(tmp_path: Path) -> None:
    assert read(tmp_path, file(programme="seminar: false")).organisation.programme.seminar is False


def test_an_own_number_beats_the_method_s(tmp_path: Path) -> None:
    made = read(tmp_path, file(group="first_meeting: 2027-02-03, hours: 2, homework: {max_pages: 1}")).organisation

    assert (made.groups[0].hours, made.groups[0].homework.max_pages, made.groups[0].homework.due_working_days_before) == (2.0, 1, 3)


def test_groups_without_an_id_are_called_by_their_name(tmp_path: Path) -> None:
    text = """\
organisation: {name: Lilleby}
languages: [en, da]
programme: {strategy: Ledelse}
groups:
  - {name: {da: Kvinder på vej, en: Women ahead}, cohort: aspiring-leaders, first_meeting: 2027-02-03}
  - {name: Women ahead, cohort: aspiring-leaders, first_meeting: 2027-02-04}
  - {name: Ærø, cohort: aspiring-leaders, first_meeting: 2027-02-05}
  - {name: 🌱, cohort: aspiring-leaders, first_meeting: 2027-02-06}
  - {name: Aeroe, id: aeroe, cohort: aspiring-leaders, first_meeting: 2027-02-07}
"""

    made = read(tmp_path, text).organisation

    assert [group.id for group in made.groups] == ["women-ahead", "women-ahead-2", "aeroe-2", "hold-4", "aeroe"]


def test_a_reason_may_stand_alone_or_beside_a_group(tmp_path: Path) -> None:
    accept = "accept:\n  pace: Aftalt\n  one-group: {da: Vi er små, en: We are few}\n  single-gender: {group: hold-1, reason: Strategi}"

    accepted = read(tmp_path, file(rest=accept)).organisation.accept

    assert [(name, found.reason.said_in("da"), found.group) for name, found in accepted.items()] == [
        ("pace", "Aftalt", None),
        ("one-group", "Vi er små", None),
        ("single-gender", "Strategi", "hold-1"),
    ]


def test_dates_and_places_go_by_the_number_of_the_meeting(tmp_path: Path) -> None:
    (group,) = read(tmp_path, file(group='first_meeting: 2027-02-03, dates: {3: 2027-04-07}, places: {"4": Rådhuset}')).organisation.groups

    assert (group.dates, group.places) == ({3: date(2027, 4, 7)}, {4: Text(everywhere="Rådhuset")})


COUNTRIES = Known(countries={"DK": (), "DE": ("BY", "NW", "SH"), "NO": ("03", "11")})


@pytest.mark.parametrize(
    ("holidays", "problems"),
    [
        ("{country: QQ}", ["O22 programme.holidays.country"]),
        ("{country: QQ, subdivision: BY}", ["O22 programme.holidays.country"]),
        ("{country: DE, subdivision: by}", ["O23 programme.holidays.subdivision"]),
        ("{country: DK, subdivision: Jylland}", ["O24 programme.holidays.subdivision"]),
        ("{subdivision: Jylland}", ["O24 programme.holidays.subdivision"]),
        ("{country: dk}", ["V32 programme.holidays.country"]),
    ],
)
def test_a_country_is_one_whose_holidays_we_know(tmp_path: Path, holidays: str, problems: list[str]) -> None:
    text = file().replace("programme: {", f"programme: {{holidays: {holidays}, ")

    assert [line.split(" ", 1)[1] for line in told(tmp_path, text, COUNTRIES)] == problems


def test_a_part_of_a_country_may_have_holidays_of_its_own(tmp_path: Path) -> None:
    made = read(tmp_path, file(programme="holidays: {country: DE, subdivision: BY}"), COUNTRIES).organisation

    assert (made.programme.holidays.country, made.programme.holidays.subdivision) == ("DE", "BY")


def test_a_file_written_as_json_is_read_too(tmp_path: Path) -> None:
    text = (
        '{"organisation": {"name": "Lilleby"}, "programme": {"strategy": "Ledelse"}, '
        '"groups": [{"name": "Hold 1", "cohort": "aspiring-leaders", "first_meeting": "2027-02-03"}]}'
    )

    assert read(tmp_path, text).organisation == read(tmp_path, file()).organisation


def test_every_field_knows_where_it_was_written(tmp_path: Path) -> None:
    places = read(tmp_path, file(group="first_meeting: 2027-02-03, hours: 2")).places

    assert places.of("groups", 0, "hours") == Place("organisation.yaml", 3, 85)
    assert places.of("groups", 0, "start") == Place("organisation.yaml", 3, 10)
    assert places.of("privacy", "retention_months") == Place("organisation.yaml", 1, 1)


def test_a_long_text_may_be_folded_over_lines(tmp_path: Path) -> None:
    text = "organisation: {name: Lilleby}\nprogramme:\n  strategy: >\n    Vores nye\n    strategi\ngroups:" + file().split("groups:")[1]

    assert read(tmp_path, text).organisation.programme.strategy == Text(everywhere="Vores nye strategi")


def test_hot_values_come_out_as_they_went_in(tmp_path: Path) -> None:
    hot = [
        "<script>alert(1)</script>",
        "{{ organisation }}",
        "{% if %}",
        "Åse & Søn",
        "“Å”",
        "[x](javascript:y)",
        "👩‍👩‍👧 familie",
        "ø" * 200,
    ]
    text = "organisation: {name: Lilleby, units: [" + ", ".join(f"'{value}'" for value in hot) + "]}\n" + file().split("\n", 1)[1]

    assert list(read(tmp_path, text).organisation.identity.units) == hot


def test_a_third_language_needs_words_and_no_code(tmp_path: Path) -> None:
    text = "languages: [de]\n" + file()

    assert told(tmp_path, text) == ["1:13 O03 languages.0"]
    assert read(tmp_path, text, Known(languages=("da", "en", "de"))).organisation.languages == ("de",)


def test_the_version_of_the_content_must_be_the_installed_one(tmp_path: Path) -> None:
    text = file(programme='content_version: "1.0"')

    assert read(tmp_path, text, Known(version="1.0")).organisation.programme.content_version == "1.0"
    assert told(tmp_path, text, Known(version="1.1")) == ["2:49 O14 programme.content_version"]


def test_problems_of_all_kinds_and_files_come_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("id;name;role\nP1;;mentee\n", encoding="utf-8")
    text = file(group="first_meeting: onsdag, weekdays: [tue], x: 1", rest="roster: roster.csv\nroster: to.csv\nbrand: {logo: logo.png}")

    assert told(tmp_path, text) == [
        "3:66 V09 groups.0.first_meeting",
        "3:74 O11 groups.0.weekdays",
        "3:91 Y05 groups.0.x",
        "5:1 Y04 ",
        "6:15 D01 ",
        "2:4 T16 name",
    ]


def test_who_is_in_a_group_beyond_the_bound_is_covered_by_the_one_sentence_about_it(tmp_path: Path) -> None:
    """Also an own type of group, and a reason for one of the groups. What nobody has written is told as ever."""
    types = ", ".join(f"type-{n}: {{name: Ny {n}, based_on: acting-leaders}}" for n in range(60))
    many = "".join(f"  - {{name: Hold {n}, cohort: type-{n % 60}, first_meeting: 2027-02-03}}\n" for n in range(1, 121))
    people = "".join(f"P{n};Åse;mentee;Hold {n}\n" for n in range(1, 121))
    (tmp_path / "roster.csv").write_text(f"id;name;role;group\n{people}P0;Bo;mentee;Hold 121\n", encoding="utf-8")
    text = (
        "organisation: {name: Lilleby}\nprogramme: {strategy: Ledelse}\nroster: roster.csv\n"
        f"accept: {{pace: {{group: hold-120, reason: Aftalt}}}}\ncohorts: {{{types}}}\ngroups:\n{many}"
    )

    assert told(tmp_path, text) == ["5:1 V28 cohorts", "6:1 V28 groups", "122:14 T19 group"]


@pytest.mark.parametrize(("rest", "place"), [("roster: ' '", "4:9 V07 roster"), ("brand: {logo: ' '}", "4:15 V07 brand.logo")])
def test_a_file_name_that_is_blank_is_told_once(rest: str, place: str, tmp_path: Path) -> None:
    assert told(tmp_path, file(rest=rest)) == [place]


def test_the_digest_follows_everything_but_the_roster(tmp_path: Path) -> None:
    shutil.copytree(HOME.organisations / "nordby", tmp_path, dirs_exist_ok=True)
    before = organisation.read(tmp_path, METHOD).digest

    (tmp_path / "roster.csv").write_text("id;name;role\nM1;En Anden;mentor\n", encoding="utf-8")
    assert organisation.read(tmp_path, METHOD).digest == before

    (tmp_path / "logo.svg").write_text('<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>', encoding="utf-8")
    assert organisation.read(tmp_path, METHOD).digest != before


def test_the_schema_asks_only_for_what_must_be_written() -> None:
    schema = Organisation.model_json_schema()

    assert schema["required"] == ["organisation", "programme", "groups"]
    assert schema["$defs"]["Group"]["required"] == ["name", "cohort"]
    assert schema["$defs"]["Group"]["properties"]["mentees"] == {
        "title": "Mentees",
        "type": "integer",
        "minimum": 1,
        "maximum": 20,
        "x-method": "mentees",
    }


LINES = NORDBY.splitlines()
SPOILT = some.sampled_from(
    ["", "x", "[]", "{}", "null", "-1", "1e9", "true", "'", ": ", "- ", "{{", "&a", "*a", "2027-02-30", "25:00", "\t"]
)


@settings(max_examples=300, deadline=None)
@given(line=some.integers(0, len(LINES) - 1), at=some.integers(0, 60), cut=some.integers(0, 12), put=SPOILT)
def test_nordby_spoilt_anywhere_is_read_or_told_of(
    tmp_path_factory: pytest.TempPathFactory, line: int, at: int, cut: int, put: str
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    spoilt = LINES[line][:at] + put + LINES[line][at + cut :]

    (folder / "roster.csv").write_text("id;name;role\nM1;Åse Mentorsen;mentor\n", encoding="utf-8")
    (folder / "logo.svg").write_text('<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>', encoding="utf-8")
    try:
        read(folder, "\n".join([*LINES[:line], spoilt, *LINES[line + 1 :]]))
    except Invalid as invalid:
        found = invalid.problems
    else:
        found = ()

    assert all(problem.place.file == "organisation.yaml" and problem.place.line <= len(LINES) + 1 for problem in found)
