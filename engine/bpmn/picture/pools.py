"""Pools and lanes."""

from __future__ import annotations

from ..model import Bounds, Shape
from .palette import FRAME, PAPER, THIN, Paint
from .tags import Tag, tag
from .texts import centred, upright

BAND = 30.0
"""How much of a pool or a lane its name takes."""


def pool(name: str, shape: Shape, paint: Paint, *, empty: bool) -> list[Tag]:
    """A pool; an empty one is a black box, its name in the middle."""
    frame = _frame(shape.bounds, paint)
    if empty:
        return [frame, *centred(name, shape.bounds, paint.ink)]
    return [frame, _border(shape, paint), *_name(name, shape, paint)]


def lane(name: str, shape: Shape, paint: Paint) -> list[Tag]:
    return [_frame(shape.bounds, paint, fill=paint.tint), *_name(name, shape, paint)]


def band_of(shape: Shape) -> Bounds:
    """Where the name stands: on the left, in an upright pool at the top."""
    box = shape.bounds
    if shape.horizontal is False:
        return Bounds(box.x, box.y, box.width, min(BAND, box.height))
    return Bounds(box.x, box.y, min(BAND, box.width), box.height)


def _name(name: str, shape: Shape, paint: Paint) -> list[Tag]:
    draw = centred if shape.horizontal is False else upright
    return draw(name, band_of(shape), paint.ink)


def _frame(box: Bounds, paint: Paint, fill: str = PAPER) -> Tag:
    return tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        fill=fill,
        stroke=_ink(paint),
        stroke_width=THIN,
    )


def _border(shape: Shape, paint: Paint) -> Tag:
    band, lying = band_of(shape), shape.horizontal is not False
    x, y = band.x + band.width, band.y + band.height
    start = (x, band.y) if lying else (band.x, y)
    return tag("line", x1=start[0], y1=start[1], x2=x, y2=y, stroke=_ink(paint), stroke_width=THIN)


def _ink(paint: Paint) -> str:
    return FRAME if paint.tint == PAPER else paint.ink
