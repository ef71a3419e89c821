"""A script task has a FEEL expression and a variable for its result.

Or it is a job: then it has a `zeebe:taskDefinition` and no script.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(Kind.SCRIPT_TASK):
        script = element.script
        if (script is None) == (element.job is None):
            yield remark(element, "none" if script is None else "both")
        elif script is not None and not script.expression.strip():
            yield remark(element, "none", line=script.line)
        elif script is not None and not script.result_variable.strip():
            yield remark(element, "result", line=script.line)


RULE = Rule("script", check)
