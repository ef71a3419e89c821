"""Every element in BPMN's namespace has a meaning, and stands where it has it.

An element that the reader does not know, or that stands where BPMN 2.0 gives it no place, would
have to be passed over in silence; it is refused instead. Documentation (data objects, notes,
groups, categories, interfaces) is known and kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    for place, unread in odd(subject):
        if unread.is_element and unread.vocabulary == "bpmn" and not unread.again:
            yield remark_on(place, unread)


RULE = Rule("unknown-element", check)
