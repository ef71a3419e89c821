"""What is laid out, moved to another place."""

from __future__ import annotations

from dataclasses import replace

from ..model import Bounds, Edge, Shape
from .scope import Arranged


def moved(arranged: Arranged, x: float, y: float) -> Arranged:
    return replace(
        arranged,
        shapes={name: _moved_shape(shape, x, y) for name, shape in arranged.shapes.items()},
        edges={name: _moved_edge(edge, x, y) for name, edge in arranged.edges.items()},
    )


def _moved_shape(shape: Shape, x: float, y: float) -> Shape:
    label = shape.label and _moved_box(shape.label, x, y)
    return replace(shape, bounds=_moved_box(shape.bounds, x, y), label=label)


def _moved_edge(edge: Edge, x: float, y: float) -> Edge:
    points = tuple((px + x, py + y) for px, py in edge.waypoints)
    return replace(edge, waypoints=points, label=edge.label and _moved_box(edge.label, x, y))


def _moved_box(box: Bounds, x: float, y: float) -> Bounds:
    return Bounds(box.x + x, box.y + y, box.width, box.height)
