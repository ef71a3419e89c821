"""A start event leads somewhere (BPMN 2.0 §10.5.2).

One that does not is only a warning: what it begins ends at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.START_EVENT):
        if not chart.leaving(element):
            yield remark(element, severity="warning")


RULE = Rule("start-without-outgoing", check)
