"""`make prose`: how every page and sheet of the example reads, and what a reader would stumble over. Writes nothing."""

import sys

from tests.prose import checks
from tests.prose.measure import measure, words
from tests.prose.readings import LANGUAGES, everything

HEAD = f"{'':46}{'words':>7}{'sentences':>11}{'mean':>7}{'score':>8}{'plainly':>9}{'said':>6}"
SCORES = {"da": "LIX", "en": "Flesch reading ease"}


def main() -> int:
    for language in LANGUAGES:
        readings = everything(language)
        print(f"\n{SCORES[language]} ({language}): »plainly« counts the glossary's own words as short, »said« is words to say aloud.\n")
        print(HEAD)
        for reading in readings:
            print(line(reading.name, reading.prose, reading.speech, language))
        print(line("everything", sum((r.prose for r in readings), ()), sum((r.speech for r in readings), ()), language))
    troubles = [trouble for check in checks.CHECKS for trouble in check()]
    print(f"\n{len(troubles)} to mend" if troubles else "\nNothing to mend.", *troubles, sep="\n- ")
    return 1 if troubles else 0


def line(name: str, prose: tuple[str, ...], speech: tuple[str, ...], language: str) -> str:
    found, plainly = measure(prose, language), measure(prose, language, checks.glossary(language))
    score, plain = (found.lix, plainly.lix) if language == "da" else (found.flesch, plainly.flesch)
    said = len(words(" ".join(speech)))
    return f"{name:46}{found.words:>7}{found.sentences:>11}{found.mean:>7.1f}{score:>8.1f}{plain:>9.1f}{said:>6}"


if __name__ == "__main__":
    sys.exit(main())
