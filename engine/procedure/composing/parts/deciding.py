"""The leader signs, or sends back; the clerk numbers and issues, also a refusal.

→ [sign] → ◇ ─ granted ─→ [number] → …
           ├─ refused ─→ [paper 03] → [tell] → (8)
           └─ sent back ─→ to who drafted it
"""

from __future__ import annotations

from ....bpmn.writer import Piece
from ...facts import LaneKind
from ...raising.nodes import gateway
from ...raising.steps.status_call import status_call
from ..names import NUMBERING_FORM, SIGNING_FORM
from ..pieces import end
from ..plan import Plan
from ..shares import APPRAISING, DRAFTING, NUMBERING, SIGNING
from ..sketch import Open, Sketch, So
from .appraisal import LEADER, worked
from .reception import LACKING, MAIN, ONE_STOP, refusal

CLERK = LaneKind.CLERK
GRANTED = '=decision = "duyet" and proposal = "cap"'
REFUSED = '=decision = "duyet" and proposal = "tu-choi"'


def decide(sketch: Sketch, plan: Plan, so: So) -> So:
    column = so.column
    signed = sketch.put(_signing(plan), LEADER, column, 0)
    sketch.lead(so.opens, signed)
    which = sketch.put(gateway("lanh-dao-quyet-dinh", "Quyết định?"), LEADER, column + 1, 0)
    sketch.join(signed, which)
    numbered = sketch.put(_numbering(plan), CLERK, column + 1, 1)
    drafter = DRAFTING if plan.has_middle else APPRAISING
    sketch.join(which, drafter, "Trả lại", default=True)
    sketch.join(which, numbered, "Ký duyệt", GRANTED)
    _refuse(sketch, plan, which, column + 2)
    return So(column + 3, (Open(numbered),))


def _signing(plan: Plan) -> Piece:
    """By hand where everything else is on paper too."""
    name = "Xem xét và ký số" if plan.is_online else "Xem xét và ký"
    return worked(plan, SIGNING, name, SIGNING_FORM, _signature(plan))


def _numbering(plan: Plan) -> Piece:
    name = "Vào sổ, cấp số, đóng dấu số" if plan.is_online else "Vào sổ, cấp số, đóng dấu"
    return worked(plan, NUMBERING, name, NUMBERING_FORM, _signature(plan))


def _signature(plan: Plan) -> dict[str, str]:
    return {"signature": "digital" if plan.is_online else "wet"}


def _refuse(sketch: Sketch, plan: Plan, which: str, column: int) -> None:
    paper = refusal("phat-hanh-tu-choi", "Phát hành văn bản từ chối", "=refusalReason", stops=True)
    issued = sketch.put(paper, CLERK, column, 0)
    note, handler = [("=refusalReason", "note")], plan.label(ONE_STOP)
    telling = status_call("bao-tu-choi", "Báo từ chối giải quyết", "8", "tu-choi", handler, note)
    told = sketch.put(telling, ONE_STOP, column, LACKING)
    over = end("da-tu-choi", "Đã từ chối bằng văn bản", "8", last=True)
    sketch.chain(issued, told, sketch.put(over, ONE_STOP, column, MAIN))
    sketch.join(which, issued, "Ký từ chối", REFUSED)
