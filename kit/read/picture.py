"""A logo is rebuilt from what is seen: shapes of an SVG from an allow-list, pixels of a PNG or JPEG. Nothing else of the file goes on.

The only module that knows Pillow and defusedxml. What a drawing would need and we do not rebuild is a problem, never a logo that
looks otherwise or is silently gone; what nobody sees (comments, metadata, scripts, editors' notes) is left out without a word.
"""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, tostring

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException
from PIL import Image, ImageOps, UnidentifiedImageError

from kit.model.problem import Invalid, Place, Value
from kit.model.source import Picture
from kit.read.problems import problem

MOST_BYTES = 2 * 1024 * 1024
MOST_SVG_BYTES = 256 * 1024
MOST_PIXELS = 4_000  # a side
MOST_ELEMENTS = 2_000
DEEPEST = 50
LONGEST_SIDE = 10_000
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
ELEMENTS = SHAPES | {"svg", "g", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "title", "desc", "tspan", "use"}
GRADIENTS = {"linearGradient", "radialGradient"}
UNSEEN = {"metadata", "script", "style"}  # a style is read before it goes
WORDED = {"text", "tspan", "title", "desc"}

NUMBERS = (
    "x y width height cx cy r rx ry x1 y1 x2 y2 fx fy dx dy rotate points d transform viewBox preserveAspectRatio gradientTransform "
    "gradientUnits spreadMethod offset clipPathUnits maskUnits maskContentUnits textLength lengthAdjust pathLength"
)
PAINTS = "fill stroke stop-color color"
STYLES = (
    "fill-rule fill-opacity stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray "
    "stroke-dashoffset clip-rule stop-opacity opacity display visibility font-family font-size font-weight font-style "
    "text-anchor letter-spacing dominant-baseline paint-order vector-effect"
)
REFERENCES = "clip-path mask"
SAFE_NUMBERS = re.compile(r"[\w\s.,()+%-]*")
SAFE_PAINT = re.compile(
    r"#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(rgb|rgba|hsl|hsla)\([\d\s.,%/-]*\)|url\(['\"]?#[\w.:-]+['\"]?\)(\s+(#[0-9a-fA-F]{3,8}|[a-zA-Z]+))?"
)
SAFE_STYLE = re.compile(r"[\w\s.,%#'\"+-]*")
SAFE_REFERENCE = re.compile(r"none|url\(['\"]?#[\w.:-]+['\"]?\)")
SAFE_NAME = re.compile(r"[\w.:-]+")
ALLOWED: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(NUMBERS.split(), SAFE_NUMBERS),
    **dict.fromkeys(PAINTS.split(), SAFE_PAINT),
    **dict.fromkeys(STYLES.split(), SAFE_STYLE),
    **dict.fromkeys(REFERENCES.split(), SAFE_REFERENCE),
    "id": SAFE_NAME,
}
STYLED = {*PAINTS.split(), *STYLES.split(), *REFERENCES.split()}
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
REFERENCE = re.compile(r"#([\w.:-]+)")
NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
LARGEST_NUMBER = 1e6
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error, IndexError, TypeError, KeyError)


def rebuilt(data: bytes, name: str, told: Place) -> Picture:
    """The logo `name`, or Invalid at `told`, where organisation.yaml names it."""
    if data.startswith(PNG):
        return Pixels(name, told).rebuilt(data)
    if data.startswith(JPEG):
        return Pixels(name, told).rebuilt(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Drawing(name, told).rebuilt(data)
    raise Invalid((problem("L01", told, name=name),))


# --- pixels


class Pixels:
    """A PNG or JPEG: decoded and encoded again, so that only pixels are left."""

    def __init__(self, name: str, told: Place) -> None:
        self.name, self.told = name, told

    def rebuilt(self, data: bytes) -> Picture:
        if data.startswith(PNG) and max(struct.unpack(">II", data[16:24].ljust(8, b"\xff"))) > MOST_PIXELS:
            self.too_large()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # a picture just below Pillow's own limit is a warning only
                pixels = self.pixels(data)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            self.too_large()
        except (*BROKEN, Warning):
            raise Invalid((problem("L03", self.told, name=self.name),)) from None
        written = io.BytesIO()
        pixels.save(written, format="PNG", optimize=False)
        return Picture(kind="png", data=written.getvalue(), width=pixels.width, height=pixels.height)

    def pixels(self, data: bytes) -> Image.Image:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as seen:
            if max(seen.size) > MOST_PIXELS:
                self.too_large()
            seen.verify()
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as seen:
            upright = ImageOps.exif_transpose(seen)
            kept = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
            return Image.frombytes(kept.mode, kept.size, kept.tobytes())

    def too_large(self) -> NoReturn:
        raise Invalid((problem("L02", self.told, name=self.name, limit=MOST_PIXELS),))


# --- shapes


class Drawing:
    """An SVG: its shapes copied one by one into a new drawing."""

    def __init__(self, name: str, told: Place) -> None:
        self.name, self.told = name, told
        self.classes: dict[str, dict[str, str]] = {}
        self.named: dict[str, Element] = {}

    def refuse(self, code: str, **values: Value) -> NoReturn:
        raise Invalid((problem(code, self.told, "", name=self.name, **values),))

    def rebuilt(self, data: bytes) -> Picture:
        root = self.parsed(data)
        if kind(root) != "svg":
            self.refuse("L08")
        self.named = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
        self.classes = self.rules(root)
        width, height, box = self.sides(root)
        drawn = self.copy(root)
        self.check_references(drawn)
        for name, value in {"xmlns": SVG, "viewBox": box, "width": f"{width:g}", "height": f"{height:g}"}.items():
            drawn.set(name, value)
        return Picture(kind="svg", data=tostring(drawn, encoding="utf-8"), width=width, height=height)

    def parsed(self, data: bytes) -> Element:
        """Counted while it is built, so that no bomb is ever a whole tree."""
        if len(data) > MOST_SVG_BYTES:
            self.refuse("L09", limit=MOST_SVG_BYTES // 1024)
        root: Element | None = None
        depth = count = 0
        try:
            for event, element in defusedxml.ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
                root = element if root is None else root
                depth, count = (depth + 1, count + 1) if event == "start" else (depth - 1, count)
                if count > MOST_ELEMENTS or depth > DEEPEST:
                    self.refuse("L07", limit=MOST_ELEMENTS)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            self.refuse("L08")
        if root is None:
            self.refuse("L08")
        return root

    def sides(self, root: Element) -> tuple[float, float, str]:
        """Width, height and the viewBox that says them."""
        box = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if NUMBER.fullmatch(number)]
        if len(box) != 4:
            sides = [re.fullmatch(r"([0-9.]+)(px)?", root.get(name, "").strip()) for name in ("width", "height")]
            box = [0, 0, *(float(side[1]) for side in sides if side and NUMBER.fullmatch(side[1]))]
        if len(box) != 4 or not all(0 < side <= LONGEST_SIDE for side in box[2:]) or not all(abs(at) <= LARGEST_NUMBER for at in box):
            self.refuse("L06")
        return box[2], box[3], " ".join(f"{number:g}" for number in box)

    # copying

    def copy(self, element: Element) -> Element:
        drawn = Element(kind(element), dict(self.attributes(element)))
        worded = kind(element) in WORDED
        drawn.text = element.text if worded else None
        for child in element:
            if self.seen(child):
                copied = self.copy(child)
                copied.tail = child.tail if worded else None
                drawn.append(copied)
        return drawn

    def seen(self, child: Element) -> bool:
        """Whether it is copied: what other programs keep for themselves is not; what would be drawn otherwise is refused."""
        name = kind(child)
        if name and name not in ELEMENTS | UNSEEN:
            self.refuse("L04", given=name)
        return name in ELEMENTS

    def attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        """Allowed ones as they are; those of a style or a class spelled out, in the order in which CSS lets them win."""
        given = {name: value for name, value in element.attrib.items() if name in ALLOWED}
        worn = element.get("class", "").split()
        for called, styles in self.classes.items():
            given.update(styles if called in worn else {})
        given.update(declarations(element.get("style", "")))
        for name, value in given.items():
            if not harmless(name, value):
                self.refuse("L05", given=value, attribute=name)
            yield name, value.strip()
        target = element.get("href", element.get(XLINK_HREF))
        if target is not None and kind(element) in GRADIENTS | {"use"}:
            if not re.fullmatch(r"#[\w.:-]+", target):
                self.refuse("L05", given=target, attribute="href")
            yield "href", target

    def rules(self, root: Element) -> dict[str, dict[str, str]]:
        """`.cls-1 { fill: #12527c }`, as drawing programs write it; any other rule could draw what we do not see."""
        classes: dict[str, dict[str, str]] = {}
        for style in (element for element in root.iter() if kind(element) == "style"):
            text = re.sub(r"/\*.*?\*/", " ", style.text or "", flags=re.DOTALL)
            if RULE.sub("", text).strip():
                self.refuse("L04", given="style")
            for selectors, styles in RULE.findall(text):
                for selector in selectors.split(","):
                    if not re.fullmatch(r"\.[\w-]+", selector.strip()):
                        self.refuse("L04", given="style")
                    classes.setdefault(selector.strip()[1:], {}).update(declarations(styles))
        return classes

    # references

    def check_references(self, drawn: Element) -> None:
        """A shape may be used, clipped and masked, but nothing may multiply: all that is drawn, repeats counted, stays below the limit."""
        named = {element.attrib["id"]: element for element in drawn.iter() if "id" in element.attrib}
        drawings = sum(1 for _ in drawn.iter())
        for element in drawn.iter():
            for target in references(element):
                meant = named.get(target)
                if kind(element) == "use" and (meant is None or kind(meant) not in SHAPES):
                    self.refuse("L04", given="use")
                drawings += sum(1 for _ in meant.iter()) if meant is not None else 0
            if kind(element) in {"clipPath", "mask"} and any(set(references(inner)) for inner in element.iter() if kind(inner) != "use"):
                self.refuse("L04", given=kind(element))
            if kind(element) in GRADIENTS and self.circles(element, named):
                self.refuse("L04", given=kind(element))
            if drawings > MOST_ELEMENTS:
                self.refuse("L07", limit=MOST_ELEMENTS)

    @staticmethod
    def circles(gradient: Element, named: Mapping[str, Element]) -> bool:
        """Whether a gradient that takes its stops from another one ever comes to an end."""
        for _ in range(DEEPEST):
            meant = named.get(gradient.get("href", "")[1:])
            if meant is None:
                return False
            gradient = meant
        return True


def kind(element: Element) -> str:
    """`path` of SVG, also where the file forgot its namespace; "" for what belongs to another."""
    return (
        str(element.tag).removeprefix(f"{{{SVG}}}")
        if not str(element.tag).startswith("{") or str(element.tag).startswith(f"{{{SVG}}}")
        else ""
    )


def declarations(styles: str) -> dict[str, str]:
    """What a style says of paint and type. What else it says (an editor's own notes) is nothing that we draw."""
    pairs = (declaration.partition(":") for declaration in styles.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if name.strip() in STYLED}


def harmless(name: str, value: str) -> bool:
    return ALLOWED[name].fullmatch(value.strip()) is not None and all(
        abs(float(number)) <= LARGEST_NUMBER for number in NUMBER.findall(value) if name not in {"id", *PAINTS.split()}
    )


def references(element: Element) -> Iterator[str]:
    """The ids that an element draws besides itself (a gradient paints, it draws nothing)."""
    for name in ("href", "clip-path", "mask"):
        if name != "href" or kind(element) == "use":
            yield from REFERENCE.findall(element.get(name, ""))
