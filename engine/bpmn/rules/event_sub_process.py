"""An event sub-process has no flows of its own and exactly one start event (BPMN 2.0 §10.3.5).

Its start event says what sets it off; it is no loop, has no boundary events and is neither a
transaction nor ad hoc.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import SCOPES, Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*SCOPES):
        if element.triggered_by_event:
            yield from _checked(chart, element)


def _checked(chart: Chart, element: Element) -> Iterator[Remark]:
    if chart.arriving(element) or chart.leaving(element):
        yield remark(element, "flow")
    if element.kind is not Kind.SUB_PROCESS:
        yield remark(element, "kind")
    if element.loop is not None or element.for_compensation:
        yield remark(element, "loop")
    starts = [each for each in chart.inside(element.id) if each.kind is Kind.START_EVENT]
    if len(starts) != 1:
        yield remark(element, "start", count=len(starts))


RULE = Rule("event-sub-process", check)
