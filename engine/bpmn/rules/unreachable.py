"""Something begins in every process and sub-process, and every element can be reached from there.

An element that no path from a beginning leads to is dead: either a flow is missing or the element
is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..control_flow import ControlFlow
from ..model import Kind
from ..rule import Remark, Rule, remark
from ..soundness import reached
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            yield from _in_scope(chart, scope)


def _in_scope(chart: Chart, scope: str) -> Iterator[Remark]:
    net = ControlFlow(chart, scope)
    beginnings = net.beginnings(scope)
    if net.elements and not beginnings:
        yield remark(chart.element(scope) or chart.process, "no-beginning")
        return
    found = reached(net, [each.id for each in beginnings])
    for element in net.elements.values():
        is_lost = element.id not in found and element.kind is not Kind.BOUNDARY_EVENT
        if is_lost and chart.arriving(element):
            yield remark(element)


RULE = Rule("unreachable", check)
