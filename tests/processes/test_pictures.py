"""The shipped drawings can be read: everything is drawn, nothing lies on anything else."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from procflow.engine.bpmn.model import Kind
from procflow.engine.bpmn.reader import read_drawing

PROCESSES = Path(__file__).parents[2] / "processes"
FILES = sorted(PROCESSES.rglob("*.bpmn"))
MARGIN = 3


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def drawing(request):
    return read_drawing(request.param.name, request.param.read_bytes())


def elements(drawing):
    return {e.id: e for p in drawing.processes.values() for e in p.elements.values()}


def flows(drawing):
    return {f.id: f for p in drawing.processes.values() for f in p.flows.values()}


def lanes(drawing):
    return {lane.id for p in drawing.processes.values() for lane in p.lanes}


def box(bounds, margin=0):
    """Left, top, right, bottom."""
    return (
        bounds.x - margin,
        bounds.y - margin,
        bounds.x + bounds.width + margin,
        bounds.y + bounds.height + margin,
    )


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def legs(edge):
    """The straight parts of an edge, as very thin boxes."""
    for (x, y), (u, v) in pairwise(edge.waypoints):
        yield (min(x, u) - 0.1, min(y, v) - 0.1, max(x, u) + 0.1, max(y, v) + 0.1)


def around(all_elements, element_id):
    """The sub-processes an element lies in, and the activity it is attached to."""
    while element_id in all_elements:
        element = all_elements[element_id]
        if element.attached_to:
            yield element.attached_to
        element_id = element.scope
        yield element_id


def labels(drawing):
    drawn = [*drawing.diagram.shapes.values(), *drawing.diagram.edges.values()]
    return {each.element: box(each.label) for each in drawn if each.label}


def test_everything_is_drawn(drawing):
    pools = {participant.id for participant in drawing.participants}
    assert set(drawing.diagram.shapes) == pools | lanes(drawing) | set(elements(drawing))
    assert set(drawing.diagram.edges) == set(flows(drawing))


def test_everything_has_a_name(drawing):
    assert [e.id for e in elements(drawing).values() if not e.name] == []


def test_no_shape_lies_on_another(drawing):
    all_elements = elements(drawing)
    shapes = {i: box(drawing.diagram.shapes[i].bounds) for i in all_elements}
    overlapping = [
        (one, other)
        for one, other in combinations(shapes, 2)
        if meet(shapes[one], shapes[other])
        and other not in around(all_elements, one)
        and one not in around(all_elements, other)
    ]
    assert overlapping == []


def test_edges_are_straight_or_square(drawing):
    slanted = [
        edge.element
        for edge in drawing.diagram.edges.values()
        if any(x != u and y != v for (x, y), (u, v) in pairwise(edge.waypoints))
    ]
    assert slanted == []


def test_no_edge_runs_through_a_shape(drawing):
    all_elements, all_flows = elements(drawing), flows(drawing)
    solid = [e for e in all_elements.values() if e.kind not in (Kind.SUB_PROCESS,)]
    through = [
        (edge.element, element.id)
        for edge in drawing.diagram.edges.values()
        for element in solid
        if element.id not in ends(all_elements, all_flows[edge.element])
        and any(
            meet(leg, box(drawing.diagram.shapes[element.id].bounds, MARGIN)) for leg in legs(edge)
        )
    ]
    assert through == []


def ends(all_elements, flow):
    """Where a flow may touch: its ends, and the host of a boundary event it leaves."""
    return {flow.source, flow.target, all_elements[flow.source].attached_to}


def test_no_edge_crosses_another(drawing):
    edges = drawing.diagram.edges.values()
    crossing = [
        (one.element, other.element)
        for one, other in combinations(edges, 2)
        if not {one.waypoints[0], one.waypoints[-1]} & {other.waypoints[0], other.waypoints[-1]}
        and any(meet(leg, part) for leg in legs(one) for part in legs(other))
    ]
    assert crossing == []


def test_labels_can_be_read(drawing):
    texts = labels(drawing)
    shapes = {
        e.id: box(drawing.diagram.shapes[e.id].bounds)
        for e in elements(drawing).values()
        if e.kind is not Kind.SUB_PROCESS and not e.kind.is_gateway
    }
    hidden = [(a, b) for a, b in combinations(texts, 2) if meet(texts[a], texts[b])]
    hidden += [(a, b) for a in texts for b in shapes if meet(texts[a], shapes[b])]
    hidden += [
        (a, edge.element)
        for a in texts
        for edge in drawing.diagram.edges.values()
        if any(meet(texts[a], leg) for leg in legs(edge))
    ]
    assert hidden == []


def test_elements_lie_in_the_lane_they_belong_to(drawing):
    for process in drawing.processes.values():
        for lane in process.lanes:
            left, top, right, bottom = box(drawing.diagram.shapes[lane.id].bounds)
            for element in lane.elements:
                shape = drawing.diagram.shapes[element].bounds
                middle = (shape.x + shape.width / 2, shape.y + shape.height / 2)
                assert left < middle[0] < right, element
                assert top < middle[1] < bottom, element
