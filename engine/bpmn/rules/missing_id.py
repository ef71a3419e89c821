"""Processes, elements and sequence flows have an id.

BPMN 2.0 allows an element without one, but a running instance and its history must be able to name
where it is, also after the drawing has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Unread
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..unread import Somewhere


def check(subject: Subject) -> Iterator[Remark]:
    for nameless in subject.drawing.nameless:
        if subject.is_judged(nameless.owner or ""):
            yield remark(_place(nameless), what=nameless.what)


def _place(nameless: Unread) -> Somewhere:
    return Somewhere(nameless.owner or "", None, nameless.line)


RULE = Rule("missing-id", check)
