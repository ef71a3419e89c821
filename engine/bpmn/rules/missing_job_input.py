"""What a handler requires is mapped into its job, or written by something in the drawing.

A required input that no input mapping, form, script, job or other element writes, and that the
instance is not started with, can never be there when the job runs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.job_types or {}
    for element, job_type in subject.jobs:
        if job_type not in known or subject.variables.are_open:
            continue
        mapped = {mapping.target.partition(".")[0] for mapping in element.inputs}
        for name in sorted(known[job_type].required_inputs - mapped):
            if name not in subject.variables.written:
                yield remark(element, type=job_type, name=name)


RULE = Rule("missing-job-input", check)
