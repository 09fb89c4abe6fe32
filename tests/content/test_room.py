"""What is used in the room: the seminar's script and papers, agendas, guides, the question bank and assignments."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import composed, written
from tests.helpers import library
from tests.prose.measure import sentences
from tests.written import LANGUAGES

LENGTHS = (180, 240, 360)
FOR_SIX = 180  # minutes of a group meeting's agenda with six mentees
MOST_SHARED = 0.2  # of a guide's sentences
SHORTEST = 4  # words; shorter ones (»Pause.«) say nothing of sharing
GUIDES = sorted(
    {piece.name.split("/")[1] for piece in written.blocks() if piece.name.startswith("group-meetings/") and piece.name.count("/") == 2}
    - {"shared"}
)
ASKED = yaml.safe_load((Path(__file__).parent / "room.yaml").read_text(encoding="utf-8"))
QUESTIONS = [(who, question) for who, questions in ASKED.items() for question in questions]
RICH = ("if-it-happens", "open-and-close", "questions", "online")  # what the sample guide is laid beside
ROOM_ONLY = {
    "da": re.compile(
        r"\b(?:dør|døren|gulvet|stol|stole|stolen|stolene|bord|bordet|kaffen?|reb(?:et)?|kuvert|kuverten|kuverter|spørgeskemaerne"
        r"|Tegningerne\*\* tager)\b"
    ),
    "en": re.compile(r"\b(?:doors?|floor|chairs?|tables?|coffee|rope|envelopes?|survey forms|drawings\*\* go home)\b"),
}
HONEST = {  # a door at home, and the word that desire gets
    "da": re.compile("en lukket dør"),
    "en": re.compile("a closed door|desire gets the floor|<table.*|</table>"),
}
MEETINGS = [agenda for agenda in library().agendas.values() if agenda.meeting]


@pytest.mark.parametrize("length", LENGTHS)
def test_the_seminars_blocks_fill_its_length(length: int) -> None:
    assert sum(block.minutes.get(length, 0) for block in library().seminar) == length


@pytest.mark.parametrize("block", [block for block in library().seminar if not block.pause], ids=lambda block: block.id)
def test_the_steps_of_a_seminar_block_fill_it(block: written.Any) -> None:
    steps = {length: sum(step.minutes.get(length, 0) for part in block.parts for step in part.steps) for length in block.minutes}

    assert steps == dict(block.minutes)


@pytest.mark.parametrize("block", [block for block in library().seminar if not block.pause], ids=lambda block: block.id)
def test_a_seminar_block_has_all_its_seven_parts(block: written.Any) -> None:
    spoken = [step for part in block.parts for step in part.steps if step.say]

    assert all((block.purpose, block.parts, spoken, block.materials, block.short, block.snags, block.page, block.few_mentors))


def test_every_paper_that_a_script_names_exists() -> None:
    handouts, sets = {handout.id for handout in library().handouts}, {entry["id"] for entry in written.data("cards.yaml")["sets"]}

    assert {name for block in library().seminar for name in block.handouts} - handouts == set()
    assert {name for block in library().seminar for name in block.cut} - sets == set()


def test_every_handout_and_card_is_handed_out_by_a_script() -> None:
    handouts, sets = {handout.id for handout in library().handouts}, {entry["id"] for entry in written.data("cards.yaml")["sets"]}

    assert handouts - {name for block in library().seminar for name in block.handouts} == set()
    assert sets - {name for block in library().seminar for name in block.cut} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_that_is_not_in_the_pack_is_told_where_to_find(language: str) -> None:
    """H12 named the group agreement and H13 five forms; no form is in the seminar's pack."""
    guide = {
        part.options["form"]
        for pack in library().outline.packs
        if pack.name == "mentor-guide-{group}"
        for part in pack.parts
        if part.make == "form"
    }
    pack = next(pack for pack in library().outline.packs if pack.name == "seminar-pack")
    told = {piece.name: piece.said(language) for piece in written.pieces() if piece.name.startswith(("handouts/", "seminar/", "cards/"))}
    named = {
        name: {form.id for form in library().forms if form.title.said_in(language) in words or f"#form-{form.id})" in words}
        for name, words in told.items()
    }
    in_the_guide = {"da": "bagest i mentorguiden", "en": "at the back of the mentor guide"}[language]

    assert "form" not in {part.make for part in pack.parts}
    assert {name for name, forms in named.items() if forms} >= {"handouts/h12-agreement", "handouts/h13-data-sheet"}
    for name, forms in named.items():
        assert not forms - guide or "(@forms)" in told[name], name
        assert not forms & guide or in_the_guide in told[name], name


def test_every_handout_has_its_words() -> None:
    assert [handout.id for handout in library().handouts if handout.block not in library().blocks] == []


def test_every_slide_and_card_belongs_to_a_block_of_the_day() -> None:
    blocks = {block.id for block in library().seminar}

    assert {slide["block"] for slide in written.data("slides.yaml")["slides"]} - blocks == set()
    assert {entry["block"] for entry in written.data("cards.yaml")["sets"]} - blocks == set()


@pytest.mark.parametrize("agenda", MEETINGS, ids=lambda agenda: agenda.id)
def test_an_agenda_fills_three_hours_with_six(agenda: written.Any) -> None:
    counted = {"mentee": 6, "first-half": 3, "second-half": 3}

    assert sum(item.wished + item.each * counted[item.per] for item in agenda.items) == FOR_SIX


@pytest.mark.parametrize("agenda", library().agendas.values(), ids=lambda agenda: agenda.id)
def test_no_item_wishes_for_less_than_its_least(agenda: written.Any) -> None:
    assert [
        item.id for item in agenda.items if item.least > item.wished or item.least_each > item.each or (item.most or 999) < item.wished
    ] == []


@pytest.mark.parametrize("agenda", MEETINGS, ids=lambda agenda: agenda.id)
def test_a_round_counts_its_people(agenda: written.Any) -> None:
    assert [item.id for item in agenda.items if re.match("Runde|Fokusrunder", item.title.said_in("da")) and not item.each] == []


@pytest.mark.parametrize("agenda", MEETINGS, ids=lambda agenda: agenda.id)
def test_every_agenda_has_its_guide(agenda: written.Any) -> None:
    assert agenda.id in GUIDES


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_has_all_its_parts(guide: str) -> None:
    parts = {name.rsplit("/", 1)[1] for name in library().blocks if name.startswith(f"group-meetings/{guide}/")}

    assert {"lead", "before", "open-and-close", "questions", "exercise", "if-it-happens", "after"} - parts == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_says_what_is_asked_without_names_before_they_leave(guide: str, language: str) -> None:
    """The three short questions after every meeting; at the last one the survey, which is part of the agenda."""
    danish, english = "de tre korte spørgsmål, uden navn til tovholderen", "the three short questions, without names to the coordinator"
    handed_out = {"da": danish, "en": english}[language]
    handed_on = {"da": "[de korte svar]", "en": "[the short answers]"}[language]
    asked = not guide.endswith(("-4", "-last"))

    for meets in ("online", "in-person"):
        said = composed.guide(guide, language, meets)
        assert (handed_out in said.lower(), handed_on in said) == (asked, asked), meets


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guide", GUIDES)
def test_what_one_is_told_to_read_first_is_called_so_in_every_guide(guide: str, language: str) -> None:
    told = re.findall(r"\*(.+?)\*", library().blocks["group-meetings/use-a-guide"].body.said_in(language))

    assert told == [library().blocks[f"group-meetings/{guide}/if-it-happens"].title.said_in(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_forms_calls_each_by_its_name_and_leads_to_it(language: str) -> None:
    told = re.findall(r"\[([^]]+)\]\(@forms#form-([\w-]+)\)", library().blocks["organisation/forms"].body.said_in(language))

    assert sorted(told) == sorted((form.title.said_in(language), form.id) for form in library().forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_guides_share_more_than_a_fifth_of_their_sentences(language: str) -> None:
    said = {guide: _said(guide, language) for guide in GUIDES}
    shares = {pair: len(said[pair[0]] & said[pair[1]]) / min(map(len, (said[pair[0]], said[pair[1]]))) for pair in combinations(GUIDES, 2)}

    assert {pair: round(share, 2) for pair, share in shares.items() if share > MOST_SHARED} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_as_rich_as_the_first_sample(guide: str, language: str) -> None:
    """The sample has six things that happen, three sentences to say and a list of questions to choose from."""
    said = {part: library().blocks[f"group-meetings/{guide}/{part}"].body.said_in(language) for part in RICH}
    happens = [line for line in said["if-it-happens"].splitlines() if line.startswith("|")][2:]

    assert len(happens) >= 6
    assert said["open-and-close"].count("/// say") >= 3
    assert len(re.findall(r"^\d\. ", said["questions"], re.MULTILINE)) >= 5
    assert {"group.online", "group.hybrid"} <= set(re.findall(r"if (group\.\w+)", said["online"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_for_the_screen_has_nothing_that_only_a_room_has(guide: str, language: str) -> None:
    screen, room = (composed.guide(guide, language, meets) for meets in ("online", "in-person"))

    assert ROOM_ONLY[language].findall(HONEST[language].sub("", screen)) == []
    assert ROOM_ONLY[language].findall(room)  # so the list above is one that guides for a room do use


@pytest.mark.parametrize(("language", "midway"), [("da", "midtvejs"), ("en", "midway")])
def test_script_and_slide_say_at_which_meeting_the_promises_are_read_out(language: str, midway: str) -> None:
    block = next(block for block in library().seminar if block.id == "mentor-group")
    steps = [step.do.said_in(language) for part in block.parts for step in part.steps]
    notes = next(slide.notes.said_in(language) for slide in library().slides if slide.id == "one-thing")

    assert any(midway in step for step in steps)
    assert midway in notes
    assert "seminar" in library().agendas["mentor-meeting-midway"].items[0].title.said_in(language)


@pytest.mark.parametrize(("language", "calendar"), [("da", "kalender"), ("en", "calendar")])
def test_what_the_mentors_must_bring_stands_in_their_reminder(language: str, calendar: str) -> None:
    block = next(block for block in library().seminar if block.id == "practice")
    letter = next(letter for letter in library().letters if letter.id == "seminar-reminder")

    assert block.materials
    assert calendar in block.materials.said_in(language)
    assert calendar in letter.body.said_in(language)


def test_eighteen_task_cards_have_a_key_and_three_are_traps() -> None:
    cards = next(entry["cards"] for entry in written.data("cards.yaml")["sets"] if entry["id"] == "task-cards")

    assert len(cards) == 18
    assert [card["id"] for card in cards if not card.get("key")] == []
    assert [card["id"] for card in cards if card.get("trap")] == ["task-6", "task-11", "task-16"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_six_dilemmas_is_discussed(language: str) -> None:
    said = library().blocks["handouts/h6-dilemmas"].body.said_in(language)

    assert re.findall(r"^### (\d)\.", said, re.MULTILINE) == list("123456")
    assert re.findall(r"^\*\*(\d)\.", said, re.MULTILINE) == list("123456")


def test_the_bank_holds_sixty_questions_each_with_its_moment() -> None:
    questions = written.data("questions.yaml")["questions"]

    assert len(questions) >= 60
    assert [
        question["id"] for question in questions if not all(question.get(key) for key in ("phase", "theme", "tone", "words", "not_when"))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_stands_twice_in_the_bank(language: str) -> None:
    said = [question["words"][language] for question in written.data("questions.yaml")["questions"]]

    assert sorted(question for question in set(said) if said.count(question) > 1) == []


@pytest.mark.parametrize("assignment", library().assignments.values(), ids=lambda assignment: assignment.id)
def test_every_assignment_has_two_answers_to_practise_on(assignment: written.Any) -> None:
    assert len(assignment.samples) >= 2
    assert [
        sample.name.said_in("da")
        for sample in assignment.samples
        if len(sample.answers) != len(assignment.questions) and assignment.kind == "written"
    ] == []


@pytest.mark.parametrize("assignment", library().assignments.values(), ids=lambda assignment: assignment.id)
def test_an_answer_ends_with_the_line_that_a_written_homework_asks_for(assignment: written.Any) -> None:
    asked = {
        "da": "Slut med én linje: Sådan var opgaven for mig." in assignment.intro.said_in("da"),
        "en": "End with one line: what this homework was like for me." in assignment.intro.said_in("en"),
    }

    assert asked == dict.fromkeys(LANGUAGES, assignment.kind == "written")
    assert [sample.name.said_in("da") for sample in assignment.samples if bool(sample.last_line) != asked["da"]] == []


@pytest.mark.parametrize("assignment", library().assignments.values(), ids=lambda assignment: assignment.id)
def test_an_answer_is_told_to_be_fiction_and_names_nobody_in_full(assignment: written.Any) -> None:
    people = [sample.name.said_in("da") for sample in assignment.samples]

    assert [name for name in people if len(name.split()) > 1] == []


# --- what there is to read

WORK = re.compile(  # author (year): *book*, publisher; or author (year): »article«, *journal*, volume(issue)
    r"[\w.,& -]+ \(\d{4}\): (?:\*[^*]+\*, [\w, -]+|[»‘].+?[«’](?: \(in Danish\))?, \*[^*]+\*, \d+(?:\(\d+\))?)(?=[. ]|$)"
)
OWN_PUBLISHER = "Ledelseskommissionen"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("block", ["reading-aspiring", "reading-acting", "reading-mentors", "models-aspiring"])
def test_a_work_to_read_can_be_found_by_author_year_and_publisher_or_issue(block: str, language: str) -> None:
    lines = library().blocks[f"homework/{block}"].body.said_in(language).splitlines()
    named = [line.removeprefix("- ") for line in lines if line.startswith("- ")] or [
        cell for line in lines[2:] if line.startswith("|") for cell in line.split("|")[4].strip().split(". ")
    ]

    assert len(named) >= 4
    assert [work for work in named if not WORK.match(work) and not work.startswith(OWN_PUBLISHER)] == []


# --- what people ask in the room


def test_those_in_the_room_ask_so_many_questions() -> None:
    asked = {who: len(questions) for who, questions in ASKED.items()}

    assert asked == {"seminar": 20, "mentor": 20, "mentee": 15, "paper": 111, "guides": 22, "alone": 20}
    assert len({question["asks"] for _, question in QUESTIONS}) == 208


@pytest.mark.parametrize(("language", "words"), [("da", "words"), ("en", "english")])
@pytest.mark.parametrize("question", [question for _, question in QUESTIONS], ids=lambda question: question["asks"])
def test_a_question_has_its_answer_where_one_looks_at_that_moment(question: dict[str, Any], language: str, words: str) -> None:
    there = _place(question, language)

    assert [said for said in question[words] if said not in there] == []


def _place(question: dict[str, Any], language: str) -> str:
    """What stands in the place that a question names, with its spaces single."""
    if "pack" in question:
        pack = next(pack for pack in composed.packs("nordby", language) if pack.name == question["pack"])
        sheet = next(sheet for sheet in pack.sheets if sheet.id == question["sheet"])
        return " ".join(" ".join(_strings(sheet.holds)).split())
    page = next(page for page in composed.book("nordby", language).pages if page.id == question["page"])
    return " ".join(_section(page.markdown, page.following.words if page.following else "", question["section"]).split())


def _strings(value: object) -> Iterator[str]:
    """Every string that a sheet holds, in its order."""
    match value:
        case str():
            yield value
        case tuple():
            yield from (words for entry in value for words in _strings(entry))
        case _ if is_dataclass(value):
            yield from (words for field in fields(value) for words in _strings(getattr(value, field.name)))


def _section(markdown: str, following: str, section: str) -> str:
    if section == "next":
        return following
    if section == "agenda":
        return re.sub(r"<[^>]+>", "", re.findall(r'<table class="gm-agenda">.*?</table>', markdown, re.DOTALL)[0])
    parts = re.split(r"^## ", markdown, flags=re.MULTILINE)
    return parts[0] if section == "top" else next((part for part in parts if f"{{ #{section} }}" in part.partition("\n")[0]), "")


def _said(guide: str, language: str) -> set[str]:
    pieces = [piece for piece in written.blocks() if piece.name.startswith(f"group-meetings/{guide}/")]
    lines = (line.strip() for piece in pieces for cell in written.plain(piece.said(language)).splitlines() for line in cell.split("  "))
    return {sentence for line in lines for sentence in sentences(line, language) if len(sentence.split()) >= SHORTEST}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handout_about_the_agreement_lists_its_points(language: str) -> None:
    """»Dit eget ark må du gerne fotografere« stood in the promise of confidentiality and in neither of these."""
    form = next(form for form in library().forms if form.id == "group-agreement")
    ticked = [field.label.said_in(language) for field in form.fields if field.kind == "check"]
    listed = library().blocks["handouts/h12-agreement"].body.said_in(language).split("###")[1]
    points = re.findall(r"^\d+\. (.+)$", listed, re.MULTILINE)

    assert len(points) == len(ticked)
    assert all(point.startswith(label) for point, label in zip(points, ticked, strict=True))


@pytest.mark.parametrize(("language", "when"), [("da", "anden gang i træk"), ("en", "the second time in a row")])
def test_the_coordinator_rings_when_the_table_of_whom_to_ring_says(language: str, when: str) -> None:
    said = {piece.name: piece.said(language) for piece in written.pieces()}

    assert all(when in said[name] for name in ("handouts/h4-task-key", "cards/task-cards", "organisation/absence-rules"))


@pytest.mark.parametrize(("language", "left"), [("da", "næste møde, eller er der ikke flere"), ("en", "meeting, or there are no more")])
def test_two_who_fall_out_at_the_last_meeting_are_thought_of_wherever_it_is_told(language: str, left: str) -> None:
    said = {piece.name: piece.said(language) for piece in written.pieces()}

    assert all(left in said[name] for name in ("risks/conflict-in-group", "seminar/whom-to-ring"))


@pytest.mark.parametrize(("language", "half"), [("da", "chikaneret(?! eller krænket)"), ("en", "harassed(?! or abused)")])
def test_the_third_limit_of_confidentiality_is_told_whole(language: str, half: str) -> None:
    """»Hvis nogen bliver chikaneret« was all that two guides said of it."""
    assert [piece.name for piece in written.pieces() if re.search(half, piece.said(language))] == []


@pytest.mark.parametrize(("language", "goes"), [("da", "går du ud som mentor"), ("en", "you step down as mentor")])
def test_a_mentor_who_appoints_goes_and_the_mentee_stays(language: str, goes: str) -> None:
    """»Eller også får deltageren en anden mentor«: with a group of their own there is none to get."""
    said = {piece.name: piece.said(language) for piece in written.pieces()}

    assert all(goes in said[name] for name in ("handouts/h6-dilemmas", "organisation/faq-mentor"))


@pytest.mark.parametrize("meets", ["in-person", "online"])
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_in_english_calls_those_in_the_group_mentees(guide: str, meets: str) -> None:
    """Participants are those of the pilot."""
    assert "participant" not in composed.guide(guide, "en", meets).casefold()


@pytest.mark.parametrize("block", ["handouts/h1-mandate", "organisation/faq-mentor", "closing/conversations"])
def test_what_a_mentor_reads_beside_the_guides_calls_them_mentees_too(block: str) -> None:
    said = [line for line in library().blocks[block].body.said_in("en").splitlines() if "pilot" not in line]

    assert "mentee" in "\n".join(said)
    assert "participant" not in "\n".join(said).casefold()
