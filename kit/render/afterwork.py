"""What WeasyPrint 70 leaves undone for readers of a tagged PDF, done in place. The only module that knows pikepdf.

Table heads get their scope (https://github.com/Kozea/WeasyPrint/issues/2508), running feet become artifacts, links say where
they lead, lists say that they are lists, and the metadata names the language. Tags are kept: nothing is joined or copied.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from io import BytesIO

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf

PRINT = 4  # annotation flag: seen on paper too
Tags = Iterator[tuple[Object, tuple[str, ...]]]  # a tag, and the kinds of the tags above it


def finished(written: bytes, *, language: str, titles: Mapping[str, str]) -> bytes:
    """The PDF with all that done. `titles` says in words what each anchor of the pack is."""
    with Pdf.open(BytesIO(written)) as pdf:
        tagged = list(tags(pdf))
        give_scope(tagged)
        number_lists(tagged)
        mark_artifacts(pdf, reached(tagged))
        describe_links(pdf, titles)
        name_language(pdf, language)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The same bytes for the same content: no random identifier, no clock."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def kids(tag: Object) -> list[Object]:
    inside = tag.get("/K")
    if inside is None:
        return []
    return list(inside) if isinstance(inside, Array) else [inside]


def tags(pdf: Pdf) -> Tags:
    """Every tag of the document in reading order."""
    yield from below(pdf.Root.StructTreeRoot, ())


def below(tag: Object, above: tuple[str, ...]) -> Tags:
    for kid in kids(tag):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid, above
            yield from below(kid, (*above, str(kid.S)))


def give_scope(tagged: list[tuple[Object, tuple[str, ...]]]) -> None:
    """Heads in a table's head speak for their column, all others for their row."""
    for tag, above in tagged:
        if tag.S == Name.TH:
            scope = Name.Column if "/THead" in above else Name.Row
            if "/A" in tag:
                tag.A["/Scope"] = scope
            else:
                tag.A = Dictionary(O=Name.Table, Scope=scope)


def number_lists(tagged: list[tuple[Object, tuple[str, ...]]]) -> None:
    """A list without a way of numbering is read as loose paragraphs by some readers."""
    for tag, _ in tagged:
        if tag.S == Name.L:
            tag.A = Dictionary(O=Name.List, ListNumbering=Name.Disc)


def reached(tagged: list[tuple[Object, tuple[str, ...]]]) -> Mapping[tuple[int, int], Set[int]]:
    """The marked pieces that the tags hold, by page."""
    held: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for tag, _ in tagged:
        for kid in kids(tag):
            if isinstance(kid, int):
                held[tag.Pg.objgen].add(int(kid))
            elif isinstance(kid, Dictionary) and "/MCID" in kid:
                page = kid.Pg if "/Pg" in kid else tag.Pg
                held[page.objgen].add(int(kid.MCID))
    return held


def mark_artifacts(pdf: Pdf, held: Mapping[tuple[int, int], Set[int]]) -> None:
    """Feet and page numbers are marked but stand in no tag: they become artifacts, which readers pass over."""
    for page in pdf.pages:
        instructions = pikepdf.parse_content_stream(page)
        here = held.get(page.obj.objgen, frozenset())
        settled = [artifact() if lost(instruction, here) else instruction for instruction in instructions]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(settled))


def lost(instruction: ContentStreamInstruction | ContentStreamInlineImage, held: Set[int]) -> bool:
    """A marked piece that no tag holds."""
    if str(instruction.operator) != "BDC" or not isinstance(instruction.operands[1], Dictionary):
        return False
    number = instruction.operands[1].get("/MCID")
    return number is not None and int(number) not in held


def artifact() -> ContentStreamInstruction:
    return ContentStreamInstruction([Name.Artifact, Dictionary(Type=Name.Pagination)], Operator("BDC"))


def describe_links(pdf: Pdf, titles: Mapping[str, str]) -> None:
    """A link inside the pack is described by the title it leads to, not by an anchor; every annotation is printed."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = PRINT
            anchor = str(annotation.get("/Dest", ""))
            if anchor in titles:
                annotation.Contents = pikepdf.String(titles[anchor])


def name_language(pdf: Pdf, language: str) -> None:
    # Without set_pikepdf_as_editor=False pikepdf writes the present time and its own name.
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:language"] = [language]
