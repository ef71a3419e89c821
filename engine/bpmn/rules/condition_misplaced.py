"""Conditions stand on flows out of activities and of exclusive, inclusive or complex gateways.

A parallel gateway takes all its flows, an event-based gateway the one whose event comes first, and
an event leads on without asking (BPMN 2.0 §8.3.13, §10.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EVENTS, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

UNASKED = EVENTS | {Kind.PARALLEL_GATEWAY, Kind.EVENT_GATEWAY}


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(*UNASKED):
        for flow in chart.leaving(element):
            if flow.condition is not None:
                yield remark(flow, label=chart.called(flow), source=element.label)


RULE = Rule("condition-misplaced", check)
