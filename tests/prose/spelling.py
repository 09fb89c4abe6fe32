"""Spelling with hunspell (da_DK, en_GB) and our own words, each read by a person and in the order of the alphabet:
`words.<language>.txt`, and `names.txt` for people, organisations and standards. Titles of cited works keep their own language.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests import written

HERE = Path(__file__).parent
DICTIONARIES = {"da": "da_DK", "en": "en_GB"}
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ADDRESS = re.compile(r"https?://\S+|\b\S+@\S+|\bdoi:\S+|\b[\w.-]+\.(?:yaml|csv|xlsx|pdf|md|example|com|dk)\b")
CITING = re.compile(r"^.*\(\d{4}\).*$", re.MULTILINE)  # a line that cites a work by its year
TITLE = re.compile(r"(?<!\*)\*[^*]+\*(?!\*)|[»'‘][^«'’]+[«'’]")
VALUE = re.compile(r"\{[^}]*\}|»[^«]*«|‘[^’]*’|--\w+")
PATTERN = re.compile(r"kit/words/\S+ (?:format\.|locale$|theme\.language\.)")
MESSAGE = re.compile(r"kit/words/parts/(?:cli|read|check|plan|fields)\.|\S+ [A-Z]\d\d\b")  # on a terminal: they name fields and commands


def words(text: str) -> set[str]:
    """What stands between signs and spaces, addresses left out; apostrophes as hunspell knows them."""
    return {word.replace("’", "'") for word in WORD.findall(ADDRESS.sub(" ", text))}


def written_words(language: str) -> dict[str, str]:
    """Every word of content/ and of our sentences in one language, with a place where it stands."""
    return {word: place for place, text in _written(language) for word in words(text)}


def message_words(language: str) -> dict[str, str]:
    """Every word of the messages that name fields and commands (and therefore hold some English in Danish)."""
    said = (spoken for spoken in written.sentences_of_ours() if spoken[1] == language and MESSAGE.match(spoken[0]))
    return {word: place for place, _, text in said for word in words(VALUE.sub(" ", text))}


@cache
def cited(language: str) -> frozenset[str]:
    """Words in the titles of cited works, which are not translated."""
    said = "\n".join(piece.said(language) for piece in written.pieces())
    titles = [title for line in CITING.findall(said) for title in TITLE.findall(line)]
    return frozenset(
        word for title in (*titles, *(str(source.tags["citation"]) for source in written.ledger("sources.yaml"))) for word in words(title)
    )


@cache
def own(language: str) -> frozenset[str]:
    return frozenset(lines(f"words.{language}.txt") + lines("names.txt"))


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def unknown(found: Iterable[str], language: str) -> list[str]:
    """The words that neither the dictionary nor our lists know; a genitive and a capital are no new word."""
    return [word for word in misspelt((word for word in found if not _ours(word, language)), language) if not _ours(word, language)]


def misspelt(asked: Iterable[str], language: str) -> list[str]:
    """What hunspell alone does not know."""
    command = ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], "-l"]
    said = subprocess.run(command, input="\n".join(sorted(asked)), capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return sorted(set(said.split()))


def _ours(word: str, language: str) -> bool:
    bare = re.sub(r"'s?$|s$", "", word)
    return not own(language).isdisjoint({word, word.lower(), bare, bare.lower()})


def _written(language: str) -> Iterator[tuple[str, str]]:
    for piece in (*written.pieces(), *written.ledger("facts.yaml"), *written.ledger("sources.yaml")):
        yield piece.place(language), written.plain(CITING.sub(lambda line: TITLE.sub(" ", line[0]), piece.said(language)))
    for code, spoken, said in written.sentences_of_ours():
        if spoken == language and not PATTERN.match(code) and not MESSAGE.match(code):
            yield code, VALUE.sub(" ", said)
