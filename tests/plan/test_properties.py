"""Whatever the file says, the dates that the planner chooses hold."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from kit import plan
from kit.model.organisation import Organisation
from kit.model.problem import Reason
from kit.model.programme import Programme
from kit.plan import daysoff, moves
from plan.made import content, made

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
BY_HAND = "first_meeting"
COUNTRIES = ("DK", "GL", "FO", "NO", "SE", "DE")
HEAD = "organisation: {name: Lilleby Kommune}\nprogramme: {strategy: Ledelsesgrundlag}\ngroups:\n"
LEAST = made(HEAD + "- {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}\n").organisation


@some.composite
def organisations(draw: some.DrawFn, starts: tuple[str, ...] = (BY_HAND, "start_after")) -> Organisation:
    """Any start, meetings 2–6, spacing 2–6 weeks, closed periods near the start, any of six countries."""
    start = draw(some.dates(FIRST, LAST))
    near = some.tuples(some.integers(-30, 300), some.integers(0, 20)).map(
        lambda found: (start + timedelta(days=found[0]), start + timedelta(days=found[0] + found[1]))
    )
    group = LEAST.groups[0].model_copy(
        update={
            "first_meeting": None,
            draw(some.sampled_from(starts)): start,
            "cohort": draw(some.sampled_from(("aspiring-leaders", "acting-leaders"))),
            "meetings": draw(some.integers(2, 6)),
            "weeks_between": draw(some.integers(2, 6)),
            "closing_conversations": draw(some.booleans()),
            "homework": LEAST.groups[0].homework.model_copy(update={"due_working_days_before": draw(some.integers(0, 5))}),
        }
    )
    country = draw(some.sampled_from(COUNTRIES))
    wish = LEAST.programme.model_copy(
        update={
            "closed": tuple(draw(some.lists(near, max_size=3))),
            "holidays": LEAST.programme.holidays.model_copy(update={"country": country}),
        }
    )
    return LEAST.model_copy(update={"groups": (group,), "programme": wish})


def planned(organisation: Organisation) -> Programme:
    return plan.programme(organisation, content())


def days_off(organisation: Organisation) -> daysoff.DaysOff:
    return daysoff.of(organisation, content().breaks)


@settings(deadline=None, max_examples=150)
@given(organisations())
def test_no_date_that_the_planner_chose_is_a_day_off(organisation: Organisation) -> None:
    off, found = days_off(organisation), planned(organisation)
    group = found.groups[0]
    chosen = group.meetings[1:] if organisation.groups[0].first_meeting else group.meetings

    assert [meeting.on for meeting in chosen if not off.is_free(meeting.on, meeting.end)] == []
    assert [meeting.on for meeting in found.mentor_meetings if not off.is_free(meeting.on, meeting.end)] == []
    assert [
        meeting.homework_due for meeting in group.meetings if meeting.homework_due and not off.is_working_day(meeting.homework_due)
    ] == [] or (organisation.groups[0].homework.due_working_days_before == 0)
    assert found.seminar is not None
    assert off.is_free(found.seminar.on, found.seminar.end)


@settings(deadline=None, max_examples=150)
@given(organisations())
def test_meetings_keep_their_order_and_two_weeks(organisation: Organisation) -> None:
    group = planned(organisation).groups[0]

    assert all(later.on - earlier.on >= timedelta(days=14) for earlier, later in pairwise(group.meetings))


@settings(deadline=None, max_examples=150)
@given(organisations())
def test_a_deadline_lies_the_asked_number_of_working_days_before(organisation: Organisation) -> None:
    off, group = days_off(organisation), planned(organisation).groups[0]
    asked = organisation.groups[0].homework.due_working_days_before

    for meeting in group.meetings:
        if meeting.homework_due:
            days = (meeting.homework_due + timedelta(days=number) for number in range((meeting.on - meeting.homework_due).days))
            assert sum(1 for day in days if off.is_working_day(day)) == asked


@settings(deadline=None, max_examples=150)
@given(organisations())
def test_the_rest_lies_around_the_meetings(organisation: Organisation) -> None:
    found = planned(organisation)
    group = found.groups[0]
    assert found.seminar is not None

    assert found.seminar.on <= group.meetings[0].on - timedelta(days=7)
    for meeting in found.mentor_meetings:
        held = group.meetings[meeting.round - 1].on
        assert meeting.on <= held if meeting.kind == "before" else meeting.on > held
    if talks := group.closing_conversations:
        assert group.meetings[-1].on < talks.first_day <= talks.last_day
    assert [event.on for event in found.events] == sorted(event.on for event in found.events)


@settings(deadline=None, max_examples=100)
@given(organisations())
def test_the_same_file_gives_the_same_plan(organisation: Organisation) -> None:
    assert planned(organisation) == planned(organisation)


@settings(deadline=None, max_examples=150)
@given(organisations(), some.integers(0, 250))
def test_one_more_closed_day_never_spoils_a_plan(organisation: Organisation, later: int) -> None:
    day = planned(organisation).groups[0].meetings[0].on + timedelta(days=later)
    wish = organisation.programme.model_copy(update={"closed": (*organisation.programme.closed, (day, day))})
    closed = organisation.model_copy(update={"programme": wish})
    off, found = days_off(closed), planned(closed)
    group = found.groups[0]
    chosen = group.meetings[1:] if organisation.groups[0].first_meeting else group.meetings

    assert all(off.is_free(meeting.on, meeting.end) for meeting in chosen)
    assert all(later.on - earlier.on >= timedelta(days=14) for earlier, later in pairwise(group.meetings))
    assert all(off.is_free(meeting.on, meeting.end) for meeting in found.mentor_meetings)
    assert found.seminar is not None
    assert off.is_free(found.seminar.on, found.seminar.end)
    assert found.seminar.on < group.meetings[0].on
    for meeting in found.mentor_meetings:
        held = group.meetings[meeting.round - 1].on
        assert meeting.on <= held if meeting.kind == "before" else meeting.on > held


@settings(deadline=None, max_examples=150)
@given(organisations())
def test_a_moved_meeting_says_where_from_where_to_and_why(organisation: Organisation) -> None:
    off, group = days_off(organisation), planned(organisation).groups[0]

    for meeting in group.meetings:
        if meeting.moved:
            why = meeting.moved.reason.values["why"]
            assert isinstance(why, Reason)
            assert meeting.moved.reason.values["on"] == meeting.on != meeting.moved.wished
            assert why.code == "off.too-close" or why == off.why_no_meeting(meeting.moved.wished, meeting.end)


@settings(deadline=None, max_examples=100)
@given(organisations(starts=(BY_HAND,)))
def test_a_move_is_the_least_that_is_free(organisation: Organisation) -> None:
    """With four weeks or more between meetings nothing but days off moves a meeting, so it goes where its own candidates say."""
    group = organisation.groups[0].model_copy(update={"weeks_between": max(5, organisation.groups[0].weeks_between)})
    organisation = organisation.model_copy(update={"groups": (group,)})
    off, plans = days_off(organisation), planned(organisation).groups[0]

    for before, meeting in pairwise(plans.meetings):
        if meeting.moved:
            free = [
                on
                for on in moves.candidates(meeting.moved.wished, 60)
                if off.is_free(on, meeting.end) and on - before.on >= timedelta(days=14)
            ]
            assert meeting.on == free[0]
