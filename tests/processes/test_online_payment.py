"""The called process for online payment: every way it can end."""

from pathlib import Path

import pytest

from procflow.engine.testing import play

LIB = Path(__file__).parents[2] / "processes" / "lib"
CALLED = {
    "dossier": {"code": "H56.14.01-260302-0001", "unit": "H56.14.01"},
    "applicant": {"name": "Lê Thị Hoa", "email": "hoa@cong-dan.example"},
    "to": {"name": "Lê Thị Hoa", "email": "hoa@cong-dan.example"},
    "code": "H56.14.01-260302-0001",
    "fee": "Lệ phí",
    "amount": 150000,
    "payWithin": "P2D",
    "template": "yeu-cau-nop-le-phi",
}
ORDERED = [
    {"job": "payment.request", "complete": {"payment": {"order": "O1", "url": "https://pay"}}},
    {"job": "dossier.set-status", "complete": {}},
    {"job": "notify.send", "complete": {}},
]


def pay(*script):
    return play(
        LIB,
        process_id="lib-thanh-toan-truc-tuyen",
        variables=CALLED,
        script=script,
        restore=True,
    )


@pytest.mark.parametrize("state", ["paid", "declined"])
def test_the_gateway_says_what_came_of_it(state):
    said = {"message": "payment-result", "key": "O1", "variables": {"paymentState": state}}
    played = pay(*ORDERED, said)
    assert played.state == "ended"
    assert played.variables["paymentState"] == state
    assert "het-han-nop" not in played.passed


def test_it_waits_two_days_and_not_an_hour_more():
    assert pay(*ORDERED, {"advance": "PT47H"}).state == "waiting"
    cancelled = {"job": "payment.cancel", "complete": {"payment": {"order": "O1"}}}
    played = pay(*ORDERED, {"advance": "PT48H"}, cancelled)
    assert played.state == "ended"
    assert played.variables["paymentState"] == "expired"


def test_money_that_came_at_the_last_moment_counts():
    paid = {"job": "payment.cancel", "error": "PAYMENT_ALREADY_PAID"}
    played = pay(*ORDERED, {"advance": "P2D"}, paid)
    assert played.state == "ended"
    assert played.variables["paymentState"] == "paid"


def test_a_gateway_that_refuses_ends_it_without_waiting():
    played = pay({"job": "payment.request", "error": "PAYMENT_REFUSED_BY_GATEWAY"})
    assert played.state == "ended"
    assert played.variables["paymentState"] == "refused"
    assert "cho-thanh-toan" not in played.passed


def test_an_order_without_a_reachable_payer_still_waits_for_the_money():
    unreachable = {"job": "notify.send", "error": "NOTICE_UNREACHABLE"}
    played = pay(*ORDERED[:2], unreachable)
    assert [wait.name for wait in played.waits if wait.kind == "message"] == ["payment-result"]
