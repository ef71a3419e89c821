"""The notice a job sends lies beside the drawing.

Judged for jobs that take an input `template`, where it is mapped from a fixed name: static text or
a FEEL string such as `="da-nop"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fixed_inputs import unknown_inputs
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    notices = subject.surroundings.notices
    for element, line, name, near in unknown_inputs(subject, "template", notices):
        yield remark(element, "near" if near else "", line=line, notice=name, near=near)


RULE = Rule("unknown-notice", check)
