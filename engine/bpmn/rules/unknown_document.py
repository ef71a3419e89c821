"""The document a job makes has its template beside the drawing.

Judged for jobs that take an input `templateFile`, where it is mapped from a fixed name: static text
or a FEEL string such as `="giay-tiep-nhan"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fixed_inputs import unknown_inputs
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    documents = subject.surroundings.documents
    for element, line, name, near in unknown_inputs(subject, "templateFile", documents):
        yield remark(element, "near" if near else "", line=line, document=name, near=near)


RULE = Rule("unknown-document", check)
