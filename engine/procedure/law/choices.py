"""Gateways at which the citizen chooses: there a way by the counter beside one from afar is lawful.

A gateway is the citizen's when it has the property `choice = citizen`, or when its conditions read
nothing but answers of a citizen's form whose options are all ways (`online`, `counter`, …).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...bpmn.model import Element, Kind, SequenceFlow
from ..facts import LaneKind
from ..fields import Field
from .conditions import Variable, variables_in
from .frames import Frame
from .marks import lane_kind
from .subject import Main
from .ways import Mark

WAYS = frozenset({"online", "counter", "post", "electronic"})
CHOOSING = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY})


class Choices:
    """Shut, as a citizen may: the flows to what is bad where another flow leads by without it."""

    def __init__(self, main: Main, bad: Mark) -> None:
        self._main = main
        self._bad = bad
        self._left: dict[tuple[int, str], frozenset[str]] = {}

    def __call__(self, frame: Frame, flow: SequenceFlow) -> bool:
        key = (id(frame), flow.source)
        if key not in self._left:
            gateway = frame.chart.element(flow.source)
            self._left[key] = frozenset(self._leaves(frame, gateway) if gateway else ())
        return flow.id in self._left[key]

    def _leaves(self, frame: Frame, gateway: Element) -> Iterator[str]:
        """The flows a citizen can leave aside."""
        flows = frame.chart.leaving(gateway)
        if gateway.kind not in CHOOSING or len(flows) < 2 or not self._is_citizens(frame, gateway):
            return
        bad = [flow.id for flow in flows if self._is_bad(frame, flow)]
        if len(bad) < len(flows):
            yield from bad

    def _is_citizens(self, frame: Frame, gateway: Element) -> bool:
        if gateway.properties.get("choice") == "citizen":
            return True
        texts = (flow.condition for flow in frame.chart.leaving(gateway))
        read = {variable for text in texts for variable in variables_in(text)}
        return bool(read) and read <= set(self._chosen())

    def _chosen(self) -> Iterator[Variable]:
        """The answers by which citizens choose a way."""
        forms = self._main.subject.folder.forms
        for frame in self._main.measured:
            for element in frame.chart.elements(Kind.START_EVENT, Kind.USER_TASK):
                form = forms.get(element.form_id or "")
                if form and lane_kind(frame, element) is LaneKind.CITIZEN:
                    yield from (field.path for field in form.fields if _offers_ways(field))

    def _is_bad(self, frame: Frame, flow: SequenceFlow) -> bool:
        return any(_bears(frame, element, self._bad) for element in own_region(frame, flow))


def _offers_ways(field: Field) -> bool:
    offered = {option.value for option in field.options.fixed}
    return len(offered) > 1 and offered <= WAYS


def _bears(frame: Frame, element: Element, mark: Mark) -> bool:
    inner = frame.inner(element)
    return mark(frame, element) or (
        inner is not None and any(_bears(inner, each, mark) for each in inner.elements)
    )


def own_region(frame: Frame, flow: SequenceFlow) -> list[Element]:
    """The elements of the scope that only this flow leads to."""
    begin = [each.id for each in frame.chart.beginnings(frame.scope)]
    without = _reached(frame, begin, flow)
    return [
        each for each in frame.elements if each.id in _reached(frame, [flow.target], flow) - without
    ]


def _reached(frame: Frame, begin: Iterable[str], shut: SequenceFlow) -> set[str]:
    found: set[str] = set()
    waiting = list(begin)
    while waiting:
        element = frame.chart.element(waiting.pop())
        if element is None or element.id in found:
            continue
        found.add(element.id)
        sources = (element, *frame.chart.boundaries(element))
        flows = (flow for source in sources for flow in frame.chart.leaving(source))
        waiting += [flow.target for flow in flows if flow.id != shut.id]
    return found
