"""The notice a job sends lies beside the drawing.

Judged for jobs that take an input `template`, where it is mapped from a fixed name: static text or
a FEEL string such as `="da-nop"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fixed_inputs import fixed_inputs
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject

INPUT = "template"


def check(subject: Subject) -> Iterator[Remark]:
    notices, job_types = subject.surroundings.notices, subject.surroundings.job_types or {}
    if notices is None:
        return
    for element, job_type in subject.jobs:
        if job_type not in job_types or INPUT not in job_types[job_type].inputs:
            continue
        for name, line in fixed_inputs(element, INPUT):
            if name not in notices:
                near = nearest(name, notices)
                case = "near" if near else ""
                yield remark(element, case, line=line, notice=name, near=near)


RULE = Rule("unknown-notice", check)
