"""The examples' handbooks and packs, composed once for all tests that read them. Figures are left out: they are drawn, not written."""

from functools import cache

from kit import check, compose
from kit.model.book import Book, Pack
from tests.helpers import example, voice


@cache
def book(name: str, language: str) -> Book:
    known = example(name)
    whole = known.source.organisation
    deviations = check.deviations(whole, known.programme, known.library, known.findings)
    return compose.book(
        whole,
        known.programme,
        known.library,
        voice(language),
        inserts=known.source.inserts,
        deviations=deviations,
        rules=check.cards(),
    )


@cache
def packs(name: str, language: str) -> tuple[Pack, ...]:
    known = example(name)
    return compose.packs(known.source.organisation, known.programme, known.library, voice(language))
