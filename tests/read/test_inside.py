"""A file of the organisation is a regular one inside its folder, and reading it never waits."""

import os
from pathlib import Path

import pytest

from kit.model.problem import Invalid, Place
from kit.read import inside

TOLD = Place("organisation.yaml", 3, 7)


def refused(folder: Path, name: str, limit: int = 100) -> str:
    with pytest.raises(Invalid) as raised:
        inside.read_inside(folder, name, limit, TOLD)
    (found,) = raised.value.problems
    assert found.place == TOLD
    return found.code


def test_a_file_of_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "blå").mkdir()
    (tmp_path / "blå" / "logo.svg").write_bytes(b"<svg/>")
    (tmp_path / "link.svg").symlink_to(tmp_path / "blå" / "logo.svg")

    assert inside.read_inside(tmp_path, "blå/logo.svg", 100, TOLD) == b"<svg/>"
    assert inside.read_inside(tmp_path, "link.svg", 100, TOLD) == b"<svg/>"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "D02"),
        (" ", "D01"),
        ("a\0b", "D01"),
        ("missing", "D01"),
        ("l" * 300, "D01"),
        ("file/below", "D01"),
        (".", "D02"),
        ("pipe", "D02"),
        ("..", "D03"),
        ("../beside", "D03"),
        ("/etc/passwd", "D03"),
        ("/dev/zero", "D03"),
        ("out", "D03"),
        ("ring", "D01"),
        ("file", "D04"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, name: str, code: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "beside").write_bytes(b"secret")
    (folder / "file").write_bytes(bytes(101))
    (folder / "out").symlink_to(tmp_path / "beside")
    (folder / "ring").symlink_to("ring")
    os.mkfifo(folder / "pipe")

    assert refused(folder, name) == code


def test_a_link_is_not_followed_when_the_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")

    with pytest.raises(Invalid) as raised:
        inside.content(tmp_path / "link", 10_000, TOLD)
    assert raised.value.problems[0].code == "D02"
