"""The receipt, from which the legal clock runs; what is returned at once needs none."""

from __future__ import annotations

from ....bpmn.writer import Piece
from ...raising.nodes import Pairs, job, user_task
from ...raising.steps.status_call import status_call
from ..names import COMPARING
from ..pieces import script
from ..plan import Plan
from ..sketch import Open, Sketch, So
from .reception import MAIN, ONE_STOP

WARNED = ("=add working time(date and time(due), working hours(-12))", "warnDate")
NAME = "Cấp giấy tiếp nhận và hẹn trả kết quả"
PLAIN = "Cấp giấy tiếp nhận hồ sơ"


def accept(sketch: Sketch, plan: Plan, so: So) -> So:
    piece = _recording(plan) if plan.term.at_once else _receipt(plan)
    step = sketch.put(piece, ONE_STOP, so.column, MAIN)
    due = [("=dueDate", "due")] if plan.term.due else []
    name = "Báo đã tiếp nhận, hẹn ngày trả" if due else "Báo đã tiếp nhận"
    handler = plan.label(ONE_STOP)
    telling = status_call("bao-da-tiep-nhan", name, "2", "da-tiep-nhan", handler, due)
    told = sketch.put(telling, ONE_STOP, so.column + 1, MAIN)
    sketch.lead(so.opens, step)
    sketch.chain(step, told)
    return So(so.column + 2, (Open(told),))


def compare(sketch: Sketch, plan: Plan, so: So) -> So:
    """Where the facts ask for an original to be shown."""
    if not plan.demand.original:
        return so
    marks = {"dossier.status": "1", "original": "required", "duration": "PT4H"}
    piece = user_task("doi-chieu-ban-chinh", "Đối chiếu bản chính", COMPARING, marks)
    step = sketch.put(piece, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, step)
    return So(so.column + 1, (Open(step),))


def _receipt(plan: Plan) -> Piece:
    name = NAME if plan.term.due else PLAIN
    return receipt("cap-giay-tiep-nhan", name, plan.term.due, "start", warned=plan.term.warned)


def receipt(identity: str, name: str, due: str | None, clock: str, *, warned: bool) -> Piece:
    """due: FEEL. warned: whether an apology may follow."""
    dated = [(due, "due")] if due else []
    inputs = [("=dossier.code", "code"), ('="receipt"', "paper"), *dated]
    kept: Pairs = [("=due", "dueDate"), *([WARNED] if warned else [])] if due else []
    outputs = [("=paper", "receiptPaper"), ("=now()", "receivedAt"), *kept]
    marks = {"paper": "receipt", "clock": clock, "dossier.status": "2"}
    return job(identity, name, "dossier.issue-paper", inputs, outputs, marks)


def _recording(plan: Plan) -> Piece:
    """Decree 61/2018, article 17.4: no receipt, but the dossier is recorded."""
    name, due = "Ghi nhận tiếp nhận, tính hạn trả", plan.term.due or "=null"
    marks = {"clock": "start", "dossier.status": "2"}
    return script("ghi-tiep-nhan", name, due, "dueDate", marks)
