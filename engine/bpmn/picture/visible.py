"""What of a drawing its diagram shows, from the back to the front."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from ..model import Drawing, Edge, Element, Kind, Process, Shape
from .geometry import holds


class Visible:
    """The shapes and lines that are seen. only: these ids and nothing else."""

    def __init__(self, drawing: Drawing, only: Collection[str] | None = None) -> None:
        self.drawing = drawing
        self._only = only

    @property
    def processes(self) -> Collection[Process]:
        return self.drawing.processes.values()

    @cached_property
    def shapes(self) -> dict[str, Shape]:
        every = self.drawing.diagram.shapes
        return {name: shape for name, shape in every.items() if self._is_seen(name)}

    @cached_property
    def edges(self) -> dict[str, Edge]:
        every = self.drawing.diagram.edges
        return {name: each for name, each in every.items() if self._is_seen(name)}

    @cached_property
    def holding(self) -> list[Element]:
        """Sub-processes, those that hold others first."""
        found = [
            (_depth(process, each), each)
            for process, each in self._elements()
            if each.kind.is_scope
        ]
        return [each for _, each in sorted(found, key=lambda pair: pair[0])]

    @cached_property
    def standing(self) -> list[Element]:
        """All other elements, events on borders last."""
        others = [each for _, each in self._elements() if not each.kind.is_scope]
        return sorted(others, key=lambda each: each.kind is Kind.BOUNDARY_EVENT)

    @cached_property
    def open(self) -> frozenset[str]:
        """The sub-processes whose inside is seen."""
        return frozenset(
            each.id
            for process in self.processes
            for each in process.elements.values()
            if each.kind.is_scope and self._is_open(process, each)
        )

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """What lies in a collapsed sub-process: it has a picture of its own, or none."""
        return frozenset(
            name for process in self.processes for name in self._inside_closed(process)
        )

    def _is_seen(self, element_id: str) -> bool:
        return element_id not in self._hidden and (self._only is None or element_id in self._only)

    def _elements(self) -> Iterator[tuple[Process, Element]]:
        for process in self.processes:
            for each in process.elements.values():
                if each.id in self.shapes:
                    yield process, each

    def _is_open(self, process: Process, element: Element) -> bool:
        """Expanded, or nothing is said and its elements are drawn in it."""
        shapes = self.drawing.diagram.shapes
        shape = shapes.get(element.id)
        if shape is None or shape.expanded is not None:
            return shape is None or bool(shape.expanded)
        inner = [shapes[each.id] for each in process.inside(element.id) if each.id in shapes]
        return any(holds(shape.bounds, each.bounds) for each in inner)

    def _inside_closed(self, process: Process) -> Iterator[str]:
        """Elements, flows and artifacts at any depth in collapsed sub-processes."""
        closed: set[str] = set()
        for each in process.elements.values():  # a scope stands before what lies in it
            if each.kind.is_scope and (each.id not in self.open or each.scope in closed):
                closed.add(each.id)
        yield from (each.id for each in process.elements.values() if each.scope in closed)
        yield from (flow.id for flow in process.flows.values() if flow.scope in closed)
        yield from (each.id for each in process.references if each.scope in closed)
        yield from (each.id for each in process.artifacts if each.scope in closed)


def _depth(process: Process, element: Element) -> int:
    depth, scope = 0, element.scope
    while scope in process.elements:
        depth, scope = depth + 1, process.elements[scope].scope
    return depth
