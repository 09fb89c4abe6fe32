"""Which dates stand in whose calendar, and what a change in the file moves there."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kit import compose, plan
from kit.model.calendar import Calendar, Entry
from kit.model.organisation import Organisation
from tests.composed import book
from tests.helpers import example, library, voice
from tests.plan.made import organisation

HERE = "https://mentor.lilleby.example/sti"
TWO = """\
- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
- {name: Hold 2, cohort: acting-leaders, first_meeting: 2027-02-04}
"""


def calendars(asked: Organisation, language: str = "da") -> dict[str, Calendar]:
    programme = plan.programme(asked, library())
    whole = compose.book(asked, programme, library(), voice(language))
    return {calendar.name: calendar for calendar in compose.calendars(asked, programme, library(), voice(language), whole)}


def two(first: str = "", second: str = "", programme: str = "", more: str = "") -> dict[str, Calendar]:
    """Two groups; what is said of the first and the second group, of the programme, and at the top of the file."""
    one, other = TWO.strip().splitlines()
    groups = "\n".join(line.removesuffix("}") + (f", {fields}" if fields else "") + "}" for line, fields in ((one, first), (other, second)))
    return calendars(organisation(groups, programme, more))


def by_uid(calendar: Calendar) -> Mapping[str, Entry]:
    return {short(entry.uid): entry for entry in calendar.entries}


def short(uid: str) -> str:
    return uid.removeprefix("lilleby-kommune.2027.").removesuffix("@gruppementor")


def changed(before: Mapping[str, Calendar], after: Mapping[str, Calendar], name: str = "calendar-coordinator") -> list[str]:
    """The entries of one file that are not as they were."""
    old, new = by_uid(before[name]), by_uid(after[name])
    assert old.keys() == new.keys()
    return sorted(uid for uid, entry in new.items() if entry != old[uid])


# --- what a change moves


def test_a_meeting_moved_by_hand_takes_along_what_depends_on_it_and_nothing_else() -> None:
    before, after = two(), two(first="dates: {3: 2027-04-07}")

    assert changed(before, after) == [
        "homework-due.hold-1.3",
        "letter-homework-reminder.hold-1.3",
        "letter-meeting-reminder.hold-1.3",
        "meeting.hold-1.3",
        "mentor-meeting.after.hold-1.3",
        "mentor-meeting.before.hold-1.3",
        "pulse.hold-1.3",
    ]
    assert by_uid(after["calendar-hold-1-mentee"])["meeting.hold-1.3"].on == date(2027, 4, 7)


def test_a_meeting_moved_by_hand_is_nobodys_business_in_the_other_group() -> None:
    before, after = two(), two(first="dates: {3: 2027-04-07}")

    assert changed(before, after, "calendar-hold-2-mentee") == []
    assert [name for name in before if "hold-2-meeting" in name and before[name] != after[name]] == []


def test_a_place_changes_one_meeting() -> None:
    before, after = two(), two(first="places: {3: Biblioteket}")

    assert changed(before, after) == ["meeting.hold-1.3"]
    assert by_uid(after["calendar-hold-1-mentee"])["meeting.hold-1.3"].place == "Biblioteket"
    assert [name for name in before if before[name] != after[name]] == [
        "calendar-hold-1-mentee",
        "calendar-hold-1-mentor",
        "calendar-hold-1-meeting-3",
        "calendar-coordinator",
    ]


def test_a_revision_raises_sequence_and_stamp_and_moves_no_date() -> None:
    before, after = two(), two(programme="revision: 2")

    for name, calendar in after.items():
        assert (before[name].sequence, calendar.sequence) == (1, 2)
        assert calendar.stamp > before[name].stamp
        assert [replace(entry, description="") for entry in calendar.entries] == [
            replace(entry, description="") for entry in before[name].entries
        ]
    assert after["calendar-coordinator"].entries[0].description.endswith("datoer efter udgave 2")


def test_the_stamp_comes_from_the_round_and_the_revision() -> None:
    assert two(programme="revision: 3")["calendar-coordinator"].stamp == datetime(2026, 1, 1, 3, tzinfo=UTC)


def test_the_stamp_stays_when_dates_move() -> None:
    assert two()["calendar-coordinator"].stamp == two(first="dates: {2: 2027-03-09}")["calendar-coordinator"].stamp


def test_entries_keep_their_uids_when_the_first_meeting_moves() -> None:
    before = calendars(organisation(TWO))
    after = calendars(organisation(TWO.replace("2027-02-03", "2027-03-17")))

    assert {name: {entry.uid for entry in each.entries} for name, each in before.items() if "hold-1" in name} == {
        name: {entry.uid for entry in each.entries} for name, each in after.items() if "hold-1" in name
    }


def test_a_mentor_keeps_the_uids_of_mentor_meetings_when_rounds_part() -> None:
    together, apart = two(), two(second="dates: {2: 2027-03-24}")

    uids = [
        {short(entry.uid) for entry in found["calendar-hold-2-mentor"].entries if "mentor-meeting" in entry.uid}
        for found in (together, apart)
    ]
    joint = [
        {short(entry.uid) for entry in found["calendar-coordinator"].entries if "mentor-meeting" in entry.uid}
        for found in (together, apart)
    ]

    assert uids[0] == uids[1]
    assert joint[1] - joint[0] == {"mentor-meeting.before.hold-2.2", "mentor-meeting.after.hold-2.2"}


def test_when_rounds_part_the_coordinator_sees_whose_mentors_meet() -> None:
    found = two(second="dates: {2: 2027-03-24}")

    said = {name: [entry.title for entry in found[name].entries if "mentor-meeting" in entry.uid] for name in found}
    assert {"Hold 1: mentormøde før 2. runde", "Hold 2: mentormøde før 2. runde"} <= set(said["calendar-coordinator"])
    assert "Mentormøde før 1. runde" in said["calendar-coordinator"]
    assert "Mentormøde før 2. runde" in said["calendar-hold-2-mentor"]


def test_the_next_round_is_not_taken_for_an_old_version_of_this_one() -> None:
    this_year, next_year = calendars(organisation(TWO)), calendars(organisation(TWO.replace("2027-", "2028-")))

    uids = [{entry.uid for calendar in found.values() for entry in calendar.entries} for found in (this_year, next_year)]

    assert uids[0] & uids[1] == set()


# --- who sees what


def kinds(calendar: Calendar) -> list[str]:
    return list(dict.fromkeys(short(entry.uid).split(".")[0] for entry in calendar.entries))


def test_mentees_see_what_they_need() -> None:
    assert kinds(two(first="closing_conversations: true")["calendar-hold-1-mentee"]) == [
        "survey-baseline",
        "meeting",
        "homework-due",
        "survey-end",
        "homework-due-conversation",
        "closing-conversations",
        "homework-deletion",
        "six-months-follow-up",
        "survey-follow-up",
    ]


def test_a_group_that_hands_nothing_in_hears_of_no_deletion() -> None:
    made = two()

    assert "homework-deletion" not in kinds(made["calendar-hold-2-mentee"]) + kinds(made["calendar-hold-2-mentor"])
    assert "homework-deletion" in kinds(made["calendar-hold-1-mentor"])


def test_where_nobody_hands_in_the_day_of_deletion_speaks_of_all_that_is_written() -> None:
    loose = calendars(organisation(TWO.splitlines()[1]))["calendar-coordinator"]

    assert [entry.title for entry in loose.entries if "homework-deletion" in entry.uid] == ["Alt det skrevne slettes"]


def test_a_mentor_sees_the_seminar_and_the_mentor_meetings_too() -> None:
    found = kinds(two()["calendar-hold-1-mentor"])

    assert found[:4] == ["survey-baseline-mentor", "seminar", "mentor-meeting", "meeting"]


def test_the_coordinator_sees_every_date_of_the_programme() -> None:
    known = example("nordby")
    everything = compose.calendars(known.source.organisation, known.programme, known.library, voice("da"), book("nordby", "da"))[-1]

    assert everything.name == "calendar-coordinator"
    assert {event.on for event in known.programme.events} == {
        on for entry in everything.entries for on in (entry.on, entry.last or entry.on)
    }
    assert len(everything.entries) == sum(event.kind != "closing-conversations-end" for event in known.programme.events)


def test_letters_and_bookings_take_the_whole_day_and_nobodys_time() -> None:
    found = [entry for uid, entry in by_uid(two()["calendar-coordinator"]).items() if uid.startswith(("letter-", "booking-"))]

    assert len(found) > 20
    assert {(entry.start, entry.busy, entry.alarms) for entry in found} == {(None, False, (timedelta(hours=8),))}


def test_a_meeting_is_announced_a_day_and_an_hour_before() -> None:
    entry = by_uid(two()["calendar-hold-1-mentee"])["meeting.hold-1.2"]

    assert (entry.start, entry.end, entry.busy, entry.alarms) == (time(16), time(19), True, (timedelta(days=-1), timedelta(hours=-1)))


def test_homework_is_due_at_its_hour() -> None:
    entry = by_uid(two(first="homework: {due_time: 09:00, max_pages: 1}")["calendar-hold-1-mentee"])["homework-due.hold-1.2"]

    assert (entry.start, entry.busy, entry.description.splitlines()[0]) == (
        time(9),
        False,
        "Den skal være fremme senest kl. 9.00 og fylde højst én side.",
    )


def test_closing_conversations_last_from_their_first_day_to_their_last() -> None:
    asked = organisation("- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, closing_conversations: true}")
    talks = plan.programme(asked, library()).groups[0].closing_conversations
    entry = by_uid(calendars(asked)["calendar-hold-1-mentee"])["closing-conversations.hold-1"]

    assert talks is not None
    assert (entry.title, entry.on, entry.last) == ("Hold 1: individuelle samtaler", talks.first_day, talks.last_day)


# --- what an entry says


def test_an_entry_leads_to_its_page_when_the_site_has_an_address() -> None:
    with_address = by_uid(two(more=f"site_url: {HERE}")["calendar-hold-1-mentor"])["meeting.hold-1.2"]
    without = by_uid(two()["calendar-hold-1-mentor"])["meeting.hold-1.2"]

    assert with_address.link == f"{HERE}/groups/hold-1/meeting-2.html"
    assert f"Læs mere: {with_address.link}" in with_address.description.splitlines()
    assert without.link == ""
    assert "http" not in without.description


@pytest.mark.parametrize(("language", "root"), [("da", ""), ("en", "en/")])
def test_every_link_of_a_calendar_leads_to_a_page_of_the_book(language: str, root: str) -> None:
    known, handbook = example("nordby"), book("nordby", language)
    found = compose.calendars(known.source.organisation, known.programme, known.library, voice(language), handbook)

    links = {entry.link.partition("#")[0] for calendar in found for entry in calendar.entries if entry.link}

    assert len(links) > 10
    assert links <= {f"https://mentor.nordby.example/{root}{page.path}" for page in handbook.pages}


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_a_meeting_leads_its_reader_to_a_page_of_their_own(role: str) -> None:
    known, handbook = example("nordby"), book("nordby", "da")
    found = compose.calendars(known.source.organisation, known.programme, known.library, voice("da"), handbook)
    audiences = {f"https://mentor.nordby.example/{page.path}": page.audience for page in handbook.pages}

    own = [by_uid(calendar) for calendar in found if calendar.name.endswith(role)]
    meetings = {uid: entry.link.partition("#")[0] for entries in own for uid, entry in entries.items() if ".meeting." in uid}

    assert len(meetings) >= 10
    assert [uid for uid, link in meetings.items() if role not in audiences[link]] == []  # the mentees came to the mentor's guide


def test_a_mentee_is_led_from_a_meeting_to_what_they_bring() -> None:
    made = two(more=f"site_url: {HERE}")
    mentees = by_uid(made["calendar-hold-1-mentee"])

    assert [mentees[f"meeting.hold-1.{number}"].link.removeprefix(f"{HERE}/") for number in (1, 2, 3, 4)] == [
        "start-up.html#start-for-mentee",
        *(f"groups/hold-1/homework-{number}.html" for number in (1, 2, 3)),
    ]
    assert made["calendar-hold-1-meeting-2"].entries == (mentees["meeting.hold-1.2"],)  # for a mail to those invited


def test_an_entry_says_what_whom_to_ask_and_how_old_the_dates_are() -> None:
    coordinator = "coordinator: {name: HR, email: hr@lilleby.example, phone: '12 34 56 78'}"

    entry = by_uid(two(programme=coordinator)["calendar-hold-1-mentee"])["meeting.hold-1.1"]

    assert (entry.title, entry.place) == ("Hold 1: 1. gruppemøde", "sted følger")
    assert re.sub("(?<=møde: ).*", "…", entry.description) == (
        "1. møde: …\nSpørg: HR, hr@lilleby.example, 12 34 56 78\nGruppementor i Lilleby Kommune, datoer efter udgave 1"
    )


def test_the_organisations_own_terms_stand_in_the_titles() -> None:
    own = "terms: {mentee: {da: {singular: adept, definite: adepten, plural: adepter, definite_plural: adepterne}}}"

    assert two(more=own)["calendar-hold-1-mentee"].title == "Gruppementor i Lilleby Kommune: Hold 1 (adepter)"


# --- the clock


@pytest.mark.parametrize(
    ("holidays", "zone"),
    [
        ("country: DK", "Europe/Copenhagen"),
        ("country: NO", "Europe/Oslo"),
        ("country: FO", "Atlantic/Faroe"),
        ("country: GL", "America/Nuuk"),
        ("country: DE, subdivision: BY", "Europe/Berlin"),
        ("country: ES, subdivision: CN", "Atlantic/Canary"),
        ("country: US", ""),
    ],
)
def test_times_are_read_on_the_clock_of_the_country(holidays: str, zone: str) -> None:
    assert two(programme=f"holidays: {{{holidays}}}")["calendar-coordinator"].zone == zone


# --- where the files are found


@pytest.mark.parametrize(("name", "language"), [("minimal", "da"), ("nordby", "en"), ("fjordene", "en")])
def test_every_calendar_is_offered_on_a_page_and_every_offer_is_a_file(name: str, language: str) -> None:
    known, handbook = example(name), book(name, language)
    found = compose.calendars(known.source.organisation, known.programme, known.library, voice(language), handbook)

    offered = {link.target for page in handbook.pages for link in page.downloads} | {
        target for page in handbook.pages for target in re.findall(r'href="([^"]+\.ics)"', page.markdown)
    }

    assert {target.rsplit("/", 2)[1:][0] for target in offered if target.endswith(".ics")} == {language}
    assert {target.rsplit("/")[-1] for target in offered if target.endswith(".ics")} == {f"{calendar.name}.ics" for calendar in found}


def test_a_door_offers_its_own_calendars() -> None:
    pages = {page.id: [link.target for link in page.downloads if link.target.endswith(".ics")] for page in book("minimal", "da").pages}

    assert (pages["mentee"], pages["mentor"], pages["hr"], pages["sponsor"]) == (
        ["downloads/da/calendar-hold-1-mentee.ics"],
        ["downloads/da/calendar-hold-1-mentor.ics"],
        ["downloads/da/calendar-coordinator.ics"],
        [],
    )
    assert pages["groups/hold-1/meeting-2"] == [
        "../../downloads/da/calendar-hold-1-meeting-2.ics",
        "../../downloads/da/calendar-hold-1-mentor.ics",
    ]
    assert pages["groups/hold-1/homework-2"][-1] == "../../downloads/da/calendar-hold-1-mentee.ics"
