"""An end event has no outgoing sequence flow (BPMN 2.0 §10.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.END_EVENT):
        if chart.leaving(element):
            yield remark(element)


RULE = Rule("end-with-outgoing", check)
