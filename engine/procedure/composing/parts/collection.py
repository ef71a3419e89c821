"""How a fee is collected: the amount, then online or at the counter, as the citizen chooses.

                          ┌─ online ─→ [pay online] → [tell] → ◇ paid? ─→ …
→ [amount] → ◇ owed? → ◇ ─┤                                   └─ no → [choose again] → back
               └─ no ─→ … └─ counter ─→ [tell] → [collect] ─────────→ …
"""

from __future__ import annotations

from ....bpmn.writer import Piece
from ...facts import LaneKind
from ...raising.nodes import gateway, user_task
from ...raising.steps.payment_steps import OWED, choosing_again, payment, settling, telling
from ...raising.steps.status_call import status_call
from ..charge import Pricing
from ..names import COLLECTING, decision_id
from ..pieces import decision, script
from ..plan import Plan
from ..sketch import Open, Sketch, So
from .reception import LACKING, MAIN, ONE_STOP

CHOSEN = '=get or else(feePayment, "counter") = "online"'
PAID = '=paymentState = "paid"'
RECEIPT = "=get or else(receiptNumber, null)"
AMOUNT = "=amount"
DONE = "9"
PAY = "nop-phi-truc-tuyen"


def collect(sketch: Sketch, plan: Plan, so: So) -> So:
    """Nothing at all where nothing is owed."""
    if not plan.charge.is_owed:
        return so
    so, free = _if_owed(sketch, plan, _amount(sketch, plan, so))
    if plan.is_online and plan.at_counter:
        so = _either(sketch, plan, so)
    elif plan.is_online:
        so = _online(sketch, plan, so)
    else:
        so = _at_counter(sketch, plan, so, so.column, MAIN)
    return So(so.column, (*so.opens, *free))


def status_while(plan: Plan) -> str:
    """The status of a dossier that is done stays while its fee is settled."""
    return DONE if plan.charge.at_return else OWED


def _amount(sketch: Sketch, plan: Plan, so: So) -> So:
    piece = _pricing(plan)
    if piece is None:
        return so
    step = sketch.put(piece, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, step)
    return So(so.column + 1, (Open(step),))


def _pricing(plan: Plan) -> Piece | None:
    name = "Tính phí, lệ phí"
    match plan.charge.pricing:
        case Pricing.TABLE:
            return decision("tinh-phi", name, decision_id(plan.slug), "amount")
        case Pricing.FORMULA:
            return script("tinh-phi", name, plan.charge.formula, "amount")
    return None


def _if_owed(sketch: Sketch, plan: Plan, so: So) -> tuple[So, tuple[Open, ...]]:
    """What leads on to the payment, and what passes it by."""
    if not plan.charge.may_be_free:
        return so, ()
    asked = sketch.put(gateway("phai-nop-khong", "Phải nộp?"), ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, asked)
    owed = Open(asked, "Phải nộp", "=amount > 0")
    return So(so.column + 1, (owed,)), (Open(asked, "Không phải nộp", default=True),)


def _either(sketch: Sketch, plan: Plan, so: So) -> So:
    piece = gateway("cach-nop-phi", "Nộp tiền cách nào?", citizens=True)
    which = sketch.put(piece, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, which)
    paid = _pay(sketch, plan, so.column + 1)
    again = choosing_again("chon-lai-cach-nop", status_while(plan))
    choice = sketch.put(again, LaneKind.CITIZEN, so.column + 2, 0)
    sketch.join(which, PAY, "Trực tuyến", CHOSEN)
    sketch.join(paid, choice, "Chưa", default=True)
    sketch.join(choice, which)
    counter = Open(which, "Tại quầy", default=True)
    at_counter = _at_counter(sketch, plan, So(so.column, (counter,)), so.column + 1, LACKING)
    return So(so.column + 4, (Open(paid, "Rồi", PAID), *at_counter.opens))


def _online(sketch: Sketch, plan: Plan, so: So) -> So:
    paid = _pay(sketch, plan, so.column)
    settled = sketch.put(
        settling("nop-lai", status_while(plan)), LaneKind.CITIZEN, so.column + 1, 0
    )
    sketch.lead(so.opens, PAY)
    sketch.join(paid, settled, "Chưa", default=True)
    sketch.join(settled, PAY)
    return So(so.column + 3, (Open(paid, "Rồi", PAID),))


def _pay(sketch: Sketch, plan: Plan, column: int) -> str:
    """The payment, its notice, and the gateway that asks whether it was paid; gives that one."""
    piece = payment(PAY, plan.charge.name, AMOUNT, [(RECEIPT, "receiptNumber")])
    status, handler = status_while(plan), plan.label(ONE_STOP)
    paying = sketch.put(piece, ONE_STOP, column, MAIN)
    telling_piece = telling("bao-ket-qua-nop-phi", handler, status)
    told = sketch.put(telling_piece, ONE_STOP, column + 1, MAIN)
    paid = sketch.put(gateway("da-nop-phi-chua", "Đã nộp?"), ONE_STOP, column + 2, MAIN)
    sketch.chain(paying, told, paid)
    return paid


def _at_counter(sketch: Sketch, plan: Plan, so: So, column: int, row: int) -> So:
    """Told first, where the dossier's status becomes another by it."""
    steps = [_collecting(plan)]
    if not plan.charge.at_return:
        name, handler = "Báo nộp phí tại quầy", plan.label(ONE_STOP)
        steps.insert(0, status_call("bao-nop-tai-quay", name, OWED, "moi-nop-phi", handler))
    placed = [sketch.put(step, ONE_STOP, column + at, row) for at, step in enumerate(steps)]
    sketch.lead(so.opens, placed[0])
    sketch.chain(*placed)
    return So(column + len(placed), (Open(placed[-1]),))


def _collecting(plan: Plan) -> Piece:
    marks = {"dossier.status": status_while(plan), "payment": "counter"}
    outputs = [("=amount", "amount"), ("=receiptNumber", "receiptNumber")]
    return user_task(
        "thu-phi",
        "Thu phí, lệ phí tại quầy",
        COLLECTING,
        marks,
        inputs=[(AMOUNT, "amount")],
        outputs=outputs,
    )
