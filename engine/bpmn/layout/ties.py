"""Lines beside the flow: messages between pools, associations with notes."""

from __future__ import annotations

from ..model import Bounds, Diagram, Drawing, Edge
from ..picture.geometry import bottom, middle, right
from .plan import Plan
from .ports import Point
from .router import route


def tie(diagram: Diagram, drawing: Drawing) -> None:
    """Message flows around the rest, associations straight."""
    plan = Plan()
    for flow in drawing.message_flows:
        ends = (diagram.shapes.get(flow.source), diagram.shapes.get(flow.target))
        if ends[0] is not None and ends[1] is not None:
            points = route(plan, ends[0].bounds, ends[1].bounds)
            plan.add_line(points)
            diagram.edges[flow.id] = Edge(element=flow.id, waypoints=points)
    for process in drawing.processes.values():
        for each in (*process.associations, *drawing.associations):
            points_of = _between(diagram, each.source, each.target)
            if points_of is not None:
                diagram.edges[each.id] = Edge(element=each.id, waypoints=points_of)


def _between(diagram: Diagram, source: str, target: str) -> tuple[Point, Point] | None:
    """A straight line from border to border."""
    one, other = diagram.shapes.get(source), diagram.shapes.get(target)
    if one is None or other is None:
        return None
    return _towards(one.bounds, middle(other.bounds)), _towards(other.bounds, middle(one.bounds))


def _towards(box: Bounds, point: Point) -> Point:
    """Where a line from the middle of the box to the point leaves the box."""
    x, y = middle(box)
    dx, dy = point[0] - x, point[1] - y
    if not dx and not dy:
        return right(box), bottom(box)
    scale = min(
        box.width / 2 / abs(dx) if dx else float("inf"),
        box.height / 2 / abs(dy) if dy else float("inf"),
    )
    return x + dx * scale, y + dy * scale
