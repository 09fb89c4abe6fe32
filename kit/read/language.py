"""What can be read of a file before it is known to be sound: its first language, to complain in, and the organisation's name."""

from collections.abc import Mapping
from pathlib import Path

from kit.model.problem import Invalid, Place
from kit.read import inside, yaml

FILE = "organisation.yaml"


def front(folder_or_file: Path) -> str | None:
    """The first of `languages:`; Danish when the file says nothing; None when it cannot be read."""
    whole = _glimpse(folder_or_file)
    if whole is None:
        return None
    languages = whole.get("languages", ["da"])
    return languages[0] if isinstance(languages, list) and languages and isinstance(languages[0], str) else None


def name(folder_or_file: Path) -> str:
    """The organisation's name, or else its folder's."""
    identity = (_glimpse(folder_or_file) or {}).get("organisation")
    found = identity.get("name") if isinstance(identity, Mapping) else None
    return found.strip() if isinstance(found, str) and found.strip() else folder_or_file.absolute().name


def _glimpse(folder_or_file: Path) -> Mapping[str, object] | None:
    try:
        file = folder_or_file / FILE if folder_or_file.is_dir() else folder_or_file
        whole = yaml.plain(yaml.read_with_problems(file, file.name)[0])
    except (Invalid, OSError, ValueError):
        return None
    return whole if isinstance(whole, Mapping) else None


def text(file: Path) -> str:
    """The file as it was written, to be changed in one place. Raises Invalid when it cannot be read."""
    return yaml.decoded(inside.content(file, yaml.ORGANISATION.bytes, Place(file.name)), file.name)
