"""A drawing for Camunda 7, Operaton, Flowable or Activiti is imported first.

`camunda:class`, `camunda:assignee`, `flowable:candidateGroups` and the like say how another engine
executes the element. `procflow import FILE` turns them into our vocabulary and lists what it could
not turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import IMPORTABLE, odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    for place, unread in odd(subject):
        if unread.vocabulary in IMPORTABLE:
            yield remark_on(place, unread)


RULE = Rule("other-engine", check)
