"""A message flow leads from one pool to another (BPMN 2.0 §7.6.2, §9.4).

It never connects two elements of the same pool, and its ends are pools, activities or events: it
comes from what can send (no start or catch event) and leads to what can receive (no end or throw
event).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import GATEWAYS, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

CANNOT_SEND = GATEWAYS | {Kind.START_EVENT, Kind.CATCH_EVENT, Kind.BOUNDARY_EVENT}
CANNOT_RECEIVE = GATEWAYS | {Kind.END_EVENT, Kind.THROW_EVENT}


def check(subject: Subject) -> Iterator[Remark]:
    pools = _pools(subject)
    for flow in subject.drawing.message_flows:
        source, target = pools.get(flow.source), pools.get(flow.target)
        if source is not None and source == target:
            yield remark(flow, "inside")
        if _is_one_of(subject, flow.source, CANNOT_SEND):
            yield remark(flow, "source", end=_named(subject, flow.source))
        if _is_one_of(subject, flow.target, CANNOT_RECEIVE):
            yield remark(flow, "target", end=_named(subject, flow.target))


def _pools(subject: Subject) -> dict[str, str]:
    """The process or pool that each element, process or pool belongs to."""
    pools = {pool.id: pool.process or pool.id for pool in subject.drawing.participants}
    for process in subject.drawing.processes.values():
        pools |= dict.fromkeys((process.id, *process.elements), process.id)
    return pools


def _is_one_of(subject: Subject, end: str, kinds: frozenset[Kind]) -> bool:
    found = subject.drawing.find(end)
    return found is not None and found[1].kind in kinds


def _named(subject: Subject, end: str) -> str:
    found = subject.drawing.find(end)
    return found[1].label if found else end


RULE = Rule("message-flow", check)
