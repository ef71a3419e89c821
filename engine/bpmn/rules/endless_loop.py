"""No loop goes round for ever without waiting.

Every flow of such a loop is always taken and nothing in it waits for a person, a job, a message or
a time: the engine would never come to rest. The remark names the elements of the loop.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..control_flow import ControlFlow
from ..model import Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

AT_ONCE = frozenset(
    {
        Kind.TASK,
        Kind.MANUAL_TASK,
        Kind.SCRIPT_TASK,
        Kind.BUSINESS_RULE_TASK,
        Kind.THROW_EVENT,
        Kind.EXCLUSIVE_GATEWAY,
        Kind.INCLUSIVE_GATEWAY,
        Kind.PARALLEL_GATEWAY,
    }
)


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            loop = _loop(ControlFlow(chart, scope))
            if loop:
                yield remark(loop[0], loop=" → ".join(each.label for each in loop))


def _loop(net: ControlFlow) -> list[Element]:
    """A cycle of elements that pass their token on at once, always along the cycle."""
    always = {each: _always(net, each) for each in net.elements if _passes_at_once(net, each)}
    done: set[str] = set()
    for beginning in always:
        way: list[str] = []
        waiting = [(beginning, 0)]
        while waiting:
            here, depth = waiting.pop()
            del way[depth:]
            if here in way:
                return [net.elements[each] for each in way[way.index(here) :]]
            if here in done or here not in always:
                continue
            way.append(here)
            waiting.extend((target, depth + 1) for target in always[here])
        done.update(way)
    return []


def _always(net: ControlFlow, element: str) -> list[str]:
    """The elements its token goes to whatever happens."""
    outcomes = [set(outcome.arcs) for outcome in net.outcomes(element)]
    return [net.arcs[arc].target for arc in set.intersection(*outcomes)] if outcomes else []


def _passes_at_once(net: ControlFlow, element: str) -> bool:
    found = net.elements[element]
    if found.kind is Kind.CATCH_EVENT:
        return found.event.kind is EventKind.LINK
    joins = found.kind is Kind.PARALLEL_GATEWAY and len(net.arriving[element]) > 1
    return found.kind in AT_ONCE and found.job is None and not joins


RULE = Rule("endless-loop", check)
