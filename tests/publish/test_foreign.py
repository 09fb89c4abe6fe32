"""A folder that we did not make, or that somebody has changed since, is never touched."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import manifest, publish
from tests.publish.made import picture, publish_pages


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish_pages(tmp_path, "før")
    return tmp_path / "site"


def test_what_we_made_is_replaced(site: Path) -> None:
    publish.check(site)
    publish_pages(site.parent, "efter")

    assert "efter" in (site / "index.html").read_text(encoding="utf-8")


def test_what_is_gone_from_the_old_output_is_no_loss(site: Path) -> None:
    (site / "en" / "møde.html").unlink()

    publish.check(site)


def _deep(site: Path) -> None:
    (site / manifest.NAME).write_text("[" * 100_000, encoding="utf-8")


def _pipe(site: Path) -> None:
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")


def _manifest_pipe(site: Path) -> None:
    (site / manifest.NAME).unlink()
    os.mkfifo(site / manifest.NAME)


def _link(site: Path) -> None:
    (site / "index.html").rename(site.parent / "kept.html")
    (site / "index.html").symlink_to("../kept.html")


def _manifest_link(site: Path) -> None:
    (site / manifest.NAME).rename(site.parent / "kept.json")
    (site / manifest.NAME).symlink_to("../kept.json")


def _other_maker(site: Path) -> None:
    whole = json.loads((site / manifest.NAME).read_text(encoding="utf-8"))
    (site / manifest.NAME).write_text(json.dumps({**whole, "maker": "somebody"}), encoding="utf-8")


def _manifest_of(text: str) -> Callable[[Path], None]:
    return lambda site: (site / manifest.NAME).write_text(text, encoding="utf-8") and None


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word is changed": lambda site: (site / "index.html").write_text("<p>FØR index.html</p>", encoding="utf-8"),
    "a file is added": lambda site: (site / "vores.txt").touch(),
    "a file is added below": lambda site: (site / "en" / ".htaccess").touch(),
    "an empty folder is added": lambda site: (site / "billeder").mkdir(),
    "a link is added": lambda site: (site / "her").symlink_to("/etc"),
    "a page is now a link": _link,
    "a page is now a pipe": _pipe,
    "the manifest is gone": lambda site: (site / manifest.NAME).unlink(),
    "the manifest is a link": _manifest_link,
    "the manifest is a pipe": _manifest_pipe,
    "the manifest is another's": _other_maker,
    "the manifest is no JSON": _manifest_of("nej"),
    "the manifest is a list": _manifest_of("[]"),
    "the manifest is bottomless": _deep,
    "the manifest lists no sizes": _manifest_of('{"maker": "gruppementor", "files": [{"path": "index.html"}]}'),
    "the manifest lists lists": _manifest_of('{"maker": "gruppementor", "files": [{"path": [], "size": 1, "sha256": ""}]}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_somebody_changed_is_refused_and_left_alone(site: Path, change: Callable[[Path], object]) -> None:
    change(site)
    before = picture(site)

    with pytest.raises(publish.Refused, match="B01"):
        publish.check(site)
    with pytest.raises(publish.Refused, match="B01"):
        publish_pages(site.parent, "efter", private=False)

    assert picture(site) == before
    assert list(site.parent.glob(".*")) == []


def test_a_folder_of_somebodys_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site" / "sommer").mkdir(parents=True)
    (tmp_path / "site" / "sommer" / "billede.jpg").write_bytes(b"JPEG")

    with pytest.raises(publish.Refused, match="B01"):
        publish.check(tmp_path / "site")


def publish_while(site: Path, something_happens: Callable[[], object]) -> None:
    with publish.staged(site) as stages:
        (stages.site / "index.html").write_text("ny", encoding="utf-8")
        something_happens()


def test_what_somebody_put_there_during_the_build_is_left_alone(site: Path) -> None:
    with pytest.raises(publish.Refused, match="B01"):
        publish_while(site, lambda: (site / "vores.txt").touch())

    assert (site / "vores.txt").exists()
    assert "før" in (site / "index.html").read_text(encoding="utf-8")


def test_a_link_put_there_during_the_build_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(publish.Refused, match="B02"):
        publish_while(tmp_path / "site", lambda: (tmp_path / "site").symlink_to("kept"))

    assert picture(tmp_path) == {"kept": "folder", "site": "-> kept"}
