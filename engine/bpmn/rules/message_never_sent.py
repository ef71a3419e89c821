"""A message that is waited for should be one that somebody sends.

Judged only when the messages other systems send are known, and none is sent by a computed name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventKind, Kind
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK

SENDING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT, Kind.SEND_TASK})


def check(subject: Subject) -> Iterator[Remark]:
    if subject.surroundings.messages is None:
        return
    sent = {*subject.surroundings.messages, *_sent_here(subject)}
    if any(_is_computed(name) for name in sent):
        return
    for _, element in subject.elements():
        for event in element.events if element.kind not in SENDING else ():
            name = event.value
            if event.kind is not EventKind.MESSAGE or not name or _is_computed(name):
                continue
            if name not in sent:
                near = nearest(name, sent)
                case = "near" if near else ""
                yield remark(element, case, severity="warning", name=name, near=near)


def _is_computed(name: str) -> bool:
    return name.startswith(FEEL_MARK)


def _sent_here(subject: Subject) -> Iterator[str]:
    for _, element in subject.elements(*SENDING):
        for event in element.events:
            if event.kind is EventKind.MESSAGE and event.value:
                yield event.value


RULE = Rule("message-never-sent", check)
