"""A catching event may wait for several things at once; a throwing one throws one thing.

A multiple event (BPMN 2.0 §10.5.5) waits for any of its events, a parallel multiple one for all;
they may be messages, timers, signals and conditions, and where any will do also errors and
escalations, which pass at once. Not executed are several results of one throwing or end event –
BPMN leaves open in which order they come, and one may end the scope of the next: draw
one event after the other – and waiting for all of several events before a process has begun.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import EVENTS, Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

THROWING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT})
ALONE = frozenset({EventKind.LINK, EventKind.COMPENSATE, EventKind.CANCEL, EventKind.TERMINATE})
THROWN = frozenset({EventKind.ERROR, EventKind.ESCALATION})


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*EVENTS):
        case = _refused(chart, element)
        if case is not None and len(element.events) > 1:
            yield remark(element, case, count=len(element.events))


def _refused(chart: Chart, element: Element) -> str | None:
    if element.kind in THROWING:
        return "thrown"
    if any(event.kind in ALONE for event in element.events):
        return "alone"
    if element.parallel_multiple and any(event.kind in THROWN for event in element.events):
        return "passing"
    return "begin" if element.parallel_multiple and chart.sets_off(element) else None


RULE = Rule("several-event-definitions", check)
