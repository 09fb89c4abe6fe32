"""An address becomes a code to point a phone at. The only module that knows segno."""

from io import BytesIO

import segno


def svg(address: str) -> str:
    """The code as SVG that scales, with the address as its title. Error level M: it survives a fold and a coffee stain."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, title=address, border=0, nl=False, svgclass=None, lineclass=None
    )
    return out.getvalue().decode("utf-8")
