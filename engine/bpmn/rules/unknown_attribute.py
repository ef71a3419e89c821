"""Attributes of BPMN elements are those of the standard, with values of the standard.

A misspelt `isInterupting="false"` or `cancelActivity="no"` would leave the default in force without
a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    for place, unread in odd(subject):
        if not unread.is_element and unread.vocabulary in ("", "bpmn"):
            yield remark_on(place, unread)


RULE = Rule("unknown-attribute", check)
