"""A variable that is read is written somewhere: by the start, a form, a job, a script, a mapping, …

When everything that writes is known, each name nothing writes is reported; otherwise only a name
that looks like a misspelling of one that is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import Text
from ..variables import unwritten


def check(subject: Subject) -> Iterator[Remark]:
    variables = subject.variables
    for text, reading in subject.readings:
        for name, near in unwritten(
            reading.variables, variables.written, is_open=variables.are_open
        ):
            yield _said(text, name, near)


def _said(text: Text, name: str, near: str | None) -> Remark:
    return remark(
        text.place,
        "near" if near else "",
        severity="warning",
        line=text.line,
        label=text.label,
        role=text.role,
        name=name,
        near=near,
    )


RULE = Rule("unwritten-variable", check)
