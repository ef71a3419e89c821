"""A file to deploy has at least one executable process.

A process is executable when `isExecutable="true"`; all others are documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..unread import Somewhere


def check(subject: Subject) -> Iterator[Remark]:
    if not subject.processes:
        yield remark(Somewhere("", subject.drawing.file, 1))


RULE = Rule("no-executable-process", check)
