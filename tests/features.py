"""docs/features.md from docs/features-wanted.md: each of F001–F106 with something countable in the composed output, or as missing.

`python -m tests.features` writes it. A proof looks at the example's handbook, packs and calendars as a reader gets them, in both
languages, and says what it counted; "" is missing. Rows without a proof belong to later work.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kit import check, compose
from kit.model import sheets
from kit.model.book import Drawing, Page, Sheet
from kit.model.calendar import Calendar
from kit.render import figures, markdown
from tests import composed
from tests.helpers import HOME, ROOT, example, library, voice
from tests.prose.measure import words
from tests.prose.stretches import Stretch, stretches
from tests.written import LANGUAGES

EXAMPLE = "nordby"
WANTED = ROOT / "docs" / "features-wanted.md"
MADE = ROOT / "docs" / "features.md"
CHANGES = ROOT / "CHANGELOG.md"
MINUTES = re.compile(r"gm-m(\d+)")


@dataclass(frozen=True)
class Shown:
    """What a reader gets in one language."""

    language: str

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {page.id: page for page in composed.book(EXAMPLE, self.language).pages}

    @cached_property
    def drawn(self) -> Mapping[str, Drawing]:
        known = example(EXAMPLE)
        return figures.drawn(
            known.programme, library(), voice(self.language), compose.colours(known.source.organisation.brand.primary), HOME.themes
        )

    @cached_property
    def sheets(self) -> dict[str, dict[str, Sheet]]:
        """Sheets by pack and id."""
        return {pack.name: {sheet.id: sheet for sheet in pack.sheets} for pack in composed.packs(EXAMPLE, self.language)}

    def html(self, page: str) -> str:
        return markdown.html(self.pages[page].markdown) if page in self.pages else ""

    def stretches(self, page: str) -> tuple[Stretch, ...]:
        return stretches(self.pages[page].markdown) if page in self.pages else ()

    def sections(self, page: str) -> int:
        return self.html(page).count("<h2")

    def count(self, page: str, pattern: str) -> int:
        return len(re.findall(pattern, self.html(page)))

    def rows(self, page: str, section: str = "") -> int:
        """Rows in the tables of a page, or of one of its sections."""
        return len(re.findall("<tr", self.table(page, section)))

    def fields(self, section: str) -> int:
        """Fields of a form: one in a row, or several that say the same."""
        heads = re.findall(r"(?s)<th\b.*?</th>", self.table("forms", section))
        return sum(max(1, head.count("<li>")) for head in heads)

    def table(self, page: str, section: str) -> str:
        """What stands under the heads of a page's tables, or of the one in a section."""
        inside = self.html(page)
        if section:
            _, _, inside = inside.partition(f'id="{section}"')
            inside = inside.partition("<h2")[0].partition("</table>")[0]
        return re.sub(r"(?s)<thead>.*?</thead>", "", inside)

    def anchors(self, page: str, *names: str) -> bool:
        return all(f'id="{name}"' in self.html(page) for name in names)

    def draws(self, page: str, maker: str) -> bool:
        """Whether the outline puts a drawing on a page."""
        pages = [entry for section in library().outline.sections for entry in section.pages]
        return any(piece.make == maker for entry in pages if entry.id == page for piece in entry.pieces)

    def guides(self) -> list[Page]:
        return [page for page in self.pages.values() if page.layout == "guide"]

    def pack(self, beginning: str) -> dict[str, Sheet]:
        """The first pack whose name begins so."""
        return next((found for name, found in self.sheets.items() if name.startswith(beginning)), {})

    def say(self, code: str) -> str:
        return voice(self.language).say(code)


Proof = Callable[[Shown], str]


def told(count: int, what: str, least: int = 1) -> str:
    """`12 rows on the page`, or nothing when there are too few."""
    return f"{count} {what}" if count >= least else ""


def both(*proofs: str) -> str:
    """All of them, or nothing."""
    return ", ".join(proofs) if all(proofs) else ""


def sections(page: str, least: int = 2) -> Proof:
    return lambda shown: told(shown.sections(page), f"sections on {page}", least)


def section(page: str, *names: str) -> Proof:
    return lambda shown: f"{', '.join(names)} on {page}" if shown.anchors(page, *names) else ""


def rows(page: str, name: str = "", least: int = 3) -> Proof:
    return lambda shown: told(shown.rows(page, name), f"rows on {page}", least)


def form(name: str, least: int = 3) -> Proof:
    """A form on the page of forms and as a sheet of its own, with so many things to fill in."""
    return lambda shown: both(
        told(shown.fields(f"form-{name}"), f"fields of {name}", least), "a sheet" if f"sheets/{name}" in shown.sheets else ""
    )


def figure(page: str, name: str) -> Proof:
    """A drawing that stands on a page of the outline, with a table that has rows."""
    return lambda shown: (
        told(len(shown.drawn[name].rows), f"rows drawn on {page}") if shown.draws(page, f"{name}-figure") and name in shown.drawn else ""
    )


def ticks(page: str, least: int = 3) -> Proof:
    return lambda shown: told(shown.count(page, r'type="checkbox"'), f"things to tick on {page}", least)


def letters(*names: str) -> Proof:
    return lambda shown: (
        told(len(names), "letters: " + ", ".join(names)) if shown.anchors("letters", *(f"letter-{name}" for name in names)) else ""
    )


def rules(*names: str) -> Proof:
    known = {rule.name for rule in check.RULES}
    return lambda _: f"rules {', '.join(names)}" if set(names) <= known else ""


def tested(file: str, *claims: str) -> Proof:
    """Tests of the real output that stand in a file."""
    said = (ROOT / "tests" / file).read_text(encoding="utf-8") if (ROOT / "tests" / file).is_file() else ""
    return lambda _: f"{len(claims)} tests in tests/{file}" if all(f"def test_{claim}(" in said for claim in claims) else ""


def sheet(pack: str, name: str, what: str) -> Proof:
    return lambda shown: what if name in shown.pack(pack) else ""


def events(kind: str, least: int = 1) -> Proof:
    """Dates of one kind, all of which stand in the calendar."""

    def counted(shown: Shown) -> str:
        days = [event.on.isoformat() for event in example(EXAMPLE).programme.events if event.kind == kind]
        return told(len(days), f"dates of {kind}", least) if all(f'datetime="{day}"' in shown.html("calendar") for day in days) else ""

    return counted


def all_of(*proofs: Proof) -> Proof:
    return lambda shown: both(*(proof(shown) for proof in proofs))


# --- single proofs that need a sentence of their own


def strategy(shown: Shown) -> str:
    wanted = example(EXAMPLE).source.organisation.programme.strategy.said_in(shown.language)
    return told(sum(wanted in " ".join(s.words for s in shown.stretches(page)) for page in shown.pages), "pages name the strategy")


def dose(shown: Shown) -> str:
    frame = " ".join(stretch.words.lower() for stretch in shown.stretches("what-is-it") + shown.stretches("course-on-a-page"))
    said = [voice(shown.language).words(int(library().method[name].value)) for name in ("meetings", "hours", "months")]  # type: ignore[call-overload]
    return f"{' × '.join(said)} stated" if all(re.search(rf"\b{number}\b", frame) for number in said) else ""


def roles(shown: Shown) -> str:
    names = [shown.say(f"role.{role}") for role in ("hr", "mentor", "mentee", "line-manager", "sponsor")]
    html = shown.html("roles")
    return both(told(sum(name in html for name in names), "roles", 5), told(html.count("<caption"), "phases", 5))


def minutes(html: str) -> int:
    return sum(int(found) for found in MINUTES.findall(re.sub(r"(?s)^.*?<table class=\"gm-agenda\"", "", html)))


def seminar_day(shown: Shown) -> str:
    seminar = example(EXAMPLE).programme.seminar
    assert seminar is not None
    return (
        f"{seminar.agenda.minutes} minutes in {shown.count('seminar', 'gm-m[0-9]+')} items"
        if minutes(shown.html("seminar")) == seminar.agenda.minutes
        else ""
    )


def guides_sum(shown: Shown) -> str:
    lengths = {
        f"groups/{group.id}/meeting-{meeting.number}": meeting.agenda.minutes
        for group in example(EXAMPLE).programme.groups
        for meeting in group.meetings
    }
    fits = [page for page, length in lengths.items() if minutes(shown.html(page)) == length]
    return told(len(fits), "agendas that sum", len(lengths))


def scripts(shown: Shown) -> str:
    whole = [
        sheet.holds
        for sheet in shown.pack("seminar-pack").values()
        if isinstance(sheet.holds, sheets.Script)
        and sheet.holds.purpose_md
        and sheet.holds.snags
        and sheet.holds.side
        and sheet.holds.parts
    ]
    return told(len(whole), "blocks with purpose, steps, materials and snags", 9)


def handouts(shown: Shown) -> str:
    return told(sum(bool(re.fullmatch(r"handout-h\d+", name)) for name in shown.pack("seminar-pack")), "handouts", 14)


def templates() -> dict[str, int]:
    """Meetings by agenda, over all groups."""
    found: dict[str, int] = {}
    for group in example(EXAMPLE).programme.groups:
        for meeting in group.meetings:
            found[meeting.agenda.template] = found.get(meeting.agenda.template, 0) + 1
    return found


def guides(shown: Shown) -> str:
    return both(told(len(templates()), "guides", 8), told(len(shown.guides()), "pages"))


def in_every_guide(*names: str) -> Proof:
    return lambda shown: told(sum(shown.anchors(page.id, *names) for page in shown.guides()), "guides", len(shown.guides()))


def tight_and_loose(_: Shown) -> str:
    return told(
        sum(f"aspiring-{n}" in library().agendas and f"acting-{n}" in library().agendas for n in range(1, 5)), "meetings in both forms", 4
    )


def plan_b(shown: Shown) -> str:
    least = min(shown.rows(page.id, "if-it-happens") for page in shown.guides())
    return told(least, "rows or more in every guide", 5)


def next_steps(shown: Shown) -> str:
    """Every meeting but the last leads to homework of its own page; the last to the network or to a conversation."""
    groups = example(EXAMPLE).programme.groups
    gaps = [f"groups/{group.id}/homework-{number}" for group in groups for number in range(1, len(group.meetings))]
    ends = all("network-agreement" in shown.pack(f"mentee-workbook-{group.id}") for group in groups)
    return told(sum(page in shown.pages for page in gaps), "gaps with their step", len(gaps)) if ends else ""


def smaller_groups(shown: Shown) -> str:
    sizes = {group.mentees for group in example(EXAMPLE).programme.groups}
    return (
        both(
            f"agendas for {' and '.join(map(str, sorted(sizes)))} mentees",
            rows("fewer-mentees", least=0)(shown),
            sections("fewer-mentees")(shown),
        )
        if len(sizes) > 1
        else ""
    )


def samples(shown: Shown) -> str:
    html = shown.html("sample-answers")
    fiction = len(re.findall(r"<h3[^>]*>[^<]*\((?:opdigtet|fictional)\)", html))
    assignments = html.count(f"<caption>{shown.say('homework.frame')}")
    return f"{fiction} fictional answers to {assignments} assignments" if fiction >= 2 * assignments > 0 else ""


def reflection(_: Shown) -> str:
    carried = [found for found in library().assignments.values() if found.kind == "reflection"]
    return told(sum(len(found.questions) for found in carried), f"questions to carry in {len(carried)} gaps", 6)


def workbook(*names: str) -> Proof:
    return lambda shown: told(
        sum(name in shown.pack("mentee-workbook-hold-a") for name in names), f"sheets of the workbook: {', '.join(names)}", len(names)
    )


def questions(shown: Shown) -> str:
    tables = re.findall(r'(?s)<table class="gm-table gm-questions[^"]*">.*?</table>', shown.html("questions"))
    return told(sum(table.count("<tr") - table.count("<thead") for table in tables), f"questions by {len(tables)} themes", 60)


def works(shown: Shown) -> str:
    return told(len(re.findall(r"\(\d{4}\)", shown.html("reading-list"))), "works", 10)


def watch_for(shown: Shown) -> str:
    lists = ("watch-for-recruitment", "watch-for-meetings", "watch-for-results")
    return both(*(told(shown.count(page, f'id="{page}-'), f"on {page}", 10) for page in lists))


def no_promise(shown: Shown) -> str:
    sentence = {"da": "ikke et løfte om et lederjob", "en": "not a promise of a leadership post"}[shown.language]
    said = " ".join(stretch.words for page in ("letters", "news-text") for stretch in shown.stretches(page))
    return told(said.count(sentence), "letters say it", sum(letter.no_promise for letter in library().letters))


def moved(shown: Shown) -> str:
    """The figure of the whole course says which meeting was moved, and why."""
    speaking = voice(shown.language)
    moves = [meeting.moved for group in example(EXAMPLE).programme.groups for meeting in group.meetings if meeting.moved]
    told_why = [str(speaking.value(move.reason.values.get("why", move.reason))) for move in moves]
    said = " ".join(re.sub(r"<[^>]+>", " ", shown.drawn["timeline"].svg).split())
    return told(len(moves), "meeting moved, its reason in the figure") if all(why in said for why in told_why) else ""


def working_days(_: Shown) -> str:
    days = [meeting.homework_due for group in example(EXAMPLE).programme.groups for meeting in group.meetings if meeting.homework_due]
    return told(len(days), "deadlines, all Monday to Friday") if all(day.weekday() < 5 for day in days) else ""


def calendars(shown: Shown) -> str:
    made = _calendars(shown)
    return both(
        told(len(made), "calendars", 3),
        *(told(sum(role in name for name in made), f"for {role}") for role in ("coordinator", "mentor", "mentee")),
    )


def alarms(shown: Shown) -> str:
    return told(sum(len(entry.alarms) for calendar in _calendars(shown).values() for entry in calendar.entries), "alarms")


def _calendars(shown: Shown) -> dict[str, Calendar]:
    known = example(EXAMPLE)
    book = composed.book(EXAMPLE, shown.language)
    made = compose.calendars(known.source.organisation, known.programme, known.library, voice(shown.language), book)
    return {calendar.name: calendar for calendar in made}


def faq(shown: Shown) -> str:
    return told(sum(stretch.level == 3 for stretch in shown.stretches("faq")), "questions", 25)


def compared(shown: Shown) -> str:
    return (
        told(sum(len(group.one_to_one) for group in example(EXAMPLE).programme.budget.groups), "comparisons with their break-even")
        if shown.rows("group-or-one-to-one")
        else ""
    )


def cost(shown: Shown) -> str:
    found = example(EXAMPLE).programme.budget.cost
    amount = voice(shown.language).number(found.amount) if found else "none"
    return f"{found.amount} {found.currency} on budget" if found and amount in shown.html("budget") else ""


def bases(shown: Shown) -> str:
    return told(sum("gm-bases" in page.markdown for page in shown.pages.values()), "pages say what they rest on", 50)


def whole(shown: Shown) -> str:
    other = "en" if shown.language == "da" else "da"
    same = [page.id for page in composed.book(EXAMPLE, shown.language).pages] == [page.id for page in composed.book(EXAMPLE, other).pages]
    return told(len(shown.pages), "pages in each language") if same else ""


def measured(shown: Shown) -> str:
    return told(sum(len(words(page.markdown)) > 0 for page in shown.pages.values()), "pages measured by make prose")


def packs(*beginnings: str) -> Proof:
    return lambda shown: told(sum(bool(shown.pack(name)) for name in beginnings), f"booklets: {', '.join(beginnings)}", len(beginnings))


def slides(shown: Shown) -> str:
    counted = [len(sheet.holds.slides) for sheet in shown.pack("seminar-pack").values() if isinstance(sheet.holds, sheets.SlidesSmall)]
    return f"{counted[0]} slides with notes" if counted else ""


def dated_tasks(shown: Shown) -> str:
    doors = [page for page in shown.pages.values() if page.layout == "door"]
    return told(
        sum(bool(re.search(r"\d", task["when"])) for page in doors for task in page.data["tasks"]), f"dated tasks at {len(doors)} doors", 10
    )


def printed(shown: Shown) -> str:
    holds = shown.pack("seminar-pack").get("print-list")
    rows_ = len(holds.holds.rows) if holds and isinstance(holds.holds, sheets.Table) else 0
    return told(rows_, "rows with copies", 14)


def nobody(_: Shown) -> str:
    known = example("minimal")
    return "minimal has a handbook and no roster" if known.source.roster is None and composed.book("minimal", "da").pages else ""


def twins(_: Shown) -> str:
    return told(len(library().blocks), "blocks, and none without its twin is read")


def online(shown: Shown) -> str:
    return told(sum(shown.anchors(page.id, "online") for page in shown.guides()), "guides with what changes online", 4)


def last_meetings(shown: Shown) -> str:
    groups = example(EXAMPLE).programme.groups
    ends = [page for group in groups if shown.anchors(page := f"groups/{group.id}/meeting-{len(group.meetings)}", "exercise", "after")]
    return told(len(ends), "last meetings with their ritual", len(groups))


def ethics(shown: Shown) -> str:
    said = "".join(shown.html(page).lower() for page in ("mentor-role", "confidentiality", "ismcp", "sources"))
    return "a code of ethics named" if re.search("etik|etisk|ethic", said) else ""


def pledge(shown: Shown) -> str:
    return "the pledge in the invitation" if re.search("lover også selv|pledge to be a mentor", shown.html("letters")) else ""


PROOFS: dict[str, Proof] = {
    "F001": strategy,
    "F002": all_of(sections("what-is-it"), sections("course-on-a-page", 5)),
    "F003": all_of(rows("theory-of-change", "chain-of-change"), figure("theory-of-change", "chain")),
    "F004": dose,
    "F005": rows("cohort-types", least=8),
    "F006": all_of(section("compose-groups", "group-size"), rules("group-size")),
    "F007": all_of(
        ticks("is-this-for-us", 8),
        section("is-this-for-us", "test-result", "when-not-to"),
        sheet("sheets/is-this-for-us", "is-this-for-us", "a sheet"),
    ),
    "F008": roles,
    "F009": all_of(rows("mandate", "mandate-text", 3), sheet("sponsor-brief", "mandate-text", "a sheet to sign")),
    "F010": all_of(sections("decision-memo", 5), packs("sponsor-brief")),
    "F011": section("small-organisations", "ways-to-join", "joint-agreement"),
    "F012": all_of(sections("recruit-mentors", 5), ticks("recruit-mentors")),
    "F013": section("recruit-mentees", "nomination-steps", "application"),
    "F014": form("answer-and-wishes"),
    "F015": letters("mentor-invitation", "nomination-request", "mentee-invitation", "line-manager"),
    "F016": all_of(rows("selection-talk", "selection-talk-minutes"), section("selection-talk", "selection-talk-listen-for")),
    "F017": all_of(rules("mentor-manages-mentee", "same-unit", "single-gender"), sections("single-gender")),
    "F018": all_of(rows("compose-groups", "composition-worksheet", 5), form("matching-worksheet")),
    "F019": all_of(rules("refill"), letters("drop-out-group", "drop-out-person"), smaller_groups),
    "F020": all_of(section("seminar", "how-long-a-seminar"), rules("seminar-short", "seminar-missing")),
    "F021": seminar_day,
    "F022": scripts,
    "F023": rows("seminar", "the-exercises", 6),
    "F024": handouts,
    "F025": all_of(slides, tested("render/test_slides.py", "every_slide_has_its_title_words_and_notes")),
    "F026": all_of(
        sections("difficult-moments", 5),
        sheet("seminar-pack", "handout-h10", "card H10"),
        sheet("seminar-pack", "cards-dilemmas", "dilemmas"),
    ),
    "F027": all_of(events("mentor-meeting", 8), section("mentor-meetings", "before-a-round", "after-a-round")),
    "F028": sheet("seminar-pack", "handout-h0", "sheet H0"),
    "F029": guides,
    "F030": guides_sum,
    "F031": tight_and_loose,
    "F032": in_every_guide("open-and-close"),
    "F033": all_of(in_every_guide("exercise"), sheet("seminar-pack", "handout-h9", "card H9"), sections("focus-round", 4)),
    "F034": questions,
    "F035": plan_b,
    "F036": next_steps,
    "F037": smaller_groups,
    "F038": all_of(sections("online-and-hybrid"), online),
    "F039": last_meetings,
    "F040": all_of(sections("from-group-to-network"), workbook("network-agreement")),
    "F041": all_of(sections("three-plus-one"), events("closing-conversations"), sections("closing-conversations")),
    "F042": packs("mentee-workbook"),
    "F043": all_of(rows("homework", least=9), workbook("homework-aspiring-1", "homework-aspiring-2")),
    "F044": reflection,
    "F045": workbook("homework-aspiring-2", "homework-aspiring-3"),
    "F046": all_of(section("homework", "goal-sheet"), workbook("goal-sheet")),
    "F047": all_of(section("homework", "circulation", "question-slips"), workbook("question-slips")),
    "F048": all_of(section("homework", "log-book"), workbook("log-1", "log-2", "log-3")),
    "F049": samples,
    "F050": works,
    "F051": all_of(ticks("start-up", 25), dated_tasks),
    "F052": watch_for,
    "F053": rows("risks", least=8),
    "F054": no_promise,
    "F055": section("stop-and-escalate", "stop-limits", "stop-criteria"),
    "F056": events("midway-adjustment"),
    "F057": lambda shown: told(shown.count("calendar", "datetime="), "dates on calendar", 20),
    "F058": events("meeting", 11),
    "F059": moved,
    "F060": working_days,
    "F061": calendars,
    "F062": all_of(letters("seminar-reminder", "meeting-reminder", "homework-reminder"), alarms),
    "F063": all_of(ticks("checklist-room"), ticks("checklist-online"), ticks("checklist-materials")),
    "F064": lambda shown: told(shown.count("letters", 'id="letter-'), "letters", 16),
    "F065": sections("line-manager-sheet", 4),
    "F066": all_of(section("news-text", "letter-news-text"), faq),
    "F067": all_of(letters("certificate"), tested("compose/test_personal.py", "a_certificate_names_the_person_and_leaves_no_blank")),
    "F068": form("group-agreement"),
    "F069": section("confidentiality", "confidentiality-rule", "confidentiality-limits"),
    "F070": all_of(rows("confidentiality", "who-hears-what"), section("confidentiality", "written-work-stays")),
    "F071": form("conflict-of-interest"),
    "F072": ethics,
    "F073": pledge,
    "F074": rows("evaluation", "evaluation-targets"),
    "F075": all_of(form("baseline-survey"), form("end-survey"), form("baseline-survey-mentor"), form("end-survey-mentor")),
    "F076": form("pulse"),
    "F077": all_of(form("follow-up-survey"), events("survey-follow-up")),
    "F078": form("final-report"),
    "F079": rows("budget"),
    "F080": compared,
    "F081": cost,
    "F082": rows("ismcp", least=5),
    "F083": all_of(form("privacy-notice"), sections("data-protection")),
    "F084": nobody,
    "F085": all_of(events("homework-deletion"), events("retention-deletion")),
    "F086": tested(
        "browser/test_access.py", "axe_finds_nothing", "axe_finds_nothing_when_everything_is_open", "text_has_the_contrast_of_aaa"
    ),
    "F087": tested("pdf/test_packs.py", "every_pdf_conforms_and_reads_well"),
    "F089": measured,
    "F088": all_of(
        rows("accessibility", "accessibility-tried", 8),
        section("accessibility", "accessibility-gaps"),
        rows("accessibility", "accessibility-statement", 8),
    ),
    "F090": tested("compose/test_brand.py", "text_and_shapes_hold_their_contrast", "what_was_changed_is_reported"),
    "F091": lambda shown: told(shown.html("glossary").count("<h2") + shown.html("glossary").count("<h3"), "terms that can be replaced", 15),
    "F092": tested("test_every_field.py", "every_field_of_the_format_is_tried", "every_field_changes_something_that_a_person_reads"),
    "F093": lambda _: told(len(check.RULES), "rules, each with its reason and level", 20),
    "F094": sections("deviations"),
    "F095": bases,
    "F096": all_of(
        tested("cli/test_upgrade.py", "own_texts_survive_an_upgrade_and_are_printed"),
        lambda _: told(CHANGES.read_text(encoding="utf-8").count("\n## "), "version in the change log"),
    ),
    "F097": all_of(
        tested("render/test_site.py", "the_same_book_gives_the_same_bytes"),
        tested("render/test_pdf.py", "two_processes_write_the_same_bytes"),
    ),
    "F098": whole,
    "F099": whole,
    "F100": twins,
    "F101": tested("browser/test_use.py", "danish_search_works_from_disk", "the_next_date_is_marked_by_the_readers_clock"),
    "F102": lambda shown: told(len(shown.sheets), "packs and sheets to print", 5),
    "F103": tested("render/test_letters.py", "word_holds_every_composed_word_and_no_mark", "headings_and_points_are_styles"),
    "F104": packs("coordinator-guide", "mentor-guide", "mentee-workbook", "sponsor-brief"),
    "F105": printed,
    "F106": tested("browser/test_use.py", "no_request_leaves_the_site", "danish_search_works_from_disk"),
}


@dataclass(frozen=True)
class Row:
    id: str
    area: str
    wanted: str
    far: str
    built_by: str
    alone: str


def wanted() -> list[Row]:
    lines = WANTED.read_text(encoding="utf-8").splitlines()
    return [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for line in lines if re.match(r"\| F\d{3} ", line)]


def proof(row: Row) -> str:
    """What was counted, in both languages; "" when either lacks it."""
    found = PROOFS.get(row.id)
    said = [found(Shown(language)) for language in LANGUAGES] if found else [""]
    return said[0] if all(said) else ""


def page() -> str:
    """docs/features.md."""
    proven = {row.id: proof(row) for row in wanted()}
    missing = [row for row in wanted() if not proven[row.id]]
    lines = [
        "# What the kit has",
        "",
        "Made by `python -m tests.features` from `features-wanted.md`; do not edit. The proof is counted in the composed handbook, packs",
        "and calendars of the example, in Danish and English. A row without proof counts as missing, also when a later issue builds it.",
        "",
        f"**{len(proven) - len(missing)} of {len(proven)} are there, {len(missing)} are missing.**",
        "",
        "| id | a programme owner, mentor or mentee finds | proof | built by | nobody else has it |",
        "|---|---|---|---|---|",
        *(f"| {row.id} | {row.wanted} | {proven[row.id] or '**missing**'} | {row.built_by} | {row.alone} |" for row in wanted()),
    ]
    return "\n".join(lines) + "\n"


def main(into: Path = MADE) -> int:
    into.write_text(page(), encoding="utf-8")
    print(into)
    return 0


if __name__ == "__main__":
    sys.exit(main())
