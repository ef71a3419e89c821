"""What people meet is labelled: user tasks, jobs, messages to send or receive, called processes.

Messages, the history and `procflow explain` speak of elements by their label; without one an
officer reads an id.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

MET = (
    Kind.USER_TASK,
    Kind.MANUAL_TASK,
    Kind.SERVICE_TASK,
    Kind.SEND_TASK,
    Kind.RECEIVE_TASK,
    Kind.CALL_ACTIVITY,
)


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(*MET):
        if not (element.name or "").strip():
            yield remark(element, severity="advice")


RULE = Rule("unlabelled", check, "advice")
