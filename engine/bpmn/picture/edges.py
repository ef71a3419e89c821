"""Lines: sequence flows, message flows, associations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .geometry import Point, direction, length, line_path, rounded_path, towards
from .palette import PAPER, PLAIN_STROKE, THIN, Paint
from .tags import Tag, tag

CORNER = 5.0
HEAD = 11.0
HEAD_HALF = 4.5
BEGINNING = 14.0
"""How far from the source the slash of a default flow stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a kind of line is drawn. head: `full`, `open` or `white`. tail: what it begins with."""

    head: str | None = None
    tail: str | None = None
    dashes: str | None = None
    stroke: float = PLAIN_STROKE


PLAIN_FLOW = Line(head="full")
DEFAULT_FLOW = Line(head="full", tail="slash")
CONDITIONAL_FLOW = Line(head="full", tail="diamond")
MESSAGE_FLOW = Line(head="white", tail="ring", dashes="8 5", stroke=THIN)
ASSOCIATION = Line(dashes="1 4", stroke=PLAIN_STROKE)
DATA_ASSOCIATION = Line(head="open", dashes="1 4", stroke=PLAIN_STROKE)


def edge(points: Sequence[Point], line: Line, paint: Paint) -> list[Tag]:
    end = _short_of_head(points) if line.head == "full" else list(points)
    stem = tag(
        "path",
        d=rounded_path(end, CORNER),
        fill="none",
        stroke=paint.ink,
        stroke_width=line.stroke,
        stroke_dasharray=line.dashes,
        stroke_linecap="round" if line.dashes == ASSOCIATION.dashes else None,
        stroke_linejoin="round",
    )
    return [stem, *_tail(points, line.tail, paint), *_head(points, line.head, paint)]


def _short_of_head(points: Sequence[Point]) -> list[Point]:
    """The stem ends inside the arrow's head, so that its tip stays sharp."""
    before, tip = points[-2], points[-1]
    return [*points[:-1], towards(tip, before, min(HEAD / 2, length(before, tip) / 2))]


def _head(points: Sequence[Point], head: str | None, paint: Paint) -> list[Tag]:
    if head is None:
        return []
    before, tip = points[-2], points[-1]
    back = towards(tip, before, HEAD)
    wings = [_beside(back, before, tip, side * HEAD_HALF) for side in (1, -1)]
    closed = head != "open"
    return [
        tag(
            "path",
            d=line_path((wings[0], tip, wings[1]), closed=closed),
            fill={"full": paint.ink, "white": PAPER}.get(head, "none"),
            stroke=paint.ink,
            stroke_width=1.0 if closed else THIN,
            stroke_linejoin="round",
        )
    ]


def _tail(points: Sequence[Point], tail: str | None, paint: Paint) -> list[Tag]:
    start, after = points[0], points[1]
    match tail:
        case "slash":
            at = towards(start, after, min(BEGINNING, length(start, after) / 2))
            return [_slash(at, start, after, paint)]
        case "diamond":
            return [_diamond(start, after, paint)]
        case "ring":
            return [_ring(start, paint)]
    return []


def _slash(at: Point, start: Point, after: Point, paint: Paint) -> Tag:
    back, front = towards(at, start, 4), towards(at, after, 4)
    ends = (_beside(back, start, after, 5), _beside(front, start, after, -5))
    return tag("path", d=line_path(ends), stroke=paint.ink, stroke_width=PLAIN_STROKE)


def _diamond(start: Point, after: Point, paint: Paint) -> Tag:
    centre, far = towards(start, after, 8), towards(start, after, 16)
    sides = [_beside(centre, start, after, side) for side in (5, -5)]
    return tag(
        "path",
        d=line_path((start, sides[0], far, sides[1]), closed=True),
        fill=PAPER,
        stroke=paint.ink,
        stroke_width=THIN,
    )


def _ring(start: Point, paint: Paint) -> Tag:
    return tag(
        "circle", cx=start[0], cy=start[1], r=4.5, fill=PAPER, stroke=paint.ink, stroke_width=THIN
    )


def _beside(at: Point, start: Point, end: Point, far: float) -> Point:
    """A point so far to the left of the line's direction."""
    x, y = direction(start, end)
    return at[0] + y * far, at[1] - x * far
