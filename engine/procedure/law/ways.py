"""Questions about the runs of a frame: is there one that avoids this, and what lies on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ...bpmn.model import Element, Kind, SequenceFlow
from .frames import Frame, is_error_end, may_be_skipped
from .runs import DONE, Move

Mark = Callable[[Frame, Element], bool]
"""Whether an element, in its frame, is one that is asked about."""

Shut = Callable[[Frame, SequenceFlow], bool]
"""Whether a flow is left out of the question."""

Node = tuple[int, bool]
"""A state, and whether the run has passed the end it is asked about."""

Edge = tuple[Node | None, Move, Node]

SHOWN = 8


def nothing(_frame: Frame, _thing: object) -> bool:
    """The mark that no element and no flow bears."""
    return False


def always(_frame: Frame, _thing: object) -> bool:
    """The mark that everything bears."""
    return True


@dataclass(frozen=True, slots=True)
class Spot:
    """An element in the frame it is passed in."""

    frame: Frame
    element: Element

    @property
    def key(self) -> tuple[int, str]:
        """Tells apart the same element in different frames."""
        return id(self.frame), self.element.id


@dataclass(frozen=True, slots=True)
class Question:
    """avoid: what a run may not pass to the end. shut: flows it may not take.

    ends: which ends of the outermost frame count. lost: ends that never count, at any depth.
    """

    ends: Mark
    lost: Mark
    avoid: Mark = nothing
    shut: Shut = nothing


def way(frame: Frame, question: Question) -> list[Spot] | None:
    """What some run passes that avoids what is to be avoided and reaches its end; None: no run."""
    return _way(frame, question, inner=False)


def _way(frame: Frame, question: Question, *, inner: bool) -> list[Spot] | None:
    if not frame.is_followed:
        return []
    walk = Walk(frame, question, inner=inner)
    found = walk.shortest()
    if found is not None:
        return found
    turns = (each for each, interrupting in frame.event_frames() if interrupting)
    return next((spots for turn in turns if (spots := _way(turn, question, inner=inner))), None)


def on_ways(frame: Frame, question: Question) -> Iterator[Spot]:
    """Everything that lies on a run that reaches its end, at any depth, each once."""
    yield from _on_ways(frame, question, inner=False)


def _on_ways(frame: Frame, question: Question, *, inner: bool) -> Iterator[Spot]:
    if not frame.is_followed:
        yield from _inside(frame, frame.elements, question)
        return
    walk = Walk(frame, question, inner=inner)
    yield from _inside(frame, walk.used(), question)
    for turn, interrupting in frame.event_frames():
        yield from _on_ways(turn, question, inner=inner or not interrupting)


def _inside(frame: Frame, elements: Collection[Element], question: Question) -> Iterator[Spot]:
    for element in elements:
        yield Spot(frame, element)
        inner = frame.inner(element)
        if inner is not None:
            yield from _on_ways(inner, question, inner=True)


class Walk:
    """The runs of one frame under one question."""

    def __init__(self, frame: Frame, question: Question, *, inner: bool) -> None:
        self._frame = frame
        self._question = question
        self._inner = inner
        self._blocked: dict[str, bool] = {}
        self._lost: dict[str, bool] = {}
        self._ends: dict[str, bool] = {}

    def shortest(self) -> list[Spot] | None:
        """The elements of a run with the fewest turns."""
        came: dict[Node, tuple[Node | None, Move]] = {}
        waiting = deque(self._begin(came))
        while waiting:
            node = waiting.popleft()
            if node == (DONE, True):
                return self._spots(came, node)
            for move, after in self._next(node):
                if after not in came:
                    came[after] = (node, move)
                    waiting.append(after)
        return None

    def _begin(self, came: dict[Node, tuple[Node | None, Move]]) -> Iterator[Node]:
        for move in self._frame.runs.first:
            if self._is_open(move):
                node = (move.after, self._counts(move, seen=self._inner))
                if node not in came:
                    came[node] = (None, move)
                    yield node

    def _next(self, node: Node) -> Iterator[tuple[Move, Node]]:
        state, seen = node
        for move in self._frame.runs.moves.get(state, ()) if state != DONE else ():
            if self._is_open(move):
                yield move, (move.after, self._counts(move, seen=seen))

    def _counts(self, move: Move, *, seen: bool) -> bool:
        return seen or self._asked(self._ends, self._question.ends, move.element)

    def _is_open(self, move: Move) -> bool:
        if self._asked(self._lost, self._is_lost, move.element):
            return False
        if not move.interrupted and self._asked(self._blocked, self._is_blocked, move.element):
            return False
        if any(self._asked(self._blocked, self._is_blocked, border) for border in move.borders):
            return False
        return not any(self._is_shut(flow) for flow in move.flows)

    def _asked(self, answers: dict[str, bool], mark: Mark, element_id: str) -> bool:
        if element_id not in answers:
            answers[element_id] = mark(self._frame, self._frame.runs.element(element_id))
        return answers[element_id]

    def _is_lost(self, frame: Frame, element: Element) -> bool:
        return is_error_end(element) or self._question.lost(frame, element)

    def _is_blocked(self, frame: Frame, element: Element) -> bool:
        """Whether passing the element means passing what is to be avoided."""
        if self._question.avoid(frame, element):
            return True
        inner = frame.inner(element)
        if inner is None or may_be_skipped(element):
            return False
        return _way(inner, self._question, inner=True) is None

    def _is_shut(self, flow_id: str) -> bool:
        flow = self._frame.chart.process.flows[flow_id]
        return flow_id in self._frame.closed or self._question.shut(self._frame, flow)

    def _spots(self, came: dict[Node, tuple[Node | None, Move]], node: Node | None) -> list[Spot]:
        passed: list[str] = []
        while node is not None:
            node, move = came[node]
            passed[:0] = move.passed
        return [Spot(self._frame, self._frame.runs.element(each)) for each in passed]

    def used(self) -> list[Element]:
        """The elements that some run passes on its way to the end, in the order of the drawing."""
        edges = self._edges()
        back = _backwards(edges)
        passed = {each for _, move, after in edges if after in back for each in move.passed}
        return [each for each in self._frame.elements if each.id in passed]

    def _edges(self) -> list[Edge]:
        """Every move of every run, with what it leads from and to."""
        edges: list[Edge] = [
            (None, move, (move.after, self._counts(move, seen=self._inner)))
            for move in self._frame.runs.first
            if self._is_open(move)
        ]
        seen: set[Node] = set()
        waiting = [after for _, _, after in edges]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                steps = [(node, move, after) for move, after in self._next(node)]
                edges += steps
                waiting += [after for _, _, after in steps]
        return edges


def _backwards(edges: list[Edge]) -> set[Node]:
    """The nodes from which the end can be reached."""
    before: dict[Node, list[Node]] = {}
    for source, _, target in edges:
        if source is not None:
            before.setdefault(target, []).append(source)
    found = {(DONE, True)}
    waiting = [(DONE, True)]
    while waiting:
        for source in before.get(waiting.pop(), ()):
            if source not in found:
                found.add(source)
                waiting.append(source)
    return found


def told(spots: list[Spot]) -> str:
    """A run for people: the labels of what it passes, gateways left out, the last ones if many."""
    labels = [each.element.label for each in spots if not each.element.kind.is_gateway]
    cut = ["…"] if len(labels) > SHOWN else []
    return " → ".join([*cut, *labels[-SHOWN:]])


def is_end(element: Element) -> bool:
    return element.kind is Kind.END_EVENT
