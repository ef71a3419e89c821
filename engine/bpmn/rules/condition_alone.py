"""A condition on a flow out of an activity has an alternative (BPMN 2.0 §8.3.13).

Where it is the only flow out, nothing says what happens when the condition does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements():
        flows = chart.leaving(element) if element.kind.is_activity else []
        if len(flows) == 1 and flows[0].condition is not None:
            yield remark(flows[0], label=chart.called(flows[0]), source=element.label)


RULE = Rule("condition-alone", check)
