"""What an element has once is told once (BPMN 2.0's XML Schema, Camunda 8's `zeebe:` schema).

Of two conditions, two timers' values, two loops or two job types one would be taken and the other
passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    for place, unread in odd(subject):
        if unread.again:
            yield remark_on(place, unread)


RULE = Rule("told-twice", check)
