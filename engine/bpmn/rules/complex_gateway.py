"""A complex gateway that merges has an activation condition (BPMN 2.0 §10.6.5)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, gateway in subject.elements(Kind.COMPLEX_GATEWAY):
        if len(chart.arriving(gateway)) > 1 and not gateway.activation_condition:
            yield remark(gateway)


RULE = Rule("complex-gateway", check)
