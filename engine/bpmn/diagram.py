"""The picture of a drawing: shapes, edges and where their labels stand."""

from __future__ import annotations

from math import isfinite

from .attributes import referred, truth
from .model import Bounds, Diagram, Edge, Shape
from .names import BPMN_DI, DC, DI
from .xml import Node


def read_diagram(root: Node) -> Diagram:
    """All diagrams of the file together; an element drawn twice is kept as drawn first."""
    diagram = Diagram()
    for node in root.iter(f"{{{BPMN_DI}}}BPMNShape"):
        shape = _shape(node)
        if shape is not None:
            diagram.shapes.setdefault(shape.element, shape)
    for node in root.iter(f"{{{BPMN_DI}}}BPMNEdge"):
        edge = _edge(node)
        if edge is not None:
            diagram.edges.setdefault(edge.element, edge)
    return diagram


def _shape(node: Node) -> Shape | None:
    element, bounds = referred(node, "bpmnElement"), _bounds(node)
    if element is None or bounds is None:
        return None
    return Shape(
        element=element,
        bounds=bounds,
        label=_label(node),
        expanded=_maybe(node, "isExpanded"),
        horizontal=_maybe(node, "isHorizontal"),
        marker_visible=_maybe(node, "isMarkerVisible"),
    )


def _edge(node: Node) -> Edge | None:
    element = referred(node, "bpmnElement")
    points = tuple(
        (x, y)
        for x, y in (_numbers(each, "x", "y") for each in node.iterfind(f"{{{DI}}}waypoint"))
        if x is not None and y is not None
    )
    if element is None or len(points) < 2:
        return None
    return Edge(element=element, waypoints=points, label=_label(node))


def _label(node: Node) -> Bounds | None:
    label = node.find(f"{{{BPMN_DI}}}BPMNLabel")
    return None if label is None else _bounds(label)


def _bounds(node: Node) -> Bounds | None:
    found = node.find(f"{{{DC}}}Bounds")
    if found is None:
        return None
    x, y, width, height = _numbers(found, "x", "y", "width", "height")
    if x is None or y is None or width is None or height is None:
        return None
    return Bounds(x, y, width, height)


def _numbers(node: Node, *names: str) -> list[float | None]:
    return [_number(node.get(name)) for name in names]


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if isfinite(value) else None


def _maybe(node: Node, name: str) -> bool | None:
    return None if node.get(name) is None else truth(node, name, False)
