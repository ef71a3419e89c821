"""A scope on the way of a dossier: the process itself, a sub-process, or a process it calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ...bpmn.chart import Chart
from ...bpmn.model import Element, EventKind, Kind, MultiInstance, StandardLoop
from ..facts import LaneKind
from .known import FEEL_MARK, UNKNOWN, Known, constant, truth
from .library import Drawn, Find
from .runs import Runs

DEEPEST = 12
MOST_FRAMES = 2_000
"""Calls nested deeper, and more calls than these, are not followed."""


class Frame:
    """One visit to a scope. `element` is the call activity or sub-process in the frame `around`.

    lanes: who works the lanes of each label. known: the variables that have the same value on every
    run.
    """

    def __init__(
        self,
        drawn: Drawn,
        scope: str,
        find: Find,
        lanes: Mapping[str, LaneKind],
        *,
        begin: tuple[str, ...] = (),
        known: Known | None = None,
        around: Frame | None = None,
        element: Element | None = None,
    ) -> None:
        self.drawn = drawn
        self.scope = scope
        self.lanes = lanes
        self.known = known or {}
        self.around = around
        self.element = element
        self._find = find
        self._begin = begin
        self._inner: dict[str, Frame | None] = {}
        self._count: list[Frame] = around._count if around else []
        self._count.append(self)

    @property
    def chart(self) -> Chart:
        return self.drawn.chart

    @property
    def file(self) -> str:
        return self.drawn.file

    @cached_property
    def runs(self) -> Runs:
        begin = self._begin or tuple(each.id for each in self.chart.beginnings(self.scope))
        return self.drawn.runs(self.scope, begin)

    @cached_property
    def is_followed(self) -> bool:
        """Whether the order of its elements is drawn; that of an ad-hoc sub-process is not."""
        return self.element is None or self.element.kind is not Kind.AD_HOC

    @property
    def elements(self) -> list[Element]:
        return self.chart.inside(self.scope)

    def inner(self, element: Element) -> Frame | None:
        """What is drawn inside an element: of a sub-process, or in the process that is called."""
        if element.id not in self._inner:
            self._inner[element.id] = self._entered(element)
        return self._inner[element.id]

    def _entered(self, element: Element) -> Frame | None:
        if element.kind.is_scope:
            return self._frame(self.drawn, element.id, element, self.known)
        called = self._called(element)
        if called is None or self._is_entered(called):
            return None
        if self._depth >= DEEPEST or len(self._count) >= MOST_FRAMES:
            return None
        known = {
            name: value
            for name, value in self._given(element).items()
            if name not in written_names(called.chart)
        }
        return self._frame(called, called.process.id, element, known)

    def _frame(self, drawn: Drawn, scope: str, element: Element, known: Known) -> Frame:
        return Frame(
            drawn, scope, self._find, self.lanes, known=known, around=self, element=element
        )

    def is_known(self, element: Element) -> bool:
        """Whether the process an element calls is drawn somewhere."""
        return self._called(element) is not None

    def _called(self, element: Element) -> Drawn | None:
        name = element.called.process_id if element.called else ""
        return self._find(name) if name and not name.startswith(FEEL_MARK) else None

    def _given(self, element: Element) -> dict[str, Any]:
        """What a called process knows: what is handed to it, and what all of it may see."""
        whole = element.called is not None and element.called.propagate_all_parent_variables
        known = dict(self.known) if whole else {}
        for mapping in element.inputs:
            value = constant(mapping.source, {**self.known, **known})
            known[mapping.target] = value
        return {name: value for name, value in known.items() if value is not UNKNOWN}

    @cached_property
    def _depth(self) -> int:
        return 0 if self.around is None else self.around._depth + 1

    def _is_entered(self, called: Drawn) -> bool:
        return any(frame.drawn.process is called.process for frame in self.outward())

    def outward(self) -> Iterator[Frame]:
        """The frame, the one it lies in, and so on."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.around

    def inward(self) -> Iterator[Frame]:
        """The frame and everything that may be entered from it, event sub-processes included."""
        yield self
        for element in self.elements:
            inner = self.inner(element)
            if inner is not None:
                yield from inner.inward()

    def event_frames(self) -> Iterator[tuple[Frame, bool]]:
        """Its event sub-processes, each with whether it interrupts the scope."""
        for element in self.elements:
            inner = self.inner(element) if element.triggered_by_event else None
            if inner is not None:
                begin = self.chart.beginnings(element.id)
                yield inner, any(each.interrupting for each in begin)

    @cached_property
    def main(self) -> frozenset[str]:
        """The elements a token may come to that did not leave over a border beside its host's."""
        found: set[str] = set()
        waiting = [move.element for move in self.runs.first]
        while waiting:
            element = self.runs.element(waiting.pop())
            if element.id not in found:
                found.add(element.id)
                borders = [each for each in self.chart.boundaries(element) if each.interrupting]
                leaving = (arc for each in (element, *borders) for arc in self._arcs(each))
                waiting += [self.runs.net.arcs[arc].target for arc in leaving]
        return frozenset(found)

    def _arcs(self, element: Element) -> list[int]:
        return self.runs.net.leaving.get(element.id, [])

    def constant(self, text: str | None) -> Any:
        return constant(text, self.known)

    def given(self, element: Element, target: str) -> Any:
        """The value an input mapping gives; UNKNOWN if it varies, None if nothing is given."""
        source = next((each.source for each in element.inputs if each.target == target), None)
        if source is None:
            return None
        local = {
            each.target: value
            for each in element.inputs
            if (value := self.constant(each.source)) is not UNKNOWN
        }
        return constant(source, {**self.known, **local})

    @cached_property
    def closed(self) -> frozenset[str]:
        """The flows no run takes, by what is known."""
        gateways = (each for each in self.elements if len(self.chart.leaving(each)) > 1)
        return frozenset(flow for each in gateways for flow in self._closed_at(each))

    def _closed_at(self, element: Element) -> Iterator[str]:
        flows = self.chart.leaving(element)
        found = {flow.id: truth(flow.condition, self.known) for flow in flows}
        yield from (flow.id for flow in flows if found[flow.id] is False)
        certain = next((flow for flow in flows if found[flow.id] is True), None)
        if certain is None:
            return
        if element.default:
            yield element.default
        if element.kind is Kind.EXCLUSIVE_GATEWAY:
            yield from (flow.id for flow in flows[flows.index(certain) + 1 :])


def may_be_skipped(element: Element) -> bool:
    """Whether an activity may be done no time at all."""
    loop = element.loop
    return isinstance(loop, MultiInstance) or (isinstance(loop, StandardLoop) and loop.test_before)


def written_names(chart: Chart) -> frozenset[str]:
    """The variables that elements of a process write, its beginning apart."""
    starts = {each.id for each in chart.beginnings(chart.process.id)}
    return frozenset(
        name
        for element in chart.elements()
        if element.id not in starts
        for name in _written(element)
    )


def _written(element: Element) -> Iterator[str]:
    yield from (each.target.partition(".")[0] for each in element.outputs)
    if element.script:
        yield element.script.result_variable
    if element.decision:
        yield element.decision.result_variable


def is_error_end(element: Element) -> bool:
    return element.kind is Kind.END_EVENT and element.event.kind in (
        EventKind.ERROR,
        EventKind.CANCEL,
    )
