"""Each group's own packs: the mentor's guide with its spreads, and the mentees' workbook with room to write."""

import re

import pytest

from kit.compose.packs import chapters, written
from kit.model import sheets
from kit.model.book import Pack
from tests import composed
from tests.helpers import example, library

LANGUAGES = ("da", "en")


def pack(name: str, organisation: str = "nordby", language: str = "da") -> Pack:
    return next(pack for pack in composed.packs(organisation, language) if pack.name == name)


def agendas(whole: Pack) -> list[sheets.Agenda]:
    return [sheet.holds for sheet in whole.sheets if isinstance(sheet.holds, sheets.Agenda)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_has_a_guide_and_a_workbook(language: str) -> None:
    names = {pack.name for pack in composed.packs("nordby", language)}

    assert {f"{kind}-{group.id}" for group in example("nordby").programme.groups for kind in ("mentor-guide", "mentee-workbook")} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_has_a_spread_for_each_of_its_meetings(language: str) -> None:
    for group in example("nordby").programme.groups:
        found = agendas(pack(f"mentor-guide-{group.id}", language=language))

        assert [agenda.number for agenda in found] == [str(meeting.number) for meeting in group.meetings]
        assert [sum(row.minutes for row in agenda.rows) for agenda in found] == [meeting.agenda.minutes for meeting in group.meetings]


@pytest.mark.parametrize(("organisation", "language"), [("nordby", "da"), ("nordby", "en"), ("fjordene", "en")])
def test_every_sheet_that_a_guide_hands_out_lies_in_its_pack(organisation: str, language: str) -> None:
    pages = {page.id: page.markdown for page in composed.book(organisation, language).pages}
    for group in example(organisation).programme.groups:
        told = "".join(pages[f"groups/{group.id}/meeting-{meeting.number}"] for meeting in group.meetings)
        named = set(re.findall(r"\bform-[a-z-]+", told))

        assert named >= {"form-group-agreement", "form-confidentiality", "form-pulse"}
        assert named <= {sheet.id for sheet in pack(f"mentor-guide-{group.id}", organisation, language).sheets}


def test_two_mentors_read_beside_each_agenda_that_one_leads() -> None:
    found = agendas(pack("mentor-guide-fjord-group", "fjordene", "en"))

    assert len(found) == 4
    assert all("There are two of you: agree who leads" in agenda.body_md for agenda in found)


def test_a_cover_shows_the_meetings_and_the_conversations() -> None:
    cover = pack("mentor-guide-hold-a").sheets[0].holds

    assert isinstance(cover, sheets.Cover)
    assert [(station.number, station.when, station.days > 0) for station in cover.stations] == [
        ("1", "Torsdag den 4. februar", False),
        ("2", "Torsdag den 4. marts", False),
        ("3", "Torsdag den 1. april", False),
        ("", "12.–22. april", True),
    ]


def dates_of(name: str) -> list[str]:
    return [what for sheet in pack(name).sheets if isinstance(sheet.holds, sheets.Table) for _, what, _ in sheet.holds.rows]


def test_a_mentor_has_no_date_where_others_meet() -> None:
    """Nordby's last round parts: the mentors of hold B and of the women meet on days of their own."""
    found = [what for group in ("kvinder", "hold-a", "hold-b") for what in dates_of(f"mentor-guide-{group}")]

    assert "Mentormøde før 4. runde" in found
    assert not [what for what in found if ":" in what]


def test_who_hands_in_nothing_has_nothing_deleted() -> None:
    deleted = [name for name in ("kvinder", "hold-a") if "Alt det skrevne slettes" in dates_of(f"mentee-workbook-{name}")]

    assert deleted == ["hold-a"]


def test_each_survey_stands_among_the_dates_of_who_answers_it() -> None:
    assert "Startmåling for mentorer, fire korte spørgsmål" in dates_of("mentor-guide-hold-b")
    assert "Startmåling, fem korte spørgsmål" in dates_of("mentee-workbook-hold-b")


def test_what_is_filled_in_at_a_meeting_has_no_clock_of_its_own() -> None:
    rows = [row for sheet in pack("mentor-guide-hold-a").sheets if isinstance(sheet.holds, sheets.Table) for row in sheet.holds.rows]

    assert [where for _, what, where in rows if what == "Slutmåling på sidste møde"] == ["Torsdag"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["mentor-guide-hold-a", "mentor-guide-kvinder"])
def test_whom_to_ring_has_its_own_line_in_the_contents(name: str, language: str) -> None:
    sheet = next(sheet for sheet in pack(name, language=language).sheets if sheet.id == "difficult-moments")
    ((anchor, heading),) = sheet.sections

    assert isinstance(sheet.holds, sheets.Prose)
    assert re.search(rf"## {re.escape(heading)} {{ #{anchor} ", sheet.holds.body_md)


def test_written_homework_has_deadline_reader_and_lines() -> None:
    first = next(sheet for sheet in pack("mentee-workbook-hold-a").sheets if sheet.id == "homework-aspiring-1")

    assert isinstance(first.holds, sheets.Form)
    assert next(fact.words for fact in first.holds.facts) == "Mandag den 1. marts kl. 12.00 til din mentor på mail"
    *questions, last, doubt = first.holds.fields
    assert isinstance(doubt, sheets.Words)
    assert all(isinstance(field, sheets.Lines) and field.lines >= 2 for field in questions)
    assert isinstance(last, sheets.Short)
    assert last.ask == "Sådan var opgaven for mig"
    assert first.holds.fillable


@pytest.mark.parametrize(
    ("language", "written", "carried"),
    [
        (
            "da",
            ("lad feltet stå tomt", "Et opdigtet svar begyndte sådan (", "dit eget ark", "så snart du ved det", "send svaret alligevel"),
            ("Et opdigtet svar begyndte sådan (", "Har du ikke tænkt over dem?", "Skriv til din mentor"),
        ),
        (
            "en",
            (
                "leave the space empty",
                "A fictional answer began like this (",
                "your own sheet",
                "as soon as you know",
                "send your answer all the same",
            ),
            ("A fictional answer began like this (", "Haven’t given them a thought?", "Write to your mentor"),
        ),
    ],
)
def test_each_homework_sheet_tells_what_to_do_when_stuck_late_or_away(
    language: str, written: tuple[str, ...], carried: tuple[str, ...]
) -> None:
    told = {
        (pack.name, sheet.id): sheet.holds.fields[-1]
        for pack in composed.packs("nordby", language)
        for sheet in pack.sheets
        if pack.name.startswith("mentee-workbook-") and sheet.id.startswith("homework-") and isinstance(sheet.holds, sheets.Form)
    }
    asked = {"aspiring": written, "acting": carried, "closing": ()}
    away = {"da": "find en ny tid sammen", "en": "find a new time together"}[language]

    assert len(told) == 10
    for (name, sheet), doubt in told.items():
        assert isinstance(doubt, sheets.Words)
        conversation = (name, sheet) in {("mentee-workbook-hold-a", "homework-aspiring-3")}  # no meeting is left to come to
        words = (*asked[sheet.split("-")[1]], *([away] if conversation else []))
        assert (away in doubt.text_md) == (conversation or "closing" in sheet), (name, sheet)
        assert [said for said in words if said.lower() not in doubt.text_md.lower()] == [], (name, sheet)


def test_questions_to_carry_ask_for_nothing_to_be_brought() -> None:
    """»Hav det med« stood over the day of the next meeting, on a sheet that nobody hands in."""
    sheet = next(sheet for sheet in pack("mentee-workbook-kvinder").sheets if sheet.id == "homework-acting-1")

    assert isinstance(sheet.holds, sheets.Form)
    assert [(fact.title, fact.words) for fact in sheet.holds.facts] == [
        ("Bær spørgsmålene med dig", "Frem til mødet onsdag den 3. marts"),
        ("Hvem læser", "Kun dig"),
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_womens_group_is_shown_nobody_by_a_first_name(language: str) -> None:
    """»Sådan begyndte Jonas« stood in the workbook of a group of women."""
    samples = {sample.name.said_in(language) for found in library().assignments.values() for sample in found.samples}
    said = repr([pack for pack in composed.packs("nordby", language) if pack.name.endswith("-kvinder")])

    assert example("nordby").source.organisation.groups[0].composition == "women"
    assert len(samples) > 5
    assert [name for name in sorted(samples) if re.search(rf"\b{name}\b", said)] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_workbook_has_room_for_how_to_reach_the_mentor(language: str) -> None:
    mentor = {"da": "| Min mentor, telefon |  |", "en": "| My mentor, phone |  |"}[language]
    tables = [
        sheet.holds.after_md
        for pack in composed.packs("nordby", language)
        for sheet in pack.sheets
        if pack.name.startswith("mentee-workbook-") and sheet.id == "dates-mentee" and isinstance(sheet.holds, sheets.Table)
    ]

    assert [(mentor in words, "mentor@nordby.example, +45 70 00 00 00" in words) for words in tables] == [(True, True)] * 3


@pytest.mark.parametrize("group", ["hold-a", "hold-b", "kvinder"])
def test_what_a_mentor_hands_out_at_every_meeting_is_in_the_guide(group: str) -> None:
    assert "form-pulse" in [sheet.id for sheet in pack(f"mentor-guide-{group}").sheets]


def test_the_sheet_for_reading_has_a_row_for_each_mentee() -> None:
    form = next(sheet.holds for sheet in pack("mentor-guide-hold-a").sheets if sheet.id == "preparation-sheet")

    assert isinstance(form, sheets.Form)
    assert [field.first for field in form.fields if isinstance(field, sheets.Grid)] == [("1", "2", "3", "4", "5", "6")]


def test_a_numbered_empty_row_comes_once_for_each_person() -> None:
    one = "| Fornavn | Spørgsmål |\n|---|---|\n| 1 | |\n\nDu siger intet højt."

    assert written.for_each(one, 3) == "| Fornavn | Spørgsmål |\n|---|---|\n| 1 | |\n| 2 | |\n| 3 | |\n\nDu siger intet højt."
    assert written.for_each("| 1 | Ja |", 3) == "| 1 | Ja |"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("group", ["hold-a", "hold-b", "kvinder"])
def test_a_guide_on_paper_holds_what_the_group_takes_home(group: str, language: str) -> None:
    """The mentor hands out the next homework, and its questions stood in the mentees' workbook alone."""
    guide = next(pack for pack in composed.packs("nordby", language) if pack.name == f"mentor-guide-{group}").sheets
    book = next(pack for pack in composed.packs("nordby", language) if pack.name == f"mentee-workbook-{group}").sheets
    asked = [
        field.ask
        for sheet in book
        if sheet.id.startswith("homework-") and "closing" not in sheet.id and isinstance(sheet.holds, sheets.Form)
        for field in sheet.holds.fields
        if isinstance(field, sheets.Lines)
    ]
    told = " ".join(sheet.holds.home_md for sheet in guide if isinstance(sheet.holds, sheets.Agenda))

    assert len(asked) >= 8
    assert [question for question in asked if f"**{question}" not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_names_the_questions_that_the_group_has_carried(language: str) -> None:
    third = agendas(pack("mentor-guide-kvinder", language=language))[2]
    (brought,) = [aside.text_md for aside in third.side if aside.title == {"da": "De kommer med", "en": "They come with"}[language]]
    carried = library().assignments["acting-2"].questions

    assert brought.split("\n\n")[1:] == [question.title.said_in(language) for question in carried]


def test_only_a_group_that_shares_is_asked_for_consent() -> None:
    consents = {
        group: [
            sheet.holds.consents
            for sheet in pack(f"mentee-workbook-{group}").sheets
            if isinstance(sheet.holds, sheets.Form) and sheet.holds.consents
        ]
        for group in ("hold-a", "hold-b")
    }

    assert consents["hold-a"]
    assert not consents["hold-b"]


@pytest.mark.parametrize(("language", "alone"), [("da", "Kun din mentor"), ("en", "Only your mentor")])
def test_what_is_written_for_the_conversation_is_for_the_mentor_alone(language: str, alone: str) -> None:
    """The group does not meet again, so nobody asks whether it may read along, or what to do about a meeting."""
    book = {sheet.id: sheet.holds for sheet in pack("mentee-workbook-hold-a", language=language).sheets}
    first, last = book["homework-aspiring-1"], book["homework-aspiring-3"]

    assert isinstance(first, sheets.Form)
    assert isinstance(last, sheets.Form)
    assert (bool(first.consents), bool(last.consents)) == (True, False)
    assert [alone in [fact.words for fact in form.facts] for form in (first, last)] == [False, True]


@pytest.mark.parametrize(
    ("group", "asked"),
    [
        ("hold-a", ["Midt imellem", "Midt imellem", "Før din samtale"]),
        ("hold-b", ["Midt imellem", "Midt imellem", "Midt imellem", "En måned senere"]),
    ],
)
def test_the_log_is_midway_only_where_another_meeting_follows(group: str, asked: list[str]) -> None:
    log = [sheet.holds for sheet in pack(f"mentee-workbook-{group}").sheets if sheet.id.startswith("log-")]

    assert [form.fields[-1].ask.split(":")[0] for form in log if isinstance(form, sheets.Form)] == asked


@pytest.mark.parametrize(("role", "said"), [("mentor-guide", "En samtale med hver"), ("mentee-workbook", "En samtale med hver af jer")])
def test_a_cover_speaks_of_the_conversations_to_the_one_who_holds_it(role: str, said: str) -> None:
    cover = pack(f"{role}-hold-a").sheets[0].holds

    assert isinstance(cover, sheets.Cover)
    assert cover.stations[-1].title == said


@pytest.mark.parametrize(("group", "writes"), [("hold-a", True), ("kvinder", False)])
def test_who_hands_nothing_in_agrees_on_no_answers_sent_round(group: str, writes: bool) -> None:
    whole = pack(f"mentor-guide-{group}")
    forms = {sheet.id: sheet.holds for sheet in whole.sheets if isinstance(sheet.holds, sheets.Form)}
    asked = [field.ask for field in forms["form-group-agreement"].fields if isinstance(field, (sheets.Ticks, sheets.Lines))]
    ticked = [words for field in forms["form-confidentiality"].fields if isinstance(field, sheets.Ticks) for words in field.options]

    assert ("Vi må sende vores egne svar rundt på holdet" in asked) is writes
    assert ("Jeg sletter de svar, andre har sendt mig, når mødet er slut" in ticked) is writes


@pytest.mark.parametrize(("group", "called"), [("hold-a", "Hjemmeopgave 2"), ("kvinder", "Til at bære")])
def test_what_is_carried_is_not_called_homework(group: str, called: str) -> None:
    """The workbook said »Hjemmeopgave 2« where the mentor's guide says what to carry."""
    second = [sheet for sheet in pack(f"mentee-workbook-{group}").sheets if sheet.id.startswith("homework-")][1]

    assert second.strong == called


def test_questions_to_carry_are_for_nobody_else() -> None:
    carried = [sheet.holds for sheet in pack("mentee-workbook-kvinder").sheets if sheet.id.startswith("homework-acting")]

    assert carried
    assert all(isinstance(form, sheets.Form) and not form.sign and "Kun dig" in [fact.words for fact in form.facts] for form in carried)


@pytest.mark.parametrize("organisation", ["nordby", "fjordene", "minimal"])
def test_no_link_of_a_pack_leads_out_of_it(organisation: str) -> None:
    language = example(organisation).source.organisation.languages[0]
    for whole in composed.packs(organisation, language):
        known = {sheet.id for sheet in whole.sheets}
        for text in (text for sheet in whole.sheets for text in chapters.texts(sheet.holds)):
            known |= set(chapters.ANCHOR.findall(text))
        targets = {
            found
            for sheet in whole.sheets
            for text in chapters.texts(sheet.holds)
            for found in re.findall(r'(?:\]\(|href=")#([^)"]*)', text)
        }

        assert targets <= known, whole.name


@pytest.mark.parametrize("organisation", ["nordby", "fjordene", "minimal"])
def test_every_field_of_a_pack_has_a_name_of_its_own(organisation: str) -> None:
    language = example(organisation).source.organisation.languages[0]
    for whole in composed.packs(organisation, language):
        names = [
            field.name
            for sheet in whole.sheets
            if isinstance(sheet.holds, sheets.Form)
            for field in sheet.holds.fields
            if not isinstance(field, sheets.Words)
        ]

        assert len(names) == len(set(names)), whole.name
        assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


@pytest.mark.parametrize("organisation", ["nordby", "fjordene", "minimal"])
def test_every_sheet_of_a_pack_has_an_anchor_of_its_own(organisation: str) -> None:
    language = example(organisation).source.organisation.languages[0]
    for whole in composed.packs(organisation, language):
        ids = [sheet.id for sheet in whole.sheets]

        assert len(ids) == len(set(ids)), whole.name
        assert all(re.fullmatch(r"[a-z0-9-]+", id) for id in ids)


def test_what_a_guide_says_of_a_form_leads_to_the_forms_sheet() -> None:
    guide = pack("mentor-guide-hold-a")
    words = "\n".join(text for sheet in guide.sheets for text in chapters.texts(sheet.holds))

    assert {"form-group-agreement", "form-pulse"} <= {sheet.id for sheet in guide.sheets}
    assert "[aftalen for holdet](#form-group-agreement)" in words
    assert "[de korte svar](#form-pulse)" in words
    assert "[Kort H10](#handout-h10)" in words
