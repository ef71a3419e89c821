"""Where there is a start event, every other element has a way in (BPMN 2.0 §10.5.2).

Boundary events, event sub-processes, compensation activities and link catch events are set off by
something else. Without any start event, what has no flow into it starts with the process.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart, is_off_flow
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

OTHERWISE = frozenset({Kind.START_EVENT, Kind.CATCH_EVENT, Kind.THROW_EVENT})


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            if any(each.kind is Kind.START_EVENT for each in chart.inside(scope)):
                yield from _lost(chart, chart.inside(scope))


def _lost(chart: Chart, elements: list[Element]) -> Iterator[Remark]:
    for element in elements:
        if element.kind in OTHERWISE or is_off_flow(element) or _instantiates(element):
            continue
        if not chart.arriving(element):
            yield remark(element)


def _instantiates(element: Element) -> bool:
    return element.instantiate


RULE = Rule("without-incoming", check)
