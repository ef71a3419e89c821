"""No loop goes round for ever without waiting.

Every flow of such a loop is always taken and nothing in it waits for a person, a job, a message or
a time: the engine would never come to rest. The remark names the elements of the loop.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..control_flow import ControlFlow
from ..model import EventKind, Kind
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
    for net in subject.nets:
        loop = [net.elements[each] for each in _loop(net)]
        if loop:
            yield remark(loop[0], loop=" → ".join(each.label for each in loop))


def _loop(net: ControlFlow) -> list[str]:
    """A cycle of elements that pass their token on at once, always along the cycle."""
    always = {each: _always(net, each) for each in net.elements if _passes_at_once(net, each)}
    done: set[str] = set()
    for beginning in always:
        loop = [] if beginning in done else _cycle_from(beginning, always, done)
        if loop:
            return loop
    return []


def _cycle_from(beginning: str, always: dict[str, list[str]], done: set[str]) -> list[str]:
    """Depth first; `done` are those no cycle leads through."""
    way = {beginning: iter(always[beginning])}
    while way:
        here = next(reversed(way))
        target = next(way[here], None)
        if target is None:
            done.add(here)
            del way[here]
        elif target in way:
            passed = list(way)
            return passed[passed.index(target) :]
        elif target in always and target not in done:
            way[target] = iter(always[target])
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
