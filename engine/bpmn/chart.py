"""A process with its connections looked up once: who leads where, who sits on whose border."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .model import Element, EventKind, Kind, Process, SequenceFlow
from .rule import label_of

Thing = TypeVar("Thing")
Groups = dict[str, list[Thing]]


class Chart:
    """The connections of one process. Ids that lead nowhere simply have no neighbours."""

    def __init__(self, process: Process) -> None:
        self.process = process
        flows, elements = process.flows.values(), process.elements.values()
        self._leaving: Groups[SequenceFlow] = grouped(flows, lambda flow: flow.source)
        self._arriving: Groups[SequenceFlow] = grouped(flows, lambda flow: flow.target)
        self._inside: Groups[Element] = grouped(elements, lambda element: element.scope)
        attached = (element for element in elements if element.kind is Kind.BOUNDARY_EVENT)
        self._boundaries: Groups[Element] = grouped(attached, lambda each: each.attached_to or "")

    def element(self, element_id: str | None) -> Element | None:
        return self.process.elements.get(element_id or "")

    def elements(self, *kinds: Kind) -> Iterator[Element]:
        wanted = frozenset(kinds or Kind)
        return (each for each in self.process.elements.values() if each.kind in wanted)

    def leaving(self, element: Element) -> list[SequenceFlow]:
        return self._leaving.get(element.id, [])

    def targets(self, element: Element) -> list[Element]:
        """The elements its flows lead to, in the drawing's order."""
        return [each for flow in self.leaving(element) if (each := self.element(flow.target))]

    def arriving(self, element: Element) -> list[SequenceFlow]:
        return self._arriving.get(element.id, [])

    def boundaries(self, element: Element) -> list[Element]:
        return self._boundaries.get(element.id, [])

    def inside(self, scope: str) -> list[Element]:
        """The elements drawn directly in the process or sub-process."""
        return self._inside.get(scope, [])

    def all_inside(self, scope: str) -> Iterator[Element]:
        """The elements drawn in the process or sub-process, at any depth."""
        waiting = [scope]
        while waiting:
            for element in self.inside(waiting.pop()):
                yield element
                if element.kind.is_scope:
                    waiting.append(element.id)

    def scopes(self) -> Iterator[str]:
        """The process and all its sub-processes, by id."""
        yield self.process.id
        yield from (each.id for each in self.process.elements.values() if each.kind.is_scope)

    def enclosing(self, element: Element) -> Iterator[Element]:
        """The sub-processes it lies in, from the inside out."""
        around = self.element(element.scope)
        while around is not None:
            yield around
            around = self.element(around.scope)

    def holder(self, element: Element) -> Element | None:
        """The sub-process it lies in; None at the top."""
        return self.element(element.scope)

    def in_event_sub_process(self, element: Element) -> bool:
        holder = self.holder(element)
        return holder is not None and holder.triggered_by_event

    def sets_off(self, element: Element) -> bool:
        """Whether its event begins an instance: a start event at the top, or one that instantiates.

        The events after an event-based gateway that instantiates do, too.
        """
        if element.scope != self.process.id:
            return False
        before = (self.element(flow.source) for flow in self.arriving(element))
        return (
            element.kind is Kind.START_EVENT
            or element.instantiate
            or any(each.instantiate for each in before if each is not None)
        )

    def in_ad_hoc(self, element: Element) -> bool:
        holder = self.holder(element)
        return holder is not None and holder.kind is Kind.AD_HOC

    def beginnings(self, scope: str) -> list[Element]:
        """Where the scope's tokens begin: its start events, else whatever nothing leads to."""
        inside = self.inside(scope)
        starts = [each for each in inside if each.kind is Kind.START_EVENT or each.instantiate]
        return starts or [each for each in inside if self._may_begin(each)]

    def _may_begin(self, element: Element) -> bool:
        return not self.arriving(element) and not is_off_flow(element)

    def called(self, flow: SequenceFlow) -> str:
        """What people call a flow: its label, else where it comes from and leads to."""
        if flow.name and flow.name.strip():
            return label_of(flow)
        return f"{self._named(flow.source)} → {self._named(flow.target)}"

    def _named(self, element_id: str) -> str:
        element = self.element(element_id)
        return element.label if element else element_id or "?"


def is_off_flow(element: Element) -> bool:
    """Whether something other than a sequence flow sets it off."""
    return (
        element.kind is Kind.BOUNDARY_EVENT
        or element.triggered_by_event
        or element.for_compensation
        or is_link(element, Kind.CATCH_EVENT)
    )


def is_link(element: Element, kind: Kind) -> bool:
    return element.kind is kind and element.event.kind is EventKind.LINK


def grouped(things: Iterable[Thing], key: Callable[[Thing], str]) -> Groups[Thing]:
    groups: Groups[Thing] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return dict(groups)
