"""The notice a job sends lies beside the drawing.

Judged for jobs that take an input `template`, where it is mapped from a fixed name: static text or
a FEEL string such as `="da-nop"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK

INPUT = "template"


def check(subject: Subject) -> Iterator[Remark]:
    notices, job_types = subject.surroundings.notices, subject.surroundings.job_types or {}
    if notices is None:
        return
    for element, job_type in subject.jobs:
        if job_type not in job_types or INPUT not in job_types[job_type].inputs:
            continue
        for name, line in _named(element):
            if name not in notices:
                near = nearest(name, notices)
                case = "near" if near else ""
                yield remark(element, case, line=line, notice=name, near=near)


def _named(element: Element) -> Iterator[tuple[str, int]]:
    for mapping in element.inputs:
        name = _fixed(mapping.source.strip())
        if mapping.target == INPUT and name:
            yield name, mapping.line


def _fixed(source: str) -> str | None:
    if not source.startswith(FEEL_MARK):
        return source
    text = source[1:].strip()
    is_string = len(text) > 2 and text[0] == text[-1] == '"'
    return text[1:-1] if is_string and not set(text[1:-1]) & {'"', "\\"} else None


RULE = Rule("unknown-notice", check)
