"""A caught error code should be one that something inside can raise.

Judged only where everything inside is known: the job types, no called process, no FEEL job type. A
handler may still raise a code it does not declare, so this is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for catcher, raised in subject.errors.caught():
        code = catcher.event.value
        if code is not None and raised is not None and code not in raised:
            yield remark(catcher, severity="warning", code=code)


RULE = Rule("error-never-raised", check)
