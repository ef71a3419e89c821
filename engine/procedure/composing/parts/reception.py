"""How a dossier comes in, is opened, looked at, supplemented once, or refused.

                                   ┌─ refused ─→ [paper 03] → [tell] → (3)
start → [open] → [tell] → [look] → ◇ ─ complete ─→ …
                                   └─ lacking ─→ [supplement] → ◇ → back to [look], or (8)
"""

from __future__ import annotations

import json

from ....bpmn.writer import Piece
from ...facts import Channel, LaneKind
from ...raising.contents import documents
from ...raising.nodes import call, gateway, job, online_start, user_task
from ...raising.steps.identity_steps import checking, doubting
from ...raising.steps.status_call import status_call
from ..names import CHECKING, COUNTER_MESSAGE, DIGITISING
from ..pieces import end, message_start
from ..plan import Plan
from ..shares import as_due, as_duration
from ..sketch import Open, Sketch, So

REFUSED, MAIN, LACKING = 0, 1, 2
"""Rows of the one-stop's lane."""

ONE_STOP = LaneKind.ONE_STOP
FIRST_ANSWER, DIGITISED = 8, 4
"""Working hours: until an online dossier is answered, until a paper one is scanned."""

WITHIN = '="P30D"'


def receive(sketch: Sketch, plan: Plan) -> So:
    opened = _opened(sketch, plan)
    told = sketch.put(_told(plan, "1", "da-nop", "Báo đã nộp hồ sơ"), ONE_STOP, 2, MAIN)
    looked = sketch.put(_look(), ONE_STOP, 3, MAIN)
    which = sketch.put(gateway("ho-so-the-nao", "Hồ sơ thế nào?"), ONE_STOP, 4, MAIN)
    sketch.chain(opened, told, looked, which)
    _refuse(sketch, plan, which)
    _supplement(sketch, which, looked)
    return So(5, (Open(which, "Đủ", '=checkResult = "du"'),))


def _opened(sketch: Sketch, plan: Plan) -> str:
    opened = sketch.put(_opening(plan), ONE_STOP, 1, MAIN)
    if plan.is_online:
        _filed_online(sketch, plan, opened)
    if plan.on_paper:
        start_id = sketch.put(_paper_start(plan), ONE_STOP, 0, LACKING)
        sketch.chain(start_id, sketch.put(_digitise(), ONE_STOP, 1, LACKING), opened)
    return opened


def _filed_online(sketch: Sketch, plan: Plan, opened: str) -> None:
    """Held against the login; of a doubt the officer is told who looks at the dossier."""
    start = online_start("nop-truc-tuyen", "Nộp hồ sơ trực tuyến", plan.application)
    filed = sketch.put(start, LaneKind.CITIZEN, 0, 0)
    check = sketch.put(checking("kiem-tra-danh-tinh"), LaneKind.CITIZEN, 1, 0)
    doubt = sketch.attach(doubting("chua-ro-danh-tinh", check))
    sketch.chain(filed, check, opened)
    sketch.join(doubt, opened)


def _paper_start(plan: Plan) -> Piece:
    channel = Channel.COUNTER if plan.at_counter else Channel.POST
    return message_start("nop-tai-quay", paper_start_name(plan), COUNTER_MESSAGE, channel.value)


def paper_start_name(plan: Plan) -> str:
    return "Nộp hồ sơ tại quầy" if plan.at_counter else "Nộp hồ sơ qua bưu chính"


def _digitise() -> Piece:
    marks = {"dossier.status": "1", "duration": as_duration(DIGITISED)}
    name, due = "Nhận và số hóa hồ sơ giấy", as_due(DIGITISED)
    return user_task("so-hoa-ho-so", name, DIGITISING, marks, due=due)


def _opening(plan: Plan) -> Piece:
    facts = plan.facts
    inputs = [
        (f"={_text(facts.code)}", "procedureCode"),
        (f"={_text(facts.name)}", "procedureName"),
        ("=unit", "unit"),
        ("=applicant", "applicant"),
        ("=channel", "channel"),
        (documents([component.name for component in facts.components]), "documents"),
    ]
    counters = [("=0", name) for name in ("checkRounds", "appraisalRounds", "apologies")]
    outputs = [("=dossier", "dossier"), ("=dossier.code", "businessKey"), *counters]
    return job("mo-ho-so", "Mở hồ sơ, cấp mã hồ sơ", "dossier.open", inputs, outputs)


def _told(plan: Plan, status: str, template: str, name: str) -> Piece:
    return status_call(f"bao-{template}", name, status, template, plan.label(ONE_STOP))


def _look() -> Piece:
    marks = {"dossier.status": "1", "duration": as_duration(FIRST_ANSWER)}
    due = as_due(FIRST_ANSWER)
    return user_task("kiem-tra", "Kiểm tra thành phần hồ sơ", CHECKING, marks, due=due)


def _refuse(sketch: Sketch, plan: Plan, which: str) -> None:
    content = '=get or else(refusalReason, "Hồ sơ sau bổ sung vẫn thiếu: " + supplementContent)'
    paper = refusal("phat-hanh-tu-choi-tiep-nhan", "Phát hành phiếu từ chối tiếp nhận", content)
    issued = sketch.put(paper, ONE_STOP, 5, REFUSED)
    note = [("=refusalText", "note")]
    handler = plan.label(ONE_STOP)
    telling = status_call(
        "bao-khong-tiep-nhan", "Báo không được tiếp nhận", "3", "tu-choi-tiep-nhan", handler, note
    )
    told = sketch.put(telling, ONE_STOP, 6, REFUSED)
    over = end("khong-duoc-tiep-nhan", "Không được tiếp nhận", "3")
    sketch.chain(issued, told, sketch.put(over, ONE_STOP, 7, REFUSED))
    sketch.join(which, issued, "Từ chối, vẫn thiếu", default=True)


def refusal(identity: str, name: str, content: str, *, stops: bool = False) -> Piece:
    """The paper 03. stops: the legal clock, where it runs already."""
    inputs = [("=dossier.code", "code"), ('="refusal"', "paper"), (content, "content")]
    outputs = [("=paper", "refusalPaper"), ("=content", "refusalText")]
    marks = {"paper": "refusal", **({"clock": "stop"} if stops else {})}
    return job(identity, name, "dossier.issue-paper", inputs, outputs, marks)


def _supplement(sketch: Sketch, which: str, looked: str) -> None:
    asked = sketch.put(
        supplement("yeu-cau-bo-sung", "Yêu cầu bổ sung hồ sơ", "1", "checkRounds"),
        ONE_STOP,
        4,
        LACKING,
    )
    came = sketch.put(gateway("da-bo-sung-chua", "Đã bổ sung?"), ONE_STOP, 3, LACKING)
    stopped = end("dung-vi-khong-bo-sung", "Dừng vì không bổ sung", "8")
    over = sketch.put(stopped, ONE_STOP, 2, LACKING)
    condition = '=checkResult = "thieu" and checkRounds = 0'
    sketch.join(which, asked, "Thiếu, lần đầu", condition)
    sketch.join(asked, came)
    sketch.join(came, looked, "Rồi", "=supplied = true")
    sketch.join(came, over, "Quá hạn", default=True)


def supplement(identity: str, name: str, status_after: str, rounds: str) -> Piece:
    """rounds: the variable that counts how often it was asked for."""
    inputs = [
        ("=supplementContent", "supplementContent"),
        (WITHIN, "supplementWithin"),
        (f"={status_after}", "statusAfter"),
    ]
    outputs = [(f"={rounds} + 1", rounds), ("=supplied", "supplied")]
    marks = {"dossier.status": "5"}
    return call(identity, name, "lib-yeu-cau-bo-sung", inputs, outputs, marks)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
