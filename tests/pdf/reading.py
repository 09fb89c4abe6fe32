"""A tagged PDF as a reader hears it: its tags in order, and the words that each of them holds.

Our own small decoder, so that the checks do not lean on the library that wrote the file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


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

    def pieces(self) -> Iterator[tuple[int, int]]:
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.pieces()
            else:
                yield kid


class Reading:
    """A file opened for checking."""

    def __init__(self, file: Path) -> None:
        self.file = file
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
    def marked(self) -> Mapping[tuple[int, int], str]:
        """The words of every marked piece that has a number, by page and number."""
        return {piece: words for number, page in enumerate(self.pdf.pages) for piece, words in marked_words(page, number)}

    def words(self, tag: Tag) -> str:
        """What a reader hears of a tag."""
        return "".join(self.marked.get(piece, "") for piece in tag.pieces())

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


def marked_words(page: pikepdf.Page, number: int) -> Iterator[tuple[tuple[int, int], str]]:
    fonts = {name: unicode_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    inside: list[int | None] = []
    decode: Mapping[bytes, str] = {}
    words: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            properties = instruction.operands[1] if operator == "BDC" else None
            inside.append(int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None)
        elif operator == "EMC":
            inside.pop()
        elif operator == "Tf":
            decode = fonts.get(str(instruction.operands[0]), {})
        elif operator in ("Tj", "TJ"):
            piece = next((mark for mark in reversed(inside) if mark is not None), None)
            if piece is not None:
                words[piece] = words.get(piece, "") + shown(instruction.operands[0], decode)
    for piece, text in words.items():
        yield (number, piece), text


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
