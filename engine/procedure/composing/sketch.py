"""A drawing while it is composed: elements in lanes, each with its place, and the flows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...bpmn.layout.scope import Place
from ...bpmn.names import XSI
from ...bpmn.writer import Piece, bpmn
from ...bpmn.writer.order import in_node
from ..facts import LaneKind


@dataclass(frozen=True, slots=True)
class Open:
    """A flow that leads on to whatever comes next."""

    source: str
    name: str | None = None
    condition: str | None = None
    default: bool = False


@dataclass(frozen=True, slots=True)
class So:
    """How far a drawing has come: the next free column, and what leads on."""

    column: int
    opens: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Node:
    piece: Piece
    lane: LaneKind

    @property
    def id(self) -> str:
        return self.piece.attributes["id"]


@dataclass(frozen=True, slots=True)
class Flow:
    id: str
    target: str
    way: Open

    @property
    def source(self) -> str:
        return self.way.source


class Sketch:
    """Grows element by element. `places` is for the layout."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self._nodes: list[Node] = []
        self._flows: list[Flow] = []

    def put(self, piece: Piece, lane: LaneKind, column: int, row: int) -> str:
        """An element in a lane; gives its id."""
        node = Node(piece, lane)
        self._nodes.append(node)
        self.places[node.id] = Place(column, row)
        return node.id

    def attach(self, piece: Piece) -> str:
        """An event on the border of another element, in the lane of that one."""
        host = piece.attributes["attachedToRef"]
        lane = next(node.lane for node in self._nodes if node.id == host)
        self._nodes.append(Node(piece, lane))
        return self._nodes[-1].id

    def beside(self, piece: Piece, lane: LaneKind) -> str:
        """What no flow leads to: an event sub-process."""
        self._nodes.append(Node(piece, lane))
        return self._nodes[-1].id

    def join(
        self,
        source: str,
        target: str,
        name: str | None = None,
        condition: str | None = None,
        *,
        default: bool = False,
    ) -> None:
        self.lead((Open(source, name, condition, default),), target)

    def lead(self, opens: Iterable[Open], target: str) -> None:
        for way in opens:
            self._flows.append(Flow(f"di-{way.source}-{target}", target, way))

    def chain(self, *elements: str) -> None:
        for source, target in pairwise(elements):
            self.join(source, target)

    def members(self, kind: LaneKind) -> list[str]:
        return [node.id for node in self._nodes if node.lane is kind]

    def written(self) -> Iterator[Piece]:
        """The elements with the ends of their flows, then the flows."""
        for node in self._nodes:
            yield self._with_ends(node.piece)
        yield from map(_flow, self._flows)

    def _with_ends(self, piece: Piece) -> Piece:
        own = piece.attributes["id"]
        coming = (Piece(bpmn("incoming"), text=f.id) for f in self._flows if f.target == own)
        going = [flow for flow in self._flows if flow.source == own]
        leaving = (Piece(bpmn("outgoing"), text=flow.id) for flow in going)
        ends = sorted((*piece.children, *coming, *leaving), key=lambda each: in_node(each.name))
        default = next((flow.id for flow in going if flow.way.default), None)
        more = {"default": default} if default else {}
        return replace(piece, attributes={**piece.attributes, **more}, children=tuple(ends))


def chained(nodes: Sequence[Piece]) -> tuple[Piece, ...]:
    """Elements one after the other, with their flows, as the inside of a sub-process."""
    sketch = Sketch()
    for column, node in enumerate(nodes):
        sketch.put(node, LaneKind.SYSTEM, column, 0)
    sketch.chain(*(node.attributes["id"] for node in nodes))
    return tuple(sketch.written())


def _flow(flow: Flow) -> Piece:
    named = {"name": flow.way.name} if flow.way.name else {}
    ends = {"sourceRef": flow.source, "targetRef": flow.target}
    condition = flow.way.condition
    inside = (_condition(condition),) if condition else ()
    return Piece(bpmn("sequenceFlow"), {"id": flow.id, **named, **ends}, inside)


def _condition(text: str) -> Piece:
    kind = {f"{{{XSI}}}type": "bpmn:tFormalExpression"}
    return Piece(bpmn("conditionExpression"), kind, text=text)
