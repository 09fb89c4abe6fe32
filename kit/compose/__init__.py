"""Programme + Library become words on pages and sheets: the Book and the Packs of one language. Pure."""

from kit.compose.book import book
from kit.compose.brand import colours
from kit.compose.calendars import calendars
from kit.compose.letters import letters
from kit.compose.letters import plain as mail
from kit.compose.mailmerge import personal_calendars, personal_letters
from kit.compose.packs import packs
from kit.compose.personal import personal
from kit.compose.terms import replacer

__all__ = ["book", "calendars", "colours", "letters", "mail", "packs", "personal", "personal_calendars", "personal_letters", "replacer"]
