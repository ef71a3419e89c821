"""A status nobody told is told before the dossier rests with it."""

from __future__ import annotations

from ....bpmn.model import Element, Kind, Process, SequenceFlow
from ....bpmn.writer import Piece
from ...level.level import Lack
from ...status import status
from ..contents import status_notice
from ..draft import Draft
from ..nodes import ACTIVITY
from ..outcome import Done, Left
from ..site import Site
from .requirements import missing_process, way_in
from .status_call import TELLING, status_call


def raise_notice(draft: Draft, lack: Lack) -> Done | Left:
    """Call the notice before the element, on as few of its flows as it takes."""
    found = draft.element(lack)
    refused = way_in(found) or missing_process(draft, TELLING)
    if refused is not None or found is None:
        return refused or Left("elsewhere")
    process, element = found
    code = lack.finding.arguments.get("status")
    if not isinstance(code, int):
        return Left("status-unknown", {"element": element.label})
    if not _opens_dossier(process):
        return Left("no-dossier", {"element": element.label})
    draft.add_notice(f"trang-thai-{code}", status_notice(status(code).vi))
    flows = list(process.arriving(element.id))
    for chosen in (*([flow] for flow in flows), flows):
        trial = draft.copy()
        _insert(trial, lack, process, element, chosen, code, roughly=True)
        if chosen is flows or not _is_lacking(trial, lack):
            _insert(draft, lack, process, element, chosen, code)
            break
    return Done("notice", {"element": element.label, "status": status(code).vi})


def _is_lacking(draft: Draft, lack: Lack) -> bool:
    finding = lack.finding
    return any(
        (each.finding.rule, each.finding.element) == (finding.rule, finding.element)
        for each in draft.level().lacks
    )


def _insert(
    draft: Draft,
    lack: Lack,
    process: Process,
    element: Element,
    flows: list[SequenceFlow],
    code: int,
    *,
    roughly: bool = False,
) -> None:
    site = Site(draft, lack.finding.file, process, roughly=roughly)
    node = _telling(site, element, code)
    site.insert(node, ACTIVITY, draft.lane_of(process, element.id), flows, element.id)
    site.close()


def _telling(site: Site, element: Element, code: int) -> Piece:
    lane = site.process.lane_of(element.id)
    handler = lane.label if lane else site.process.label
    name = f"Báo trạng thái: {status(code).vi.lower()}"
    identity = site.id(f"bao-trang-thai-{code}")
    return status_call(identity, name, str(code), f"trang-thai-{code}", handler)


def _opens_dossier(process: Process) -> bool:
    jobs = (each.job.type for each in process.elements.values() if each.job)
    calls = any(each.kind is Kind.CALL_ACTIVITY for each in process.elements.values())
    return "dossier.open" in jobs or calls
