"""A sequence flow leads from one flow node to another (BPMN 2.0 §8.3.13).

Events, activities and gateways are flow nodes; data objects, notes and lanes are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for flow in chart.process.flows.values():
            for end, target in (("source", flow.source), ("target", flow.target)):
                if _is_nowhere(subject, target):
                    yield remark(flow, end, label=chart.called(flow), target=target or "?")


def _is_nowhere(subject: Subject, target: str) -> bool:
    if not target:
        return True
    is_dangling = target not in subject.drawing.ids
    return not is_dangling and subject.drawing.find(target) is None


RULE = Rule("flow-to-nowhere", check)
