"""A newer content: the file is made ready for it, and what the organisation wrote itself stays and is printed."""

from pathlib import Path

from kit import cli, pipeline
from tests import helpers
from tests.helpers import HOME

OWN = "Hos os spiser vi frokost sammen bagefter.\n"


def organisation(folder: Path) -> Path:
    insert = folder / "inserts" / "design" / "what-is-it.da.md"
    insert.parent.mkdir(parents=True)
    insert.write_text(f"---\nextends: after\n---\n{OWN}", encoding="utf-8")
    file = folder / "organisation.yaml"
    file.write_text(helpers.LEAST.replace("programme: {", 'programme: {content_version: "0.9", '), encoding="utf-8")
    return insert


def test_own_texts_survive_an_upgrade_and_are_printed(tmp_path: Path) -> None:
    insert = organisation(tmp_path)
    before = insert.read_bytes()

    code = cli.answered(["upgrade", str(tmp_path), "-q"], {})

    assert (code, insert.read_bytes()) == (0, before)
    known = pipeline.know(tmp_path, HOME)
    assert any(OWN.strip() in page.markdown for page in pipeline.compose_in("da", known, HOME, ()).book.pages)
    assert known.source.organisation.programme.content_version in ("", None, known.library.version)


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    organisation(tmp_path)
    before = (tmp_path / "organisation.yaml").read_bytes()

    assert cli.answered(["upgrade", str(tmp_path), "--dry-run", "-q"], {}) == 0
    assert (tmp_path / "organisation.yaml").read_bytes() == before
