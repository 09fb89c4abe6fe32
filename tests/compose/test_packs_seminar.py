"""The seminar pack holds all that its script asks for, in the number that its list says."""

import html
import re
from itertools import accumulate
from pathlib import Path

import pytest

from kit import compose, report
from kit.compose.packs import box
from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.pipeline import Known
from kit.render import figures
from tests import composed
from tests.helpers import HOME, LEAST, known, voice

ORGANISATIONS = ("nordby", "minimal", "fjordene")
TWELVE = "organisation: {name: Lilleby Kommune}\nprogramme: {strategy: Ledelsesgrundlag}\ngroups:\n" + "".join(
    f"  - {{name: Hold {number}, cohort: aspiring-leaders, first_meeting: 2027-02-{number:02}}}\n"
    for number in (1, 2, 3, 4, 8, 9, 10, 11, 15, 16, 17, 18)
)


FEW = """\
organisation: {name: Lilleby Kommune}
programme:
  strategy: Ledelsesgrundlag
  seminar: {date: 2027-01-20, start: 08:30, hours: HOURS}
groups:
  - {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
  - {name: Hold 2, cohort: acting-leaders, first_meeting: 2027-02-04}
"""


def pack(name: str) -> Pack:
    language = "en" if name == "fjordene" else "da"
    return next(pack for pack in composed.packs(name, language) if pack.name == "seminar-pack")


def twelve(folder: Path) -> Pack:
    """Twelve groups with a mentor each."""
    return made_of(known(folder, TWELVE))


def lasting(folder: Path, hours: float) -> Known:
    """Two mentors and a seminar of so many hours."""
    return known(folder, FEW.replace("HOURS", str(hours)))


def made_of(here: Known) -> Pack:
    made = compose.packs(here.source.organisation, here.programme, here.library, voice("da"))
    return next(pack for pack in made if pack.name == "seminar-pack")


def held(pack: Pack, id: str) -> Sheet:
    return next(sheet for sheet in pack.sheets if sheet.id == id)


def print_list(pack: Pack) -> dict[str, int]:
    table = held(pack, "print-list").holds
    assert isinstance(table, sheets.Table)
    return {sheet.split(" ")[0] if re.match(r"H\d|EV", sheet) else sheet: int(copies) for sheet, copies, _ in table.rows}


def intro(pack: Pack) -> str:
    table = held(pack, "print-list").holds
    assert isinstance(table, sheets.Table)
    return table.intro_md


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_sheet_that_the_script_names_is_in_the_pack(name: str) -> None:
    whole = pack(name)
    needs = " ".join(aside.text_md for sheet in whole.sheets if isinstance(sheet.holds, sheets.Script) for aside in sheet.holds.side)
    named = set(re.findall(r"\b(H\d+|EV)\b", needs))

    assert named
    assert {f"handout-{id.lower()}" for id in named} <= {sheet.id for sheet in whole.sheets}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_numbered_sheet_and_set_of_cards_stands_on_the_print_list(name: str) -> None:
    whole = pack(name)
    numbered = {sheet.strong for sheet in whole.sheets if sheet.id.startswith("handout-")}
    cut = {sheet.title for sheet in whole.sheets if isinstance(sheet.holds, sheets.Cards)}

    assert len(numbered) == 15
    assert numbered | cut <= set(print_list(whole))


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_print_list_says_on_which_page_each_sheet_begins(name: str) -> None:
    whole = pack(name)
    table = held(whole, "print-list").holds
    given = {sheet.id for sheet in whole.sheets if sheet.id.startswith(("handout-", "keys-")) or isinstance(sheet.holds, sheets.Cards)}

    assert set(table.refs) - {""} == {"get-the-seminar-ready", *given, "slides"}
    assert len(table.refs) == len(table.ends) == len(table.rows)
    assert [bool(sheet) for sheet in table.refs] == [*[True] * (len(table.rows) - 1), False]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_lists_and_the_script_are_one_row_from_the_first_to_the_last(name: str) -> None:
    whole = pack(name)
    table = held(whole, "print-list").holds
    ids = [sheet.id for sheet in whole.sheets]
    script = [sheet.id for sheet in whole.sheets if isinstance(sheet.holds, sheets.Script)]

    assert isinstance(table, sheets.Table)
    assert (table.refs[0], table.ends[0]) == (ids[2], script[-1])
    assert table.ends[1:] == table.refs[1:]


def test_three_mentors_and_the_one_who_leads_are_four() -> None:
    listed = print_list(pack("nordby"))

    assert {
        name: listed[name] for name in ("H0", "H1", "H9", "EV", "Navneskilte", "Opgavekort til Det praktiske", "Kort med de seks dilemmaer")
    } == {
        "H0": 3,
        "H1": 4,
        "H9": 4,
        "EV": 3,
        "Navneskilte": 1,
        "Opgavekort til Det praktiske": 1,
        "Kort med de seks dilemmaer": 1,
    }


def test_one_mentor_needs_two_sets() -> None:
    listed = print_list(pack("minimal"))

    assert (listed["H0"], listed["H9"]) == (1, 2)
    assert intro(pack("minimal")).startswith("Tallene er regnet ud til jer to: mentoren og dig.")
    assert intro(pack("nordby")).startswith("Tallene er regnet ud til fire personer: mentorerne og dig.")


def test_twelve_mentors_sit_at_two_tables_and_in_two_circles(tmp_path: Path) -> None:
    listed = print_list(twelve(tmp_path))

    assert (
        listed["H9"],
        listed["Opgavekort til Det praktiske"],
        listed["Rollesedler til fokusrunden"],
        listed["Kort med de seks dilemmaer"],
    ) == (
        13,
        2,
        2,
        4,
    )
    assert listed["Navneskilte"] == 2


def test_a_pair_shares_and_nobody_is_left_without() -> None:
    assert [box.copies("pairs", mentors) for mentors in (1, 2, 3, 12)] == [1, 1, 2, 6]


def test_the_cards_of_a_name_sheet_fill_the_sheet() -> None:
    cards = held(pack("nordby"), "name-cards").holds

    assert isinstance(cards, sheets.Cards)
    assert len(cards.cards) == 10


@pytest.mark.parametrize(
    ("name", "feet"), [("fjordene", ("Group mentoring in Fjordene Partnership", "")), ("minimal", ("Gruppementor i Lilleby Kommune", ""))]
)
def test_a_name_card_says_the_organisation_once(name: str, feet: tuple[str, str]) -> None:
    cards = held(pack(name), "name-cards").holds

    assert isinstance(cards, sheets.Cards)
    assert {(card.left, card.right) for card in cards.cards} == {feet}


def test_an_apostrophe_ends_no_sentence_to_say() -> None:
    card = held(pack("fjordene"), "handout-h9").holds

    assert isinstance(card, sheets.Handout)
    said = {step.title: step.say for step in card.steps if step.say}
    assert said == {
        "Ask": ("Only ask what you don’t already know.",),
        "Think aloud": ("I pictured …", "I recognise that from …", "I’m curious about …"),
    }


def test_a_place_that_is_not_known_begins_as_a_line_does() -> None:
    cover = held(pack("minimal"), "cover").holds

    assert isinstance(cover, sheets.Cover)
    assert (cover.when[-1], held(pack("minimal"), "day").right) == ("Sted følger", "Sted følger")


def test_a_sheet_to_write_on_has_lines_and_not_empty_cells() -> None:
    slip = held(pack("nordby"), "handout-h2").holds

    assert isinstance(slip, sheets.Form)
    asked = [field for field in slip.fields if isinstance(field, sheets.Lines)]
    assert [field.ask for field in asked][:2] == ["Hvor var vi, og hvad kunne jeg se?", "Hvad skete der, og hvad blev der sagt?"]
    assert all(field.lines >= 3 for field in asked)


def test_the_focus_round_is_a_card_with_words_to_say() -> None:
    card = held(pack("nordby"), "handout-h9").holds

    assert isinstance(card, sheets.Handout)
    assert [(step.minutes, step.title) for step in card.steps] == [
        (2, "Fortæl"),
        (5, "Spørg ind"),
        (8, "Tænk højt"),
        (4, "Svar"),
        (1, "Næste skridt"),
    ]
    assert card.steps[1].say == ("Spørg kun om det, du ikke ved.",)


def test_every_sentence_in_quotation_marks_on_a_card_is_said() -> None:
    """An apostrophe ended it in English, and two of three openings stood in the text."""
    english = next(pack for pack in composed.packs("nordby", "en") if pack.name == "seminar-pack")
    card = held(english, "handout-h9").holds

    assert isinstance(card, sheets.Handout)
    assert card.steps[2].say == ("I pictured …", "I recognise that from …", "I’m curious about …")
    assert "‘" not in "".join(step.how_md for step in card.steps)


def test_a_table_to_fill_in_has_the_heading_above_it_as_its_name() -> None:
    held_in = held(pack("nordby"), "handout-h11").holds

    assert isinstance(held_in, sheets.Form)
    assert [field.ask for field in held_in.fields if isinstance(field, sheets.Grid)] == ["Din forberedelse"]
    assert "Din forberedelse" not in [field.title for field in held_in.fields if isinstance(field, sheets.Words)]


def test_slides_show_the_clock_of_their_block() -> None:
    small = held(pack("nordby"), "slides").holds

    assert isinstance(small, sheets.SlidesSmall)
    assert 12 <= len(small.slides) <= 16
    assert (small.slides[0].start, small.slides[0].minutes) == ("8.30", 10)


# --- played through on paper

HOURS = (3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6)


def scripts(whole: Pack) -> list[sheets.Script]:
    return [sheet.holds for sheet in whole.sheets if isinstance(sheet.holds, sheets.Script)]


def steps(script: sheets.Script) -> list[sheets.Step]:
    return [step for part in script.parts for step in part.steps]


@pytest.mark.parametrize("hours", HOURS)
def test_the_clock_of_the_steps_runs_on_without_a_gap(tmp_path: Path, hours: float) -> None:
    all_steps = [step for script in scripts(made_of(lasting(tmp_path, hours))) for step in steps(script)]
    begins = [minute(step.start) for step in all_steps]
    ends = [begin + step.minutes for begin, step in zip(begins, all_steps, strict=True)]

    assert begins[0] == minute("8.30")
    assert ends == [*begins[1:], minute("8.30") + round(hours * 60)]


@pytest.mark.parametrize("hours", HOURS)
def test_script_overview_and_plan_tell_the_same_times(tmp_path: Path, hours: float) -> None:
    here = lasting(tmp_path, hours)
    planned = report.programme_json("Lilleby", here.programme, voice("da"))["seminar"]["agenda"]
    rows = held(made_of(here), "day").holds

    assert isinstance(rows, sheets.Day)
    assert [(row.minutes, row.title) for row in rows.rows] == [(item["minutes"], item["title"]) for item in planned]
    starts = {row.title: row.start for row in rows.rows}
    assert [starts[sheet.title] for sheet in made_of(here).sheets if isinstance(sheet.holds, sheets.Script)] == [
        script.start for script in scripts(made_of(here))
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("hours", [3, 4, 5, 6])
def test_site_pack_and_plan_agree_on_the_clock_of_every_block(tmp_path: Path, hours: float, language: str) -> None:
    here, speaks = lasting(tmp_path, hours), voice(language)
    whole, programme, content = here.source.organisation, here.programme, here.library
    planned = report.programme_json("Lilleby", programme, speaks)
    day = planned["seminar"]
    begins = accumulate((item["minutes"] for item in day["agenda"]), initial=minute(day["start"]))
    expected = [(begin, item["minutes"], item["title"]) for begin, item in zip(begins, day["agenda"], strict=False)]

    page = next(page for page in compose.book(whole, programme, content, speaks).pages if page.id == "seminar").markdown
    pack = next(pack for pack in compose.packs(whole, programme, content, speaks) if pack.name == "seminar-pack")
    overview, small = held(pack, "day").holds, held(pack, "slides").holds
    figure = figures.drawn(programme, content, speaks, compose.colours(whole.brand.primary), HOME.themes)["seminar-day"]

    assert isinstance(overview, sheets.Day)
    assert isinstance(small, sheets.SlidesSmall)
    assert site_table(page) == expected
    assert [(minute(row.start), row.minutes, row.title) for row in overview.rows] == expected
    assert [(minute(start), int(minutes), title) for start, title, minutes in figure.rows] == expected
    assert {(minute(script.start), script.minutes) for script in scripts(pack)} <= {(start, minutes) for start, minutes, _ in expected}
    assert {(minute(slide.start), slide.minutes) for slide in small.slides} <= {(start, minutes) for start, minutes, _ in expected}

    ends = minute(day["end"])
    told = next(event for event in programme.events if event.kind == "seminar")
    assert expected[-1][0] + expected[-1][1] == ends == minute(overview.end.time) == minute(scripts(pack)[-1].end)
    assert (told.on.isoformat(), minute(str(told.start)), minute(str(told.end))) == (day["date"], expected[0][0], ends)
    assert {"kind": "seminar", "date": day["date"], "group": None} in planned["events"]
    assert speaks.say("agenda.end", at=speaks.clock(told.end)) in page


def test_a_pause_is_told_at_the_top_of_the_block_after_it() -> None:
    asking = held(pack("nordby"), "script-asking").holds

    assert isinstance(asking, sheets.Script)
    assert [(part.title, part.steps[0].start) for part in asking.parts][:2] == [("Pause", "10.05"), ("Vis det selv", "10.20")]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_numbered_sheet_is_handed_out_by_a_step_and_listed(name: str) -> None:
    whole = pack(name)
    told = " ".join(step.do_md for script in scripts(whole) for step in steps(script))
    handed = set(re.findall(r"\bH\d+\b", told)) | ({"EV"} if "evaluer" in told or "evaluation slip" in told else set())

    assert {sheet.strong for sheet in whole.sheets if sheet.id.startswith("handout-")} == handed
    assert handed <= set(print_list(whole))


GIVES = {"da": r"\b(?:[Dd]el|læg)\b[^.]*", "en": r"\b(?:[Hh]and out|put)\b[^.]*"}


@pytest.mark.parametrize(("name", "language"), [("nordby", "da"), ("minimal", "da"), ("fjordene", "en")])
def test_a_sheet_is_given_out_where_it_is_first_named(name: str, language: str) -> None:
    """But H0, which they have filled in at home and bring."""
    told = [step.do_md for script in scripts(pack(name)) for step in steps(script)]
    named = set(re.findall(r"\bH\d+\b", " ".join(told))) - {"H0"}
    first = {sheet: next(words for words in told if re.search(rf"\b{sheet}\b", words)) for sheet in named}

    assert len(first) == 13
    assert sorted(sheet for sheet, words in first.items() if not re.search(rf"{GIVES[language]}\b{sheet}\b", words)) == []


def test_what_is_drawn_in_a_block_is_at_hand_in_it() -> None:
    """Role slips are drawn at the end of the block before they are used, so they are fetched there, and only once."""
    listed = held(pack("nordby"), "bring-list").holds

    assert isinstance(listed, sheets.CheckSheet)
    assert [group.title for group in listed.groups if any("Rollesedler" in task.text for task in group.tasks)] == ["At spørge og lytte"]


def test_what_the_pauses_need_is_brought_too(tmp_path: Path) -> None:
    listed = held(made_of(lasting(tmp_path, 6)), "bring-list").holds

    assert isinstance(listed, sheets.CheckSheet)
    needed = {group.title: [task.text for task in group.tasks] for group in listed.groups}
    assert needed["Frokost"] == ["Frokost, bestilt med hensyn til, hvad de kan spise."]
    assert ["Kaffe, te og noget at spise."] in [[task.text for task in group.tasks] for group in listed.groups]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_bring_list_has_every_numbered_sheet_at_its_hour(name: str) -> None:
    listed = held(pack(name), "bring-list").holds

    assert isinstance(listed, sheets.CheckSheet)
    assert len(re.findall(r"\bH\d+\b|\bEV\b", " ".join(group.when for group in listed.groups))) == 15


def test_the_one_who_leads_has_a_sheet_of_every_exercise_in_which_they_are_the_third() -> None:
    listed = print_list(pack("fjordene"))

    assert [listed[sheet] for sheet in ("H2", "H6", "H7", "H8", "H9")] == [3] * 5


@pytest.mark.parametrize(("name", "mentors"), [("nordby", 3), ("minimal", 1), ("fjordene", 2)])
def test_each_sheet_is_printed_for_the_mentors_and_mostly_for_the_one_who_leads(name: str, mentors: int) -> None:
    listed = print_list(pack(name))
    counted = {listed[sheet.strong] for sheet in pack(name).sheets if sheet.id.startswith("handout-")}

    assert counted == {mentors, mentors + 1}


@pytest.mark.parametrize(("name", "seen"), [("nordby", False), ("minimal", True)])
def test_one_or_two_mentors_have_a_version_of_every_block(name: str, seen: bool) -> None:
    few = [any(aside.title in ("Med én eller to mentorer",) for aside in script.side) for script in scripts(pack(name))]

    assert few == [seen] * 9


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_what_stands_beside_the_script_does_not_begin_by_saying_its_heading_again(name: str) -> None:
    asides = [aside for sheet in pack(name).sheets if isinstance(sheet.holds, sheets.Script) for aside in sheet.holds.side]

    assert asides
    assert [aside.text_md for aside in asides if aside.text_md.startswith(aside.title)] == []


@pytest.mark.parametrize(("hours", "laid"), [(3, False), (3.1, False), (3.25, True), (3.5, True), (4, True), (6, True)])
def test_cards_that_a_day_has_no_time_for_are_not_asked_for(tmp_path: Path, hours: float, laid: bool) -> None:
    made, title = made_of(lasting(tmp_path, hours)), "Opgavekort til Det praktiske"
    listed = held(made, "print-list").holds
    brought = held(made, "bring-list").holds
    beside = held(made, "script-practice").holds

    assert isinstance(listed, sheets.Table)
    assert isinstance(brought, sheets.CheckSheet)
    assert isinstance(beside, sheets.Script)
    assert {
        "cut": any(sheet.id == "cards-task-cards" for sheet in made.sheets),
        "printed": any(row[0] == title for row in listed.rows),
        "brought": any(title in task.text for group in brought.groups for task in group.tasks),
        "needed": any(title in aside.text_md for aside in beside.side),
        "told": any("Læg kortene" in step.do_md for step in steps(beside)),
        "table brought": any(task.text.startswith("Et bord ved væggen") for group in brought.groups for task in group.tasks),
        "table needed": any("Et bord ved væggen" in aside.text_md for aside in beside.side),
    } == dict.fromkeys(("cut", "printed", "brought", "needed", "told", "table brought", "table needed"), laid)
    assert [task.text for group in brought.groups for task in group.tasks if re.search(r"kortene|\b[Ee]t bord\b|\btusch\b", task.text)] == (
        ["Et bord ved væggen, eller to, hvis I er flere end seks.", "Et stort ark papir og en tusch til hvert bord."] if laid else []
    )


@pytest.mark.parametrize("groups", [1, 2, 12])
@pytest.mark.parametrize("hours", HOURS)
def test_the_focus_round_is_as_long_in_the_script_as_on_its_card(tmp_path: Path, hours: float, groups: int) -> None:
    head, *rest = FEW.replace("HOURS", str(hours)).split("  - {name: Hold")
    twelve = TWELVE.split("  - {name: Hold")[1:]
    whole = made_of(known(tmp_path, "  - {name: Hold".join([head, *(rest + twelve[2:])[:groups]])))
    script, card = held(whole, "script-focus-round").holds, held(whole, "handout-h9").holds

    assert isinstance(script, sheets.Script)
    assert isinstance(card, sheets.Handout)
    played = next(part for part in script.parts if part.title == "Rollespil")
    assert [step.minutes for step in played.steps] == [step.minutes for step in card.steps]
    assert sum(step.minutes for step in card.steps) == 20


def test_a_slide_asks_for_no_cards_in_a_day_that_reads_the_key(tmp_path: Path) -> None:
    small = held(made_of(lasting(tmp_path, 3)), "slides").holds

    assert isinstance(small, sheets.SlidesSmall)
    shown = [line.title for slide in small.slides for line in slide.lines] + [slide.say for slide in small.slides]
    assert [words for words in shown if re.search(r"\bkort(et|ene)?\b", words)] == []


def test_nothing_is_packed_twice() -> None:
    listed = held(pack("nordby"), "bring-list").holds

    assert isinstance(listed, sheets.CheckSheet)
    tasks = [task.text for group in listed.groups for task in group.tasks]
    assert len(tasks) == len(set(tasks))
    assert [task for task in tasks if not task[:1].isupper()] == []


def site_table(page: str) -> list[tuple[int, int, str]]:
    """When, how long and what: the rows of the agenda on a page of the site."""
    rows = re.findall(r'gm-t">([\d.:]+)</td><th scope="row"><b>(.*?)</b>.*?gm-min">(\d+)<', page)
    return [(minute(start), int(minutes), html.unescape(title)) for start, title, minutes in rows]


def minute(told: str) -> int:
    """8.30, 8:30 and 08:30:00 as the minute of the day."""
    hours, minutes = re.split("[.:]", told)[:2]
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_a_list_that_opens_a_chapter_is_not_set_as_its_lead(name: str) -> None:
    """What to do before the day was set larger than all below it, and ran on to a page of its own."""
    first = next(sheet.holds for sheet in pack(name).sheets if isinstance(sheet.holds, sheets.Prose))

    assert (first.lead_md, first.body_md.startswith("/// check")) == ("", True)


@pytest.mark.parametrize("groups", [1, 2, 12])
@pytest.mark.parametrize("hours", HOURS)
def test_what_cutting_short_gives_is_counted_from_the_clock_of_this_day(tmp_path: Path, hours: float, groups: int) -> None:
    """Three dilemmas of four minutes, two rounds of three; one mentor has two rounds to begin with, and nothing to save there."""
    whole = made_of(of_groups(tmp_path, hours, groups))
    slips = next(sheet.holds for sheet in whole.sheets if isinstance(sheet.holds, sheets.Prose)).body_md
    dilemmas = next(step.minutes for step in script_steps(whole, "mentor-role") if "De næste dilemmaer" in step.do_md) - 2 * 4
    asking = script_steps(whole, "asking")
    third = next(place for place, step in enumerate(asking) if "Tredje runde" in step.do_md)
    rounds = sum(step.minutes for step in asking[third : third + 2])

    assert short_of(whole, "mentor-role").endswith(f"Det sparer {dilemmas} minutter.")
    assert f"Tag kun dilemma 1, 4 og 5. Det sparer {dilemmas} minutter. |" in slips
    if groups == 1:
        assert "to runder i stedet" not in short_of(whole, "asking") + slips
        assert "Spring H10 over. Det sparer" in slips
    else:
        assert short_of(whole, "asking").endswith(f"Det sparer {rounds} minutter.")
        assert f"Tag to runder i stedet for tre. Det sparer {rounds} minutter. Er det ikke nok, så spring H10 over. Det sparer " in slips


@pytest.mark.parametrize("hours", HOURS)
def test_no_sheet_of_a_day_asks_whether_the_cards_are_laid(tmp_path: Path, hours: float) -> None:
    whole = made_of(of_groups(tmp_path, hours, 3))
    laid = any("Læg kortene" in step.do_md for step in script_steps(whole, "practice"))
    key = held(whole, "handout-h4").holds

    assert isinstance(key, sheets.Prose | sheets.Handout)
    script = held(whole, "script-practice").holds
    assert isinstance(script, sheets.Script)
    said = f"{key.lead_md} {key.body_md} {short_of(whole, 'practice')} {script.snags[0].happens}"
    told = ("kort, I var uenige om", "kortets nummer", "ti kort", "det samme kort", "kryds ved to linjer", "opgavens nummer")
    assert [words in said for words in told] == [laid, laid, laid, laid, not laid, not laid]
    assert held(whole, "handout-h4").title == "Hvem gør hvad? Nøglen til de 18 opgaver"


@pytest.mark.parametrize(("wish", "held_at_all", "midway"), [
    ("{}", True, True),
    ("{after: false}", True, False),
    ("{before: false, after: false}", False, False),
])  # fmt: skip
@pytest.mark.parametrize("hours", [3, 4, 6])
def test_the_day_speaks_of_mentor_meetings_where_they_are_held(
    tmp_path: Path, hours: int, wish: str, held_at_all: bool, midway: bool
) -> None:
    text = FEW.replace("HOURS", str(hours)).replace("groups:", f"  mentor_meetings: {wish}\ngroups:")
    whole = made_of(known(tmp_path, text))
    told = {sheet.id for sheet in whole.sheets if re.search(r"[Mm]entormøde(t|rne)\b", repr(sheet))}
    script = {"handout-h3", "handout-h4", "handout-h12", "day", "script-practice", "script-mentor-role", "script-mentor-group", "slides"}

    assert told & script == ((script if midway else script - {"slides"}) if held_at_all else set())
    assert ("Tag dem med til mødet midtvejs" in repr(held(whole, "script-mentor-group"))) is midway


@pytest.mark.parametrize(("hours", "long"), [(3, False), (4, False), (5, False), (5.5, True), (6, True)])
def test_a_day_of_six_hours_is_nowhere_half_a_day(tmp_path: Path, hours: float, long: bool) -> None:
    here = lasting(tmp_path, hours)
    whole = here.source.organisation
    book = compose.book(whole, here.programme, here.library, voice("da"))
    said = {page.id: page.markdown for page in book.pages if page.id != "glossary"}
    letters = compose.letters(whole, here.programme, here.library, voice("da"))
    packs = [pack for pack in compose.packs(whole, here.programme, here.library, voice("da")) if pack.name in ("seminar-pack", "slides")]

    assert ("Sæt en hel dag af" in said["seminar"]) is ("Sæt en halv dag af" not in said["seminar"]) is long
    assert len(packs) == 2
    assert re.findall(r"[Hh]alvdagss\w+", repr((said, packs, letters))) == []


def test_whom_to_ring_has_the_coordinators_number_or_room_for_it(tmp_path: Path) -> None:
    without, given = made_of(lasting(tmp_path, 4)), pack("nordby")

    assert [
        next(sheet.holds for sheet in made.sheets if isinstance(sheet.holds, sheets.Prose)).body_md.count(line)
        for made, line in ((without, "Tovholder: HR, telefon |"), (given, "Tovholder: HR og Udvikling, telefon +45 70 00 00 00 |"))
    ] == [1, 1]


def of_groups(folder: Path, hours: float, groups: int) -> Known:
    """So many groups with a mentor each, and a seminar of so many hours."""
    head, *rest = FEW.replace("HOURS", str(hours)).split("  - {name: Hold")
    return known(folder, "  - {name: Hold".join([head, *(rest + TWELVE.split("  - {name: Hold")[3:])[:groups]]))


def script_steps(whole: Pack, block: str) -> list[sheets.Step]:
    script = held(whole, f"script-{block}").holds
    assert isinstance(script, sheets.Script)
    return [step for part in script.parts for step in part.steps]


def short_of(whole: Pack, block: str) -> str:
    script = held(whole, f"script-{block}").holds
    assert isinstance(script, sheets.Script)
    return next(aside.text_md for aside in script.side if aside.title == "Er tiden knap")


@pytest.mark.parametrize(
    ("hours", "said"),
    [("", "33 timer i alt: seminaret"), (", budget: {mentor_preparation_hours: {aspiring-leaders: 4}}", "41 timer i alt: seminaret")],
)
def test_the_date_plan_counts_a_mentors_hours_as_the_budget_does(tmp_path: Path, hours: str, said: str) -> None:
    here = known(tmp_path, LEAST.replace("Ledelsesgrundlag}", f"Ledelsesgrundlag{hours}}}"))
    given = held(made_of(here), "handout-h3").holds

    assert isinstance(given, sheets.Handout)
    assert f"Regn med {here.programme.budget.groups[0].hours_per_mentor:g} timer i alt" in given.body_md
    assert said in given.body_md


def test_mentors_of_unlike_groups_read_from_and_to(tmp_path: Path) -> None:
    given = held(made_of(lasting(tmp_path, 4)), "handout-h3").holds

    assert isinstance(given, sheets.Handout)
    assert "timer i alt, alt efter dit hold: seminaret, møderne, mentormøderne og din egen forberedelse" in given.body_md


def test_the_date_plan_begins_with_the_day_it_is_given_out_and_says_who_meets_beside_a_group() -> None:
    """It listed the survey of the week before, and neither when to agree times for the conversations nor their last day."""
    given, apart = (next(sheet.holds for sheet in pack(name).sheets if sheet.id == "handout-h3") for name in ("nordby", "minimal"))

    assert isinstance(given, sheets.Handout)
    assert isinstance(apart, sheets.Handout)
    days = re.findall(r'datetime="([\d-]+)"', given.body_md)
    assert days[0] == min(days) == "2027-01-20"
    assert "sæt tider af til de individuelle samtaler" in given.body_md
    assert "sidste dag for individuelle samtaler" in given.body_md
    assert "De andre mentorer er velkomne" in given.body_md
    assert "De andre mentorer er velkomne" not in apart.body_md  # one group's mentors always meet together


def test_the_date_plan_gives_the_end_survey_no_clock_and_says_which_group_ends_with_conversations() -> None:
    """It gave the minute at which the meeting ends; the survey is one of its items."""
    given, alone = (next(sheet.holds for sheet in pack(name).sheets if sheet.id == "handout-h3") for name in ("nordby", "minimal"))

    assert isinstance(given, sheets.Handout)
    assert isinstance(alone, sheets.Handout)
    rows = [row for row in re.findall(r"<tr.*?</tr>", given.body_md, re.DOTALL) if "slutmåling på sidste møde" in row]
    assert rows
    assert [row for row in rows if re.search(r"\d\d\.\d\d", row)] == []
    assert "Samtalerne til sidst er for Lederaspiranter, hold A. Resten slutter med et møde." in " ".join(given.body_md.split())
    assert "Resten slutter med et møde" not in alone.body_md
