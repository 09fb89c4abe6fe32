"""An organisation's programme beside the method: what to think about before it begins. Pure."""

from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.problem import Finding
from kit.model.programme import Programme
from kit.model.roster import Roster
from kit.model.source import Insert, Places


def findings(
    organisation: Organisation, programme: Programme, library: Library, roster: Roster | None, inserts: tuple[Insert, ...], places: Places
) -> tuple[Finding, ...]:
    """Everything that the rules found, in the order of the file."""
    return ()
