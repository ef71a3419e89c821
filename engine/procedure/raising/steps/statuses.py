"""A step at which a dossier rests has the status of the steps before it."""

from __future__ import annotations

from ....bpmn.model import Element, Process
from ...level.level import Lack
from ..draft import Draft
from ..outcome import Done, Left
from ..site import Site

STATUS = "dossier.status"
RETURNED = "10"


def raise_status(draft: Draft, lack: Lack) -> Done | Left:
    found = draft.element(lack)
    if found is None:
        return Left("elsewhere")
    process, element = found
    is_rest = lack.finding.key.endswith(".rest")
    known = _statuses_before(process, element) if is_rest else _status_of_end(process, element)
    if len(known) != 1:
        return Left("status-unknown", {"element": element.label})
    (code,) = known
    site = Site(draft, lack.finding.file, process)
    site.pencil.set_property(element.id, STATUS, code)
    site.close()
    return Done("status", {"element": element.label, "code": code})


def _statuses_before(process: Process, element: Element) -> set[str]:
    """The statuses a dossier may come to the element with."""
    found, seen = set[str](), {element.id}
    waiting = [element.attached_to or element.id]
    while waiting:
        here = waiting.pop()
        for flow in process.arriving(here):
            if flow.source in seen:
                continue
            seen.add(flow.source)
            code = process.elements[flow.source].properties.get(STATUS)
            if code:
                found.add(code)
            else:
                waiting.append(flow.source)
    return found


def _status_of_end(process: Process, element: Element) -> set[str]:
    """An end right after the result was handed over is one of a dossier that is done."""
    before = [process.elements[flow.source] for flow in process.arriving(element.id)]
    return {RETURNED} if before and all(_hands_over(each) for each in before) else set()


def _hands_over(element: Element) -> bool:
    is_job = element.job is not None and element.job.type == "dossier.attach-result"
    return is_job or "delivery" in element.properties
