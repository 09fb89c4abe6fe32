"""A letter as it is composed: finished words in paragraphs, for Word and for mail."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, one point or step of a list, or a table with its head first."""

    kind: Literal["text", "heading", "bullet", "step", "table"]
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """`name` is its file name without an ending; `sender` stands at its head."""

    name: str
    language: str
    title: str
    subject: str
    subject_word: str  # Emne:
    sender: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
