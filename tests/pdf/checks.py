"""What must be true of every PDF we make, beyond veraPDF and outloud. Each check yields what is wrong, in words; nothing is good.

`CHECKS` spells them all out; for each of them tests/pdf/test_checks.py has a spoiled file that it must reject.
"""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from coloraide import Color
from pikepdf import Dictionary, Name, Object, Stream
from pypdf import PdfReader, PdfWriter

from kit.model import sheets
from kit.model.book import Pack, Sheet
from kit.render import sheets as printed
from kit.render import spilt
from tests.pdf import viewers
from tests.pdf.reading import Reading, Tag
from tests.pdf.sample import THEMES

OURS = ("Hanken-Grotesk", "Literata")  # Noto Emoji is the third, only where words hold such signs
FEET = 12  # letters of a foot that are enough to know it
UNNUMBERED = (sheets.Cover, sheets.Slides, sheets.Poster)  # their pages have no foot
GIVEN = "certificate-"  # given away one by one, so the page of the file is not their number
LEAST_CONTRAST = 4.5  # of any words on what they stand on; tests/render/test_tokens.py asks 7 of the colours themselves
ACTIONS = re.compile(rb"/AA\b|/JS\b|/S /(?:JavaScript|Launch|GoToR|GoToE|SubmitForm|ImportData|Rendition|Movie|Sound)\b")
WIDE = re.compile(rb"<(feff(?:[0-9a-f]{4})*)>")
INFORMATION = {"/Title", "/Author", "/Subject", "/Producer"}
STATEMENTS = {"part", "title", "creator", "description", "language", "Producer"}
PLACES = re.compile(rb"file:|/home/|/tmp/|/root/|/usr/|/var/|\b[CD]:\\")
MARKS = re.compile(r"<[^>]*>")
GLUED = re.compile(r"[a-zæøåé.?!][A-ZÆØÅÉ][a-zæøåé]")
SUBSET = re.compile(r"/[A-Z]{6}\+")
WORD_END = re.compile(r'<word [^>]*yMax="([\d.]+)"')
MARKS_BEGIN, CARDS_BEGIN = 17 / 25.4 * 72, 24 / 25.4 * 72  # from the paper's top, as themes/print/cut.svg draws them
FILLED, ABOVE_FOOT, INK = 0.25, 0.93, 215  # of a page's height, twice; the palest grey of a writing line, drawn small
WHITE = (1.0, 1.0, 1.0)
TEXT, NOTE, LEAST, LONG = 9.5, 8.0, 7.5, 200  # points, three times; letters of a note that is running text
ROUNDED = 0.06  # points that the file's numbers may be off
ADDRESSES = ("http://", "https://", "mailto:", "tel:")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
Complaints = Iterator[str]


def language_and_title(reading: Reading, pack: Pack) -> Complaints:
    root = reading.pdf.Root
    if str(root.get("/Lang", "")) != pack.language:
        yield f"the language is {root.get('/Lang', 'missing')}"
    metadata = reading.pdf.open_metadata(set_pikepdf_as_editor=False)
    if metadata.get("dc:title") != printed.title(pack):
        yield f"the title is {metadata.get('dc:title')}"
    if list(metadata.get("dc:language", [])) != [pack.language]:
        yield f"dc:language is {metadata.get('dc:language')}"


def headings_step(reading: Reading, _: Pack) -> Complaints:
    levels = [HEADINGS.index(tag.kind) + 1 for tag in reading.of_kind(*HEADINGS)]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"there are {levels.count(1)} headings of the first level"
    yield from (f"a heading of level {after} follows one of level {before}" for before, after in pairwise(levels) if after > before + 1)


def table_heads_have_scope(reading: Reading, _: Pack) -> Complaints:
    for head in reading.of_kind("TH"):
        attributes = head.node.get("/A", Dictionary())
        if "/Scope" not in attributes:
            yield f"the head »{reading.words(head)}« heads nothing"
    yield from ("a table has no heads" for table in reading.of_kind("Table") if not any(tag.kind == "TH" for tag in table.all()))


def tables_are_named(reading: Reading, _: Pack) -> Complaints:
    """By a caption, or by a summary that is heard and not seen where a heading stands right above."""
    for table in reading.of_kind("Table"):
        captions = [reading.words(tag) for tag in table.all() if tag.kind == "Caption"]
        name = captions[0] if captions else str(table.node.get("/A", Dictionary()).get("/Summary", ""))
        if not name.strip():
            yield f"the table »{reading.words(table)[:60]}« has no name"


def tables_are_whole(reading: Reading, pack: Pack) -> Complaints:
    written, read = source(reading, pack).count("<table"), len(reading.of_kind("Table"))
    if written != read:
        yield f"{written} tables were composed, {read} are printed"


def figures_are_described(reading: Reading, _: Pack) -> Complaints:
    for figure in reading.of_kind("Figure"):
        words = str(figure.node.get("/Alt", ""))
        if not 5 <= len(words.strip()) <= 250 or re.search(r"\.\w{3,4}$", words):
            yield f"a figure is described as »{words}«"


def links_say_where(reading: Reading, pack: Pack) -> Complaints:
    titles = printed.titles(source(reading, pack))
    for _, link in links(reading):
        words, anchor = str(link.get("/Contents", "")), str(link.get("/Dest", ""))
        if anchor and words != titles.get(anchor):
            yield f"the link to »{anchor}« says »{words}«"
        if not words.strip() or words.startswith("#"):
            yield f"a link says »{words}«"


def links_lead_to_known_kinds(reading: Reading, _: Pack) -> Complaints:
    for _, link in links(reading):
        address = str(link.get("/A", Dictionary()).get("/URI", ""))
        if "/Dest" not in link and not address.startswith(ADDRESSES):
            yield f"a link leads to »{address}«"
    if "/EmbeddedFiles" in reading.pdf.Root.get("/Names", Dictionary()) or "/AF" in reading.pdf.Root:
        yield "a file is attached"


def nothing_is_run(reading: Reading, _: Pack) -> Complaints:
    """No script, no other program, nothing that happens by itself."""
    if "/OpenAction" in reading.pdf.Root or "/JavaScript" in reading.pdf.Root.get("/Names", Dictionary()):
        yield "something happens when the file is opened"
    found = (ACTIONS.search(words) for thing in reading.pdf.objects for words in plain(thing))
    yield from (f"an action waits: {action[0]!r}" for action in found if action)


def links_are_single(reading: Reading, _: Pack) -> Complaints:
    yield from ("a link stands in a link" for tag in reading.of_kind("Link") if "Link" in tag.above)
    for tag in reading.of_kind("Link"):
        if len(tag.objects) != 1:
            yield f"the link »{reading.words(tag)}« has {len(tag.objects)} annotations"


def nothing_is_lost(reading: Reading, _: Pack) -> Complaints:
    held = set(reading.root.pieces())
    yield from (
        f"page {page + 1} shows »{words.strip()}«, which no tag holds"
        for (page, piece), words in reading.marked.items()
        if (page, piece) not in held
    )


def feet_are_silent(reading: Reading, pack: Pack) -> Complaints:
    heard = reading.words(reading.root)
    written = words_of(source(reading, pack))  # a certificate's foot is the organisation's name, which stands in its text too
    yield from (f"the foot »{foot}« is read aloud" for foot in feet(pack) if len(foot) > FEET and foot in heard and foot not in written)


def feet(pack: Pack) -> set[str]:
    """What runs at the foot of its pages."""
    return {pack.foot, *(sheet.foot for sheet in pack.sheets if sheet.foot)}


def pages_say_what_they_are(reading: Reading, pack: Pack) -> Complaints:
    """Foot and number stand on every page, as what readers pass over; the number is the page's label.

    A page that is left over in a booklet has a line that says what its writing lines are for, and nothing to read.
    """
    labels = PdfReader(reading.file).page_labels
    read_aloud = {page for page, _ in reading.marked}
    for number, sheet in sheet_of_page(reading, pack).items():
        foot = reading.passed_over[number]
        if pack.booklet and number not in read_aloud and foot[:1] == [printed.say(pack, "notes")]:
            foot = foot[1:]
        if labels[number] != str(number + 1):
            yield f"page {number + 1} is labelled {labels[number]}"
        numbered = [] if sheet.id.startswith(GIVEN) else [str(number + 1)]
        if not isinstance(sheet.holds, UNNUMBERED) and foot != [sheet.foot or pack.foot, *numbered]:
            yield f"page {number + 1} has the foot {foot}"


def sheet_of_page(reading: Reading, pack: Pack) -> dict[int, Sheet]:
    """The sheet whose foot each page has: the first that begins there, or else the one that carries on."""
    starts = [(reading.destinations[sheet.id], sheet) for sheet in pack.sheets if sheet.id in reading.destinations]
    found, carried = {}, pack.sheets[0]
    for number, _ in enumerate(reading.pdf.pages):
        here = [sheet for start, sheet in starts if start == number]
        found[number] = here[0] if here and not here[0].flows else carried
        carried = here[-1] if here else carried
    return found


def inks_are_dark(reading: Reading, pack: Pack) -> Complaints:
    """Words stand out from white paper, or are the white ones on the organisation's colour; read in grey, so for any printer."""
    for shown in reading.shown:
        on = pack.brand.light.fill if shown.ink == WHITE else "#ffffff"
        if shown.words.strip() and (shown.ink is None or Color("srgb", shown.ink).contrast(Color(on)) < LEAST_CONTRAST):
            yield f"page {shown.page + 1}: »{shown.words}« is drawn in {shown.ink}"


def type_is_large_enough(reading: Reading, _: Pack) -> Complaints:
    """What is read is set in 9.5 points or more. Captions, heads of columns, sources and the narrow column are notes: smaller and short."""
    within = {piece: tag for tag in reading.tags for piece in tag.kids if not isinstance(piece, Tag)}
    notes: dict[int, int] = {}
    for shown in reading.shown:
        tag = within.get((shown.page, shown.piece or 0)) if shown.piece is not None else None
        if tag is None or "Figure" in (*tag.above, tag.kind) or shown.size > TEXT - ROUNDED or not shown.words.strip():
            continue
        notes[id(tag)] = notes.get(id(tag), 0) + len(shown.words)
        if shown.size > NOTE + ROUNDED or shown.size < LEAST - ROUNDED or notes[id(tag)] > LONG:
            yield f"page {shown.page + 1}: »{shown.words}« is set in {shown.size:.1f} pt"


def words_are_in_order(reading: Reading, pack: Pack) -> Complaints:
    composed, heard = letters(words_of(source(reading, pack))), letters(reading.words(reading.root))
    if composed != heard:
        place = next(
            (place for place, (one, other) in enumerate(zip(composed, heard, strict=False)) if one != other), min(len(composed), len(heard))
        )
        yield f"composed »…{composed[max(0, place - 30) : place + 40]}«, heard »…{heard[max(0, place - 30) : place + 40]}«"


def contents_have_right_pages(reading: Reading, _: Pack) -> Complaints:
    """The number is the page on which the title itself stands: a chapter's rule may have stayed behind on the page before."""
    for item in reading.of_kind("LI"):
        found = [tag for tag in item.all() if tag.kind == "Link"]
        number = page_after(reading, found[0], item) if len(found) == 1 else ""
        if not number or "/Dest" not in found[0].objects[0]:
            continue
        anchor = str(found[0].objects[0].Dest)
        title, leads = reading.words(found[0]), reading.destinations.get(anchor, -1)
        for page in {leads, page_of_title(reading, title, leads)} - {int(number) - 1}:
            yield f"»{title}« stands on page {page + 1}, not {number}"


def page_of_title(reading: Reading, title: str, anchor: int) -> int:
    """Where the first heading with these words, after its number, stands from the anchor on; the anchor's own page when none says them."""
    said = re.compile(rf"[A-Z]{{0,2}}{re.escape(asked(title))}")
    pages = (next(tag.pieces(), (-1, 0))[0] for tag in reading.of_kind(*HEADINGS) if said.fullmatch(asked(reading.words(tag))))
    return next((page for page in pages if page >= anchor), anchor)


def asked(title: str) -> str:
    """The letters of a title, and whether it is a question."""
    return letters(title) + "?" * title.strip().endswith("?")


def page_after(reading: Reading, link: Tag, item: Tag) -> str:
    """The page of a line of the contents, which is a link and then nothing but its page; else nothing. A title may end in a number too."""
    rest = reading.words(item).split(reading.words(link))[-1].strip()
    return rest if rest.isdigit() else ""


def items_keep_company(reading: Reading, _: Pack) -> Complaints:
    """No item of a list stands alone at a page's foot or head, parted from all others. A list over two pages is two lists of the file."""
    held = sorted(reading.root.pieces())
    first, last = dict(reversed(held)), dict(held)
    for before, after in pairwise(tag for tag in reading.of_kind("L") if "L" not in tag.above and any(tag.pieces())):
        (page, ending), (following, beginning) = max(before.pieces()), min(after.pieces())
        if following == page + 1 and last[page] == ending and first[following] == beginning:
            alone = (part for part in (before, after) if len(part.kids) == 1)
            yield from (f"page {page + 1}: »{reading.words(part)[:40]}« is parted from its list" for part in alone)


def marks_are_free(reading: Reading, pack: Pack) -> Complaints:
    """What is to be done with a sheet of cards ends above its cut marks."""
    cut = [number for number, sheet in sheet_of_page(reading, pack).items() if isinstance(sheet.holds, sheets.Cards)]
    shown = subprocess.run(["pdftotext", "-bbox", reading.file, "-"], capture_output=True, text=True, check=True).stdout
    pages = shown.split("<page ")[1:]
    for number in cut:
        low = [float(foot) for foot in WORD_END.findall(pages[number]) if float(foot) < CARDS_BEGIN]
        if max(low, default=0) > MARKS_BEGIN:
            yield f"page {number + 1}: the instruction runs into the cut marks"


def anchors_are_there(reading: Reading, _: Pack) -> Complaints:
    yield from (
        f"nothing is at »{link.Dest}«" for _, link in links(reading) if "/Dest" in link and str(link.Dest) not in reading.destinations
    )


def fonts_are_ours(reading: Reading, _: Pack) -> Complaints:
    for page in reading.pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            name = str(font.BaseFont).split("+")[-1].lstrip("/")
            if not SUBSET.match(str(font.BaseFont)):
                yield f"{name} is there whole"
            if not name.startswith(OURS):
                yield f"{name} is not our font"
            if "/ToUnicode" not in font:
                yield f"{name} cannot be read as letters"
            if "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
                yield f"{name} is not in the file"


def fields_are_named(reading: Reading, _: Pack) -> Complaints:
    form = reading.pdf.Root.get("/AcroForm")
    fields = list(form.Fields) if form is not None else []
    names = [str(field.T) for field in fields]
    yield from (f"the field »{name}« is there twice" for name in set(names) if names.count(name) > 1)
    for field in fields:
        name, question = str(field.T), str(field.get("/TU", ""))
        if not name.isascii() or question in ("", name):
            yield f"the field »{name}« asks »{question}«"
        if not int(field.get("/F", 0)) & 4:
            yield f"the field »{name}« is not printed"
        low, high = sorted((float(field.Rect[1]), float(field.Rect[3])))
        if high - low < 14:  # points: 5 mm
            yield f"the field »{name}« is {high - low:.0f} points high"


def fields_follow_the_tags(reading: Reading, _: Pack) -> Complaints:
    tagged = [str(held.T) for tag in reading.of_kind("Form") for held in tag.objects if "/T" in held]
    placed = [str(annotation.T) for _, annotation in reading.annotations() if "/T" in annotation]
    if tagged != placed:
        yield f"the fields stand as {placed[:5]}, the tags name {tagged[:5]}"


def file_says_only_what_it_is(reading: Reading, pack: Pack) -> Complaints:
    """Whose it is and what it is called: no person, no clock, no folder of the machine that made it."""
    information = reading.pdf.docinfo
    if set(information.keys()) != INFORMATION or information.Author != pack.identity.organisation:
        yield f"the file says of itself {dict(information.items())}"
    found = (PLACES.search(words) for thing in reading.pdf.objects for words in plain(thing))
    yield from (f"a place on a machine: {place[0]!r}" for place in found if place)
    metadata = reading.pdf.open_metadata(set_pikepdf_as_editor=False)  # not in a `with`: leaving it writes
    if strange := {str(key).rpartition("}")[2] for key in metadata} - STATEMENTS:
        yield f"the metadata tells {sorted(strange)}"


def plain(thing: Object) -> Iterator[bytes]:
    """What an object says, its wide strings as text, and what it holds as metadata."""
    said = thing.unparse(resolved=True)
    yield said
    yield from (bytes.fromhex(wide.decode()).decode("utf-16").encode() for wide in WIDE.findall(said))
    if isinstance(thing, Stream) and thing.get("/Type") == Name.Metadata:
        yield thing.read_bytes()


def fields_can_be_filled_in(reading: Reading, _: Pack) -> Complaints:
    """A line and a tick, written by pypdf: read back as written, tags kept, and seen by poppler and mutool."""
    fields = list(reading.pdf.Root.get("/AcroForm", Dictionary()).get("/Fields", []))
    for kind, value in (("/Tx", "Åse Ærø"), ("/Btn", "/on")):
        field = next((field for field in fields if kind == field.FT), None)
        if field is not None:
            yield from faults_of_filling(reading, str(field.T), reading.pages[field.P.objgen] + 1, value)


def faults_of_filling(reading: Reading, name: str, page: int, value: str) -> Complaints:
    with TemporaryDirectory() as folder:
        filled = Path(folder) / "filled.pdf"
        writer = PdfWriter(clone_from=reading.file)
        writer.update_page_form_field_values(writer.pages[page - 1], {name: value}, auto_regenerate=False)
        writer.write(filled)
        read = (PdfReader(filled).get_fields() or {})[name].value
        if read != value:
            yield f"in »{name}« stands »{read}«, not »{value}«"
        if [tag.kind for tag in Reading(filled).tags] != [tag.kind for tag in reading.tags]:
            yield f"filling in »{name}« changed the tags"
        if same := set(viewers.drawn(reading.file, page)) & set(viewers.drawn(filled, page)):
            yield f"{len(same)} of poppler and mutool do not show what was filled in at »{name}«"


def size_is_modest(reading: Reading, _: Pack) -> Complaints:
    size, pages = reading.file.stat().st_size, len(reading.pdf.pages)
    most = 450_000 if "/AcroForm" in reading.pdf.Root else 60_000 + 5_000 * pages
    if size > most:
        yield f"{size} bytes for {pages} pages"


def words_are_apart(reading: Reading, pack: Pack) -> Complaints:
    """No word begins in the middle of another: what stands below or beside something on a screen must not run into it on paper."""
    shown = subprocess.run(["pdftotext", reading.file, "-"], capture_output=True, text=True, check=True).stdout
    written = set(unescape(MARKS.sub(" ", source(reading, pack))).replace("\u00ad", "").split())
    at_a_hyphen = {word.replace("-", "") for word in written}  # pdftotext joins what a line's end divides
    for word in dict.fromkeys(shown.split()):
        if GLUED.search(word) and word not in written and word not in at_a_hyphen:
            yield f"»{word}« is two words"


def words_are_whole(reading: Reading, pack: Pack) -> Complaints:
    """No line ends in the middle of a word without a hyphen."""
    shown = subprocess.run(["pdftotext", reading.file, "-"], capture_output=True, text=True, check=True).stdout
    written = {letters(word) for word in unescape(MARKS.sub(" ", source(reading, pack))).split()}
    lines = [line.split() for line in shown.splitlines()]
    for line, following in pairwise(lines):
        if line and following and line[-1][-1].isalpha() and following[0][0].isalpha():
            end, rest = letters(line[-1]), letters(following[0])
            if end not in written and end + rest in written:
                yield f"»{end}« and »{rest}« are one word"


def file_is_sound(reading: Reading, _: Pack) -> Complaints:
    checked = subprocess.run(["qpdf", "--check", reading.file], capture_output=True, text=True, check=False)
    if checked.returncode:
        yield checked.stdout + checked.stderr


def sheets_fit(reading: Reading, pack: Pack) -> Complaints:
    """What must stand on one page does."""
    starts = [reading.destinations[sheet.id] for sheet in pack.sheets if sheet.id in reading.destinations]
    ends = [*starts[1:], len(reading.pdf.pages)]
    for sheet, start, end in zip(pack.sheets, starts, ends, strict=False):
        most = {sheets.Cover: 1, sheets.Day: 1, sheets.Agenda: 2}.get(type(sheet.holds))
        if most is not None and end - start > most:
            yield f"»{sheet.title}« takes {end - start} pages"


def last_pages_hold_something(reading: Reading, pack: Pack) -> Complaints:
    """No sheet ends a few lines down a page of its own. In a book a chapter may."""
    starts = sorted(reading.destinations[sheet.id] for sheet in pack.sheets if sheet.id in reading.destinations)
    with_words = sorted({page for page, _ in reading.marked})
    for start, end in pairwise([*starts, len(reading.pdf.pages)]):
        pages = [page for page in with_words if start <= page < end]
        if len(pages) > 1 and len(reading.pdf.pages) <= spilt.A_BOOK and (inked := ink_ends(reading.file, pages[-1])) < FILLED:
            yield f"page {pages[-1] + 1} is used {inked:.0%} down"


def ink_ends(file: Path, page: int) -> float:
    """How far down a page something is drawn, as a part of its height; its foot does not count."""
    number = str(page + 1)
    drawn = subprocess.run(["pdftoppm", "-r", "30", "-gray", "-f", number, "-l", number, file], capture_output=True, check=True).stdout
    _, size, _, dots = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [min(dots[row * width : (row + 1) * width]) < INK for row in range(round(height * ABOVE_FOOT))]
    return max((row for row, inked in enumerate(rows) if inked), default=0) / height


CHECKS: Mapping[str, Callable[[Reading, Pack], Complaints]] = {
    "language and title": language_and_title,
    "headings step": headings_step,
    "table heads have scope": table_heads_have_scope,
    "tables are named": tables_are_named,
    "tables are whole": tables_are_whole,
    "figures are described": figures_are_described,
    "links say where": links_say_where,
    "links lead to known kinds": links_lead_to_known_kinds,
    "nothing is run": nothing_is_run,
    "links are single": links_are_single,
    "nothing is lost": nothing_is_lost,
    "feet are silent": feet_are_silent,
    "pages say what they are": pages_say_what_they_are,
    "inks are dark": inks_are_dark,
    "type is large enough": type_is_large_enough,
    "words are in order": words_are_in_order,
    "contents have right pages": contents_have_right_pages,
    "items keep company": items_keep_company,
    "marks are free": marks_are_free,
    "anchors are there": anchors_are_there,
    "fonts are ours": fonts_are_ours,
    "fields are named": fields_are_named,
    "fields follow the tags": fields_follow_the_tags,
    "fields can be filled in": fields_can_be_filled_in,
    "file says only what it is": file_says_only_what_it_is,
    "size is modest": size_is_modest,
    "words are apart": words_are_apart,
    "words are whole": words_are_whole,
    "file is sound": file_is_sound,
    "sheets fit": sheets_fit,
    "last pages hold something": last_pages_hold_something,
}


def complaints(reading: Reading, pack: Pack) -> list[str]:
    """Everything wrong with a file."""
    return [f"{name}: {words}" for name, check in CHECKS.items() for words in check(reading, pack)]


def source(reading: Reading, pack: Pack) -> str:
    """What was composed, filled in once a file."""
    if reading.source is None:
        reading.source = printed.document(pack, THEMES)
    return reading.source


def links(reading: Reading) -> Iterator[tuple[int, Dictionary]]:
    return ((page, annotation) for page, annotation in reading.annotations() if annotation.Subtype == "/Link")


def words_of(html: str) -> str:
    """The words of composed HTML: what is drawn and what stands in the head left out."""
    body = html.partition("<body")[2]
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<svg\b.*?</svg>", "", body, flags=re.DOTALL).partition(">")[2]))


def letters(words: str) -> str:
    """Letters only: hyphens, marks of lists, quotation marks and numbers are put in by the style sheet."""
    return "".join(letter for letter in words if letter.isalpha())
