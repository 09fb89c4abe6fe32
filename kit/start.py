"""A first organisation.yaml to start from. Writes a new folder only."""

from pathlib import Path

BEGINNING = {
    "da": """# Det mindste, en organisation skal sige. Alt andet har metodens egne tal.
organisation:
  name: Vores Kommune             # jeres navn
programme:
  strategy: Vores ledelsesgrundlag   # det behov eller den strategi, forløbet hører til
  coordinator:
    name: HR                      # offentlig: brug en fælles postkasse
    email: mentor@vores.example
groups:
  - name: Hold 1
    cohort: aspiring-leaders      # eller acting-leaders: ledere i dag
    first_meeting: 2027-02-03     # det første gruppemøde
""",
    "en": """# The least that an organisation must say. Everything else has the method's own numbers.
organisation:
  name: Our Municipality          # your name
languages: [en]
programme:
  strategy: Our leadership charter   # the need or strategy that the programme belongs to
  coordinator:
    name: HR                      # public: use a shared mailbox
    email: mentor@our.example
groups:
  - name: Group 1
    cohort: aspiring-leaders      # or acting-leaders: people who lead today
    first_meeting: 2027-02-03     # the first group meeting
""",
}


def beginning(language: str) -> str:
    """The file's text; English where a language has none of its own."""
    return BEGINNING.get(language, BEGINNING["en"])


def write(folder: Path, text: str) -> Path:
    """Make `folder` with an organisation.yaml in it; FileExistsError when the folder is there and not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "organisation.yaml"
    with file.open("x", encoding="utf-8") as opened:
        opened.write(text)
    return file
