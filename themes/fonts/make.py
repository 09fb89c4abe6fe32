"""How the fonts beside this file were made: `python themes/fonts/make.py`.

It needs the packages fontpkg-hanken-grotesk, fontpkg-literata, fonttools and brotli.

Two OFL families: Hanken Grotesk for what one does (weights 300–700), Literata for what is said (400, one optical size).
Writes beside itself only: WOFF2 for the site, cut to the letters that we set; one TTF a weight for print, with every letter of the
family, so that all names can be printed (WeasyPrint cuts a variable font anew in every document and writes the hour into it);
and each family's licence. noto-emoji.ttf is Noto Emoji Regular (OFL) without hinting and joined signs, from the npm package
@expo-google-fonts/noto-emoji; print takes it only for words that hold such signs.
"""

import importlib.util
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent

# Danish, English and the names of our neighbours; quotation marks, dashes, arrows, minus, no-break space. No U+2010: Hanken has none.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A),
    *(0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "rlig", "rvrn", "tnum", "lnum", "case"]

# name: (package, file, axes). A pair keeps a range of an axis, a number settles it.
CUTS = {
    "hanken-grotesk": ("fontpkg_hanken_grotesk", "HankenGrotesk[wght].ttf", {"wght": (300, 700)}),
    "hanken-grotesk-italic": ("fontpkg_hanken_grotesk", "HankenGrotesk-Italic[wght].ttf", {"wght": 400}),
    "literata": ("fontpkg_literata", "Literata[opsz,wght].ttf", {"opsz": 18, "wght": 400}),
}
PRINT = {
    **{
        f"hanken-grotesk-{weight}": ("fontpkg_hanken_grotesk", "HankenGrotesk[wght].ttf", {"wght": weight})
        for weight in (300, 400, 600, 700)
    },
    "hanken-grotesk-400-italic": ("fontpkg_hanken_grotesk", "HankenGrotesk-Italic[wght].ttf", {"wght": 400}),
    "literata-400": ("fontpkg_literata", "Literata[opsz,wght].ttf", {"opsz": 18, "wght": 400}),
}
LICENCES = {"fontpkg_hanken_grotesk": "OFL-hanken-grotesk.txt", "fontpkg_literata": "OFL-literata.txt"}


def home(package: str) -> Path:
    found = importlib.util.find_spec(package)
    assert found is not None, f"{package} is not installed"
    assert found.origin is not None
    return Path(found.origin).parent


def whole(package: str, file: str, axes: dict[str, float]) -> TTFont:
    return instantiateVariableFont(TTFont(home(package) / "files" / file, recalcTimestamp=False), axes)


def cut(package: str, file: str, axes: dict[str, float | tuple[float, float]]) -> TTFont:
    font = TTFont(home(package) / "files" / file, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, recalc_timestamp=False))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    return instantiateVariableFont(font, axes)


def make() -> None:
    for name, (package, file, axes) in CUTS.items():
        font = cut(package, file, axes)
        font.flavor = "woff2"
        font.save(HERE / f"{name}.woff2")
    for name, (package, file, settled) in PRINT.items():
        whole(package, file, settled).save(HERE / f"{name}.ttf")
    for package, licence in LICENCES.items():
        (HERE / licence).write_bytes((home(package) / "LICENSE").read_bytes())


if __name__ == "__main__":
    make()
