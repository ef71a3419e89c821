"""Whatever an element refers to is in the file.

Holds for the ends of sequence flows, message flows and associations, the host of a boundary event,
default flows, lanes, messages, signals, errors, escalations, event definitions and the activity to
compensate.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..unread import somewhere


def check(subject: Subject) -> Iterator[Remark]:
    for reference in subject.drawing.dangling:
        if subject.is_judged(reference.owner):
            yield remark(
                somewhere(subject, reference.owner, reference.line),
                line=reference.line,
                attribute=reference.attribute,
                target=reference.target,
            )


RULE = Rule("dangling-reference", check)
