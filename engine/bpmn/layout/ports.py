"""Where a line may touch a shape, and in which direction it leaves there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ..model import Bounds

Point = tuple[float, float]


class Side(Enum):
    """A side of a shape; its value is the direction away from it."""

    RIGHT = (1, 0)
    DOWN = (0, 1)
    UP = (0, -1)
    LEFT = (-1, 0)

    @property
    def back(self) -> Side:
        return Side((-self.value[0], -self.value[1]))

    @property
    def is_upright(self) -> bool:
        """Whether a line that leaves here runs upright."""
        return self in (Side.UP, Side.DOWN)


@dataclass(frozen=True, slots=True)
class Port:
    """cost: how unusual it is to touch the shape here."""

    point: Point
    side: Side
    cost: float

    def out(self, far: float) -> Point:
        """The point so far away from the shape."""
        x, y = self.side.value
        return self.point[0] + x * far, self.point[1] + y * far


LEAVING = {Side.RIGHT: 0.0, Side.DOWN: 12.0, Side.UP: 12.0, Side.LEFT: 40.0}
ARRIVING = {Side.LEFT: 0.0, Side.DOWN: 12.0, Side.UP: 12.0, Side.RIGHT: 40.0}
DOWNWARDS = {Side.DOWN: 0.0, Side.RIGHT: 30.0, Side.LEFT: 30.0}
"""Out of an event on the lower border of an activity."""

WIDE = 70.0
"""From this length on, a side has two more ports."""

OFF_MIDDLE = 25.0


def ports(box: Bounds, costs: dict[Side, float], *, middle_only: bool = False) -> Iterator[Port]:
    """The ports of a shape, the middle of each side and, on a long one, its quarters."""
    for side, cost in costs.items():
        length = box.width if side.is_upright else box.height
        yield Port(_at(box, side, 0.5), side, cost)
        if length >= WIDE and not middle_only:
            for part in (0.25, 0.75):
                yield Port(_at(box, side, part), side, cost + OFF_MIDDLE)


def _at(box: Bounds, side: Side, part: float) -> Point:
    x, y = side.value
    if side.is_upright:
        return box.x + box.width * part, box.y + (box.height if y > 0 else 0)
    return box.x + (box.width if x > 0 else 0), box.y + box.height * part
