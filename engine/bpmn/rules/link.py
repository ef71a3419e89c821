"""A link event continues at the catching link event of the same name (BPMN 2.0 §10.5.1).

Each throwing link has exactly one catching link in the same process or sub-process; several may
throw to one. A link has a name, a throwing one no flow out, a catching one no flow in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..chart import Chart, is_link
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            inside = chart.inside(scope)
            throws = [each for each in inside if is_link(each, Kind.THROW_EVENT)]
            catches = [each for each in inside if is_link(each, Kind.CATCH_EVENT)]
            yield from _unnamed([*throws, *catches])
            yield from _unmatched(throws, catches)
            yield from _connected(chart, throws, catches)


def _unnamed(links: list[Element]) -> Iterator[Remark]:
    return (remark(each, "unnamed") for each in links if not each.event.value)


def _unmatched(throws: list[Element], catches: list[Element]) -> Iterator[Remark]:
    targets = Counter(each.event.value for each in catches if each.event.value)
    sources = {each.event.value for each in throws}
    for each in throws:
        if each.event.value and each.event.value not in targets:
            yield remark(each, "no-target", name=each.event.value)
    for each in catches:
        if each.event.value and each.event.value not in sources:
            yield remark(each, "no-source", name=each.event.value)
        if targets[each.event.value or ""] > 1:
            yield remark(each, "several", name=each.event.value)


def _connected(chart: Chart, throws: list[Element], catches: list[Element]) -> Iterator[Remark]:
    yield from (remark(each, "outgoing") for each in throws if chart.leaving(each))
    yield from (remark(each, "incoming") for each in catches if chart.arriving(each))


RULE = Rule("link", check)
