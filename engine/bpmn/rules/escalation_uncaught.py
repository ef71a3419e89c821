"""An escalation that is thrown should be caught somewhere around it.

Nobody catches it: it is noted in the history, and the instance goes on as if nothing had been
thrown, for an escalation is no error (BPMN 2.0 §10.5.5). A calling process may catch it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catchers import is_caught
from ..model import EventKind, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements(Kind.THROW_EVENT, Kind.END_EVENT):
        code = element.event.value or ""
        if element.event.kind is not EventKind.ESCALATION or code.startswith(FEEL_MARK):
            continue
        if not is_caught(chart, element, EventKind.ESCALATION, code):
            yield remark(element, severity="warning", code=code)


RULE = Rule("escalation-uncaught", check)
