"""A process or sub-process has at most one none start event.

Each start event stands for another way to begin (BPMN 2.0 §10.5.2); of two without any event it
could not be told which one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            starts = [each for each in chart.inside(scope) if each.kind is Kind.START_EVENT]
            blank = [each for each in starts if each.event.kind is EventKind.NONE]
            for start in blank[1:]:
                yield remark(start, first=blank[0].label)


RULE = Rule("several-none-starts", check)
