"""A seminar pack made by hand from content/seminar, for the tests of print: every kind of sheet, in Danish and English."""

import re
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from kit.model import sheets
from kit.model.book import BrandColours, Identity, Pack, Shades, Sheet
from kit.model.source import Picture

ROOT = Path(__file__).parents[2]
THEMES = ROOT / "themes"
CONTENT = ROOT / "content"
SAID = {
    "da": {
        "pack": "Seminarmappe",
        "seminar": "Halvdagsseminar for mentorer",
        "for": "Mappe til dig, der styrer dagen",
        "place": "Rådhuset, mødelokale 2",
        "date": "Onsdag den 20. januar 2027",
        "clock": "kl. 8.30–12.30",
        "about": "Drejebog, ark til uddeling, kort og dias.",
        "who": "Til tre mentorer og én fra HR og Udvikling.",
        "round": "1. runde 2027",
        "stamp": "datoer efter udgave 1 · indhold 1.0",
        "programme": "Gruppementor i Nordby",
        "contents": "Indhold",
        "day": "Dagens program",
        "caption": "Program for halvdagsseminaret, 240 minutter",
        "intro": "Rækkernes højde følger minutterne, så du kan se, hvor dagen ligger tungt. Arkene ligger i mappen i samme orden.",
        "end": "Slut. Frokost for dem, der har tid.",
        "script": "Drejebog til dig, der styrer dagen",
        "minutes": "minutter",
        "then": "Gå videre til",
        "needs": "Du skal bruge",
        "few": "Med en eller to mentorer",
        "short": "Er tiden knap",
        "look": "Slå op",
        "source": "Kilde",
        "own": "Eget forslag.",
        "separator": ".",
    },
    "en": {
        "pack": "Seminar pack",
        "seminar": "Half-day mentor seminar",
        "for": "For the person who runs the day",
        "place": "Town hall, meeting room 2",
        "date": "Wednesday 20 January 2027",
        "clock": "08:30–12:30",
        "about": "Script, sheets to hand out, cards and slides.",
        "who": "For three mentors and one from HR.",
        "round": "Round 1, 2027",
        "stamp": "dates as of revision 1 · content 1.0",
        "programme": "Group mentoring in Nordby",
        "contents": "Contents",
        "day": "The day",
        "caption": "Programme of the half-day seminar, 240 minutes",
        "intro": "The rows are as high as their minutes are many, so you see where the day is heavy. The sheets lie in the same order.",
        "end": "Finish. Lunch for those who have time.",
        "script": "Script for the person who runs the day",
        "minutes": "minutes",
        "then": "Go on to",
        "needs": "You need",
        "few": "With one or two mentors",
        "short": "If time is short",
        "look": "Look up",
        "source": "Source",
        "own": "Our own advice.",
        "separator": ":",
    },
}
NORDBY = Shades(ink="#12527c", fill="#12527c", mark="#12527c", tint="#ecf5fc", on_fill="#ffffff")
LENGTH = 240
CONDITION = re.compile(r"\{% if [^%]*%\}(.*?)(?:\{% (?:elif|else)\b.*?)?\{% endif %\}", re.DOTALL)


def pack(language: str = "da", **changes: Any) -> Pack:
    """The seminar pack of Nordby; `changes` replace its fields."""
    said = SAID[language]
    identity = Identity(
        organisation="Nordby Kommune", programme=said["programme"], coordinator="HR og Udvikling", round=said["round"], stamp=said["stamp"]
    )
    fields: dict[str, Any] = {
        "name": "seminar-pack",
        "language": language,
        "title": said["seminar"],
        "subject": f"{said['programme']} · Nordby Kommune",
        "foot": f"{said['pack']} · {said['round']} · {said['stamp']}",
        "identity": identity,
        "sheets": (
            cover(language),
            contents(language),
            day(language),
            *scripts(language),
            *handouts(language),
            *cards(language),
            slides(language),
        ),
        "brand": BrandColours(given="#12527c", light=NORDBY, dark=NORDBY),
        "logo": Picture(kind="svg", data=(ROOT / "organisations/nordby/logo.svg").read_bytes(), width=48, height=48),
        "words": words(language),
        "seams": seams(language),
    }
    return Pack(**fields | changes)


def single(sheet: Sheet, language: str = "da", **changes: Any) -> Pack:
    """A pack of one sheet."""
    return pack(language, sheets=(sheet,), **changes)


def words(language: str) -> dict[str, str]:
    sentences = loaded(ROOT / f"kit/words/parts/print.{language}.yaml")
    return {code.removeprefix("print."): sentence for code, sentence in sentences.items() if code.startswith("print.")}


def seams(language: str) -> tuple[str, ...]:
    return tuple(loaded(CONTENT / "seams.yaml")[language])


@cache
def loaded(path: Path) -> Any:
    """A file of ours, read once: a pack asks for the seminar's blocks some thirty times. Of what stands on a condition, the first."""
    return yaml.load(CONDITION.sub(r"\1", path.read_text(encoding="utf-8")), yaml.CSafeLoader)


def blocks() -> list[dict[str, Any]]:
    found = [loaded(path) for path in sorted((CONTENT / "seminar").glob("*.yaml"))]
    return [block for block in found if block["minutes"].get(LENGTH)]


def clocks(language: str) -> list[str]:
    """When each block begins, and when the day is over."""
    starts = accumulate([0, *(block["minutes"][LENGTH] for block in blocks())])
    return [clock(language, minutes) for minutes in starts]


def clock(language: str, minutes: int) -> str:
    at = datetime(2027, 1, 20, 8, 30) + timedelta(minutes=minutes)  # noqa: DTZ001
    return f"{at.hour}{SAID[language]['separator']}{at.minute:02}" if language == "da" else f"{at:%H:%M}"


def rail(language: str, here: str = "") -> tuple[sheets.Stretch, ...]:
    return tuple(
        sheets.Stretch(
            start=start,
            minutes=block["minutes"][LENGTH],
            title=block["title"][language],
            pause=block.get("pause", False),
            here=block["id"] == here,
        )
        for block, start in zip(blocks(), clocks(language), strict=False)
    )


def cover(language: str) -> Sheet:
    said = SAID[language]
    held = sheets.Cover(
        kicker=said["for"], when=(said["date"], said["clock"], said["place"]), about=(said["about"], said["who"]), rail=rail(language)
    )
    return Sheet(id="cover", title=said["seminar"], holds=held, in_contents=False)


def contents(language: str) -> Sheet:
    return Sheet(id="contents", title=SAID[language]["contents"], holds=sheets.Contents(), in_contents=False)


def day(language: str) -> Sheet:
    said = SAID[language]
    rows = tuple(row(language, block, start) for block, start in zip(blocks(), clocks(language), strict=False))
    end = sheets.End(time=clocks(language)[-1], words=said["end"])
    held = sheets.Day(intro=said["intro"], caption=said["caption"], rows=rows, end=end)
    return Sheet(id="day", title=said["day"], holds=held, strong=said["date"], rest=said["clock"], right=said["place"])


def row(language: str, block: dict[str, Any], start: str) -> sheets.Row:
    parts = [(sum(step["minutes"].get(LENGTH, 0) for step in part["steps"]), part["title"][language]) for part in block.get("parts", [])]
    steps = tuple(sheets.SubStep(minutes=minutes, title=title) for minutes, title in parts if minutes)
    handed = ", ".join(block.get("materials", {}).get("handouts", []))
    return sheets.Row(
        start=start,
        minutes=block["minutes"][LENGTH],
        title=block["title"][language],
        happens=block["happens"][language],
        steps=steps if len(steps) > 1 else (),
        sheets=handed,
        pause=block.get("pause", False),
    )


def scripts(language: str) -> list[Sheet]:
    worked = [block for block in blocks() if not block.get("pause")]
    return [script(language, block, number) for number, block in enumerate(worked, 1)]


def script(language: str, block: dict[str, Any], number: int) -> Sheet:
    said, place = SAID[language], [other["id"] for other in blocks()].index(block["id"])
    start, end = clocks(language)[place : place + 2]
    begun = sum(other["minutes"][LENGTH] for other in blocks()[:place])
    following = blocks()[place + 1]["title"][language] if place + 1 < len(blocks()) else ""
    held = sheets.Script(
        number=str(number),
        start=start,
        end=end,
        minutes=block["minutes"][LENGTH],
        day=rail(language, here=block["id"]),
        purpose_md=block["purpose"][language],
        parts=parts(language, block, begun),
        then=sheets.End(time=end, words=f"{said['then']} {following}." if following else said["end"]),
        side=side(language, block),
        snags=tuple(sheets.Snag(happens=snag["happens"][language], do=snag["do"][language]) for snag in block.get("snags", [])),
        note_lines=8,
    )
    strong = f"Kl. {start}–{end}" if language == "da" else f"{start}–{end}"
    rest = f"{block['minutes'][LENGTH]} {said['minutes']}"
    return Sheet(id=f"script-{block['id']}", title=block["title"][language], holds=held, strong=strong, rest=rest, right=said["script"])


def parts(language: str, block: dict[str, Any], begun: int) -> tuple[sheets.Part, ...]:
    made = []
    for part in block["parts"]:
        steps = []
        for step in part["steps"]:
            minutes = step["minutes"].get(LENGTH, 0)
            if minutes:
                say = step.get("say", {}).get(language, "")
                steps.append(sheets.Step(start=clock(language, begun), minutes=minutes, do_md=step["do"][language], say=say))
                begun += minutes
        if steps:
            made.append(sheets.Part(title=part["title"][language], minutes=sum(step.minutes for step in steps), steps=tuple(steps)))
    return tuple(made)


def side(language: str, block: dict[str, Any]) -> tuple[sheets.Aside, ...]:
    said, materials = SAID[language], block.get("materials", {})
    needs = " ".join([", ".join(materials.get("handouts", [])) + ".", materials.get("other", {}).get(language, "")])
    texts = [
        (said["needs"], needs),
        (said["few"], block.get("few_mentors", {}).get(language, "")),
        (said["short"], block["short"][language]),
    ]
    return (
        *(sheets.Aside(title=title, text_md=text) for title, text in texts if text.strip(" .")),
        sheets.Aside(title=said["look"], address="mentor.nordby.example/fokusrunden"),
        sheets.Aside(title=said["source"], sources=(sheets.Source(basis=block["basis"], words=said["own"]),)),
    )


def handouts(language: str) -> list[Sheet]:
    return [handout(language, entry) for entry in loaded(CONTENT / "handouts.yaml")["handouts"] if body(language, entry["block"])]


def handout(language: str, entry: dict[str, Any]) -> Sheet:
    source = sheets.Source(basis="own", words=SAID[language]["own"])
    held = sheets.Handout(number=entry["id"], body_md=body(language, entry["block"]), sources=(source,))
    return Sheet(
        id=f"handout-{entry['id'].lower()}",
        title=entry["title"][language],
        holds=held,
        level=2,
        strong=entry["id"],
        right=entry["tip"][language],
    )


def body(language: str, block: str) -> str:
    """The Markdown of a block without its tags; blocks that need the composer's variables are left out."""
    path = CONTENT / "blocks" / f"{block}.{language}.md"
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2] if path.is_file() else ""
    return "" if "{{" in text or "{%" in text or "](@" in text else text


def cards(language: str) -> list[Sheet]:
    return [
        Sheet(id=f"cards-{cut['id']}", title=cut["title"][language], holds=cut_sheet(language, cut))
        for cut in loaded(CONTENT / "cards.yaml")["sets"]
    ]


def cut_sheet(language: str, cut: dict[str, Any]) -> sheets.Cards:
    count = len(cut["cards"])
    left = words(language)["card"]
    made = tuple(
        sheets.Card(text_md=card["words"][language], left=left.format(number=number, count=count), right=cut.get("handout", ""))
        for number, card in enumerate(cut["cards"], 1)
    )
    return sheets.Cards(instruction=cut["intro"][language], cards=made)


def slides(language: str) -> Sheet:
    made = tuple(
        sheets.Slide(
            title=slide["title"][language],
            lines=tuple(sheets.SubStep(minutes=0, title=line[language]) for line in slide.get("lines", [])),
            say=slide.get("say", {}).get(language, ""),
            notes_md=slide.get("notes", {}).get(language, ""),
            day=rail(language, here=slide["block"]),
        )
        for slide in loaded(CONTENT / "slides.yaml")["slides"]
    )
    return Sheet(id="slides", title={"da": "Dias i småt", "en": "The slides, small"}[language], holds=sheets.SlidesSmall(slides=made))


def every_kind(language: str = "da", **changes: Any) -> Pack:
    """A short pack with one sheet of every kind, links, figures and fields among them."""
    card = next(sheet for sheet in handouts(language) if "|---" in sheet.holds.body_md)  # one with a table, of those without variables
    kinds = (cover(language), contents(language), day(language), scripts(language)[1], card, *few(), cards(language)[0])
    return pack(language, **{"sheets": kinds} | changes)


def few() -> tuple[Sheet, ...]:
    """One sheet of each kind that the seminar pack does not have; their words are Danish in every language."""
    own = (sheets.Source(basis="own", words="Eget forslag."),)
    aside = sheets.Aside(title="Holdet", text_md="Seks mentees")
    rows = (
        sheets.Row(start="15.30", minutes=20, title="Runde", happens="Alle, ét ord."),
        sheets.Row(start="15.50", minutes=10, title="Pause", pause=True),
    )
    steps = (
        sheets.CardStep(minutes=2, title="Fortæl", how_md="Kort."),
        sheets.CardStep(minutes=5, title="Spørg", how_md="Kort.", say=("Spørg kun om det, du ikke ved.",)),
    )
    points = (sheets.WatchPoint(title="En tier", sign="Ingen spørger hende.", why="Så lærer hun intet.", do="Tag en runde."),)
    return (
        Sheet(
            id="table-card",
            title="Fokusrunden",
            holds=sheets.Handout(
                number="H9",
                lead_md="Tyve minutter.",
                steps=steps,
                steps_caption="To trin",
                hints=(sheets.Hint(title="Stille?", text_md="Tæl til ti."),),
            ),
        ),
        Sheet(
            id="meeting",
            title="Afsæt",
            holds=sheets.Agenda(
                number="1",
                lead_md="De seks kender ikke hinanden.",
                body_md=MEETING,
                caption="Dagsorden, 30 minutter",
                rows=rows,
                side=(aside,),
                strong="Dagsorden",
            ),
        ),
        Sheet(
            id="ticks",
            title="Før mødet",
            holds=sheets.CheckSheet(
                groups=(sheets.Tasks(title="Dagen før", tasks=(sheets.Task(text="Læs svarene.", when="17.00"),)),),
                watch=points,
                sources=own,
            ),
        ),
        Sheet(
            id="print-list", title="Printliste", holds=sheets.Table(caption="Ark", head=("Ark", "Antal"), rows=(("H9", "4"),), numbers=(1,))
        ),
        Sheet(id="chapter", title="Rollen", holds=sheets.Prose(body_md=PROSE, side=(aside,), sources=own)),
        Sheet(
            id="letter",
            title="Tak, fordi du vil være mentor",
            holds=sheets.Letter(
                sender=("Nordby Kommune", "HR"),
                to=("[Navn]",),
                on="6. januar 2027",
                body_md="Kære [navn]\n\nVi mødes.",
                facts=(sheets.Fact(title="Dag", words="Onsdag"),),
                facts_caption="Seminar",
                closing="Venlig hilsen",
                signature=("HR",),
            ),
        ),
        Sheet(id="homework", title="Hvor vil du hen?", holds=form()),
    )


MEETING = """\
## Før mødet

/// check
- Læs listen.
- Print aftalen.
///

/// say | Når alle sidder
Jeg er her som mentor.
///

/// ask
1. Hvem så noget i dig?
2. Hvad har du valgt fra?
///

/// watch | Vær opmærksom på
Den, der taler længst.
///
"""
PROSE = """\
Mentor spørger. Se [dagens program](#day), og skriv til [HR](mailto:mentor@nordby.example).

### Det sker

| Det sker | Det gør du |
|---|---|
| Én tier | Giv alle et minut. |

<figure class="gm-figure">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="40mm" height="20mm">
<title>To hold på en tidslinje</title><path d="M1 5h18" stroke="#000000" stroke-width=".2"/>
</svg>
</figure>

/// note | Til dig, der leder
Ring dagen efter.
///
"""


def form(fillable: bool = True) -> sheets.Form:
    fields = (
        sheets.Lines(name="where", ask="Hvor leder du om to år?", lines=3, help="Hele sætninger."),
        sheets.Short(name="when", ask="Hvornår ved du det?"),
        sheets.Ticks(name="pulls", ask="Hvad trækker?", options=("Menneskene", "Opgaven")),
        sheets.Grid(name="steps", ask="Mine næste skridt", head=("Skridt", "Hvornår"), rows=2),
        sheets.Words(title="Og så", text_md="Send arket."),
    )
    consents = (sheets.Ticks(name="share", ask="Ja, mentoren må sende min besvarelse til holdet."),)
    facts = (sheets.Fact(title="Frist", words="Mandag"), sheets.Fact(title="Hvem læser", words="Din mentor."))
    return sheets.Form(
        fields=fields,
        intro_md="Én side er nok.",
        facts=facts,
        consents=consents,
        sign=(sheets.Short(name="name", ask="Dit navn"),),
        fillable=fillable,
    )
