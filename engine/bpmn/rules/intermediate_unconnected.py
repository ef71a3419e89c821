"""An intermediate event has a flow in and a flow out (BPMN 2.0 §10.5.4).

Exceptions are link events, which replace a flow, and ad-hoc sub-processes, whose elements need no
flows. An event without a flow out is only a warning: where a path may end without an end event, it
ends at any element that leads nowhere (§10.5.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart, is_link
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.CATCH_EVENT, Kind.THROW_EVENT):
        if chart.in_ad_hoc(element):
            continue
        yield from _unconnected(chart, element)


def _unconnected(chart: Chart, element: Element) -> Iterator[Remark]:
    if not chart.arriving(element) and not is_link(element, Kind.CATCH_EVENT):
        yield remark(element, "in")
    if not chart.leaving(element) and not is_link(element, Kind.THROW_EVENT):
        yield remark(element, "out", severity="warning")


RULE = Rule("intermediate-unconnected", check)
