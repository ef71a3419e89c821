"""A service task, and a send task or message event that sends nothing itself, names a job type.

Without `zeebe:taskDefinition` no handler would ever be asked. A send task or throwing message event
without one needs a message with a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject

WORKING = (Kind.SERVICE_TASK, Kind.SEND_TASK)


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        if element.job is None and _needs_job(element):
            yield remark(element)
        elif element.job is not None and not element.job.type.strip():
            yield remark(element, "type", line=element.job.line)


def _needs_job(element: Element) -> bool:
    return element.kind in WORKING and not element.events


RULE = Rule("job-missing", check)
