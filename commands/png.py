"""SVG as PNG, by resvg: no system library, but the fonts of the system."""

from __future__ import annotations

from ..engine.errors import BadConfiguration

PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<text x="2" y="15" font-family="{family}">{text}</text></svg>'
)
LETTER = "ế"
DOTS_PER_INCH = 150
PIXELS_PER_UNIT = 2.0


def png_of(svg: str, *, on_paper: bool) -> bytes:
    """The picture; on_paper: it has a size in millimetres.

    Raises BadConfiguration when resvg is not installed or no font has Vietnamese letters.
    """
    try:
        import resvg_py
    except ImportError:
        raise BadConfiguration.of("drawings.no-resvg") from None
    from ..engine.bpmn.picture.metrics import FAMILY

    blank, letter = (
        resvg_py.svg_to_bytes(svg_string=PROBE.format(family=FAMILY, text=text))
        for text in ("", LETTER)
    )
    if blank == letter:
        raise BadConfiguration.of("drawings.no-font")
    zoom = 1.0 if on_paper else PIXELS_PER_UNIT
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, dpi=DOTS_PER_INCH)
