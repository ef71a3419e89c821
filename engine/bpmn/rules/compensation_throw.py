"""A throwing compensation event has something to undo.

If it names an activity (`activityRef`), that activity lies in the same scope (or, thrown from an
event sub-process, in the scope around it) and has a compensation handler.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, EventDefinition, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

THROWING = (Kind.THROW_EVENT, Kind.END_EVENT)


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*THROWING):
        for event in element.events:
            if event.kind is EventKind.COMPENSATE:
                yield from _checked(chart, element, event)


def _checked(chart: Chart, element: Element, event: EventDefinition) -> Iterator[Remark]:
    named = chart.element(event.value)
    if named is not None and not (_is_near(chart, element, named) and _undoable(chart, named)):
        yield remark(element, "cannot", line=event.line, activity=named.label)
    elif event.value is None and not _anything(chart, element):
        yield remark(element, "nothing", severity="warning", line=event.line)


def _scopes_seen(chart: Chart, element: Element) -> list[str]:
    scopes = [element.scope]
    for holder in chart.enclosing(element):
        if not holder.triggered_by_event:
            break
        scopes.append(holder.scope)
    return scopes


def _is_near(chart: Chart, element: Element, named: Element) -> bool:
    return named.scope in _scopes_seen(chart, element)


def _undoable(chart: Chart, activity: Element) -> bool:
    """Whether it has a handler, or holds something that has one."""
    inside = chart.all_inside(activity.id) if activity.kind.is_scope else ()
    return any(each.compensated_by for each in (activity, *inside))


def _anything(chart: Chart, element: Element) -> bool:
    scopes = _scopes_seen(chart, element)
    return any(each.compensated_by for scope in scopes for each in chart.all_inside(scope))


RULE = Rule("compensation-throw", check)
