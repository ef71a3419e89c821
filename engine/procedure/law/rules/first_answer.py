"""A dossier filed online is answered within eight working hours.

The first step of an officer after an online start is bounded by eight working hours, with
`duration` (`PT8H`, `P1D`) or a due date (`=add working time(now(), working hours(8))`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Kind
from ...facts import OFFICE_KINDS
from ..acts import one_stop
from ..marks import lane_kind
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..steps import first_spots, met
from ..subject import Subject
from ..times import HOURS_A_DAY, is_within
from ..ways import Spot


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        late = (
            spot
            for frame in main.online
            for spot in met(first_spots(frame), _is_officers)
            if _is_officers(spot) and not is_within(spot.element, HOURS_A_DAY)
        )
        yield from each_once(of_element(subject, each.frame, each.element) for each in late)


def _is_officers(spot: Spot) -> bool:
    working = spot.element.kind is Kind.USER_TASK
    return working and lane_kind(spot.frame, spot.element) in OFFICE_KINDS


RULE = Rule(
    number="P9",
    name="first-answer",
    check=check,
    bases=one_stop("Điều 17"),
    severity="warning",
)
