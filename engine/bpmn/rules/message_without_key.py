"""A message that a running instance waits for should say how it finds the instance.

Without a correlation key the business key (the dossier code) correlates; an instance without one
would wait in vain. A start event of a process needs no key: it begins a new instance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventDefinition, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

WAITING = (Kind.CATCH_EVENT, Kind.BOUNDARY_EVENT, Kind.START_EVENT, Kind.RECEIVE_TASK)


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*WAITING):
        for event in element.events:
            if _lacks_key(event) and not chart.sets_off(element):
                yield remark(element, severity="advice", line=event.line, name=event.value)


def _lacks_key(event: EventDefinition) -> bool:
    return event.kind is EventKind.MESSAGE and event.value is not None and not event.key


RULE = Rule("message-without-key", check)
