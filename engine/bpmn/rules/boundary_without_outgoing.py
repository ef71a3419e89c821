"""A boundary event leads somewhere (BPMN 2.0 §10.5.4), except one for compensation.

The compensation event leads to its activity by a dotted line instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.BOUNDARY_EVENT):
        if element.event.kind is not EventKind.COMPENSATE and not chart.leaving(element):
            yield remark(element)


RULE = Rule("boundary-without-outgoing", check)
