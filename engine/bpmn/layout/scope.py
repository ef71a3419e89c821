"""The inside of a process or sub-process, laid out from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil
from types import MappingProxyType

from ..model import Bounds, Edge, Element, Kind, Process, Shape
from ..picture.geometry import bottom, right
from .layers import Arrow, layers
from .plan import Plan
from .ports import ARRIVING, DOWNWARDS, LEAVING
from .router import route
from .rows import rows
from .sizes import Size, is_aside, size_of
from .space import label_of_line, label_of_shape, label_size

COLUMN_GAP = 56.0
ROW_GAP = 46.0
PADDING = 34.0
BELOW_BORDER = 26.0
BESIDE_NAME = 34.0
EMPTY_LANE = 108.0


Span = tuple[float, float]
"""Where something begins, and how long it is."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A laid out scope, its upper left corner at 0, 0. bands: top and height of each lane."""

    size: Size
    bands: tuple[Span, ...]
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element is wanted: its column, and its row within its lane, both from 0."""

    column: int
    row: int


Places = Mapping[str, Place]


class Scope:
    """Lays out what lies directly in a scope. inner: the sub-processes in it, laid out already.

    places: where some elements are wanted; the others are placed by what leads to them.
    """

    def __init__(
        self,
        process: Process,
        scope: str,
        inner: Mapping[str, Arranged],
        lanes: Sequence[str] = ("",),
        places: Places = MappingProxyType({}),
    ) -> None:
        self._places = places
        self._process = process
        self._scope = scope
        self._inner = inner
        self._lanes = lanes
        inside = list(process.inside(scope))
        self._borders = [each for each in inside if each.attached_to]
        self._asides = [each for each in inside if is_aside(each) and not self._is_led_to(each)]
        beside = {each.id for each in (*self._borders, *self._asides)}
        self._nodes = [each for each in inside if each.id not in beside]

    def arranged(self) -> Arranged:
        boxes, bands, width = self._boxes()
        shapes = {name: self._shape(name, box) for name, box in boxes.items()}
        plan = Plan(boxes.values())
        edges = dict(self._routed(plan, boxes))
        named = {**shapes, **dict(self._labelled(plan, shapes))}
        labelled = dict(self._labelled_lines(plan, edges))
        return Arranged((width, sum(height for _, height in bands)), bands, named, labelled)

    # -- places -------------------------------------------------------------------------------

    def _boxes(self) -> tuple[dict[str, Bounds], tuple[Span, ...], float]:
        arrows = list(self._arrows())
        names = [each.id for each in self._nodes]
        columns = layers(names, arrows, self._wanted(lambda place: place.column))
        band_of = {each.id: self._band(each) for each in (*self._nodes, *self._asides)}
        row_of = rows(names, arrows, columns, band_of, self._wanted(lambda place: place.row))
        lefts, width = self._columns(columns)
        tops, bands = self._rows(row_of, band_of)
        boxes = {
            each.id: self._centred(
                each, lefts[columns[each.id]], tops[band_of[each.id], row_of[each.id]]
            )
            for each in self._nodes
        }
        width = max(width, *self._put_aside(boxes, bands, band_of), 0)
        self._put_on_borders(boxes)
        return boxes, bands, width

    def _wanted(self, part: Callable[[Place], int]) -> dict[str, int]:
        names = {each.id for each in self._nodes}
        return {name: part(place) for name, place in self._places.items() if name in names}

    def _columns(self, columns: Mapping[str, int]) -> tuple[list[Span], float]:
        """Left edge and width of each column, and where the last one ends."""
        widths: dict[int, float] = defaultdict(float)
        gaps: dict[int, float] = defaultdict(lambda: COLUMN_GAP)
        for each in self._nodes:
            column = columns[each.id]
            widths[column] = max(widths[column], self._size(each)[0])
            gaps[column] = max(gaps[column], self._gap_after(each))
        each_width = [widths[column] for column in range(len(widths))]
        steps = (width + gaps[column] for column, width in enumerate(each_width))
        found = list(zip(accumulate(steps, initial=PADDING), each_width, strict=False))
        end = found[-1][0] + found[-1][1] + PADDING if found else 2 * PADDING
        return found, end

    def _gap_after(self, element: Element) -> float:
        """As wide as the longest name of a flow that leaves it, with some room to bend."""
        if not element.kind.is_gateway:
            return COLUMN_GAP
        names = (flow.name for flow in self._process.leaving(element.id) if flow.name)
        return ceil(max((label_size(name)[0] + BESIDE_NAME for name in names), default=0.0))

    def _rows(
        self, row_of: Mapping[str, int], band_of: Mapping[str, int]
    ) -> tuple[dict[tuple[int, int], float], tuple[Span, ...]]:
        """The axis of each row of each lane; top and height of each lane."""
        above: dict[tuple[int, int], float] = defaultdict(float)
        below: dict[tuple[int, int], float] = defaultdict(float)
        for each in self._nodes:
            key, half = (band_of[each.id], row_of[each.id]), self._size(each)[1] / 2
            above[key] = max(above[key], half)
            below[key] = max(below[key], half + self._below(each))
        axes: dict[tuple[int, int], float] = {}
        bands: list[Span] = []
        y = 0.0
        for band in range(len(self._lanes)):
            start, y = y, y + PADDING
            for key in sorted(key for key in above if key[0] == band):
                axes[key] = y + above[key]
                y += above[key] + below[key] + ROW_GAP
            y += self._aside_height(band, band_of)
            y = max(y - ROW_GAP + PADDING, start + EMPTY_LANE)
            bands.append((start, y - start))
        return axes, tuple(bands)

    def _aside_height(self, band: int, band_of: Mapping[str, int]) -> float:
        heights = (self._size(each)[1] for each in self._asides if band_of[each.id] == band)
        highest = max(heights, default=0.0)
        return highest + ROW_GAP if highest else 0.0

    def _centred(self, element: Element, column: Span, axis: float) -> Bounds:
        (left, wide), (width, height) = column, self._size(element)
        return Bounds(left + (wide - width) / 2, axis - height / 2, width, height)

    def _put_aside(
        self,
        boxes: dict[str, Bounds],
        bands: Sequence[Span],
        band_of: Mapping[str, int],
    ) -> list[float]:
        """Event sub-processes, side by side at the bottom of their lane; where they end."""
        lefts: dict[int, float] = defaultdict(lambda: PADDING)
        for each in self._asides:
            band = band_of[each.id]
            top, height = bands[band]
            width, high = self._size(each)
            y = top + height - PADDING - high
            boxes[each.id] = Bounds(lefts[band], y, width, high)
            lefts[band] += width + COLUMN_GAP
        return [left - COLUMN_GAP + PADDING for left in lefts.values()]

    def _put_on_borders(self, boxes: dict[str, Bounds]) -> None:
        """On the lower border of their activity, from right to left."""
        placed: dict[str, int] = defaultdict(int)
        for each in self._borders:
            host = boxes.get(each.attached_to or "")
            if host is not None:
                width, height = size_of(each)
                x = right(host) - 12 - width - placed[each.attached_to or ""] * (width + 12)
                boxes[each.id] = Bounds(x, bottom(host) - height / 2, width, height)
                placed[each.attached_to or ""] += 1

    def _size(self, element: Element) -> Size:
        return self._inner[element.id].size if element.id in self._inner else size_of(element)

    def _below(self, element: Element) -> float:
        """The room that the events on its lower border take, with their names."""
        has_border = any(each.attached_to == element.id for each in self._borders)
        return BELOW_BORDER if has_border else 0.0

    def _band(self, element: Element) -> int:
        lane = self._process.lane_of(element.id)
        return self._lanes.index(lane.id) if lane and lane.id in self._lanes else 0

    # -- lines --------------------------------------------------------------------------------

    def _arrows(self) -> Iterator[Arrow]:
        """From element to element; an event on a border stands for its activity."""
        names = {each.id for each in self._nodes}
        host = {each.id: each.attached_to or "" for each in self._borders}
        for flow in self._process.flows.values():
            source = host.get(flow.source, flow.source)
            if source in names and flow.target in names:
                yield source, flow.target
        for each in self._nodes:
            if each.compensated_by in names:
                yield each.id, each.compensated_by or ""

    def _is_led_to(self, element: Element) -> bool:
        flows = self._process.flows.values()
        return any(element.id in (flow.source, flow.target) for flow in flows)

    def _routed(self, plan: Plan, boxes: Mapping[str, Bounds]) -> Iterator[tuple[str, Edge]]:
        """Short lines first: they have the least choice."""
        flows = [
            flow
            for flow in self._process.flows.values()
            if flow.scope == self._scope and flow.source in boxes and flow.target in boxes
        ]
        for flow in sorted(flows, key=lambda each: _apart(boxes[each.source], boxes[each.target])):
            source = self._process.elements[flow.source]
            leaving = DOWNWARDS if source.attached_to else LEAVING
            points = route(
                plan,
                boxes[flow.source],
                boxes[flow.target],
                leaving=leaving,
                arriving=ARRIVING,
                middle_only=(not source.kind.is_activity, False),
            )
            plan.add_line(points)
            yield flow.id, Edge(element=flow.id, waypoints=points)

    # -- names --------------------------------------------------------------------------------

    def _shape(self, name: str, box: Bounds) -> Shape:
        kind = self._process.elements[name].kind
        return Shape(
            element=name,
            bounds=box,
            expanded=name in self._inner if kind.is_scope else None,
            marker_visible=True if kind is Kind.EXCLUSIVE_GATEWAY else None,
        )

    def _labelled(self, plan: Plan, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Shape]]:
        for name, shape in shapes.items():
            element = self._process.elements[name]
            if element.name and not element.kind.is_activity:
                place = label_of_shape(plan, element.name, shape.bounds)
                plan.soft.append(place)
                yield name, replace(shape, label=place)

    def _labelled_lines(self, plan: Plan, edges: Mapping[str, Edge]) -> Iterator[tuple[str, Edge]]:
        for name, edge in edges.items():
            text = self._process.flows[name].name
            place = label_of_line(plan, text, edge.waypoints) if text else None
            if place is not None:
                plan.soft.append(place)
            yield name, Edge(element=name, waypoints=edge.waypoints, label=place)


def _apart(one: Bounds, other: Bounds) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)
