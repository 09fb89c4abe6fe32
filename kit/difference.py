"""What a change means for people: two versions of an organisation become the dates, findings, pages and sheets that differ. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from kit.model.book import Book, Pack
from kit.model.programme import Event, Programme
from kit.words import Voice

Key = TypeVar("Key")
Value = TypeVar("Value")


def dates(old: Programme, new: Programme, voice: Voice) -> Iterator[str]:
    """Every event that came, went or moved to another day or hour."""
    names = {group.id: str(voice.value(group.name)) for programme in (old, new) for group in programme.groups}
    for key, before, after in _pairs(_by_occasion(old), _by_occasion(new)):
        event = after or before
        if event and _when(before, voice) != _when(after, voice):
            whose = f" · {names[event.group]}" if event.group else ""
            title = voice.say(f"event.{key[0]}", ordinal=voice.ordinal(event.number or 0), number=event.number or 0)
            yield voice.say("diff.date", title=f"{title}{whose}", before=_when(before, voice), after=_when(after, voice))


def _by_occasion(programme: Programme) -> dict[tuple[str, str | None, int | None, int], Event]:
    """Events by kind, group and number; the last number tells those apart that share all three."""
    found: dict[tuple[str, str | None, int | None, int], Event] = {}
    for event in programme.events:
        turn = sum(1 for kind, group, number, _ in found if (kind, group, number) == (event.kind, event.group, event.number))
        found[event.kind, event.group, event.number, turn] = event
    return found


def _when(event: Event | None, voice: Voice) -> str:
    if event is None:
        return "–"
    return voice.date(event.on) + (f" {voice.clocks(event.start, event.end)}" if event.start and event.end else "")


def findings(old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    """Remarks that went and remarks that came, as they are said."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    yield from (f"- {said}" for said in before if said not in after)
    yield from (f"+ {said}" for said in after if said not in before)


def pages(old: Iterable[Book], new: Iterable[Book]) -> Iterator[str]:
    """Pages that came, went or say something else."""
    before, after = ({f"{book.root}/{page.path}".lstrip("/"): page for book in books for page in book.pages} for books in (old, new))
    yield from (f"{_sign(was, now)} {path}" for path, was, now in _pairs(before, after) if was != now)


def sheets(old: Iterable[Pack], new: Iterable[Pack]) -> Iterator[str]:
    """Sheets to print again."""
    before, after = (
        {f"{pack.language}/{pack.name}: {sheet.title}": (sheet, pack.foot) for pack in packs for sheet in pack.sheets}
        for packs in (old, new)
    )
    yield from (f"{_sign(was, now)} {name}" for name, was, now in _pairs(before, after) if was != now)


def _pairs(old: Mapping[Key, Value], new: Mapping[Key, Value]) -> Iterator[tuple[Key, Value | None, Value | None]]:
    """Everything that is in either, in the new order, what is gone last."""
    yield from ((key, old.get(key), value) for key, value in new.items())
    yield from ((key, value, None) for key, value in old.items() if key not in new)


def _sign(was: object, now: object) -> str:
    return "+" if was is None else "-" if now is None else "~"
