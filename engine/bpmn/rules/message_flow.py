"""A message flow leads from one pool to another (BPMN 2.0 §7.6.2, §9.4).

It never connects two elements of the same pool, and its ends are pools, activities or events.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    pools = _pools(subject)
    for flow in subject.drawing.message_flows:
        source, target = pools.get(flow.source), pools.get(flow.target)
        if source is not None and source == target:
            yield remark(flow, "inside")
        for end in (flow.source, flow.target):
            if not _may_end(subject, end):
                yield remark(flow, "end", end=end)


def _pools(subject: Subject) -> dict[str, str]:
    """The process or pool that each element, process or pool belongs to."""
    pools = {pool.id: pool.process or pool.id for pool in subject.drawing.participants}
    for process in subject.drawing.processes.values():
        pools |= dict.fromkeys((process.id, *process.elements), process.id)
    return pools


def _may_end(subject: Subject, end: str) -> bool:
    found = subject.drawing.find(end)
    return found is None or not found[1].kind.is_gateway


RULE = Rule("message-flow", check)
