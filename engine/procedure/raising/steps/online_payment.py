"""A fee at the counter: the citizen chooses, and pays online or there.

        ┌─ online ─→ [pay online] → [tell] → ◇ paid? ─→ …
    → ◇ which way?                           └─ no → [choose again] → back to the gateway
        └─ counter ─→ [collect] ────────────────────→ …

A fee nobody collects is asked for online before the step that hands over the result.
"""

from __future__ import annotations

from ....bpmn.model import Element, Process
from ....bpmn.writer import Piece
from ...facts import LaneKind
from ...level.level import Lack
from ..bridging import bridged
from ..contents import (
    PAYMENT_CHOICE,
    PAYMENT_REQUEST,
    PAYMENT_RESULT,
    payment_choice,
)
from ..draft import Draft
from ..fees import fee_amount, fee_name
from ..nodes import ACTIVITY, GATEWAY, gateway
from ..outcome import Done, Left
from ..site import Site
from ..walk import entering, is_direct, only_before, only_next
from .offering import offer
from .payment_steps import (
    CHOOSING_FORM,
    LIBRARY,
    NAME,
    OWED,
    REQUEST_NOTICE,
    RESULT_NOTICE,
    choosing_again,
    payment,
    settling,
    telling,
)
from .requirements import missing_process, whole_way
from .status_call import TELLING

READY, RETURNED = "9", "10"
ONLINE = f'=get or else({PAYMENT_CHOICE}, "counter") = "online"'
PAID = '=paymentState = "paid"'


def raise_payment(draft: Draft, lack: Lack) -> Done | Left:
    """Offer the online payment beside the step that collects at the counter."""
    if lack.finding.key.endswith(".missing"):
        return _add_payment(draft, lack)
    found = draft.element(lack)
    refused = whole_way(found) or missing_process(draft, LIBRARY, TELLING)
    if refused is not None or found is None:
        return refused or Left("elsewhere")
    process, step = found
    amount = fee_amount(draft.facts.fees, step)
    if amount is None:
        return Left("amount", {"element": step.label})
    _write_texts(draft)
    offer(draft, process, payment_choice())
    site = Site(draft, lack.finding.file, process)
    _draw_choice(draft, site, step, amount)
    site.close()
    return Done("payment", {"element": step.label})


def _draw_choice(draft: Draft, site: Site, step: Element, amount: str) -> None:
    ground, lane = site.ground, draft.lane_of(site.process, step.id)
    status = step.properties.get("dossier.status", OWED)
    after = only_next(site.process, step.id) or ""
    begin = _asking(site.process, step, status) or step.id
    flows = list(site.process.arriving(begin))
    sources = [flow.source for flow in flows]
    which = ground.put(
        gateway(site.id("cach-nop-phi"), "Nộp tiền cách nào?", citizens=True),
        GATEWAY,
        lane,
        before=sources,
        after=[begin],
    )
    pay = ground.put(
        _payment(draft, site, step, amount), ACTIVITY, lane, before=[which], after=[after]
    )
    tell = ground.put(_telling(site, step, status), ACTIVITY, lane, before=[pay], after=[after])
    paid = ground.put(
        gateway(site.id("da-nop-phi-chua"), "Đã nộp?"),
        GATEWAY,
        lane,
        before=[tell],
        after=[after],
    )
    again = ground.put(
        choosing_again(site.id("chon-lai-cach-nop"), status),
        ACTIVITY,
        draft.lane(site.process, LaneKind.CITIZEN) or lane,
        before=[paid],
        after=[which],
    )
    for flow in flows:
        ground.lead(flow.id, which)
    ground.join(which, begin, "Tại quầy", default=True)
    ground.join(which, pay, "Trực tuyến", ONLINE)
    ground.join(pay, tell)
    ground.join(tell, paid)
    ground.join(paid, after, "Rồi", PAID)
    ground.join(paid, again, "Chưa", default=True)
    ground.join(again, which)


def _asking(process: Process, step: Element, status: str) -> str | None:
    """The notice right before a step at the counter that tells the status it has."""
    before = process.elements.get(only_before(process, step.id) or "")
    if before is None or before.called is None or before.called.process_id != TELLING:
        return None
    is_its = before.properties.get("dossier.status") == status
    return before.id if is_its and only_next(process, before.id) == step.id else None


def _add_payment(draft: Draft, lack: Lack) -> Done | Left:
    found = draft.element(lack)
    refused = missing_process(draft, LIBRARY, TELLING)
    amount = fee_amount(draft.facts.fees, None)
    if refused is not None or found is None:
        return refused or Left("elsewhere")
    if amount is None:
        return Left("amount", {"element": found[1].label})
    target = _handing_over(found[0]) or found[1]
    flows = entering(found[0], target.id)
    if not is_direct(found[0], target) or not flows:
        return Left("inside", {"element": target.label})
    _write_texts(draft)
    site = Site(draft, lack.finding.file, found[0])
    _draw_payment(draft, site, target, amount)
    site.close()
    return Done("payment-added", {"element": target.label})


def _draw_payment(draft: Draft, site: Site, target: Element, amount: str) -> None:
    ground = site.ground
    lane = draft.lane(site.process, LaneKind.ONE_STOP) or draft.lane_of(site.process, target.id)
    status = _resting(target)
    flows = entering(site.process, target.id)
    sources = [flow.source for flow in flows]
    pay = ground.put(
        _payment(draft, site, None, amount), ACTIVITY, lane, before=sources, after=[target.id]
    )
    tell = ground.put(
        _telling(site, target, status), ACTIVITY, lane, before=[pay], after=[target.id]
    )
    paid = ground.put(
        gateway(site.id("da-nop-phi-chua"), "Đã nộp?"),
        GATEWAY,
        lane,
        before=[tell],
        after=[target.id],
    )
    again = ground.put(
        settling(site.id("nop-lai"), status),
        ACTIVITY,
        draft.lane(site.process, LaneKind.CITIZEN) or lane,
        before=[paid],
        after=[pay],
    )
    for flow in flows:
        ground.lead(flow.id, pay)
    ground.join(pay, tell)
    ground.join(tell, paid)
    ground.join(paid, target.id, "Rồi", PAID)
    ground.join(paid, again, "Chưa", default=True)
    ground.join(again, pay)


def _payment(draft: Draft, site: Site, step: Element | None, amount: str) -> Piece:
    skipped = bridged(draft, [step] if step else [], NAME)
    fee = fee_name(draft.facts.fees, step)
    return payment(site.id("nop-phi-truc-tuyen"), fee, amount, skipped)


def _telling(site: Site, step: Element, status: str) -> Piece:
    lane = site.process.lane_of(step.id)
    handler = lane.label if lane else site.process.label
    return telling(site.id("bao-ket-qua-nop-phi"), handler, status)


def _resting(target: Element) -> str:
    """The status while the fee is settled; a dossier that is done waits to be returned."""
    status = target.properties.get("dossier.status", OWED)
    return READY if status == RETURNED else status


def _handing_over(process: Process) -> Element | None:
    """The first step that hands over the result."""
    return next(
        (
            each
            for each in process.inside(process.id)
            if "delivery" in each.properties
            or (each.job is not None and each.job.type == "dossier.attach-result")
        ),
        None,
    )


def _write_texts(draft: Draft) -> None:
    draft.add_notice(REQUEST_NOTICE, PAYMENT_REQUEST)
    draft.add_notice(RESULT_NOTICE, PAYMENT_RESULT)
    draft.add_form(CHOOSING_FORM, [payment_choice(required=True)])
