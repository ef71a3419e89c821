"""Errors, cancellation and compensation cannot be observed without interrupting.

A boundary event or event sub-process for an error or a cancellation always interrupts (BPMN 2.0
§10.5.4, table 10.91).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kind_words import kind_words
from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

INTERRUPTING = frozenset({EventKind.ERROR, EventKind.CANCEL})


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(Kind.BOUNDARY_EVENT, Kind.START_EVENT):
        if not element.interrupting:
            found = (event.kind for event in element.events if event.kind in INTERRUPTING)
            yield from (remark(element, **kind_words(kind)) for kind in found)


RULE = Rule("non-interrupting", check)
