"""A result at the counter: the citizen chooses the electronic one, the post, or the counter.

    ┌─ electronic ─→ [hand over electronically] ──────→ …
→ ◇ ├─ post ─→ [post it] → [note what was posted] ────→ …
    └─ counter ─→ what is drawn today ────────────────→ …
"""

from __future__ import annotations

import json

from ....bpmn.model import Element, Process
from ....bpmn.writer import Piece
from ...level.level import Lack
from ..bridging import bridged
from ..contents import delivery_choice, posting
from ..draft import Draft
from ..nodes import ACTIVITY, GATEWAY, gateway
from ..outcome import Done, Left
from ..site import Site
from ..walk import only_before, only_next
from .delivery_steps import (
    ATTACHING,
    ELECTRONIC,
    POSTING,
    POSTING_FORM,
    chosen,
    electronic,
    noting,
    posting_step,
)
from .offering import offer
from .requirements import way_in, whole_way

READY = "9"


def raise_delivery(draft: Draft, lack: Lack) -> Done | Left:
    """Offer delivery from afar beside the counter's."""
    if lack.finding.key.endswith(".missing"):
        return _add_delivery(draft, lack)
    found = draft.element(lack)
    if (refused := whole_way(found)) is not None or found is None:
        return refused or Left("elsewhere")
    process, step = found
    chain = counter_chain(process, step)
    if (refused := whole_way((process, chain[-1]))) is not None:
        return refused
    draft.add_form(POSTING_FORM, posting())
    offer(draft, process, delivery_choice())
    site = Site(draft, lack.finding.file, process)
    _draw_choice(draft, site, chain)
    site.close()
    return Done("delivery", {"element": chain[0].label})


def counter_chain(process: Process, step: Element) -> list[Element]:
    """The steps at the counter that follow each other, from the first to the last."""
    chain = [step]
    while (before := _counter(process, only_before(process, chain[0].id), chain)) is not None:
        chain.insert(0, before)
    while (after := _counter(process, only_next(process, chain[-1].id), chain)) is not None:
        chain.append(after)
    return chain


def _counter(process: Process, element_id: str | None, chain: list[Element]) -> Element | None:
    element = process.elements.get(element_id or "")
    if element is None or element in chain or only_next(process, element.id) is None:
        return None
    return element if element.properties.get("delivery") == "counter" else None


def _draw_choice(draft: Draft, site: Site, chain: list[Element]) -> None:
    ground, first, last = site.ground, chain[0], chain[-1]
    lane = draft.lane_of(site.process, first.id)
    after = only_next(site.process, last.id) or ""
    flows = list(site.process.arriving(first.id))
    sources = [flow.source for flow in flows]
    which = ground.put(
        gateway(site.id("cach-nhan-ket-qua"), "Nhận kết quả cách nào?", citizens=True),
        GATEWAY,
        lane,
        before=sources,
        after=[first.id],
    )
    result = _result(draft, chain)
    electronic = ground.put(
        _electronic(draft, site, chain, result), ACTIVITY, lane, before=[which], after=[after]
    )
    status = first.properties.get("dossier.status", READY)
    post = ground.put(
        posting_step(site.id(POSTING_FORM), status), ACTIVITY, lane, before=[which], after=[after]
    )
    noted = ground.put(
        _noting(draft, site, chain, result), ACTIVITY, lane, before=[post], after=[after]
    )
    for flow in flows:
        ground.lead(flow.id, which)
    ground.join(which, first.id, "Tại quầy", default=True)
    ground.join(which, electronic, "Điện tử", chosen("electronic"))
    ground.join(which, post, "Bưu chính", chosen("post"))
    ground.join(post, noted)
    ground.join(electronic, after)
    ground.join(noted, after)


def _add_delivery(draft: Draft, lack: Lack) -> Done | Left:
    found = draft.element(lack)
    if (refused := way_in(found)) is not None or found is None:
        return refused or Left("elsewhere")
    process, end = found
    site = Site(draft, lack.finding.file, process)
    lane = draft.lane_of(process, end.id)
    node = _electronic(draft, site, [], _result(draft, []))
    site.insert(node, ACTIVITY, lane, list(process.arriving(end.id)), end.id)
    site.close()
    return Done("delivery-added", {"element": end.label})


def _electronic(draft: Draft, site: Site, chain: list[Element], result: str) -> Piece:
    skipped = bridged(draft, chain, ELECTRONIC)
    return electronic(site.id("tra-ket-qua-dien-tu"), result, skipped)


def _noting(draft: Draft, site: Site, chain: list[Element], result: str) -> Piece:
    skipped = bridged(draft, chain, POSTING)
    return noting(site.id("ghi-ket-qua-da-gui"), result, "post", skipped)


def _result(draft: Draft, chain: list[Element]) -> str:
    """The result as the counter's step notes it, else by its published name."""
    attached = (each for each in chain if each.job and each.job.type == ATTACHING)
    noted = (given.source for each in attached for given in each.inputs if given.target == "result")
    results = draft.facts.results
    name = json.dumps(results[0].name if results else "Kết quả", ensure_ascii=False)
    return next(noted, f"={{name: {name}}}")
