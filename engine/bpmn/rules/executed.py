"""Which kinds of events are executed where: one table; what is not in it is refused.

It follows BPMN 2.0, tables 10.84 to 10.93, less what BPMN allows but procflow does not execute: a
compensation start of an event sub-process at the top of a process (nothing is left to undo what has
ended). Conditions by which a process begins are looked at when somebody starts it with variables.
"""

from __future__ import annotations

from ..chart import Chart
from ..model import Element, EventKind, Kind

Position = tuple[Kind, str]

NONE, MESSAGE, TIMER, SIGNAL = (
    EventKind.NONE,
    EventKind.MESSAGE,
    EventKind.TIMER,
    EventKind.SIGNAL,
)
CONDITIONAL, ERROR, ESCALATION = EventKind.CONDITIONAL, EventKind.ERROR, EventKind.ESCALATION
COMPENSATE, CANCEL, LINK, TERMINATE = (
    EventKind.COMPENSATE,
    EventKind.CANCEL,
    EventKind.LINK,
    EventKind.TERMINATE,
)

EXECUTED: dict[Position, frozenset[EventKind]] = {
    (Kind.START_EVENT, "process"): frozenset({NONE, MESSAGE, TIMER, SIGNAL, CONDITIONAL}),
    (Kind.START_EVENT, "sub-process"): frozenset(EventKind),
    (Kind.START_EVENT, "event-sub-process"): frozenset(
        {MESSAGE, TIMER, SIGNAL, CONDITIONAL, ERROR, ESCALATION}
    ),
    (Kind.START_EVENT, "event-sub-process-inside"): frozenset(
        {MESSAGE, TIMER, SIGNAL, CONDITIONAL, ERROR, ESCALATION, COMPENSATE}
    ),
    (Kind.CATCH_EVENT, ""): frozenset({MESSAGE, TIMER, SIGNAL, CONDITIONAL, LINK}),
    (Kind.THROW_EVENT, ""): frozenset({NONE, MESSAGE, SIGNAL, ESCALATION, COMPENSATE, LINK}),
    (Kind.BOUNDARY_EVENT, ""): frozenset(
        {MESSAGE, TIMER, SIGNAL, CONDITIONAL, ERROR, ESCALATION, COMPENSATE, CANCEL}
    ),
    (Kind.END_EVENT, ""): frozenset(
        {NONE, MESSAGE, SIGNAL, ERROR, ESCALATION, COMPENSATE, CANCEL, TERMINATE}
    ),
}
"""The start of a sub-process is judged by the rule `sub-process-start`, which says more."""


def executed_kinds(chart: Chart, event: Element) -> frozenset[EventKind]:
    return EXECUTED[event.kind, _position(chart, event)]


def _position(chart: Chart, event: Element) -> str:
    if event.kind is not Kind.START_EVENT:
        return ""
    holder = chart.holder(event)
    if holder is None:
        return "process"
    if not holder.triggered_by_event:
        return "sub-process"
    at_top = holder.scope == chart.process.id
    return "event-sub-process" if at_top else "event-sub-process-inside"
