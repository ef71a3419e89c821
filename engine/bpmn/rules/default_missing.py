"""A splitting exclusive or inclusive gateway should have a default flow.

If no condition holds and there is none, the instance stops with an incident.
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
        if gateway.default is None and len(flows) > 1 and all(flow.condition for flow in flows):
            yield remark(gateway, severity="warning")


RULE = Rule("default-missing", check)
