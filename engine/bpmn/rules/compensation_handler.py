"""What is to be undone is bound to who undoes it, by a dotted line (BPMN 2.0 §10.7.2, §13.4.6).

A compensation boundary event leads by an association, not by a flow, to exactly one activity with
`isForCompensation="true"` in the same scope; such an activity has no flows, nothing on its border –
there would be no flow of the process to go on in – and belongs to exactly one event. What may go
wrong in a handler is caught inside a sub-process that is the handler.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        events = [each for each in chart.elements(Kind.BOUNDARY_EVENT) if _is_compensation(each)]
        handlers = {event.id: _handlers(chart, event) for event in events}
        for event in events:
            yield from _event(chart, event, handlers[event.id])
        bound = Counter(handler.id for found in handlers.values() for handler in found)
        for handler in chart.elements():
            if handler.for_compensation and not handler.triggered_by_event:
                yield from _handler(chart, handler, bound[handler.id])


def _is_compensation(event: Element) -> bool:
    return event.event.kind is EventKind.COMPENSATE


def _handlers(chart: Chart, event: Element) -> list[Element]:
    lines = chart.process.associations
    ends = [line.target for line in lines if line.source == event.id]
    ends += [line.source for line in lines if line.target == event.id]
    found = [each for end in ends if (each := chart.element(end))]
    return [each for each in found if each.kind.is_activity]


def _event(chart: Chart, event: Element, handlers: list[Element]) -> Iterator[Remark]:
    if chart.leaving(event):
        yield remark(event, "flow")
    if len(handlers) != 1:
        yield remark(event, "handlers", count=len(handlers))
    for handler in handlers:
        if not handler.for_compensation:
            yield remark(handler, "unmarked", event=event.label)
        if handler.scope != event.scope:
            yield remark(handler, "elsewhere", event=event.label)


def _handler(chart: Chart, handler: Element, times: int) -> Iterator[Remark]:
    if chart.arriving(handler) or chart.leaving(handler):
        yield remark(handler, "handler-flow")
    for event in chart.boundaries(handler):
        yield remark(event, "border", handler=handler.label)
    if times != 1:
        yield remark(handler, "unbound", count=times)


RULE = Rule("compensation-handler", check)
