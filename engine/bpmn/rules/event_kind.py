"""An event is of a kind that its place allows (BPMN 2.0 §10.5, tables 10.84–10.93).

The table of what is executed stands in `executed.py`: none, message, timer, signal and so on at the
start of a process, of a sub-process, of an event sub-process, in the middle, on a border and at the
end. A cancel end event lies in a transaction, a cancel boundary event on one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..kind_words import kind_words
from ..model import EVENTS, Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject
from .executed import executed_kinds


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*EVENTS):
        allowed = executed_kinds(chart, element)
        for event in element.events or (element.event,):
            if event.kind not in allowed:
                yield remark(element, line=event.line, **kind_words(event.kind))
            elif event.kind is EventKind.CANCEL and not _in_transaction(chart, element):
                yield remark(element, "cancel", line=event.line)


def _in_transaction(chart: Chart, element: Element) -> bool:
    around = element.attached_to if element.kind is Kind.BOUNDARY_EVENT else element.scope
    holder = chart.element(around)
    return holder is not None and holder.kind is Kind.TRANSACTION


RULE = Rule("event-kind", check)
