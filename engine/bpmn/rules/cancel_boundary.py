"""A transaction that can be cancelled says what happens then (BPMN 2.0 §10.3.5, §10.5.3).

A cancel end event leaves the transaction by the cancel event on its border; without one nothing
would follow from the cancellation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element, EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, transaction in subject.elements(Kind.TRANSACTION):
        ends = [each for each in chart.inside(transaction.id) if each.kind is Kind.END_EVENT]
        if any(map(_cancels, ends)) and not any(map(_cancels, chart.boundaries(transaction))):
            yield remark(transaction)


def _cancels(event: Element) -> bool:
    return any(each.kind is EventKind.CANCEL for each in event.events)


RULE = Rule("cancel-boundary", check)
