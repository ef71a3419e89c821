"""Where new steps stand in a drawing: in the right lane, on free ground, lines around the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set

from ...bpmn.layout.plan import Plan
from ...bpmn.layout.ports import ARRIVING, DOWNWARDS, LEAVING, Point
from ...bpmn.layout.router import route
from ...bpmn.layout.sizes import EVENT
from ...bpmn.layout.space import Near, free_place, label_of_line, label_of_shape
from ...bpmn.model import Bounds, Diagram, Edge, Process, Shape
from ...bpmn.picture.geometry import around, bottom, grown, middle, right
from ...bpmn.picture.pools import BAND
from ...bpmn.writer import Pencil, Piece
from .frames import Frames

AROUND = 200.0
EDGE = 14.0
"""Kept free inside a lane's borders."""

EDGE_FOR_NAMES = 44.0
"""The same for what has its name below."""

SMALL = 50.0
"""Gateways and events are not larger; their names stand outside."""

FROM_CORNER = 12.0
"""Of an activity, how far an event on its border stands away."""

ROOM, ROOM_FOR_NAMES = 44.0, 84.0


class Ground:
    """Draws steps into one process. Where a lane is full, the pool grows to the right.

    roughly: lines are drawn straight across, for a drawing nobody will see.
    """

    def __init__(self, pencil: Pencil, process: str, *, roughly: bool = False) -> None:
        self._pencil = pencil
        self._process_id = process
        self._roughly = roughly
        self.frames = Frames(pencil, process)

    @property
    def process(self) -> Process:
        return self._pencil.drawing.processes[self._process_id]

    @property
    def _diagram(self) -> Diagram:
        return self._pencil.drawing.diagram

    # -- steps --------------------------------------------------------------------------------

    def put(
        self,
        node: Piece,
        size: tuple[float, float],
        lane: str | None,
        before: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> str:
        """A new step in a lane, near the elements before and after it; gives its id."""
        box = self._place(size, lane, before, after)
        marked = {"isMarkerVisible": "true"} if node.name.endswith("exclusiveGateway") else {}
        return self._pencil.add_node(self._process_id, node, box, lane=lane, shape=marked)

    def put_on_border(self, node: Piece, lane: str | None) -> str:
        """An event on the lower border of its activity; gives its id."""
        host = self._diagram.shapes[node.attributes["attachedToRef"]].bounds
        width, height = EVENT
        corner = right(host) - FROM_CORNER - width, bottom(host) - height / 2
        box = Bounds(*corner, width, height)
        return self._pencil.add_node(self._process_id, node, box, lane=lane)

    def _place(
        self,
        size: tuple[float, float],
        lane: str | None,
        before: Sequence[str],
        after: Sequence[str],
    ) -> Bounds:
        near = [*self._near(before, first=True), *self._near(after, first=False)]
        while True:
            plan = self._plan(borders=False)
            found = free_place(plan, size, self._area(lane, size[1]), near, _room(size))
            if found is not None:
                return found
            self.frames.widen()  # far enough to the right everything is free

    def _near(self, elements: Sequence[str], *, first: bool) -> Iterator[Near]:
        for each in elements:
            shape = self._diagram.shapes.get(each)
            if shape is not None:
                yield Near(shape.bounds, before=first)

    def _area(self, lane: str | None, height: float) -> Bounds:
        """Where steps of a lane may stand; at least as high as the step, in however low a lane."""
        shape = self._diagram.shapes.get(lane or "")
        if shape is None:
            drawn = around(self._plan(borders=False).boxes) or Bounds(0, 0, 400, 200)
            return grown(drawn, AROUND)
        box = shape.bounds
        left = box.x + BAND + EDGE
        edge = EDGE_FOR_NAMES if height <= SMALL else EDGE
        high = max(box.height - 2 * edge, height)
        return Bounds(left, box.y + (box.height - high) / 2, right(box) - EDGE - left, high)

    # -- flows --------------------------------------------------------------------------------

    def join(
        self,
        source: str,
        target: str,
        name: str | None = None,
        condition: str | None = None,
        *,
        default: bool = False,
    ) -> str:
        """A flow from one step to another; gives its id."""
        flow = self._pencil.free_id(f"di-{source}-{target}")
        points = self._line(source, target)
        self._pencil.add_flow(
            self._process_id, flow, (source, target), points, name=name, condition=condition
        )
        if default:
            self._pencil.set_attribute(source, "default", flow)
        return flow

    def lead(self, flow: str, target: str) -> None:
        """Let a flow that is there lead to another step."""
        source = self.process.flows[flow].source
        self._pencil.lead(flow, target, self._line(source, target, without=flow))

    def _line(self, source: str, target: str, without: str = "") -> Sequence[Point]:
        """A first line, for what is placed next to leave it room; `tidy` draws the last one."""
        if self._roughly:
            shapes = self._diagram.shapes
            return middle(shapes[source].bounds), middle(shapes[target].bounds)
        return self._routed(self._plan({without}), source, target)

    def _routed(self, plan: Plan, source: str, target: str) -> Sequence[Point]:
        shapes = self._diagram.shapes
        element = self.process.elements[source]
        return route(
            plan,
            shapes[source].bounds,
            shapes[target].bounds,
            leaving=DOWNWARDS if element.attached_to else LEAVING,
            arriving=ARRIVING,
            middle_only=(not element.kind.is_activity, False),
        )

    def tidy(self, fresh: Set[str]) -> None:
        """Draw the lines and names that are fresh anew, knowing of all the others."""
        flows = [flow for name, flow in self.process.flows.items() if name in fresh]
        plan = self._plan(fresh)
        for flow in sorted(flows, key=lambda each: self._apart(each.source, each.target)):
            points = self._routed(plan, flow.source, flow.target)
            plan.add_line(points)
            self._pencil.reroute(flow.id, points)
        elements = (self.process.elements[name] for name in fresh - self.process.flows.keys())
        self._name(
            [
                *(each.id for each in elements if each.name and not each.kind.is_activity),
                *(flow.id for flow in flows if flow.name),
            ]
        )

    def _apart(self, source: str, target: str) -> float:
        """Short lines first: they have the least choice."""
        one, other = (middle(self._diagram.shapes[name].bounds) for name in (source, target))
        return abs(one[0] - other[0]) + abs(one[1] - other[1])

    # -- names --------------------------------------------------------------------------------

    def _name(self, things: Sequence[str]) -> None:
        """Give names a place beside what they name, now that all lines are there."""
        unplaced = list(things)
        while unplaced:
            plan = self._plan(unnamed=unplaced)
            name = unplaced.pop(0)
            self._pencil.put_label(name, self._label_place(plan, name))

    def _label_place(self, plan: Plan, name: str) -> Bounds:
        if name in self._diagram.shapes:
            text = self.process.elements[name].label
            return label_of_shape(plan, text, self._diagram.shapes[name].bounds)
        text = self.process.flows[name].name or ""
        return label_of_line(plan, text, self._diagram.edges[name].waypoints)

    def _plan(
        self,
        without: Collection[str] = (),
        unnamed: Collection[str] = (),
        *,
        borders: bool = True,
    ) -> Plan:
        """What is drawn in the process, but for what lies in sub-processes and some flows.

        unnamed: things whose names are left out too.
        """
        process, shapes = self.process, self._diagram.shapes
        names = {each.id for each in process.inside(process.id)}
        beside = {each.id for each in process.references} | {each.id for each in process.artifacts}
        standing = [shapes[name] for name in sorted(names | beside) if name in shapes]
        edges = [
            edge
            for name, edge in self._diagram.edges.items()
            if name not in without and self._is_outer(name)
        ]
        things: list[Shape | Edge] = [*standing, *edges]
        silent = {*without, *unnamed}
        labels = [each.label for each in things if each.label and each.element not in silent]
        lines = [*(edge.waypoints for edge in edges), *(self.frames.borders() if borders else ())]
        boxes = [shape.bounds for shape in standing]
        return Plan(boxes, lines, soft=labels, fence=self.frames.fence())

    def _is_outer(self, name: str) -> bool:
        flow = self.process.flows.get(name)
        return flow is None or flow.scope == self._process_id


def _room(size: tuple[float, float]) -> float:
    """More around what has names outside, its own and those of its flows."""
    return ROOM_FOR_NAMES if size[0] <= SMALL else ROOM
