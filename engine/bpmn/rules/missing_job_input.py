"""What a handler requires is mapped into its job, or written by something in the drawing.

A required input that no input mapping, form, script, job or other element writes, and that the
instance is not started with, can never be there when the job runs. Where something may bring
variables nobody can foresee (a start, a message, a user task without a form), it is only a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.job_types or {}
    for element, job_type in subject.jobs:
        if job_type in known:
            mapped = {mapping.target.partition(".")[0] for mapping in element.inputs}
            missing = known[job_type].required_inputs - mapped - subject.variables.written
            yield from (_missing(subject, element, job_type, name) for name in sorted(missing))


def _missing(subject: Subject, element: Element, job_type: str, name: str) -> Remark:
    if subject.variables.are_open:
        return remark(element, "maybe", severity="warning", type=job_type, name=name)
    return remark(element, type=job_type, name=name)


RULE = Rule("missing-job-input", check)
