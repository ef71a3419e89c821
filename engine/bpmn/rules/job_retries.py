"""The number of retries of a job is a whole number, 0 or more, or FEEL."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        retries = element.job.retries if element.job else None
        if retries is None or retries.lstrip().startswith(FEEL_MARK):
            continue
        if not (retries.strip().isascii() and retries.strip().isdigit()):
            yield remark(element, retries=retries)


RULE = Rule("job-retries", check)
