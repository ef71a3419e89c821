"""The pool and the lanes of a process, which may grow but do not move."""

from __future__ import annotations

from collections.abc import Iterator

from ...bpmn.layout.ports import Point
from ...bpmn.layout.space import overlap
from ...bpmn.model import Bounds, Shape
from ...bpmn.picture.geometry import around, bottom, right
from ...bpmn.writer import Pencil

WIDER = 200.0
LANE_HEIGHT = 140.0


class Frames:
    def __init__(self, pencil: Pencil, process: str) -> None:
        self._pencil = pencil
        self._process = process

    def widen(self) -> None:
        """Let the pool and its lanes end further to the right."""
        for shape in (*self._pools(), *self._lanes()):
            box = shape.bounds
            wider = Bounds(box.x, box.y, box.width + WIDER, box.height)
            self._pencil.resize(shape.element, wider)

    def add_lane(self, name: str, wanted: str) -> str | None:
        """A new lane below the others; None without lanes, or where something stands below."""
        boxes = [shape.bounds for shape in self._lanes(outer=True)]
        if not boxes:
            return None
        lowest = max(boxes, key=bottom)
        box = Bounds(lowest.x, bottom(lowest), lowest.width, LANE_HEIGHT)
        if self._is_taken(box):
            return None
        for pool in self._pools():
            whole = pool.bounds
            taller = Bounds(whole.x, whole.y, whole.width, bottom(box) - whole.y)
            self._pencil.resize(pool.element, taller)
        return self._pencil.add_lane(self._process, self._pencil.free_id(wanted), name, box)

    def borders(self) -> Iterator[tuple[Point, Point]]:
        """The borders of lanes: a line may cross them, and had better not run along them."""
        for shape in (*self._pools(), *self._lanes()):
            box = shape.bounds
            for y in (box.y, bottom(box)):
                yield (box.x, y), (right(box), y)

    def fence(self) -> Bounds | None:
        """Within which lines stay."""
        return around(shape.bounds for shape in (*self._pools(), *self._lanes()))

    def _pools(self) -> list[Shape]:
        drawing = self._pencil.drawing
        own = (each.id for each in drawing.participants if each.process == self._process)
        return [drawing.diagram.shapes[name] for name in own if name in drawing.diagram.shapes]

    def _lanes(self, *, outer: bool = False) -> list[Shape]:
        drawing = self._pencil.drawing
        lanes = drawing.processes[self._process].lanes
        names = [lane.id for lane in lanes if not (outer and lane.parent)]
        return [drawing.diagram.shapes[name] for name in names if name in drawing.diagram.shapes]

    def _is_taken(self, box: Bounds) -> bool:
        own = {shape.element for shape in (*self._pools(), *self._lanes())}
        shapes = self._pencil.drawing.diagram.shapes
        return any(
            overlap(box, shape.bounds, 0) for name, shape in shapes.items() if name not in own
        )
