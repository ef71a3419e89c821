"""An executable process, and every sub-process, has something to do."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart in subject.charts:
        for scope in chart.scopes():
            if not chart.inside(scope):
                yield remark(chart.element(scope) or chart.process)


RULE = Rule("empty-process", check)
