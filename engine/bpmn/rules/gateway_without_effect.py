"""A gateway splits or merges (BPMN 2.0 §10.6): one flow in and one out does neither.

It does no harm, so this is advice. An event-based gateway is judged by its own rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import GATEWAYS, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, gateway in subject.elements(*(GATEWAYS - {Kind.EVENT_GATEWAY})):
        if len(chart.arriving(gateway)) <= 1 and len(chart.leaving(gateway)) <= 1:
            yield remark(gateway, severity="advice")


RULE = Rule("gateway-without-effect", check, "advice")
