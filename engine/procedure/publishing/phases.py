"""Which phase of the citizen's view each element of a drawing belongs to.

What the citizen does or sees stays: filing, supplement, payment, coming in person, an inspection,
the result, the end. What officers do between is one phase for each status of the dossier.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from ...bpmn.model import Element, Kind, Process
from ..facts import LaneKind, ProcedureFacts
from ..status import PROPERTY, TERMINAL

SUPPLEMENT, PAYMENT = 5, 6
FIRST = 1
DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Phase:
    """name: what all elements of it share. status: of an office's phase, or of an end.

    element: what stays as it is drawn. own: whether it is for the citizen to do.
    """

    name: str
    status: int | None = None
    element: Element | None = None
    own: bool = False


def phases_of(process: Process, facts: ProcedureFacts) -> dict[str, Phase]:
    """The phase of each element that a dossier comes to, in the order it comes to them."""
    found: dict[str, Phase] = {}
    inside = list(process.inside(process.id))
    starts = [each for each in inside if each.kind is Kind.START_EVENT]
    waiting = deque((start, _office(FIRST)) for start in starts)
    while waiting:
        element, before = waiting.popleft()
        if element.id in found:
            continue
        phase = _phase(process, facts, element, before)
        found[element.id] = phase
        going = phase if phase.element is None else before
        sources = (element, *process.boundaries(element.id))
        for flow in (each for source in sources for each in process.leaving(source.id)):
            waiting.append((process.elements[flow.target], going))
    return found


def _office(status: int) -> Phase:
    return Phase(f"phase-{status}", status, own=status in (SUPPLEMENT, PAYMENT))


def _phase(process: Process, facts: ProcedureFacts, element: Element, before: Phase) -> Phase:
    told, marks = element.properties.get(PROPERTY, ""), element.properties
    status = int(told) if told.isdecimal() else None
    if element.kind is Kind.START_EVENT:
        return Phase(element.id, element=element, own=True)
    if status in TERMINAL:
        return Phase(f"end-{status}", status)
    if marks.get("presence") == "required" or marks.get("original") == "required":
        return Phase(element.id, element=element, own=True)
    if marks.get("onSite") == "true":
        return Phase(element.id, element=element)
    if "delivery" in marks:
        return Phase(DELIVERY, own=True)
    if "payment" in marks:
        return _office(PAYMENT)
    if status is not None:
        return _office(status)
    if _is_done_by_the_citizen(process, facts, element):
        return Phase(element.id, element=element, own=True)
    return before


def _is_done_by_the_citizen(process: Process, facts: ProcedureFacts, element: Element) -> bool:
    """What a machine does in the citizen's lane is not."""
    if element.kind.is_gateway or element.job is not None:
        return False
    lane = process.lane_of(element.id)
    known = facts.lanes.get(lane.label) if lane else None
    return known is not None and known.kind is LaneKind.CITIZEN
