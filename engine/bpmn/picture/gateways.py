"""Gateways: a diamond with the sign of its kind."""

from __future__ import annotations

from ..model import Bounds, Element, Kind
from .geometry import Point, bottom, line_path, middle, right
from .palette import PLAIN_STROKE, THIN, Paint
from .symbols import CROSS, PLUS, Fill, Part, Sign, circle, drawn, on_circle, pair, regular
from .tags import Tag, tag


def _spoke(turn: float) -> str:
    ends = (on_circle(0.5, 0.5, 0.27, each) for each in (turn, turn + 0.5))
    return "M" + " L".join(map(pair, ends))


SPOKES = " ".join(_spoke(eighth / 8) for eighth in range(4))
ROUND = Part(circle(0.5, 0.5, 0.3), Fill.PAPER)
INNER = Part(circle(0.5, 0.5, 0.25), Fill.PAPER)
FIVE = Part(regular(5, 0.17), Fill.PAPER)

SIGNS: dict[Kind, Sign] = {
    Kind.EXCLUSIVE_GATEWAY: (Part(CROSS, Fill.INK),),
    Kind.PARALLEL_GATEWAY: (Part(PLUS, Fill.INK),),
    Kind.INCLUSIVE_GATEWAY: (Part(circle(0.5, 0.5, 0.25), Fill.PAPER),),
    Kind.EVENT_GATEWAY: (ROUND, INNER, FIVE),
    Kind.COMPLEX_GATEWAY: (Part(SPOKES, Fill.NONE),),
}
THICK_SIGNS = frozenset({Kind.INCLUSIVE_GATEWAY, Kind.COMPLEX_GATEWAY})
SMALLER = 0.72
"""The sign's box as a part of the diamond's."""


def gateway(element: Element, box: Bounds, paint: Paint, *, marker: bool) -> list[Tag]:
    """marker: whether an exclusive gateway shows its cross; BPMN allows both."""
    diamond = tag(
        "path",
        d=line_path(corners(box), closed=True),
        fill=paint.tint,
        stroke=paint.ink,
        stroke_width=PLAIN_STROKE,
        stroke_linejoin="round",
    )
    if element.kind is Kind.EXCLUSIVE_GATEWAY and not marker:
        return [diamond]
    size = min(box.width, box.height) * SMALLER
    x, y = middle(box)
    stroke = 3.0 if element.kind in THICK_SIGNS else THIN
    corner = (x - size / 2, y - size / 2)
    return [diamond, *drawn(_sign(element), corner, size, paint.ink, stroke=stroke)]


def _sign(element: Element) -> Sign:
    """An event gateway that starts an instance has one circle only."""
    if element.kind is Kind.EVENT_GATEWAY and element.instantiate:
        return (ROUND, FIVE)
    return SIGNS[element.kind]


def corners(box: Bounds) -> tuple[Point, ...]:
    x, y = middle(box)
    return (x, box.y), (right(box), y), (x, bottom(box)), (box.x, y)
