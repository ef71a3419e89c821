"""A process or sub-process with a start event has an end event, and the other way round.

BPMN 2.0 §10.5.2 and §10.5.3 let both be left out, but not one alone. What it means is clear all the
same, so this is advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            case = _missing(chart, scope)
            if case:
                yield remark(chart.element(scope) or chart.process, case, severity="advice")


def _missing(chart: Chart, scope: str) -> str | None:
    kinds = {element.kind for element in chart.inside(scope)}
    begins = any(element.instantiate for element in chart.inside(scope))
    if Kind.START_EVENT in kinds and Kind.END_EVENT not in kinds:
        return "end"
    if Kind.END_EVENT in kinds and Kind.START_EVENT not in kinds and not begins:
        return "start"
    return None


RULE = Rule("start-and-end", check, "advice")
