"""Where every way on has a condition, there should be a default flow.

If no condition holds and there is none, the instance stops with an incident.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements():
        flows = chart.leaving(element)
        if element.default is None and len(flows) > 1 and all(flow.condition for flow in flows):
            yield remark(element, severity="warning")


RULE = Rule("default-missing", check)
