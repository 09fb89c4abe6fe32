"""Words that we do not write (docs/prose.md), each with what we write instead. `allowed` are the few places where one is right."""

import re
from collections.abc import Iterator

FORBIDDEN: dict[str, dict[str, str]] = {
    "da": {
        r"faciliter\w*": "leder, holder",
        r"adresser(?:e|es|et|ede)": "tager fat i",
        r"eksekver\w*": "gør",
        r"i forhold til": "om, over for, sammenlignet med",
        r"omkring": "om, cirka, rundt om",
        r"såfremt|hvis og såfremt": "hvis",
        r"endvidere": "også",
        r"i henhold til": "efter",
        r"hvorvidt": "om",
        r"foretag(?:e|er|es|et)|foretog": "gør; brug udsagnsordet",
        r"vedrørende": "om",
        r"pågældende|vedkommende": "de, deltageren, lederen",
        r"insights?|clarity|ownership|tage ejerskab|ejerskab": "indsigt, afklaring, ansvar",
        r"program(?:met|mer|merne|mets)?": "forløb (program kun om dagens punkter)",
        r"(?:han|hun|ham|hende|hans|hendes) ?/ ?(?:han|hun|ham|hende|hans|hendes)": "de, deltageren",
        r"\w+\((?:e|er|ne|n|t|en|et|r|s)\)": "bøjningen skrives ud",
        r"i dette afsnit|det er vigtigt at (?:notere|bemærke)": "begynd med det, læseren skal gøre",
    },
    "en": {
        r"it is important to note|in this section": "begin with what the reader does",
        r"(?:he|she|him|her|his|hers) ?/ ?(?:he|she|him|her|his|hers)": "they",
        r"\w+\((?:s|es)\)": "write the form out",
        r"research shows": "name the study",
        r"facilitat\w+|leverag\w+|utilis\w+|utiliz\w+": "lead, use",
        r"cheaper|cheapest": "fewer hours; we never say cheaper",
        r"acting (?:leaders?|managers?)": "current leaders",
        r"(?!size|prize|seize|capsize)[a-z]+i[z](?:e|ed|es|ing|ation|ations)(?<!size)(?<!sized)(?<!sizes)": "British spelling in -ise",
    },
}
ALLOWED = {  # where the word means something else
    "da": (
        "lagde de programmet",
        "program for",
        "står i programmet",
        "dagens program",
        "program til ren tekst",
        "andre programmer",
        "i eller omkring",
        "eller omkring den",
    ),
    "en": (),
}


def found(text: str, language: str) -> Iterator[tuple[str, str]]:
    """(the words around it, what we write instead) for each forbidden word."""
    for pattern, instead in FORBIDDEN[language].items():
        for hit in re.finditer(rf"(?<![\w/@.-])(?:{pattern})(?![\w-])", text, re.IGNORECASE):
            around = text[max(0, hit.start() - 30) : hit.end() + 30].replace("\n", " ")
            if not any(phrase in around.lower() for phrase in ALLOWED[language]):
                yield f"»{hit[0]}« in »{around.strip()}«", instead
