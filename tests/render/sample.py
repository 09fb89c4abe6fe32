"""A small book by hand, in both languages: one page of every layout, every component, a logo, two downloads."""

from dataclasses import asdict
from datetime import date, time
from functools import cache
from pathlib import Path
from textwrap import dedent

from kit.model.book import Book, BrandColours, Chapter, DateLine, Identity, Link, Page, Shades
from kit.model.problem import Reason
from kit.model.programme import (
    Agenda,
    Budget,
    ClosingConversations,
    GroupBudget,
    GroupPlan,
    HourParts,
    Meeting,
    Move,
    OneToOne,
    Programme,
    Seminar,
)
from kit.model.source import Picture
from kit.model.words import Text, text
from kit.read.library import sentences
from kit.words import Voice

ROOT = Path(__file__).parent.parent.parent
THEMES = ROOT / "themes"


@cache
def voice(language: str) -> Voice:
    return Voice(language, sentences(ROOT / "kit" / "words", language))


NORDBY = BrandColours(
    given="#12527c",
    light=Shades(ink="#12527c", fill="#12527c", mark="#12527c", tint="#ecf5fc", on_fill="#ffffff"),
    dark=Shades(ink="#7cb8e8", fill="#7cb8e8", mark="#7cb8e8", tint="#172836", on_fill="#111716"),
)
LOGO = Picture(
    kind="svg",
    data=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#12527c" d="M4 44V14l20-10 20 10v30H30V30H18v14z"/>'
    b'<path fill="#e9a23b" d="M20 16h8v6h-8z"/></svg>',
    width=48,
    height=48,
)
LOGO_DARK = Picture(kind="svg", data=LOGO.data.replace(b"#12527c", b"#7cb8e8"), width=48, height=48)


def book(
    language: str = "da", *, languages: tuple[str, ...] = ("da", "en"), site_url: str = "", noindex: bool = False, figure: str = ""
) -> Book:
    spoken = DANISH if language == "da" else ENGLISH
    return Book(
        language=language,
        languages=languages,
        root="" if language == languages[0] else language,
        title=spoken["title"],
        description=spoken["lede"],
        site_url=site_url,
        noindex=noindex,
        identity=Identity(
            organisation="Nordby Kommune",
            programme=spoken["title"],
            coordinator="HR og Udvikling",
            email="mentor@nordby.example",
            phone="+45 70 00 00 00",
            stamp=spoken["stamp"],
            accessibility_statement="https://was.digst.dk/nordby-example",
        ),
        chapters=chapters(language, spoken, figure),
        brand=NORDBY,
        logo=LOGO,
        logo_dark=LOGO_DARK,
        words={code.removeprefix("theme."): words for code, words in voice(language).sentences.items() if code.startswith("theme.")},
    )


# --- a programme for the drawings: three groups, one with conversations, one with a meeting that moved

NO_AGENDA = Agenda(template="", minutes=180, slots=())
PLACE = text("Rådhuset")


def meeting(number: int, month: int, day: int, moved: Move | None = None) -> Meeting:
    on = date(2027, month, day)
    return Meeting(number=number, on=on, start=time(16), end=time(19), place=PLACE, agenda=NO_AGENDA, moved=moved)


def group(
    id: str, name: str | Text, *meetings: Meeting, mentees: int = 6, mentors: int = 1, talks: ClosingConversations | None = None
) -> GroupPlan:
    named = text(name) if isinstance(name, str) else name
    return GroupPlan(
        id=id,
        name=named,
        cohort="aspiring-leaders",
        based_on="aspiring-leaders",
        mentees=mentees,
        mentors=mentors,
        meetings=meetings,
        closing_conversations=talks,
    )


ASCENSION = Move(
    wished=date(2027, 5, 6), reason=Reason(code="off.holiday", values={"on": date(2027, 5, 6), "name": "Kristi himmelfartsdag"})
)
GROUPS = (
    group("kvinder", "Kvinder i ledelse", meeting(1, 2, 3), meeting(2, 3, 3), meeting(3, 3, 31), meeting(4, 4, 28)),
    group(
        "hold-a",
        "Lederaspiranter, hold A",
        meeting(1, 2, 4),
        meeting(2, 3, 4),
        meeting(3, 4, 1),
        talks=ClosingConversations(first_day=date(2027, 4, 12), last_day=date(2027, 4, 22), minutes=60),
    ),
    group("hold-b", "Lederaspiranter, hold B", meeting(1, 2, 11), meeting(2, 3, 11), meeting(3, 4, 8), meeting(4, 5, 13, ASCENSION)),
)
HOURS = GroupBudget(
    id="kvinder",
    hours_per_mentor=32,
    hours_per_mentee=(15, 21),
    mentors=1,
    parts=HourParts(meetings=(12, 12), preparation=8, training=12),
    one_to_one=(
        OneToOne(
            name=text("én til én, kort"),
            hours=(51, 60),
            break_even_mentees=4,
            parts=HourParts(meetings=(18, 27), preparation=9, training=24),
        ),
    ),
)


def programme(*groups: GroupPlan, seminar: date | None = date(2027, 1, 20)) -> Programme:
    held = seminar and Seminar(on=seminar, start=time(8, 30), end=time(12, 30), place=PLACE, agenda=NO_AGENDA)
    return Programme(
        seminar=held,
        mentor_meetings=(),
        groups=groups or GROUPS,
        events=(),
        budget=Budget(groups=(HOURS,), hr_hours=60, assumptions=()),
    )


def chapters(language: str, spoken: dict[str, str], figure: str) -> tuple[Chapter, ...]:
    return (
        Chapter(id="start", title=spoken["start"], pages=(front(language, spoken, figure), mentor(language, spoken))),
        Chapter(id="meetings", title=spoken["meetings"], pages=(guide(language, spoken), checklists(spoken))),
        Chapter(id="method", title=spoken["method"], pages=(page(spoken), privacy(spoken))),
    )


def dates(language: str, up: str = "") -> list[dict[str, str]]:
    days = [
        (date(2027, 1, 20), "seminar", "8.30–12.30"),
        (date(2027, 2, 4), "first", "15.30–18.30"),
        (date(2027, 3, 1), "due", ""),
        (date(2027, 3, 4), "second", "15.30–18.30"),
        (date(2027, 4, 1), "third", "15.30–18.30"),
        (date(2027, 5, 13), "after", "15.30–18.30"),
    ]
    spoken = DANISH if language == "da" else ENGLISH
    return [
        asdict(
            DateLine(
                iso=day.isoformat(),
                when=voice(language).day_month(day),
                title=spoken[kind],
                note=clock,
                target=f"{up}groups/hold-a/meeting-1.html",
            )
        )
        for day, kind, clock in days
    ]


def pack(language: str, spoken: dict[str, str], up: str = "") -> tuple[Link, ...]:
    root = up if language == "da" else f"{up}../"
    return (Link(words=spoken["pack"], target=f"{root}downloads/{language}/seminar-pack.pdf", note="PDF"),)


def front(language: str, spoken: dict[str, str], figure: str) -> Page:
    doors = [
        {"title": spoken[f"door-{number}"], "what": spoken[f"what-{number}"], "target": "mentor.html", "dates": dates(language)[number:]}
        for number in range(3)
    ]
    return Page(
        id="index",
        path="index.html",
        title=spoken["title"],
        description=spoken["lede"],
        markdown=f"# {spoken['title']}\n\n{spoken['lede']}\n{{: .gm-lede }}\n\n## {spoken['built-on']}\n\n{spoken['pilot']}\n\n{BASES}",
        layout="front",
        downloads=pack(language, spoken),
        data={
            "doors": doors,
            "dates": dates(language),
            "dates_more": {"words": spoken["all-dates"], "target": "mentor.html"},
            "figure": figure,
        },
    )


def mentor(language: str, spoken: dict[str, str]) -> Page:
    line = dates(language)[0]
    return Page(
        id="mentor",
        path="mentor.html",
        title=spoken["door-0"],
        description=spoken["what-0"],
        markdown=f"# {spoken['you-mentor']}\n\n{spoken['what-0']}\n{{: .gm-lede }}\n\n"
        f"## {spoken['ten-minutes']}\n\n/// say | {spoken['cue']}\n{spoken['said']}\n///\n",
        layout="door",
        audience=("mentor",),
        keywords=spoken["keywords"],
        following=Link(words=spoken["first"], target="groups/hold-a/meeting-1.html"),
        downloads=pack(language, spoken),
        data={
            "first": {**line, "clock": spoken["clock"], "words": spoken["see-day"]},
            "hours": {
                "title": spoken["hours"],
                "rows": [{"when": "94", "title": spoken["door-1"], "note": "", "target": ""}],
                "words": spoken["see-day"],
                "target": "method.html",
            },
            "groups": [{"title": spoken["way"], "of": "", "dates": dates(language)}],
            "tasks": [{"when": line["when"], "title": spoken["task"], "note": spoken["task-note"], "target": "method.html"}],
            "pages": [{"title": spoken["method-note"], "links": [{"words": spoken["method"], "target": "method.html"}]}],
        },
    )


def guide(language: str, spoken: dict[str, str]) -> Page:
    table = agenda(language, spoken)
    bases = BASES if language == "da" else BASES.replace("Fra piloten", "From the pilot").replace("Vores eget", "Our own")
    return Page(
        id="groups/hold-a/meeting-1",
        path="groups/hold-a/meeting-1.html",
        title=spoken["first"],
        description=spoken["first-lede"],
        markdown=f"# {spoken['first']}\n\n{spoken['first-lede']}\n{{: .gm-lede }}\n\n" + spoken["guide"].format(agenda=table, bases=bases),
        layout="guide",
        data={"meta": [spoken["day"], spoken["clock"], "Kulturhuset, lokale 12", spoken["group"]], "iso": "2027-02-04"},
        downloads=pack(language, spoken, "../../"),
    )


ROWS = (
    ("15:30", 10, "welcome", ""),
    ("15:40", 30, "road", "road-how"),
    ("16:10", 20, "deal", "deal-how"),
    ("16:30", 10, "pause", ""),
    ("16:40", 35, "craft", ""),
)
HEADS = (("gm-t", "start-at"), ("gm-i", "item"), ("gm-min", "min"))


def agenda(language: str, spoken: dict[str, str]) -> str:
    heads = "".join(f'<th scope="col" class="{kind}">{spoken[name]}</th>' for kind, name in HEADS)
    rows = "\n".join(agenda_row(language, spoken, *row) for row in ROWS)
    return (
        f'<table class="gm-agenda">\n<caption>{spoken["caption"]}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def agenda_row(language: str, spoken: dict[str, str], start: str, minutes: int, name: str, how: str) -> str:
    clock = start.replace(":", ".") if language == "da" else start
    told = f'<span class="gm-how">{spoken[how]}</span>' if how else ""
    return (
        f'<tr class="gm-m{minutes}{" gm-pause" if name == "pause" else ""}" data-start="{start}"><td class="gm-t">{clock}</td>'
        f'<th scope="row"><b>{spoken[name]}</b>{told}</th><td class="gm-min">{minutes}</td></tr>'
    )


def checklists(spoken: dict[str, str]) -> Page:
    return Page(
        id="checklists",
        path="checklists.html",
        title=spoken["checklists"],
        description=spoken["checklists-lede"],
        markdown=f"# {spoken['checklists']}\n\n{spoken['checklists-lede']}\n{{: .gm-lede }}\n\n" + spoken["lists"],
        keywords=spoken["list-keywords"],
    )


def page(spoken: dict[str, str]) -> Page:
    return Page(
        id="method",
        path="method.html",
        title=spoken["method"],
        description=spoken["method-note"],
        markdown=f"# {spoken['method']}\n\n{spoken['method-note']}\n{{: .gm-lede }}\n\n" + spoken["text"],
    )


def privacy(spoken: dict[str, str]) -> Page:
    return Page(
        id="privacy",
        path="privacy.html",
        title=spoken["privacy"],
        description=spoken["privacy"],
        markdown=f"# {spoken['privacy']}\n\n{spoken['kept']}",
    )


BASES = (
    '<div class="gm-bases">\n<p class="gm-basis gm-pilot">Fra piloten</p>\n<p class="gm-basis gm-derived">Udledt af piloten</p>\n'
    '<p class="gm-basis gm-evidence">Fra en kilde</p>\n<p class="gm-basis gm-own">Vores eget</p>\n</div>'
)

DANISH = {
    "title": "Gruppementor i Nordby",
    "stamp": "Datoer efter udgave 1 · indhold 1.0",
    "start": "Find din vej",
    "meetings": "Møderne",
    "method": "Formen og grundene til den",
    "lede": "Tre hold mødes fra februar til maj, hvert med én erfaren leder. Find din rolle, og begynd der.",
    "built-on": "Det bygger på",
    "pilot": "Tre hold i en dansk kommune prøvede formen. Det er få, så brug deres erfaring som et fingerpeg.",
    "pack": "Mappen til seminaret",
    "all-dates": "Alle datoer, og hent dem til din kalender",
    "door-0": "Mentor",
    "what-0": "Guide til hvert møde, ord at sige og spørgsmål at stille.",
    "door-1": "Mentee",
    "what-1": "Hvad du siger ja til, dine datoer og opgaver.",
    "door-2": "Nærmeste leder",
    "what-2": "Det, du kan gøre for din medarbejder, og det, du ikke skal spørge om.",
    "seminar": "Halvdagsseminar for mentorer",
    "first": "1. møde: Afsæt",
    "hours": "Timer i alt",
    "due": "Frist for opgave 1, hold A",
    "second": "2. møde: Den gode leder",
    "third": "3. møde: De første skridt",
    "after": "Samtaler med hver",
    "you-mentor": "Du er mentor",
    "ten-minutes": "Hvis du kun har ti minutter",
    "cue": "Til et menneske, der tvivler",
    "said": "Hvad ville du sige til en kollega, der stod, hvor du står nu?",
    "keywords": "mentorer mentorrolle vejleder",
    "clock": "kl. 15.30–18.30",
    "see-day": "Se dagens program",
    "way": "Din vej med hold A",
    "task": "Læs to kapitler, og udfyld H0",
    "task-note": "Det tager en halv time.",
    "method-note": "Sådan hænger det sammen, og derfor er det sådan.",
    "first-lede": "Få alle til at fortælle, hvor de kommer fra, og lav den aftale, der gør det trygt at sige mere næste gang.",
    "day": "Torsdag den 4. februar",
    "group": "Hold A",
    "start-at": "Start",
    "item": "Punkt",
    "min": "Min.",
    "caption": "105 minutter. Bjælkens længde er minutterne.",
    "welcome": "Velkommen",
    "road": "Vejen hertil",
    "road-how": "Du først, seks minutter. Så fire minutter til hver.",
    "deal": "Vores aftale",
    "deal-how": "Tavshed, fremmøde, opgaver. Alle skriver under.",
    "pause": "Pause",
    "craft": "Ledelse som fag",
    "checklists": "Tjeklister",
    "checklists-lede": "Alt, der kan sættes flueben ved, på én side.",
    "list-keywords": "huskeliste afkrydsning",
    "privacy": "Sådan passer vi på oplysninger",
    "kept": "Opgaverne slettes, når forløbet slutter. Fortrolighedsaftalen gælder også bagefter.",
    "guide": dedent("""\
        ## Før mødet

        /// check
        - Læs listen over de seks. Er du chef for en af dem, så ring til tovholderen i dag.
        - Vælg modellen til »Ledelse som fag«. Den skal kunne stå på ét ark.
        - Øv din egen vej til lederjobbet højt: seks minutter, én ting, der gik galt.
        ///

        ## Dagsorden

        {agenda}

        ## Sig det højt

        /// say | Når alle sidder, 15.30
        Jeg er her som mentor, ikke som chef og ikke som dommer.
        Forløbet er ikke et løfte om et lederjob. Det er et sted, hvor du kan finde ud af, om du vil have et.
        ///

        /// say | Før aftalen, 16.10
        Hvad skal der til, for at du kan sige noget her, som du ikke har sagt på dit arbejde?
        ///

        ## Spørgsmål til vejen hertil

        /// ask
        1. Hvornår gik andre sidst efter dig, uden at du havde bedt om det?
        2. Hvem så noget i dig, før du selv gjorde?
        3. Hvad har du valgt fra for at nå hertil?
        ///

        /// note | Til dig, der leder mødet
        Hold pausen, også når det går godt.
        Se [tjeklisterne](../../checklists.html#åbenhed-og-øvelse).
        ///

        /// watch | Vær opmærksom på
        - Den, der taler længst i »Vejen hertil«, sætter længden for alle. Sig »fire minutter« højt, hver gang en ny begynder.
        - Spørgsmål om bestemte stillinger. Svar, at dem kender du ikke, og at forløbet ikke giver forret.
        ///

        {bases}
        """),
    "lists": dedent("""\
        ## Åbenhed og øvelse

        /// check
        - Book lokalet, og sig det til [alle](mentor.html).
        - Skriv navnesedler
        ///

        ## På skærmen

        /// check
        - Prøv lyden
        ///
        """),
    "text": dedent("""\
        ## Fortrolighed

        Det, der siges i holdet, bliver i holdet.
        Læs [loven om tavshed](https://www.example.dk/lov) og [tjeklisterne](checklists.html).

        | Det sker | Det gør du |
        |---|---|
        | Én taler | Brug **runder** |
        | Alle tier | Vent ti sekunder, og spørg så den, der sidder længst væk |

        ### Sammenligning

        |  | Lederaspiranter | Nye ledere |
        |---|---|---|
        | Spørgsmålet | Er ledelse noget for mig? | Hvordan gør jeg det godt? |
        | Dagsorden | Fast, med fokusrunder | Løs, med cases fra hverdagen |

        ## Hvad møderne er

        - Et sted at tænke
        - Ikke et løfte

        > Vi troede, det var kaffe.
        """),
}

ENGLISH = {
    "title": "Group mentoring in Nordby",
    "stamp": "Dates as of revision 1 · content 1.0",
    "start": "Find your way",
    "meetings": "The meetings",
    "method": "The form and its reasons",
    "lede": "Three groups meet from February to May, each with one experienced leader. Find your role and begin there.",
    "built-on": "What it rests on",
    "pilot": "Three groups in a Danish municipality tried the form. That is few, so take their experience as a hint.",
    "pack": "The seminar pack",
    "all-dates": "All dates, for your calendar too",
    "door-0": "Mentor",
    "what-0": "A guide to each meeting, words to say and questions to ask.",
    "door-1": "Mentee",
    "what-1": "What you say yes to, your dates and assignments.",
    "door-2": "Line manager",
    "what-2": "What you can do for your colleague, and what you should not ask about.",
    "seminar": "Half-day seminar for mentors",
    "first": "First meeting: setting out",
    "hours": "Hours in all",
    "due": "Assignment 1 is due, group A",
    "second": "Second meeting: the good leader",
    "third": "Third meeting: first steps",
    "after": "A conversation with each",
    "you-mentor": "You are a mentor",
    "ten-minutes": "If you only have ten minutes",
    "cue": "To somebody who doubts",
    "said": "What would you say to a colleague who stood where you stand now?",
    "keywords": "mentors mentor role adviser",
    "clock": "15:30–18:30",
    "see-day": "See the day’s programme",
    "way": "Your way with group A",
    "task": "Read two chapters and fill in H0",
    "task-note": "It takes half an hour.",
    "method-note": "How it hangs together, and why it is so.",
    "first-lede": "Get everybody to tell where they come from, and make the agreement that makes it safe to say more next time.",
    "day": "Thursday 4 February",
    "group": "Group A",
    "start-at": "Start",
    "item": "Item",
    "min": "Min.",
    "caption": "105 minutes. The bar is as long as its minutes.",
    "welcome": "Welcome",
    "road": "The road here",
    "road-how": "You first, six minutes. Then four minutes each.",
    "deal": "Our agreement",
    "deal-how": "Confidence, attendance, assignments. Everybody signs.",
    "pause": "Break",
    "craft": "Leadership as a craft",
    "checklists": "Checklists",
    "checklists-lede": "Everything that can be ticked, on one page.",
    "list-keywords": "to-do list",
    "privacy": "How we look after information",
    "kept": "Assignments are deleted when the programme ends. The confidentiality agreement holds afterwards too.",
    "guide": dedent("""\
        ## Before the meeting

        /// check
        - Read the list of the six.
        - Choose the model for ‘Leadership as a craft’.
        ///

        ## Agenda

        {agenda}

        ## Say it aloud

        /// say | When everybody sits, 15:30
        I am here as a mentor, not as a manager and not as a judge.
        ///

        ## Questions

        /// ask
        1. Who saw something in you before you did?
        ///

        /// note | For you who lead the meeting
        Keep the break. See [the checklists](../../checklists.html#openness).
        ///

        /// watch | Watch for
        - The one who talks longest sets the length for all.
        ///

        {bases}
        """),
    "lists": dedent("""\
        ## Openness

        /// check
        - Book the room and tell [everybody](mentor.html).
        ///
        """),
    "text": dedent("""\
        ## Confidentiality

        What is said in the group stays in the group. See [the checklists](checklists.html).

        | What happens | What you do |
        |---|---|
        | One talks | Use **rounds** |

        ## What the meetings are

        - A place to think
        """),
}
