"""What specialists do: look into it, ask for a supplement through the one-stop, propose.

→ [tell] → [inspect] → [appraise] → ◇ ─ supplement ─→ [one-stop asks] → ◇ → [new date] → back
                           │        └─→ …
                        late → [apologise] → (end)
"""

from __future__ import annotations

from ....bpmn.writer import Piece
from ...facts import LaneKind
from ...raising.nodes import call, gateway, user_task
from ...raising.steps.status_call import status_call
from ..names import APPRAISING_FORM, INSPECTING_FORM
from ..pieces import end, timer_on
from ..plan import Plan
from ..shape import Shape
from ..shares import APPRAISING, INSPECTING, as_due, as_duration
from ..sketch import Open, Sketch, So
from .acceptance import receipt
from .reception import LACKING, MAIN, ONE_STOP, supplement

SPECIALIST, LEADER = LaneKind.SPECIALIST, LaneKind.LEADER
SUPPLEMENT = '=appraisalResult = "bo-sung" and appraisalRounds = 0'
GOES_ON = '=appraisalResult = "dat"'


def appraise(sketch: Sketch, plan: Plan, so: So) -> So:
    begun = begin(sketch, plan, so)
    inspected = inspect(sketch, plan, begun)
    column = inspected.column
    step = sketch.put(_appraising(plan), SPECIALIST, column, 0)
    sketch.lead(inspected.opens, step)
    if not plan.has_middle:
        apologise(sketch, plan, step, column)
    if plan.shape is Shape.IMMEDIATE:
        return So(column + 1, (Open(step),))
    return _ask_back(sketch, plan, step, So(column + 1, ()), begun.column - 1)


def begin(sketch: Sketch, plan: Plan, so: So) -> So:
    """The specialist has it: status 4."""
    due = [("=dueDate", "due")] if plan.term.due else []
    handler = plan.label(SPECIALIST)
    telling = status_call("bao-dang-xu-ly", "Báo đang xử lý", "4", "dang-xu-ly", handler, due)
    told = sketch.put(telling, SPECIALIST, so.column, 0)
    sketch.lead(so.opens, told)
    return So(so.column + 1, (Open(told),))


def inspect(sketch: Sketch, plan: Plan, so: So) -> So:
    """Where the facts say that the agency inspects on site."""
    if not plan.demand.on_site:
        return so
    piece = worked(plan, INSPECTING, "Kiểm tra thực địa", INSPECTING_FORM, {"onSite": "true"})
    step = sketch.put(piece, SPECIALIST, so.column, 0)
    sketch.lead(so.opens, step)
    return So(so.column + 1, (Open(step),))


def worked(
    plan: Plan, step: str, name: str, form: str, more: dict[str, str] | None = None
) -> Piece:
    """A user task of status 4 with its share of the deadline."""
    hours = plan.shares.get(step)
    share = {"duration": as_duration(hours)} if hours else {}
    marks = {"dossier.status": "4", **share, **(more or {})}
    return user_task(step, name, form, marks, due=as_due(hours) if hours else None)


def _appraising(plan: Plan) -> Piece:
    name = "Thẩm định hồ sơ" if plan.has_middle else "Thẩm định, dự thảo kết quả"
    return worked(plan, APPRAISING, name, APPRAISING_FORM)


def apologise(sketch: Sketch, plan: Plan, host: str, column: int) -> None:
    """A timer on the step that may be late, and an apology."""
    if not plan.term.warned:
        return
    outputs = [("=get or else(newDueDate, dueDate)", "dueDate")]
    name, status = "Xin lỗi và hẹn lại ngày trả", {"dossier.status": "4"}
    piece = call("xin-loi-hen-lai", name, "lib-xin-loi-hen-lai", (), outputs, status)
    said = sketch.put(piece, LEADER, column, 0)
    over = sketch.put(end("da-hen-lai", "Đã hẹn lại"), LEADER, column + 1, 0)
    counted = [("=apologies + 1", "apologies")]
    late = timer_on(host, "sap-qua-han", "Còn 1,5 ngày làm việc", "=warnDate", counted)
    sketch.chain(sketch.attach(late), said, over)


def _ask_back(sketch: Sketch, plan: Plan, step: str, so: So, first: int) -> So:
    """first: the column of the step that begins anew after a supplement."""
    column = so.column
    which = sketch.put(gateway("ket-luan", "Kết luận?"), SPECIALIST, column, 0)
    sketch.join(step, which)
    name = "Yêu cầu bổ sung sau thẩm định"
    asking = supplement("yeu-cau-bo-sung-tham-dinh", name, "2", "appraisalRounds")
    asked = sketch.put(asking, ONE_STOP, column, LACKING)
    came = sketch.put(
        gateway("da-bo-sung-tham-dinh-chua", "Đã bổ sung?"), ONE_STOP, column - 1, LACKING
    )
    stopped = end("dung-khi-tham-dinh", "Dừng vì không bổ sung", "8")
    over = sketch.put(stopped, ONE_STOP, column - 1, MAIN)
    anew = sketch.put(_anew(plan), ONE_STOP, first, LACKING)
    sketch.join(which, asked, "Cần bổ sung, lần đầu", SUPPLEMENT)
    sketch.join(asked, came)
    sketch.join(came, anew, "Rồi", "=supplied = true")
    sketch.join(came, over, "Quá hạn", default=True)
    sketch.join(anew, "bao-dang-xu-ly")
    return So(column + 1, _ways_on(plan, which))


def _anew(plan: Plan) -> Piece:
    """The deadline is counted from zero again (Decree 61/2018, article 19.4)."""
    name = "Tiếp nhận bổ sung, hẹn ngày trả mới"
    due, warned = plan.term.again, plan.term.warned
    return receipt("hen-lai-tu-dau", name, due, "restart", warned=warned)


def _ways_on(plan: Plan, which: str) -> tuple[Open, ...]:
    if plan.has_middle:
        return (Open(which, "Đạt", GOES_ON), Open(which, "Không đạt", default=True))
    return (Open(which, "Đã có đề xuất", default=True),)
