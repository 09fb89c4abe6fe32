"""A YAML file becomes a tree with places, or problems at file:line:column."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.model.problem import Invalid, Place, Problem
from kit.read import yaml
from tests.helpers import within


def plain(text: str) -> object:
    node, problems = yaml.parse(text, "a.yaml")
    assert problems == ()
    return yaml.plain(node)


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{found.place} {found.code} {' '.join(map(str, found.values.values()))}".strip() for found in problems]


def wrong(tmp_path: Path, data: str | bytes) -> list[str]:
    file = tmp_path / "a.yaml"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(Invalid) as raised:
        yaml.read(file, "a.yaml")
    return said(raised.value.problems)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("16:00", "16:00"),
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("2027-02-30", "2027-02-30"),
        ("1_000", "1_000"),
        ("=", "="),
        ("017", 17),
        ("-4", -4),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.10", 1.1),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'017'", "017"),
        ('"true"', "true"),
        ("|\n  to\n  linjer", "to\nlinjer"),
        ("[ja, 2]", ["ja", 2]),
        ("{2: æble, nej: ø}", {2: "æble", "nej": "ø"}),
        ("{1.5: a, true: b}", {"1.5": "a", "true": "b"}),
    ],
)
def test_scalars_follow_yaml_1_2(written: str, means: object) -> None:
    assert plain(f"a: {written}") == {"a": means}


def test_every_value_knows_its_place() -> None:
    text = "organisation:\n  name: Århus 😀\ngroups:\n  - name: Hold 1\n    start: 16:00\nempty:\n"

    node, _ = yaml.parse(text, "a.yaml")

    assert {".".join(map(str, path)): str(place) for path, place in yaml.places(node).items()} == {
        "": "a.yaml:1:1",
        "organisation": "a.yaml:1:1",
        "organisation.name": "a.yaml:2:9",
        "groups": "a.yaml:3:1",
        "groups.0": "a.yaml:4:5",
        "groups.0.name": "a.yaml:4:11",
        "groups.0.start": "a.yaml:5:12",
        "empty": "a.yaml:6:1",
    }


def test_a_key_has_a_place_of_its_own() -> None:
    node, _ = yaml.parse("a:\n  mentr: 1\n", "a.yaml")

    assert node.value["a"].keys["mentr"] == Place("a.yaml", 2, 3)  # type: ignore[call-overload,index,union-attr]


def test_a_text_inside_another_file_counts_its_lines() -> None:
    node, _ = yaml.parse("title: Intet løfte", "a.md", first_line=2)

    assert yaml.places(node)["title",] == Place("a.md", 2, 8)


def test_a_repeated_word_may_be_an_alias() -> None:
    assert plain("a: &sted Rådhuset\nb: *sted") == {"a": "Rådhuset", "b": "Rådhuset"}


def test_letters_are_composed_and_invisible_ones_dropped() -> None:
    assert plain('a: A\u030a\u200brhus\nb: "\\u200bx"') == {"a": "Århus", "b": "x"}


def test_windows_files_with_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: \xc3\xa5\r\n")

    assert yaml.plain(yaml.read(file, "a.yaml")) == {"a": 1, "b": "å"}


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        (b"a: 1\nb: Bl\xe5b\xe6r\n", ["a.yaml:2:6 Y01 Windows-1252"]),
        ("a: å".encode("utf-16"), ["a.yaml:1:1 Y01 UTF-16"]),
        ("a: b".encode("utf-16-le"), ["a.yaml:1:1 Y01 UTF-16"]),
        ("a: b".encode("utf-32"), ["a.yaml:1:1 Y01 UTF-32"]),
        ("a: 1\nb: x\u202ey\u202c\nc: \x00", ["a.yaml:2:5 Y02 U+202E", "a.yaml:3:4 Y02 U+0000"]),
        ('a: "\\x07"', ["a.yaml:1:4 Y02 U+0007"]),
        ("a: \u2028", ["a.yaml:1:4 Y02 U+2028"]),
        ("a: e" + "\u0301" * 9, ["a.yaml:1:9 Y15"]),
        ("a: 1\nb: 2\na: 3\n", ["a.yaml:3:1 Y04 a 1"]),
        ("[" * 500_000, ["a.yaml:1:21 Y07 20"]),
        ("{a: " * 100_000, ["a.yaml:1:78 Y07 20"]),
        ("- a\n" * 30_000, ["a.yaml:20000:3 Y08 20000"]),
        ("a: !!python/object/apply:os.system [ls]", ["a.yaml:1:4 Y09 !!python/object/apply:os.system"]),
        ("a: !ENV HOME", ["a.yaml:1:4 Y09 !ENV"]),
        ("a: &x 1\nb: [" + "*x, " * 60 + "]", ["a.yaml:2:205 Y10 50"]),
        ("a: &x [1]\nb: *x\n", ["a.yaml:2:4 Y11 x"]),
        ("a: &x [*x]", ["a.yaml:1:8 Y11 x"]),
        ("a: *findes-ikke", ["a.yaml:1:4 Y11 findes-ikke"]),
        (
            "a: 1234567890\nb: 0xff\nc: .nan\nd: -.inf\ne: 1e999\n",
            [f"a.yaml:{n}:4 Y12 {v}" for n, v in enumerate(["1234567890", "0xff", ".nan", "-.inf", "1e999"], 1)],
        ),
        ("a: 1\n---\nb: 2\n", ["a.yaml:2:1 Y13"]),
        ("a: 1\n...\nb: 2\n", ["a.yaml:3:1 Y13"]),
        ("? [a, b]\n: 1\n", ["a.yaml:1:3 Y14"]),
        ("a:\n\tb: 1\n", ["a.yaml:2:1 Y20"]),
        ("a: Møde: onsdag\n", ["a.yaml:1:8 Y21"]),
        ("a: 'Rådhuset\nb: 2\n", ["a.yaml:1:4 Y22"]),
        ("a: [1, 2\nb: 3\n", ["a.yaml:1:4 Y23"]),
        ('a: "Hold" A\n', ["a.yaml:1:11 Y24"]),
        ("a: 1\nb\n", ["a.yaml:2:1 Y25"]),
        ("a: @hr\n", ["a.yaml:1:4 Y26 @"]),
        ('a: "C:\\dokumenter"\n', ["a.yaml:1:7 Y27"]),
        ("a: - b\n", ["a.yaml:1:4 Y28"]),
        ("x" * 2_000_000, ["a.yaml:1:1 D04 a.yaml 1024 1954"]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, written: str | bytes, problems: list[str]) -> None:
    with within(2):
        assert wrong(tmp_path, written) == problems


def told(read: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems of what cannot be read; none where it can."""
    try:
        read()
    except Invalid as invalid:
        return invalid.problems
    return ()


def parsed(text: str) -> None:
    node, _ = yaml.parse(text, "a.yaml")
    yaml.plain(node), yaml.places(node)


@given(some.binary(max_size=400))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    assert all(found.place.file == "a.yaml" for found in told(lambda: parsed(yaml.decoded(data, "a.yaml"))))


@given(some.text(alphabet="ab:-[]{}&*!|>'\"#%@`,?\n\t ~0.e\\é\u202e\ufeff", max_size=60))
def test_any_heap_of_signs_gives_a_tree_or_problems(text: str) -> None:
    assert all(found.place.line >= 1 and found.place.column >= 1 for found in told(lambda: parsed(text)))
