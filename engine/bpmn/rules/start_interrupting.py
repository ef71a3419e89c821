"""Only the start event of an event sub-process can be non-interrupting (BPMN 2.0 §10.5.2).

At the start of a process or of an ordinary sub-process there is nothing to interrupt.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.START_EVENT):
        if not element.interrupting and not chart.in_event_sub_process(element):
            yield remark(element)


RULE = Rule("start-interrupting", check)
