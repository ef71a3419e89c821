"""`startQuantity` and `completionQuantity` are 1.

Other values (BPMN 2.0 §10.3.1, "an advanced attribute") let an activity swallow or make tokens;
they are refused: draw a gateway or a multi-instance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        if element.start_quantity != 1:
            yield remark(element, attribute="startQuantity", value=element.start_quantity)
        if element.completion_quantity != 1:
            yield remark(element, attribute="completionQuantity", value=element.completion_quantity)


RULE = Rule("quantity", check)
