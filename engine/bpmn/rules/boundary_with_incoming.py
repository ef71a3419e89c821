"""A boundary event has no incoming sequence flow (BPMN 2.0 §10.5.4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.BOUNDARY_EVENT):
        if chart.arriving(element):
            yield remark(element)


RULE = Rule("boundary-with-incoming", check)
