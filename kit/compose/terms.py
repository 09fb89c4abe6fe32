"""An organisation's own words in the place of ours: *mentee* becomes *adept* in every form, articles included.

Works on our own words alone: what an organisation wrote is a slot at that moment.
"""

import re
from collections.abc import Callable, Mapping

from kit.model.library import Term
from kit.model.words import Forms, Word, genitive
from kit.words import Voice


def replacer(terms: Mapping[str, Term], own: Mapping[str, Word], voice: Voice) -> Callable[[str], str]:
    """A function that puts the words of `own` (organisation.yaml, `terms`) into a text of ours."""
    pairs = [
        pair
        for name, word in own.items()
        if name in terms and word.has(voice.language)
        for pair in _pairs(terms[name].word.said_in(voice.language), word.said_in(voice.language), voice)
    ]
    if not pairs:
        return lambda words: words
    table = dict(pairs)
    longest_first = sorted(table, key=len, reverse=True)
    found = re.compile(r"(?<![\w@/#-])(" + "|".join(re.escape(form) for form in longest_first) + r")(?![\w-])", re.IGNORECASE)
    return lambda words: found.sub(lambda match: _cased(match[0], table[match[0].lower()]), words)


def _pairs(ours: Forms, theirs: Forms, voice: Voice) -> list[tuple[str, str]]:
    forms = [(getattr(ours, name), getattr(theirs, name)) for name in ("singular", "plural", "definite", "definite_plural")]
    genitives = [(genitive(old, voice.language), genitive(new, voice.language)) for old, new in forms]
    genitives[0] = (genitive(ours.singular, voice.language, ours.genitive), genitive(theirs.singular, voice.language, theirs.genitive))
    phrases = [(f"{_article(ours, voice)} {ours.singular}", f"{_article(theirs, voice)} {theirs.singular}")]
    return [(old.lower(), new) for old, new in (*genitives, *forms, *phrases)]  # mentees: many, before a mentee's


def _article(forms: Forms, voice: Voice) -> str:
    vowel = "-vowel" if forms.singular[:1].lower() in "aeiou" and voice.knows(f"article.{forms.gender}-vowel") else ""
    return voice.say(f"article.{forms.gender}{vowel}")


def _cased(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
