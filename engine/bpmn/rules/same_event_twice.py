"""Events that wait at the same place wait for different things.

Such are the boundary events of an activity, the event sub-processes of a scope, what follows an
event-based gateway, and the start events of a process. Which of two for the same message, signal,
error, escalation, cancellation or compensation acts would be left to chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    yield from (chart.targets(each) for each in chart.elements(Kind.EVENT_GATEWAY))
    yield _starts(chart.inside(chart.process.id))
    for scope in chart.scopes():
        subs = [each for each in chart.inside(scope) if each.triggered_by_event]
        inside = (each for sub in subs if sub.kind in SCOPES for each in chart.inside(sub.id))
        yield _starts(inside)


def _starts(elements: Iterable[Element]) -> list[Element]:
    return [each for each in elements if each.kind is Kind.START_EVENT]


def _twice(catchers: list[Element]) -> Iterator[Remark]:
    seen: dict[Caught, Element] = {}
    for element in catchers:
        for event in element.events:
            first = seen.setdefault((event.kind, event.value), element)
            if first is not element and event.kind not in ANYWAY:
                yield remark(element, line=event.line, first=first.label)


RULE = Rule("same-event-twice", check)
