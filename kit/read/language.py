"""Which language to complain in, before anything is known to be sound: the file's first language, if it can be read."""

from collections.abc import Mapping
from pathlib import Path

from kit.model.problem import Invalid
from kit.read import yaml

FILE = "organisation.yaml"
OURS = ("da", "en")


def front(folder_or_file: Path) -> str | None:
    """The first of `languages:` when it is one that we speak; Danish when the file says nothing; None when it cannot be read."""
    file = folder_or_file / FILE if folder_or_file.is_dir() else folder_or_file
    try:
        whole = yaml.plain(yaml.read_with_problems(file, file.name)[0])
    except (Invalid, OSError):
        return None
    languages = whole.get("languages", ["da"]) if isinstance(whole, Mapping) else []
    return languages[0] if isinstance(languages, list) and languages and languages[0] in OURS else None
