"""Names that stand beside what they name: of events, gateways and flows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..model import Bounds, Edge, Shape
from .geometry import Point, bottom, halfway, middle
from .metrics import text_width
from .palette import LINE, SMALL, Paint
from .tags import Tag
from .texts import hanging
from .wrapping import wrap

USUAL = 90.0
"""Width of a label whose place the file does not tell."""

SLACK = 4.0
"""Fonts differ a little; a label may be this much wider than the file says."""


def shape_label(name: str, shape: Shape, paint: Paint) -> list[Tag]:
    return _label(name, shape_label_box(name, shape), paint)


def edge_label(name: str, edge: Edge, paint: Paint) -> list[Tag]:
    return _label(name, edge_label_box(name, edge), paint)


def shape_label_box(name: str, shape: Shape) -> Bounds:
    """Where the name of a shape stands: as the file says, else below it."""
    x, _ = middle(shape.bounds)
    return shape.label or _box(name, (x, bottom(shape.bounds) + 4))


def edge_label_box(name: str, edge: Edge) -> Bounds:
    """Where the name of a line stands: as the file says, else beside the middle of the line."""
    if edge.label is not None:
        return edge.label
    x, y = halfway(edge.waypoints)
    box = _box(name, (x, y))
    if _upright_at(edge.waypoints, (x, y)):
        return Bounds(x + 5, y - box.height / 2, box.width, box.height)
    return Bounds(box.x, y - box.height - 3, box.width, box.height)


def _upright_at(points: Sequence[Point], at: Point) -> bool:
    """Whether the line runs upright where it passes this point."""
    return any(
        one[0] == other[0] == at[0] and one[1] != other[1] for one, other in pairwise(points)
    )


def _box(name: str, top: Point) -> Bounds:
    lines = wrap(name, USUAL, SMALL)
    width = max(text_width(line, SMALL) for line in lines)
    return Bounds(top[0] - width / 2, top[1], width, len(lines) * SMALL * LINE)


def _label(name: str, box: Bounds, paint: Paint) -> list[Tag]:
    widest = max((text_width(word, SMALL) for word in name.split()), default=0)
    width = max(box.width, widest) + SLACK
    return hanging(name, (middle(box)[0], box.y), width, paint.ink)
