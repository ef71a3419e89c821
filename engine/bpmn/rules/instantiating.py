"""A receive task or event-based gateway that starts an instance is the first of its process.

It has no flow into it, and the process has no start event beside it (BPMN 2.0 §10.3.3, §10.6.6).
It is not repeated, for the message that starts the instance comes once; and after such a gateway
nobody looks at a condition, since there is no instance yet whose variables it could be about.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

MAY = (Kind.RECEIVE_TASK, Kind.EVENT_GATEWAY)


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*MAY):
        if element.instantiate and not _is_first(chart, element):
            yield remark(element)
        elif element.instantiate and element.loop is not None:
            yield remark(element, "loop")
        elif element.instantiate:
            yield from _conditions(chart, element)


def _conditions(chart: Chart, gateway: Element) -> Iterator[Remark]:
    targets = (chart.element(flow.target) for flow in chart.leaving(gateway))
    for target in targets:
        if target and any(event.kind is EventKind.CONDITIONAL for event in target.events):
            yield remark(target, "condition", gateway=gateway.label)


def _is_first(chart: Chart, element: Element) -> bool:
    at_top = element.scope == chart.process.id
    starts = any(each.kind is Kind.START_EVENT for each in chart.inside(element.scope))
    return at_top and not chart.arriving(element) and not starts


RULE = Rule("instantiating", check)
