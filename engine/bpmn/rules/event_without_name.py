"""What an event throws or waits for has a name, a code or a condition.

Messages and signals meet by their name, errors and escalations by their code. A catching error or
escalation event without any reference catches every code; one that throws must say which.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element, EventDefinition, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

NAMED = frozenset({EventKind.MESSAGE, EventKind.SIGNAL})
CODED = frozenset({EventKind.ERROR, EventKind.ESCALATION})
CASES = {**dict.fromkeys(CODED, "code"), EventKind.CONDITIONAL: "condition"}
THROWING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT, Kind.SEND_TASK})


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        for event in element.events:
            if not event.value and _needs_one(element, event):
                yield remark(element, CASES.get(event.kind, ""), line=event.line)
        if element.kind is Kind.RECEIVE_TASK and not element.events:
            yield remark(element)


def _needs_one(element: Element, event: EventDefinition) -> bool:
    if event.kind in NAMED:
        return not (event.kind is EventKind.MESSAGE and _sent_by_job(element))
    if event.kind in CODED:
        return element.kind in THROWING or event.refers_to is not None
    return event.kind is EventKind.CONDITIONAL


def _sent_by_job(element: Element) -> bool:
    return element.job is not None and element.kind in THROWING


RULE = Rule("event-without-name", check)
