"""An error that is raised should be caught somewhere around it.

Uncaught, it stops the instance with an incident (unless a calling process catches it).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for element, code in subject.errors.uncaught():
        yield remark(element, severity="warning", code=code)


RULE = Rule("error-uncaught", check)
