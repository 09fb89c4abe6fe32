"""Sentences that promise a post. Nobody may do that, and nobody may hint at it.

A sentence is looked at as words: does it speak of a post or of becoming a leader, does it promise or favour, and does it say no?
What is unmistakable (*we guarantee everyone a leadership post*) is an error, a hint (*a short cut to the top*) a warning.
`tests/check/promises.*.yaml` holds the sentences that it is measured on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from kit.check.subject import Path, Remark, Subject, said
from kit.model.problem import Place
from kit.model.words import Text

Strength = Literal["", "hint", "unmistakable"]
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+|[;•]|(?<=\w):\s")
CLAUSE_END = re.compile(r"(?:,| –) (?=(?:at|når|hvis|der|som|fordi|så|that|when|if|who|which|because|so)\b)|\bthat\b")
LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One language's words. Each pattern is looked for anywhere in a sentence, in any case."""

    post: re.Pattern[str]  # a leadership post, promotion, higher pay
    becoming: re.Pattern[str]  # somebody becomes a leader, or is one to be
    assured: re.Pattern[str]  # with a post: unmistakable
    told: re.Pattern[str]  # unmistakable by itself: you, participants, everyone will be leaders
    favoured: re.Pattern[str]  # with a post or becoming: a hint
    whom: re.Pattern[str]  # with a post or becoming: a hint, unless somebody applies or it is about others
    alone: re.Pattern[str]  # a hint by itself
    denied: re.Pattern[str]  # the sentence says no, or tells what others think
    only_so: re.Pattern[str]  # says no twice, which is a yes: nobody leaves without a post
    neutral: re.Pattern[str]  # somebody applies, some do and others do not: only favour makes it a hint

    def strength(self, sentence: str) -> Strength:
        """How strongly a sentence promises; "" when it does not, and when it asks."""
        if sentence.rstrip("»«\"'’”) ").endswith("?"):
            return ""
        says_no, is_neutral = self.denied.search(sentence), self.neutral.search(sentence)
        if says_no and not self.only_so.search(sentence):
            return ""
        if not (says_no or is_neutral) and (self.told.search(sentence) or self.assures_post(sentence)):
            return "unmistakable"
        weighed = (self.favoured, self.assured) if is_neutral else (self.favoured, self.assured, self.only_so, self.whom)
        speaks_of_it = self.post.search(sentence) or self.becoming.search(sentence)
        if speaks_of_it and any(pattern.search(sentence) for pattern in weighed):
            return "hint"
        return "hint" if self.alone.search(sentence) else ""

    def assures_post(self, sentence: str) -> bool:
        """Whether one clause both assures and speaks of a post: *we make sure that nobody loses pay* has them in two."""
        return any(self.assured.search(clause) and self.post.search(clause) for clause in CLAUSE_END.split(sentence))


def words(*alternatives: str) -> re.Pattern[str]:
    """Any of these, each as whole words unless it says otherwise."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)


DANISH_TITLE = r"\w*(?:leder|chef|direktør)(?:en|e|ne|er|erne)?"
DANISH_GAIN = r"\w*(?:stilling|job|post|plads|lønstigning|lønforhøjelse|forfremmelse)\w*"
DANISH_OURS = r"(?:er|kommunens|organisationens|vores|udpeget|fundet|finder)"
DANISH_ORGAN = r"(?:ledelsen|direktionen|(?:leder|chef|direktør)(?:gruppe|kreds|team|forum)\w*)"
DANISH = Detector(
    post=words(
        r"\w*(?:leder|chef|top|direktør|ledelses)(?:stilling|job|post|embede|plads|rolle|stol)\w*",
        rf"(?:jobbet|stillingen|posten|pladsen) som (?:\w+ )?{DANISH_TITLE}",
        rf"(?:ansætte\w*|henter|rekrutterer) (?:\w+ ){{0,4}}{DANISH_TITLE}",
        rf"(?:sæde|stol|plads|ind|billet|dør\w*|vej\w*) (?:\w+ )?(?:i|til|mod|af) (?:\w+ )?{DANISH_ORGAN}",
        r"(?:får|få|overtager?|skaffer) (?:\w+ )?(?:stolen|posten|jobbet|stillingen|titlen)",
        rf"overtager? (?:\w+ )?(?:ledelsen|{DANISH_TITLE})",
        r"(?:din|sin|jeres|deres) egen (?:afdeling|forvaltning|skole|institution)",
        r"ny titel",
        r"(?:dit|jeres|deres) eget (?:team|hold medarbejdere|lederområde)",
        r"\w*lederområde\w*",
        r"ende[rn]? (?:\w+ ){0,3}som (?:leder|chef)",
        rf"(?:stilling|job|post|plads)\w* som (?:\w+ )?{DANISH_TITLE}",
        rf"(?:ansæt\w*|udnævn\w*|udpeg\w*|forfremme\w*) (?:\w+ ){{0,5}}(?:som|til) (?:\w+ )?{DANISH_TITLE}",
        r"forfrem\w*",
        r"avance\w*",
        r"rykke?r? op",
        r"lønstigning\w*",
        r"lønforhøjelse\w*",
        r"løntrin\w*",
        r"(?:højere|mere i) løn",
        r"(?:chef|direktør|leder)(?:gang|kontor)\w*",
        r"personaleansvar",
        r"(?:lederansvar|ledelsesansvar)",
        r"plads i toppen",
        r"til tops",
        r"(?:til|mod) toppen",
        r"karrierespring\w*",
        r"et trin op",
    ),
    becoming=words(
        rf"bliv(?:er|e)? (?:\w+ ){{0,3}}{DANISH_TITLE}",
        rf"(?:er|være) (?:\w+ )?blevet (?:\w+ )?{DANISH_TITLE}",
        rf"(?:nye|næste|kommende|fremtidige|fremtidens) (?:\w+ )?{DANISH_TITLE}",
        rf"være den næste {DANISH_TITLE}",
        rf"ny {DANISH_TITLE}",
        rf"(?:gør|gøre) (?:dig|jer|dem|alle|deltagerne) til {DANISH_TITLE}",
        rf"(?:er|sidder) (?:\w+ ){{0,6}}(?:som )?{DANISH_TITLE} (?:om|inden) (?:\w+ )?(?:år|måneder)",
        rf"næste år (?:\w+ ){{0,8}}{DANISH_TITLE}",
        rf"karriere som {DANISH_TITLE}",
        rf"(?:du|i|alle|deltagerne|mentees)(?: alle)? er (?:\w+ )?{DANISH_TITLE} ?(?:$|[.!,]|i 2|om )",
        rf"er (?:du|i|alle) (?:alle )?{DANISH_TITLE}",
        rf"morgendagens (?:\w+ )?{DANISH_TITLE}",
        r"(?:bliver|er) (?:du|i|de) de næste",
        r"(?:du|i|de) bliver de(?:n)? næste",
        rf"(?:ansættes|udnævnes|udpeges) som {DANISH_TITLE}",
    ),
    assured=words(
        r"garanter\w*",
        r"garanti\w*",
        r"lov(?:er|ede|et|es|ning)",
        r"sikr(?:er|et|ede)",
        r"forpligte\w*",
        r"tilby(?:der|des|de)",
        r"før(?:er|e) (?:\w+ )?til",
        rf"(?:får|have fået|har fået) (?:\w+ ){{0,2}}(?:en|et|jeres|din) (?:\w+ ){{0,2}}{DANISH_GAIN}",
        rf"giver (?:\w+ ){{0,2}}(?:en|et) (?:\w+ ){{0,2}}{DANISH_GAIN}",
        r"bliver (?:\w+ ){0,2}forfremmet",
        r"(?:har|have) (?:\w+ ){0,4}på hånden",
        r"vent(?:er) (?:\w+ ){0,2}(?:en|et)",
        r"ligger (?:\w+ ){0,4}klar",
        r"(?:ansættes|udnævnes|udpeges) (?:\w+ )?som",
        r"(?:øremærk|reserver)\w*",
        r"udløser",
    ),
    told=words(
        rf"(?:du|i|alle|deltagerne|hver deltager|gennemfører|forløbet)(?:,[^,]*,| \w+){{0,4}} bliver (?:\w+ ){{0,1}}{DANISH_TITLE}",
        rf"bliver (?:du|i|alle|deltagerne) (?:\w+ ){{0,1}}{DANISH_TITLE}",
        rf"(?:gør|gøre) (?:dig|jer|alle|deltagerne) til {DANISH_TITLE}",
        r"(?:og|så) bliv (?:leder|chef)",
        r"^bliv (?:leder|chef)",
    ),
    favoured=words(
        r"fortrin\w*",
        r"første(?:ret|prioritet|valg)\w*",
        r"forud for",
        r"forrest",
        r"først(?:e)? (?:og fremmest|i køen|i rækken)",
        r"forspring\w*",
        r"\w*billet\w*",
        r"genvej\w*",
        r"springbræt\w*",
        r"banet?",
        r"åbner",
        r"adgang til",
        r"vejen? til",
        r"chance\w*",
        r"(?:pulje|talentpulje|fødekæde)\w*",
        r"kun",
        r"belønning\w*",
        r"uden opslag",
        r"kørekort",
        r"giver",
        r"tildel\w*",
        r"morgendagens",
        r"muligheder? for at (?:få|blive)",
        r"tættere på",
        r"selvskrev\w*",
        r"kvalificer\w*",
        r"kandidat\w*",
        r"indkald\w*",
        r"til (?:job)?samtale",
        r"anbefal\w*",
        r"indstil\w*",
        r"(?:taler|tale) (?:din|deres|jeres) sag",
        r"besæt\w*",
        r"vælges",
        r"udvælges",
        r"rekrutter\w*",
        r"(?:bliver|er) tænkt på",
        r"sandsynligvis",
        r"formentlig",
        r"(?:næsten|helt|så godt som) sikker",
        r"regne med",
        r"forvent\w*",
        r"skal nok",
        r"finder? (?:\w+ )?(?:en|et)",
        r"kvitterer",
        r"belønne\w*",
        r"udpeget",
        r"på listen",
        r"målet er",
        r"succes",
        r"(?:deltagerne|deltagere|i|du) (?:er|bliver)",
        r"sådan bliver",
        r"rykke?r? (?:\w+ ){0,3}op",
        r"inden for",
        r"rekrutteringsgrundlag\w*",
        r"(?:alle|halvdelen|mindst|\w+ ud af \w+) (?:\w+ ){0,8}(?:har fået|er blevet|bliver|blive|ansættes|får)",
    ),
    whom=words(
        r"(?:du|dig|din|dit|dine|jer|jeres|i)",
        r"deltag\w*",
        r"samtlige",
        r"mentees?(?:ne)?",
        r"alle",
        r"de (?:bedste|dygtigste|fleste)",
        r"gennemfør\w*",
        r"forløbet",
        r"kurset",
        r"(?:fra|på|til|af) holdet",
        r"holdene",
    ),
    alone=words(
        rf"{DANISH_OURS} (?:\w+ ){{0,2}}(?:kommende|fremtidige|næste) (?:\w+ )?{DANISH_TITLE}",
        r"(?:stilling|stillingen|job|jobbet)(?: \w+)*(?: ledig| på hånden)",
        r"sikker på (?:at få )?(?:jobbet|stillingen|en stilling)",
        r"(?:når|hvis) (?:stillingen|der)(?: \w+){0,2} ledig",
        r"får et forspring",
        r"vil være den næste \w+",
        r"genvej til toppen",
        r"billet til \w+",
        r"rykker (?:\w+ ){0,3}op",
        r"plads i ledelsen",
        r"vejen til tops",
        r"karrierestige\w*",
        r"spring\w* (?:\w+ ){0,2}(?:ansøgning|jobsamtale|køen)\w*",
    ),
    denied=words(
        r"ikke",
        r"ingen",
        r"intet",
        r"aldrig",
        r"hverken",
        r"nej",
        r"næppe",
        r"om (?:du|de|i|man|nogen|deltager\w*|ledelse)",
        r"hvornår",
        r"får brug for",
        r"undersøger",
        r"overveje\w*",
        r"mod på",
        r"alle kan søge",
        r"slås (?:altid )?op",
        r"(?<!uden )\w*opslag",
        r"(?:svært ved|mangler|mangel på)",
        r"som selv er",
        r"(?:tror|mener|frygter|håber|spørger)",
    ),
    only_so=words(
        r"(?:ingen|ikke|aldrig) (?:[\w-]+,? )*uden",
        r"uden (?:[\w-]+,? )*(?:ikke|ingen|aldrig)",
    ),
    neutral=words(
        r"søger?",
        r"(?:nogle|nogen|andre|enkelte)",
        r"(?:forlader|prisen|koster)",
        r"mentorer(?:ne)?",
        r"(?:orienteret|informeret|inviteret)",
    ),
)

ENGLISH_HIGH = r"chiefs?|(?:chief )?(?:officers?|executives?)|directors?|heads?(?: teacher)?|deputy heads?|principals?"
ENGLISH_TITLE = rf"(?:leaders?|managers?|boss(?:es)?|{ENGLISH_HIGH})"
ENGLISH_POST = r"(?:posts?|positions?|jobs?|roles?|place)"
ENGLISH_GETS = r"(?:gets?|given?|gives?|have|receives?|hold)"
ENGLISH_ORGAN = r"(?:management|leadership|board|boardroom|(?:management|leadership|executive|top) (?:team|group|circle|floor|board))"
ENGLISH = Detector(
    post=words(
        rf"(?:leadership|management|managerial|leader's|manager's|leader’s|manager’s|senior|executive|top) (?:\w+ )?{ENGLISH_POST}",
        rf"{ENGLISH_TITLE}(?:[’']s)? (?:posts?|positions?|jobs?)",
        r"(?:chair|responsibility) (?:as|of) (?:an? )?(?:leader|manager)",
        r"(?:manager's|leader's|director's|manager’s|leader’s|director’s) (?:chair|office)",
        r"(?:staff|management|leadership) responsibility",
        rf"(?:seat|place|chair|ticket|doors?|way|road) (?:\w+ )?(?:in|on|at|to|into|of) (?:the |our )?{ENGLISH_ORGAN}",
        r"(?:executive|top|director's|director’s|managers') (?:floor|corridor)",
        r"(?:leadership|management|managerial|executive|senior|internal) (?:\w+ )?vacanc(?:y|ies)",
        r"middle management",
        rf"(?:hires?|recruits?|draws?) (?:\w+ ){{0,3}}{ENGLISH_TITLE}",
        r"(?:gets?|goes to|given|takes? over) (?:\w+[’']s|his|her|the) (?:job|chair|post|position)",
        rf"takes? over (?:as |from )?(?:the |a |an )?(?:management|leadership|{ENGLISH_TITLE})",
        r"(?:your|their) own (?:department|school|team|staff)",
        r"(?:people|staff|employees) (?:who report|reporting) to you",
        r"new title",
        r"area of your own",
        r"(?:to )?(?:lead|manage) your own \w+|own \w+ to (?:lead|manage)",
        r"promote (?:\w+ )?(?:participants|mentees|you)",
        r"(?:higher|better|bigger) salary",
        rf"(?:ends?|made|turn) (?:\w+ )?(?:up as|into)? ?(?:an? )?(?:\w+ )?{ENGLISH_TITLE}",
        r"one level",
        r"appoint(?:s|ed|ing)? (?:\w+ ){0,4}(?:team )?(?:leaders?|managers?|heads?)",
        r"(?<!in )advanc(?:e|es|ed)",
        rf"{ENGLISH_POST} as (?:an? |the )?(?:\w+ )?{ENGLISH_TITLE}",
        r"promot(?:ed|ion|ions)",
        r"advancement",
        r"pay (?:rise|grade|increase|raise)s?",
        r"(?:higher|better) pay",
        r"to the top",
        r"(?:the )?posts? falls? vacant",
        r"move up",
        r"appointed (?:as )?(?:\w+ )?managers?",
    ),
    becoming=words(
        rf"be(?:come|comes|coming)? (?:\w+ ){{0,3}}{ENGLISH_TITLE}",
        rf"(?:have|has) become (?:\w+ ){{0,2}}{ENGLISH_TITLE}",
        rf"(?:next|coming|future|new) (?:\w+ ){{0,2}}{ENGLISH_TITLE}",
        rf"appointed (?:as )?(?:\w+ )?{ENGLISH_TITLE}",
        rf"you (?:are|will all be) (?:an? )?{ENGLISH_TITLE}(?:$|[.!,]| by| in)",
        rf"tomorrow[’']s (?:\w+ )?{ENGLISH_TITLE}",
        r"you will be (?:the )?next",
        rf"will be (?:\w+ ){{0,9}}(?:as )?(?:an? |the )?{ENGLISH_TITLE}",
    ),
    assured=words(
        r"guarante\w*",
        r"promis(?:e|es|ed)",
        r"assured",
        r"commits? (?:itself|ourselves)",
        r"offer(?:s|ed)?",
        r"leads? to",
        rf"{ENGLISH_GETS} (?:\w+ ){{0,2}}(?:an?|your|their) (?:\w+ ){{0,3}}(?:{ENGLISH_POST}|promotion|pay rise)",
        r"is (?:yours|waiting for you)",
        r"ready for you",
        r"(?:will be|are|is|be) promoted",
        r"will be appointed",
        r"(?:reserved|set aside|earmarked)",
        r"awaits?",
        r"is yours",
        r"earns? you",
        r"we will (?:find|repay)",
    ),
    told=words(
        rf"(?:you|participants|mentees) (?:will|shall) (?:be|become) (?:\w+ ){{0,1}}{ENGLISH_TITLE}",
        rf"(?:everyone|everybody|anyone|all)(?: \w+){{0,5}} (?:becomes?|will be|will become) (?:an? )?{ENGLISH_TITLE}",
        r"and become (?:an? )?(?:leader|manager)",
        r"^(?:be|become) an? (?:leader|manager)",
        rf"(?:turn|make)s? (?:you|everyone|participants) (?:into )?(?:an? )?{ENGLISH_TITLE}",
    ),
    favoured=words(
        r"first (?:claim|refusal|choice|of all|in line)",
        r"precedence",
        r"preference",
        r"priority",
        r"front of the queue",
        r"(?:before|ahead of) other (?:applicants|candidates)",
        r"only",
        r"pool",
        r"licen[cs]e",
        r"gives",
        r"tomorrow[’']s",
        r"lead in the race",
        r"rise",
        r"without being advertised",
        r"head start",
        r"ticket",
        r"short ?cut",
        r"springboard",
        r"stepping stone",
        r"paved",
        r"opens? (?:the )?(?:door|way|road)",
        r"access",
        r"(?:road|way|path) to",
        r"chances?",
        r"closer to",
        r"obvious choice",
        r"qualif\w*",
        r"candidates?",
        r"interview",
        r"recommend\w*",
        r"nominat\w*",
        r"put in a (?:good )?word",
        r"filled",
        r"chosen",
        r"selected",
        r"recruit\w*",
        r"thought of",
        r"probably",
        r"(?:almost|quite|practically) certain",
        r"count on",
        r"expect\w*",
        r"reward\w*",
        r"picked",
        r"on the list",
        r"(?:the )?aim is",
        r"success",
        r"how to become",
        r"place to be",
        r"participants are",
        r"you are",
        r"within an? (?:year|month)",
        r"(?:all|everyone|half|at least|\w+ out of \w+) (?:\w+ ){0,8}(?:have become|become|hold|be appointed|get)",
    ),
    whom=words(
        r"yours?",
        r"you",
        r"participants?",
        r"mentees?",
        r"everyone",
        r"the (?:best|ablest|most able)",
        r"complet(?:e|es|ing|ion)",
        r"the programme",
        r"the course",
        r"(?:to|from|for|of|in) the group",
        r"the groups",
    ),
    alone=words(
        rf"(?:are|our|picked|found|municipality's|organisation's) (?:\w+ ){{0,2}}(?:coming|future|next) (?:\w+ )?{ENGLISH_TITLE}",
        rf"to be the next {ENGLISH_TITLE}",
        rf"how to become the next {ENGLISH_TITLE}",
        r"certain (?:of|to get) (?:the|a) (?:job|post|position)",
        r"(?:when|if) (?:the|a) (?:post|job|position) falls vacant",
        r"with this programme (?:a|the) [\w ]+ is yours",
        r"short ?cut to the top",
        r"ticket to the \w+",
        r"move up (?:an? )?\w+",
        r"head start",
        r"career ladder",
        r"shortlisted",
        r"skip (?:\w+ ){0,2}(?:application|interview|queue)\w*",
    ),
    denied=words(
        r"not",
        r"no",
        r"never",
        r"none",
        r"neither",
        r"nobody",
        r"hardly",
        r"whether",
        r"when you will",
        r"will need",
        r"explore",
        r"consider",
        r"anyone can apply",
        r"(?<!without being )advertised",
        r"advertisements?",
        r"(?:hard|difficult) to fill",
        r"who is a",
        r"\w+n[’']t",
        r"cannot",
        r"(?:believe|think|fear|hope|ask|discover)(?:s|ed)?",
    ),
    only_so=words(
        r"(?:nobody|no one|none|not|never|no) (?:[\w-]+,? )*without(?! being)",
        r"without (?:[\w-]+,? )*(?:not|nobody|never|cannot)",
    ),
    neutral=words(
        r"appl(?:y|ies|ying)",
        r"applicants?",
        r"(?:some|others|a few)",
        r"(?:told|informed)",
        r"(?:price|costs?)",
        r"mentors",
        r"(?:find|found)",
    ),
)
DETECTORS: Mapping[str, Detector] = {"da": DANISH, "en": ENGLISH}


def promise(subject: Subject) -> Iterator[Remark]:
    """Every text of the organisation, field by field and insert by insert."""
    languages = subject.organisation.languages
    for path, text in texts(subject.organisation):
        for language, written in spoken(text, languages):
            yield from _remarks(written, language, at=path if text.everywhere else (*path, language))
    for insert in subject.inserts:
        for number, line in enumerate(f"{insert.title}\n{insert.body}".splitlines()):
            place = Place(insert.place.file, max(1, insert.place.line + number - 1), 1)
            yield from _remarks(line, insert.language, place=place)


def _remarks(text: str, language: str, at: Path = (), place: Place | None = None) -> Iterator[Remark]:
    for sentence in sentences(text):
        found = strength(sentence, language)
        if found:
            code, level = ("P01.error", "error") if found == "unmistakable" else ("P01.hint", "warning")
            values = said(code, sentence=shortened(sentence))
            yield Remark(level="error" if level == "error" else "warning", at=at, values=values, place=place)


def strength(sentence: str, language: str) -> Strength:
    """How strongly a sentence promises a post; a language without a detector is not judged."""
    detector = DETECTORS.get(language)
    return detector.strength(sentence) if detector else ""


def sentences(text: str) -> Iterator[str]:
    return (part.strip(" \t*_>#-–") for part in SENTENCE_END.split(text) if part.strip(" \t*_>#-–"))


def shortened(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SHOWN else sentence[: LONGEST_SHOWN - 1].rsplit(" ", 1)[0] + " …"


def spoken(text: Text, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is written in each language; a text for every language is read in each of the organisation's."""
    yield from text.by_language
    if text.everywhere is not None:
        yield from ((language, text.everywhere) for language in languages)


def texts(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text that an organisation wrote, with the path to it."""
    for name, info in type(part).model_fields.items():
        yield from _texts(getattr(part, name), (*path, info.alias or name))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
