"""A start event leads somewhere: it is the source of a sequence flow (BPMN 2.0 §10.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.START_EVENT):
        if not chart.leaving(element):
            yield remark(element)


RULE = Rule("start-without-outgoing", check)
