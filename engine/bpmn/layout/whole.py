"""A drawing with a picture: its own, or one laid out where it has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..model import Bounds, Diagram, Drawing, Lane, Participant, Process, Shape
from ..picture.geometry import around
from ..picture.pools import BAND
from .moving import moved
from .scope import Arranged, Places, Scope
from .sizes import DATA, NOTE
from .ties import tie

LEFT, TOP = 160.0, 80.0
POOL_GAP = 40.0
BLACK_BOX = 60.0
HEAD = 30.0
"""Above the inside of a sub-process, for its name."""

DATA_KINDS = frozenset({"dataObjectReference", "dataStoreReference"})


def laid_out(drawing: Drawing) -> Drawing:
    """The drawing itself if its diagram places every element; else laid out anew, as a whole."""
    shapes = drawing.diagram.shapes
    elements = [name for process in drawing.processes.values() for name in process.elements]
    if all(name in shapes for name in elements) or _draws_pages(drawing):
        return drawing
    return replace(drawing, diagram=lay_out(drawing))


def _draws_pages(drawing: Drawing) -> bool:
    """Whether all that is missing lies in sub-processes that are drawn collapsed."""
    shapes = drawing.diagram.shapes
    for process in drawing.processes.values():
        closed: set[str] = set()
        for element in process.elements.values():
            if element.scope in closed:
                closed.add(element.id)
            elif element.id not in shapes:
                return False
            elif element.kind.is_scope and shapes[element.id].expanded is False:
                closed.add(element.id)
    return True


def lay_out(drawing: Drawing, places: Places = MappingProxyType({})) -> Diagram:
    """Every process below the other, its lanes and pool around it, then what ties them.

    places: where elements of the processes themselves are wanted, by their ids.
    """
    diagram = Diagram()
    y = TOP
    pools = {each.process: each for each in drawing.participants if each.process}
    for process in drawing.processes.values():
        arranged = _arranged(process, places)
        y = _put(diagram, process, arranged, pools.get(process.id), y) + POOL_GAP
    y = _put_black_boxes(diagram, drawing, y)
    _put_beside(diagram, drawing, y)
    tie(diagram, drawing)
    return diagram


def _arranged(process: Process, places: Places) -> Arranged:
    """The process with everything in it; what lies deepest is laid out first."""
    inner: dict[str, Arranged] = {}
    for element in reversed(process.elements.values()):  # a scope stands before what it holds
        if element.kind.is_scope and any(process.inside(element.id)):
            inner[element.id] = _framed(Scope(process, element.id, inner).arranged(), inner)
    lanes = [lane.id for lane in _leaves(process.lanes)]
    outer = Scope(process, process.id, inner, lanes or [""], places)
    return _with_inner(outer.arranged(), inner)


def _framed(arranged: Arranged, inner: Mapping[str, Arranged]) -> Arranged:
    """A sub-process: its inside below its name."""
    width, height = arranged.size
    inside = _with_inner(moved(arranged, 0, HEAD), inner)
    return replace(inside, size=(max(width, 140.0), height + HEAD))


def _with_inner(arranged: Arranged, inner: Mapping[str, Arranged]) -> Arranged:
    """With the inside of each sub-process at its place."""
    shapes, edges = dict(arranged.shapes), dict(arranged.edges)
    for name, shape in arranged.shapes.items():
        if name in inner:
            inside = moved(inner[name], shape.bounds.x, shape.bounds.y)
            shapes.update(inside.shapes)
            edges.update(inside.edges)
    return replace(arranged, shapes=shapes, edges=edges)


# -- pools and lanes ------------------------------------------------------------------------------


def _leaves(lanes: tuple[Lane, ...]) -> list[Lane]:
    """The lanes that hold elements, in the order they are drawn in."""
    children: dict[str | None, list[Lane]] = {}
    for lane in lanes:
        children.setdefault(lane.parent, []).append(lane)
    found: list[Lane] = []
    waiting = list(children.get(None, ()))
    while waiting:
        lane = waiting.pop(0)
        inner = children.get(lane.id, [])
        waiting[:0] = inner
        if not inner:
            found.append(lane)
    return found


def _put(
    diagram: Diagram, process: Process, arranged: Arranged, pool: Participant | None, y: float
) -> float:
    """The process at its place; gives where it ends."""
    depth = _depth(process.lanes) + (1 if pool else 0)
    left = LEFT + depth * BAND
    placed = moved(arranged, left, y)
    diagram.shapes.update(placed.shapes)
    diagram.edges.update(placed.edges)
    width, height = arranged.size
    if pool is not None:
        outer = Bounds(LEFT, y, width + depth * BAND, height)
        diagram.shapes[pool.id] = Shape(element=pool.id, bounds=outer, horizontal=True)
    _put_lanes(diagram, process, arranged, Bounds(left, y, width, height))
    return y + height


def _depth(lanes: tuple[Lane, ...]) -> int:
    """How many lanes lie in each other at most."""
    depths: dict[str, int] = {}
    for lane in lanes:  # nested ones stand after the lane they lie in
        depths[lane.id] = depths.get(lane.parent or "", 0) + 1
    return max(depths.values(), default=0)


def _put_lanes(diagram: Diagram, process: Process, arranged: Arranged, inside: Bounds) -> None:
    boxes: dict[str, Bounds] = {}
    for lane, (top, height) in zip(_leaves(process.lanes), arranged.bands, strict=False):
        boxes[lane.id] = Bounds(inside.x - BAND, inside.y + top, inside.width + BAND, height)
    for lane in reversed(process.lanes):
        if lane.id not in boxes:
            held = [boxes[each.id] for each in process.lanes if each.parent == lane.id]
            around_them = around(held)
            if around_them is not None:
                boxes[lane.id] = replace(
                    around_them, x=around_them.x - BAND, width=around_them.width + BAND
                )
    for name, box in boxes.items():
        diagram.shapes[name] = Shape(element=name, bounds=box, horizontal=True)


def _put_black_boxes(diagram: Diagram, drawing: Drawing, y: float) -> float:
    drawn = around(shape.bounds for shape in diagram.shapes.values())
    width = drawn.width if drawn else 600.0
    for each in drawing.participants:
        if each.id not in diagram.shapes:
            box = Bounds(LEFT, y, width, BLACK_BOX)
            diagram.shapes[each.id] = Shape(element=each.id, bounds=box, horizontal=True)
            y += BLACK_BOX + POOL_GAP
    return y


# -- what stands beside ---------------------------------------------------------------------------


def _put_beside(diagram: Diagram, drawing: Drawing, y: float) -> None:
    """Data and notes, in a row below everything."""
    x = LEFT
    for name, (width, height) in _beside(drawing):
        diagram.shapes[name] = Shape(element=name, bounds=Bounds(x, y, width, height))
        x += max(width, 90.0) + POOL_GAP


def _beside(drawing: Drawing) -> Iterator[tuple[str, tuple[float, float]]]:
    for process in drawing.processes.values():
        yield from ((each.id, DATA) for each in process.references if each.kind in DATA_KINDS)
        yield from ((each.id, NOTE) for each in process.artifacts if each.kind != "group")
    yield from ((each.id, NOTE) for each in drawing.artifacts if each.kind != "group")
