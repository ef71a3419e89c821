"""An embedded sub-process begins with a none start event, or without any (BPMN 2.0 §10.3.5).

It begins when a token arrives; only an event sub-process waits for an event.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kind_words import kind_words
from ..model import SCOPES, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, scope in subject.elements(*SCOPES):
        if scope.triggered_by_event:
            continue
        for element in chart.inside(scope.id):
            if element.kind is Kind.START_EVENT and element.event.kind is not EventKind.NONE:
                words = kind_words(element.event.kind)
                yield remark(element, scope=scope.label, **words)


RULE = Rule("sub-process-start", check)
