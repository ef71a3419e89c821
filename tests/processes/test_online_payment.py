"""The called process for online payment: every way it can end."""

from pathlib import Path

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


RECEIPT = {"job": "payment.receipt", "complete": {"eReceipt": {"number": "00000001"}}}


def said(state):
    return {"message": "payment-result", "key": "O1", "variables": {"paymentState": state}}


def test_the_gateway_says_that_it_is_paid():
    played = pay(*ORDERED, said("paid"), RECEIPT)
    assert played.state == "ended"
    assert played.variables["paymentState"] == "paid"
    assert played.variables["eReceipt"] == {"number": "00000001"}
    assert "het-han-nop" not in played.passed


def test_the_gateway_says_that_it_was_declined():
    played = pay(*ORDERED, said("declined"))
    assert played.state == "ended"
    assert played.variables["paymentState"] == "declined"
    assert "lap-bien-lai" not in played.passed


def test_it_waits_two_days_and_not_an_hour_more():
    assert pay(*ORDERED, {"advance": "PT47H"}).state == "waiting"
    cancelled = {"job": "payment.cancel", "complete": {"payment": {"order": "O1"}}}
    played = pay(*ORDERED, {"advance": "PT48H"}, cancelled)
    assert played.state == "ended"
    assert played.variables["paymentState"] == "expired"


def test_money_that_came_at_the_last_moment_counts():
    paid = {"job": "payment.cancel", "error": "PAYMENT_ALREADY_PAID"}
    played = pay(*ORDERED, {"advance": "P2D"}, paid, RECEIPT)
    assert played.state == "ended"
    assert played.variables["paymentState"] == "paid"


QUESTIONED = (
    *ORDERED,
    {"advance": "P2D"},
    {"job": "payment.cancel", "error": "PAYMENT_IN_QUESTION"},
)


def test_a_dossier_waits_while_an_officer_looks_into_the_money():
    played = pay(*QUESTIONED)
    assert played.state == "waiting"
    assert [wait.element for wait in played.waits if wait.kind == "message"] == ["cho-doi-soat"]


def test_money_that_is_accepted_after_all_counts():
    played = pay(*QUESTIONED, said("paid"), RECEIPT)
    assert (played.state, played.variables["paymentState"]) == ("ended", "paid")


def test_money_that_was_returned_does_not_count():
    played = pay(*QUESTIONED, said("declined"))
    assert (played.state, played.variables["paymentState"]) == ("ended", "declined")
    assert "lap-bien-lai" not in played.passed


def test_a_fee_that_is_paid_already_is_not_asked_for_again():
    paid = {"payment": {"order": "O0", "state": "paid"}}
    played = pay({"job": "payment.request", "error": "PAYMENT_ALREADY_PAID", "variables": paid})
    assert (played.state, played.variables["paymentState"]) == ("ended", "paid")
    assert played.variables["payment"]["order"] == "O0"


def test_a_gateway_that_refuses_ends_it_without_waiting():
    played = pay({"job": "payment.request", "error": "PAYMENT_REFUSED_BY_GATEWAY"})
    assert played.state == "ended"
    assert played.variables["paymentState"] == "refused"
    assert "cho-thanh-toan" not in played.passed


def test_an_order_without_a_reachable_payer_still_waits_for_the_money():
    unreachable = {"job": "notify.send", "error": "NOTICE_UNREACHABLE"}
    played = pay(*ORDERED[:2], unreachable)
    assert [wait.name for wait in played.waits if wait.kind == "message"] == ["payment-result"]
