"""What tests share: our voices, our content, and a programme made of a few lines of YAML."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from kit import pipeline
from kit.model.library import Library
from kit.pipeline import Home, Known
from kit.read import library as library_reader
from kit.words import Voice

ROOT = Path(__file__).parent.parent
HOME = Home(content=ROOT / "content", themes=ROOT / "themes", words=ROOT / "kit" / "words", organisations=ROOT / "organisations")
LEAST = """\
organisation: {name: Lilleby Kommune}
programme: {strategy: Ledelsesgrundlag}
groups:
  - {name: Hold 1, cohort: aspiring-leaders, first_meeting: 2027-02-03}
"""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """At most so many seconds of processor time, without going through what other tests left in memory."""
    gc.freeze()
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    gc.unfreeze()
    assert spent < seconds


@cache
def voice(language: str) -> Voice:
    return pipeline.voice(HOME, language)


@cache
def library() -> Library:
    return library_reader.read(HOME.content)


@cache
def example(name: str) -> Known:
    """One of the examples, read, planned and checked."""
    return pipeline.know(HOME.organisations / name, HOME)


def known(folder: Path, organisation_yaml: str = LEAST) -> Known:
    """An organisation of a few lines; `folder` holds its file."""
    (folder / "organisation.yaml").write_text(organisation_yaml, encoding="utf-8")
    return pipeline.know(folder, HOME)
