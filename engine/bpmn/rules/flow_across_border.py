"""A sequence flow stays inside one process and one sub-process (BPMN 2.0 §8.3.13, §7.6.1).

It cannot cross the border of a pool or of a sub-process; what passes a border is a message flow, an
event, or the sub-process's own flows.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import SequenceFlow
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for flow in chart.process.flows.values():
            if _crosses(subject, flow):
                yield remark(flow, label=chart.called(flow))


def _crosses(subject: Subject, flow: SequenceFlow) -> bool:
    ends = [subject.drawing.find(end) for end in (flow.source, flow.target)]
    return len({found[1].scope for found in ends if found}) > 1


RULE = Rule("flow-across-border", check)
