"""Who files online is held against the login before the dossier goes on.

On the way from an online start lies the job `identity.verify`, which finds the login in the store
instead of believing what was declared. A procedure may leave that to its portal, so this is advice
and holds no level back; `procflow raise` draws the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element
from ..acts import QD_29_2026, TT_32_2017, Basis
from ..frames import Frame
from ..marks import job_of
from ..remark import Remark, of_element
from ..rule import Rule
from ..subject import Subject
from ..ways import way

JOB = "identity.verify"


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        for frame in main.online:
            spots = way(frame, main.success(_verifies))
            if spots:
                yield of_element(subject, spots[0].frame, spots[0].element)


def _verifies(frame: Frame, element: Element) -> bool:
    """Whether it asks who files; that the answer was no (an event on its border) is one too."""
    host = frame.chart.element(element.attached_to) if element.attached_to else None
    return JOB in (job_of(element), job_of(host) if host else None)


RULE = Rule(
    number="M4",
    name="identity-check",
    check=check,
    bases=(Basis(act=TT_32_2017), Basis(act=QD_29_2026)),
    severity="advice",
)
