"""From every element there is a way to an end (proper completion).

A scope that something interrupts – a boundary event on it, an interrupting event sub-process in
it – may well go round until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..control_flow import ControlFlow
from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for net in subject.nets:
        if not _is_interrupted(net.chart, net.scope):
            yield from _trapped(net)


def _trapped(net: ControlFlow) -> Iterator[Remark]:
    can_end = _that_can_end(net)
    for element in net.elements.values():
        if element.kind is not Kind.BOUNDARY_EVENT and element.id not in can_end:
            yield remark(element)
            return


def _that_can_end(net: ControlFlow) -> set[str]:
    """Backwards from whatever leads no further."""
    before: dict[str, list[str]] = {each: [] for each in net.elements}
    inside = [each.id for each in net.elements.values() if each.kind is not Kind.BOUNDARY_EVENT]
    for each in inside:
        for target in net.successors(each):
            before[target].append(each)
    found = {each for each in inside if not net.leaving[each]}
    waiting = list(found)
    while waiting:
        new = [each for each in before[waiting.pop()] if each not in found]
        found.update(new)
        waiting.extend(new)
    return found


def _is_interrupted(chart: Chart, scope: str) -> bool:
    """Whether something ends the scope, or one around it, from outside its own flow."""
    here: str | None = scope
    while here is not None:
        if _ends_early(chart, here):
            return True
        element = chart.element(here)
        here = element.scope if element else None
    return False


def _ends_early(chart: Chart, scope: str) -> bool:
    host = chart.element(scope)
    on_border = chart.boundaries(host) if host else []
    handlers = [each for each in chart.inside(scope) if each.triggered_by_event]
    starts = [start for each in handlers for start in chart.beginnings(each.id)]
    return any(each.interrupting for each in (*on_border, *starts))


RULE = Rule("no-way-out", check)
