"""Finds free places: for a new shape near those it is tied to, for a label near what it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Bounds
from ..picture.geometry import bottom, middle, right
from ..picture.metrics import text_width
from ..picture.palette import LINE, SMALL
from ..picture.wrapping import wrap
from .plan import BESIDE, Plan
from .ports import Point
from .sizes import EVENT

GRID = 20.0
GAP = 40.0
"""Between shapes that follow each other."""

ROOM = 24.0
"""Kept free around a new shape."""

ALIGNED = 60.0
BACKWARDS = 80.0
LABEL_WIDTH = 90.0

Span = tuple[float, float]
"""Where something begins and ends along an axis."""


@dataclass(frozen=True, slots=True)
class Near:
    """A shape a new one is tied to. before: it comes first in the flow; None: neither."""

    box: Bounds
    before: bool | None = None


def free_place(
    plan: Plan,
    size: tuple[float, float],
    within: Bounds,
    neighbours: Sequence[Near],
    room: float = ROOM,
) -> Bounds | None:
    """The best free place in an area for a shape of this size; None if there is none.

    room: kept free around it, for lines and their names.
    """
    width, height = size
    gap = max(GAP, room)
    columns = _places(width, _span(within), [_span(near.box) for near in neighbours], gap)
    rows = _places(height, _rise(within), [_rise(near.box) for near in neighbours], gap)
    boxes = (Bounds(x, y, width, height) for x in columns for y in rows)
    ordered = sorted(boxes, key=lambda box: (_cost(box, neighbours), box.x, box.y))
    return next((box for box in ordered if is_free(plan, box, room)), None)


def is_free(plan: Plan, box: Bounds, room: float = ROOM) -> bool:
    """Whether nothing stands in the box, and no line goes through it."""
    taken = any(overlap(box, each, room) for each in plan.boxes)
    named = any(overlap(box, each, 4) for each in plan.soft)
    return not taken and not named and not plan.is_crossed(box, BESIDE)


def overlap(one: Bounds, other: Bounds, room: float) -> bool:
    """Whether two boxes come closer to each other than this."""
    return (
        one.x < right(other) + room
        and right(one) > other.x - room
        and one.y < bottom(other) + room
        and bottom(one) > other.y - room
    )


def _span(box: Bounds) -> Span:
    return box.x, right(box)


def _rise(box: Bounds) -> Span:
    return box.y, bottom(box)


def _places(length: float, span: Span, neighbours: Iterable[Span], gap: float) -> list[float]:
    """Where a shape may begin along an axis: in line with a neighbour, beside it, on a grid."""
    low, high = span[0], span[1] - length
    found = {low + step * GRID for step in range(int((high - low) // GRID) + 1)}
    for start, end in neighbours:
        found |= {(start + end - length) / 2, end + gap, start - gap - length}
    return [each for each in found if low <= each <= high]


def _cost(box: Bounds, neighbours: Sequence[Near]) -> float:
    return sum(_apart(box, each) for each in neighbours)


def _apart(box: Bounds, near: Near) -> float:
    (x, y), (other_x, other_y) = middle(box), middle(near.box)
    aligned = ALIGNED if x == other_x or y == other_y else 0
    backwards = near.before is not None and (x < other_x) == near.before and x != other_x
    return abs(x - other_x) + abs(y - other_y) - aligned + (BACKWARDS if backwards else 0)


def label_size(text: str) -> tuple[float, float]:
    """Width and height of a label beside what it names."""
    lines = wrap(text, LABEL_WIDTH, SMALL)
    return max(text_width(line, SMALL) for line in lines) + 2, len(lines) * SMALL * LINE


def label_of_shape(plan: Plan, text: str, box: Bounds) -> Bounds:
    """Below the shape, else above, else beside it."""
    others = [each for each in (*plan.boxes, *plan.soft) if each != box]
    return _label(plan, others, _around(box, *label_size(text)))


def label_of_line(plan: Plan, text: str, points: Sequence[Point]) -> Bounds:
    """Beside the line's beginning, else beside another part of it."""
    return _label(plan, (*plan.boxes, *plan.soft), _beside(points, *label_size(text)))


def _label(plan: Plan, others: Collection[Bounds], places: Iterator[Bounds]) -> Bounds:
    """The first place that is free; else the one with the least in it, lines before shapes."""

    def worth(box: Bounds) -> tuple[int, int]:
        covered = sum(overlap(box, other, 1) for other in others)
        return covered, plan.crossings(box, 1)

    return min(places, key=worth)


def _around(box: Bounds, width: float, height: float) -> Iterator[Bounds]:
    """Below, above, at the corners (a gateway's are free), beside, beside what leaves it."""
    x, y = middle(box)
    yield Bounds(x - width / 2, bottom(box) + 5, width, height)
    yield Bounds(x - width / 2, box.y - height - 5, width, height)
    inwards, up = (8, 6) if box.width > EVENT[0] else (-3, 14)
    for side in (right(box) - inwards, box.x - width + inwards):
        yield Bounds(side, bottom(box) - up, width, height)
        yield Bounds(side, box.y - height + up, width, height)
    yield Bounds(right(box) + 6, y - height / 2, width, height)
    yield Bounds(box.x - width - 6, y - height / 2, width, height)
    for side in (x + 5, x - width - 5, right(box) + 6, box.x - width - 6):
        yield Bounds(side, bottom(box) + 5, width, height)
        yield Bounds(side, bottom(box) - height / 2, width, height)
        yield Bounds(side, box.y - height / 2, width, height)
        yield Bounds(side, box.y - height - 5, width, height)


def _beside(points: Sequence[Point], width: float, height: float) -> Iterator[Bounds]:
    for (x1, y1), (x2, y2) in pairwise(points):
        if y1 == y2:
            for far in _along(abs(x2 - x1) - width):
                left = x1 + far if x2 > x1 else x1 - far - width
                yield Bounds(left, y1 - height - 4, width, height)
                yield Bounds(left, y1 + 4, width, height)
        else:
            for far in _along(abs(y2 - y1) - height):
                top = y1 + far if y2 > y1 else y1 - far - height
                yield Bounds(x1 + 5, top, width, height)
                yield Bounds(x1 - 5 - width, top, width, height)


def _along(room: float) -> Iterator[float]:
    """How far from the beginning of a straight part its label may stand; room: what is left."""
    yield from (6.0, room / 2)
    if room > LABEL_WIDTH:
        yield from (room / 4, room * 3 / 4, room - 20.0)
