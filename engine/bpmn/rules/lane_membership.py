"""An element lies in one lane of each level; if there are lanes, every element lies in one.

Two lanes for one element leave open whose work it is. An element outside all lanes is only a
warning: its lane cannot give a candidate group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..chart import Chart
from ..model import Lane
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        lanes = _lanes_by_element(chart)
        for element_id, found in lanes.items():
            element = chart.element(element_id)
            if element is not None and len({lane.id for lane in found}) > 1:
                yield remark(element, "several", lanes=", ".join(lane.label for lane in found))
            elif element is None and element_id in subject.drawing.ids:
                yield remark(found[0], "elsewhere", target=element_id)
        if chart.process.lanes:
            yield from _outside(chart)


def _lanes_by_element(chart: Chart) -> dict[str, list[Lane]]:
    found: dict[str, list[Lane]] = defaultdict(list)
    around = {lane.parent for lane in chart.process.lanes}
    for lane in chart.process.lanes:
        for element in lane.elements if lane.id not in around else ():
            found[element].append(lane)
    return found


def _outside(chart: Chart) -> Iterator[Remark]:
    for element in chart.inside(chart.process.id):
        if chart.process.lane_of(element.id) is None:
            yield remark(element, "outside", severity="warning")


RULE = Rule("lane-membership", check)
