"""An ad-hoc sub-process has activities, and neither start nor end events (BPMN 2.0 §10.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

FRAME = frozenset({Kind.START_EVENT, Kind.END_EVENT})


def check(subject: Subject) -> Iterator[Remark]:
    for chart, scope in subject.elements(Kind.AD_HOC):
        inside = chart.inside(scope.id)
        for element in inside:
            if element.kind in FRAME:
                yield remark(element, "frame", scope=scope.label)
        if not any(element.kind.is_activity for element in inside):
            yield remark(scope, "empty")


RULE = Rule("ad-hoc", check)
