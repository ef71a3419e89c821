"""Errors, cancellation and compensation cannot be observed without interrupting.

A boundary event or event sub-process for an error or a cancellation always interrupts (BPMN 2.0
§10.5.4, table 10.91), an event sub-process for compensation has nothing to run beside (§10.5.2,
table 10.86).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kind_words import kind_words
from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

INTERRUPTING = {
    Kind.BOUNDARY_EVENT: frozenset({EventKind.ERROR, EventKind.CANCEL}),
    Kind.START_EVENT: frozenset({EventKind.ERROR, EventKind.CANCEL, EventKind.COMPENSATE}),
}
"""By what catches. What a boundary event for compensation says of this is ignored."""


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(*INTERRUPTING):
        if not element.interrupting:
            found = (e.kind for e in element.events if e.kind in INTERRUPTING[element.kind])
            yield from (remark(element, **kind_words(kind)) for kind in found)


RULE = Rule("non-interrupting", check)
