"""A form on a start event belongs to the none start event of the process.

Only there a person fills it in; messages, signals and timers bring their own variables.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.START_EVENT):
        at_top = element.scope == chart.process.id
        if element.form_id and not (at_top and element.event.kind is EventKind.NONE):
            yield remark(element)


RULE = Rule("start-form", check)
