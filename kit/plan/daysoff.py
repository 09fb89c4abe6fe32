"""Which days nobody meets, and why: weekends, public holidays, closed periods, breaks. The only module that knows `holidays`.

`holidays` names days in the language that it is told, else in that of the process; we always tell it. It knows no days after
2100 and says so by an empty table (https://holidays.readthedocs.io); the format allows dates to 2099.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import groupby

import holidays
from holidays.registry import COUNTRIES

from kit.model.library import Break
from kit.model.organisation import Organisation
from kit.model.problem import Reason
from kit.model.programme import Closed
from kit.model.words import Text

ONE_DAY = timedelta(days=1)
AROUND = 45  # longer than any break: its whole length is told
NOON = time(12)
LIBRARY_LANGUAGES = {"da": "da", "en": "en_US"}
REALM = ("DK", "GL", "FO")  # where 1 May and 5 June end at noon
ALWAYS_CAPITAL = ("Kristi", "Olavs")
NORDIC = ("da", "no", "sv")
CODES = tuple(code for _, *codes in COUNTRIES.values() for code in codes if len(code) == 2)


class UnknownCountry(LookupError):
    """The library has no holidays for this country or part of it."""


class Countries(Mapping[str, tuple[str, ...]]):
    """The countries whose public holidays we know, each with those of its parts that have their own; loaded when it is asked for.

    `holidays.list_supported_countries` loads all 250 of them, a tenth of what it takes to read an organisation.
    """

    def __getitem__(self, country: str) -> tuple[str, ...]:
        if country not in CODES:
            raise KeyError(country)
        return tuple(getattr(holidays, country).subdivisions)

    def __iter__(self) -> Iterator[str]:
        return iter(CODES)

    def __len__(self) -> int:
        return len(CODES)


def countries() -> Mapping[str, tuple[str, ...]]:
    return Countries()


@lru_cache(maxsize=2000)
def public_holidays(country: str, subdivision: str | None, year: int) -> Mapping[date, Text]:
    """The public holidays of one year with their names as they read in a sentence."""
    return _named(country, subdivision, year, ("public",))


@lru_cache(maxsize=2000)
def half_days(country: str, year: int) -> Mapping[date, Text]:
    """The days that end at noon: in the Danish realm 1 May and 5 June."""
    if country not in REALM:
        return {}
    named = _named("DK", None, year, ("optional",))
    return {on: name for on, name in named.items() if (on.month, on.day) in ((5, 1), (6, 5))}


@lru_cache(maxsize=2000)
def eves(year: int) -> Mapping[date, Text]:
    """24 and 31 December: no country meets then."""
    named = _named("DK", None, year, ("optional",))
    return {on: name for on, name in named.items() if on.month == 12}


def _named(country: str, subdivision: str | None, year: int, categories: tuple[str, ...]) -> Mapping[date, Text]:
    try:
        spoken = _languages(country)
        tables = {
            code: holidays.country_holidays(country, subdiv=subdivision, years=year, language=name, categories=categories)
            for code, name in spoken.items()
        }
    except NotImplementedError:
        raise UnknownCountry(country) from None
    return {on: _name({code: table[on] for code, table in tables.items()}, spoken) for on in tables["en"]}


def _name(names: Mapping[str, str], spoken: Mapping[str, str | None]) -> Text:
    return Text(tuple((code, in_a_sentence(name, spoken[code])) for code, name in names.items()), everywhere=names["en"])


def _languages(country: str) -> Mapping[str, str | None]:
    """What the library speaks for each of our languages: the country's own where it does not know ours."""
    if country not in CODES:
        raise UnknownCountry(country)
    kind = getattr(holidays, country)
    return {code: name if name in kind.supported_languages else kind.default_language for code, name in LIBRARY_LANGUAGES.items()}


def in_a_sentence(name: str, language: str | None) -> str:
    """Nordic languages write most holidays small: *skærtorsdag*, but *Kristi himmelfartsdag*. Of two names on a day, the first."""
    first = name.split(";")[0].strip()
    if language not in NORDIC or first.startswith(ALWAYS_CAPITAL):
        return first
    return first[:1].lower() + first[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """The days off of one organisation."""

    country: str
    subdivision: str | None = None
    closed: tuple[tuple[date, date], ...] = ()
    breaks: tuple[Break, ...] = ()
    known: dict[tuple[date, bool], Reason | None] = field(default_factory=dict, compare=False, repr=False)

    def why_closed(self, on: date) -> Reason | None:
        """Why `on` is not a working day: a weekend, a public holiday or a closed period. None when it is one."""
        if on.weekday() >= 5:
            return Reason(code="off.weekend", values={"on": on})
        name = public_holidays(self.country, self.subdivision, on.year).get(on)
        if name is not None:
            return Reason(code="off.holiday", values={"on": on, "name": name})
        if any(first <= on <= last for first, last in self.closed):
            return Reason(code="off.closed", values={"on": on})
        return None

    def why_no_meeting(self, on: date, end: time = NOON) -> Reason | None:
        """Why nobody meets on `on` when the meeting ends at `end`; None when they can."""
        after_noon = end > NOON
        if (on, after_noon) not in self.known:
            self.known[on, after_noon] = self._why_no_meeting(on, after_noon)
        return self.known[on, after_noon]

    def _why_no_meeting(self, on: date, after_noon: bool) -> Reason | None:
        if reason := self.why_closed(on):
            return reason
        eve = eves(on.year).get(on)
        if eve is not None:
            return Reason(code="off.holiday", values={"on": on, "name": eve})
        if after_noon and (name := half_days(self.country, on.year).get(on)):
            return Reason(code="off.half-day", values={"on": on, "name": name})
        kept = next((kept for kept in self.breaks if within(kept, on)), None)
        return Reason(code="off.break", values={"on": on, "name": kept.title}) if kept else None

    def is_free(self, on: date, end: time = NOON) -> bool:
        return self.why_no_meeting(on, end) is None

    def is_working_day(self, on: date) -> bool:
        return self.why_closed(on) is None


def spells(off: DaysOff, first: date, last: date) -> tuple[Closed, ...]:
    """The closed periods and breaks that touch the days from `first` to `last`, in order."""
    own = [Closed(first=start, last=end) for start, end in off.closed if start <= last and end >= first]
    around = [first + ONE_DAY * number for number in range(-AROUND, (last - first).days + AROUND)]
    kept = [Closed(first=days[0], last=days[-1], name=each.title) for each in off.breaks for days in _runs(each, around)]
    return tuple(sorted([*own, *(found for found in kept if found.first <= last and found.last >= first)], key=lambda found: found.first))


def around(off: DaysOff, first: date, last: date) -> tuple[date, ...]:
    """The days on which nobody works, from well before `first` to well after `last`."""
    days = (first + ONE_DAY * number for number in range(-AROUND, (last - first).days + AROUND))
    return tuple(on for on in days if not off.is_working_day(on))


def _runs(kept: Break, days: Sequence[date]) -> Iterator[list[date]]:
    """The days in a break, run by run."""
    for inside, run in groupby(days, key=lambda on: within(kept, on)):
        if inside:
            yield list(run)


def within(kept: Break, on: date) -> bool:
    """Whether `on` lies in the break; one whose last day comes before its first runs over the New Year."""
    if on.isocalendar().week in kept.weeks:
        return True
    if kept.first is None or kept.last is None:
        return False
    day = (on.month, on.day)
    if kept.first <= kept.last:
        return kept.first <= day <= kept.last
    return day >= kept.first or day <= kept.last


def of(organisation: Organisation, breaks: Mapping[str, tuple[Break, ...]]) -> DaysOff:
    """The organisation's days off. Raises UnknownCountry."""
    wish = organisation.programme
    country = wish.holidays.country
    public_holidays(country, wish.holidays.subdivision, 2027)
    chosen = wish.breaks or ("dk-schools" if country == "DK" else "none")
    return DaysOff(country=country, subdivision=wish.holidays.subdivision, closed=wish.closed, breaks=breaks.get(chosen, ()))
