"""A receive task or event-based gateway that starts an instance is the first of its process.

It has no flow into it, and the process has no start event beside it (BPMN 2.0 §10.3.3, §10.6.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

MAY = (Kind.RECEIVE_TASK, Kind.EVENT_GATEWAY)


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*MAY):
        if element.instantiate and not _is_first(chart, element):
            yield remark(element)


def _is_first(chart: Chart, element: Element) -> bool:
    at_top = element.scope == chart.process.id
    starts = any(each.kind is Kind.START_EVENT for each in chart.inside(element.scope))
    return at_top and not chart.arriving(element) and not starts


RULE = Rule("instantiating", check)
