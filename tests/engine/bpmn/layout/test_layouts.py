"""A drawing without a picture gets one that can be read."""

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.bpmn.layout import laid_out
from procflow.engine.bpmn.layout.layers import layers
from procflow.engine.bpmn.layout.whole import lay_out
from procflow.engine.bpmn.model import Diagram, Element, Kind, Process, SequenceFlow
from procflow.engine.bpmn.model import Drawing as DrawingFile
from procflow.engine.bpmn.picture.geometry import bottom, right
from procflow.engine.bpmn.reader import read_drawing

HOUSE = Path(__file__).parents[4]
FILES = [
    *sorted((HOUSE / "processes").rglob("*.bpmn")),
    HOUSE / "tests/engine/bpmn/drawings/everything.bpmn",
]


def read(file):
    return read_drawing(file.name, file.read_bytes())


def bare(file):
    return laid_out(replace(read(file), diagram=Diagram()))


def apart(one, other):
    return (
        right(one) <= other.x
        or right(other) <= one.x
        or bottom(one) <= other.y
        or bottom(other) <= one.y
    )


def inside(one, other):
    return (
        other.x <= one.x
        and right(one) <= right(other)
        and other.y <= one.y
        and bottom(one) <= bottom(other)
    )


def check_shapes(drawing):
    shapes = drawing.diagram.shapes
    for process in drawing.processes.values():
        scopes = {each.scope for each in process.elements.values()}
        for scope in scopes:
            placed = [each for each in process.inside(scope) if not each.attached_to]
            for one, other in combinations(placed, 2):
                assert apart(shapes[one.id].bounds, shapes[other.id].bounds), (one.id, other.id)
        for each in process.elements.values():
            if each.scope != process.id:
                assert inside(shapes[each.id].bounds, shapes[each.scope].bounds), each.id
            if each.attached_to:
                assert not apart(shapes[each.id].bounds, shapes[each.attached_to].bounds)
        for lane in process.lanes:
            for name in lane.elements:
                if name in shapes and not process.elements[name].attached_to:
                    assert inside(shapes[name].bounds, shapes[lane.id].bounds), (name, lane.id)


def check_lines(drawing):
    for process in drawing.processes.values():
        for flow in process.flows.values():
            points = drawing.diagram.edges[flow.id].waypoints
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points)), flow.id
            for end, name in ((points[0], flow.source), (points[-1], flow.target)):
                box = drawing.diagram.shapes[name].bounds
                on_border = end[0] in (box.x, right(box)) or end[1] in (box.y, bottom(box))
                assert on_border and inside_box(end, box), flow.id


def inside_box(point, box):
    return box.x <= point[0] <= right(box) and box.y <= point[1] <= bottom(box)


def crossed(drawing):
    """Pairs of a flow and a shape that its line runs through."""
    found = []
    for process in drawing.processes.values():
        for flow in process.flows.values():
            points = drawing.diagram.edges[flow.id].waypoints
            for each in process.inside(flow.scope):
                box = drawing.diagram.shapes[each.id].bounds
                near = {flow.source, flow.target}
                hosts = {process.elements[name].attached_to for name in near}
                if each.id not in near | hosts and any(
                    min(a[0], b[0]) < right(box)
                    and max(a[0], b[0]) > box.x
                    and min(a[1], b[1]) < bottom(box)
                    and max(a[1], b[1]) > box.y
                    for a, b in pairwise(points)
                ):
                    found.append((flow.id, each.id))
    return found


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_bare_drawing_is_laid_out(file):
    drawing = bare(file)
    check_shapes(drawing)
    check_lines(drawing)
    assert crossed(drawing) == []


@pytest.mark.parametrize("file", FILES[:-1], ids=[file.stem for file in FILES[:-1]])
def test_labels_lie_on_no_shape(file):
    drawing = bare(file)
    shapes, edges = drawing.diagram.shapes, drawing.diagram.edges
    frames = {each.id for each in drawing.participants}
    for process in drawing.processes.values():
        frames |= {lane.id for lane in process.lanes}
        frames |= {each.id for each in process.elements.values() if each.kind.is_scope}
    for owner, thing in {**shapes, **edges}.items():
        for name, shape in shapes.items() if thing.label else ():
            if name not in frames | {owner}:
                assert apart(thing.label, shape.bounds), (owner, name)


def test_a_drawing_with_a_picture_keeps_it():
    for file in FILES[:-1]:
        drawing = read(file)
        assert laid_out(drawing) is drawing


def test_the_flow_runs_from_left_to_right():
    drawing = bare(HOUSE / "processes/lib/lib-thanh-toan-truc-tuyen.bpmn")
    process = drawing.processes["lib-thanh-toan-truc-tuyen"]
    for flow in process.flows.values():
        if not process.elements[flow.source].attached_to:
            ends = (drawing.diagram.shapes[name].bounds for name in (flow.source, flow.target))
            source, target = ends
            assert source.x < target.x, flow.id


def test_what_leads_back_does_not_push_forward():
    arrows = [("a", "b"), ("b", "c"), ("c", "a"), ("b", "b"), ("a", "c")]
    assert layers(["a", "b", "c"], arrows) == {"a": 0, "b": 1, "c": 2}


def test_a_long_chain_is_laid_out_without_recursion():
    names = [f"n{number}" for number in range(3000)]
    assert layers(names, list(pairwise(names)))["n2999"] == 2999


KINDS = [Kind.USER_TASK, Kind.EXCLUSIVE_GATEWAY, Kind.START_EVENT, Kind.END_EVENT]


@st.composite
def drawings(draw):
    count = draw(st.integers(1, 9))
    process = Process(id="p", name="P", line=1)
    for number in range(count):
        kind = draw(st.sampled_from(KINDS))
        process.elements[f"n{number}"] = Element(
            id=f"n{number}", kind=kind, name=f"Bước {number}", scope="p", line=1
        )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    for index, (source, target) in enumerate(draw(st.lists(ends, max_size=12))):
        if source != target:
            process.flows[f"f{index}"] = SequenceFlow(
                id=f"f{index}",
                name=None,
                source=f"n{source}",
                target=f"n{target}",
                scope="p",
                line=1,
            )
    return DrawingFile(file="x.bpmn", processes={"p": process})


@given(drawings())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_drawing_is_laid_out(drawing):
    placed = replace(drawing, diagram=lay_out(drawing))
    check_shapes(placed)
    check_lines(placed)
