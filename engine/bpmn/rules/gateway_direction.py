"""A gateway splits or merges as its direction says (BPMN 2.0 §10.6, table 8.46).

Converging: several flows in and not several out. Diverging: several out and not several in. Mixed:
several of both. Unspecified says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import GATEWAYS
from ..rule import Remark, Rule, remark
from ..subject import Subject

DIRECTIONS = {"Converging": (True, False), "Diverging": (False, True), "Mixed": (True, True)}
"""Whether several flows come in, and whether several go out."""


def check(subject: Subject) -> Iterator[Remark]:
    for chart, gateway in subject.elements(*GATEWAYS):
        expected = DIRECTIONS.get(gateway.direction or "")
        arriving, leaving = len(chart.arriving(gateway)), len(chart.leaving(gateway))
        if expected and expected != (arriving > 1, leaving > 1):
            yield remark(gateway, direction=gateway.direction, arriving=arriving, leaving=leaving)


RULE = Rule("gateway-direction", check)
