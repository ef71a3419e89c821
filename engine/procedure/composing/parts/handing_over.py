"""The result goes to the citizen: electronically, by post, or at the counter, as chosen."""

from __future__ import annotations

import json

from ....bpmn.writer import Piece
from ...facts import Channel
from ...raising.nodes import gateway, user_task
from ...raising.steps.delivery_steps import chosen, electronic, noting, posting_step
from ...raising.steps.status_call import status_call
from ..names import PRESENCE_FORM, RETURNING_FORM
from ..pieces import end
from ..plan import Plan
from ..sketch import Open, Sketch, So
from .collection import collect
from .reception import LACKING, MAIN, ONE_STOP, REFUSED

READY = "9"
COUNTER_NAME = "Trả kết quả tại quầy"


def hand_over(sketch: Sketch, plan: Plan, so: So) -> So:
    handler = plan.label(ONE_STOP)
    name, stops = "Báo đã có kết quả", {"clock": "stop"}
    telling = status_call("bao-da-co-ket-qua", name, READY, "da-co-ket-qua", handler, marks=stops)
    told = sketch.put(telling, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, told)
    so = So(so.column + 1, (Open(told),))
    if plan.charge.at_return:
        so = collect(sketch, plan, so)
    so = _deliver(sketch, plan, appear(sketch, plan, so))
    return finish(sketch, plan, so, "Báo đã trả kết quả", "Đã trả kết quả")


def appear(sketch: Sketch, plan: Plan, so: So, status: str = READY) -> So:
    """Where the facts say that the citizen has to come."""
    if not plan.demand.presence:
        return so
    marks = {"dossier.status": status, "presence": "required"}
    piece = user_task("nguoi-nop-co-mat", "Người nộp có mặt, ký xác nhận", PRESENCE_FORM, marks)
    step = sketch.put(piece, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, step)
    return So(so.column + 1, (Open(step),))


def finish(sketch: Sketch, plan: Plan, so: So, name: str, over: str) -> So:
    """Told and done: status 10."""
    telling = status_call("bao-da-tra", name, "10", "da-tra-ket-qua", plan.label(ONE_STOP))
    told = sketch.put(telling, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, told)
    ended = end("da-tra-ket-qua", over, "10", last=True)
    sketch.join(told, sketch.put(ended, ONE_STOP, so.column + 1, MAIN))
    return So(so.column + 2, ())


def _deliver(sketch: Sketch, plan: Plan, so: So) -> So:
    ways = ways_of(plan)
    if len(ways) == 1:
        return _way(sketch, plan, ways[0], So(so.column, so.opens), MAIN)
    piece = gateway("cach-nhan-ket-qua", "Nhận kết quả cách nào?", citizens=True)
    which = sketch.put(piece, ONE_STOP, so.column, MAIN)
    sketch.lead(so.opens, which)
    default = "counter" if "counter" in ways else ways[0]
    ended: list[Open] = []
    for way in ways:
        label = LABELS[way]
        is_default = way == default
        condition = None if is_default else chosen(way)
        begin = So(so.column + 1, (Open(which, label, condition, default=is_default),))
        ended += _way(sketch, plan, way, begin, ROWS[way]).opens
    return So(so.column + 3, tuple(ended))


LABELS = {"electronic": "Điện tử", "post": "Bưu chính", "counter": "Tại quầy"}
ROWS = {"electronic": REFUSED, "post": MAIN, "counter": LACKING}


def ways_of(plan: Plan) -> tuple[str, ...]:
    """How the result may be had: electronically and by post by who files online, else as filed."""
    counter = ("counter",) if plan.at_counter else ()
    post = ("post",) if Channel.POST in plan.channels else ()
    if not plan.is_online:
        return counter or post
    return ("electronic", *(post or (("post",) if counter else ())), *counter)


def _way(sketch: Sketch, plan: Plan, way: str, so: So, row: int) -> So:
    steps = _steps(plan, way)
    placed = [sketch.put(step, ONE_STOP, so.column + at, row) for at, step in enumerate(steps)]
    sketch.lead(so.opens, placed[0])
    sketch.chain(*placed)
    return So(so.column + len(placed), (Open(placed[-1]),))


def _steps(plan: Plan, way: str) -> list[Piece]:
    result = _result(plan)
    if way == "electronic":
        return [electronic("tra-ket-qua-dien-tu", result)]
    if way == "post":
        posted = noting("ghi-ket-qua-da-gui", result, "post")
        return [posting_step("gui-ket-qua-qua-buu-chinh", READY), posted]
    marks = {"dossier.status": READY, "delivery": "counter"}
    handed = user_task("tra-ket-qua", COUNTER_NAME, RETURNING_FORM, marks)
    return [handed, noting("ghi-ket-qua-da-tra", result, "counter")]


def _result(plan: Plan) -> str:
    """The one published result, else the one the clerk chose of several."""
    name = json.dumps(plan.result, ensure_ascii=False) if plan.result else "resultName"
    return f"={{name: {name}, number: resultNumber}}"
