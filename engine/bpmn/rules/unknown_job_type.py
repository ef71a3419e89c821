"""There is a handler for every job type a drawing names."""

from __future__ import annotations

from collections.abc import Iterator

from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.job_types
    if known is None:
        return
    for element, job_type in subject.jobs:
        if job_type not in known:
            near = nearest(job_type, known)
            yield remark(element, "near" if near else "", type=job_type, near=near)


RULE = Rule("unknown-job-type", check)
