"""How days and dates are spoken, in both languages."""

from datetime import date

import pytest

from tests.helpers import voice


@pytest.mark.parametrize(
    ("language", "first", "last", "days", "short", "dates"),
    [
        ("da", date(2027, 4, 12), date(2027, 4, 22), "12.–22. april", "12.–22. apr.", "12.–22. april 2027"),
        ("en", date(2027, 4, 12), date(2027, 4, 22), "12–22 April", "12–22 Apr", "12–22 April 2027"),
        ("da", date(2027, 4, 26), date(2027, 5, 7), "26. april – 7. maj", "26. apr. – 7. maj", "26. april – 7. maj 2027"),
        ("en", date(2027, 4, 26), date(2027, 5, 7), "26 April – 7 May", "26 Apr – 7 May", "26 April – 7 May 2027"),
        ("da", date(2026, 10, 30), date(2027, 1, 3), "30. oktober – 3. januar", "30. okt. – 3. jan.", "30. oktober 2026 – 3. januar 2027"),
        ("en", date(2026, 10, 30), date(2027, 1, 3), "30 October – 3 January", "30 Oct – 3 Jan", "30 October 2026 – 3 January 2027"),
    ],
)
def test_a_span_says_its_month_and_its_year_once(language: str, first: date, last: date, days: str, short: str, dates: str) -> None:
    speaker = voice(language)

    assert speaker.days(first, last) == days
    assert speaker.short_days(first, last) == short
    assert speaker.dates(first, last) == dates


@pytest.mark.parametrize(
    ("language", "words", "aloud"),
    [
        ("da", "Du siger »det er os« eller »det er ikke os«.", "Du siger ›det er os‹ eller ›det er ikke os‹."),
        ("en", "You say ‘that’s us’ or ‘that’s not us’. It’s ours.", "You say “that’s us” or “that’s not us”. It’s ours."),
        ("en", "The mentors’ words aren’t ours.", "The mentors’ words aren’t ours."),
    ],
)
def test_what_is_quoted_within_words_to_say_has_the_inner_quotation_marks(language: str, words: str, aloud: str) -> None:
    assert voice(language).aloud(words) == aloud
