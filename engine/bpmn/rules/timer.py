"""A timer says when (BPMN 2.0 §10.5.5): a date, a duration or a cycle, as ISO 8601 or FEEL.

Static text must be readable here and now: `2026-03-02T08:00:00+07:00`, `P10D`, `R3/PT24H`. A cycle
needs something that can happen more than once: the start of a process, a non-interrupting boundary
event, a non-interrupting event sub-process. A duration cannot start a process, also not after an
event-based gateway that instantiates, for there is nothing it would count from.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..iso8601 import is_cycle, is_duration, is_moment
from ..model import EVENTS, Element, EventDefinition, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK

READABLE = {"date": is_moment, "duration": is_duration, "cycle": is_cycle}


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*EVENTS):
        for event in element.events:
            if event.kind is EventKind.TIMER:
                yield from _checked(chart, element, event)


def _checked(chart: Chart, element: Element, event: EventDefinition) -> Iterator[Remark]:
    if event.timer is None or not event.value:
        yield remark(element, "missing", line=event.line)
        return
    if not event.value.startswith(FEEL_MARK) and not READABLE[event.timer](event.value):
        yield remark(element, event.timer, line=event.line, value=event.value)
    if event.timer == "cycle" and not _may_repeat(chart, element):
        yield remark(element, "once", line=event.line)
    if event.timer == "duration" and chart.sets_off(element):
        yield remark(element, "start", line=event.line)


def _may_repeat(chart: Chart, element: Element) -> bool:
    return _starts_process(chart, element) or (
        element.kind in (Kind.BOUNDARY_EVENT, Kind.START_EVENT) and not element.interrupting
    )


def _starts_process(chart: Chart, element: Element) -> bool:
    return element.kind is Kind.START_EVENT and element.scope == chart.process.id


RULE = Rule("timer", check)
