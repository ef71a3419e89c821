"""An input or output mapping says what is mapped."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        for mapping in (*element.inputs, *element.outputs):
            if not mapping.source.strip():
                yield remark(element, line=mapping.line, target=mapping.target)


RULE = Rule("mapping-without-source", check)
