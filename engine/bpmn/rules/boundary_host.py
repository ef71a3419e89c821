"""A boundary event sits on the border of an activity in the same scope (BPMN 2.0 §10.5.4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.BOUNDARY_EVENT):
        if not element.attached_to:
            yield remark(element, "none")
        elif _is_wrong(chart, element):
            yield remark(element, "wrong", host=element.attached_to)


def _is_wrong(chart: Chart, element: Element) -> bool:
    host = chart.element(element.attached_to)
    if host is None:
        return False
    sits_well = host.kind.is_activity and not host.triggered_by_event
    return not sits_well or host.scope != element.scope


RULE = Rule("boundary-host", check)
