"""A logo is rebuilt from what is seen."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, PngImagePlugin

from kit.model.problem import Invalid, Place
from kit.model.source import Picture
from kit.read import picture

TOLD = Place("organisation.yaml", 8, 9)


def rebuilt(data: str | bytes) -> Picture:
    return picture.rebuilt(data.encode() if isinstance(data, str) else data, "logo", TOLD)


def drawn(inner: str) -> str:
    """What is left inside a drawing of 48 × 48."""
    svg = rebuilt(f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 48 48">{inner}</svg>')
    return re.sub(r"^<svg [^>]*>|</svg>$", "", svg.data.decode().replace(" />", "/>"))


def refused(inner: str) -> str:
    with pytest.raises(Invalid) as raised:
        drawn(inner)
    (found,) = raised.value.problems
    assert found.place == TOLD
    return f"{found.code} {found.values.get('given', '')}".strip()


def test_a_drawing_keeps_its_shapes_and_its_size() -> None:
    logo = rebuilt(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30.5 20"><path fill="#12527c" d="M4 44V14"/></svg>'
    )

    assert (logo.kind, logo.width, logo.height) == ("svg", 30.5, 20.0)
    assert logo.data == (
        b'<svg viewBox="0 0 30.5 20" xmlns="http://www.w3.org/2000/svg" width="30.5" height="20"><path fill="#12527c" d="M4 44V14" /></svg>'
    )


def test_width_and_height_do_where_there_is_no_view_box() -> None:
    assert b'viewBox="0 0 40 20"' in rebuilt('<svg width="40px" height="20"><path d="M0 0"/></svg>').data


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ("<!-- Ole --><metadata><x/></metadata><path d='M0 0'/><script>alert(1)</script>", '<path d="M0 0"/>'),
        ("<path d='M0 0' onclick='x()' data-x='1' aria-label='Ole'/>", '<path d="M0 0"/>'),
        ("<path xmlns:i='http://x.example' i:label='Ole' d='M0 0'/><i:view xmlns:i='http://x.example'/>", '<path d="M0 0"/>'),
        ("<style>/* n */ .a{fill:#123456;filter:none} .b,.c{stroke:red}</style><path class='a c'/>", '<path fill="#123456" stroke="red"/>'),
        ("<style>.a{fill:red}</style><path class='a' fill='blue' style='fill:#fff;-x-y:z'/>", '<path fill="#fff"/>'),
        ("<defs><path id='p' d='M0 0'/></defs><use xlink:href='#p' x='3'/>", '<defs><path id="p" d="M0 0"/></defs><use x="3" href="#p"/>'),
        (
            "<text x='1' font-size='3'>Åse <tspan>&amp; Søn</tspan> hjem</text>",
            '<text x="1" font-size="3">Åse <tspan>&amp; Søn</tspan> hjem</text>',
        ),
        ("<g transform='rotate(3)'><circle r='2'/>tekst</g>", '<g transform="rotate(3)"><circle r="2"/></g>'),
        (
            "<clipPath id='c'><rect width='9'/></clipPath><g clip-path='url(#c)'/>",
            '<clipPath id="c"><rect width="9"/></clipPath><g clip-path="url(#c)"/>',
        ),
        (
            "<linearGradient id='a'><stop offset='1' stop-color='red'/></linearGradient><radialGradient id='b' href='#a'/>",
            '<linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient><radialGradient id="b" href="#a"/>',
        ),
    ],
)
def test_what_is_seen_stays_and_nothing_else(inner: str, left: str) -> None:
    assert drawn(inner) == left


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<image href='data:image/png;base64,x'/>", "L04 image"),
        ("<foreignObject><p/></foreignObject>", "L04 foreignObject"),
        ("<a href='javascript:x'><path/></a>", "L04 a"),
        ("<path><animate attributeName='d'/></path>", "L04 animate"),
        ("<set/>", "L04 set"),
        ("<filter id='f'/>", "L04 filter"),
        ("<pattern id='p'/>", "L04 pattern"),
        ("<style>@import url(http://x.example)</style>", "L04 style"),
        ("<style>path{fill:red}</style>", "L04 style"),
        ("<style>.a{fill:url(http://x.example)}</style><path class='a'/>", "L05 url(http://x.example)"),
        ("<path fill='url(//x.example#p)'/>", "L05 url(//x.example#p)"),
        ("<path style='fill:expression(alert(1))'/>", "L05 expression(alert(1))"),
        ("<path clip-path='url(http://x.example)'/>", "L05 url(http://x.example)"),
        ("<path d='M1e99 0'/>", "L05 M1e99 0"),
        ("<path id='a\"b'/>", 'L05 a"b'),
        ("<use href='http://x.example/y.svg#p'/>", "L05 http://x.example/y.svg#p"),
        ("<use href='#missing'/>", "L04 use"),
        ("<g id='g'><path/></g><use href='#g'/>", "L04 use"),
        ("<use id='u' href='#u'/>", "L04 use"),
        ("<mask id='m' mask='url(#m)'><path/></mask>", "L04 mask"),
        ("<mask id='m'><path mask='url(#m)'/></mask>", "L04 mask"),
    ],
)
def test_what_would_be_drawn_otherwise_is_refused(inner: str, code: str) -> None:
    assert refused(inner) == code


def test_pixels_are_kept_and_what_is_written_beside_them_is_not() -> None:
    file = io.BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Ole Hemmelig")
    Image.new("RGBA", (3, 2), (18, 82, 124, 128)).save(file, "PNG", pnginfo=notes)

    logo = rebuilt(file.getvalue())

    assert (logo.kind, logo.width, logo.height) == ("png", 3, 2)
    assert b"Hemmelig" not in logo.data
    assert Image.open(io.BytesIO(logo.data)).getpixel((0, 0)) == (18, 82, 124, 128)


def test_a_jpeg_becomes_a_png_turned_as_its_camera_says() -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Ole Hemmelig"
    Image.new("CMYK", (8, 4)).convert("RGB").save(file, "JPEG", exif=exif)

    logo = rebuilt(file.getvalue())

    assert (logo.kind, logo.width, logo.height) == ("png", 4, 8)
    assert b"Hemmelig" not in logo.data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (5, 5)).save(file, "PNG")

    assert rebuilt(file.getvalue()).width == 5


@pytest.mark.parametrize("data", [b"GIF89a", b"%PDF-1.7", b"", b"RIFF____WEBP", b"\0" * 99, "tekst"])
def test_other_kinds_are_refused(data: bytes) -> None:
    with pytest.raises(Invalid) as raised:
        rebuilt(data)
    assert raised.value.problems[0].code == "L01"


@given(some.binary(max_size=200), some.sampled_from([b"<svg ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg><path d='", b""]))
def test_any_bytes_are_a_picture_or_a_problem(data: bytes, start: bytes) -> None:
    try:
        found = rebuilt(start + data).kind
    except Invalid as invalid:
        found = invalid.problems[0].code

    assert found in {"svg", "png", "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08"}
