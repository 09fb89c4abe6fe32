"""Which pages a book has: the outline's entries, repeated for each group and each meeting."""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.model.library import Library, OutlinePage
from kit.model.programme import GroupPlan, Meeting, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One page of the book before it is written: its outline entry and the group or meeting that it is for."""

    entry: OutlinePage
    id: str
    section: str
    group: GroupPlan | None = None
    meeting: Meeting | None = None

    @property
    def path(self) -> str:
        return f"{self.id}.html"

    def block_name(self, name: str) -> str:
        """A block's name with `{template}` of the meeting and `{type}` of the group filled in."""
        template = self.meeting.agenda.template if self.meeting else ""
        return name.replace("{template}", template).replace("{type}", self.group.based_on if self.group else "")


def stands(library: Library, programme: Programme) -> Iterator[Stand]:
    """Every page of this book; one whose lead is for another cohort type, or not in the pure method, is left out."""
    for section in library.outline.sections:
        for entry in section.pages:
            if entry.each == "" and _has_lead(entry, library, programme):
                yield Stand(entry=entry, id=entry.id, section=section.id)
            for group in programme.groups if entry.each else ():
                for meeting in group.meetings if entry.each == "meeting" else (None,):
                    if meeting and entry.makes("homework") and meeting == group.meetings[-1] and not group.closing_conversations:
                        continue  # nothing to take home
                    number = meeting.number if meeting else 0
                    yield Stand(
                        entry=entry, id=entry.id.format(group=group.id, meeting=number), section=section.id, group=group, meeting=meeting
                    )


def _has_lead(entry: OutlinePage, library: Library, programme: Programme) -> bool:
    lead = library.blocks.get(entry.lead)
    return entry.layout in ("front", "door") or (
        lead is not None and lead.tags.cohort in {"all", *(group.based_on for group in programme.groups)}
    )
