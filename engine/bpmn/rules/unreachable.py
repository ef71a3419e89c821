"""Something begins in every process and sub-process, and every element can be reached from there.

An element that no path from a beginning leads to is dead: either a flow is missing or the element
is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..control_flow import ControlFlow
from ..model import Kind
from ..rule import Remark, Rule, remark
from ..soundness import reached
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for net in subject.nets:
        if net.elements and not net.beginnings:
            yield remark(net.holder, "no-beginning")
        else:
            yield from _lost(net)


def _lost(net: ControlFlow) -> Iterator[Remark]:
    """Those with a flow into them: what has none is told by another rule."""
    found = reached(net, [each.id for each in net.beginnings])
    for element in net.elements.values():
        is_lost = element.id not in found and element.kind is not Kind.BOUNDARY_EVENT
        if is_lost and net.chart.arriving(element):
            yield remark(element)


RULE = Rule("unreachable", check)
