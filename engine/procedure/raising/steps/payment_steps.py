"""The steps of an online payment as the drawing writes them."""

from __future__ import annotations

from ....bpmn.model import Element
from ....bpmn.writer import Piece
from ..bridging import bridged
from ..draft import Draft
from ..fees import fee_name
from ..nodes import call, user_task
from ..site import Site

LIBRARY = "lib-thanh-toan-truc-tuyen"
TELLING = "lib-cap-nhat-trang-thai"
NAME = "Nộp tiền trực tuyến"
WITHIN = '="P30D"'
OWED = "6"
"""The status of a dossier that waits for money."""


def payment(draft: Draft, site: Site, step: Element | None, amount: str) -> Piece:
    inputs = [
        ("=dossier.code", "code"),
        (fee_name(draft.facts.fees, step), "fee"),
        (amount, "amount"),
        (WITHIN, "payWithin"),
        ('="yeu-cau-nop-phi"', "template"),
        ("=applicant", "to"),
    ]
    skipped = bridged(draft, [step] if step else [], NAME)
    outputs = [("=paymentState", "paymentState"), ("=payment", "payment"), *skipped]
    return call(
        site.id("nop-phi-truc-tuyen"),
        NAME,
        LIBRARY,
        inputs,
        outputs,
        {"payment": "online", "dossier.status": OWED},
    )


def telling(site: Site, step: Element, status: str) -> Piece:
    lane = site.process.lane_of(step.id)
    inputs = [
        ("=dossier.code", "code"),
        (f"={status}", "status"),
        ('="ket-qua-nop-phi"', "template"),
        ("=applicant", "to"),
        (f'="{lane.label if lane else site.process.label}"', "handler"),
    ]
    name = "Báo kết quả nộp tiền"
    identity = site.id("bao-ket-qua-nop-phi")
    return call(identity, name, TELLING, inputs, marks={"dossier.status": status})


def choosing_again(site: Site, status: str) -> Piece:
    return user_task(
        site.id("chon-lai-cach-nop"),
        "Chọn lại cách nộp tiền",
        "chon-lai-cach-nop",
        {"dossier.status": status},
    )


def settling(site: Site, status: str) -> Piece:
    return user_task(site.id("nop-lai"), "Xác nhận nộp lại", marks={"dossier.status": status})
