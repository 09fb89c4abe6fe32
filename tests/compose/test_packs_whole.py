"""The packs of the whole programme: the sponsor's two pages, the coordinator's guide, the poster and the handbook."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from kit import compose
from kit.compose import dates
from kit.compose.packs import chapters, room
from kit.model import sheets
from kit.model.book import Pack
from kit.plan.events import months_after
from tests import composed
from tests.helpers import LEAST, example, known, library, voice
from tests.written import LANGUAGES

AND_TO = {"Tak til mentor": " og mentor", "Thanks to the mentor": " and the mentor"}  # two letters that one day is for


def pack(name: str, organisation: str = "nordby", language: str = "da") -> Pack:
    return next(pack for pack in composed.packs(organisation, language) if pack.name == name)


@pytest.mark.parametrize(("language", "named"), [("da", r"Arket »([^«]+)« er vedlagt"), ("en", r"The enclosed sheet, ['‘]([^'’]+)['’]")])
def test_the_sheet_that_the_line_managers_letter_encloses_is_a_sheet(language: str, named: str) -> None:
    """The letter said that a sheet was enclosed, and no sheet of the kit was for the line manager."""
    nordby = example("nordby")
    letters = compose.letters(nordby.source.organisation, nordby.programme, nordby.library, voice(language))
    (letter,) = (letter for letter in letters if letter.name == "line-manager")
    (sheet,) = re.findall(named, compose.mail(letter))

    assert pack("sheets/line-manager-sheet", language=language).title == sheet


def test_the_sponsor_reads_one_page_and_signs_another() -> None:
    brief, mandate = pack("sponsor-brief").sheets

    assert isinstance(brief.holds, sheets.Prose)
    assert isinstance(mandate.holds, sheets.Form)
    hears = brief.holds.side[1].text_md
    assert all(
        when in hears
        for when in ("2027", "Midtvejs: opdragsgiver og tovholder ser på forløbet og retter til", "Rapport til opdragsgiveren")
    )


def test_the_sponsor_answers_with_a_tick_by_a_day_and_knows_what_it_costs() -> None:
    """The brief asked for a yes and had nowhere to put it, nobody to give it to, no day for it and no word of the ten minutes."""
    brief = pack("sponsor-brief").sheets[0].holds

    assert isinstance(brief, sheets.Prose)
    answer = brief.side[0].text_md
    assert "- Ja\n- Nej\n- Ret det her:" in answer
    assert "HR og Udvikling senest onsdag den 28. oktober 2026" in answer  # when the mandate is signed, as on the sponsor's page
    assert "Onsdag den 20. januar 2027 kl. 8.30" in brief.side[1].text_md
    assert "192.220" in brief.body_md
    minimal = pack("sponsor-brief", "minimal").sheets[0].holds
    assert isinstance(minimal, sheets.Prose)
    assert "timepriser" not in minimal.body_md


def test_the_sponsor_answers_on_a_working_day(tmp_path: Path) -> None:
    """Twelve weeks before this seminar is Christmas Day."""
    here = known(tmp_path, LEAST.replace("2027-02-03", "2027-04-02"))
    packs = compose.packs(here.source.organisation, here.programme, here.library, voice("da"))
    brief = next(pack for pack in packs if pack.name == "sponsor-brief").sheets[0].holds

    assert isinstance(brief, sheets.Prose)
    assert "senest torsdag den 24. december 2026" in brief.side[0].text_md


def test_the_coordinator_has_every_letter_on_a_list() -> None:
    listed = next(sheet.holds for sheet in pack("coordinator-guide").sheets if sheet.id == "letter-list")

    assert isinstance(listed, sheets.Table)
    assert len(listed.rows) == 19
    assert [row[1] for row in listed.rows if row[0].startswith("Tak")] == ["Mentee", "Mentor"]


def test_the_list_of_letters_and_the_calendar_name_the_same_days() -> None:
    """The last letter was on the 9th of November in the list and the 12th in the calendar; thanks went to all groups with the last one."""
    listed = next(sheet.holds for sheet in pack("coordinator-guide").sheets if sheet.id == "letter-list")

    assert isinstance(listed, sheets.Table)
    events = example("nordby").programme.events
    told = {row[0]: row[2] for row in listed.rows}
    for title, kind in (
        ("Brev fem måneder efter", "six-months-follow-up"),
        ("Tak til deltagerne", "letter-thanks"),
        ("Tak til mentor", "letter-thanks"),
    ):
        days = sorted({event.on for event in events if event.kind == kind})
        assert told[title] == voice("da").several(voice("da").short_day_month(on) for on in days)


def letter_rows(organisation: str = "nordby") -> dict[str, tuple[str, str]]:
    listed = next(sheet.holds for sheet in pack("coordinator-guide", organisation).sheets if sheet.id == "letter-list")
    assert isinstance(listed, sheets.Table)
    return {title: (to, when) for title, to, when in listed.rows}


def test_a_letter_is_sent_on_the_days_that_the_calendar_has_for_it() -> None:
    rows = letter_rows()

    assert rows["Bekræftelse med datoer"][1] == "6. jan., 7. jan. og 14. jan."
    assert rows["Brev fem måneder efter"][1] == "1. okt., 7. okt. og 22. okt."
    assert rows["Påmindelse om mødet"][1] == "Hvert møde"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_has_one_name_in_the_dates_and_in_the_list(language: str) -> None:
    """»Brev til deltagerne« in the calendar was »Til den, der er indstillet« in the list."""
    named = voice(language).sentences
    titles = {letter.id: letter.title.said_in(language) for letter in library().letters} | {"": ""}
    dated = {kind: target.removeprefix("letters#letter-") for kind, target in dates.LEADS.items() if target.startswith("letters#")}
    dated |= {"letter-news": "news-text"}

    assert len(dated) == 12
    for kind, letter in dated.items():
        name = named[f"event.{kind}"].replace("{ordinal} møde", "mødet").replace("{ordinal} ", "")
        also = titles[next((other for other, day in dates.SENT_WITH.items() if day == letter), "")]
        assert name[:1].upper() + name[1:] == titles[letter] + AND_TO.get(also, "")


def test_what_is_said_to_come_five_months_later_does() -> None:
    for organisation in ("nordby", "minimal", "fjordene"):
        programme = example(organisation).programme
        ends = {group.id: group.last_day for group in programme.groups}
        later = [event for event in programme.events if event.kind in ("six-months-follow-up", "survey-follow-up")]

        assert len(later) == 2 * len(ends)
        assert all("fem måneder" in voice("da").sentences[f"event.{event.kind}"] for event in later)
        assert all(
            months_after(ends[event.group or ""], 5) <= event.on < months_after(ends[event.group or ""], 5) + timedelta(days=15)
            for event in later
        )


def test_letters_are_listed_as_they_are_sent() -> None:
    titles = [*letter_rows("minimal")]

    assert titles[2:5] == ["Nyhed til intranettet", "Brev til de indstillede", "Indkaldelse til seminaret"]
    assert titles[-1] == "Brev fem måneder efter"


def test_who_nominates_need_not_be_the_line_manager() -> None:
    assert letter_rows()["Brev til dem, der indstiller"][0] == "Dem, der indstiller"


def test_a_cover_names_each_thing_once() -> None:
    """The letter five months later goes to each group on a day of its own."""
    cover = pack("coordinator-guide").sheets[0].holds
    assert isinstance(cover, sheets.Cover)

    titles = [station.title for station in cover.stations]
    assert "Brev fem måneder efter" in titles
    assert len(titles) == len(set(titles))


def test_the_coordinator_has_a_page_to_hand_over_with() -> None:
    ids = {sheet.id for sheet in pack("coordinator-guide").sheets}

    assert {"calendar", "risks", "budget", "evaluation", "form-final-report", "handover", "form-handover-sheet"} <= ids


def test_the_coordinator_writes_on_the_last_pages() -> None:
    """Forms begin on a page of their own; between chapters each of them left one half empty."""
    for language in ("da", "en"):
        guide = pack("coordinator-guide", language=language).sheets
        forms = [isinstance(sheet.holds, sheets.Form) for sheet in guide]
        assert forms == sorted(forms)


def printed(organisation: str, language: str) -> str:
    return "\n".join(
        text for found in composed.packs(organisation, language) for sheet in found.sheets for text in chapters.texts(sheet.holds)
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", ("i menuen", "klik", "browser", "hent din kalenderfil", "skriv i søgefeltet")),
        ("en", ("in the menu", "click", "browser", "download your file", "search field")),
    ],
)
def test_paper_sends_nobody_to_what_only_a_screen_has(language: str, words: tuple[str, ...]) -> None:
    found = printed("nordby", language).lower()

    assert [word for word in words if word in found] == []


def test_the_sponsor_is_not_sent_to_a_list_that_is_not_there() -> None:
    """What is in another pack is named without »se« and »står under«: on these two pages there is nothing to turn to."""
    texts = " ".join(text for sheet in pack("sponsor-brief").sheets for text in chapters.texts(sheet.holds))

    assert "står under" not in texts
    assert "| se " not in texts


def test_a_form_takes_one_page_where_it_can() -> None:
    for language in ("da", "en"):
        sheet = pack("sheets/matching-worksheet", language=language).sheets[0]
        assert isinstance(sheet.holds, sheets.Form)
        assert room.pages(sheet.holds, sheet.title) == 1


def test_a_poster_comes_in_two_sizes_with_the_address() -> None:
    posters = [sheet.holds for sheet in pack("poster").sheets]

    assert [(poster.paper, poster.address) for poster in posters if isinstance(poster, sheets.Poster)] == [
        ("A3", "https://mentor.nordby.example/"),
        ("A4", "https://mentor.nordby.example/"),
    ]


def test_without_an_address_a_poster_has_no_code() -> None:
    assert all(sheet.holds.address == "" for sheet in pack("poster", "minimal").sheets if isinstance(sheet.holds, sheets.Poster))


def test_the_handbook_holds_every_page_but_those_of_a_screen() -> None:
    """The front is the cover, the list of all pages the contents; a rule is looked up where `check` runs, on a screen."""
    pages = {page.id.replace("/", "-") for page in composed.book("nordby", "da").pages}
    held = {sheet.id for sheet in pack("handbook").sheets}

    assert pages - held == {"index", "overview", "rules"}


def test_a_guide_in_the_handbook_begins_on_a_page_and_says_whose_it_is() -> None:
    """Three groups have a first meeting, and two of them one that is called the same."""
    guides = [sheet for sheet in pack("handbook").sheets if "-meeting-" in sheet.id]

    assert {sheet.whose for sheet in guides} == {"Kvinder i ledelse", "Lederaspiranter, hold A", "Lederaspiranter, hold B"}
    assert len({(sheet.title, sheet.whose) for sheet in guides}) == len(guides)
    assert not any(sheet.flows for sheet in guides)


def test_chapters_of_the_handbook_are_numbered_in_order() -> None:
    numbers = [sheet.holds.number for sheet in pack("handbook").sheets if isinstance(sheet.holds, sheets.Prose)]

    assert numbers[:4] == ["1", "1.1", "1.2", "1.3"]
    assert len(numbers) == len(set(numbers))
