"""What WeasyPrint 70 leaves undone for readers of a tagged PDF, done in place. The only module that knows pikepdf.

Table heads get their scope (https://github.com/Kozea/WeasyPrint/issues/2508), tables say what they are about and lists that
they are lists, running feet become artifacts, links say where they lead, pages have labels, and the metadata names the
language. Tags that say nothing are lifted, so that a word is one piece; all others are kept: nothing is joined or copied.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from io import BytesIO

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf

PRINT = 4  # annotation flag: seen on paper too
HOLLOW = (Name.Span, Name.NonStruct)
# Places on the page from 10 up; colours and scales stay as they are. Words are hexadecimal strings, which have no point.
FINER = re.compile(rb"(\d\d\.\d\d)\d+(?=[\s\]])")
MEANINGS = {"/A", "/Alt", "/ActualText", "/E", "/Lang", "/ID", "/T"}
Tags = Iterator[tuple[Object, tuple[str, ...]]]  # a tag, and the kinds of the tags above it


def finished(written: bytes, *, language: str, titles: Mapping[str, str], tables: Sequence[str]) -> bytes:
    """The PDF with all that done. `titles` says in words what each anchor of the pack is, `tables` what each table is about."""
    with Pdf.open(BytesIO(written)) as pdf:
        lift_hollow(pdf)
        tagged = list(tags(pdf))
        give_scope(tagged)
        name_tables(tagged, tables)
        number_lists(tagged)
        mark_artifacts(pdf, reached(tagged))
        describe_links(pdf, titles)
        name_language(pdf, language)
        label_pages(pdf)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The same bytes for the same content: no random identifier, no clock."""
    out = BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)
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


def lift_hollow(pdf: Pdf) -> None:
    """What a tag without meaning holds goes to the tag around it: half of all tags are a line's Span in a paragraph."""
    held: dict[tuple[tuple[int, int], int], Object] = {}
    for top in kids(pdf.Root.StructTreeRoot):
        settle(top, held)
    keep_owners(pdf, held)


def settle(tag: Object, held: dict[tuple[tuple[int, int], int], Object]) -> None:
    """Lifts below `tag`, and notes in `held` which tag has which marked piece."""
    inside = [piece for kid in kids(tag) for piece in lifted(kid, tag, tag)]
    if len({isinstance(piece, Dictionary) and "/S" in piece for piece in inside}) > 1:
        # Words beside tags stay in a tag of their own: not every reader keeps their order. A line that breaks before one leaves it empty.
        inside = [kid for kid in kids(tag) if not is_empty(kid)]
    tag.K = Array(inside)
    for kid in inside:
        if isinstance(kid, int):
            held[tag.Pg.objgen, int(kid)] = tag
        elif "/MCID" in kid:
            held[kid.Pg.objgen, int(kid.MCID)] = tag
        elif "/S" in kid:
            kid.P = tag
            settle(kid, held)


def lifted(kid: Object, above: Object, into: Object) -> Iterator[Object]:
    """The kid itself, or what it holds when it is hollow. A marked piece that stood on another page than its new tag names its page."""
    if isinstance(kid, int):
        same = above is into or above.Pg.objgen == into.Pg.objgen
        yield kid if same else Dictionary(Type=Name.MCR, Pg=above.Pg, MCID=kid)
    elif is_hollow(kid):
        for inner in kids(kid):
            yield from lifted(inner, kid, into)
    else:
        yield kid


def is_hollow(kid: Object) -> bool:
    return kid.get("/S") in HOLLOW and kid.keys().isdisjoint(MEANINGS)


def is_empty(kid: Object) -> bool:
    """A hollow tag that holds nothing, or only such tags."""
    return isinstance(kid, Dictionary) and is_hollow(kid) and all(map(is_empty, kids(kid)))


def keep_owners(pdf: Pdf, held: Mapping[tuple[tuple[int, int], int], Object]) -> None:
    """The document's second list of tags, from marked piece to tag, follows."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    of_page = {int(page.StructParents): page.obj.objgen for page in pdf.pages if "/StructParents" in page}
    for place in range(0, len(numbers), 2):
        page = of_page.get(int(numbers[place]))
        if page is not None:
            numbers[place + 1] = Array([held.get((page, number), owner) for number, owner in enumerate(numbers[place + 1])])


def give_scope(tagged: list[tuple[Object, tuple[str, ...]]]) -> None:
    """Heads in a table's head speak for their column, all others for their row."""
    for tag, above in tagged:
        if tag.S == Name.TH:
            scope = Name.Column if "/THead" in above else Name.Row
            if "/A" in tag:
                tag.A["/Scope"] = scope
            else:
                tag.A = Dictionary(O=Name.Table, Scope=scope)


def name_tables(tagged: list[tuple[Object, tuple[str, ...]]], about: Sequence[str]) -> None:
    """A table without a caption stands under a heading that says what it is; a reader who leaps to the table hears it as its summary."""
    found = [tag for tag, _ in tagged if Name.Table == tag.S]
    for table, words in zip(found, about, strict=False):
        if not any(isinstance(kid, Dictionary) and kid.get("/S") == Name.Caption for kid in kids(table)):
            table.A = Dictionary(O=Name.Table, Summary=pikepdf.String(words))


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
        page.Contents = pdf.make_stream(short(pikepdf.unparse_content_stream(settled)))


def short(drawing: bytes) -> bytes:
    """The same drawing in fewer signs: letters that stand close in one string, places to a hundredth of a point."""
    return FINER.sub(rb"\1", drawing.replace(b"> 0 <", b""))


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


def label_pages(pdf: Pdf) -> None:
    """The number that a reader's window shows is the number on the paper."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
