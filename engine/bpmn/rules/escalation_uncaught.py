"""An escalation that is thrown should be caught somewhere around it.

What happens to one that nobody catches BPMN 2.0 leaves open (§10.5.3); here it stops the instance
with an incident, unless a calling process catches it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catchers import is_caught
from ..model import Element, EventKind, Kind, MultiInstance
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK

THROWING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT})


def check(subject: Subject) -> Iterator[Remark]:
    for chart, element in subject.elements():
        code = _thrown(element)
        if code and not is_caught(chart, element, EventKind.ESCALATION, code):
            yield remark(element, severity="warning", code=code)


def _thrown(element: Element) -> str | None:
    """The code of the escalation it throws; None for none, or one that is computed."""
    loop = element.loop
    events = element.events if element.kind in THROWING else ()
    if isinstance(loop, MultiInstance) and loop.thrown is not None:
        events = (loop.thrown,)
    codes = (each.value for each in events if each.kind is EventKind.ESCALATION)
    return next((code for code in codes if code and not code.startswith(FEEL_MARK)), None)


RULE = Rule("escalation-uncaught", check)
