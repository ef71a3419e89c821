"""The pieces a drawing is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Bounds, Edge, Shape
from ..names import BPMN, BPMN_DI, DC, DI, ZEEBE
from .pieces import Piece

Pairs = Iterable[tuple[str, str]]

Points = Sequence[tuple[float, float]]

DIAGRAM = f"{{{BPMN_DI}}}BPMNDiagram"
PLANE = f"{{{BPMN_DI}}}BPMNPlane"
BOUNDS = f"{{{DC}}}Bounds"
WAYPOINT = f"{{{DI}}}waypoint"


def bpmn(name: str) -> str:
    return f"{{{BPMN}}}{name}"


def zeebe(name: str) -> str:
    return f"{{{ZEEBE}}}{name}"


def di(name: str) -> str:
    return f"{{{BPMN_DI}}}{name}"


def extensions(*pieces: Piece) -> Piece:
    """The `extensionElements` that hold these."""
    return Piece(bpmn("extensionElements"), children=pieces)


def properties(given: Pairs) -> Piece:
    """`zeebe:properties` of pairs (name, value)."""
    each = (Piece(zeebe("property"), {"name": name, "value": value}) for name, value in given)
    return Piece(zeebe("properties"), children=tuple(each))


def mappings(inputs: Pairs = (), outputs: Pairs = ()) -> Piece:
    """`zeebe:ioMapping` of pairs (source, target)."""
    children = tuple(
        Piece(zeebe(direction), {"source": source, "target": target})
        for direction, pairs in (("input", inputs), ("output", outputs))
        for source, target in pairs
    )
    return Piece(zeebe("ioMapping"), children=children)


def bounds(box: Bounds) -> Piece:
    numbers = {name: number(getattr(box, name)) for name in ("x", "y", "width", "height")}
    return Piece(BOUNDS, numbers)


def label(box: Bounds) -> Piece:
    return Piece(di("BPMNLabel"), children=(bounds(box),))


def waypoint(point: tuple[float, float]) -> Piece:
    return Piece(WAYPOINT, {"x": number(point[0]), "y": number(point[1])})


def shape_piece(
    identity: str, element: str, box: Bounds, place: Bounds | None, more: Mapping[str, str]
) -> Piece:
    """A shape. place: of its label; more: attributes, such as `isExpanded`."""
    inside = (bounds(box), *((label(place),) if place else ()))
    return Piece(di("BPMNShape"), {"id": identity, "bpmnElement": element, **more}, inside)


def edge_piece(identity: str, flow: str, points: Points, place: Bounds | None) -> Piece:
    inside = (*map(waypoint, points), *((label(place),) if place else ()))
    return Piece(di("BPMNEdge"), {"id": identity, "bpmnElement": flow}, inside)


def whole_shape(shape: Shape) -> Piece:
    """A shape as the model has it."""
    flags = {
        "isHorizontal": shape.horizontal,
        "isExpanded": shape.expanded,
        "isMarkerVisible": shape.marker_visible,
    }
    told = {
        name: "true" if value else "false" for name, value in flags.items() if value is not None
    }
    return shape_piece(f"{shape.element}_di", shape.element, shape.bounds, shape.label, told)


def whole_edge(edge: Edge) -> Piece:
    return edge_piece(f"{edge.element}_di", edge.element, edge.waypoints, edge.label)


def number(value: float) -> str:
    return f"{round(value, 2):.12g}"
