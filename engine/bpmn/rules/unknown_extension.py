"""`zeebe:` extension elements and attributes are executed, or the drawing is refused.

Camunda 8's extension elements say how an element is executed. Those procflow does not honour
(execution listeners, task listeners, linked resources, embedded forms, …), and those on an element
that cannot use them, are never ignored in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    for place, unread in odd(subject):
        if unread.vocabulary == "zeebe" and not unread.again:
            yield remark_on(place, unread)


RULE = Rule("unknown-extension", check)
