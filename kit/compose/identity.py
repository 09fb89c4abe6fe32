"""What every page and sheet carries: whose programme it is, whom to ask, which round and revision."""

from kit.compose.scope import programme_name, said
from kit.model.book import Identity
from kit.model.library import Library
from kit.model.organisation import Organisation
from kit.model.programme import Programme
from kit.words import Voice


def identity(organisation: Organisation, programme: Programme, library: Library, voice: Voice) -> Identity:
    wish = organisation.programme
    return Identity(
        organisation=organisation.identity.name,
        programme=programme_name(organisation, voice),
        coordinator=said(wish.coordinator.name, voice, "coordinator.default"),
        email=wish.coordinator.email or "",
        phone=wish.coordinator.phone or "",
        round=voice.say("round", year=str(programme.groups[0].meetings[0].on.year)),
        stamp=voice.say("stamp", revision=wish.revision, version=library.version),
        accessibility_statement=organisation.publish.accessibility_statement or "",
        website=organisation.identity.website or "",
    )
