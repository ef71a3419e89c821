"""The control flow of one scope as a net: places for tokens, and what each element does with them.

Data is left out: wherever a condition, an event or a border decides, every outcome is possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from .chart import Chart, is_link, is_off_flow
from .model import Element, EventKind, Kind, Process, SequenceFlow

ALL_SUBSETS = 4
"""Up to so many conditional flows, every subset is looked at; beyond, each alone and all."""

ENDING = frozenset({EventKind.TERMINATE, EventKind.ERROR, EventKind.CANCEL})
INTERRUPTING_ONLY = frozenset({EventKind.ERROR, EventKind.CANCEL})


@dataclass(frozen=True, slots=True)
class Arc:
    """A place for tokens on their way from one element to another; of a link, without a flow."""

    source: str
    target: str
    flow: SequenceFlow | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an element may do with its token: put tokens on `arcs`, or end the whole scope.

    choice: what people call the way it went, where there is more than one.
    """

    arcs: tuple[int, ...] = ()
    choice: str | None = None
    ends_scope: bool = False


class ControlFlow:
    """Elements by id, arcs by number. Boundary events belong to their host."""

    def __init__(self, chart: Chart, scope: str) -> None:
        self.chart = chart
        self.scope = scope
        self.elements = {each.id: each for each in chart.inside(scope) if _takes_part(each)}
        self.arcs = list(self._all_arcs())
        self.leaving: dict[str, list[int]] = defaultdict(list)
        self.arriving: dict[str, list[int]] = defaultdict(list)
        for number, arc in enumerate(self.arcs):
            self.leaving[arc.source].append(number)
            self.arriving[arc.target].append(number)

    def _all_arcs(self) -> Iterator[Arc]:
        for element in self.elements.values():
            for flow in self.chart.leaving(element):
                if flow.target in self.elements:
                    yield Arc(element.id, flow.target, flow)
            if is_link(element, Kind.THROW_EVENT):
                yield from self._links(element)

    def _links(self, throw: Element) -> Iterator[Arc]:
        for element in self.elements.values():
            if is_link(element, Kind.CATCH_EVENT) and element.event.value == throw.event.value:
                yield Arc(throw.id, element.id, None)

    def successors(self, element_id: str) -> list[str]:
        """Where a token at the element may go next, over its boundary events too."""
        sources = [element_id, *(each.id for each in self._boundaries(element_id))]
        return [self.arcs[arc].target for source in sources for arc in self.leaving[source]]

    def _boundaries(self, element_id: str) -> list[Element]:
        attached = self.chart.boundaries(self.elements[element_id])
        return [each for each in attached if each.event.kind is not EventKind.COMPENSATE]

    @property
    def holder(self) -> Element | Process:
        """The sub-process it is the inside of, or the process."""
        return self.chart.element(self.scope) or self.chart.process

    @property
    def beginnings(self) -> list[Element]:
        return [each for each in self.chart.beginnings(self.scope) if each.id in self.elements]

    def outcomes(self, element_id: str) -> list[Outcome]:
        """All that may happen when the element has got its token (or tokens, if it joins)."""
        element = self.elements[element_id]
        if element.kind is Kind.END_EVENT and element.event.kind in ENDING:
            return [Outcome(ends_scope=True)]
        own = self._own_outcomes(element)
        return [*own, *self._over_the_border(element, own)]

    def _own_outcomes(self, element: Element) -> list[Outcome]:
        arcs = self.leaving[element.id]
        if element.kind in (Kind.EXCLUSIVE_GATEWAY, Kind.EVENT_GATEWAY) and len(arcs) > 1:
            return [Outcome((arc,), self._called(arc)) for arc in arcs]
        asked = [arc for arc in arcs if self._is_asked(element, arc)]
        default = [arc for arc in arcs if self._is_default(element, arc)]
        always = [arc for arc in arcs if arc not in asked and arc not in default]
        if not asked and not default:
            return [Outcome(tuple(arcs))]
        return [self._chosen(always, taken) for taken in _choices(asked, default, bool(always))]

    def _chosen(self, always: list[int], taken: tuple[int, ...]) -> Outcome:
        choice = " + ".join(self._called(arc) for arc in taken)
        return Outcome((*always, *taken), choice or None)

    def _over_the_border(self, element: Element, own: list[Outcome]) -> Iterator[Outcome]:
        for boundary in self._boundaries(element.id):
            arcs = tuple(self.leaving[boundary.id])
            if boundary.interrupting or boundary.event.kind in INTERRUPTING_ONLY:
                yield Outcome(arcs, boundary.label)
            else:
                for outcome in own:
                    yield Outcome((*outcome.arcs, *arcs), boundary.label)

    def _is_asked(self, element: Element, arc: int) -> bool:
        flow = self.arcs[arc].flow
        return flow is not None and flow.condition is not None and flow.id != element.default

    def _is_default(self, element: Element, arc: int) -> bool:
        flow = self.arcs[arc].flow
        return flow is not None and flow.id == element.default

    def _called(self, arc: int) -> str:
        flow = self.arcs[arc].flow
        return self.chart.called(flow) if flow else ""


def _takes_part(element: Element) -> bool:
    """Whether tokens of the scope pass it: not what only an event or an undoing sets off."""
    return element.kind is Kind.BOUNDARY_EVENT or not (
        is_off_flow(element) and not is_link(element, Kind.CATCH_EVENT)
    )


def _choices(asked: list[int], default: list[int], may_be_none: bool) -> list[tuple[int, ...]]:
    """Which of the conditional flows may be taken together; the default only without them."""
    sizes = range(1, len(asked) + 1) if len(asked) <= ALL_SUBSETS else (1, len(asked))
    some = [chosen for size in sizes for chosen in combinations(asked, size)]
    if default:
        return [*some, tuple(default)]
    return [*some, ()] if may_be_none else some
