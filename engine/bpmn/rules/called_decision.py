"""A business rule task names a decision that is deployed and a variable for its result.

Or it is a job: then it has a `zeebe:taskDefinition` and no decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import CalledDecision, Element, Kind
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(Kind.BUSINESS_RULE_TASK):
        if (element.decision is None) == (element.job is None):
            yield remark(element, "none" if element.job is None else "both")
        elif element.decision is not None:
            yield from _checked(subject, element, element.decision)


def _checked(subject: Subject, element: Element, called: CalledDecision) -> Iterator[Remark]:
    if not called.decision_id.strip():
        yield remark(element, "none", line=called.line)
    if not called.result_variable.strip():
        yield remark(element, "result", line=called.line)
    if called.binding == "versionTag" and not called.version_tag:
        yield remark(element, "tag", line=called.line)
    known, name = subject.surroundings.decision_ids, called.decision_id
    if known is None or name in known or not name.strip() or name.startswith(FEEL_MARK):
        return
    near = nearest(name, known)
    case = "near" if near else "unknown"
    yield remark(element, case, line=called.line, decision=name, near=near)


RULE = Rule("called-decision", check)
