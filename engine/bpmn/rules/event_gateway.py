"""An event-based gateway is followed by at least two things to wait for (BPMN 2.0 §10.6.6).

Its flows lead to intermediate catch events for messages, timers, signals or conditions, or to
receive tasks without boundary events; these have no other flow in, and events for messages and
receive tasks are not mixed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

AWAITED = frozenset({EventKind.MESSAGE, EventKind.TIMER, EventKind.SIGNAL, EventKind.CONDITIONAL})


def check(subject: Subject) -> Iterator[Remark]:
    for chart, gateway in subject.elements(Kind.EVENT_GATEWAY):
        targets = chart.targets(gateway)
        if len(chart.leaving(gateway)) < 2:
            yield remark(gateway, "too-few")
        for target in targets:
            yield from _misplaced(chart, gateway, target)
        if _mixes(targets):
            yield remark(gateway, "mixed")


def _misplaced(chart: Chart, gateway: Element, target: Element) -> Iterator[Remark]:
    if not _is_awaited(target):
        yield remark(target, "wrong-target", gateway=gateway.label)
    elif len(chart.arriving(target)) > 1:
        yield remark(target, "other-flow", gateway=gateway.label)
    elif chart.boundaries(target):
        yield remark(target, "boundary", gateway=gateway.label)


def _is_awaited(target: Element) -> bool:
    if target.kind is Kind.RECEIVE_TASK:
        return target.loop is None
    kinds = {event.kind for event in target.events}
    return target.kind is Kind.CATCH_EVENT and bool(kinds) and kinds <= AWAITED


def _mixes(targets: list[Element]) -> bool:
    tasks = any(each.kind is Kind.RECEIVE_TASK for each in targets)
    events = [each for each in targets if each.kind.is_event]
    return tasks and any(each.event.kind is EventKind.MESSAGE for each in events)


RULE = Rule("event-gateway", check)
