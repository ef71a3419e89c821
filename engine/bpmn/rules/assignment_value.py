"""The dates of a user task are dates or durations, its priority a number from 0 to 100, or FEEL.

As fixed text: `2026-03-02T08:00:00+07:00`, `P3D`, `80` (Camunda 8's `taskSchedule` and
`priorityDefinition`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from ..iso8601 import is_duration, is_moment
from ..model import Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(Kind.USER_TASK):
        given = element.assignment
        dates = {"dueDate": given.due_date, "followUpDate": given.follow_up_date}
        for role, text in dates.items():
            if _is_fixed(text) and not _is_time(text.strip()):
                yield remark(element, "date", role=role, text=text)
        if _is_fixed(given.priority) and not _is_priority(given.priority.strip()):
            yield remark(element, "priority", text=given.priority)


def _is_fixed(text: str | None) -> TypeGuard[str]:
    return text is not None and not text.lstrip().startswith(FEEL_MARK)


def _is_time(text: str) -> bool:
    return is_moment(text) or is_duration(text)


def _is_priority(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= 100


RULE = Rule("assignment-value", check)
