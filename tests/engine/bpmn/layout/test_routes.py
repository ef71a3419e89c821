"""A line goes around what is there, with as few bends as that takes."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from procflow.engine.bpmn.layout.plan import Plan, touches
from procflow.engine.bpmn.layout.ports import Side
from procflow.engine.bpmn.layout.router import corners, route
from procflow.engine.bpmn.layout.space import (
    Near,
    free_place,
    is_free,
    label_of_line,
    label_of_shape,
    overlap,
)
from procflow.engine.bpmn.model import Bounds

ONE = Bounds(0, 0, 120, 80)
OTHER = Bounds(300, 0, 120, 80)


def test_neighbours_are_joined_straight():
    assert route(Plan([ONE, OTHER]), ONE, OTHER) == ((120, 40), (300, 40))


def test_a_wall_is_gone_around():
    wall = Bounds(200, -100, 20, 300)
    points = route(Plan([ONE, OTHER, wall]), ONE, OTHER)
    assert not any(touches(a, b, wall, 5) for a, b in pairwise(points))
    assert len(points) <= 6


def test_another_line_is_not_lain_on():
    plan = Plan([ONE, OTHER])
    first = route(plan, ONE, OTHER)
    plan.add_line(first)
    second = route(plan, ONE, OTHER)
    assert not set(pairwise(first)) & set(pairwise(second))


def test_the_sides_can_be_chosen():
    points = route(
        Plan([ONE, OTHER]),
        ONE,
        OTHER,
        leaving={Side.DOWN: 0},
        arriving={Side.UP: 0},
        middle_only=(True, True),
    )
    assert points[0] == (60, 80)
    assert points[-1] == (360, 0)


def test_without_a_way_around_there_is_still_a_line():
    around = [
        Bounds(-60, -60, 40, 200),
        Bounds(140, -60, 40, 200),
        Bounds(-60, -60, 240, 40),
        Bounds(-60, 100, 240, 40),
    ]
    points = route(Plan([ONE, OTHER, *around]), ONE, OTHER)
    assert points[0][0] == 120 and points[-1] == (300, 40)


def test_straight_corners_are_none():
    assert corners([(0, 0), (5, 0), (9, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))


def test_a_place_is_found_in_line_with_its_neighbours():
    box = free_place(Plan([ONE]), (120, 80), Bounds(-50, -50, 900, 200), [Near(ONE, before=True)])
    assert box.y == 0
    assert 140 < box.x < 170


def test_no_place_is_found_where_there_is_none():
    assert free_place(Plan([ONE]), (120, 80), Bounds(0, 0, 130, 90), [Near(ONE)]) is None


def test_the_name_of_an_event_stands_beside_the_line_that_leaves_it():
    host, event = Bounds(0, 0, 120, 80), Bounds(72, 62, 36, 36)
    plan = Plan([host, event], [[(90, 98), (90, 300)], [(-50, 92), (300, 92)]])
    box = label_of_shape(plan, "Chưa rõ danh tính", event)
    assert not overlap(box, host, 1)
    assert not plan.is_crossed(box, 1)


def test_where_no_place_is_free_a_name_covers_no_shape():
    lines = [[(-200, y), (400, y)] for y in range(-100, 200, 9)]
    shape, below = Bounds(0, 0, 50, 50), Bounds(-40, 52, 130, 40)
    plan = Plan([shape, below], lines)
    assert not overlap(label_of_shape(plan, "Đã nộp?", shape), below, 1)


def test_a_label_avoids_lines_and_shapes():
    plan = Plan([ONE, OTHER], [[(120, 40), (300, 40)], [(150, 0), (150, 35)]])
    box = label_of_line(plan, "có", [(120, 40), (300, 40)])
    assert not plan.is_crossed(box, 0)
    assert not any(overlap(box, each, 0) for each in plan.boxes)


BOXES = st.builds(Bounds, st.integers(0, 40), st.integers(0, 20), st.just(4), st.just(3))


def scaled(box):
    return Bounds(box.x * 30, box.y * 30, 120, 80)


@given(st.lists(BOXES, min_size=2, max_size=12))
@settings(deadline=None, max_examples=50)
def test_every_line_has_right_angles_and_ends_on_borders(boxes):
    placed = []
    for box in map(scaled, boxes):
        if is_free(Plan(placed), box):
            placed.append(box)
    plan = Plan(placed)
    for one, other in pairwise(placed):
        points = route(plan, one, other)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))
        for box in placed:
            if box not in (one, other):
                assert not any(touches(a, b, box, 0) for a, b in pairwise(points))
        plan.add_line(points)
