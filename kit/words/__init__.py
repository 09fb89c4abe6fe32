"""How we speak: sentences by code, dates, clock times and numbers in one language. The only module that knows Babel.

The sentences are values (`kit/read/sentences.py` reads them from the YAML files beside this one), so a new language is
two files and no code: its locale and date patterns are sentences too.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import time

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from kit.model.problem import Reason
from kit.model.words import Text

Said = Callable[[datetime.date], str]


class Voice:
    """One language's sentences and its way of saying dates and numbers."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self.sentences = sentences
        self.locale = sentences["locale"]

    def say(self, code: str, **values: object) -> str:
        """The sentence of `code` with values put in; `code.one` is used where `count` is 1 and such a sentence exists."""
        one = f"{code}.one"
        chosen = one if values.get("count") == 1 and one in self.sentences else code
        return self.sentences[chosen].format_map({name: Spoken(value, self) for name, value in values.items()})

    def tell(self, code: str, values: Mapping[str, object]) -> str:
        """As `say`, for values that may come in several languages: `holiday.da` and `holiday.en` become `holiday`."""
        own = {name.removesuffix(f".{self.language}"): value for name, value in values.items() if name.endswith(f".{self.language}")}
        return self.say(code, **{name: value for name, value in values.items() if "." not in name}, **own)

    def knows(self, code: str) -> bool:
        return code in self.sentences

    def value(self, value: object) -> object:
        """A value as it reads in a sentence: dates and numbers spoken, several joined with *og*."""
        if isinstance(value, Text):
            return value.said_in(self.language) if value.has(self.language) else str(value.by_language[0][1])
        if isinstance(value, Reason):
            return self.say(value.code, **value.values)
        if isinstance(value, datetime.date):
            return self.date(value)
        if isinstance(value, time):
            return self.clock(value)
        if isinstance(value, float):
            return self.number(value)
        if isinstance(value, tuple):
            return self.several(str(self.value(part)) for part in value)
        return value

    def date(self, on: datetime.date) -> str:
        """3. februar 2027 · 3 February 2027"""
        return format_date(on, self.sentences["format.date"], locale=self.locale)

    def day_month(self, on: datetime.date) -> str:
        """3. februar · 3 February"""
        return format_date(on, self.sentences["format.day-month"], locale=self.locale)

    def short_day_month(self, on: datetime.date) -> str:
        """3. feb. · 3 Feb"""
        return format_date(on, self.sentences["format.short-day-month"], locale=self.locale)

    def short_date(self, on: datetime.date) -> str:
        """3. feb. 2027 · 3 Feb 2027"""
        return format_date(on, self.sentences["format.short-date"], locale=self.locale)

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """12.–22. april, 26. april – 7. maj · 12–22 April, 26 April – 7 May"""
        return self._days(first, last, self.day_month, self.day_month)

    def short_days(self, first: datetime.date, last: datetime.date) -> str:
        """12.–22. apr., 26. apr. – 7. maj · 12–22 Apr, 26 Apr – 7 May"""
        return self._days(first, last, self.short_day_month, self.short_day_month)

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """12.–22. april 2027 · 12–22 April 2027; the year once, unless there are two."""
        return self._days(first, last, self.day_month if first.year == last.year else self.date, self.date)

    def short_dates(self, first: datetime.date, last: datetime.date) -> str:
        """12.–22. apr. 2027 · 12–22 Apr 2027; the year once, unless there are two."""
        return self._days(first, last, self.short_day_month if first.year == last.year else self.short_date, self.short_date)

    def _days(self, first: datetime.date, last: datetime.date, start: Said, end: Said) -> str:
        if (first.year, first.month) == (last.year, last.month):
            return self.sentences["format.days-in-month"].format(day=first.day, last=end(last))
        return self.sentences["format.days"].format(first=start(first), last=end(last))

    def weekday(self, on: datetime.date) -> str:
        return format_date(on, "EEEE", locale=self.locale)

    def weekday_date(self, on: datetime.date) -> str:
        """onsdag den 3. februar · Wednesday 3 February"""
        return format_date(on, self.sentences["format.weekday-date"], locale=self.locale)

    def month(self, on: datetime.date) -> str:
        return format_date(on, "LLLL", locale=self.locale)

    def clock(self, at: time) -> str:
        """15.30 · 15:30"""
        return format_time(at, self.sentences["format.clock"], locale=self.locale)

    def clocks(self, start: time, end: time) -> str:
        """15.30–18.30 · 15:30–18:30"""
        return f"{self.clock(start)}–{self.clock(end)}"

    def number(self, number: float) -> str:
        """1.234,5 · 1,234.5; never more than two decimals."""
        return format_decimal(number, format="#,##0.##", locale=self.locale)

    def span(self, first: float, last: float) -> str:
        """15–21, or one number when both are the same."""
        least, most = self.number(first), self.number(last)
        return least if least == most else f"{least}–{most}"

    def money(self, amount: float, currency: str) -> str:
        return format_currency(amount, currency, format=self.sentences["format.money"], locale=self.locale, currency_digits=False)

    def words(self, number: int) -> str:
        """Numbers to ten in letters, above in digits (prose.md)."""
        return self.sentences.get(f"number.{number}", self.number(number))

    def ordinal(self, number: int) -> str:
        """4. · fourth"""
        return self.sentences.get(f"ordinal.{number}", self.sentences["ordinal"].format(number=number))

    def quoted(self, value: object) -> str:
        """»Hold 1« · ‘Group 1’"""
        return self.sentences["format.quoted"].format(words=self.value(value))

    def aloud(self, words: str) -> str:
        """Words that will stand in quotation marks: what they quote themselves gets the inner ones, ›ikke endnu‹ · “not yet”."""
        opens, closes = map(re.escape, self.sentences["format.quoted"].split("{words}"))
        within = self.sentences["format.quoted-within"]
        quoted = rf"{opens}((?:(?!{opens}|{closes}).|(?<=\w){closes}(?=\w))+){closes}(?!\w)"  # an English apostrophe closes nothing
        return re.sub(quoted, lambda found: within.format(words=found[1]), words)

    def several(self, parts: Iterable[str]) -> str:
        """a, b og c"""
        *first, last = list(parts) or [""]
        return f"{', '.join(first)} {self.sentences['and']} {last}" if first else last


class Spoken:
    """A value in a sentence, which may ask for another form of it: `{on:weekday}` onsdag den 3. februar, `{on:day}` 3. februar,
    `{mentees:words}` seks, `{meeting:ordinal}` 4., `{group:quoted}` »Hold 1«.
    """

    def __init__(self, value: object, voice: Voice) -> None:
        self.value = value
        self.voice = voice

    def __str__(self) -> str:
        return str(self.voice.value(self.value))

    def __format__(self, form: str) -> str:
        value, voice = self.value, self.voice
        if isinstance(value, datetime.date) and form:
            return {"weekday": voice.weekday_date, "day": voice.day_month}[form](value)
        if form == "quoted":
            return voice.several(voice.quoted(part) for part in (value if isinstance(value, tuple) else (value,)))
        if isinstance(value, int | float) and form:
            return {"words": voice.words, "ordinal": voice.ordinal}[form](int(value))
        return format(str(self), form)
