"""An online dossier is opened in the dossier store."""

from __future__ import annotations

import json

from ...facts import LaneKind
from ...level.level import Lack
from ..contents import text_field
from ..draft import Draft
from ..nodes import ACTIVITY, job
from ..outcome import Done, Left
from ..site import Site
from ..walk import entering, only_next
from .offering import offer


def raise_dossier(draft: Draft, lack: Lack) -> Done | Left:
    """Open it right after the start, for the counter's dossiers too."""
    found = draft.element(lack)
    target = only_next(found[0], found[1].id) if found else None
    if found is None or target is None:
        return Left("elsewhere")
    process, start = found
    for question in _asked():
        offer(draft, process, question)
    facts = draft.facts
    site = Site(draft, lack.finding.file, process)
    inputs = [
        (f"={_text(facts.code)}", "procedureCode"),
        (f"={_text(facts.name or process.label)}", "procedureName"),
        ("=unit", "unit"),
        ("=applicant", "applicant"),
        ('=get or else(channel, "counter")', "channel"),
    ]
    outputs = [("=dossier", "dossier"), ("=dossier.code", "businessKey")]
    node = job(site.id("mo-ho-so"), "Mở hồ sơ, cấp mã", "dossier.open", inputs, outputs)
    lane = draft.lane(process, LaneKind.ONE_STOP) or draft.lane_of(process, target)
    site.insert(node, ACTIVITY, lane, entering(process, target), target)
    site.close()
    return Done("dossier", {"element": start.label})


def _asked() -> list[dict[str, object]]:
    return [
        text_field("applicant.name", "Họ, chữ đệm và tên", personal="basic"),
        text_field("unit", "Mã đơn vị tiếp nhận hồ sơ", personal="public"),
    ]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
