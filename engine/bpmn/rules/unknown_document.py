"""The document a job makes has its template beside the drawing.

Judged for jobs that take an input `templateFile`, where it is mapped from a fixed name: static text
or a FEEL string such as `="giay-tiep-nhan"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fixed_inputs import fixed_inputs
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject

INPUT = "templateFile"


def check(subject: Subject) -> Iterator[Remark]:
    documents, job_types = subject.surroundings.documents, subject.surroundings.job_types or {}
    if documents is None:
        return
    for element, job_type in subject.jobs:
        if job_type not in job_types or INPUT not in job_types[job_type].inputs:
            continue
        for name, line in fixed_inputs(element, INPUT):
            if name not in documents:
                near = nearest(name, documents)
                case = "near" if near else ""
                yield remark(element, case, line=line, document=name, near=near)


RULE = Rule("unknown-document", check)
