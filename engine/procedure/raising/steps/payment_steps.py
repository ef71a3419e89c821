"""The steps of an online payment as the drawing writes them."""

from __future__ import annotations

from ....bpmn.writer import Piece
from ..nodes import Pairs, call, user_task
from .status_call import status_call

LIBRARY = "lib-thanh-toan-truc-tuyen"
NAME = "Nộp tiền trực tuyến"
WITHIN = '="P30D"'
OWED = "6"
"""The status of a dossier that waits for money."""

REQUEST_NOTICE = "yeu-cau-nop-phi"
RESULT_NOTICE = "ket-qua-nop-phi"
CHOOSING_FORM = "chon-lai-cach-nop"


def payment(identity: str, fee: str, amount: str, skipped: Pairs = ()) -> Piece:
    """fee and amount: FEEL. skipped: outputs that the step at the counter would have set."""
    inputs = [
        ("=dossier.code", "code"),
        (fee, "fee"),
        (amount, "amount"),
        (WITHIN, "payWithin"),
        (f'="{REQUEST_NOTICE}"', "template"),
        ("=applicant", "to"),
    ]
    outputs = [("=paymentState", "paymentState"), ("=payment", "payment"), *skipped]
    marks = {"payment": "online", "dossier.status": OWED}
    return call(identity, NAME, LIBRARY, inputs, outputs, marks)


def telling(identity: str, handler: str, status: str) -> Piece:
    """Tells how the payment went. handler: the lane that has the dossier."""
    name = "Báo kết quả nộp tiền"
    return status_call(identity, name, status, RESULT_NOTICE, handler)


def choosing_again(identity: str, status: str) -> Piece:
    name = "Chọn lại cách nộp tiền"
    return user_task(identity, name, CHOOSING_FORM, {"dossier.status": status})


def settling(identity: str, status: str) -> Piece:
    return user_task(identity, "Xác nhận nộp lại", marks={"dossier.status": status})
