"""Events: circles by when they come, signs by what they are about."""

from __future__ import annotations

from ..model import Bounds, Element, EventKind, Kind
from .geometry import Point, middle
from .palette import THICK, THIN, Paint
from .symbols import EVENTS, MULTIPLE, PARALLEL_MULTIPLE, Sign, drawn
from .tags import Tag, tag

DASHED = "5 3"
INNER = 3.5
"""How far the second circle of an intermediate event lies inside the first."""

DOUBLE = frozenset({Kind.CATCH_EVENT, Kind.THROW_EVENT, Kind.BOUNDARY_EVENT})
THROWING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT})


def event(element: Element, box: Bounds, paint: Paint) -> list[Tag]:
    """The circles and the sign; labels of events stand outside."""
    centre, radius = middle(box), min(box.width, box.height) / 2
    stroke = THICK if element.kind is Kind.END_EVENT else THIN
    dashes = None if element.interrupting else DASHED
    circles = [_circle(centre, radius, stroke, dashes, paint)]
    if element.kind in DOUBLE:
        circles.append(_circle(centre, radius - INNER, THIN, dashes, paint))
    size = 2 * radius * (0.86 if element.kind in DOUBLE else 1)
    corner = (centre[0] - size / 2, centre[1] - size / 2)
    filled = element.kind in THROWING
    return [*circles, *drawn(sign_of(element), corner, size, paint.ink, filled=filled)]


def sign_of(element: Element) -> Sign:
    """Its sign; an event about several things has one of its own."""
    kinds = {definition.kind for definition in element.events} or {EventKind.NONE}
    if len(element.events) > 1:
        return PARALLEL_MULTIPLE if element.parallel_multiple else MULTIPLE
    return EVENTS[kinds.pop()]


def _circle(centre: Point, radius: float, stroke: float, dashes: str | None, paint: Paint) -> Tag:
    return tag(
        "circle",
        cx=centre[0],
        cy=centre[1],
        r=radius,
        fill=paint.tint,
        stroke=paint.ink,
        stroke_width=stroke,
        stroke_dasharray=dashes,
    )
