"""A default flow leaves its own element and has no condition (BPMN 2.0 §8.3.13, §10.3.1).

It is taken when no other condition holds, so a condition of its own would never be asked, and
beside flows without condition it would have no meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..chart import Chart
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

EXCLUSIVE = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY, Kind.COMPLEX_GATEWAY})


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements():
        if element.default is not None and element.default in subject.drawing.ids:
            yield from _checked(chart, element, element.default)


def _checked(chart: Chart, element: Element, default: str) -> Iterator[Remark]:
    flows = {flow.id: flow for flow in chart.leaving(element)}
    if default not in flows:
        yield remark(element, "elsewhere", flow=default)
        return
    if flows[default].condition:
        yield remark(flows[default], "condition", label=chart.called(flows[default]))
    if element.kind not in EXCLUSIVE and _is_mixed(chart, element, default):
        yield remark(element, "mixed", flow=chart.called(flows[default]))


def _is_mixed(chart: Chart, element: Element, default: str) -> bool:
    """Whether another flow is always taken; a gateway's flows are judged by `condition-missing`."""
    return any(not flow.condition for flow in chart.leaving(element) if flow.id != default)


RULE = Rule("default-flow", check)
