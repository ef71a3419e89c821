"""A message flow leads from one pool to another (BPMN 2.0 §7.6.2, §9.4).

It never connects two elements of the same pool, and its ends are pools, activities or events for
messages: it comes from what can send (no start or catch event) and leads to what can receive (no
end or throw event). A start event that it leads to is begun by that message, and an end event that
it comes from has the message as its result (§10.5.2, §10.5.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import GATEWAYS, Element, EventKind, Kind
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
        for case, end, unable in (
            ("source", flow.source, CANNOT_SEND),
            ("target", flow.target, CANNOT_RECEIVE),
        ):
            element = _element(subject, end)
            if element and (element.kind in unable or _is_of_another_kind(subject, element)):
                yield remark(flow, case, end=element.label)


def _pools(subject: Subject) -> dict[str, str]:
    """The process or pool that each element, process or pool belongs to."""
    pools = {pool.id: pool.process or pool.id for pool in subject.drawing.participants}
    for process in subject.drawing.processes.values():
        pools |= dict.fromkeys((process.id, *process.elements), process.id)
    return pools


def _element(subject: Subject, end: str) -> Element | None:
    found = subject.drawing.find(end)
    return found[1] if found else None


def _is_of_another_kind(subject: Subject, element: Element) -> bool:
    """Whether it is an event of a process that is executed, but none for a message."""
    is_judged = element.kind.is_event and subject.is_judged(element.id)
    return is_judged and all(event.kind is not EventKind.MESSAGE for event in element.events)


RULE = Rule("message-flow", check)
