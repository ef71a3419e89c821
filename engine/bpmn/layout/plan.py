"""What is drawn already: boxes a line must not cross, lines it had better not lie on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ..model import Bounds
from .ports import Point

CLEAR = 9.0
"""How close a line may pass a shape."""

NEAR = 7.0
"""Lines closer than this look like one."""

TRACK = 18.0
"""How far from a shape a line runs, if it can."""

BESIDE = 12.0
"""How far from another line a line runs, if it can."""

CROSSING = 40.0
LABEL = 60.0
OVERLAP = 150.0

Spans = list[tuple[float, float]]
Sides = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Plan:
    """Grows while lines are routed. soft: boxes that may be crossed, at a price, such as labels."""

    def __init__(
        self,
        boxes: Iterable[Bounds] = (),
        lines: Iterable[Sequence[Point]] = (),
        *,
        soft: Iterable[Bounds] = (),
        fence: Bounds | None = None,
    ) -> None:
        self.boxes = list(boxes)
        self._walls = [_sides(box) for box in self.boxes]
        self.soft = list(soft)
        self.fence = fence
        self._flat: dict[float, Spans] = defaultdict(list)
        self._upright: dict[float, Spans] = defaultdict(list)
        for line in lines:
            self.add_line(line)

    def add_line(self, points: Sequence[Point]) -> None:
        for (x1, y1), (x2, y2) in pairwise(points):
            if y1 == y2 and x1 != x2:
                self._flat[y1].append((min(x1, x2), max(x1, x2)))
            elif x1 == x2 and y1 != y2:
                self._upright[x1].append((min(y1, y2), max(y1, y2)))

    def tracks(self) -> tuple[set[float], set[float]]:
        """Places beside what is drawn at which a line may run: xs and ys."""
        xs, ys = set[float](), set[float]()
        for box in self.boxes:
            xs |= {box.x - TRACK, box.x + box.width + TRACK}
            ys |= {box.y - TRACK, box.y + box.height + TRACK}
        for x in self._upright:
            xs |= {x - BESIDE, x + BESIDE}
        for y in self._flat:
            ys |= {y - BESIDE, y + BESIDE}
        return xs, ys

    def is_free(self, one: Point, other: Point) -> bool:
        """Whether a straight line stays clear of every box, and inside the fence."""
        return self._is_inside(one, other) and not _meets(one, other, self._walls, CLEAR)

    def price(self, one: Point, other: Point) -> float:
        """What a straight line costs beyond its length: lines it lies on or crosses, labels."""
        if one[1] == other[1]:
            low, high = sorted((one[0], other[0]))
            cost = _price(self._flat, self._upright, low, high, one[1])
        else:
            low, high = sorted((one[1], other[1]))
            cost = _price(self._upright, self._flat, low, high, one[0])
        return cost + (LABEL if _meets(one, other, map(_sides, self.soft), 2) else 0.0)

    def is_crossed(self, box: Bounds, room: float) -> bool:
        """Whether some line comes closer to the box than this."""
        return self.crossings(box, room) > 0

    def crossings(self, box: Bounds, room: float) -> int:
        """How many straight parts of lines come closer to the box than this."""
        left, right = box.x - room, box.x + box.width + room
        top, bottom = box.y - room, box.y + box.height + room
        return _hits(self._flat, left, right, top, bottom) + _hits(
            self._upright, top, bottom, left, right
        )

    def _is_inside(self, *points: Point) -> bool:
        fence = self.fence
        return fence is None or all(
            fence.x < x < fence.x + fence.width and fence.y < y < fence.y + fence.height
            for x, y in points
        )


def touches(one: Point, other: Point, box: Bounds, room: float) -> bool:
    """Whether a straight line along an axis comes closer to a box than this."""
    return _meets(one, other, [_sides(box)], room)


def _sides(box: Bounds) -> Sides:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _meets(one: Point, other: Point, walls: Iterable[Sides], room: float) -> bool:
    """Whether a straight line comes closer than this to any of the boxes."""
    left, right = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
    top, bottom = (one[1], other[1]) if one[1] < other[1] else (other[1], one[1])
    left, right, top, bottom = left - room, right + room, top - room, bottom + room
    return any(x < right and far > left and y < bottom and low > top for x, y, far, low in walls)


def _hits(lines: Mapping[float, Spans], low: float, high: float, near: float, far: float) -> int:
    """How many lines of one direction pass between near and far, within low and high."""
    return sum(
        start < high and end > low
        for place, spans in lines.items()
        if near < place < far
        for start, end in spans
    )


def _price(
    along: Mapping[float, Spans], across: Mapping[float, Spans], low: float, high: float, at: float
) -> float:
    """along: the lines of the same direction by their place; across: the others."""
    cost = 0.0
    for place, spans in along.items():
        if -NEAR < place - at < NEAR:
            cost += sum(_shared(low, high, span) for span in spans)
    for place, spans in across.items():
        if low < place < high:
            cost += CROSSING * sum(start < at < end for start, end in spans)
    return cost


def _shared(low: float, high: float, span: tuple[float, float]) -> float:
    shared = min(high, span[1]) - max(low, span[0])
    return OVERLAP + 2 * shared if shared > 0 else 0.0
