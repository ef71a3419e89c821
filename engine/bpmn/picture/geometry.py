"""Points, boxes and lines of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from ..model import Bounds
from .tags import number

Point: TypeAlias = tuple[float, float]


def middle(box: Bounds) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


def right(box: Bounds) -> float:
    return box.x + box.width


def bottom(box: Bounds) -> float:
    return box.y + box.height


def grown(box: Bounds, by: float) -> Bounds:
    return Bounds(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Whether the middle of one lies in the other."""
    x, y = middle(inner)
    return outer.x <= x <= right(outer) and outer.y <= y <= bottom(outer)


def around(boxes: Iterable[Bounds]) -> Bounds | None:
    """The smallest box that holds all; None for none."""
    each = list(boxes)
    if not each:
        return None
    left, top = min(box.x for box in each), min(box.y for box in each)
    return Bounds(left, top, max(map(right, each)) - left, max(map(bottom, each)) - top)


def box_of(points: Sequence[Point]) -> Bounds:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Bounds(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def length(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def direction(one: Point, other: Point) -> Point:
    """From one to the other, of length 1; to the right where they are the same."""
    far = length(one, other)
    return ((other[0] - one[0]) / far, (other[1] - one[1]) / far) if far else (1.0, 0.0)


def towards(one: Point, other: Point, distance: float) -> Point:
    x, y = direction(one, other)
    return one[0] + x * distance, one[1] + y * distance


def halfway(points: Sequence[Point]) -> Point:
    """The point in the middle of a line's length."""
    left = sum(map(length, points, points[1:])) / 2
    for one, other in pairwise(points):
        step = length(one, other)
        if step >= left:
            return towards(one, other, left)
        left -= step
    return points[-1]


def line_path(points: Sequence[Point], closed: bool = False) -> str:
    pairs = " L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{pairs}{'Z' if closed else ''}"


def rounded_path(points: Sequence[Point], radius: float) -> str:
    """A line whose corners are rounded."""
    pieces = [line_path(points[:1])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, length(before, corner) / 2, length(corner, after) / 2)
        first, last = towards(corner, before, room), towards(corner, after, room)
        pieces.append(f"L{_pair(first)} Q{_pair(corner)} {_pair(last)}")
    return " ".join([*pieces, f"L{_pair(points[-1])}"])


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
