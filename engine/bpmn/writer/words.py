"""The pieces a drawing is made of."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Bounds
from ..names import BPMN, BPMN_DI, DC, DI, ZEEBE
from .pieces import Piece

Pairs = Iterable[tuple[str, str]]

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


def number(value: float) -> str:
    return f"{round(value, 2):.12g}"
