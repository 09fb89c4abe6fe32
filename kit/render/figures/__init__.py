"""A Programme becomes drawings, a module a figure. SVG for site and print alike, each with the same content as a table.

Functions lay shapes out in a box 390 wide; `themes/figures/figure.svg` writes them down. Colours are written in, because WeasyPrint
reads no variables in SVG; a class on every shape lets the site's styles follow the scheme.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kit.model.book import BrandColours, Drawing
from kit.model.library import Library
from kit.model.programme import Programme
from kit.render.figures.chain import chain
from kit.render.figures.cohorts import cohorts
from kit.render.figures.group_model import group_model
from kit.render.figures.hours import hours
from kit.render.figures.roles_phases import roles_phases
from kit.render.figures.seminar_day import seminar_day
from kit.render.figures.shapes import Figure
from kit.render.figures.spoken import Spoken
from kit.render.figures.timeline import timeline
from kit.words import Voice


def drawn(
    programme: Programme,
    library: Library,
    voice: Voice,
    brand: BrandColours,
    themes: Path,
    *,
    terms: Callable[[str], str] = lambda words: words,
) -> Mapping[str, Drawing]:
    """Every figure by name. `terms` puts an organisation's own words for ours in."""
    spoken = Spoken(voice, terms, library.seams.get(voice.language, ()))
    template = environment(themes).get_template("figure.svg")
    colours = palette(brand)
    return {
        figure.name: Drawing(
            svg=template.render(figure=figure, colours=colours, language=voice.language).strip(),
            caption=figure.title,
            head=figure.head,
            rows=figure.rows,
        )
        for figure in figures(programme, library, spoken)
    }


def figures(programme: Programme, library: Library, spoken: Spoken) -> Iterator[Figure]:
    """All that this programme gives something to draw for."""
    yield from timeline(programme, spoken)
    yield group_model(programme, spoken)
    yield from hours(programme, spoken)
    yield from seminar_day(programme, spoken)
    yield from roles_phases(programme, library, spoken)
    yield from cohorts(library, spoken)
    yield from chain(library, spoken)


def environment(themes: Path) -> Environment:
    made = Environment(loader=FileSystemLoader(themes / "figures"), autoescape=True, undefined=StrictUndefined)
    made.trim_blocks = made.lstrip_blocks = True
    made.filters["n"] = short
    return made


def short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def palette(brand: BrandColours) -> Mapping[str, str]:
    """What is written into the file: the light scheme, which is the paper's."""
    return {
        "ink": "#151d1c",
        "ink2": "#3f4947",
        "rule": "#c8cfcb",
        "band": "#ededed",
        "paper": "#ffffff",
        "fill": brand.light.fill,
        "onfill": brand.light.on_fill,
    }
