"""Boundary events of an activity, and event sub-processes of a scope, catch different things.

Which of two for the same message, signal, error, escalation, cancellation or compensation acts
would be left to chance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import SCOPES, Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

ANYWAY = frozenset({EventKind.NONE, EventKind.TIMER, EventKind.CONDITIONAL})
"""Two of these may well be meant: each has its own time or condition."""

Caught = tuple[EventKind, str | None]


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for catchers in _rivals(chart):
            yield from _twice(catchers)


def _rivals(chart: Chart) -> Iterator[list[Element]]:
    yield from (chart.boundaries(each) for each in chart.elements() if each.kind.is_activity)
    for scope in chart.scopes():
        subs = [each for each in chart.inside(scope) if each.triggered_by_event]
        inside = (each for sub in subs if sub.kind in SCOPES for each in chart.inside(sub.id))
        yield [each for each in inside if each.kind is Kind.START_EVENT]


def _twice(catchers: list[Element]) -> Iterator[Remark]:
    seen: dict[Caught, Element] = {}
    for element in catchers:
        for event in element.events:
            first = seen.setdefault((event.kind, event.value), element)
            if first is not element and event.kind not in ANYWAY:
                yield remark(element, line=event.line, first=first.label)


RULE = Rule("same-event-twice", check)
