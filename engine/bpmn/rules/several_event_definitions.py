"""An event has one event definition.

Multiple and parallel-multiple events (BPMN 2.0 §10.5.5) are refused: draw an event-based gateway
for the first, a parallel gateway before several events for the second.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EVENTS
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(*EVENTS):
        if len(element.events) > 1 or element.parallel_multiple:
            yield remark(element, count=len(element.events))


RULE = Rule("several-event-definitions", check)
