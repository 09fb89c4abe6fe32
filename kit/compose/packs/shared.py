"""What every part of a pack receives, and the few sheets that several packs have."""

from dataclasses import dataclass

from kit.compose.identity import identity
from kit.compose.making import Making
from kit.compose.packs.chapters import Chapters
from kit.model import library as content
from kit.model import sheets
from kit.model.book import Sheet
from kit.model.programme import GroupPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """One pack being composed, for one group where it has one. `making` speaks for that group."""

    outline: content.PackOutline
    making: Making
    chapters: Chapters
    group: GroupPlan | None = None

    @property
    def name(self) -> str:
        return self.outline.name.format(group=self.group.id if self.group else "")

    @property
    def title(self) -> str:
        return self.making.said(self.outline.title)

    def foot(self, name: str) -> str:
        """The stamp of every sheet: name · round · dates as of revision · content version."""
        making = self.making
        carried = identity(making.organisation, making.programme, making.library, making.voice)
        return " · ".join((name, carried.round, carried.stamp))


def contents(packing: Packing, _: content.PackPart) -> list[Sheet]:
    return [Sheet(id="contents", title=packing.making.say("contents"), holds=sheets.Contents(), in_contents=False)]


def basis(making: Making, tags: content.Tags) -> sheets.Source:
    return sheets.Source(basis=tags.basis, words=making.say(f"basis.{tags.basis}.block"))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
