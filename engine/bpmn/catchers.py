"""Who catches an error or escalation: on a border around it, or in an event sub-process."""

from __future__ import annotations

from collections.abc import Iterator

from .chart import Chart
from .model import Element, EventKind, Kind


def is_caught(chart: Chart, raiser: Element, kind: EventKind, code: str) -> bool:
    """Whether the process itself catches it; a calling process may besides."""
    around = [raiser, *chart.enclosing(raiser)]
    catchers = [event for each in around for event in chart.boundaries(each)]
    for scope in (each.scope for each in around):
        catchers += _handlers_in(chart, scope, around)
    return any(_catches(event, kind, code) for event in catchers)


def _handlers_in(chart: Chart, scope: str, around: list[Element]) -> Iterator[Element]:
    """Start events of the scope's event sub-processes, but not of the one it happened in."""
    for handler in chart.inside(scope):
        if handler.triggered_by_event and handler not in around:
            yield from (e for e in chart.inside(handler.id) if e.kind is Kind.START_EVENT)


def _catches(event: Element, kind: EventKind, code: str) -> bool:
    return any(each.kind is kind and each.value in (None, code) for each in event.events)
