"""Which days nobody meets, and what they are called."""

from datetime import date, time

import holidays
import pytest

from kit.model.library import Break
from kit.model.words import Text
from kit.plan import daysoff
from kit.plan.daysoff import DaysOff
from plan.made import content, one, organisation


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Nothing that another test asked for is remembered."""
    for remembered in (daysoff.public_holidays, daysoff.half_days, daysoff.eves):
        remembered.cache_clear()


DK_SCHOOLS = content().breaks["dk-schools"]


def off(country: str = "DK", closed: tuple[tuple[date, date], ...] = ()) -> DaysOff:
    return DaysOff(country=country, closed=closed, breaks=DK_SCHOOLS if country == "DK" else ())


def why(days: DaysOff, on: str, end: str = "19:00") -> str:
    """The code and the Danish name."""
    reason = days.why_no_meeting(date.fromisoformat(on), time.fromisoformat(end))
    if reason is None:
        return "free"
    name = reason.values.get("name")
    return f"{reason.code} {name.said_in('da')}" if isinstance(name, Text) else reason.code


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2027-02-03", "free"),
        ("2027-02-06", "off.weekend"),
        ("2027-02-15", "off.break vinterferien i mange kommuner"),
        ("2027-02-26", "off.break vinterferien i mange kommuner"),
        ("2027-03-01", "free"),
        ("2027-03-25", "off.holiday skærtorsdag"),
        ("2027-03-29", "off.holiday anden påskedag"),
        ("2027-05-06", "off.holiday Kristi himmelfartsdag"),
        ("2027-05-07", "free"),
        ("2027-06-30", "free"),
        ("2027-07-01", "off.break sommerferien"),
        ("2027-07-30", "off.break sommerferien"),
        ("2027-08-02", "free"),
        ("2027-10-20", "off.break efterårsferien"),
        ("2027-12-17", "free"),
        ("2027-12-20", "off.break juleferien"),
        ("2027-12-24", "off.holiday juleaftensdag"),
        ("2027-12-31", "off.holiday nytårsaften"),
        ("2028-01-02", "off.weekend"),
        ("2028-01-03", "free"),
    ],
)
def test_danish_days_off_have_their_names(on: str, expected: str) -> None:
    assert why(off(), on) == expected


def test_store_bededag_is_a_working_day_from_2024() -> None:
    assert why(off(), "2023-05-05") == "off.holiday store bededag"
    assert why(off(), "2024-04-26") == "free"


def test_greenland_and_the_faroes_keep_store_bededag() -> None:
    assert why(off("GL"), "2027-04-23") == "off.holiday store bededag"
    assert why(off("FO"), "2027-04-23") == "off.holiday store bededag"


def test_the_first_of_may_and_constitution_day_end_at_noon() -> None:
    assert why(off(), "2028-05-01", "12:00") == "free"
    assert why(off(), "2028-05-01", "12:30") == "off.half-day arbejdernes kampdag"
    assert why(off(), "2028-06-05", "16:00") == "off.holiday anden pinsedag"
    assert why(off(), "2029-06-05", "16:00") == "off.half-day grundlovsdag"


@pytest.mark.parametrize("country", ["DK", "GL", "FO"])
def test_the_whole_realm_keeps_the_half_days(country: str) -> None:
    assert [*daysoff.half_days(country, 2028)] == [date(2028, 5, 1), date(2028, 6, 5)]


def test_no_other_country_has_danish_half_days() -> None:
    assert why(off("SE"), "2029-06-05", "16:00") == "free"


def test_every_country_keeps_christmas_eve_and_new_years_eve() -> None:
    assert why(off("NO"), "2027-12-24", "12:00") == "off.holiday juleaftensdag"
    assert why(off("DE"), "2027-12-31", "12:00") == "off.holiday nytårsaften"


def test_days_that_are_named_for_somebody_keep_their_capital() -> None:
    assert why(off("FO"), "2027-07-29") == "off.holiday Olavsdag"
    assert why(off("NO"), "2027-05-06") == "off.holiday Kristi himmelfartsdag"
    assert why(off("DE"), "2027-05-06") == "off.holiday Christi Himmelfahrt"


def test_norwegian_holidays_keep_their_norwegian_name_in_danish() -> None:
    assert why(off("NO"), "2027-05-17") == "off.holiday andre pinsedag"
    assert daysoff.public_holidays("NO", None, 2027)[date(2027, 5, 17)].said_in("en") == "Constitution Day"


def test_swedish_holidays_are_written_small_as_the_swedes_do() -> None:
    assert why(off("SE"), "2027-01-06") == "off.holiday trettondedag jul"


@pytest.mark.parametrize(("on", "end"), [
    ("2027-02-06", "19:00"),
    ("2027-03-25", "19:00"),
    ("2027-12-24", "12:00"),
    ("2028-05-01", "19:00"),
    ("2027-02-16", "19:00"),
    ("2027-04-07", "19:00"),
])  # fmt: skip
def test_a_reason_says_which_day_it_is_about(on: str, end: str) -> None:
    """A weekend, a holiday, an eve, half a day, a school break, a closed day."""
    reason = off(closed=((date(2027, 4, 7), date(2027, 4, 7)),)).why_no_meeting(date.fromisoformat(on), time.fromisoformat(end))

    assert reason is not None
    assert reason.values["on"] == date.fromisoformat(on)


def test_the_holidays_of_a_part_of_a_country_keep_its_meetings_away() -> None:
    bavarian = daysoff.of(organisation(one("first_meeting: 2027-02-03"), "holidays: {country: DE, subdivision: BY}"), content().breaks)

    assert why(bavarian, "2027-01-06") == "off.holiday Heilige Drei Könige"
    assert why(off("DE"), "2027-01-06") == "free"


def test_a_country_or_a_part_that_nobody_knows_has_no_days_off() -> None:
    for given in ("{country: XX}", "{country: DE, subdivision: QQ}"):
        with pytest.raises(daysoff.UnknownCountry):
            daysoff.of(organisation(one("first_meeting: 2027-02-03"), f"holidays: {given}"), {})


def test_a_day_is_free_for_a_meeting_that_ends_before_it_does() -> None:
    asked = [(date(2028, 5, 1), time(12)), (date(2028, 5, 1), time(19)), (date(2028, 5, 2), time(19))]

    assert [off().is_free(on, end) for on, end in asked] == [True, False, True]


def test_what_the_organisation_closes_is_closed() -> None:
    found = daysoff.of(organisation(one("first_meeting: 2027-02-03"), "closed: [2027-06-01/2027-06-02]"), {})

    assert [why(found, on) for on in ("2027-06-02", "2027-06-03")] == ["off.closed", "free"]


def test_countries_are_offered_by_two_letters() -> None:
    everywhere = {code: tuple(parts) for code, parts in holidays.list_supported_countries().items() if len(code) == 2}
    assert dict(daysoff.countries()) == everywhere


def test_a_holiday_has_a_name_in_each_language() -> None:
    name = daysoff.public_holidays("DK", None, 2027)[date(2027, 3, 25)]

    assert (name.said_in("da"), name.said_in("en"), name.said_in("pl")) == ("skærtorsdag", "Maundy Thursday", "Maundy Thursday")


def test_names_do_not_follow_the_language_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    monkeypatch.setenv("LANGUAGE", "da")
    daysoff.public_holidays.cache_clear()

    assert daysoff.public_holidays("DK", None, 2027)[date(2027, 3, 25)].said_in("en") == "Maundy Thursday"


def test_closed_days_keep_meetings_and_deadlines_away() -> None:
    days = off(closed=((date(2027, 3, 1), date(2027, 3, 2)),))

    assert [why(days, on) for on in ("2027-02-26", "2027-03-01", "2027-03-02", "2027-03-03")][1:] == ["off.closed", "off.closed", "free"]
    assert not days.is_working_day(date(2027, 3, 2))


def test_breaks_and_eves_keep_meetings_away_but_not_deadlines() -> None:
    days = off()

    assert [days.is_working_day(date.fromisoformat(on)) for on in ("2027-02-16", "2027-07-15", "2027-12-24")] == [True, True, True]


def test_week_53_does_not_shift_the_breaks() -> None:
    assert why(off(), "2026-12-29") == "off.break juleferien"
    assert why(off(), "2027-02-12") == "free"  # week 6


def test_breaks_are_danish_unless_a_file_asks_for_them() -> None:
    def breaks(programme: str) -> int:
        return len(daysoff.of(organisation(one("first_meeting: 2027-02-03"), programme), content().breaks).breaks)

    assert breaks("") == len(DK_SCHOOLS)
    assert breaks("holidays: {country: NO}") == 0
    assert breaks("breaks: none") == 0


def test_a_break_may_run_over_the_new_year_or_within_one() -> None:
    christmas = next(kept for kept in DK_SCHOOLS if kept.id == "christmas")
    summer = next(kept for kept in DK_SCHOOLS if kept.id == "summer")

    inside = [
        date(2027, 12, 19),
        date(2027, 12, 20),
        date(2028, 1, 1),
        date(2028, 1, 2),
        date(2028, 1, 3),
        date(2027, 7, 1),
        date(2027, 7, 31),
    ]
    assert [daysoff.within(christmas, on) for on in inside] == [False, True, True, True, False, False, False]
    assert [daysoff.within(summer, on) for on in inside] == [False, False, False, False, False, True, True]


def test_a_break_of_one_day_is_that_day_alone() -> None:
    day = Break(id="fair", title=Text(everywhere="messe"), first=(5, 13), last=(5, 13))

    assert [daysoff.within(day, date(2027, 5, number)) for number in (12, 13, 14)] == [False, True, False]


def test_a_break_of_weeks_is_no_other_day() -> None:
    winter = next(kept for kept in DK_SCHOOLS if kept.weeks)

    assert daysoff.within(winter, date(2027, 6, 1)) is False


@pytest.mark.parametrize("year", [2000, 2099])
def test_the_first_and_last_year_have_holidays(year: int) -> None:
    assert len(daysoff.public_holidays("DK", None, year)) >= 10


def test_a_country_that_nobody_knows_is_told() -> None:
    with pytest.raises(daysoff.UnknownCountry, match="XX"):
        daysoff.public_holidays("XX", None, 2027)
    with pytest.raises(daysoff.UnknownCountry, match="DK"):
        daysoff.public_holidays("DK", "QQ", 2027)


def test_a_part_of_a_country_may_have_its_own_holidays() -> None:
    assert date(2027, 8, 15) in daysoff.public_holidays("DE", "BY", 2027) or date(2027, 1, 6) in daysoff.public_holidays("DE", "BY", 2027)
    assert date(2027, 1, 6) not in daysoff.public_holidays("DE", None, 2027)


@pytest.mark.parametrize(("first", "last"), [("2027-02-28", "2027-03-01"), ("2027-02-01", "2027-02-15"), ("2027-02-15", "2027-02-28")])
def test_a_break_that_begins_or_ends_on_the_last_or_first_day_touches(first: str, last: str) -> None:
    (found,) = daysoff.spells(off(), date.fromisoformat(first), date.fromisoformat(last))

    assert (found.first, found.last) == (date(2027, 2, 15), date(2027, 2, 28))


def test_spells_are_the_closed_periods_and_breaks_that_touch_a_time() -> None:
    closed = ((date(2027, 2, 15), date(2027, 2, 19)), (date(2027, 12, 20), date(2028, 1, 2)))
    found = daysoff.spells(off(closed=closed), date(2027, 1, 20), date(2027, 5, 13))

    assert [(spell.first, spell.last, spell.name and spell.name.said_in("da")) for spell in found] == [
        (date(2027, 2, 15), date(2027, 2, 19), None),
        (date(2027, 2, 15), date(2027, 2, 28), "vinterferien i mange kommuner"),
    ]


def test_a_spell_is_told_whole_though_the_time_ends_within_it() -> None:
    found = daysoff.spells(off(), date(2027, 6, 1), date(2027, 7, 5))

    assert [(spell.first, spell.last) for spell in found] == [(date(2027, 7, 1), date(2027, 7, 31))]


def test_a_closed_period_that_ends_or_begins_on_the_first_or_last_day_touches() -> None:
    closed = ((date(2027, 3, 1), date(2027, 3, 5)), (date(2027, 4, 20), date(2027, 4, 25)), (date(2027, 4, 26), date(2027, 4, 26)))
    found = daysoff.spells(DaysOff(country="NO", closed=closed), date(2027, 3, 5), date(2027, 4, 20))

    assert [spell.first for spell in found] == [date(2027, 3, 1), date(2027, 4, 20)]


def test_days_off_are_known_well_before_the_first_date_and_well_after_the_last() -> None:
    found = daysoff.around(DaysOff(country="DK"), date(2027, 5, 6), date(2027, 5, 7))

    assert [on.day for on in found if on.month == 5 and on.day < 18] == [1, 2, 6, 8, 9, 15, 16, 17]
    assert (found[0], found[-1]) == (date(2027, 3, 25), date(2027, 6, 20))
