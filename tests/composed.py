"""The examples' handbooks and packs, composed once for all tests that read them. Figures are left out: they are drawn, not written."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kit import check, compose
from kit.model.book import Book, Pack
from kit.pipeline import Known
from tests.helpers import example, known, voice

OF_EACH_KIND = """\
organisation: {name: Lilleby Kommune}
languages: [da, en]
programme: {strategy: {da: Grundlag, en: Charter}}
groups:
  - {id: tight, name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03, format: FORMAT}
  - {id: three, name: Hold 2, cohort: aspiring-leaders, first_meeting: 2027-02-04, format: FORMAT, meetings: 3, closing_conversations: true}
  - {id: loose, name: Hold 3, cohort: acting-leaders, first_meeting: 2027-02-05, format: FORMAT}
"""


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


@cache
def of_each_kind(meets: str) -> Known:
    """A group that follows each of the agendas: four tight meetings, three and conversations, four loose ones."""
    with TemporaryDirectory() as folder:
        return known(Path(folder), OF_EACH_KIND.replace("FORMAT", meets))


@cache
def guide(template: str, language: str, meets: str) -> str:
    """The page of the meeting that follows this agenda."""
    groups = of_each_kind(meets).programme.groups
    pages = {page.id: page.markdown for page in _book_of_each_kind(language, meets).pages}
    meetings = [(group, meeting) for group in groups for meeting in group.meetings if meeting.agenda.template == template]
    return next(pages[f"groups/{group.id}/meeting-{meeting.number}"] for group, meeting in meetings)


@cache
def _book_of_each_kind(language: str, meets: str) -> Book:
    made = of_each_kind(meets)
    return compose.book(made.source.organisation, made.programme, made.library, voice(language))
