"""An exclusive or inclusive gateway that splits has a condition on every flow but the default.

A flow without condition would always be taken; which of two such flows an exclusive gateway takes
would be a matter of the order in the file (BPMN 2.0 §10.6.2, §10.6.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

ASKING = (Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY)


def check(subject: Subject) -> Iterator[Remark]:
    for chart, gateway in subject.elements(*ASKING):
        flows = chart.leaving(gateway)
        if len(flows) < 2:
            continue
        for flow in flows:
            if not flow.condition and flow.id != gateway.default:
                yield remark(flow, label=chart.called(flow), gateway=gateway.label)


RULE = Rule("condition-missing", check)
