"""Finds a line with right angles between two shapes: short, with few bends, around everything."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from math import inf

from ..model import Bounds
from .plan import Plan
from .ports import ARRIVING, LEAVING, Point, Port, Side, ports

STUB = 14.0
"""How far a line runs straight before it may bend."""

BEND = 45.0
"""How much longer a line may be to save a bend."""

MOST_STEPS = 60_000

State = tuple[int, int, Side]


def route(
    plan: Plan,
    source: Bounds,
    target: Bounds,
    *,
    leaving: dict[Side, float] = LEAVING,
    arriving: dict[Side, float] = ARRIVING,
    middle_only: tuple[bool, bool] = (False, False),
) -> tuple[Point, ...]:
    """The corners of the line from one shape to the other, both ends included.

    The plan holds both shapes. middle_only: of the source's and the target's ports. Where there is
    no way around, a line that crosses something.
    """
    starts = list(ports(source, leaving, middle_only=middle_only[0]))
    goals = list(ports(target, arriving, middle_only=middle_only[1]))
    return _straight(plan, starts, goals, (source, target)) or _Search(plan, starts, goals).best()


def _straight(
    plan: Plan, starts: list[Port], goals: list[Port], ends: tuple[Bounds, Bounds]
) -> tuple[Point, ...] | None:
    """The line without a bend, if there is one that nothing stands in the way of."""
    others = Plan((box for box in plan.boxes if box not in ends), fence=plan.fence)
    found = [
        (start.cost + goal.cost + plan.price(start.point, goal.point), start.point, goal.point)
        for start in starts
        for goal in goals
        if _face(start, goal) and others.is_free(start.point, goal.point)
    ]
    best = min(found, default=None)
    return None if best is None or best[0] > BEND else (best[1], best[2])


def _face(start: Port, goal: Port) -> bool:
    """Whether one lies straight ahead of the other."""
    if start.side.back is not goal.side:
        return False
    dx, dy = goal.point[0] - start.point[0], goal.point[1] - start.point[1]
    ahead = dx * start.side.value[0] + dy * start.side.value[1]
    return ahead > 0 and (dx == 0 if start.side.is_upright else dy == 0)


class _Search:
    """A* over the crossings of all tracks; a state is a crossing and the direction taken to it."""

    def __init__(self, plan: Plan, starts: list[Port], goals: list[Port]) -> None:
        self._plan = plan
        self._starts = starts
        self._goals = goals
        xs, ys = plan.tracks()
        stubs = [port.out(STUB) for port in (*starts, *goals)]
        self._xs = sorted(xs | {x for x, _ in stubs})
        self._ys = sorted(ys | {y for _, y in stubs})
        self._ends = {self._state(port.out(STUB), port.side.back): port for port in goals}
        self._waiting: list[tuple[float, int, float, State]] = []
        self._ticket = count()
        self._came: dict[State, State | Port] = {}
        self._spent: dict[State, float] = {}
        self._goal_points = [port.out(STUB) for port in goals]
        self._costs: dict[tuple[int, int, int, int], float] = {}

    def best(self) -> tuple[Point, ...]:
        for port in self._starts:
            stub = port.out(STUB)
            if self._plan.is_free(stub, stub):
                cost = port.cost + self._plan.price(port.point, stub)
                self._reach(self._state(stub, port.side), cost, port)
        for _ in range(MOST_STEPS):
            if not self._waiting:
                break
            _, _, cost, state = heappop(self._waiting)
            if state in self._ends:
                return self._points(state)
            if cost == self._spent[state]:
                for after, step in self._steps(state):
                    self._reach(after, cost + step, state)
        return self._anyhow()

    def _reach(self, state: State, cost: float, before: State | Port) -> None:
        if cost < self._spent.get(state, inf):
            self._spent[state], self._came[state] = cost, before
            ahead = cost + self._ahead(state)
            heappush(self._waiting, (ahead, next(self._ticket), cost, state))

    def _state(self, point: Point, side: Side) -> State:
        return bisect_left(self._xs, point[0]), bisect_left(self._ys, point[1]), side

    def _at(self, column: int, row: int) -> Point:
        return self._xs[column], self._ys[row]

    def _ahead(self, state: State) -> float:
        """No way to a goal is shorter than this."""
        x, y = self._at(state[0], state[1])
        return min(abs(x - gx) + abs(y - gy) for gx, gy in self._goal_points)

    def _steps(self, state: State) -> Iterator[tuple[State, float]]:
        column, row, side = state
        for turn in Side:
            if turn is side.back:
                continue
            after = column + turn.value[0], row + turn.value[1]
            if not (0 <= after[0] < len(self._xs) and 0 <= after[1] < len(self._ys)):
                continue
            cost = self._cost(column, row, *after)
            if cost is not None:
                reached = (*after, turn)
                bend = 0.0 if turn is side else BEND
                end = self._end_cost(reached)
                yield reached, cost + bend + end

    def _end_cost(self, state: State) -> float:
        port = self._ends.get(state)
        return 0.0 if port is None else port.cost + self._plan.price(port.out(STUB), port.point)

    def _cost(self, column: int, row: int, column_after: int, row_after: int) -> float | None:
        """Of one step; None where something stands in the way."""
        key = (column, row, column_after, row_after)
        if key not in self._costs:
            one, other = self._at(column, row), self._at(column_after, row_after)
            far = abs(one[0] - other[0]) + abs(one[1] - other[1])
            free = self._plan.is_free(one, other)
            self._costs[key] = far + self._plan.price(one, other) if free else -1.0
        cost = self._costs[key]
        return None if cost < 0 else cost

    def _points(self, state: State) -> tuple[Point, ...]:
        found = [self._ends[state].point]
        here: State | Port = state
        while not isinstance(here, Port):
            found.append(self._at(here[0], here[1]))
            here = self._came[here]
        found.append(here.point)
        return corners(reversed(found))

    def _anyhow(self) -> tuple[Point, ...]:
        """Through whatever is there: out, across, in."""
        start, goal = self._starts[0], self._goals[0]
        one, other = start.out(STUB), goal.out(STUB)
        middle = (one[0] + other[0]) / 2
        way = (start.point, one, (middle, one[1]), (middle, other[1]), other, goal.point)
        return corners(way)


def corners(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points without those that lie straight between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(one: Point, between: Point, other: Point) -> bool:
    return one[0] == between[0] == other[0] or one[1] == between[1] == other[1]
