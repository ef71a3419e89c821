"""Who files online is held against the login, and the officer is told of a doubt.

start → [check] → [open the dossier] → …
           ⚡ unclear ──┘
"""

from __future__ import annotations

from collections import deque

from ....bpmn.model import Element, Kind, Process
from ....bpmn.writer import Piece, zeebe
from ...facts import LaneKind
from ...level.level import Lack
from ..draft import Draft
from ..nodes import ACTIVITY
from ..outcome import Done, Left
from ..site import Site
from ..walk import only_next
from .identity_steps import checking, doubt_field, doubting

FORM = "xem-danh-tinh"


def raise_identity_check(draft: Draft, lack: Lack) -> Done | Left:
    """Check right after the online start; whatever comes of it, the dossier goes on."""
    found = draft.element(lack)
    target = only_next(found[0], found[1].id) if found else None
    if found is None or target is None:
        return Left("elsewhere")
    process, start = found
    officer = _first_officer(draft, process, target)
    if officer is None:
        return Left("no-officer", {"element": start.label})
    site = Site(draft, lack.finding.file, process)
    lane = draft.lane_of(process, start.id)
    flows = list(process.leaving(start.id))
    check = site.insert(checking(site.id("kiem-tra-danh-tinh")), ACTIVITY, lane, flows, target)
    doubt = site.ground.put_on_border(doubting(site.id("chua-ro-danh-tinh"), check), lane)
    site.ground.join(doubt, target)
    if officer.form_id is None:
        site.pencil.set_extension(officer.id, Piece(zeebe("formDefinition"), {"formId": FORM}))
    site.close()
    draft.add_form(officer.form_id or FORM, [doubt_field()], first=True)
    return Done("identity-check", {"element": start.label, "officer": officer.label})


def _first_officer(draft: Draft, process: Process, begin: str) -> Element | None:
    """Whoever of the house first has the dossier in hands."""
    seen, waiting = {begin}, deque([begin])
    while waiting:
        element = process.elements[waiting.popleft()]
        if _is_officers(draft, process, element):
            return element
        after = [flow.target for flow in process.leaving(element.id)]
        for each in after:
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return None


def _is_officers(draft: Draft, process: Process, element: Element) -> bool:
    is_asked = element.kind is Kind.USER_TASK
    return is_asked and draft.kind_of(process, element.id) is not LaneKind.CITIZEN
