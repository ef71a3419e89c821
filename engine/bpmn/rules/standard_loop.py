"""A loop has a condition, a maximum, or both; a maximum is at least one (BPMN 2.0 §10.3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import StandardLoop
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        loop = element.loop
        if isinstance(loop, StandardLoop):
            if not loop.condition and loop.maximum is None:
                yield remark(element, "endless", line=loop.line)
            if loop.maximum == 0:
                yield remark(element, "never", line=loop.line)


RULE = Rule("standard-loop", check)
