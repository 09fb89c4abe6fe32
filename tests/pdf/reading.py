"""A tagged PDF as a reader hears it: its tags in order, and the words that each of them holds.

Our own small decoder, so that the checks do not lean on the library that wrote the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
BLACK = (0.0, 0.0, 0.0)
ARTIFACT = "/Artifact"


@dataclass
class Tag:
    """One tag with the tags below it; `pieces` are page and number of its marked content, `objects` the annotations it holds."""

    kind: str
    node: Any
    above: tuple[str, ...]
    kids: list["Tag | tuple[int, int]"] = field(default_factory=list)
    objects: list[Any] = field(default_factory=list)

    def all(self) -> Iterator["Tag"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.all()

    def pieces(self, *, seen: bool = True) -> Iterator[tuple[int, int]]:
        """What it holds; without what is only `seen` and has a description instead."""
        if self.kind == "Figure" and "/Alt" in self.node and not seen:
            return
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.pieces(seen=seen)
            else:
                yield kid


@dataclass(frozen=True)
class Shown:
    """Letters drawn on a page: in which marked stretch of it, under which number (none for what readers pass over), in which ink and size.

    The size is in points as printed, whatever the page's instructions scale.
    """

    page: int
    stretch: int
    piece: int | None
    passed_over: bool
    words: str
    ink: tuple[float, ...] | None
    size: float


class Reading:
    """A file opened for checking; `source` is what was composed, once a check has asked for it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.source: str | None = None
        self.pdf = pikepdf.open(file)
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def root(self) -> Tag:
        return self.read(self.pdf.Root.StructTreeRoot, (), "Root")

    @cached_property
    def tags(self) -> list[Tag]:
        return list(self.root.all())[1:]

    def read(self, node: Any, above: tuple[str, ...], kind: str) -> Tag:
        tag = Tag(kind, node, above)
        inside = node.get("/K", [])
        for kid in list(inside) if isinstance(inside, Array) else [inside]:
            if isinstance(kid, int):
                tag.kids.append((self.pages[node.Pg.objgen], int(kid)))
            elif "/S" in kid:
                tag.kids.append(self.read(kid, (*above, kind), str(kid.S).lstrip("/")))
            elif "/MCID" in kid:
                tag.kids.append((self.pages[(kid.Pg if "/Pg" in kid else node.Pg).objgen], int(kid.MCID)))
            elif "/Obj" in kid:
                tag.objects.append(kid.Obj)
        return tag

    @cached_property
    def shown(self) -> list[Shown]:
        """Every drawn word of the file."""
        return [shown for number, page in enumerate(self.pdf.pages) for shown in drawn(page, number)]

    @cached_property
    def marked(self) -> Mapping[tuple[int, int], str]:
        """The words of every marked piece that has a number, by page and number."""
        return joined(((shown.page, shown.piece), shown.words) for shown in self.shown if shown.piece is not None)

    @cached_property
    def passed_over(self) -> Mapping[int, list[str]]:
        """What a page shows and no reader hears: its foot and number."""
        stretches = joined(((shown.page, shown.stretch), shown.words) for shown in self.shown if shown.passed_over)
        return {number: [words for (page, _), words in stretches.items() if page == number] for number, _ in enumerate(self.pdf.pages)}

    def words(self, tag: Tag) -> str:
        """What a reader hears of a tag; a figure is heard as its description, not as the words drawn in it."""
        return "".join(self.marked.get(piece, "") for piece in tag.pieces(seen=False))

    def of_kind(self, *kinds: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.kind in kinds]

    @cached_property
    def destinations(self) -> Mapping[str, int]:
        """The page of every anchor."""
        names = self.pdf.Root.get("/Names", Dictionary()).get("/Dests")
        return {str(name): self.pages[target[0].objgen] for name, target in pikepdf.NameTree(names).items()} if names is not None else {}

    def annotations(self) -> Iterator[tuple[int, Any]]:
        for number, page in enumerate(self.pdf.pages):
            for annotation in page.get("/Annots", []):
                yield number, annotation


def joined(parts: Iterable[tuple[tuple[int, int], str]]) -> dict[tuple[int, int], str]:
    words: dict[tuple[int, int], str] = {}
    for place, part in parts:
        words[place] = words.get(place, "") + part
    return words


def drawn(page: pikepdf.Page, number: int) -> Iterator[Shown]:
    """The words that a page draws, in the order of its instructions."""
    fonts = {name: unicode_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    inside: list[tuple[int, int | None, bool]] = []  # the marked stretches around this place
    inks: list[tuple[float, ...] | None] = [BLACK]
    scales = [1.0]
    decode: Mapping[bytes, str] = {}
    size = stretched = 1.0
    for place, instruction in enumerate(pikepdf.parse_content_stream(page)):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            inside.append((place, number_of(operands), str(operands[0]) == ARTIFACT))
        elif operator == "EMC":
            inside.pop()
        elif operator == "q":
            inks.append(inks[-1])
            scales.append(scales[-1])
        elif operator == "Q":
            inks.pop()
            scales.pop()
        elif operator == "cm":
            scales[-1] *= hypot(float(operands[2]), float(operands[3]))
        elif operator == "Tm":
            stretched = hypot(float(operands[2]), float(operands[3]))
        elif operator in ("rg", "g", "k", "sc", "scn"):
            inks[-1] = ink(operator, operands)
        elif operator == "Tf":
            decode, size = fonts.get(str(operands[0]), {}), float(operands[1])
        elif operator in ("Tj", "TJ"):
            piece = next((mark for _, mark, _ in reversed(inside) if mark is not None), None)
            passed_over = any(artifact for _, _, artifact in inside)
            printed = size * stretched * scales[-1]
            yield Shown(number, inside[-1][0] if inside else -1, piece, passed_over, shown(operands[0], decode), inks[-1], printed)


def number_of(operands: Any) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    return int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None


def ink(operator: str, operands: Any) -> tuple[float, ...] | None:
    """Red, green and blue; none for an ink of another kind, which we do not use."""
    if operator == "rg":
        return tuple(float(part) for part in operands)
    return (float(operands[0]),) * 3 if operator == "g" else None


def shown(operand: Any, decode: Mapping[bytes, str]) -> str:
    parts = list(operand) if isinstance(operand, Array) else [operand]
    return "".join(decoded(bytes(part), decode) for part in parts if isinstance(part, pikepdf.String))


def decoded(codes: bytes, decode: Mapping[bytes, str]) -> str:
    return "".join(decode.get(codes[place : place + 2], "\ufffd") for place in range(0, len(codes), 2))


def unicode_of(font: Any) -> dict[bytes, str]:
    """What the codes of a font mean, from its ToUnicode map."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[bytes, str] = {}
    text = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for line in block.strip().splitlines():
            code, letters = (bytes.fromhex(part.decode()) for part in HEX.findall(line))
            found[code] = letters.decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for line in block.strip().splitlines():
            first, last, letters = (bytes.fromhex(part.decode()) for part in HEX.findall(line)[:3])
            start = int.from_bytes(letters, "big")
            for step, code in enumerate(range(int.from_bytes(first, "big"), int.from_bytes(last, "big") + 1)):
                found[code.to_bytes(2, "big")] = chr(start + step)
    return found
