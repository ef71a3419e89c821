"""The job types that collect fees and give them back, from variables to variables."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from procflow.engine.handler import Completed, ErrorThrown, Failed, Retry
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.in_memory import PaymentsInMemory
from procflow.handlers.payment.money import Report, Result

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
CODE = "H56.14.01-260302-0001"
FEE = {"code": CODE, "fee": "Lệ phí", "amount": 100000}


@pytest.fixture
def payments():
    return PaymentsInMemory.signed_with(Secret("a-secret-of-the-tests"))


@pytest.fixture
def gateways(payments):
    return payments.gateways


@pytest.fixture
def counter(payments):
    return payments.counter


@pytest.fixture
def pay_job(job, payments):
    (handlers,) = payments.handlers
    return lambda job_type, **more: job(handlers, job_type, **more)


@pytest.fixture
def order(pay_job):
    return pay_job("payment.request", **FEE).variables["payment"]["order"]


@pytest.fixture
def tell(gateways):
    """The callback reaches us."""
    return lambda raw: gateways.notify("sandbox", raw, now=NOW)


def matters(gateways):
    return [each.variables["matter"] for each in gateways.unsent() if "matter" in each.variables]


def test_a_payment_is_requested_once(pay_job, gateways):
    first = pay_job("payment.request", **FEE)
    assert isinstance(first, Completed)
    payment = first.variables["payment"]
    assert (payment["amount"], payment["gateway"]) == (100000, "sandbox")
    assert payment["url"] == f"http://127.0.0.1:8080/pay/{payment['order']}"
    assert payment["expiresAt"] == "2026-03-04T08:00:00+07:00"
    # the worker was killed before it could answer; the job is tried again, later
    assert pay_job("payment.request", now=NOW + timedelta(minutes=6), **FEE) == first
    assert gateways.query(payment["order"], now=NOW).state == "opened"


def test_two_fees_of_one_dossier_have_two_orders(pay_job, order):
    other = pay_job("payment.request", key="i1:2", **{**FEE, "fee": "Phí thẩm định"})
    assert other.variables["payment"]["order"] != order


def test_a_fee_that_is_paid_is_not_asked_for_again(pay_job, counter, tell, order):
    tell(counter.pay(order, now=NOW))
    outcome = pay_job("payment.request", key="i1:2", **FEE)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == "PAYMENT_ALREADY_PAID"
    assert outcome.variables["payment"]["order"] == order


@pytest.mark.parametrize("amount", ["100000", 0, -5, 1000.5, None, True])
def test_an_amount_that_is_none(amount, pay_job):
    outcome = pay_job("payment.request", **{**FEE, "amount": amount})
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert [problem.field for problem in outcome.problems] == ["amount"]


def test_what_the_gateway_does_not_take_is_for_the_drawing(pay_job):
    outcome = pay_job("payment.request", **{**FEE, "amount": 10**12})
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == "PAYMENT_REFUSED_BY_GATEWAY"


def test_a_gateway_nobody_knows_is_a_fault(pay_job):
    outcome = pay_job("payment.request", gateway="momo", **FEE)
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert "sandbox" in outcome.sentence("vi")


def test_a_payment_is_asked_for(pay_job, counter, order):
    counter.silent(order, now=NOW)
    known = pay_job("payment.query", key="i1:2", order=order).variables["payment"]
    assert (known["state"], known["receipt"]) == ("paid", f"BL-{order}")


def test_a_payment_is_cancelled(pay_job, order):
    for _ in range(2):
        outcome = pay_job("payment.cancel", key="i1:2", order=order)
        assert outcome.variables["payment"]["state"] == "cancelled"


def test_what_is_paid_is_not_cancelled(pay_job, counter, order):
    counter.silent(order, now=NOW)
    paid = {
        "order": order,
        "state": "paid",
        "paidAt": "2026-03-02T08:00:00+07:00",
        "receipt": f"BL-{order}",
    }
    outcome = pay_job("payment.cancel", key="i1:2", order=order)
    assert outcome == ErrorThrown("PAYMENT_ALREADY_PAID", "", {"payment": paid})


def test_what_is_in_question_is_not_cancelled(pay_job, counter, tell, order):
    tell(counter.pay(order, now=NOW, amount=Decimal(1)))
    outcome = pay_job("payment.cancel", key="i1:2", order=order)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == "PAYMENT_IN_QUESTION"


def test_a_payment_between_query_and_cancel_is_not_lost(pay_job, gateways, counter, order):
    asked = gateways.query

    def paid_just_after(number, *, now):
        answer = asked(number, now=now)
        counter.silent(number, now=now)
        return answer

    gateways.query = paid_just_after
    outcome = pay_job("payment.cancel", key="i1:2", order=order)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.variables["payment"]["state"] == "paid"


def test_money_the_gateway_holds_is_waited_for(pay_job, gateways, order):
    gateway = gateways.named("sandbox")
    held = Report(order=order, result=Result.PENDING)
    gateway._provider.ask = gateway._provider.close = lambda *_: [held]
    for job_type, given in (
        ("payment.cancel", {"order": order}),
        ("payment.close", {"code": CODE}),
    ):
        assert isinstance(pay_job(job_type, key="i1:2", **given), Retry)
    assert gateways.account(order).order.state == "opened"


def test_an_order_nobody_opened(pay_job):
    outcome = pay_job("payment.cancel", order="TT-UNKNOWN")
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert "TT-UNKNOWN" in outcome.text


def test_a_dossier_that_ends_closes_its_orders(pay_job, gateways, counter, order):
    other = pay_job("payment.request", key="i1:2", **{**FEE, "fee": "Phí thẩm định"})
    paid = other.variables["payment"]["order"]
    counter.silent(paid, now=NOW)
    for _ in range(2):
        closed = pay_job("payment.close", key="i1:3", code=CODE)
        assert isinstance(closed, Completed)
    states = {each: gateways.account(each).order.state for each in (order, paid)}
    assert states == {order: "cancelled", paid: "questioned"}
    (matter,) = matters(gateways)
    assert (matter["kind"], matter["order"], matter["dossier"]) == ("late", paid, CODE)


def test_money_is_given_back_once(pay_job, gateways, counter, tell, order):
    tell(counter.pay(order, now=NOW))
    wanted = {"order": order, "by": "thu-phi", "reason": "Từ chối hồ sơ"}
    first = pay_job("payment.refund", key="i1:5", **wanted)
    assert first.variables["refund"]["amount"] == 100000
    assert pay_job("payment.refund", key="i1:5", **wanted) == first
    too_much = pay_job("payment.refund", key="i1:6", **wanted, amount=1)
    assert isinstance(too_much, Failed)
    assert len(gateways.account(order).refunds) == 1


def test_a_person_decides_of_a_matter(pay_job, gateways, counter, tell, order):
    tell(counter.pay(order, now=NOW, amount=Decimal(90_000)))
    (matter,) = matters(gateways)
    assert (matter["expected"], matter["found"]) == (100000, 90000)
    decided = {"matterKey": matter["key"], "order": order, "by": "thu-phi"}
    outcome = pay_job("payment.resolve", key="i2:1", resolution="accept", **decided)
    assert outcome.variables["payment"]["state"] == "paid"
    other = pay_job("payment.resolve", key="i2:2", resolution="returned", **decided)
    assert isinstance(other, Failed)


def test_a_matter_without_an_order_is_only_noted(pay_job):
    given = {"matterKey": "sandbox:unknown:1", "resolution": "returned", "by": "thu-phi"}
    assert pay_job("payment.resolve", **given) == Completed({"payment": None})
